"""Does everything agree? Read only, and slow enough for once a day: the whole log is walked through."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import blake2b

from vaartdesk.store.log import ledger
from vaartdesk.store.log.canon import canonical, parents_from, txn_hash
from vaartdesk.store.log.entry import Key
from vaartdesk.store.log.materialise import DataTables
from vaartdesk.store.log.shape import ALIVE, quoted
from vaartdesk.store.log.state import row_states

_HEADS = "select tbl, row, field, device, seq, idx from head order by tbl, row, field, device, seq, idx"


def complaints(db: sqlite3.Connection, tables: DataTables) -> list[str]:
    """One line per disagreement, for the log file and for a developer: no values, so no personal data."""
    return [*_chains(db), *_heads(db), *_conflicts(db, tables), *_data(db, tables)]


def state_hash(db: sqlite3.Connection) -> str:
    """Over tips and heads: equal on laptops that have the same transactions."""
    state = blake2b(digest_size=16)
    for device, seq, digest in db.execute("select device, seq, hash from have order by device"):
        state.update(canonical((device, seq, digest.hex())))
    for head in db.execute(_HEADS):
        state.update(canonical(head))
    return state.hexdigest()


def _chains(db: sqlite3.Connection) -> Iterator[str]:
    for device, upto, last in db.execute("select device, seq, hash from have order by device").fetchall():
        seq, prev = 0, b""
        for txn in ledger.read(db, device):
            if txn.seq != seq + 1 or txn.prev != prev or txn_hash(txn) != txn.hash:
                yield f"chain: {device} {txn.seq}"
            seq, prev = txn.seq, txn.hash
        if (seq, prev) != (upto, last):
            yield f"tip: {device} {seq}, expected {upto}"
    strays = db.execute("select distinct device from txn where device not in (select device from have)")
    yield from (f"tip: {device} missing" for (device,) in strays.fetchall())
    strays = db.execute(
        "select distinct c.device, c.seq from change c left join txn x on x.device=c.device and x.seq=c.seq where x.seq is null"
    )
    yield from (f"chain: {device} {seq} without a transaction" for device, seq in strays.fetchall())


def _heads(db: sqlite3.Connection) -> Iterator[str]:
    changes: dict[Key, tuple[str, str, str]] = {}
    replaced: set[tuple[str, str, str, Key]] = set()
    for tbl, row, field, device, seq, idx, parents in db.execute(
        "select tbl, row, field, device, seq, idx, parents from change"
    ):
        changes[device, seq, idx] = (tbl, row, field)
        replaced |= {(tbl, row, field, parent) for parent in parents_from(parents)}
    right = {(*cell, *key) for key, cell in changes.items() if (*cell, key) not in replaced}
    found = set(db.execute(_HEADS))
    for tbl, row, field, *_ in sorted(right ^ found):
        yield f"head: {tbl} {row} {field}"


def _conflicts(db: sqlite3.Connection, tables: DataTables) -> Iterator[str]:
    right: set[tuple[str, str, str]] = set()
    for (tbl,) in db.execute("select distinct tbl from head").fetchall():
        rows = [row for (row,) in db.execute("select distinct row from head where tbl=?", (tbl,))]
        for row, state in row_states(db, tbl, rows, tables.shape.auto):
            right |= {(tbl, row, field) for field in state.conflicts}
    for tbl, row, field in sorted(right ^ set(db.execute("select tbl, row, field from conflict"))):
        yield f"conflict: {tbl} {row} {field}"


def _data(db: sqlite3.Connection, tables: DataTables) -> Iterator[str]:
    for tbl, names in tables.shape.tables.items():
        right = {}
        rows = [row for (row,) in db.execute("select distinct row from head where tbl=?", (tbl,))]
        for row, state in row_states(db, tbl, rows, tables.shape.auto):
            if ALIVE in state.values:
                right[row] = tables.blanks(tbl) | tables.columns(tbl, state.values)
        columns = ", ".join(quoted(name) for name in names)
        for row, *values in db.execute(f"select id, {columns} from {quoted(tbl)}"):  # noqa: S608 - names of our own
            expected = right.pop(row, None)
            if expected is None:
                yield f"data: {tbl} {row} is not in the log"
                continue
            pairs = zip(names, values, strict=True)
            wrong = [name for name, value in pairs if not _same(value, expected[name])]
            if wrong:
                yield f"data: {tbl} {row} {' '.join(wrong)}"
        yield from (f"data: {tbl} {row} is missing" for row in right)


def _same(value: object, expected: object) -> bool:
    # A column may hold "5" as 5 by its type; the log keeps what was written.
    return value == expected or (None not in (value, expected) and str(value) == str(expected))
