"""Columns declared as attributes of a class, and the table made of them.

Rows are read and written with SQLAlchemy Core; an object mapper between class and table would be a fifth of a second at every
start, and a tenth of the memory, for nobody.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from sqlalchemy import Column, ColumnClause, ForeignKey, Index, MetaData, Table, TableClause, table
from sqlalchemy import column as light_column
from sqlalchemy.types import TypeEngine

Value = TypeVar("Value")


class Mapped(Generic[Value]):
    """A declared column whose values are of a type; `of` makes the column, anew for each table that inherits it."""

    def __init__(self, sql: TypeEngine[Any], target: str, options: dict[str, Any]) -> None:
        self._sql, self._target, self._options = sql, target, options

    @property
    def info(self) -> dict[str, Any]:
        """What was noted with the declaration."""
        found: dict[str, Any] = self._options.get("info", {})
        return found

    def light(self, name: str) -> ColumnClause[Any]:
        """Name and type only."""
        return light_column(name, self._sql)

    def of(self, name: str) -> Column[Any]:
        """The column under its attribute's name."""
        return Column(name, self._sql, *self._constraints(), **self._options)

    def _constraints(self) -> list[ForeignKey]:
        """A reference to a row of another table; deferrable, so that order of arrival is free."""
        return [ForeignKey(f"{self._target}.id", deferrable=True, initially="DEFERRED")] if self._target else []


def column(sql: TypeEngine[Any], *, target: str = "", nullable: bool = False, **options: Any) -> Mapped[Any]:
    """Declare a column; ``target`` is the table whose ``id`` it names."""
    return Mapped(sql, target, {"nullable": nullable, **options})


def declared_columns(declared: type) -> dict[str, Mapped[Any]]:
    """The columns that a class declares by name, those it inherits last."""
    columns: dict[str, Mapped[Any]] = {}
    for base in declared.__mro__:
        columns = {**columns, **{key: value for key, value in vars(base).items() if isinstance(value, Mapped)}}
    return columns


def light_table_of(declared: type, name: str) -> TableClause:
    """The names and types of the columns that a class declares, which is all that reading and writing ask of a table.

    What else a table knows (keys, defaults, indexes) only its making asks for, and costs ten times as much.
    """
    return table(name, *(value.light(key) for key, value in declared_columns(declared).items()))


def table_of_class(declared: type, name: str, metadata: MetaData) -> Table:
    """The table with the columns that a class declares, and the indexes of ``__table_args__``."""
    indexes: tuple[Index, ...] = getattr(declared, "__table_args__", ())
    return Table(name, metadata, *(value.of(key) for key, value in declared_columns(declared).items()), *indexes)
