"""List and record together: choosing, making, renaming, deleting, and one pane at a time on a narrow page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from sample_records import Samples
from vaartdesk.store.desk import Desk
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.list.saved import kept_filters, pinned
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def page(
    bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication, stage: Stage
) -> Iterator[ListDetailPage]:
    made = ListDetailPage(bare_desk, bare_desk.kinds["action"], stage)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.slot.is_built)
    yield made
    made.close()


def test_the_parts_bear_the_names_that_tests_and_screen_readers_look_for(page: ListDetailPage) -> None:
    assert page.findChild(QListView, "list") is page.list.view
    assert page.findChild(QLineEdit, "search") is page.header.search
    assert page.findChild(QPushButton, "newButton") is page.header.primary
    assert page.findChild(QWidget, "detail") is page.page


def test_the_record_is_built_after_the_list_has_painted_and_shows_what_is_chosen(
    bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication, stage: Stage
) -> None:
    made = ListDetailPage(bare_desk, bare_desk.kinds["action"], stage)
    qtbot.addWidget(made)
    made.list.load()
    made.list.choose_first()
    assert not made.slot.is_built
    assert made.current() == made.list.current() is not None
    made.show()
    assert made.list.view.painted_rows == 0
    assert not made.slot.is_built
    qtbot.waitUntil(lambda: made.slot.is_built)
    assert made.list.view.painted_rows > 0
    assert made.page.ref == made.list.current()
    made.close()


def test_who_asks_for_the_record_earlier_gets_it(bare_desk: Desk, samples: Samples, stage: Stage, qtbot: QtBot) -> None:
    made = ListDetailPage(bare_desk, bare_desk.kinds["action"], stage)
    qtbot.addWidget(made)
    assert made.show_record(samples.pilot)
    assert made.page.ref == samples.pilot
    assert made.list.view.painted_rows == 0


def test_choosing_a_row_shows_its_record_and_arrows_walk(page: ListDetailPage, samples: Samples) -> None:
    page.list.choose_first()
    assert page.page.ref == samples.pilot
    page.list.view.setFocus()
    press(page.list.view, "Down")
    assert page.page.ref == samples.cafe


def test_f2_goes_to_the_title_with_all_of_it_selected(page: ListDetailPage, bare_desk: Desk, samples: Samples) -> None:
    page.show_record(samples.cafe)
    page.list.view.setFocus()
    press(page.list.view, "F2")
    title = page.page.head.title
    assert title is not None
    assert title.line.hasFocus()
    type_text(title.line, "Andere naam\n")
    assert bare_desk.title(samples.cafe) == "Andere naam"
    assert "Andere naam" in [page.list.rows.values[ref.id]["title"] for ref in page.list.selected()]


@pytest.mark.accept("G5")
def test_delete_moves_to_the_bin_and_undo_brings_back(
    page: ListDetailPage, bare_desk: Desk, samples: Samples, qtbot: QtBot, stage: Stage
) -> None:
    with bare_desk.change("Koppeling") as tx:
        tx.set(samples.cafe, "other_lines", (samples.b.id,))
        tx.note(samples.cafe, "Blijft")
    page.show_record(samples.cafe)
    page.list.view.setFocus()
    with qtbot.waitSignal(stage.announced) as told:
        press(page.list.view, "Del")
    assert told.args == ["Naar de prullenbak: Café-avond voor makers", True]
    assert page.page.ref == samples.light
    bare_desk.undo()
    values = bare_desk.get(samples.cafe) or {}
    assert values["alive"]
    assert values["other_lines"] == (samples.b.id,)
    assert [note["text"] for note in bare_desk.notes(samples.cafe)] == ["Blijft"]
    assert page.list.model.row_of(samples.cafe.id) >= 0


def test_del_in_a_text_field_deletes_a_letter_not_the_record(
    page: ListDetailPage, bare_desk: Desk, samples: Samples
) -> None:
    page.show_record(samples.cafe)
    press(page.list.view, "F2")
    title = page.page.head.title
    assert title is not None
    press(title.line, "Del")
    assert title.line.text() == ""
    assert (bare_desk.get(samples.cafe) or {})["alive"]


def test_a_new_record_opens_quick_entry_and_is_shown(page: ListDetailPage, bare_desk: Desk) -> None:
    page.list.view.setFocus()
    page.make_new()
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.objectName() == "title"
    type_text(widget, "Vers\n")
    assert page.page.values["title"] == "Vers"
    current = page.list.current()
    assert current is not None
    assert bare_desk.title(current) == "Vers"


def test_a_kind_without_quick_entry_begins_with_its_title(
    bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication, stage: Stage
) -> None:
    page = ListDetailPage(bare_desk, bare_desk.kinds["role"], stage)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.make_new()
    title = page.page.head.title
    assert title is not None
    assert title.line.hasFocus()
    type_text(title.line, "Gastheer\n")
    assert "Gastheer" in [row["title"] for row in bare_desk.rows("role")]
    page.close()


def test_a_narrow_page_shows_one_pane_at_a_time_with_a_way_back(page: ListDetailPage, samples: Samples) -> None:
    page.resize(700, 600)
    assert page.list.isVisible()
    assert not page.page.isVisible()
    page.list.choose(samples.cafe)
    press(page.list.view, "Return")
    assert page.page.isVisible()
    assert not page.list.isVisible()
    page.page.head.back.click()
    assert page.list.isVisible()
    assert page.list.current() == samples.cafe
    page.resize(1158, 700)
    assert page.list.isVisible()
    assert page.page.isVisible()


def test_a_command_runs_on_a_whole_selection_in_one_change(
    page: ListDetailPage, bare_desk: Desk, samples: Samples
) -> None:
    page.list.choose(samples.pilot)
    press(page.list.view, "Shift+Down")
    assert page.list.selected() == [samples.pilot, samples.cafe]
    menu = page.show_row_menu(page.mapToGlobal(page.rect().center()))
    menu.actions()[0].trigger()
    menu.close()
    asked = page.window().findChild(QWidget, "question")
    assert asked is not None
    area = asked.findChild(QWidget, "result")
    assert area is not None
    type_text(area, "Klaar")
    press(area, "Ctrl+Return")
    assert {(bare_desk.get(ref) or {})["status"] for ref in (samples.pilot, samples.cafe)} == {"gereed"}
    bare_desk.undo()
    assert (bare_desk.get(samples.pilot) or {})["status"] == "loopt"


@pytest.mark.accept("G7")
def test_a_filter_is_kept_under_a_name(page: ListDetailPage, bare_desk: Desk, samples: Samples) -> None:
    page.header.search.setText("straat")  # type: ignore[union-attr]
    page.save_filter()
    asked = page.window().findChild(QWidget, "question")
    assert asked is not None
    line = asked.findChild(QLineEdit, "title")
    assert line is not None
    type_text(line, "In de straat\n")
    assert [pin.title for pin in pinned(page.kind, kept_filters(bare_desk)[page.kind.name])] == [
        "Te laat",
        "In de straat",
    ]
    page.list.clear_filters()
    page.show_query(pinned(page.kind, kept_filters(bare_desk)[page.kind.name])[1].query)
    assert page.header.search is not None
    assert page.header.search.text() == "straat"


def test_esc_in_the_search_field_empties_it_and_then_leads_to_the_list(page: ListDetailPage) -> None:
    press(page, "Ctrl+F")
    search = page.header.search
    assert search is not None
    type_text(search, "straat")
    press(search, "Esc")
    assert (search.text(), page.list.query.words) == ("", "")
    assert QApplication.focusWidget() is search
    press(search, "Esc")
    assert QApplication.focusWidget() is page.list.view


def test_the_new_button_follows_the_article(bare_desk: Desk) -> None:
    assert new_label(bare_desk.kinds["action"]) == "Nieuwe actie"
    assert new_label(bare_desk.kinds["saved_filter"]) == "Nieuw filter"
