"""What the month reads, paints, filters and tells a screen reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from december import December
from month import click, day
from questions import questions
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews
from vaartdesk.store.desk import Desk

Key = Qt.Key


def rest() -> None:
    """What Qt puts off comes too, and what comes after a paint."""
    for _round in range(4):
        QApplication.processEvents()


# --- reading and painting ---------------------------------------------------------------------------------------------


def test_another_month_is_one_query_and_one_paint(page: MonthPage, grid: MonthGrid) -> None:
    page.month.show_day(day(10, 4, 2027))
    QApplication.processEvents()
    paints = grid.paints
    with questions() as sent:
        page.month.show_day(day(10, 8, 2027))
        assert len(sent) == 1
        rest()
    assert "occurrence" in sent[0]
    assert grid.paints - paints == 1


def test_a_month_beside_was_read_ahead(page: MonthPage, grid: MonthGrid) -> None:
    for months in (1, 1, -1, -1, -1):
        rest()
        with questions() as sent:
            page.month.turn(months)
        assert sent == []
    assert page.header.title.text() == "November 2026"
    assert "Winterpaviljoen" in [one.title for one in grid.shown]  # begins on 4 December, in the last row


def test_what_was_read_ahead_is_read_again_after_a_change(
    page: MonthPage, grid: MonthGrid, december: December, desk: Desk
) -> None:
    page.month.turn(1)
    rest()  # December is kept, and February
    with desk.change("Naam") as tx:
        tx.set(december.refs["Borrel"], "title", "Nieuwjaarsborrel")
    page.month.turn(-1)
    assert any(one.title == "Nieuwjaarsborrel" for one in grid.shown)


def test_a_change_elsewhere_is_shown_at_once(grid: MonthGrid, december: December, desk: Desk) -> None:
    with desk.change("Naam") as tx:
        tx.set(december.refs["Borrel"], "title", "Nieuwjaarsborrel")
    assert any(one.title == "Nieuwjaarsborrel" for one in grid.shown)
    with desk.change("Markering") as tx:
        tx.add("marker", {"title": "Intocht", "from_on": day(12)})
    assert "Intocht" in grid.days.day_text(day(12))


@pytest.mark.accept("K11")
def test_holidays_and_school_holidays_are_told(grid: MonthGrid) -> None:
    assert grid.days.day_text(day(25)) == "vrijdag 25 december 2026, Eerste kerstdag, Kerstvakantie, 1 evenement"
    assert "Nieuwjaarsdag" in grid.days.day_text(day(1, 1, 2027))
    assert "Sinterklaas" in grid.days.day_text(day(5))


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_full_day_tells_the_rest_in_a_popover(
    page: MonthPage, grid: MonthGrid, december: December, qtbot: QtBot
) -> None:
    for hour in range(10, 18):
        december.add(f"Optreden {hour}", "A", f"12-22 {hour}:00", f"12-22 {hour}:45")
    (rest,) = grid.layout_now.overflows
    click(grid, grid.place.overflow(rest).center())
    popup = page.month.popup
    assert popup is not None
    assert popup.list.count() == len(grid.days.events_on(day(22))) == 10
    popup.list.setCurrentRow(9)
    QTest.keyClick(popup, Key.Key_Return)
    assert page.current() == december.refs["Optreden 17"]


# --- filters and the list ---------------------------------------------------------------------------------------------


def test_month_and_list_show_the_same_filtered_events(views: EventViews, page: MonthPage, grid: MonthGrid) -> None:
    page.header.filter.click()
    bar = page.filter.bar
    assert bar is not None
    assert bar.isVisible()
    bar.changed.emit(replace(page.filter.query, filters=frozenset({"onzeker"})))
    assert {one.title for one in grid.shown} == {"Levende kerststal Brink", "Museumnacht jong", "Winterduik"}
    assert page.header.filter.text() == "Filter: 1"
    listed = views.choose("list")
    keys = {row for row in listed.list.model.entries if isinstance(row, str)}  # type: ignore[attr-defined]
    assert keys == {one.event for one in grid.shown}


def test_the_record_goes_along_to_the_list_and_back(views: EventViews, page: MonthPage, december: December) -> None:
    page.show_record(december.refs["Borrel"])
    assert views.choose("list").current() == december.refs["Borrel"]  # type: ignore[attr-defined]
    views.show_record(december.refs["Winterduik"])
    assert views.choose("month").current() == december.refs["Winterduik"]  # type: ignore[attr-defined]


def test_a_record_from_elsewhere_shows_its_month(views: EventViews, page: MonthPage, december: December) -> None:
    ref = december.add("Koningsdag", "D", "2027-04-27 08:00", "2027-04-27 20:00")
    views.show_record(ref)
    assert page.header.title.text() == "April 2027"
    assert page.current() == ref
    assert page.month.grid.look.day == date(2027, 4, 27)


def test_permits_markers_and_points_have_views_of_their_own(views: EventViews, december: December) -> None:
    for name in ("vergunning", "Kerstvakantie", "Stroomplan en aggregaat"):
        views.show_record(december.refs[name])
        assert views.current() == december.refs[name]


# --- a screen reader --------------------------------------------------------------------------------------------------


def test_days_and_events_are_told_to_a_screen_reader(grid: MonthGrid) -> None:
    assert grid.accessibleName() == "Maand: December 2026"
    face = QAccessible.queryAccessibleInterface(grid)
    assert face is not None
    assert face.role() == QAccessible.Role.List
    texts = [face.child(number).text(QAccessible.Text.Name) for number in range(face.childCount())]
    assert "zaterdag 5 december 2026, Sinterklaas, 1 evenement" in texts
    assert "Lichtjesparade, 18:30–21:00, Aangevraagd, botst met een ander evenement" in texts
    number = texts.index("Borrel, 17:00–19:00, Aangevraagd")
    here = grid.viewport().mapFromGlobal(face.child(number).rect().center())
    click(grid, QPointF(here))
    assert "Borrel" in texts[grid.currentIndex().row()]


def test_every_control_of_the_page_has_a_name(page: MonthPage) -> None:
    nameless = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name).strip():
            nameless.append((type(widget).__name__, widget.objectName()))
    assert nameless == []
