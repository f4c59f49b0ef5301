"""Planned maintenance: what has a ticket, what comes, and where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import func, select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.tickets.model.contract import SUBJECTS, Contract, Maintenance
from vaartdesk.kinds.tickets.model.ticket import Ticket, TicketCategory
from vaartdesk.kinds.tickets.rules import upkeep
from vaartdesk.kinds.tickets.rules.moves import local_day
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

LATEST: Final = 12
"""So many of its tickets the page of a maintenance tells of."""


def running(reader: Reader) -> list[dict[str, Any]]:
    """Maintenance that goes on."""
    return living(reader, Maintenance, table(Maintenance).c.status == "actief")


def last_planned(reader: Reader) -> Mapping[str, date]:
    """Maintenance -> the last day that has a ticket, deleted ones too: what was thrown away is not made again."""
    chosen = table(Ticket)
    statement = (
        select(chosen.c.maintenance, func.max(chosen.c.planned_at))
        .where(chosen.c.maintenance.is_not(None), chosen.c.planned_at.is_not(None))
        .group_by(chosen.c.maintenance)
    )
    return {key: local_day(at) for key, at in reader.connection.execute(statement) if at is not None}


def any_category(reader: Reader) -> str | None:
    """The category of a ticket whose maintenance names none: the first that is still used."""
    chosen = table(TicketCategory)
    rows = living(reader, TicketCategory, chosen.c.is_retired.is_(False))
    last = [row for row in rows if row["aspect"] == "overig"] or rows
    return str(last[0]["id"]) if last else None


def tickets_of(reader: Reader, maintenance: str) -> list[dict[str, Any]]:
    """The tickets that a maintenance made: what is planned first, then the latest."""
    chosen = table(Ticket)
    mine = select(chosen).where(chosen.c.alive, chosen.c.maintenance == maintenance)
    rows = reader.connection.execute(mine.order_by(chosen.c.planned_at.desc()).limit(LATEST)).mappings()
    return [dict(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Turn:
    """One day of a maintenance, with its ticket where there is one."""

    day: date
    maintenance: Values
    ticket: Values | None


def season(reader: Reader, first: date, last: date) -> list[Turn]:
    """Every day from ``first`` to ``last`` on which something is done or still hangs, in order."""
    turns = [
        (day, row)
        for row in running(reader)
        for day in upkeep.days_between(row, first - timedelta((row["stays_days"] or 1) - 1), last)
    ]
    keys = {upkeep.ticket_id(row["id"], day) for day, row in turns}
    tickets = {row["id"]: row for row in living(reader, Ticket, table(Ticket).c.id.in_(keys))}
    found = [Turn(day, row, tickets.get(upkeep.ticket_id(row["id"], day))) for day, row in turns]
    return sorted(found, key=lambda turn: (turn.day, turn.maintenance["title"]))


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """One maintenance over a season: under which contract and by whom, and its bars."""

    maintenance: Values
    contract: str
    supplier: str
    bars: tuple[upkeep.Bar, ...]

    @property
    def told(self) -> str:
        """Contract and supplier, as far as they say two things."""
        return " · ".join(part for part in dict.fromkeys((self.contract, self.supplier)) if part)


def season_rows(reader: Reader, first: date, last: date) -> list[SeasonRow]:
    """What goes on, per subject in the order of the list of subjects, and within one by its first day."""
    rows = running(reader)
    bars: dict[str, list[upkeep.Bar]] = {row["id"]: [] for row in rows}
    for turn in season(reader, first, last):
        bar = upkeep.bar_of(turn.maintenance, turn.day, turn.ticket, reader.today)
        bars[turn.maintenance["id"]].append(bar)
    keys = {row["contract"] for row in rows if row["contract"]}
    contracts = {row["id"]: row for row in living(reader, Contract, table(Contract).c.id.in_(keys))}
    names = reader.titles({row["supplier"] for row in contracts.values() if row["supplier"]})
    order = [option.slug for option in SUBJECTS]

    def made(row: Values) -> SeasonRow:
        contract = contracts.get(row["contract"] or "", {})
        supplier = names.get(contract.get("supplier") or "", "")
        return SeasonRow(row, contract.get("title", ""), supplier, tuple(bars[row["id"]]))

    def place(found: SeasonRow) -> tuple[int, bool, date, str]:
        subject, own = found.maintenance["subject"], found.bars
        at = order.index(subject) if subject in order else len(order)
        return at, not own, own[0].first if own else last, found.maintenance["title"]

    return sorted((made(row) for row in rows), key=place)
