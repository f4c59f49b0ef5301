"""What goes on in one street: open tickets, works and events of the weeks to come, who is there, and what stands empty (X14)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import or_

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short, time_text
from vaartdesk.core.text import _, fold
from vaartdesk.kinds.contacts.model import Organisation, Person
from vaartdesk.kinds.events.queries.dates import markers_between, shown_between
from vaartdesk.kinds.places.model import PREMISES_STATES, Place
from vaartdesk.kinds.places.queries import premises_in
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.queries import tickets
from vaartdesk.kinds.tickets.queries.upkeep import season
from vaartdesk.kinds.tickets.rules import rows
from vaartdesk.kinds.tickets.rules.moves import CLOSED
from vaartdesk.kinds.tickets.rules.walking import house_number
from vaartdesk.schema.chips import word
from vaartdesk.schema.context import row_context
from vaartdesk.schema.listing import Due
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.schema.types.contact import PhoneType

WEEKS: Final = 8
UNSHOWN: Final = frozenset({"idee", "afgelast"})
"""An event that is only an idea is nothing to tell a shopkeeper; neither is one that is called off."""
PHONE: Final = PhoneType()
WORKS: Final = "werk"
IN_USE: Final = "in_gebruik"


@dataclass(frozen=True)
class Line:
    """A line of the page: up to three texts, and how late it is where that matters."""

    first: str
    second: str = ""
    third: str = ""
    due: Due | None = None


@dataclass(frozen=True)
class StreetNews:
    """Everything about one street, the most pressing first; ``until``: the last day of works and events."""

    title: str
    until: date
    tickets: tuple[Line, ...] = ()
    works: tuple[Line, ...] = ()
    events: tuple[Line, ...] = ()
    contacts: tuple[Line, ...] = ()
    empty: tuple[Line, ...] = ()


def street_news(reader: Reader, street: Values) -> StreetNews:
    """Read it all. ``street``: the values of the street."""
    until = reader.today + timedelta(7 * WEEKS)
    lies = _Lies(reader, street)
    return StreetNews(
        street["title"],
        until,
        _tickets(reader, lies),
        _works(reader, lies, until),
        _events(reader, lies, until),
        _contacts(reader, lies),
        _empty(reader, lies),
    )


class _Lies:
    """Whether a record lies in the street: it says so, or its place or premises does, or its words do."""

    def __init__(self, reader: Reader, street: Values) -> None:
        self.key = str(street["id"])
        self.name = fold(street["title"])
        self.premises = {row["id"]: row for row in premises_in(reader, self.key)}
        self.places = {row["id"] for row in living(reader, Place, table(Place).c.street == self.key)}

    def names(self, words: str) -> bool:
        """`Brink en Kruisstraat` names the Brink; `Brinkstraat 4` does not."""
        return f" {self.name} " in f" {fold(words).replace(',', ' ').replace('.', ' ')} "

    def holds(self, row: Values, words: str = "place_text") -> bool:
        if row.get("street") == self.key or row.get("place") in self.places or row.get("premises") in self.premises:
            return True
        return not row.get("street") and self.names(row.get(words) or "")


def _tickets(reader: Reader, lies: _Lies) -> tuple[Line, ...]:
    chosen = table(Ticket)
    near = or_(chosen.c.street == lies.key, chosen.c.street.is_(None))
    found = [row for row in living(reader, Ticket, chosen.c.status.not_in(sorted(CLOSED)), near) if lies.holds(row)]
    context = row_context(reader, found, tickets.SHOWN)
    found.sort(key=lambda row: (rows.by_term(row, context)[0], row["due_on"] or date.max, row["id"]))
    lines = []
    for row in found:
        parts = rows.ticket_row(row, context)
        state = str(parts.chip.label).lower() if parts.chip is not None else ""
        lies_with = rows.lies_with(row, context)
        told = f"{row['title']}, {row['place_text']}"
        lines.append(Line(row["number"], told, ", ".join(part for part in (state, lies_with) if part), parts.due))
    return tuple(lines)


def _works(reader: Reader, lies: _Lies, until: date) -> tuple[Line, ...]:
    today = reader.today
    found = [
        (turn.day, turn.maintenance["title"]) for turn in season(reader, today, until) if lies.holds(turn.maintenance)
    ]
    for marker in markers_between(reader, today, until):
        is_here = marker["place"] in lies.places or lies.names(marker["title"])
        if marker["type"] == WORKS and is_here:
            found.append((max(marker["from_on"], today), marker["title"]))
    return tuple(Line(day_short(day, today), title) for day, title in _once(sorted(found)))


def _once(found: list[tuple[date, str]]) -> list[tuple[date, str]]:
    """What comes back every week stands there once, on its first day."""
    first: dict[str, date] = {}
    for day, title in found:
        first.setdefault(title, day)
    return [(day, title) for title, day in first.items()]


def _events(reader: Reader, lies: _Lies, until: date) -> tuple[Line, ...]:
    lines = []
    for row in shown_between(reader, reader.today, until):
        if row["status"] in UNSHOWN or row["is_confidential"] or not lies.holds(row):
            continue
        begins = "" if row["is_whole_day"] or row["starts_at"] is None else time_text(row["starts_at"])
        lines.append(Line(day_short(max(row["first_on"], reader.today), reader.today), row["title"], begins))
    return tuple(lines)


def _contacts(reader: Reader, lies: _Lies) -> tuple[Line, ...]:
    """Who is there, house after house: the organisations with whom to ask for, then people who are there by themselves."""
    houses = [row for row in living(reader, Organisation) if lies.holds(row, "address")]
    people = living(reader, Person)
    users = {row["user"]: row for row in lies.premises.values() if row["user"]}
    houses += [r for r in living(reader, Organisation) if r["id"] in users and not lies.holds(r, "address")]
    within: dict[str, list[Values]] = {}
    for person in people:
        within.setdefault(person["organisation"] or "", []).append(person)
    alone = [p for p in within.get("", []) if lies.holds(p, "address") or p["id"] in users]
    where = _addresses(lies, users)
    found = [_contact(row, within.get(row["id"], []), where(row), reader.today) for row in houses]
    found += [_contact(row, [], where(row), reader.today) for row in alone]
    return tuple(line for _order, line in sorted(found, key=lambda pair: pair[0]))


def _addresses(lies: _Lies, users: Mapping[str, Values]) -> Callable[[Values], str]:
    def where(row: Values) -> str:
        premises = users.get(row["id"]) or lies.premises.get(row["premises"] or "")
        return str(premises["title"]) if premises is not None else str(row["address"])

    return where


def _contact(row: Values, people: list[Values], where: str, today: date) -> tuple[Any, Line]:
    ask_for = next((person["title"] for person in people), "")
    phones = [row.get("mobile") or row["phone"], *(person["mobile"] or person["phone"] for person in people)]
    spoken = row["last_spoken_on"]
    told = str(_("gesproken {day}").format(day=day_short(spoken, today))) if spoken else str(_("nog niet gesproken"))
    number = house_number(where)
    name = f"{row['title']} ({ask_for})" if ask_for else row["title"]
    line = Line(
        where, name, ", ".join(part for part in (PHONE.field_text(next((p for p in phones if p), "")), told) if part)
    )
    return (number is None, number or (0, ""), fold(row["title"]), row["id"]), line


def _empty(reader: Reader, lies: _Lies) -> tuple[Line, ...]:
    lines = []
    owners = reader.titles(row["owner"] for row in lies.premises.values() if row["owner"])
    for row in lies.premises.values():
        if row["status"] == IN_USE:
            continue
        since = row["since_on"]
        state = word(PREMISES_STATES, row["status"])
        told = f"{state}, {_('sinds {day}').format(day=day_short(since, reader.today))}" if since else state
        wanted = " ".join(row["wanted_use"].split()) or owners.get(row["owner"] or "", "")
        lines.append(Line(row["title"], told, wanted))
    return tuple(lines)
