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

_ADD = "insert or ignore into head values (?,?,?,?,?,?)"
_MOVE = """
    update or ignore head set device=?, seq=?, idx=?
    where tbl=? and row=? and field=? and device=? and seq=? and idx=?"""
_REMOVE = "delete from head where tbl=? and row=? and field=? and device=? and seq=? and idx=?"
_Place = tuple[str, str, str, str, int, int]
"""(tbl, row, field, device, seq, idx): a row of `head`."""
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
    wanted: dict[str, tuple[set[str], set[str]]] = {}
    for tbl, row, field, *_ in cells:
        if tbl not in wanted:
            wanted[tbl] = (set(), set())
        rows, fields = wanted[tbl]
        rows.add(row)
        fields.add(field)
    found: Heads = {}
    for tbl, (rows, fields) in wanted.items():
        for row, field, device, seq, idx in _look_up(db, tbl, rows, fields):
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
    new: list[tuple[_Place, list[_Place]]] = []
    for device, seq, *_, changes in txns:
        for idx, (tbl, row, field, _, _, _, parents) in enumerate(changes):
            new.append(((tbl, row, field, device, seq, idx), [(tbl, row, field, d, s, i) for d, s, i in parents]))
    # What is replaced within the batch never was a head of ours: it needs no statement.
    replaced = {parent for _, parents in new for parent in parents}
    fresh = {place for place, _ in new} if replaced else set()
    added: list[_Place] = []
    moved: list[tuple[object, ...]] = []
    removed: set[_Place] = set()
    for place, before in new:
        old = [parent for parent in before if parent not in fresh]
        if place in replaced:
            removed.update(old)
        elif old:
            moved.append((*place[3:], *old[0]))
            removed.update(old[1:])
        else:
            added.append(place)
    _write(db, added, moved, removed)


def _write(db: sqlite3.Connection, added: list[_Place], moved: list[tuple[object, ...]], removed: set[_Place]) -> None:
    if added:
        db.executemany(_ADD, sorted(added))
    if moved and db.executemany(_MOVE, moved).rowcount < len(moved):
        # A parent that was no head any more, or shared by two: what takes its place is a head all the same.
        db.executemany(_ADD, [(*step[3:6], *step[:3]) for step in moved])
    if removed:
        db.executemany(_REMOVE, removed)
