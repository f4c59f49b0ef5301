"""Who has a business in a street: by the address, by the premises, or as user of premises there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import fold
from vaartdesk.kinds.contacts.model import ContactSegment, Organisation, Person
from vaartdesk.kinds.places.model import Premises
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.model import Link


@dataclass(frozen=True)
class Neighbour:
    """One to tell. ``email``: its own, or of somebody who works there."""

    ref: Ref
    title: str
    email: str


@dataclass(frozen=True)
class Street:
    """``told``: who gets it; ``signed_off``: how many signed off from mailings, and so are left out."""

    told: tuple[Neighbour, ...]
    signed_off: int


def neighbours(reader: Reader, streets: Collection[str], segment: str | None = None) -> Street:
    """Everyone in these streets, by name. With a segment those of it, and those of whom no segment is known."""
    rooms = living(reader, Premises, table(Premises).c.street.in_(sorted(streets)))
    inside = {room["id"] for room in rooms}
    users = {room["user"] for room in rooms if room["user"]}
    of_segment = _also(reader, segment)
    found: list[tuple[Ref, Values]] = []
    for model in (Organisation, Person):
        chosen = table(model)
        found += [
            (Ref(chosen.name, row["id"]), row)
            for row in living(reader, model)
            if row["street"] in streets or row["premises"] in inside or row["id"] in users
        ]
    houses = {ref.id for ref, _row in found if ref.kind == "organisation"}
    asked = [
        (ref, row) for ref, row in found if row.get("organisation") not in houses and _fits(row, segment, of_segment)
    ]
    willing = [(ref, row) for ref, row in asked if not row["is_unsubscribed"]]
    mails = _mails_of_people(reader, [ref.id for ref, _row in willing if ref.kind == "organisation"])
    told = [Neighbour(ref, row["title"], row["email"] or mails.get(ref.id, "")) for ref, row in willing]
    return Street(tuple(sorted(told, key=lambda one: (fold(one.title), one.ref.id))), len(asked) - len(willing))


def _fits(row: Values, segment: str | None, also: Collection[str]) -> bool:
    return segment is None or row["segment"] in (None, segment) or row["id"] in also


def _also(reader: Reader, segment: str | None) -> set[str]:
    """Contacts that have the segment as another one."""
    link = table(Link)
    statement = select(link.c.from_id).where(link.c.alive, link.c.role == "segment", link.c.to_id == segment)
    return {row[0] for row in reader.all(statement)} if segment else set()


def _mails_of_people(reader: Reader, houses: Sequence[str]) -> dict[str, str]:
    """Organisation -> the address of one who works there and takes mail, for a house without one of its own."""
    people = living(reader, Person, table(Person).c.organisation.in_(houses), table(Person).c.email != "")
    found: dict[str, str] = {}
    for row in people:
        if not row["is_unsubscribed"]:
            found.setdefault(row["organisation"], row["email"])
    return found


def entrepreneurs(reader: Reader) -> str | None:
    """The segment of entrepreneurs, where the team has one."""
    rows = living(reader, ContactSegment)
    return next((row["id"] for row in rows if fold(row["title"]).startswith("ondernemer")), None)
