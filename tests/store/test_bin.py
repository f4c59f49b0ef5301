"""The bin gives back whole what went in, and forgets for good only when told to."""

from __future__ import annotations

import sqlite3

import pytest

from specimens import Specimens
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.bin import binned, empty, put_back
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk


@pytest.fixture
def gone(desk: Desk) -> Ref:
    """A deleted ticket with a note and a link."""
    specimens = Specimens(desk.kinds)
    with desk.change("Gemaakt") as tx:
        ref = specimens.record(tx, "ticket", title="Geheime lantaarn")
        tx.note(ref, "erbij")
        tx.link(ref, "keten", specimens.record(tx, "stock_topic"))
    with desk.change("Verwijderd") as tx:
        tx.delete(ref)
    return ref


@pytest.mark.accept("G5")
def test_what_was_deleted_lies_in_the_bin_and_comes_back_with_its_links(desk: Desk, gone: Ref) -> None:
    (found,) = binned(desk)
    assert (found.ref, found.title, found.at) == (gone, "Geheime lantaarn", desk.clock.now())
    put_back(desk, [gone])
    assert binned(desk) == []
    assert (desk.get(gone) or {})["alive"]
    assert [note["text"] for note in desk.notes(gone)] == ["erbij"]
    assert len(desk.chain(gone)) == 1
    desk.undo()
    assert [b.ref for b in binned(desk)] == [gone]


@pytest.mark.accept("G5")
def test_emptying_forgets_for_good_and_keeps_the_rows_that_others_name(desk: Desk, gone: Ref) -> None:
    assert empty(desk, [gone]) == 1
    assert binned(desk) == []
    told = desk.undo()  # the deletion before it, not the emptying: and what is empty does not come back
    assert told is not None
    assert told.sentence == "Niet teruggezet: wat voorgoed gewist is, komt niet terug."
    assert desk.rows("ticket") == []
    assert (desk.get(gone) or {})["title"] == ""
    assert desk.search("geheime") == []
    assert check(desk) == []
    database = desk.workspace.database
    desk.close()
    raw = sqlite3.connect(database)
    assert raw.execute("select count(*) from change where value like '%Geheime%'").fetchone()[0] == 0
    raw.close()


def test_an_emptied_record_is_not_put_back_by_who_still_sees_it(desk: Desk, gone: Ref) -> None:
    empty(desk, [gone])
    with pytest.raises(Refused, match="voorgoed gewist"):
        put_back(desk, [gone])
    assert desk.rows("ticket") == []


def test_a_creation_that_was_undone_and_emptied_is_not_done_again(desk: Desk) -> None:
    with desk.change("Gemaakt") as tx:
        ref = Specimens(desk.kinds).record(tx, "ticket", title="Weg ermee")
    desk.undo()
    empty(desk, [ref])
    told = desk.redo()
    assert told is None or "voorgoed gewist" in told.sentence
    assert desk.rows("ticket") == []


@pytest.mark.accept("G5")
def test_a_record_of_which_only_a_person_was_wiped_lies_in_the_bin_and_comes_back(desk: Desk) -> None:
    with desk.change("Gemaakt") as tx:
        ref = Specimens(desk.kinds).record(tx, "ticket", title="Lantaarn", reporter_name="Jan")
    with desk.change("Melder gewist") as tx:
        tx.erase(ref, ["reporter_name"])
    with desk.change("Verwijderd") as tx:
        tx.delete(ref)
    assert [found.ref for found in binned(desk)] == [ref]
    desk.undo()
    row = desk.get(ref) or {}
    assert (row["alive"], row["title"], row["reporter_name"]) == (True, "Lantaarn", "")


def test_undoing_tells_what_could_not_come_back(desk: Desk) -> None:
    with desk.change("Gemaakt") as tx:
        first, second = (Specimens(desk.kinds).record(tx, "ticket", title=f"Lantaarn {n}") for n in (1, 2))
    with desk.change("Verwijderd") as tx:
        tx.delete(first)
        tx.delete(second)
    empty(desk, [first])
    told = desk.undo()
    assert told is not None
    assert told.sentence == "Ongedaan gemaakt: Verwijderd, Lantaarn 2. Niet alles: een deel is voorgoed gewist."
    assert [row["title"] for row in desk.rows("ticket")] == ["Lantaarn 2"]


def test_a_living_record_is_never_emptied(desk: Desk) -> None:
    with desk.change("Gemaakt") as tx:
        ref = Specimens(desk.kinds).record(tx, "ticket", title="Blijft")
    assert empty(desk, [ref]) == 0
    assert (desk.get(ref) or {})["title"] == "Blijft"
