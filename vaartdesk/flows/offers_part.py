"""Offers side by side on paper: what a board that chooses between them wants to see (T14)."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.queries.contracts import offers_beside
from vaartdesk.kinds.tickets.rules import contracts
from vaartdesk.pdf.parts import Listing, Part
from vaartdesk.pdf.tables import Cell, Column, toned
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

MOST = 4
"""So many stand beside each other on A4."""


def offers_parts(reader: Reader, contract: Values) -> list[Part]:
    """The offers that a contract is weighed against, the lowest by the year in colour; nothing where it is the only one."""
    offers = offers_beside(reader, contract)[:MOST]
    if len(offers) < 2:
        return []
    names = reader.titles({row["supplier"] for row in offers if row["supplier"]})
    suppliers = [names.get(row["supplier"] or "", "") or str(row["title"]) for row in offers]
    first, *lines = contracts.compare(offers, suppliers)
    heads = (Column("", 2.4), *(Column(name, 4) for name in first.texts))
    rows = tuple((line.label, *_cells(line)) for line in lines)
    return [Listing(str(_("Offertes naast elkaar")), heads, rows)]


def _cells(line: contracts.Compared) -> list[Cell]:
    lowest = str(_("{amount}, laagste"))
    return [
        toned(lowest.format(amount=text), "success") if number == line.best else text
        for number, text in enumerate(line.texts)
    ]
