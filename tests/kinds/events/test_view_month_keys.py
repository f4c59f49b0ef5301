"""Choosing days and events in the month by click and key, and making new ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from december import December
from keyboard import press
from month import Mouse, at, click, day, free, month_of, save, spot
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews, build
from vaartdesk.store.desk import Desk
from vaartdesk.ui.stage import Stage

Key = Qt.Key


# --- choosing ---------------------------------------------------------------------------------------------------------


def test_a_click_on_an_event_shows_its_record(page: MonthPage, grid: MonthGrid, december: December) -> None:
    click(grid, spot(grid, "Borrel", day(10)))
    assert page.page.ref == december.refs["Borrel"]
    assert page.page.head.title is not None
    assert page.page.head.title.line.text() == "Borrel"
    click(grid, spot(grid, "Winterpaviljoen", day(15)))
    assert page.current() == december.refs["Winterpaviljoen"]


def test_a_click_on_a_day_chooses_the_day_and_keeps_the_record(page: MonthPage, grid: MonthGrid) -> None:
    click(grid, spot(grid, "Borrel", day(10)))
    shown = page.current()
    click(grid, free(grid, day(24)))
    assert grid.day() == day(24)
    assert page.current() == shown


def test_the_next_event_is_there_at_once(
    qapp: QApplication, qtbot: QtBot, desk: Desk, december: December, stage: Stage
) -> None:
    december.add("Straks", "A", "11-26 10:00", "11-26 12:00")
    december.add("Later", "A", "11-28 10:00", "11-28 12:00")
    made = build(desk, stage)
    qtbot.addWidget(made)
    made.show()
    assert month_of(made).current() == december.refs["Straks"]  # type: ignore[arg-type]


# --- keys -------------------------------------------------------------------------------------------------------------


def test_arrows_walk_through_days_and_their_events(grid: MonthGrid) -> None:
    grid.setFocus()
    grid.go_to(day(3))
    titles = []
    for _step in range(3):
        QTest.keyClick(grid, Key.Key_Down)
        entry = grid.entry()
        assert entry is not None
        titles.append((entry.day, entry.shown.title if entry.shown else ""))
    assert titles == [(day(3), "Regiegroep"), (day(3), "ThemaTafel C"), (day(10), "")]
    QTest.keyClick(grid, Key.Key_Up)
    entry = grid.entry()
    assert entry is not None
    assert entry.shown is not None
    assert entry.shown.title == "ThemaTafel C"
    QTest.keyClick(grid, Key.Key_Right)
    assert grid.day() == day(4)
    QTest.keyClick(grid, Key.Key_End)
    assert grid.day() == day(6)
    QTest.keyClick(grid, Key.Key_Home)
    assert grid.day() == day(30, 11)


def test_left_and_right_follow_an_event_that_lasts(grid: MonthGrid) -> None:
    grid.setFocus()
    click(grid, spot(grid, "Koopavonden kerst", day(16)))
    QTest.keyClick(grid, Key.Key_Right)
    entry = grid.entry()
    assert entry is not None
    assert (entry.day, entry.shown and entry.shown.title) == (day(17), "Koopavonden kerst")


def test_an_arrow_over_the_edge_turns_the_month(page: MonthPage, grid: MonthGrid) -> None:
    grid.setFocus()
    grid.go_to(day(3, 1, 2027))
    QTest.keyClick(grid, Key.Key_Right)
    assert page.header.title.text() == "Januari 2027"
    assert grid.day() == day(4, 1, 2027)


def test_page_keys_turn_months_and_t_goes_to_today(page: MonthPage, grid: MonthGrid) -> None:
    grid.setFocus()
    grid.go_to(day(31))
    QTest.keyClick(grid, Key.Key_PageUp)
    assert page.header.title.text() == "November 2026"
    assert grid.day() == day(30, 11)
    QTest.keyClick(grid, Key.Key_PageDown)
    QTest.keyClick(grid, Key.Key_PageDown)
    assert page.header.title.text() == "Januari 2027"
    QTest.keyClick(grid, Key.Key_T)
    assert page.header.title.text() == "November 2026"
    assert grid.day() == day(24, 11)


def test_the_buttons_of_the_header_turn_and_hold_still(page: MonthPage) -> None:
    places = set()
    for button in (page.header.after, page.header.after, page.header.before):
        button.click()
        QApplication.processEvents()
        places.add((page.header.after.x(), page.header.before.x()))
    assert page.header.title.text() == "Januari 2027"
    assert len(places) == 1
    page.header.today.click()
    assert page.header.title.text() == "November 2026"


def test_enter_opens_the_event_with_the_cursor_in_its_title(page: MonthPage, grid: MonthGrid) -> None:
    grid.setFocus()
    click(grid, spot(grid, "Bestuur", day(8)))
    QTest.keyClick(grid, Key.Key_Return)
    assert page.page.head.title is not None
    assert page.page.head.title.line.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_Return])
def test_a_key_makes_an_event_on_the_chosen_day(
    views: EventViews, page: MonthPage, grid: MonthGrid, desk: Desk, key: Key
) -> None:
    grid.setFocus()
    grid.go_to(day(24) if key == Key.Key_N else day(1))
    QTest.keyClick(grid, key)
    save(views, "Kerstzang")
    made = page.page.values
    assert made["title"] == "Kerstzang"
    assert made["starts_at"] == at(24 if key == Key.Key_N else 1, 10, 0)
    assert any(one.title == "Kerstzang" for one in grid.shown)


def test_a_double_click_on_a_day_makes_an_event_there(views: EventViews, page: MonthPage, grid: MonthGrid) -> None:
    at = free(grid, day(24)).toPoint()
    QTest.mouseDClick(grid.viewport(), Mouse.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    save(views, "Kerstzang")
    assert page.page.values["starts_at"].date() == day(24)


def test_delete_is_undone(page: MonthPage, grid: MonthGrid, desk: Desk) -> None:
    grid.setFocus()
    click(grid, spot(grid, "Borrel", day(10)))
    press(grid, "Del")
    assert not any(one.title == "Borrel" for one in grid.shown)
    desk.undo()
    assert any(one.title == "Borrel" for one in grid.shown)


def test_focus_by_key_stands_on_today_or_the_first(page: MonthPage, grid: MonthGrid) -> None:
    page.month.turn(2)
    page.month.refresh()
    grid.clearFocus()
    grid.setCurrentIndex(grid.days.index(-1, 0))
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert grid.day() == day(1, 2, 2027)
