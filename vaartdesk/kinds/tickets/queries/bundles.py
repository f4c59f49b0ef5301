"""Tickets taken together: how many, since when, how many still open, and how often the same came before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final

from sqlalchemy import and_, func, or_, select

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.model.ticket import Ticket, TicketReporter
from vaartdesk.kinds.tickets.rules import term
from vaartdesk.kinds.tickets.rules.moves import DONE, is_open, local_day
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

MONTHS: Final = 12
WITHOUT: Final = ("dubbel", "geannuleerd")
"""States of tickets that were none: they count nowhere."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Tickets with what is counted of them, in the order of reporting. ``months``: (year, month, how many were reported) of
    the last twelve; ``reporters``: how many people said so.
    """

    rows: tuple[Values, ...]
    open: int
    late: int
    solved: int
    reporters: int
    first_on: date | None
    months: tuple[tuple[int, int, int], ...]


def bundle(reader: Reader, keys: Collection[str]) -> Bundle:
    """These tickets together."""
    found = living(reader, Ticket, table(Ticket).c.id.in_(keys))
    return _bundle(reader, found)


def alike(reader: Reader, ticket: Values) -> Bundle:
    """The tickets of the same category and street as one, itself included, of the last twelve months."""
    chosen = table(Ticket)
    since = date(*_months(reader.today)[0], 1)
    condition = chosen.c.id == ticket["id"]
    if ticket["street"]:
        begin = datetime.combine(since, time(), amsterdam()).astimezone(UTC)
        same = (chosen.c.category == ticket["category"], chosen.c.street == ticket["street"])
        condition = or_(condition, and_(*same, chosen.c.reported_at >= begin, chosen.c.status.not_in(WITHOUT)))
    return _bundle(reader, living(reader, Ticket, condition))


def _bundle(reader: Reader, found: Sequence[Mapping[str, Any]]) -> Bundle:
    calendar = calendar_of(reader.settings)
    rows = sorted(found, key=lambda row: (_day(row), row["id"]))
    counted = Counter((_day(row).year, _day(row).month) for row in rows)
    more = select(func.count()).where(
        table(TicketReporter).c.alive, table(TicketReporter).c.ticket.in_([row["id"] for row in rows])
    )
    told = sum(
        any(row[name] for name in ("reporter", "reporter_name", "reporter_email", "reporter_phone")) for row in rows
    )
    return Bundle(
        rows=tuple(rows),
        open=sum(is_open(row) for row in rows),
        late=sum(is_open(row) and term.is_over(row, reader.today, calendar) for row in rows),
        solved=sum(row["status"] == DONE for row in rows),
        reporters=told + int(reader.value(more) or 0),
        first_on=_day(rows[0]) if rows else None,
        months=tuple((year, month, counted[year, month]) for year, month in _months(reader.today)),
    )


def _day(row: Mapping[str, Any]) -> date:
    return local_day(row["reported_at"]) if row["reported_at"] is not None else date.min


def _months(today: date) -> list[tuple[int, int]]:
    """The last twelve months, that of today last."""
    last = today.year * 12 + today.month - 1
    return [(number // 12, number % 12 + 1) for number in range(last - MONTHS + 1, last + 1)]
