"""Back and forth by keys alone: from list or calendar into a record and back, and a filter that is kept."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QToolButton

from journeys.desktop import Calendar, Desktop
from vaartdesk.kinds.events.view.month import MonthGrid

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard|support raise")


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


@pytest.fixture
def calendar(desktop: Desktop) -> Calendar:
    desktop.sit_down("Event-coördinator")
    found = Calendar(desktop)
    found.plan("Leesclub", "26-11-2026 19:30", "21:30", "Brink")
    return found


def test_enter_goes_into_the_event_and_esc_back_to_the_month(desktop: Desktop, calendar: Calendar) -> None:
    desktop.hand.see("month", MonthGrid).setFocus()
    desktop.hand.press("T", "Right", "Right", "Down", "Return")
    assert focused() == "title"
    desktop.hand.type("!")
    desktop.hand.press("Escape")
    assert (focused(), desktop.shown("title")) == ("title", "Leesclub")
    desktop.hand.press("Escape")
    assert focused() == "month"


def test_enter_goes_into_the_record_and_esc_back_to_the_list(desktop: Desktop, calendar: Calendar) -> None:
    desktop.hand.click("list")
    rows = desktop.hand.see("list", QListView)
    rows.setFocus()
    desktop.hand.press("Return")
    assert focused() == "title"
    desktop.hand.press("Escape")
    assert QApplication.focusWidget() is rows
    desktop.hand.press("Ctrl+F")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    desktop.hand.type("lees")
    desktop.hand.press("Escape", "Escape")
    assert QApplication.focusWidget() is rows


@pytest.mark.accept("G7")
def test_a_filter_of_the_month_is_kept_and_pinned(desktop: Desktop, calendar: Calendar) -> None:
    desktop.hand.click("filterButton")
    assert not desktop.hand.seen("keepFilter", QToolButton)
    desktop.hand.click("filter_status")
    desktop.hand.press("Return", "Escape")
    desktop.hand.click("keepFilter")
    desktop.hand.fill("title", "Alleen ideeën")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    rail = desktop.window.frame.rail
    named = lambda: [pin.accessibleName() for pin in rail.findChildren(QAbstractButton)]  # noqa: E731  one line, one use
    desktop.hand.wait(lambda: "Alleen ideeën, 1" in named(), "the pin")
