"""The list on a real workspace: what it shows, how it is filtered, and that a change leaves one where one was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from keyboard import press, type_text
from sample_records import Samples
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.record_list import RecordList
from vaartdesk.ui.list.saved import keep_filter, kept_filters, pinned


@pytest.fixture
def shown(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication) -> RecordList:
    made = RecordList(bare_desk, bare_desk.kinds["action"])
    qtbot.addWidget(made)
    made.resize(452, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def lines(made: RecordList) -> list[str]:
    """What stands in the list, headers with their count."""
    parts = [made.model.parts(entry) for entry in made.model.entries]
    return [f"{p.text} {p.count}" if isinstance(p, Header) else str(p.title) for p in parts]


def titles(made: RecordList) -> list[str]:
    parts = [made.model.parts(entry) for entry in made.model.entries]
    return [str(p.title) for p in parts if isinstance(p, RowParts)]


def test_rows_stand_under_their_headers_by_due_date_and_the_preset_filter_is_on(shown: RecordList) -> None:
    assert lines(shown) == [
        "Compact & compleet 2", "Pilot leegstandsetalages", "Café-avond voor makers",
        "Prettig & comfortabel 1", "Sfeerverlichting Kruisstraat",
        "Organisatie 1", "Raad van Advies instellen",
    ]  # fmt: skip


def test_words_find_title_owner_and_number_without_accents_and_case(shown: RecordList) -> None:
    for words, found in (
        ("cafe", ["Café-avond voor makers"]),
        ("KRUIS verb", ["Sfeerverlichting Kruisstraat"]),
        ("a-005", ["Raad van Advies instellen"]),
        ("bestaat niet", []),
    ):
        shown.show_query(replace(shown.query, words=words))
        assert titles(shown) == found


def test_a_picked_option_and_a_filter_narrow_together_and_clearing_shows_all(
    shown: RecordList, samples: Samples
) -> None:
    shown.show_query(Query(picks={"theme_line": frozenset({samples.b.id})}))
    assert titles(shown) == ["Overzicht van panden", "Sfeerverlichting Kruisstraat"]
    shown.show_query(Query(filters=frozenset({"late"}), picks={"theme_line": frozenset({samples.b.id})}))
    assert titles(shown) == ["Overzicht van panden"]
    shown.clear_filters()
    assert len(titles(shown)) == 5


def test_sorting_by_any_column_keeps_empty_values_last_both_ways(shown: RecordList) -> None:
    for name in shown.kind.list_fields:
        shown.show_query(Query(sort=name))
        forward = titles(shown)
        shown.show_query(Query(sort=name, is_reversed=True))
        assert sorted(titles(shown)) == sorted(forward)
    shown.show_query(Query(sort="due_on"))
    assert titles(shown)[0] == "Overzicht van panden"
    shown.show_query(Query(sort="due_on", is_reversed=True))
    assert titles(shown)[0] == "Café-avond voor makers"
    assert titles(shown)[-1] == "Raad van Advies instellen"


def test_a_change_reads_that_row_again_and_leaves_choice_and_scroll(
    shown: RecordList, bare_desk: Desk, samples: Samples
) -> None:
    with bare_desk.change("Veel") as tx:
        for number in range(60):
            tx.add("action", {"title": f"Actie {number}", "due_on": date(2027, 1, 1)})
    assert shown.choose(samples.loose)
    before = shown.view.verticalOffset()
    assert before > 0
    place = shown.view.visualRect(shown.view.currentIndex()).top()
    with bare_desk.change("Titel gewijzigd") as tx:
        tx.set(samples.pilot, "title", "Pilot etalages")
        tx.set(samples.cafe, "status", "gereed")
    assert "Pilot etalages" in titles(shown)
    assert "Café-avond voor makers" not in titles(shown)
    assert shown.current() == samples.loose
    assert shown.selected() == [samples.loose]
    assert shown.view.visualRect(shown.view.currentIndex()).top() == place


def test_only_changed_rows_are_asked_for(
    shown: RecordList, bare_desk: Desk, samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    whole = bare_desk.rows

    def rows(kind: str, ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
        asked.append((kind, ids))
        return whole(kind, ids)

    monkeypatch.setattr(bare_desk, "rows", rows)
    with bare_desk.change("Titel gewijzigd") as tx:
        tx.set(samples.pilot, "title", "Pilot etalages")
    assert asked == [("action", [samples.pilot.id])]


def test_a_renamed_owner_shows_in_the_rows_that_name_it(shown: RecordList, bare_desk: Desk, samples: Samples) -> None:
    with bare_desk.change("Titel gewijzigd") as tx:
        tx.set(samples.role, "title", "Aanjager")
    part = shown.model.parts(samples.pilot.id)
    assert isinstance(part, RowParts)
    assert part.meta == ("Aanjager",)
    shown.show_query(replace(shown.query, words="aanjager"))
    assert len(titles(shown)) == 4


@pytest.mark.accept("G8")
def test_a_letter_typed_asks_the_database_nothing_and_paints_what_fits(
    shown: RecordList, bare_desk: Desk, qtbot: QtBot
) -> None:
    with bare_desk.change("Veel") as tx:
        tx.add_many("action", [{"title": f"Actie {n} in de straat"} for n in range(2000)])
    field = QLineEdit()
    qtbot.addWidget(field)
    shown.attach_search(field)
    shown.rows.prepare(5000)
    statements: list[str] = []
    engines = [bare_desk._opened.readers, bare_desk._opened.writer.engine]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    QApplication.processEvents()
    shown.view.painted_rows = 0
    type_text(field, "s")
    shown.view.viewport().repaint()
    assert not statements
    assert len(titles(shown)) > 2000
    assert shown.view.painted_rows <= 2 * (shown.view.height() // 28 + 2)


def test_deleting_the_current_record_makes_its_neighbour_current(
    shown: RecordList, bare_desk: Desk, samples: Samples, qtbot: QtBot
) -> None:
    shown.choose(samples.pilot)
    with qtbot.waitSignal(shown.chosen) as told, bare_desk.change("Actie verwijderd") as tx:
        tx.delete(samples.pilot)
    assert told.args == [samples.cafe]
    assert shown.current() == samples.cafe


def test_keys_walk_over_headers_and_letters_go_to_the_search_field(
    shown: RecordList, samples: Samples, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    shown.attach_search(field)
    shown.choose(samples.cafe)
    press(shown.view, "Down")
    assert shown.current() == samples.light
    press(shown.view, "Up")
    press(shown.view, "Home")
    assert shown.current() == samples.pilot
    press(shown.view, "End")
    assert shown.current() == samples.loose
    with qtbot.waitSignal(shown.opened) as told:
        press(shown.view, "Return")
    assert told.args == [samples.loose]
    type_text(shown.view, "k")
    assert field.text() == "k"
    assert titles(shown) == ["Café-avond voor makers", "Sfeerverlichting Kruisstraat"]


def test_a_record_that_is_out_of_sight_comes_to_the_middle_and_one_in_sight_stays(
    shown: RecordList, samples: Samples
) -> None:
    shown.resize(452, 150)
    view = shown.view
    view.verticalScrollBar().setValue(0)
    last = shown.model.ref(shown.model.rowCount() - 1)
    assert last is not None
    assert shown.choose(last)
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
    here = view.verticalScrollBar().value()
    assert shown.choose(last)
    assert view.verticalScrollBar().value() == here
    shown.resize(452, 200)
    view.verticalScrollBar().setValue(0)
    assert shown.choose(samples.cafe)
    rect = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(rect)


def test_a_header_cannot_be_chosen(shown: RecordList) -> None:
    assert not shown.model.flags(shown.model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    shown.view.selectAll()
    assert len(shown.selected()) == 4
    shown.view.selectionModel().setCurrentIndex(shown.model.index(0, 0), QItemSelectionModel.SelectionFlag.Current)
    assert shown.current() is None


def test_an_empty_list_offers_to_begin_and_a_filtered_one_to_clear(
    bare_desk: Desk, qtbot: QtBot, dressed: QApplication
) -> None:
    made = RecordList(bare_desk, bare_desk.kinds["action"])
    qtbot.addWidget(made)
    made.show()
    assert made.nothing.isVisible()
    with qtbot.waitSignal(made.new_requested):
        made.nothing.button.click()
    with bare_desk.change("Nieuw") as tx:
        tx.add("action", {"title": "Eerste"})
    assert titles(made) == ["Eerste"]
    made.show_query(replace(made.query, words="tweede"))
    assert made.nothing.isVisible()
    made.nothing.button.click()
    assert titles(made) == ["Eerste"]


def test_a_hidden_list_arranges_itself_when_it_is_shown(shown: RecordList, bare_desk: Desk, samples: Samples) -> None:
    shown.hide()
    with bare_desk.change("Titel gewijzigd") as tx:
        tx.set(samples.pilot, "status", "gereed")
    assert "Pilot leegstandsetalages" in titles(shown)
    shown.show()
    assert "Pilot leegstandsetalages" not in titles(shown)


@pytest.mark.accept("G7")
def test_a_filter_kept_under_a_name_is_pinned_with_a_live_count(
    shown: RecordList, bare_desk: Desk, samples: Samples
) -> None:
    query = Query(picks={"theme_line": frozenset({samples.a.id})}, sort="due_on")
    keep_filter(bare_desk, shown.kind, "Van A", query)
    pins = pinned(shown.kind, kept_filters(bare_desk)[shown.kind.name])
    assert [(pin.title, pin.query == query) for pin in pins] == [("Te laat", False), ("Van A", True)]
    assert len(shown.model.sift.keys(query)) == 2
    with bare_desk.change("Titel gewijzigd") as tx:
        tx.set(samples.loose, "theme_line", samples.a.id)
    assert len(shown.model.sift.keys(query)) == 3
