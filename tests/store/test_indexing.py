"""The text of the last changes lies ready for the indexes: found as if they held it, taken in together, and forgotten whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.core.text import fold
from vaartdesk.schema.ref import Ref
from vaartdesk.store import indexing, search
from vaartdesk.store.check import check, tidy
from vaartdesk.store.connect import raw
from vaartdesk.store.desk import Desk
from workspace import open_desk

WORDS = st.text(st.sampled_from("ab0é-_'."), min_size=1, max_size=6)


def ready(desk: Desk) -> list[Any]:
    """(text, is new) of what lies ready."""
    with desk.read() as reader:
        return raw(reader.connection).execute("select folded, is_new from record_due").fetchall()


def found(desk: Desk, words: str) -> list[Ref]:
    return [hit.ref for hit in desk.search(words)]


def make(desk: Desk, *titles: str) -> list[Ref]:
    with desk.change("Gemaakt") as tx:
        return [Specimens(desk.kinds).record(tx, "street", title=title) for title in titles]


def rename(desk: Desk, ref: Ref, title: str) -> None:
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", title)


@pytest.fixture(scope="module")
def indexed() -> Iterator[sqlite3.Connection]:
    """The two indexes, empty."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    for sql in indexing.DDL:
        db.execute(sql)
    db.execute("create table change(row text, field text, value text)")  # where former numbers are looked up
    yield db
    db.close()


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, min_size=1, max_size=3))
def test_what_lies_ready_is_found_as_the_indexes_would(
    indexed: sqlite3.Connection, text: list[str], words: list[str]
) -> None:
    folded, asked = fold(" ".join(text)), " ".join(words)
    indexed.execute("begin")
    indexed.execute("insert into record(docid, id, kind, folded) values(1, 'x', 'ticket', ?)", (folded,))
    indexing.rebuild(indexed)
    by_index = bool(search.find(indexed, asked, (), 20))
    indexed.execute("insert into record_due values(1, ?, 0)", (folded,))  # now the index is not asked any more
    by_text = bool(search.find(indexed, asked, (), 20))
    indexed.execute("rollback")
    assert by_text == by_index


@pytest.mark.accept("G3")
def test_each_of_a_hundred_names_is_found_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While they lie ready, when the indexes take them in half-way, and after."""
    monkeypatch.setattr(indexing, "MOST_DUE", 30)
    (ref,) = make(desk, "Eerste naam")
    most = 0
    for n in range(70):
        rename(desk, ref, f"Naam{n}") if n % 2 else make(desk, f"Straat{n}")
        assert len(found(desk, f"naam{n}" if n % 2 else f"straat{n}")) == 1
        most = max(most, len(ready(desk)))
    assert most == 30
    assert found(desk, "eerste") == found(desk, "naam67") == []
    assert check(desk) == []
    assert ready(desk) == []


def test_many_records_in_one_change_are_taken_in_at_once(desk: Desk) -> None:
    make(desk, *(f"Straat{n}" for n in range(indexing.FEW + 1)))
    assert ready(desk) == []
    assert len(found(desk, "straat3")) == 1


def test_a_long_text_is_taken_in_at_once(desk: Desk) -> None:
    """A hundred of them together would hold up the one change that they are taken in with."""
    with desk.change("Gemaakt") as tx:
        ref = Specimens(desk.kinds).record(tx, "ticket", description="Ligt los bij de brug. " * (indexing.LONG // 20))
    assert not [text for text, _is_new in ready(desk) if "brug" in text]
    assert found(desk, "brug") == [ref]
    assert check(desk) == []


def test_a_name_that_is_taken_back_costs_the_indexes_nothing(desk: Desk) -> None:
    (ref,) = make(desk, "Brink")
    assert check(desk) == []
    rename(desk, ref, "Markt")
    desk.undo()
    assert found(desk, "brink") == [ref]
    assert found(desk, "markt") == []
    assert check(desk) == []


def test_what_lies_ready_is_there_after_a_restart_and_for_who_only_reads(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "w"
    with open_desk(folder, clock) as desk:
        (ref,) = make(desk, "Brink")
        assert len(ready(desk)) >= 1
    with Desk.open(folder, tuple(desk.kinds.values()), clock=clock, read_only=True) as desk:
        assert found(desk, "brink") == [ref]
        assert len(ready(desk)) >= 1
    with open_desk(folder, clock) as desk:
        assert found(desk, "rink") == [ref]
        assert check(desk) == []


def test_a_broken_index_is_told_and_made_anew(desk: Desk) -> None:
    make(desk, *(f"Straat{n}" for n in range(indexing.FEW + 1)))
    (ref,) = make(desk, "Zuidersingel")
    with desk.door.transaction() as connection:
        raw(connection).execute("delete from record_word_data where id > 10")
    assert [finding.where for finding in check(desk)] == ["zoeken"]
    tidy(desk)
    assert check(desk) == []
    assert found(desk, "singel") == [ref]


def test_an_erased_word_is_nowhere_in_the_files(tmp_path: Path, clock: FixedClock) -> None:
    """Not in the log, not where it lay ready, not among the words of the indexes; nor in part."""
    folder = tmp_path / "w"
    with open_desk(folder, clock) as desk:
        with desk.change("Gemaakt") as tx:
            refs = [Specimens(desk.kinds).record(tx, "ticket") for _n in range(indexing.FEW + 1)]
        for ref, words in ((refs[0], "Klacht van Qwzjansen"), (refs[1], "Anders"), (refs[0], "Zie Qwzpietersen")):
            with desk.change("Gewijzigd") as tx:
                tx.set(ref, "description", words)
            assert check(desk) == []  # and the indexes have it
        with desk.change("Gewijzigd") as tx:
            tx.set(refs[0], "description", "Van Qwzklaassen")  # this one lies ready
        with desk.change("Gewist") as tx:
            tx.erase(refs[0], ["description"])
        assert found(desk, "qwzjansen") == found(desk, "qwzklaassen") == []
        assert check(desk) == []
    data = b"".join(path.read_bytes().lower() for path in folder.rglob("*") if path.is_file())
    assert b"anders" in data
    assert b"qwz" not in data
    assert b"laassen" not in data
