"""What meetings read of records that are not theirs: only these columns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Text, column, table

from vaartdesk.schema.types.times import DayColumn

ACTION: Final = table("action", column("id", Text()), column("status", Text()), column("alive", Boolean()))
LINK: Final = table(
    "link", column("from_id", Text()), column("role", Text()), column("to_id", Text()), column("alive", Boolean())
)
FUNCTION: Final = table(
    "function",
    column("id", Text()),
    column("person", Text()),
    column("organisation", Text()),
    column("is_board", Boolean()),
    column("from_on", DayColumn()),
    column("to_on", DayColumn()),
    column("alive", Boolean()),
)
ORGANISATION: Final = table(
    "organisation", column("id", Text()), column("is_partner", Boolean()), column("alive", Boolean())
)
