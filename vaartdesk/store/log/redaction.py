"""Erasing for good: the values of a cell go from the log, here and wherever the erasure travels; the chain stays whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from vaartdesk.store.log.canon import commitment
from vaartdesk.store.log.causality import Causality
from vaartdesk.store.log.entry import ERASE, REDACTED, CellId, Txn

_ERASURES = "select device, seq from erased where tbl=? and row=? and field=?"
_CHANGES = (
    "select device, seq, idx, value, salt, op from change where tbl=? and row=? and field=? and op in ('set', 'erase')"
)
_MARKS = frozenset({ERASE, REDACTED + ERASE})
EMPTIED = """exists (select 1 from erased e where e.tbl = {tbl} and e.row = {row}) and not exists (
    select 1 from head f join change g on g.device = f.device and g.seq = f.seq and g.idx = f.idx
    where f.tbl = {tbl} and f.row = {row} and f.field <> 'alive' and g.op = 'set')"""
"""The condition that all of a row was erased; where only some of it was, a person is gone and the record stays."""
_EMPTIED = f"select 1 where {EMPTIED.format(tbl=':tbl', row=':row')}"
_REDACT = "update change set value=null, salt=?, op=? where device=? and seq=? and idx=?"


def erase(db: sqlite3.Connection, txns: Sequence[Txn]) -> set[CellId]:
    """Do what new transactions, already written, ask for; redact what arrived late for an older erasure too.

    Returns the cells that lost a value. A change loses it when its author did not know of the erasure: it came before, or
    was made elsewhere at the same time. What is entered again on purpose afterwards is new data and stays.
    """
    marks = [
        (change.tbl, change.row, change.field, txn.device, txn.seq)
        for txn in txns
        for change in txn.changes
        if change.op in _MARKS
    ]
    db.executemany("insert or ignore into erased values (?,?,?,?,?)", marks)
    erased = set(db.execute("select distinct tbl, row, field from erased").fetchall())
    if not erased:
        return set()
    touched = {change[:3] for txn in txns for change in txn.changes}
    causality = Causality(db)
    return {cell for cell in sorted(erased & touched) if _redact(db, cell, causality)}


def is_emptied(db: sqlite3.Connection, tbl: str, row: str) -> bool:
    """Was this row emptied for good? Then it stays in the bin, nameless: bringing it back would bring back nothing."""
    return db.execute(_EMPTIED, {"tbl": tbl, "row": row}).fetchone() is not None


def _redact(db: sqlite3.Connection, cell: CellId, causality: Causality) -> bool:
    erasures = db.execute(_ERASURES, cell).fetchall()
    gone = []
    for device, seq, idx, value, salt, op in db.execute(_CHANGES, cell).fetchall():
        own = (device, seq, idx)
        if any((device, seq) != mark and not causality.sees(own, (*mark, 0)) for mark in erasures):
            gone.append((commitment(salt, value), REDACTED + op, *own))
    db.executemany(_REDACT, gone)
    return bool(gone)
