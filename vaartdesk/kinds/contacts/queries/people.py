"""Named questions about contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select

from vaartdesk.core.dates import day_short
from vaartdesk.core.periods import covers
from vaartdesk.core.text import _
from vaartdesk.kinds.contacts.model import Function, Interaction, Organisation, Person
from vaartdesk.kinds.contacts.ports import MEMBERSHIP, SEAT
from vaartdesk.kinds.contacts.rules import people
from vaartdesk.schema.kind import Need
from vaartdesk.schema.listing import Chip, Due, RowParts
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.times import ZONE


def last_spoken(reader: Reader, contact: Values) -> date | None:
    """The Dutch day of the latest contact moment; with an organisation also those with its people."""
    latest: Mapping[str, datetime] = reader.remember("contacts.last_spoken", lambda: _last_spoken(reader))
    found = latest.get(contact["id"])
    return found.astimezone(ZONE).date() if found is not None else None


def _last_spoken(reader: Reader) -> dict[str, datetime]:
    """Contact -> its latest contact moment. One question for all of them: a change of one is asked for many."""
    spoken, person = table(Interaction), table(Person)
    latest = func.max(spoken.c.at, type_=spoken.c.at.type).label("at")
    itself = select(spoken.c.contact.label("contact"), latest).where(spoken.c.alive).group_by(spoken.c.contact)
    by_people = (
        select(person.c.organisation.label("contact"), latest)
        .join_from(spoken, person, person.c.id == spoken.c.contact)
        .where(spoken.c.alive, person.c.alive, person.c.organisation.is_not(None))
        .group_by(person.c.organisation)
    )
    found: dict[str, datetime] = {}
    for statement in (itself, by_people):
        for row in reader.connection.execute(statement).mappings():
            if row["contact"] and row["at"]:
                found[row["contact"]] = max(row["at"], found.get(row["contact"], row["at"]))
    return found


def functions_of(reader: Reader, person: str) -> list[dict[str, Any]]:
    """The functions of a person, current ones first, the latest first among them."""
    found = living(reader, Function, table(Function).c.person == person)
    return sorted(
        found,
        key=lambda f: (not covers(f["from_on"], f["to_on"], reader.today), -(f["from_on"] or date.min).toordinal()),
    )


def people_of(reader: Reader, organisation: str) -> list[dict[str, Any]]:
    """The functions at an organisation, current ones first, the latest first among them."""
    found = living(reader, Function, table(Function).c.organisation == organisation)
    return sorted(
        found,
        key=lambda f: (not covers(f["from_on"], f["to_on"], reader.today), -(f["from_on"] or date.min).toordinal()),
    )


def workers_of(reader: Reader, organisation: str) -> list[dict[str, Any]]:
    """The persons who belong to an organisation, by name."""
    found = living(reader, Person, table(Person).c.organisation == organisation)
    return sorted(found, key=lambda row: (row["title"].casefold(), row["id"]))


def seats_of(reader: Reader, contact: str) -> list[dict[str, Any]]:
    """The seats that a person holds or stands in for, or that an organisation has; current ones first."""
    columns = (SEAT.c.holder, SEAT.c.deputy, SEAT.c.organisation)
    return _bodies(reader, select(SEAT).where(SEAT.c.alive, or_(*(column == contact for column in columns))))


def memberships_of(reader: Reader, contact: str) -> list[dict[str, Any]]:
    """The bodies that a person or organisation is a member of; current ones first."""
    return _bodies(reader, select(MEMBERSHIP).where(MEMBERSHIP.c.alive, MEMBERSHIP.c.member == contact))


def _bodies(reader: Reader, statement: Select[Any]) -> list[dict[str, Any]]:
    found = [dict(row) for row in reader.connection.execute(statement).mappings()]
    return sorted(
        found, key=lambda row: (not covers(row["from_on"], row["to_on"], reader.today), row["from_on"] or date.min)
    )


def moments_with(reader: Reader, contact: str) -> list[dict[str, Any]]:
    """The contact moments with a person, or with an organisation and its people; the latest first."""
    spoken, person = table(Interaction), table(Person)
    own_people = select(person.c.id).where(person.c.alive, person.c.organisation == contact)
    found = living(reader, Interaction, or_(spoken.c.contact == contact, spoken.c.contact.in_(own_people)))
    return sorted(found, key=lambda row: (row["at"] is not None, row["at"], row["id"]), reverse=True)


def doubles(reader: Reader, kind: str, values: Values) -> list[Ref]:
    """Other records of ``kind`` (person or organisation) that may be the same: offered, never merged by itself."""
    wanted = people.double_keys(values)
    if not wanted:
        return []
    rows = living(reader, Person if kind == "person" else Organisation)
    return [Ref(kind, row["id"]) for row in rows if row["id"] != values.get("id") and people.double_keys(row) & wanted]


def review_needed(reader: Reader) -> Sequence[Need]:
    """People whose privacy review date has passed."""
    person = table(Person)
    rows = living(reader, Person, person.c.review_on.is_not(None), person.c.review_on < reader.today)
    return [
        Need(
            Ref("person", row["id"]),
            RowParts(
                title=row["title"],
                initials=people.initials(row["title"]),
                meta=(str(_("AVG: nagaan of bewaren nog nodig is")),),
                due=Due(day_short(row["review_on"], reader.today), "warning", "clock"),
                chip=Chip(_("AVG herzien"), "shield", "warning"),
            ),
            "opvolgen",
            row["review_on"],
        )
        for row in rows
    ]
