"""The year: pressure per week, what it asks of the database, and the way to the month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from december import December
from month import month_of, shown
from questions import questions
from vaartdesk.kinds.events.view.page import EventViews
from vaartdesk.kinds.events.view.pressure import bounds, year_of
from vaartdesk.kinds.events.view.year import YearGrid
from vaartdesk.kinds.events.view.year_page import YearPage
from vaartdesk.store.desk import Desk

Key = Qt.Key


@pytest.fixture
def year(views: EventViews, qtbot: QtBot) -> YearPage:
    page = views.choose("year")
    assert isinstance(page, YearPage)
    return page


@pytest.fixture
def grid(year: YearPage) -> YearGrid:
    return year.grid


def test_a_week_counts_what_touches_it_once() -> None:
    found = year_of(2026, [shown("markt", 7), shown("markt 2", 9), shown("paviljoen", 4, 20), shown("borrel", 20)])
    counts = {week.number: week.count for week in found.weeks if week.count}
    assert counts == {49: 1, 50: 3, 51: 2}
    assert (found.months[11], found.total) == (4, 4)


def test_a_very_busy_week_tells_what_lasts_longest() -> None:
    found = year_of(2026, [shown("paviljoen", 4, 20), *(shown(f"e{n}", 9) for n in range(8))])
    assert [week.cause for week in found.weeks if week.count] == ["", "paviljoen", ""]


def test_what_is_called_off_is_no_pressure() -> None:
    assert year_of(2026, [shown("loop", 7, status="afgelast")]).total == 0


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 2), (6, 3), (8, 3), (9, 4), (40, 4)])
def test_pressure_has_four_steps(count: int, level: int) -> None:
    found = year_of(2026, [shown(f"e{n}", 9) for n in range(count)])
    assert found.week_of(date(2026, 12, 9)).level == level


@given(st.integers(1801, 2198))
def test_every_day_of_a_year_is_in_a_week_and_every_iso_week_is_there(number: int) -> None:
    found = year_of(number, [])
    first, last = bounds(number)
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert first <= date(number, 1, 1) < date(number, 12, 31) <= last
    assert [week.number for week in found.weeks] == list(range(1, len(found.weeks) + 1))
    assert len(found.weeks) in {52, 53}
    assert date(number, 12, 28).isocalendar().week == len(found.weeks)


def test_the_year_tells_where_it_is_full(year: YearPage, grid: YearGrid, december: December) -> None:
    for hour in range(10, 22):
        december.add(f"Optreden {hour}", "A", f"12-17 {hour}:00", f"12-17 {hour}:30")
    week = grid.year.week_of(date(2026, 12, 17))
    assert week.level == 4
    text = grid.weeks.text(week)
    assert text.startswith("week 51, ma 14 dec – zo 20 dec, ")
    assert "zeer druk, Winterpaviljoen, botsing, Kerstvakantie" in text
    assert "wk 51" in year.clashes.accessibleName()
    assert year.total.accessibleName() == "25 evenementen"


def test_a_year_beside_was_read_ahead_and_is_one_paint(year: YearPage, grid: YearGrid) -> None:
    year.turn(1)
    QApplication.processEvents()
    paints = grid.paints
    with questions() as sent:
        year.turn(1)
        assert sent == []
        QApplication.processEvents()
    assert grid.paints - paints == 1
    assert sent  # the next one


def test_a_click_on_a_day_opens_its_month(views: EventViews, grid: YearGrid) -> None:
    at = grid.place.cell(date(2026, 12, 19)).center().toPoint()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    page = month_of(views)
    assert page.header.title.text() == "December 2026"
    assert page.month.grid.day() == date(2026, 12, 19)


def test_a_click_on_a_bar_opens_its_week(views: EventViews, grid: YearGrid) -> None:
    at = grid.place.strip()[24].center().toPoint()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert month_of(views).month.grid.day() == date(2026, 6, 15)


def test_keys_go_by_week_and_year_and_enter_opens(views: EventViews, year: YearPage, grid: YearGrid) -> None:
    grid.setFocus()
    current = grid.week()
    assert current is not None
    assert current.number == 48
    for key, number in (
        (Key.Key_Right, 49),
        (Key.Key_Up, 48),
        (Key.Key_End, 53),
        (Key.Key_Right, 53),
        (Key.Key_Home, 1),
    ):
        QTest.keyClick(grid, key)
        current = grid.week()
        assert current is not None
        assert current.number == number
    QTest.keyClick(grid, Key.Key_PageDown)
    assert year.header.title.text() == "2027"
    QTest.keyClick(grid, Key.Key_T)
    assert year.header.title.text() == "2026"
    QTest.keyClick(grid, Key.Key_Return)
    assert month_of(views).month.grid.day() == date(2026, 11, 23)


def test_a_change_and_a_filter_are_followed(
    views: EventViews, year: YearPage, grid: YearGrid, december: December
) -> None:
    before = grid.year.week_of(date(2026, 3, 4)).count
    december.add("Lentemarkt", "A", "03-04 10:00", "03-04 16:00", status="idee")
    assert grid.year.week_of(date(2026, 3, 4)).count == before + 1
    year.filter.set_open(True)
    bar = year.filter.bar
    assert bar is not None
    bar.changed.emit(bar.query.__class__(filters=frozenset({"onzeker"})))
    assert grid.year.total == 3
    page = views.choose("month")
    assert page.filter.query.filters == {"onzeker"}  # type: ignore[attr-defined]


def test_weeks_lie_where_they_are_drawn_and_are_told(grid: YearGrid) -> None:
    face = QAccessible.queryAccessibleInterface(grid)
    assert face.text(QAccessible.Text.Name) == "Jaar: 2026"
    assert face.childCount() == 53
    for row in range(53):
        index = grid.weeks.index(row, 0)
        rect = grid.visualRect(index)
        assert grid.indexAt(rect.center()) == index
    assert face.child(50).text(QAccessible.Text.Name).startswith("week 51")


def test_days_of_a_month_do_not_overlap(grid: YearGrid) -> None:
    day = date(2026, 1, 1)
    while day.year == 2026:
        cell = grid.place.cell(day)
        assert grid.place.card(day.month).contains(cell)
        assert grid.place.day_at(QPointF(cell.center())) == day
        day += timedelta(1)


def test_every_control_of_the_year_has_a_name(year: YearPage, desk: Desk) -> None:
    nameless = []
    for widget in year.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            face = QAccessible.queryAccessibleInterface(widget)
            if not face.text(QAccessible.Text.Name).strip():
                nameless.append((type(widget).__name__, widget.objectName()))
    assert nameless == []
