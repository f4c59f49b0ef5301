"""The minutes of a meeting on paper: who was there, what was said on each item, what was decided and who does it (M10, M12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from operator import itemgetter
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_long, day_weekday_long, time_prose
from vaartdesk.core.rule_words import listed
from vaartdesk.core.text import _, file_stem, ngettext
from vaartdesk.flows.agenda_paper import with_a_date
from vaartdesk.flows.sender import sender
from vaartdesk.kinds.meetings.model.bodies import Body
from vaartdesk.kinds.meetings.model.states import ATTENDANCE_STATES, FUNCTIONS, OUTCOMES
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules.agenda import Line
from vaartdesk.kinds.meetings.rules.people import quorum
from vaartdesk.pdf.parts import Box, Bullets, Listing, Part, Prose, Section
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.pdf.tables import Cell, Column, toned
from vaartdesk.schema.chips import word, words
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.desk import Desk

APPROVED: Final = "verslag_vastgesteld"


@dataclass(frozen=True)
class _Meeting:
    """What the paper is made of. ``items``: with the notes of each; ``decisions``: by item; ``actions``: by decision."""

    values: Values
    body: Values
    people: Sequence[Values]
    items: Sequence[tuple[Line, Values, Sequence[Values]]]
    decisions: Sequence[Values]
    actions: Mapping[str, Sequence[Values]]
    names: Mapping[str, str]
    is_public: bool

    @property
    def begins(self) -> datetime:
        starts: datetime = self.values["starts_at"]
        return starts


def minutes_paper(desk: Desk, meeting: Ref, *, is_public: bool = False) -> Paper:
    """The minutes, made when they are looked at. ``is_public``: without what is confidential. Raises NotFound."""
    values = with_a_date(desk, meeting)
    called = file_stem(str(values["title"]))
    parts = ("verslag", called, values["starts_at"].date().isoformat(), str(_("openbaar")) if is_public else "")
    name = "-".join(part for part in parts if part) + ".pdf"
    return Paper(name, lambda: print_minutes(desk, meeting, is_public=is_public))


def print_minutes(desk: Desk, meeting: Ref, *, is_public: bool = False) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings)."""
    found = _read(desk, meeting, is_public=is_public)
    is_approved = found.values["status"] == APPROVED
    kind = _("Verslag") if is_approved else _("Verslag, concept")
    day = day_weekday_long(found.begins.date())
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("{kind}, openbaar").format(kind=kind) if is_public else kind),
        title=str(found.values["title"]),
        subtitle=str(_("{day}, {time}")).format(day=day, time=time_prose(found.begins)),
        place=str(found.values["place"]),
        made_at=desk.clock.now(),
        lead=_lead(found),
        parts=tuple(_parts(found, desk.today)),
        footer=f"{found.values['title']}, {day_long(found.begins.date())} · {str(kind).lower()}",
    )
    result = print_report(report)
    return result.data, result.warnings


# --- reading -----------------------------------------------------------------------------------------------------------


def _read(desk: Desk, meeting: Ref, *, is_public: bool) -> _Meeting:
    values = with_a_date(desk, meeting)
    with desk.read() as reader:
        lines = queries.agenda(reader, meeting.id)
        people = queries.people(reader, meeting.id)
        decisions = queries.decisions_of(reader, meeting.id)
    items = [(line, desk.get(Ref("agenda_item", line.id)) or {}, _notes(desk, line)) for line in lines]
    if is_public:
        closed = {line.number for line, item, _said in items if item["is_confidential"]}
        items = [one for one in items if not any(f"{one[0].number}.".startswith(f"{number}.") for number in closed)]
        kept = {line.id for line, _item, _said in items}
        decisions = [d for d in decisions if not d["is_confidential"] and d["agenda_item"] in {*kept, None}]
    actions = {decision["id"]: _actions(desk, decision) for decision in decisions}
    with desk.read() as reader:
        body = queries.one(reader, Body, values["body"]) or {}
        names = _names(reader, people, items, [*decisions, *(one for some in actions.values() for one in some)])
    return _Meeting(values, body, people, items, decisions, actions, names, is_public)


def _notes(desk: Desk, line: Line) -> list[Values]:
    """What was said on an item, in the order in which it was."""
    return list(reversed(desk.notes(Ref("agenda_item", line.id))))


def _actions(desk: Desk, decision: Values) -> list[Values]:
    chain = desk.chain(Ref("decision", decision["id"]))
    found = (desk.get(link.ref) for link in chain if link.direction == "naar" and link.ref.kind == "action")
    return [values for values in found if values is not None and values["alive"]]


def _names(
    reader: Reader,
    people: Sequence[Values],
    items: Sequence[tuple[Line, Values, Sequence[Values]]],
    owned: Sequence[Values],
) -> Mapping[str, str]:
    keys = {person[key] for person in people for key in ("member", "organisation", "deputy")}
    keys |= {one["owner"] for one in owned}
    for _line, item, _said in items:
        keys |= {item["presenter"], *item["with_interest"]}
    return reader.titles(key for key in keys if key)


# --- saying ------------------------------------------------------------------------------------------------------------


def _lead(found: _Meeting) -> str:
    votes = quorum(found.people, found.body.get("quorum"))
    if not votes.total:
        return ""
    told = _("{n} van {m} stemmen aanwezig; er was quorum.") if votes.is_met else _(
        "{n} van {m} stemmen aanwezig; er was geen quorum.")  # fmt: skip
    return str(told).format(n=votes.present, m=votes.total)


def _parts(found: _Meeting, today: date) -> Iterator[Part]:
    yield Section(str(_("Presentie")))
    has_times = any(person["came_at"] or person["left_at"] for person in found.people)
    heads = [(_("Naam"), 5.4), (_("Als"), 5.6), (_("Presentie"), 4.0), (_("Tijd"), 2.4)]
    people = (_person(found, person) for person in found.people)
    shown = len(heads) if has_times else len(heads) - 1
    yield Listing("", _columns(*heads[:shown]), tuple(person[:shown] for person in people))
    by_item: dict[str, list[Values]] = {}
    for decision in found.decisions:
        by_item.setdefault(decision["agenda_item"] or "", []).append(decision)
    for line, item, said in found.items:
        yield from _item(found, line, item, said, by_item.get(line.id, []))
    yield from _lists(found)


def _person(found: _Meeting, person: Values) -> tuple[Cell, ...]:
    state = next((option for option in ATTENDANCE_STATES if option.slug == person["status"]), None)
    behalf = found.names.get(person["organisation"] or "", "") if person["organisation"] != person["member"] else ""
    vote = "" if person["has_vote"] else _("geen stem")
    told = words(word(FUNCTIONS, person["function"]), behalf, person["is_guest"] and _("te gast"), vote)
    times = [time_prose(person[key]) if person[key] else "" for key in ("came_at", "left_at")]
    deputy = found.names.get(person["deputy"] or "", "")
    status = str(state.label) if state else str(person["status"])
    if deputy:
        status = str(_("{status}, vervangen door {name}")).format(status=status, name=deputy)
    tone = state.tone if state is not None and state.tone in {"success", "warning"} else ""
    span = " – ".join(times).strip(" ") if any(times) else ""
    return found.names.get(person["member"], str(_("onbekend"))), ", ".join(told), toned(status, tone), span


def _item(
    found: _Meeting, line: Line, item: Values, said: Sequence[Values], decisions: Sequence[Values]
) -> Iterator[Part]:
    title = f"{line.number} {item['title']}"
    if item["is_confidential"]:
        title = str(_("{title} (vertrouwelijk)")).format(title=title)
    yield Section(title)
    lines = [note["text"] for note in said]
    if item["with_interest"]:
        names = listed([found.names.get(key, "") for key in item["with_interest"]])
        told = _("{names} had een belang bij dit punt en telde niet mee voor stemmen en quorum.")
        lines.append(str(told).format(names=names))
    if lines:
        yield Prose("\n".join(lines))
    elif not decisions:
        yield Prose(str(_("Geen opmerkingen.")))
    for decision in decisions:
        yield Box(_decided(decision), "\n".join((decision["text"] or decision["title"], *_agreed(found, decision))))
        todo = tuple(_task(found, action) for action in found.actions[decision["id"]])
        if todo:
            yield Bullets(todo)


def _decided(decision: Values) -> str:
    votes = [(decision["votes_for"], _("voor")), (decision["votes_against"], _("tegen"))]
    votes.append((decision["votes_blank"], _("onthouding")))
    counted = ", ".join(f"{count} {name}" for count, name in votes if count is not None)
    told = words(_("Besluit {number}").format(number=decision["number"]), word(OUTCOMES, decision["outcome"]), counted)
    return " · ".join(told)


def _agreed(found: _Meeting, decision: Values) -> list[str]:
    """Who carries it out, and by when."""
    owner, due = found.names.get(decision["owner"] or "", ""), decision["due_on"]
    by = str(_("uiterlijk {day}").format(day=day_long(due))) if due else ""
    if not owner:
        return [by[:1].upper() + by[1:]] if by else []
    return [", ".join(words(_("Trekker: {name}").format(name=owner), by))]


def _task(found: _Meeting, action: Values) -> str:
    due = str(_("uiterlijk {day}").format(day=day_long(action["due_on"]))) if action["due_on"] else ""
    behind = ", ".join(words(found.names.get(action["owner"] or "", ""), due))
    name = str(_("Actie {number}: {title}")).format(number=action["number"], title=action["title"])
    return f"{name} ({behind})" if behind else name


def _lists(found: _Meeting) -> Iterator[Part]:
    """All decisions and all actions of the evening once more: what one looks for later."""
    actions = {action["id"]: action for some in found.actions.values() for action in some}
    if found.decisions:
        yield Section(ngettext("{n} besluit", "{n} besluiten", len(found.decisions)).format(n=len(found.decisions)))
        yield _table(found, found.decisions, _("Besluit"))
    if actions:
        yield Section(ngettext("{n} actie", "{n} acties", len(actions)).format(n=len(actions)))
        yield _table(found, sorted(actions.values(), key=itemgetter("number")), _("Actie"))


def _table(found: _Meeting, rows: Sequence[Values], called: str) -> Listing:
    cells = tuple(
        (
            str(row["number"]),
            str(row["title"]),
            found.names.get(row["owner"] or "", ""),
            day_long(row["due_on"]) if row["due_on"] else "",
        )
        for row in rows
    )
    return Listing("", _columns((_("Nummer"), 2.4), (called, 7.6), (_("Trekker"), 3.6), (_("Uiterlijk"), 3.8)), cells)


def _columns(*heads: tuple[Any, float]) -> tuple[Column, ...]:
    return tuple(Column(str(head), share) for head, share in heads)
