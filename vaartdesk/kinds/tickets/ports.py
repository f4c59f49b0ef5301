"""What tickets read of records that are not theirs: only these columns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Integer, Text, column, table

from vaartdesk.schema.types.times import MomentColumn

NOTE: Final = table("note", column("record_id", Text()), column("at", MomentColumn()), column("alive", Boolean()))
STREET: Final = table(
    "street", column("id", Text()), column("title", Text()), column("pos", Text()), column("alive", Boolean())
)
ORGANISATION: Final = table("organisation", column("id", Text()), column("email", Text()), column("alive", Boolean()))
PERSON: Final = table("person", column("id", Text()), column("email", Text()), column("alive", Boolean()))
PLACE: Final = table(
    "place",
    column("id", Text()),
    column("title", Text()),
    column("street", Text()),
    column("latitude", Integer()),
    column("longitude", Integer()),
)
PREMISES: Final = table(
    "premises",
    column("id", Text()),
    column("street", Text()),
    column("latitude", Integer()),
    column("longitude", Integer()),
)
EVENT: Final = table("event", column("id", Text()), column("place", Text()), column("place_text", Text()))
UNCERTAIN_EVENTS: Final = frozenset({"idee", "optie"})
PAST_EVENTS: Final = frozenset({"geweest", "afgelast"})
