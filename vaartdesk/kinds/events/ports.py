"""What events read of records that are not theirs: only these columns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Integer, Text, column, table

from vaartdesk.schema.types.times import DayColumn, MomentColumn

LINK: Final = table(
    "link",
    column("from_id", Text()),
    column("role", Text()),
    column("to_id", Text()),
    column("pos", Text()),
    column("alive", Boolean()),
)
PLACE: Final = table("place", column("id", Text()), column("title", Text()), column("street", Text()))
PERMIT_TERM: Final = table(
    "permit_term",
    column("id", Text()),
    column("municipality", Text()),
    column("category", Text()),
    column("amount", Integer()),
    column("unit", Text()),
    column("alive", Boolean()),
)
MUNICIPALITY: Final = table("municipality", column("id", Text()), column("alive", Boolean()))
TICKET: Final = table(
    "ticket",
    column("id", Text()),
    column("title", Text()),
    column("place", Text()),
    column("planned_at", MomentColumn()),
    column("status", Text()),
    column("alive", Boolean()),
)
CONTRACT: Final = table(
    "contract",
    column("id", Text()),
    column("starts_on", DayColumn()),
    column("status", Text()),
    column("alive", Boolean()),
)
MAINTENANCE: Final = table(
    "maintenance",
    column("id", Text()),
    column("title", Text()),
    column("place", Text()),
    column("street", Text()),
    column("starts_on", DayColumn()),
    column("ends_on", DayColumn()),
    column("rrule", Text()),
    column("stays_days", Integer()),
    column("status", Text()),
    column("alive", Boolean()),
)
OVER: Final = frozenset({"afgehandeld", "geannuleerd", "dubbel", "afgelopen", "afgewezen", "gestopt"})
"""States of tickets, contracts and maintenance in which nothing needs to be asked for them any more."""
