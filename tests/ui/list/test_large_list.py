"""A list too long to hold whole: it shows and finds the same as a short one, and keeps only a window of rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from sample_records import Samples
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list import large
from vaartdesk.ui.list.large import LargeRows, rows_of
from vaartdesk.ui.list.query import Query, first_query
from vaartdesk.ui.list.record_list import RecordList
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Sift

MANY = 600


@pytest.fixture
def many(bare_desk: Desk, samples: Samples) -> Desk:
    with bare_desk.change("Veel") as tx:
        tx.add_many(
            "action",
            [
                {
                    "title": f"Actie {n} bij café {n % 7}",
                    "theme_line": (samples.a.id, samples.b.id, None)[n % 3],
                    "owner": (samples.role.id, samples.other.id)[n % 2],
                    "status": ("gepland", "loopt", "gereed")[n % 3],
                    "due_on": date(2026, 11, 1 + n % 28) if n % 5 else None,
                }
                for n in range(MANY)
            ],
        )
    return bare_desk


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything of more than 250 rows counts as large."""
    monkeypatch.setattr(large, "LARGE", 250)
    monkeypatch.setattr(large, "CHUNK", 64)


def loaded(desk: Desk, kind: type[Rows]) -> Sift:
    rows = kind(desk, desk.kinds["action"])
    rows.load()
    if isinstance(rows, LargeRows):
        rows.take(rows.work_out())
    return Sift(rows)


def test_the_way_of_holding_follows_the_number(many: Desk, limit: None) -> None:
    assert isinstance(rows_of(many, many.kinds["action"]), LargeRows)
    assert not isinstance(rows_of(many, many.kinds["role"]), LargeRows)


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"words": "cafe 3"},
        {"words": "verbinder"},
        {"filters": frozenset({"late"})},
        {"filters": frozenset({"open", "late"}), "words": "actie 1"},
        {"picks": {"status": frozenset({"loopt"})}},
        {"sort": "owner"},
        {"sort": "due_on", "is_reversed": True},
        {"sort": "title", "grouping": ""},
    ],
    ids=lambda change: " ".join(change) or "everything",  # a set's order differs between processes
)
def test_it_finds_and_orders_the_same_as_a_short_list(many: Desk, change: dict[str, Any]) -> None:
    short, long = loaded(many, Rows), loaded(many, LargeRows)
    query = replace(Query(sort="due_on"), **change)
    assert long.keys(query) == short.keys(query)
    assert len(long.keys(query)) > 0


@pytest.mark.usefixtures("limit")
def test_groups_are_made_when_few_enough_are_left(many: Desk, samples: Samples) -> None:
    sift = loaded(many, LargeRows)
    query = replace(first_query(sift.rows.kind), words="actie 11")
    short = loaded(many, Rows)
    assert sift.count(first_query(sift.rows.kind)) > large.LARGE
    assert sift.lines(first_query(sift.rows.kind))[1] == []
    wanted = replace(query, filters=frozenset({"open", "late"}), picks={"theme_line": frozenset({samples.a.id})})
    assert sift.lines(wanted) == short.lines(wanted)
    assert len(sift.lines(wanted)[1]) == 1


@pytest.mark.usefixtures("limit")
def test_a_change_is_taken_in_without_reading_all_again(many: Desk, samples: Samples) -> None:
    sift = loaded(many, LargeRows)
    rows = sift.rows
    heard: list[set[str]] = []
    many.bus.subscribe(lambda change: heard.append(rows.hear(change)))
    with many.change("Titel gewijzigd") as tx:
        tx.update(samples.pilot, {"title": "Zeldzaam woord", "due_on": None})
        tx.delete(samples.light)
        new = tx.add("action", {"title": "Zeldzaam nieuw"})
    assert set(sift.keys(Query(words="zeldzaam"))) == {samples.pilot.id, new.id}
    assert samples.pilot.id not in sift.keys(Query(filters=frozenset({"late"})))
    assert samples.light.id not in rows.values


@pytest.mark.usefixtures("limit")
def test_before_all_is_worked_out_words_already_find(many: Desk, samples: Samples) -> None:
    rows = LargeRows(many, many.kinds["action"])
    rows.load()
    assert Sift(rows).keys(Query(words="leegstandsetalages")) == [samples.pilot.id]


@pytest.mark.accept("G8")
@pytest.mark.usefixtures("limit")
def test_the_window_holds_what_is_shown_and_a_letter_reads_only_that(
    many: Desk, qtbot: QtBot, dressed: QApplication
) -> None:
    made = RecordList(many, many.kinds["action"])
    qtbot.addWidget(made)
    made.resize(452, 500)
    made.show()
    qtbot.waitUntil(lambda: isinstance(made.rows, LargeRows) and made.rows.digest is not None)
    made.view.viewport().repaint()
    statements: list[str] = []
    event.listen(many._opened.readers, "before_cursor_execute", lambda *args: statements.append(args[2]))
    made.view.painted_rows = 0
    made.show_query(replace(made.query, words="c"))
    made.view.viewport().repaint()
    assert len(statements) <= 4
    assert made.view.painted_rows < 60
    assert made.model.count > large.LARGE
    made.close()
