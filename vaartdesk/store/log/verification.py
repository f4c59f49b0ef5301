"""Does everything agree? Read only, and slow enough for once a day: the whole log is walked through."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import blake2b

from vaartdesk.store.log import ledger
from vaartdesk.store.log.canon import canonical, parents_from, txn_hash
from vaartdesk.store.log.entry import CellId, Value
from vaartdesk.store.log.materialise import DataTables
from vaartdesk.store.log.shape import ALIVE, quoted
from vaartdesk.store.log.state import row_states

_HEADS = "select tbl, row, field, device, seq, idx from head order by tbl, row, field, device, seq, idx"


def complaints(db: sqlite3.Connection, tables: DataTables) -> list[str]:
    """One line per disagreement, for the log file and for a developer: no values, so no personal data."""
    return [*_chains(db), *_heads(db), *_shown(db, tables)]


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
    """A change is a head where no other replaced it. Read in two passes: a log is long, and most of it is nobody's parent."""
    found = set(db.execute(_HEADS))
    replaced = {
        (tbl, row, field, *parent)
        for tbl, row, field, parents in db.execute("select tbl, row, field, parents from change where parents <> '[]'")
        for parent in parents_from(parents)
    }
    wrong = set()
    for place in db.execute("select tbl, row, field, device, seq, idx from change"):
        is_head = place in found
        if is_head == (place in replaced):
            wrong.add(place)
        if is_head:
            found.remove(place)
    for tbl, row, field, *_ in sorted(wrong | found):  # what is left is the head of nothing
        yield f"head: {tbl} {row} {field}"


def _shown(db: sqlite3.Connection, tables: DataTables) -> Iterator[str]:
    """The data tables and the list of conflicts, as the heads say."""
    open_fields: set[CellId] = set()
    unlike: list[str] = []
    for tbl, rows in _rows_of(db, tables).items():
        right = {}
        for row, state in row_states(db, tbl, rows, tables.shape.auto):
            open_fields |= {(tbl, row, field) for field in state.conflicts}
            if tables.knows(tbl) and ALIVE in state.values:
                right[row] = tables.columns(tbl, state.values)
        if tables.knows(tbl):
            unlike += _data(db, tables, tbl, right)
    for tbl, row, field in sorted(open_fields ^ set(db.execute("select tbl, row, field from conflict"))):
        yield f"conflict: {tbl} {row} {field}"
    yield from unlike


def _rows_of(db: sqlite3.Connection, tables: DataTables) -> dict[str, list[str]]:
    """Table -> the rows that the log has of it, none for a table that it has nothing of."""
    found: dict[str, list[str]] = {tbl: [] for tbl in tables.shape.tables}
    for tbl, row in db.execute("select distinct tbl, row from head"):
        found.setdefault(tbl, []).append(row)
    return found


def _data(db: sqlite3.Connection, tables: DataTables, tbl: str, right: dict[str, dict[str, Value]]) -> Iterator[str]:
    names, blanks = tables.shape.tables[tbl], tables.blanks(tbl)
    columns = ", ".join(quoted(name) for name in names)
    for row, *values in db.execute(f"select id, {columns} from {quoted(tbl)}"):  # noqa: S608 - names of our own
        known = right.pop(row, None)
        if known is None:
            yield f"data: {tbl} {row} is not in the log"
            continue
        expected = blanks | known
        pairs = zip(names, values, strict=True)
        wrong = [name for name, value in pairs if not _same(value, expected[name])]
        if wrong:
            yield f"data: {tbl} {row} {' '.join(wrong)}"
    yield from (f"data: {tbl} {row} is missing" for row in right)


def _same(value: object, expected: object) -> bool:
    # A column may hold "5" as 5 by its type; the log keeps what was written.
    return value == expected or (None not in (value, expected) and str(value) == str(expected))
