"""Living rows of a mapped class as plain values: what the queries of every family begin with."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import ColumnElement, Table, select

from vaartdesk.schema.reader import Reader
from vaartdesk.schema.record import Record


def table(model: type[Record]) -> Table:
    """The table of a mapped class."""
    return cast("Table", model.__table__)  # type: ignore[attr-defined]


def living(reader: Reader, model: type[Record], *conditions: ColumnElement[Any]) -> list[dict[str, Any]]:
    """The rows that are not deleted and fit all conditions, by attribute name, in the order of making.

    Columns only: rows of references are not among them.
    """
    chosen = table(model)
    statement = select(chosen).where(chosen.c.alive, *conditions).order_by(chosen.c.id)
    return [dict(row) for row in reader.connection.execute(statement).mappings()]
