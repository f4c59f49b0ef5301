"""Where tickets and events are: their own coordinates, else those of their place or premises, else the names to look for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import func, select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.ports import EVENT, PLACE, PREMISES, STREET
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader

DEGREE: Final = 1_000_000
"""Coordinates are stored in millionths of a degree."""


@dataclass(frozen=True, slots=True)
class Spot:
    """``degrees``: latitude and longitude (WGS 84), None where nothing says so; ``is_own``: they are the record's own.

    ``street``: the name of its street; ``names``: what else a map may know it by, the best first.
    """

    degrees: tuple[float, float] | None
    is_own: bool
    street: str
    names: tuple[str, ...]


def ticket_spots(reader: Reader, ids: Collection[str] | None = None) -> dict[str, Spot]:
    """Key -> where each ticket is; all living ones, or those of ``ids``."""
    ticket = table(Ticket)
    street = func.coalesce(ticket.c.street, PLACE.c.street, PREMISES.c.street)
    source = ticket.outerjoin(PLACE, PLACE.c.id == ticket.c.place).outerjoin(
        PREMISES, PREMISES.c.id == ticket.c.premises
    )
    statement = select(
        ticket.c.id, ticket.c.latitude, ticket.c.longitude,
        PREMISES.c.latitude, PREMISES.c.longitude, PLACE.c.latitude, PLACE.c.longitude,
        STREET.c.title, PLACE.c.title, ticket.c.place_text,
    ).select_from(source.outerjoin(STREET, STREET.c.id == street))  # fmt: skip
    statement = statement.where(ticket.c.alive if ids is None else ticket.c.id.in_(ids))
    return {
        key: _spot((north, east), ((at, to), (up, on)), street, where, words)
        for key, north, east, at, to, up, on, street, where, words in map(tuple, reader.all(statement))
    }


def event_spots(reader: Reader) -> dict[str, Spot]:
    """Key -> where each event is."""
    source = EVENT.outerjoin(PLACE, PLACE.c.id == EVENT.c.place).outerjoin(STREET, STREET.c.id == PLACE.c.street)
    statement = select(
        EVENT.c.id, PLACE.c.latitude, PLACE.c.longitude, STREET.c.title, PLACE.c.title, EVENT.c.place_text
    ).select_from(source)
    return {
        key: _spot((None, None), ((north, east),), street, where, words)
        for key, north, east, street, where, words in map(tuple, reader.all(statement))
    }


def _spot(own: Any, others: Any, street: str | None, where: str | None, words: str | None) -> Spot:
    found = next((pair for pair in (own, *others) if None not in pair), None)
    degrees = (found[0] / DEGREE, found[1] / DEGREE) if found is not None else None
    names = tuple(name for name in (where, street, (words or "").split(",")[0].strip()) if name)
    return Spot(degrees, None not in own, street or "", names)
