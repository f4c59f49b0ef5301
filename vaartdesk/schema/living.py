"""Living rows of a mapped class as plain values: what the queries of every family begin with."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Dialect, Integer, TableClause, Text, select, text

from vaartdesk.schema.reader import Reader
from vaartdesk.schema.record import Record

Convert = Callable[[Any], Any]
EVERYTHING = text("*")
AS_STORED = frozenset({Text, Integer})
"""Types whose stored value is the Python value."""


def table(model: type[Record]) -> TableClause:
    """The table of a mapped class."""
    return cast("TableClause", model.__table__)  # type: ignore[attr-defined]


def living(reader: Reader, model: type[Record], *conditions: ColumnElement[Any]) -> list[dict[str, Any]]:
    """The rows that are not deleted and fit all conditions, by attribute name, in the order of making.

    Columns only: rows of references are not among them. The columns are not named one by one: SQLAlchemy works for each of
    them, and at a start a dozen such questions are asked for the first time.
    """
    chosen = table(model)
    statement = select(EVERYTHING).select_from(chosen).where(chosen.c.alive, *conditions).order_by(chosen.c.id)
    result = reader.connection.execute(statement)
    names = tuple(result.keys())
    rows = [dict(zip(names, row, strict=True)) for row in result]
    if rows:
        for name, convert in _converted(chosen, reader.connection.dialect):
            for row in rows:
                row[name] = convert(row[name])
    return rows


@cache
def _converted(chosen: TableClause, dialect: Dialect) -> tuple[tuple[str, Convert], ...]:
    """The columns whose stored value is not the Python value, each with what makes it that."""
    typed = (column for column in chosen.c if type(column.type) not in AS_STORED)
    found = ((column.name, column.type.dialect_impl(dialect).result_processor(dialect, None)) for column in typed)
    return tuple((name, convert) for name, convert in found if convert is not None)
