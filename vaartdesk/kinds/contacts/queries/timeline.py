"""Everything that happened with a contact, whatever it was, as one line through time (C9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Select, or_, select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.contacts import model as m
from vaartdesk.kinds.contacts import ports
from vaartdesk.kinds.contacts.queries import people
from vaartdesk.schema.chips import word
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.times import ZONE

WORKS_ALONG: Final = ("medewerker", "partner")
"""The roles of links from an action to who works on it."""
CAME: Final = {
    "uitgenodigd": _("Uitgenodigd"),
    "aanwezig": _("Aanwezig"),
    "afgemeld": _("Afgemeld"),
    "afwezig": _("Afwezig"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing, with the day it stands at; ``told`` is what the contact had to do with it. ``is_talk``: was spoken then."""

    ref: Ref
    on: date | None
    icon: str
    told: str = ""
    title: str = ""
    is_talk: bool = False


def timeline(reader: Reader, contact: str) -> list[Moment]:
    """The latest first; what bears no day comes last. Of an organisation also what was said with its people."""
    found = [*_talks(reader, contact), *_meetings(reader, contact), *_notes(reader, contact)]
    found += [
        *_reported(reader, contact),
        *_actions(reader, contact),
        *_events(reader, contact),
        *_needs(reader, contact),
    ]
    titled = _with_titles(reader, {moment.ref.id: moment for moment in reversed(found)}.values())
    return sorted(titled, key=lambda moment: (moment.on is not None, moment.on, moment.ref.id), reverse=True)


def _with_titles(reader: Reader, moments: Any) -> Iterator[Moment]:
    """Number and name of each, where it did not bring its own words."""
    wanted = list(moments)
    keys = [moment.ref.id for moment in wanted if not moment.title]
    titles, numbers = reader.titles(keys), reader.numbers(keys)
    for moment in wanted:
        key = moment.ref.id
        yield moment if moment.title else replace(moment, title=f"{numbers.get(key, '')} {titles.get(key, '')}".strip())


def _day(at: datetime | None) -> date | None:
    return at.astimezone(ZONE).date() if at is not None else None


def _rows(reader: Reader, statement: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in reader.connection.execute(statement).mappings()]


def _talks(reader: Reader, contact: str) -> list[Moment]:
    """Contact moments, those at which the contact was only present too."""
    rows = people.moments_with(reader, contact)
    link = ports.LINK.c
    present = select(link.from_id).where(link.to_id == contact, link.role == "aanwezig", link.alive)
    rows += living(reader, m.Interaction, table(m.Interaction).c.id.in_(present))
    names = reader.titles({row[name] for row in rows for name in ("contact", "by") if row[name]})
    icons = {option.slug: option.icon for option in m.MEDIA}
    found = []
    for row in rows:
        whom = names.get(row["contact"], "") if row["contact"] != contact else ""
        told = " · ".join(p for p in (word(m.MEDIA, row["medium"]), whom, names.get(row["by"] or "", "")) if p)
        icon = icons.get(row["medium"], "message-square")
        found.append(Moment(Ref("interaction", row["id"]), _day(row["at"]), icon, told, row["title"], is_talk=True))
    return found


def _meetings(reader: Reader, contact: str) -> list[Moment]:
    meeting, came = ports.MEETING, ports.ATTENDANCE
    statement = (
        select(meeting.c.id, meeting.c.starts_at, came.c.status)
        .join_from(came, meeting, meeting.c.id == came.c.meeting)
        .where(came.c.member == contact, came.c.alive, meeting.c.alive)
    )
    return [
        Moment(
            Ref("meeting", row["id"]),
            row["starts_at"].date() if row["starts_at"] else None,
            "messages-square",
            str(CAME.get(row["status"], "")),
            is_talk=True,
        )
        for row in _rows(reader, statement)
    ]


def _notes(reader: Reader, contact: str) -> list[Moment]:
    note = ports.NOTE
    rows = _rows(reader, select(note).where(note.c.record_id == contact, note.c.alive))
    names = reader.titles(row["author"] for row in rows if row["author"])
    return [
        Moment(
            Ref("note", row["id"]),
            _day(row["at"]),
            "notebook-pen",
            names.get(row["author"] or "", ""),
            " ".join(str(row["text"]).split()),
            is_talk=True,
        )
        for row in rows
    ]


def _reported(reader: Reader, contact: str) -> list[Moment]:
    ticket, also, signal = ports.TICKET, ports.TICKET_REPORTER, ports.SIGNAL
    own = _rows(reader, select(ticket.c.id, ticket.c.reported_at).where(ticket.c.reporter == contact, ticket.c.alive))
    others = select(also.c.ticket.label("id"), also.c.reported_at).where(also.c.contact == contact, also.c.alive)
    noted = select(signal.c.id, signal.c.noted_at).where(signal.c.reported_by == contact, signal.c.alive)
    also_told, told = str(_("Ook gemeld")), str(_("Gemeld"))
    return [
        *(Moment(Ref("ticket", row["id"]), _day(row["reported_at"]), "wrench", told) for row in own),
        *(
            Moment(Ref("ticket", row["id"]), _day(row["reported_at"]), "wrench", also_told)
            for row in _rows(reader, others)
        ),
        *(Moment(Ref("signal", row["id"]), _day(row["noted_at"]), "radio", told) for row in _rows(reader, noted)),
    ]


def _actions(reader: Reader, contact: str) -> list[Moment]:
    """Of what is done the day it was done, else when it begins or must be done."""
    action, link = ports.ACTION.c, ports.LINK.c
    along = select(link.from_id).where(link.to_id == contact, link.role.in_(WORKS_ALONG), link.alive)
    whose = or_(action.owner == contact, action.second_owner == contact, action.id.in_(along))
    found = []
    for row in _rows(reader, select(ports.ACTION).where(action.alive, whose)):
        told = [str(_("Trekker") if contact in {row["owner"], row["second_owner"]} else _("Werkt mee"))]
        if row["finished_on"]:
            told.append(str(_("gereed")))
        elif row["due_on"]:
            told.append(str(_("deadline {day}").format(day=day_short(row["due_on"], reader.today))))
        on = row["finished_on"] or row["starts_on"] or row["due_on"]
        found.append(Moment(Ref("action", row["id"]), on, "circle-check", " · ".join(told)))
    return found


def _events(reader: Reader, contact: str) -> list[Moment]:
    event, member = ports.EVENT.c, ports.EVENT_MEMBER.c
    group = {
        row["event"]: row["task"]
        for row in _rows(reader, select(member.event, member.task).where(member.member == contact, member.alive))
    }
    whose = or_(event.organiser == contact, event.contact == contact, event.id.in_(sorted(group)))
    found = []
    for row in _rows(reader, select(ports.EVENT).where(event.alive, whose)):
        if row["organiser"] == contact:
            told = str(_("Organisator"))
        else:
            told = str(_("Contactpersoon") if row["contact"] == contact else group[row["id"]] or _("Projectgroep"))
        on = row["starts_at"].date() if row["starts_at"] else None
        found.append(Moment(Ref("event", row["id"]), on, "calendar-days", told))
    return found


def _needs(reader: Reader, contact: str) -> Sequence[Moment]:
    rows = living(reader, m.Need, table(m.Need).c.contact == contact)
    told = str(_("Behoefte"))
    return [Moment(Ref("need", row["id"]), row["since_on"], "lightbulb", told) for row in rows]
