"""What a row shows and where a choice is open, worked out from its heads alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from vaartdesk.store.log.causality import Causality
from vaartdesk.store.log.entry import REDACTED, SET, Key, Value
from vaartdesk.store.log.heads import Head
from vaartdesk.store.log.origins import origin
from vaartdesk.store.log.shape import ALIVE

_HEADS = """
    select h.row, h.field, c.device, c.seq, c.idx, x.hlc, c.value, c.op from json_each(?) j
    cross join head h on h.tbl=? and h.row=j.value
    cross join change c on c.device=h.device and c.seq=h.seq and c.idx=h.idx
    cross join txn x on x.device=h.device and x.seq=h.seq"""
_CHUNK = 2000
"""Rows per question: bounds memory while a whole log is worked out."""

Fields = dict[str, list[Head]]


class RowState(NamedTuple):
    """The shown value of every field that the log knows, and the fields that hold more than one value."""

    values: dict[str, Value]
    conflicts: frozenset[str]


def row_states(
    db: sqlite3.Connection, tbl: str, rows: Iterable[str], auto: frozenset[tuple[str, str]]
) -> Iterator[tuple[str, RowState]]:
    """(row, its state) for rows of one table; a row the log does not know is left out."""
    sees = _Seen(db)
    settled = frozenset(field for table, field in auto if table == tbl)
    ids = sorted(rows)
    for start in range(0, len(ids), _CHUNK):
        for row, fields in _fields(db, tbl, ids[start : start + _CHUNK]).items():
            yield row, decide(fields, settled, sees)


class _Seen:
    """Had the author of a deletion seen this state?

    Undo and redo are looked through on both sides: bringing back a state that the deletion knew is nothing new to it, and a
    deletion that is redone knows no more than it did at first.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._causality = Causality(db)

    def __call__(self, deletion: Key, other: Key) -> bool:
        state = origin(self._db, other)
        return state is None or self._causality.sees(origin(self._db, deletion) or deletion, state)


def _fields(db: sqlite3.Connection, tbl: str, ids: list[str]) -> dict[str, Fields]:
    found: dict[str, Fields] = {}
    for row, field, *head in db.execute(_HEADS, (json.dumps(ids), tbl)):
        found.setdefault(row, {}).setdefault(field, []).append(Head(*head))
    return found


def decide(fields: Fields, settled: frozenset[str], sees: Callable[[Key, Key], bool]) -> RowState:
    """`settled`: fields of this table that need no choice. `sees(a, b)`: did the author of a know what b shows?"""
    values, conflicts = {}, set()
    for field, heads in fields.items():
        if len(heads) == 1:
            values[field] = heads[0].value
            continue
        heads.sort(key=lambda head: (head.hlc, head.key), reverse=True)
        live = [head for head in heads if not head.op.startswith(REDACTED)]
        values[field] = (live or heads)[0].value
        if field != ALIVE and field not in settled and len({head.value for head in live}) > 1:
            conflicts.add(field)
    if ALIVE in fields:
        values[ALIVE], is_open = _alive(fields, settled, sees)
        if is_open:
            conflicts.add(ALIVE)
    return RowState(values, frozenset(conflicts))


def _alive(fields: Fields, settled: frozenset[str], sees: Callable[[Key, Key], bool]) -> tuple[int, bool]:
    """A deletion holds only if its author had seen all there is; an edit he did not know of keeps the row, and asks.

    What was erased is no reason to keep it, and erasing is no edit: emptying the bin revives nothing.
    """
    marks = fields[ALIVE]
    if any(mark.value for mark in marks):
        return 1, ALIVE not in settled and any(not mark.value for mark in marks)
    others = [
        head.key
        for field, heads in fields.items()
        if field != ALIVE and field not in settled
        for head in heads
        if head.op == SET
    ]
    if any(all(sees(mark.key, other) for other in others) for mark in marks):
        return 0, False
    return 1, True
