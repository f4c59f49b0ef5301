"""The agenda of a meeting on paper: the meeting's own records, and the records its items are about as annexes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_long, time_prose
from vaartdesk.core.text import _
from vaartdesk.flows.annexes import record_annexes
from vaartdesk.flows.record_parts import RecordPaper
from vaartdesk.flows.sender import sender
from vaartdesk.kinds.meetings.model import states
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules import agenda as rules
from vaartdesk.pdf.agenda.layout import print_agenda, print_pack
from vaartdesk.pdf.agenda.paper import AgendaOptions, AgendaPaper, AnnexPaper, Item, Person, Purpose
from vaartdesk.pdf.document import Result
from vaartdesk.pdf.parts import Listing
from vaartdesk.pdf.tables import Column
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import NotFound
from vaartdesk.store.files import write_file

PRINTABLE = {"application/pdf", "image/jpeg", "image/png"}
PURPOSES = {o.slug: str(o.label) for o in states.PURPOSES}
FUNCTIONS = {o.slug: str(o.label) for o in states.FUNCTIONS}


@dataclass
class _Making:
    """What is gathered on the way."""

    desk: Desk
    reader: Reader
    meeting: Values
    lines: list[rules.Line]
    names: Mapping[str, str]
    letters: Mapping[str, str]
    annexes: list[AnnexPaper] = field(default_factory=list)


def find_meeting(desk: Desk, number: str | None) -> Ref:
    """The meeting with this number; without one the next meeting of the board. Raises NotFound."""
    if number:
        found = desk.find_number(number)
        if found is None or found.kind != "meeting":
            raise NotFound(str(_("Er is geen vergadering met nummer {number}.").format(number=number)))
        return found
    with desk.read() as reader:
        coming = queries.next_of_type(reader, "bestuur")
    if coming is None:
        raise NotFound(str(_("Er is geen komende bestuursvergadering. Plan er een op het tabblad Overleg.")))
    return Ref("meeting", coming["id"])


def with_a_date(desk: Desk, meeting: Ref) -> Values:
    """The fields of a meeting that can be printed. Raises NotFound where there is none, or where it has no date."""
    values = desk.get(meeting)
    if values is None or values["starts_at"] is None:
        raise NotFound(str(_("Deze vergadering is er niet meer, of heeft nog geen datum.")))
    return values


def agenda_paper(desk: Desk, meeting: Ref, *, is_public: bool = False) -> AgendaPaper:
    """Everything the agenda shows, as plain values; its items and annexes go through `for_readers` when it is printed.

    ``is_public``: without the confidential decisions of before. Raises NotFound.
    """
    values = with_a_date(desk, meeting)
    with desk.read() as reader:
        lines = queries.agenda(reader, meeting.id)
        people = queries.people(reader, meeting.id)
        making = _Making(desk, reader, values, lines, _names(reader, values, lines, people), _letters(reader))
        members, invited = _people(making, people)
        items = tuple(_item(making, line) for line in lines)
        body = reader.titles([values["body"]]).get(values["body"] or "", "")
        decisions = _decisions(making, is_public=is_public)
    house = sender(desk)
    starts: datetime = values["starts_at"]
    ends = starts + timedelta(minutes=values["planned_minutes"]) if values["planned_minutes"] else None
    return AgendaPaper(
        organisation=house.name,
        slogan=house.slogan,
        body=body,
        day=starts.date(),
        begins=starts.time(),
        ends=ends.time() if ends else None,
        made_at=desk.clock.now(),
        place=values["place"],
        members=members,
        invited=invited,
        items=items,
        annexes=tuple(making.annexes),
        decisions=decisions,
        version=_version(desk, values),
    )


def write_agenda(desk: Desk, meeting: Ref, path: Path, options: AgendaOptions | None = None) -> Result:
    """The agenda as a PDF file, whole or not at all."""
    result = print_agenda(agenda_paper(desk, meeting, is_public=bool(options and options.is_public)), options)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, result.data)
    return result


def write_pack(desk: Desk, meeting: Ref, path: Path, options: AgendaOptions | None = None) -> Result:
    """Agenda and papers in one PDF (M17); papers that are no PDF or picture go beside it, in one zip of the same name."""
    pack = print_pack(agenda_paper(desk, meeting, is_public=bool(options and options.is_public)), options)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, pack.result.data)
    if pack.beside is not None:
        write_file(path.with_suffix(".zip"), pack.beside)
    return pack.result


def _version(desk: Desk, values: Values) -> str:
    on = values["sent_on"] or desk.today
    return str(_("versie {n} van {day}").format(n=values["version"] or 1, day=day_long(on)))


def _names(reader: Reader, meeting: Values, lines: list[rules.Line], people: list[dict[str, Any]]) -> dict[str, str]:
    keys = {meeting["chair"], meeting["secretary"]}
    for line in lines:
        keys |= {line.item["presenter"], line.item["portfolio_holder"], line.item["subject"]}
    for person in people:
        keys |= {person["member"], person["organisation"], person["deputy"]}
    return reader.titles(k for k in keys if k)


def _letters(reader: Reader) -> dict[str, str]:
    from sqlalchemy import text  # one small question

    return {str(k): str(c) for k, c in reader.connection.execute(text("select id, code from theme_line where alive"))}


def _people(making: _Making, people: list[dict[str, Any]]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Who votes at the left, who else is invited at the right: to all of it, or at an item and its time. Where nobody votes all
    are members alike, and votes are not spoken of.
    """
    votes = any(p["has_vote"] for p in people)
    members = tuple(Person(_name(making, p), _role(p, votes=votes)) for p in people if p["has_vote"] or not votes)
    others = [Person(_name(making, p), _role(p, votes=votes)) for p in people if votes and not p["has_vote"]]
    known = {p["member"] for p in people}
    guests: dict[str, list[rules.Line]] = {}
    for line in making.lines:
        presenter = line.item["presenter"]
        if presenter and presenter not in known:
            guests.setdefault(presenter, []).append(line)
    others += [Person(making.names.get(key, ""), _slot(making, lines)) for key, lines in guests.items()]
    return members, tuple(others)


def _name(making: _Making, person: Mapping[str, Any]) -> str:
    return making.names.get(person["member"], str(_("onbekend")))


def _role(person: Mapping[str, Any], *, votes: bool) -> str:
    vote = (_("stem") if person["has_vote"] else _("geen stem")) if votes else ""
    parts = [str(vote)] if person["function"] == "lid" else [FUNCTIONS.get(person["function"], ""), str(vote)]
    if person["status"] == "afgemeld":
        parts = [str(_("afgemeld, vervanger komt") if person["deputy"] else _("afgemeld"))]
    return ", ".join(p for p in parts if p)


def _slot(making: _Making, lines: list[rules.Line]) -> str:
    first = rules.begins_at(lines[0], making.meeting["starts_at"])
    points = ", ".join(line.number for line in lines)
    return str(_("bij punt {points}, {time}").format(points=points, time=time_prose(first.time())))


def _item(making: _Making, line: rules.Line) -> Item:
    item = line.item
    keys = [item["theme_line"]] if item["theme_line"] else []
    presenter = making.names.get(item["presenter"] or "", "")
    return Item(
        number=line.number,
        title=item["title"],
        starts=rules.begins_at(line, making.meeting["starts_at"]).time(),
        minutes=line.minutes,
        lines=tuple(making.letters[k] for k in keys if k in making.letters),
        purpose=Purpose(item["purpose"], str(PURPOSES.get(item["purpose"], item["purpose"]))),
        presenter=presenter,
        explanation=item["explanation"],
        proposed_decision=item["proposed_decision"],
        annexes=tuple(_annexes(making, line)),
        internal_note=item["internal_note"],
        is_confidential=bool(item["is_confidential"]),
    )


def _annexes(making: _Making, line: rules.Line) -> list[str]:
    """The record an item is about, records linked to it, and the files attached to it, lettered in that order."""
    ref = Ref("agenda_item", line.id)
    full = making.desk.get(ref) or {}
    subjects = dict.fromkeys(k for k in (line.item["subject"], *full.get("related", ())) if k)
    labels: list[str] = []
    known = making.reader.refs(subjects)
    for paper in record_annexes(making.desk, [known[key] for key in subjects if key in known]):
        _add_record(making, line, paper, labels)
    for row in making.desk.attachments(ref):
        _add_file(making, line, row, labels)
    return labels


def _add_record(making: _Making, line: rules.Line, paper: RecordPaper, labels: list[str]) -> None:
    labels.append(rules.annex_label(line.number, len(labels)))
    making.annexes.append(
        AnnexPaper(
            labels[-1],
            line.number,
            paper.title,
            paper.sentence,
            paper.line,
            paper.line_name,
            paper.parts,
            is_confidential=bool(line.item["is_confidential"]),
        )
    )


def _add_file(making: _Making, line: rules.Line, row: Mapping[str, Any], labels: list[str]) -> None:
    """A file: printed in a pack; the agenda alone names it. A missing one keeps its letter, so that it is reported."""
    labels.append(rules.annex_label(line.number, len(labels)))
    whole = making.desk.files.state(row["sha256"]) == "heel"
    printable = row["mime"] in PRINTABLE
    sentence = "" if printable else str(_("Dit bestand gaat apart mee."))
    making.annexes.append(
        AnnexPaper(
            labels[-1],
            line.number,
            row["title"],
            sentence,
            file_name=row["title"],
            source=making.desk.file(row["sha256"]) if whole else None,
            is_confidential=bool(line.item["is_confidential"]),
        )
    )


def _decisions(making: _Making, *, is_public: bool) -> Listing | None:
    """The body's decisions that still need somebody."""
    every = queries.open_decisions(making.reader, making.meeting["body"])
    found = [one for one in every if not (is_public and one["is_confidential"])]
    if not found:
        return None
    owners = making.reader.titles(d["owner"] for d in found if d["owner"])
    follow_up = {o.slug: str(o.label) for o in states.FOLLOW_UPS}
    rows = tuple(
        (
            d["number"],
            d["title"],
            owners.get(d["owner"] or "", ""),
            day_long(d["due_on"]) if d["due_on"] else "",
            follow_up.get(d["follow_up"], d["follow_up"]),
        )
        for d in found
    )
    heads = (_("Nummer"), 2.4), (_("Besluit"), 7.0), (_("Trekker"), 3.0), (_("Uiterlijk"), 3.0), (_("Stand"), 2.0)
    return Listing(str(_("Openstaande besluiten")), tuple(Column(str(h), share) for h, share in heads), rows)
