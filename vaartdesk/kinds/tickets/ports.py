"""What tickets read of records that are not theirs: only these columns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Text, column, table

from vaartdesk.schema.types.times import MomentColumn

NOTE: Final = table("note", column("record_id", Text()), column("at", MomentColumn()), column("alive", Boolean()))
STREET: Final = table("street", column("id", Text()), column("title", Text()), column("alive", Boolean()))
ORGANISATION: Final = table("organisation", column("id", Text()), column("email", Text()))
PERSON: Final = table("person", column("id", Text()), column("email", Text()))
