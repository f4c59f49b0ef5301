"""Nog te melden: whoever reported, told or needed something that came to an end, and was not told of it yet (X15)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, or_, select, text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.flows import replying, standard_texts
from vaartdesk.flows.hearers import Hearer, contacts, hearer, reporters_of
from vaartdesk.kinds.contacts.model import NEED_STATES, Need
from vaartdesk.kinds.signals.model import STATUSES as SIGNAL_STATES
from vaartdesk.kinds.signals.model import Signal
from vaartdesk.kinds.signals.rules.rows import CLOSED as CLOSED_SIGNALS
from vaartdesk.kinds.signals.rules.rows import signal_title
from vaartdesk.kinds.tickets.model.ticket import STATUSES, Ticket, TicketReporter
from vaartdesk.kinds.tickets.rules.moves import CLOSED, local_day
from vaartdesk.schema.chips import word
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.model import CHAIN

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

DOUBLE: Final = "dubbel"
"""Who reported a double is told with the ticket it is a double of."""
MOST: Final = 200
"""Tickets that are looked at, the ones closed last: whoever waits longer than that has heard by now, or never will."""
HELPED: Final = ("geholpen", "niet_geholpen")
_BECAME: Final = text(
    "select link.from_id, record.kind, record.number, record.title from link join record on record.id = link.to_id"
    " where link.alive and link.role = :role and not record.deleted"
    " and link.from_id in (select id from signal where alive and status = 'omgezet' and told_on is null)"
)


@dataclass(frozen=True)
class Untold:
    """One person to tell one thing. ``about``: the record; ``body``: the mail without its closing words."""

    about: Ref
    who: Hearer
    number: str
    title: str
    state: str
    closed_on: date | None
    subject: str
    body: str

    @property
    def key(self) -> str:
        """Its place in a list: the record that notes that this person was told."""
        return self.who.source.id


def untold(reader: Reader) -> list[Untold]:
    """Everyone who does not know yet, tickets first, then signals and needs; the longest waiting first."""
    found = (_of_tickets(reader), _of_signals(reader), _of_needs(reader))
    return [item for part in found for item in sorted(part, key=lambda i: (i.closed_on or date.min, i.number, i.key))]


# --- tickets ---------------------------------------------------------------------------------------------------------


def _of_tickets(reader: Reader) -> list[Untold]:
    ticket, other = table(Ticket), table(TicketReporter)
    names = ("reporter_name", "reporter_email", "reporter_phone")
    known: list[ColumnElement[bool]] = [ticket.c.reporter.is_not(None), *(ticket.c[name] != "" for name in names)]
    waiting = select(other.c.ticket).where(other.c.alive, other.c.told_on.is_(None))
    statement = (
        select(ticket)
        .where(
            ticket.c.alive,
            ticket.c.status.in_(sorted(CLOSED - {DOUBLE})),
            or_(ticket.c.told_on.is_(None) & or_(*known), ticket.c.id.in_(waiting)),
        )
        .order_by(ticket.c.closed_at.desc(), ticket.c.id)
        .limit(MOST)
    )
    rows = [dict(row) for row in reader.connection.execute(statement).mappings()]
    told, heard = _told_reporters(reader, rows), reporters_of(reader, rows)
    return [item for row in rows for item in _of_ticket(reader, row, heard[row["id"]], told)]


def _told_reporters(reader: Reader, rows: Sequence[Values]) -> set[str]:
    other = table(TicketReporter)
    chosen = select(other.c.id).where(other.c.told_on.is_not(None), other.c.ticket.in_([row["id"] for row in rows]))
    return {row[0] for row in reader.all(chosen)}


def _of_ticket(reader: Reader, row: Values, heard: Sequence[Hearer], told: set[str]) -> list[Untold]:
    is_told = told | ({row["id"]} if row["told_on"] is not None else set())
    best = standard_texts.best(standard_texts.suiting(reader, row), row)
    found = []
    for who in heard:
        if who.source.id in is_told:
            continue
        chosen = standard_texts.filled(reader, best["id"], row, who.name) if best else ""
        found.append(
            Untold(
                Ref("ticket", row["id"]),
                who,
                row["number"],
                row["title"],
                word(STATUSES, row["status"]),
                local_day(row["closed_at"]) if row["closed_at"] else None,
                replying.subject_of(row),
                chosen or replying.plain_text(row, who.name),
            )
        )
    return found


# --- signals and needs -----------------------------------------------------------------------------------------------


def _of_signals(reader: Reader) -> list[Untold]:
    """A signal that became a ticket is told with the ticket, which knows who reported it."""
    chosen = table(Signal)
    rows = living(reader, Signal, chosen.c.status.in_(sorted(CLOSED_SIGNALS)), chosen.c.told_on.is_(None))
    became = {row.from_id: row for row in reader.connection.execute(_BECAME, {"role": CHAIN})}
    known = contacts(reader, [row["reported_by"] for row in rows])
    found = []
    for row in rows:
        result = became.get(row["id"])
        who = hearer(Ref("signal", row["id"]), known.get(row["reported_by"] or ""), row["reporter_text"])
        if who is None or (result is not None and result.kind == "ticket"):
            continue
        outcome = row["outcome"].strip()
        if not outcome and result is not None:
            outcome = str(_("Wij hebben dit opgepakt: {title}.").format(title=result.title))
        said = str(_("U liet ons weten: ‘{text}’").format(text=signal_title(row)))
        found.append(
            Untold(
                Ref("signal", row["id"]),
                who,
                row["number"],
                signal_title(row),
                word(SIGNAL_STATES, row["status"]),
                row["closed_on"],
                str(_("Wat er met uw signaal is gebeurd")),
                _letter(who.name, said, outcome or str(_("Wij hebben het bekeken en afgesloten."))),
            )
        )
    return found


def _of_needs(reader: Reader) -> list[Untold]:
    chosen = table(Need)
    rows = living(reader, Need, chosen.c.status.in_(HELPED), chosen.c.told_on.is_(None))
    known = contacts(reader, [row["contact"] for row in rows])
    found = []
    for row in rows:
        who = hearer(Ref("need", row["id"]), known.get(row["contact"] or ""), "")
        if who is None:
            continue
        said = str(_("U vroeg ons om hulp: {title}.").format(title=row["title"]))
        found.append(
            Untold(
                Ref("need", row["id"]),
                who,
                "",
                row["title"],
                word(NEED_STATES, row["status"]),
                row["offered_on"],
                str(_("Uw vraag: {title}").format(title=row["title"])),
                _letter(who.name, said, row["outcome"].strip()),
            )
        )
    return found


def _letter(name: str, *paragraphs: str) -> str:
    greeting = str(_("Beste {name},").format(name=name or str(standard_texts.LOOSE)))
    return "\n\n".join(part for part in (greeting, *paragraphs) if part)


# --- telling ---------------------------------------------------------------------------------------------------------


def mark_told(desk: Desk, items: Sequence[Untold], *, note: str = "") -> None:
    """These know it now: the day is noted with each, and in the log of the record. One change, one undo."""
    with desk.change(_("Teruggemeld")) as tx:
        for item in items:
            tx.set(item.who.source, "told_on", tx.today)
            told = note or str(_("Verteld aan {name}."))
            tx.note(item.about, told.format(name=item.who.name or item.who.email or item.who.phone))
