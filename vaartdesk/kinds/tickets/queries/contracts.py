"""Contracts: the offers that stand beside each other, and the tickets and maintenance under them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import func, or_, select

from vaartdesk.kinds.tickets.model.contract import Contract, Maintenance
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.rules.moves import CLOSED
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


def offers_beside(reader: Reader, contract: Values) -> list[dict[str, Any]]:
    """A contract and the offers it was weighed against, in the order of making; only itself where there is no other."""
    chosen = table(Contract)
    first = contract["alternative_to"] or contract["id"]
    return living(reader, Contract, or_(chosen.c.id == first, chosen.c.alternative_to == first))


LATEST: Final = 8
"""So many closed tickets are told of beside the open ones."""


def tickets_under(reader: Reader, contract: str) -> tuple[list[dict[str, Any]], int, int]:
    """(the open tickets of a contract by term, then its latest closed ones; how many are open; how many there are)."""
    chosen = table(Ticket)
    mine = (chosen.c.alive, chosen.c.contract == contract)
    is_closed = chosen.c.status.in_(sorted(CLOSED))
    count = reader.connection.execute(select(func.count()).select_from(chosen).where(*mine)).scalar() or 0
    open_ = living(reader, Ticket, chosen.c.contract == contract, ~is_closed)
    latest = select(chosen).where(*mine, is_closed).order_by(chosen.c.id.desc()).limit(LATEST)
    closed = [dict(row) for row in reader.connection.execute(latest).mappings()]
    by_term = sorted(open_, key=lambda row: (row["due_on"] is None, row["due_on"] or reader.today, row["id"]))
    return [*by_term, *closed], len(open_), count


def maintenance_under(reader: Reader, contract: str) -> list[dict[str, Any]]:
    """What is done under a contract by itself."""
    return living(reader, Maintenance, table(Maintenance).c.contract == contract)
