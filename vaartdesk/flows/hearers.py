"""Who is to hear of something: name and address of whoever reported it, known contact or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.contacts.model import Organisation, Person
from vaartdesk.kinds.tickets.model.ticket import TicketReporter
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values


@dataclass(frozen=True)
class Hearer:
    """Somebody to tell. ``source``: the record that says so, and that notes the day it was told; ``contact``: who it is."""

    source: Ref
    name: str
    email: str = ""
    phone: str = ""
    contact: Ref | None = None

    @property
    def address(self) -> str:
        """`Bakker Jansen <bakker@example.nl>`; '' without an address."""
        plain = self.name.replace("<", "").replace(">", "").replace('"', "").replace(",", " ")
        return f"{' '.join(plain.split())} <{self.email}>" if self.email and plain.strip() else self.email


def contacts(reader: Reader, keys: Iterable[str | None]) -> dict[str, tuple[Ref, Values]]:
    """Key -> the person or organisation, of those that are living."""
    wanted = {key for key in keys if key}
    found: dict[str, tuple[Ref, Values]] = {}
    for model in (Person, Organisation) if wanted else ():
        chosen = table(model)
        shown = select(chosen.c.id, chosen.c.title, chosen.c.email, chosen.c.phone)
        for row in reader.connection.execute(shown.where(chosen.c.alive, chosen.c.id.in_(wanted))).mappings():
            found[row["id"]] = (Ref(chosen.name, row["id"]), dict(row))
    return found


def hearer(
    source: Ref, contact: tuple[Ref, Values] | None, name: str, email: str = "", phone: str = ""
) -> Hearer | None:
    """Whom a record names; what it says itself goes before what is known of the contact. None when it names nobody."""
    ref, known = contact if contact is not None else (None, {})
    found = Hearer(
        source, name or known.get("title", ""), email or known.get("email", ""), phone or known.get("phone", ""), ref
    )
    return found if found.name or found.email or found.phone else None


def reporters(reader: Reader, ticket: Values) -> list[Hearer]:
    """Everybody who reported a ticket, the first reporter first."""
    return reporters_of(reader, [ticket])[ticket["id"]]


def reporters_of(reader: Reader, tickets: Sequence[Values]) -> dict[str, list[Hearer]]:
    """Ticket -> everybody who reported it, in a few questions however many tickets there are."""
    others: dict[str, list[Values]] = {row["id"]: [] for row in tickets}
    for row in _parts_of(reader, list(others)):
        others[row["ticket"]].append(row)
    rows = [row for part in others.values() for row in part]
    known = contacts(reader, [*(row["reporter"] for row in tickets), *(row["contact"] for row in rows)])
    return {row["id"]: _reporters(row, others[row["id"]], known) for row in tickets}


def _parts_of(reader: Reader, keys: Sequence[str]) -> list[dict[str, Any]]:
    return living(reader, TicketReporter, table(TicketReporter).c.ticket.in_(keys))


def _reporters(ticket: Values, others: Sequence[Values], known: Mapping[str, tuple[Ref, Values]]) -> list[Hearer]:
    first = hearer(
        Ref("ticket", ticket["id"]),
        known.get(ticket["reporter"] or ""),
        ticket["reporter_name"],
        ticket["reporter_email"],
        ticket["reporter_phone"],
    )
    rest = [
        hearer(
            Ref("ticket_reporter", row["id"]), known.get(row["contact"] or ""), row["name"], row["email"], row["phone"]
        )
        for row in others
    ]
    return [who for who in (first, *rest) if who is not None]
