"""A record is read first: what is empty is offered, not shown; what is long is wrapped, not cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from sample_records import Samples
from vaartdesk.store.desk import Desk
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.editors.registry import make_editor
from vaartdesk.ui.empty import EmptyState
from vaartdesk.ui.form.field_grid import FEW, FieldGrid
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.section import Section
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.fonts import line_height

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

LONG = "Een overleg over de bereikbaarheid van de binnenstad voor bezoekers, bewoners, ondernemers en hun leveranciers"


@pytest.fixture
def page(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication) -> RecordPage:
    made = RecordPage(bare_desk, bare_desk.kinds["action"], Stage())
    qtbot.addWidget(made)
    made.resize(706, 700)
    made.show()
    made.show_record(samples.pilot)
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def outcome(page: RecordPage) -> tuple[Section, FieldGrid]:
    """The section of the outcome and its fields."""
    (section,) = page.fields.sections
    grid = section.findChild(FieldGrid)
    assert grid is not None
    return section, grid


def shown(grid: FieldGrid) -> list[str]:
    return [box.editor.field.name for box in grid.boxes if not box.isHidden()]


def offered(grid: FieldGrid) -> list[str]:
    return [name for name, button in grid.buttons.items() if not button.isHidden()]


def test_a_section_without_a_filled_field_is_one_line(page: RecordPage) -> None:
    section, grid = outcome(page)
    assert section.is_folded()
    assert not grid.isVisible()
    section.head.click()
    assert shown(grid) == []
    assert offered(grid) == ["result", "finished_on", "is_example", "progress"]


def test_what_one_adds_stays_until_another_record_and_keeps_its_place(page: RecordPage, samples: Samples) -> None:
    section, grid = outcome(page)
    section.head.click()
    grid.buttons["progress"].click()
    grid.buttons["result"].click()
    assert QApplication.focusWidget() is grid.findChild(QPlainTextEdit, "result")
    assert shown(grid) == ["result", "progress"]
    line = grid.findChild(QLineEdit, "progress")
    assert line is not None
    line.setFocus()
    type_text(line, "40\n")
    assert not section.is_folded()
    assert shown(grid) == ["result", "progress"]
    page.show_record(samples.cafe)
    assert (shown(grid), section.is_folded()) == ([], True)
    page.show_record(samples.pilot)
    assert shown(grid) == ["progress"]


def test_tab_goes_through_fields_in_the_order_of_the_page_whenever_they_were_added(page: RecordPage) -> None:
    section, grid = outcome(page)
    section.head.click()
    grid.buttons["progress"].click()
    grid.buttons["finished_on"].click()
    day, progress = grid.findChild(QLineEdit, "finished_on"), grid.findChild(QLineEdit, "progress")
    assert day is not None
    press(day, "Tab")
    assert QApplication.focusWidget() is progress


def test_looking_into_an_empty_section_is_not_kept(page: RecordPage, samples: Samples) -> None:
    section, _grid = outcome(page)
    section.head.click()
    page.show_record(samples.cafe)
    page.show_record(samples.pilot)
    assert section.is_folded()


def test_at_most_four_are_offered_and_the_rest_is_behind_more(page: RecordPage) -> None:
    assert len(offered(page.fields.first)) <= FEW
    section, grid = outcome(page)
    section.head.click()
    assert len(offered(grid)) == FEW
    assert grid.more.isHidden()


def test_fields_of_the_head_stay_when_they_are_empty(page: RecordPage, samples: Samples) -> None:
    page.show_record(samples.loose)
    assert shown(page.fields.first)[:3] == ["theme_line", "other_lines", "owner"]
    assert offered(page.fields.first) == ["starts_on", "phase", "co_workers"]


def test_a_long_title_wraps_and_stays_as_high_with_the_cursor_in_it(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    title = page.findChild(QLineEdit, "title")
    assert title is not None
    before = title.height()
    with bare_desk.change("Titel") as tx:
        tx.set(samples.pilot, "title", LONG)
    QApplication.processEvents()
    assert title.height() >= 2 * line_height("title") > before
    assert title.toolTip() == ""
    title.setFocus()
    QApplication.processEvents()
    assert title.height() >= 2 * line_height("title")


def test_a_click_on_the_theme_line_brings_the_cursor_to_its_field(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    with bare_desk.change("Lijnen") as tx:
        tx.set(samples.pilot, "other_lines", (samples.b.id,))
    QApplication.processEvents()
    name = page.head.line_name
    assert name.accessibleName() == "Themalijn: A Compact & compleet, B Prettig & comfortabel"
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page.findChild(QLineEdit, "theme_line")


def test_without_a_record_the_page_says_so(page: RecordPage) -> None:
    page.show_record(None)
    empty = page.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    assert empty.title.text() == "Geen actie gekozen"


def test_a_long_log_begins_with_the_newest_and_is_shown_whole_on_demand(
    page: RecordPage, bare_desk: Desk, samples: Samples, qtbot: QtBot
) -> None:
    with bare_desk.change("Notities") as tx:
        for number in range(12):
            tx.note(samples.pilot, f"Notitie {number}")
    rows = page.log.view.model()
    qtbot.waitUntil(page.log.more.isVisible)
    count = int(page.log.head.count_text)
    assert (rows.rowCount(), page.log.more.text()) == (8, f"Alle {count} tonen")
    page.log.more.click()
    assert (rows.rowCount(), page.log.more.isVisible()) == (count, False)
    page.show_record(samples.light)
    page.show_record(samples.pilot)
    qtbot.waitUntil(page.log.more.isVisible)
    assert rows.rowCount() == 8


def test_one_field_too_many_is_offered_itself_and_not_behind_a_menu(bare_desk: Desk, qtbot: QtBot) -> None:
    kind = bare_desk.kinds["action"]
    names = [name for name, field in kind.fields.items() if not field.derived][: FEW + 2]
    for few, is_behind in ((FEW + 1, False), (FEW + 2, True)):
        boxes = [FieldBox(make_editor(kind.fields[name], bare_desk)) for name in names[:few]]
        grid = FieldGrid(boxes, names[:few])
        qtbot.addWidget(grid)
        grid.resize(800, 200)
        grid.show()
        grid.show_values({}, is_same_record=False)
        assert grid.more.isHidden() is not is_behind
        assert len(offered(grid)) == (FEW if is_behind else FEW + 1)
