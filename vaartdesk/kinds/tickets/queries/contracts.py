"""Contracts: the offers that stand beside each other."""

from __future__ import annotations

from typing import Any

from sqlalchemy import or_

from vaartdesk.kinds.tickets.model.contract import Contract
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


def offers_beside(reader: Reader, contract: Values) -> list[dict[str, Any]]:
    """A contract and the offers it was weighed against, in the order of making; only itself where there is no other."""
    chosen = table(Contract)
    first = contract["alternative_to"] or contract["id"]
    return living(reader, Contract, or_(chosen.c.id == first, chosen.c.alternative_to == first))
