"""The base of every record: a key that no two laptops make alike, and a mark instead of deletion."""

from __future__ import annotations

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import Boolean

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The registry of all mapped classes."""

    metadata = MetaData(naming_convention=NAMING)


class Record:
    """Mixed into every synced class. ``id``: UUIDv7 as 32 hex digits; ``alive`` on the row is the truth about deletion."""

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    alive: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=True, server_default="1")
