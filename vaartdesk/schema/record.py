"""The base of every record: a key that no two laptops make alike, and a mark instead of deletion."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import MetaData, Table
from sqlalchemy.types import Boolean, Text

from vaartdesk.schema.column import Mapped, column, table_of_class

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base:
    """Gives every class that names a table its ``__table__``, and knows all of them."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)
    __tablename__: ClassVar[str]
    __table__: ClassVar[Table]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.__table__ = table_of_class(cls, cls.__tablename__, Base.metadata)


class Record:
    """Mixed into every synced class. ``id``: UUIDv7 as 32 hex digits; ``alive`` on the row is the truth about deletion."""

    id: Mapped[str] = column(Text(), primary_key=True)
    alive: Mapped[bool] = column(Boolean(create_constraint=False), default=True, server_default="1")
