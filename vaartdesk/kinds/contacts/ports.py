"""What contacts read of records that are not theirs: only these columns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Text, column, table

from vaartdesk.schema.types.times import DayColumn

SEAT: Final = table(
    "seat",
    column("id", Text()),
    column("body", Text()),
    column("organisation", Text()),
    column("holder", Text()),
    column("deputy", Text()),
    column("function", Text()),
    column("has_vote", Boolean()),
    column("from_on", DayColumn()),
    column("to_on", DayColumn()),
    column("alive", Boolean()),
)
MEMBERSHIP: Final = table(
    "membership",
    column("id", Text()),
    column("body", Text()),
    column("member", Text()),
    column("function", Text()),
    column("has_vote", Boolean()),
    column("expertise", Text()),
    column("from_on", DayColumn()),
    column("to_on", DayColumn()),
    column("alive", Boolean()),
)
