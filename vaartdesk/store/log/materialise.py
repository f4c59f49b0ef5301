"""The data tables as a function of the log: each column holds the value that is shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from vaartdesk.store.log.entry import RowId, Value
from vaartdesk.store.log.shape import ALIVE, Shape, quoted
from vaartdesk.store.log.state import row_states

Values = Mapping[str, Value]


class DataTables:
    """Writes the synced data tables; knows their columns and what an empty column holds.

    Every name in its statements comes from the `Shape`, never from a bundle.
    """

    def __init__(self, db: sqlite3.Connection, shape: Shape) -> None:
        self._db = db
        self.shape = shape
        self._columns = {tbl: frozenset(columns) for tbl, columns in shape.tables.items()}
        self._blanks: dict[str, dict[str, Value]] = {}
        self._texts: dict[tuple[str, str, tuple[str, ...]], str] = {}

    def knows(self, tbl: str) -> bool:
        """Is this a data table of this version?"""
        return tbl in self._columns

    def blanks(self, tbl: str) -> dict[str, Value]:
        """Column -> what it holds when the log has no value for it: its default, or None."""
        if tbl not in self._blanks:
            found = {}
            for _, name, _, _, default, _ in self._db.execute(f"pragma table_info({quoted(tbl)})").fetchall():
                # The default is an SQL expression of our own schema.
                found[name] = None if default is None else self._db.execute(f"select {default}").fetchone()[0]
            self._blanks[tbl] = {name: found.get(name) for name in self._columns[tbl]}
        return self._blanks[tbl]

    def columns(self, tbl: str, values: Values) -> dict[str, Value]:
        """What the known columns of a row must hold; None becomes the blank, for texts may not be null."""
        known = self._columns[tbl]
        blanks = self.blanks(tbl)
        return {name: blanks[name] if value is None else value for name, value in values.items() if name in known}

    def update_one(self, tbl: str, row: str, values: Values) -> tuple[int, int] | None:
        """Set columns of one row. Returns (alive, 1 when a choice is open in the row), or None when there is no such row."""
        columns = self.columns(tbl, values)
        sql = self._text("update", tbl, tuple(columns))
        found: tuple[int, int] | None = self._db.execute(sql, (*columns.values(), row, tbl, row)).fetchone()
        return found

    def put(self, tbl: str, rows: Mapping[str, Values]) -> None:
        """Insert or update whole batches, one prepared statement for each set of columns that occurs."""
        groups: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
        for row, values in rows.items():
            columns = self.columns(tbl, values)
            groups.setdefault(tuple(columns), []).append((row, *columns.values()))
        for names, parameters in groups.items():
            self._db.executemany(self._text("put", tbl, names), parameters)

    def existing(self, tbl: str, ids: Iterable[str]) -> dict[str, int]:
        """Id -> alive, for those that are there."""
        sql = f"select t.id, t.alive from json_each(?) j cross join {quoted(tbl)} t on t.id=j.value"  # noqa: S608
        return dict(self._db.execute(sql, (json.dumps(list(ids)),)).fetchall())

    def open_rows(self, tbl: str) -> set[str]:
        """Rows with a choice to make."""
        found = self._db.execute("select distinct row from conflict where tbl=?", (tbl,))
        return {row for (row,) in found.fetchall()}

    def materialise(self, rows: Iterable[RowId]) -> None:
        """Work out rows from their heads: data and conflicts. A row without `alive` stays in the log only."""
        tables: dict[str, set[str]] = {}
        for tbl, row in rows:
            tables.setdefault(tbl, set()).add(row)
        for tbl, ids in tables.items():
            open_fields, shown = [], {}
            for row, state in row_states(self._db, tbl, ids, self.shape.auto):
                open_fields += [(tbl, row, field) for field in state.conflicts]
                if self.knows(tbl) and ALIVE in state.values:
                    shown[row] = state.values
            self._replace_conflicts(tbl, ids, open_fields)
            if shown:
                self.put(tbl, shown)

    def _replace_conflicts(self, tbl: str, ids: set[str], open_fields: list[tuple[str, str, str]]) -> None:
        gone = self.open_rows(tbl) & ids
        if gone:
            self._db.executemany("delete from conflict where tbl=? and row=?", [(tbl, row) for row in gone])
        self._db.executemany("insert into conflict values (?,?,?)", open_fields)

    def _text(self, verb: str, tbl: str, names: tuple[str, ...]) -> str:
        """Statement texts are kept, so that the driver finds its prepared statement again."""
        text = self._texts.get((verb, tbl, names))
        if text is None:
            text = self._texts[verb, tbl, names] = _TEXTS[verb](tbl, names)
        return text


def _update_text(tbl: str, names: tuple[str, ...]) -> str:
    pairs = ", ".join(f"{quoted(name)}=?" for name in names) or "id=id"
    is_open = "exists(select 1 from conflict where conflict.tbl=? and conflict.row=?)"
    return f"update {quoted(tbl)} set {pairs} where id=? returning alive, {is_open}"  # noqa: S608


def _put_text(tbl: str, names: tuple[str, ...]) -> str:
    columns = [quoted(name) for name in names]
    pairs = ", ".join(f"{column}=excluded.{column}" for column in columns)
    insert = f"insert into {quoted(tbl)} ({', '.join(['id', *columns])}) values (?{', ?' * len(columns)})"  # noqa: S608
    return f"{insert} on conflict(id) {f'do update set {pairs}' if pairs else 'do nothing'}"


_TEXTS = {"update": _update_text, "put": _put_text}
