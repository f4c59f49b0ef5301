"""Thousands of rows that come at once: read beside the window, or in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

from questions import questions
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.large import shared_rows
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.rows import AT_ONCE
from vaartdesk.ui.list.sift import Sift

MANY = AT_ONCE * 2 + 1


def make(desk: Desk, count: int, word: str = "Actie") -> list[Ref]:
    with desk.change("Gemaakt") as tx:
        return tx.add_many("action", [{"title": f"{word} {n}", "status": "loopt"} for n in range(count)])


def beside(desk: Desk, count: int) -> list[ChangeSet]:
    """As an import does it: written on another thread."""
    heard: list[ChangeSet] = []
    desk.bus.subscribe(heard.append)
    worker = Thread(target=lambda: make(desk, count, "Van ver"))
    worker.start()
    worker.join(60)
    return heard


def test_what_another_thread_wrote_in_thousands_is_read_before_the_window_hears_of_it(bare_desk: Desk) -> None:
    desk = bare_desk
    rows = shared_rows(desk, desk.kinds["action"])
    rows.load()
    [change] = beside(desk, MANY)
    with questions() as asked:
        touched = rows.hear(change)
    assert len(touched) == len(rows.values) == MANY
    assert {row["title"] for row in rows.values.values()} == {f"Van ver {n}" for n in range(MANY)}
    assert not [statement for statement in asked if "FROM action" in statement]


def test_a_few_rows_and_those_of_the_window_itself_are_read_when_they_are_heard_of(bare_desk: Desk) -> None:
    desk = bare_desk
    rows = shared_rows(desk, desk.kinds["action"])
    rows.load()
    for few in (beside(desk, 3), beside(desk, 2)):
        rows.hear(few[0])
    assert len(rows.values) == 5
    heard: list[ChangeSet] = []
    desk.bus.subscribe(heard.append)
    make(desk, MANY)
    rows.hear(heard[-1])
    assert len(rows.values) == MANY + 5


def test_rows_that_are_read_in_pieces_are_all_there_though_some_changed_meanwhile(bare_desk: Desk) -> None:
    desk = bare_desk
    made = make(desk, MANY)
    rows = shared_rows(desk, desk.kinds["action"])
    pieces = rows.loading()
    next(pieces)
    with desk.change("Gewijzigd") as tx:
        tx.set(made[0], "title", "Anders")
        tx.delete(made[-1])
    turns = sum(1 for _turn in pieces)
    assert turns > 2  # begun again
    assert rows.values[made[0].id]["title"] == "Anders"
    assert len(rows.values) == MANY - 1
    assert list(rows.loading()) == []


def test_counting_in_pieces_counts_the_same(bare_desk: Desk) -> None:
    desk = bare_desk
    make(desk, MANY)
    rows = shared_rows(desk, desk.kinds["action"])
    rows.load()
    sift, query = Sift(rows), Query(picks={"status": frozenset({"loopt"})})
    counted: list[int] = []

    def work() -> Iterator[None]:
        counted.append((yield from sift.counting(query)))

    assert sum(1 for _turn in work()) == 3
    assert counted == [sift.count(query)] == [MANY]


def test_rows_that_nobody_holds_hear_nothing_any_more(bare_desk: Desk) -> None:
    desk = bare_desk
    before = len(desk.bus._early)
    rows = shared_rows(desk, desk.kinds["action"])
    assert len(desk.bus._early) == before + 1
    del rows
    assert len(desk.bus._early) == before
