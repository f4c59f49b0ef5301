"""The base of every record: a key that no two laptops make alike, and a mark instead of deletion."""

from __future__ import annotations

from threading import RLock
from typing import Any, ClassVar, Final

from sqlalchemy import MetaData, TableClause
from sqlalchemy.types import Boolean, Text

from vaartdesk.schema.column import Mapped, column, light_table_of, table_of_class

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


_METADATA: Final = MetaData(naming_convention=NAMING)
_MAKING: Final = RLock()


class _TableOf:
    """The table of the class that is asked for it, made then: of sixty tables a start reads a third."""

    def __get__(self, instance: object, owner: type[Base]) -> TableClause:
        with _MAKING:
            if not isinstance(vars(owner).get("__table__"), TableClause):
                owner.__table__ = light_table_of(owner, owner.__tablename__)
        made: TableClause = vars(owner)["__table__"]
        return made


class _AllTables:
    """The tables of all classes together, with keys, defaults and indexes: for who makes a database or compares one."""

    def __get__(self, instance: object, owner: type[Base]) -> MetaData:
        with _MAKING:
            for declared in Base.declared:
                if declared.__tablename__ not in _METADATA.tables:
                    table_of_class(declared, declared.__tablename__, _METADATA)
        return _METADATA


class Base:
    """Gives every class that names a table its ``__table__`` on first use, and knows all of them."""

    declared: ClassVar[list[type[Base]]] = []
    metadata = _AllTables()
    __tablename__: ClassVar[str]
    __table__: TableClause = _TableOf()  # type: ignore[assignment]  # each class gets its own

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        Base.declared.append(cls)


class Record:
    """Mixed into every synced class. ``id``: UUIDv7 as 32 hex digits; ``alive`` on the row is the truth about deletion."""

    id: Mapped[str] = column(Text(), primary_key=True)
    alive: Mapped[bool] = column(Boolean(create_constraint=False), default=True, server_default="1")
