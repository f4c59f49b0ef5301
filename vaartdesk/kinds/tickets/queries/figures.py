"""Named questions about what tickets count up to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Integer, Select, func, or_, select

from vaartdesk.core.clock import midnight
from vaartdesk.core.periods import Span
from vaartdesk.core.progress import tell, told
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.ports import STREET
from vaartdesk.kinds.tickets.queries.tickets import categories
from vaartdesk.kinds.tickets.rules import figure_table as tables
from vaartdesk.kinds.tickets.rules import figures
from vaartdesk.kinds.tickets.rules.moves import CLOSED, DONE
from vaartdesk.kinds.tickets.rules.rows import category_title
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

NEEDED: Final = ("category", "street", "status", "reported_at", "closed_at", "due_on", "pauses", "paused_since")
"""What a case is made of."""


def flow(reader: Reader, weeks: int = 12) -> figures.Flow:
    """How many tickets were open, came and went in each of the last weeks, the week of today included."""
    chosen, first = table(Ticket), first_monday(reader.today, weeks)
    begins = [midnight(first + timedelta(7 * week)) for week in range(weeks)]
    columns = (chosen.c.reported_at, chosen.c.closed_at)
    # Since each Monday, of both: one pass over the tickets and no row of them comes here.
    sums: list[ColumnElement[Any]] = [
        func.sum(column >= begin, type_=Integer) for column in columns for begin in begins
    ]
    since = select(*sums).where(chosen.c.alive, or_(*(column >= begins[0] for column in columns)))
    now_open = select(func.count()).where(chosen.c.alive, chosen.c.status.not_in(sorted(CLOSED)))
    counted = [count or 0 for count in reader.all(since)[0]]
    came, went = _per_week(counted[:weeks]), _per_week(counted[weeks:])
    return figures.flow(came, went, int(reader.value(now_open)))


def _per_week(since: Sequence[int]) -> list[int]:
    """From counts since each Monday to counts per week."""
    return [count - after for count, after in zip(since, [*since[1:], 0], strict=True)]


def first_monday(today: date, weeks: int) -> date:
    """The Monday on which the last so many weeks begin, that of today included."""
    return today - timedelta(today.weekday() + 7 * (weeks - 1))


def speed(reader: Reader, weeks: int = 12) -> figures.Speed:
    """How fast the tickets were that were solved in the last weeks."""
    chosen = table(Ticket)
    since = chosen.c.closed_at >= midnight(first_monday(reader.today, weeks))
    return figures.speed(_cases(reader, chosen.c.status == DONE, since))


def cases(reader: Reader, span: Span, street: str | None = None) -> list[figures.Case]:
    """Every ticket that was there at some time of a period: open then, or closed in it; of one street where one is named."""
    of_street = [table(Ticket).c.street == street] if street is not None else []
    return _cases(reader, *_during(span), *of_street)


def _during(span: Span) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    chosen = table(Ticket)
    return (
        or_(chosen.c.reported_at.is_(None), chosen.c.reported_at < midnight(span.last + timedelta(1))),
        or_(chosen.c.status.not_in(sorted(CLOSED)), chosen.c.closed_at >= midnight(span.first)),
    )


def _cases(reader: Reader, *conditions: ColumnElement[bool]) -> list[figures.Case]:
    chosen, calendar = table(Ticket), calendar_of(reader.settings)
    statement = select(*(chosen.c[name] for name in NEEDED)).where(chosen.c.alive, *conditions)
    rows = reader.connection.execute(statement).mappings().all()
    return [figures.case_of(cast("Values", row), calendar) for row in told(rows, tell, 0.2, 0.7)]


def count_cases(reader: Reader, span: Span) -> int:
    """How many tickets an overview of a period has to look at."""
    statement = (
        select(func.count())
        .select_from(table(Ticket))
        .where(table(Ticket).c.alive, *_during(tables.history(span, reader.today)))
    )
    return int(reader.value(statement))


def overview(reader: Reader, span: Span, street: str | None = None) -> tables.Overview:
    """The figures of a period, of one street where one is named."""
    named = {row["id"]: category_title(row) for row in categories(reader).values()}
    names = dict(_streets(reader, select(STREET.c.id, STREET.c.title)))
    found = cases(reader, tables.history(span, reader.today), street)
    return tables.overview(found, span, reader.today, categories=named, streets=names, street=street)


def streets(reader: Reader) -> list[tuple[str, str]]:
    """Key and name of the streets, in their order."""
    statement = select(STREET.c.id, STREET.c.title).where(STREET.c.alive).order_by(STREET.c.pos, STREET.c.id)
    return _streets(reader, statement)


def _streets(reader: Reader, statement: Select[Any]) -> list[tuple[str, str]]:
    return [(str(key), str(title)) for key, title in reader.connection.execute(statement)]


def has_any(reader: Reader) -> bool:
    """Whether there is any ticket to count."""
    return reader.value(select(table(Ticket).c.id).where(table(Ticket).c.alive).limit(1)) is not None
