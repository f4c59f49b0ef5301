"""Rows of a kind as plain values, read with SQLAlchemy Core. Nothing here writes."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, TableClause, func, select

from vaartdesk.schema.kind import Kind
from vaartdesk.schema.types.base import FieldType
from vaartdesk.store.connect import raw
from vaartdesk.store.model import Link

FEW = 8
"""So many records are read one by one; beyond, one question for all is quicker."""


def table_of(kind: Kind) -> TableClause:
    """The mapped table of a kind."""
    table = kind.model.__table__  # type: ignore[attr-defined]
    assert isinstance(table, TableClause)
    return table


def only(statement: Select[Any], column: Any, ids: Sequence[str]) -> Select[Any]:
    """Limit to keys: handed over as one JSON text, so that any number of them is one parameter."""
    each = func.json_each(json.dumps(list(ids))).table_valued("value")
    return statement.where(column.in_(select(each.c.value)))


def read_values(connection: Connection, kind: Kind, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Whole records by key, rows of references included."""
    table = table_of(kind)
    wanted = list(ids)
    if len(wanted) <= FEW:
        db = raw(connection)
        return {key: row for key in wanted if (row := read_one(db, kind, key)) is not None}
    rows = connection.execute(only(select(table), table.c.id, wanted)).mappings()
    found = {row["id"]: dict(row) for row in rows}
    if kind.link_fields:
        add_links(connection, kind, found, kind.link_fields)
    return found


def read_one(db: sqlite3.Connection, kind: Kind, key: str) -> dict[str, Any] | None:
    """One whole record by a prepared text: the road of every single edit, so it pays for nothing it does not need."""
    sql, names, convert = _plan(kind)
    found = db.execute(sql, (key,)).fetchone()
    if found is None:
        return None
    row = dict(zip(names, found, strict=True))
    for name, value in convert:
        if row[name] is not None:
            row[name] = value(row[name])
    if kind.link_fields:
        row |= links_of(db, kind, key)
    return row


def links_of(db: sqlite3.Connection, kind: Kind, key: str) -> dict[str, tuple[str, ...]]:
    """The rows of references of one record by field."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(kind.link_fields, ())
    rows = db.execute("select role, to_id from link where from_id = ? and alive order by pos, id", (key,)).fetchall()
    if rows:
        roles = {getattr(kind.fields[n].type, "role", ""): n for n in kind.link_fields}
        for role, to_id in rows:
            if role in roles:
                found[roles[role]] += (to_id,)
    return found


Convert = Callable[[Any], Any]
_PLANS: dict[type, tuple[str, tuple[str, ...], tuple[tuple[str, Convert], ...]]] = {}


def _plan(kind: Kind) -> tuple[str, tuple[str, ...], tuple[tuple[str, Convert], ...]]:
    """(SELECT by key, column names, the columns whose stored value is not the Python value)."""
    plan = _PLANS.get(kind.model)
    if plan is None:
        names = tuple(column.name for column in table_of(kind).columns)
        convert: list[tuple[str, Convert]] = [("alive", bool)]
        convert += [
            (name, kind.fields[name].type.value)
            for name in names
            if name in kind.fields and type(kind.fields[name].type).value is not FieldType.value
        ]
        columns = ", ".join(f'"{name}"' for name in names)
        plan = (f'select {columns} from "{kind.name}" where id = ?', names, tuple(convert))  # noqa: S608
        _PLANS[kind.model] = plan
    return plan


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
    result = connection.execute(statement)
    keys = tuple(result.keys())
    rows = [dict(zip(keys, row, strict=True)) for row in result]  # half the cost of ``mappings()`` for long lists
    links = [n for n in names if n in kind.link_fields]
    if links:
        add_links(connection, kind, {row["id"]: row for row in rows}, links)
    return rows


def add_links(connection: Connection, kind: Kind, rows: dict[str, dict[str, Any]], names: Sequence[str]) -> None:
    """Fill the rows' fields of references: a tuple of keys, in order."""
    roles = {getattr(kind.fields[n].type, "role", ""): n for n in names}
    link = Link.__table__
    statement = select(link.c.from_id, link.c.role, link.c.to_id).where(link.c.alive, link.c.role.in_(list(roles)))
    if len(rows) < 2000:
        statement = only(statement, link.c.from_id, list(rows))
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for from_id, role, to_id in connection.execute(statement.order_by(link.c.pos, link.c.id)):
        found[from_id, roles[role]].append(to_id)
    for key, row in rows.items():
        for name in names:
            row[name] = tuple(found.get((key, name), ()))
