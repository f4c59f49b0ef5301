"""Heads: the changes of a cell that no other change replaced. One head is the value; several are a choice to make."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vaartdesk.store.log.entry import Cell, CellId, Key, Txn, Value
from vaartdesk.store.log.shape import ALIVE

_ONE_FIELD = "select row, field, device, seq, idx from head where tbl=? and row=? and field=?"
_ONE_ROW = "select row, field, device, seq, idx from head where tbl=? and row=?"
_ROWS = (
    "select h.row, h.field, h.device, h.seq, h.idx from json_each(?) j cross join head h on h.tbl=? and h.row=j.value"
)
_ROWS_FIELDS = f"{_ROWS} and h.field in (select value from json_each(?))"  # noqa: S608 - a constant
_SHOWN_FIRST = """
    select c.device, c.seq, c.idx, x.hlc, c.value, c.op from head h
    join change c on c.device=h.device and c.seq=h.seq and c.idx=h.idx
    join txn x on x.device=h.device and x.seq=h.seq
    where h.tbl=? and h.row=? and h.field=? order by x.hlc desc, c.device desc, c.seq desc, c.idx desc"""

Heads = dict[CellId, list[Key]]


class Head(NamedTuple):
    """A head with what it says."""

    device: str
    seq: int
    idx: int
    hlc: int
    value: Value
    op: str

    @property
    def key(self) -> Key:
        return self.device, self.seq, self.idx


def of_cell(db: sqlite3.Connection, cell: CellId) -> list[Head]:
    """The heads of one cell; the first is the one that is shown."""
    return [Head(*found) for found in db.execute(_SHOWN_FIRST, cell)]


def find(db: sqlite3.Connection, cells: Sequence[Cell]) -> Heads:
    """The heads of many cells at once, the shown one first; of a row whose `alive` is among them, all its heads."""
    rows: dict[str, tuple[set[str], set[str]]] = {}
    for cell in cells:
        ids, fields = rows.setdefault(cell.tbl, (set(), set()))
        ids.add(cell.row)
        fields.add(cell.field)
    found: Heads = {}
    for tbl, (ids, fields) in rows.items():
        for row, field, device, seq, idx in _look_up(db, tbl, ids, fields):
            found.setdefault((tbl, row, field), []).append((device, seq, idx))
    for cell_id, keys in found.items():
        if len(keys) > 1:
            keys[:] = [head.key for head in of_cell(db, cell_id)]
    return found


def _look_up(
    db: sqlite3.Connection, tbl: str, ids: set[str], fields: set[str]
) -> Iterable[tuple[str, str, str, int, int]]:
    if len(ids) == 1:
        (row,) = ids
        if len(fields) == 1 and ALIVE not in fields:
            return db.execute(_ONE_FIELD, (tbl, row, *fields))
        return db.execute(_ONE_ROW, (tbl, row))
    many = json.dumps(sorted(ids))
    if ALIVE in fields:
        return db.execute(_ROWS, (many, tbl))
    return db.execute(_ROWS_FIELDS, (many, tbl, json.dumps(sorted(fields))))


def replaced_by_default(keys: Sequence[Key]) -> tuple[Key, ...]:
    """What a change replaces that names no parents: the shown head only. The others stay, to be chosen from."""
    return tuple(keys[:1])


def move(db: sqlite3.Connection, txns: Iterable[Txn]) -> None:
    """Put the changes of new transactions among the heads and take away what they replace; any order gives the same."""
    new, old = [], set()
    for txn in txns:
        for idx, change in enumerate(txn.changes):
            cell = (change.tbl, change.row, change.field)
            new.append((*cell, txn.device, txn.seq, idx))
            for parent in change.parents:
                old.add((*cell, *parent))
    # What is replaced within the batch never was a head of ours: it needs neither statement.
    fresh = set(new) if old else set()
    db.executemany("insert into head values (?,?,?,?,?,?)", [key for key in new if key not in old] if old else new)
    gone = old - fresh
    if gone:
        db.executemany("delete from head where tbl=? and row=? and field=? and device=? and seq=? and idx=?", gone)
