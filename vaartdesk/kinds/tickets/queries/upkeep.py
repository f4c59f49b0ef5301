"""Planned maintenance: what has a ticket, what comes, and where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from vaartdesk.kinds.tickets.model.contract import Maintenance
from vaartdesk.kinds.tickets.model.ticket import Ticket, TicketCategory
from vaartdesk.kinds.tickets.rules import upkeep
from vaartdesk.kinds.tickets.rules.moves import local_day
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


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


@dataclass(frozen=True, slots=True)
class Turn:
    """One day of a maintenance, with its ticket where there is one."""

    day: date
    maintenance: Values
    ticket: Values | None


def season(reader: Reader, first: date, last: date) -> list[Turn]:
    """Every day from ``first`` to ``last`` on which something is done, in order."""
    turns = [(day, row) for row in running(reader) for day in upkeep.days_between(row, first, last)]
    keys = {upkeep.ticket_id(row["id"], day) for day, row in turns}
    tickets = {row["id"]: row for row in living(reader, Ticket, table(Ticket).c.id.in_(keys))}
    found = [Turn(day, row, tickets.get(upkeep.ticket_id(row["id"], day))) for day, row in turns]
    return sorted(found, key=lambda turn: (turn.day, turn.maintenance["title"]))
