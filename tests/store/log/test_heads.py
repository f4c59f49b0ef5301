"""Heads are what is left when everything that was replaced is taken away, in whatever batches it arrived."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaartdesk.store.log import heads
from vaartdesk.store.log.entry import Cell, Change, Key, Txn
from vaartdesk.store.log.tables import DDL


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    found = sqlite3.connect(":memory:", isolation_level=None)
    for statement in DDL:
        found.execute(statement)
    yield found
    found.close()


def txn(device: str, seq: int, *changes: tuple[str, tuple[Key, ...]]) -> Txn:
    return Txn(
        device=device,
        seq=seq,
        hlc=seq << 12,
        author="",
        kind="edit",
        label="",
        undo_of=None,
        ctx=None,
        schema=1,
        prev=b"",
        hash=b"",
        changes=tuple(Change("t", row, "f", "set", 1, b"", parents) for row, parents in changes),
    )


@st.composite
def logs(draw: st.DrawFn) -> list[Txn]:
    """Transactions in causal order; a change names any earlier changes of its cell."""
    made: list[Txn] = []
    cells: dict[str, list[Key]] = {"r": [], "s": []}
    for seq in range(1, draw(st.integers(1, 9)) + 1):
        rows = draw(st.lists(st.sampled_from("rs"), min_size=1, max_size=3))
        changes = [
            (row, tuple(draw(st.lists(st.sampled_from(cells[row]), max_size=3, unique=True)) if cells[row] else ()))
            for row in rows
        ]
        made.append(txn("d", seq, *changes))
        for idx, row in enumerate(rows):
            cells[row].append(("d", seq, idx))
    return made


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=logs(), cuts=st.lists(st.integers(0, 9)))
def test_any_batches_give_the_same_heads(db: sqlite3.Connection, log: list[Txn], cuts: list[int]) -> None:
    db.execute("delete from head")
    edges = sorted({0, len(log), *(cut for cut in cuts if cut < len(log))})
    for start, end in itertools.pairwise(edges):
        heads.move(db, log[start:end])
    keys = {(change.row, made.key(idx)) for made in log for idx, change in enumerate(made.changes)}
    replaced = {(change.row, parent) for made in log for change in made.changes for parent in change.parents}
    found = {
        (row, (device, seq, idx)) for row, device, seq, idx in db.execute("select row, device, seq, idx from head")
    }
    assert found == keys - replaced


def test_finding_heads_of_many_rows_puts_the_shown_one_first(db: sqlite3.Connection) -> None:
    for at, device in enumerate("abc"):
        made = txn(device, 1, ("r", ()), ("s", ()))._replace(hlc=10 - at)
        db.execute("insert into txn (device, seq, hlc) values (?,?,?)", made[:3])
        db.executemany(
            "insert into change (device, seq, idx, tbl, row, field, op) values (?,1,?,'t',?,'f','set')",
            [(device, idx, row) for idx, row in enumerate("rs")],
        )
        heads.move(db, [made])
    cells = [Cell("t", "r", "f", 1), Cell("t", "s", "f", 1), Cell("t", "x", "f", 1), Cell("u", "r", "f", 1)]
    assert heads.find(db, cells) == {
        ("t", "r", "f"): [(d, 1, 0) for d in "abc"],
        ("t", "s", "f"): [(d, 1, 1) for d in "abc"],
    }
    assert heads.find(db, cells[:1]) == {("t", "r", "f"): [(d, 1, 0) for d in "abc"]}


def test_a_cell_without_heads_replaces_nothing_and_others_the_shown_one() -> None:
    assert heads.replaced_by_default([]) == ()
    assert heads.replaced_by_default([("a", 1, 0), ("b", 1, 0)]) == (("a", 1, 0),)
