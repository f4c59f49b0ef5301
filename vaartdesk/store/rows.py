"""Rows of a kind as plain values, read with SQLAlchemy Core. Nothing here writes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select
from sqlalchemy.inspection import inspect

from vaartdesk.schema.kind import Kind


def table_of(kind: Kind) -> Table:
    """The mapped table of a kind."""
    table = inspect(kind.model).local_table
    assert isinstance(table, Table)
    return table


def only(statement: Select[Any], column: Any, ids: Sequence[str]) -> Select[Any]:
    """Limit to keys: handed over as one JSON text, so that any number of them is one parameter."""
    each = func.json_each(json.dumps(list(ids))).table_valued("value")
    return statement.where(column.in_(select(each.c.value)))


def read_values(connection: Connection, kind: Kind, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Whole records by key, rows of references included."""
    table = table_of(kind)
    wanted = list(ids)
    if not wanted:
        return {}
    rows = connection.execute(only(select(table), table.c.id, wanted)).mappings()
    found = {row["id"]: dict(row) for row in rows}
    if kind.link_fields:
        add_links(connection, kind, found, kind.link_fields)
    return found


def read_rows(
    connection: Connection, kind: Kind, names: Sequence[str], ids: Iterable[str] | None = None, *, alive: bool = True
) -> list[dict[str, Any]]:
    """Some fields of all records (or of ``ids``), in the order of making."""
    table = table_of(kind)
    columns = [table.c[n] for n in dict.fromkeys(("id", "alive", *names)) if n in table.c]
    statement = select(*columns).order_by(table.c.id)
    if alive:
        statement = statement.where(table.c.alive)
    if ids is not None:
        statement = only(statement, table.c.id, list(ids))
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    links = [n for n in names if n in kind.link_fields]
    if links:
        add_links(connection, kind, {row["id"]: row for row in rows}, links)
    return rows


def add_links(connection: Connection, kind: Kind, rows: dict[str, dict[str, Any]], names: Sequence[str]) -> None:
    """Fill the rows' fields of references: a tuple of keys, in order."""
    roles = {getattr(kind.fields[n].type, "role", ""): n for n in names}
    link = kind.model.metadata.tables["link"]  # type: ignore[attr-defined]
    statement = select(link.c.from_id, link.c.role, link.c.to_id).where(link.c.alive, link.c.role.in_(list(roles)))
    if len(rows) < 2000:
        statement = only(statement, link.c.from_id, list(rows))
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for from_id, role, to_id in connection.execute(statement.order_by(link.c.pos, link.c.id)):
        found[from_id, roles[role]].append(to_id)
    for key, row in rows.items():
        for name in names:
            row[name] = tuple(found.get((key, name), ()))
