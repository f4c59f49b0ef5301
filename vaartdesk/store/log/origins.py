"""Where a shown state comes from, seen through undo and redo."""

from __future__ import annotations

import sqlite3

from vaartdesk.store.log.entry import Key

_MADE_BY = """
    select x.kind, x.undo_of, c.tbl, c.row, c.field from change c join txn x on x.device=c.device and x.seq=c.seq
    where c.device=? and c.seq=? and c.idx=?"""
_PARENT = """
    select json_array_length(parents), parents ->> '$[0][0]', parents ->> '$[0][1]', parents ->> '$[0][2]' from change
    where device=? and seq=? and tbl=? and row=? and field=?"""
REVERSALS = frozenset({"undo", "redo"})


def origin(db: sqlite3.Connection, key: Key) -> Key | None:
    """The change that first made the state which change `key` makes; None when that state is "never filled in".

    An undo brings back the state before the undone change, so it is followed to that one's parent. An undo that opens a
    choice again makes a state of its own.
    """
    while True:
        found = db.execute(_MADE_BY, key).fetchone()
        if found is None or found[0] not in REVERSALS:
            return key
        _, undone, *cell = found
        parent = db.execute(_PARENT, (key[0], undone, *cell)).fetchone()
        if parent is None or parent[0] == 0:
            return None
        if parent[0] > 1:
            return key
        key = (parent[1], parent[2], parent[3])
