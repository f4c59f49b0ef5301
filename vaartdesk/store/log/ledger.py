"""Writing and reading whole transactions; nothing is ever changed here but what an erasure redacts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from vaartdesk.store.log.canon import parents_from, parents_text
from vaartdesk.store.log.entry import Change, Key, Txn, Value

_INSERT_TXN = "insert into txn values (?,?,?,?,?,?,?,?,?,?,?)"
_INSERT_CHANGE = "insert into change values (?,?,?,?,?,?,?,?,?,?)"
_INSERT_CTX = "insert into ctx values (?,?,?)"
_TXNS = """
    select device, seq, hlc, author, kind, label, undo_of, ctx, schema, prev, hash from txn
    where device=? and seq>? order by seq limit ?"""
_CHANGES = """
    select seq, tbl, row, field, op, value, salt, parents from change where device=? and seq>? order by seq, idx"""
_ALL = -1


def insert(db: sqlite3.Connection, txns: Sequence[Txn]) -> None:
    """Add transactions with their changes and contexts."""
    # Generators: a list of a whole exchange would keep the garbage collector busy.
    db.executemany(_INSERT_TXN, (txn[:11] for txn in txns))
    db.executemany(
        _INSERT_CHANGE,
        (
            (device, seq, idx, tbl, row, field, op, value, salt, parents_text(parents))
            for device, seq, *_, changes in txns
            for idx, (tbl, row, field, op, value, salt, parents) in enumerate(changes)
        ),
    )
    contexts = [(txn.device, txn.seq, txn.ctx) for txn in txns if txn.ctx is not None]
    if contexts:
        db.executemany(_INSERT_CTX, contexts)


def read(db: sqlite3.Connection, device: str, after: int = 0, limit: int = _ALL) -> Iterator[Txn]:
    """The transactions of one device after sequence number `after`, in order; `limit`: at most so many."""
    rows = db.execute(_CHANGES, (device, after))
    pending = rows.fetchone()
    for head in db.execute(_TXNS, (device, after, limit)):
        changes = []
        while pending is not None and pending[0] == head[1]:
            changes.append(_change(*pending[1:]))
            pending = rows.fetchone()
        yield Txn._make((*head, tuple(changes)))


def devices(db: sqlite3.Connection) -> list[str]:
    """The devices that the log has transactions of."""
    return [device for (device,) in db.execute("select device from have order by device")]


def change(db: sqlite3.Connection, key: Key) -> Change | None:
    """One change, or None when the log does not have it."""
    found = db.execute(
        "select tbl, row, field, op, value, salt, parents from change where device=? and seq=? and idx=?", key
    ).fetchone()
    return _change(*found) if found else None


def _change(tbl: str, row: str, field: str, op: str, value: Value, salt: bytes, parents: str) -> Change:
    return Change(tbl, row, field, op, value, salt, parents_from(parents))
