"""Back and forth by keys alone: from list or calendar into a record and back, and a filter that is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QToolButton, QWidget

from journeys.desktop import Calendar, Desktop
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.ui.focus_chain import focus_chain

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


def test_the_first_question_is_answered_by_keys(desktop: Desktop) -> None:
    desktop.hand.see("whoDialog", QWidget)  # it comes after the first list
    desktop.hand.press("Down", "Down", "Down", "Down", "Return")
    assert desktop.tab() == "eventsTab"
    assert focused() == "month"
    desktop.go_to(1)
    desktop.go_to(3)
    assert focused() == "month"


def test_what_is_not_found_can_be_made_of_the_tab_that_is_on_top(desktop: Desktop, calendar: Calendar) -> None:
    desktop.hand.press("Ctrl+K")
    desktop.hand.type("oliebollen")
    rows = desktop.hand.see("palette", QWidget).findChildren(QListView)[0].model()
    labels = [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]
    assert labels == [
        "Doe iets",
        "Nieuw evenement: ‘oliebollen’",
        "Nieuwe actie: ‘oliebollen’",
        "Nieuwe melding: ‘oliebollen’",
    ]
    desktop.hand.press("Return")
    assert desktop.hand.read("title", desktop.hand.top()) == "oliebollen"


def test_further_fields_of_a_new_event_are_offered_by_section(desktop: Desktop, calendar: Calendar) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.click("addField")
    desktop.hand.pick("Geld", "Begroot")
    assert desktop.hand.see("budget", QLineEdit).accessibleName() == "Begroot"


@pytest.mark.accept("G7")
def test_a_filter_of_the_month_is_kept_and_pinned(desktop: Desktop, calendar: Calendar) -> None:
    desktop.hand.click("filterButton")
    assert not desktop.hand.seen("keepFilter", QToolButton)
    desktop.hand.click("filter_status")
    desktop.hand.press("Return", "Escape")
    desktop.hand.click("keepFilter")
    desktop.hand.fill("title", "Alleen ideeën")
    desktop.hand.change(lambda: desktop.hand.press("Return"))

    def pins() -> list[str]:
        return [pin.accessibleName() for pin in desktop.window.frame.rail.findChildren(QAbstractButton)]

    desktop.hand.wait(lambda: "Alleen ideeën, 1" in pins(), "the pin")


def tab_stops(start: QWidget) -> list[str]:
    """What Tab comes by from a widget on, once round."""
    stops = [w for w in focus_chain(start) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [widget.objectName() for widget in stops if widget.objectName()]


@pytest.mark.accept("G10")
def test_tab_goes_from_rail_through_head_and_filters_to_list_and_record(desktop: Desktop, calendar: Calendar) -> None:
    desktop.note_signal("De vlag hangt scheef")
    desktop.hand.press("Ctrl+2")
    desktop.hand.see("pin_filter:te_laat", QWidget)
    stops = tab_stops(desktop.hand.see("menuButton", QWidget))
    order = ["find", "tabs", "pin_filter:te_laat", "who", "action", "search", "newButton", "filters", "list", "title"]
    assert [stops.index(name) for name in order] == sorted(stops.index(name) for name in order)
    stops = tab_stops(desktop.hand.see("list", QListView))
    assert stops[0] in {"lineName", "history"}


def test_one_undo_too_many_is_taken_back_from_its_message(desktop: Desktop, calendar: Calendar) -> None:
    desktop.type_over("place", "Koopmansplein")
    desktop.undo()
    assert desktop.shown("place") == "Brink"
    desktop.hand.change(lambda: desktop.hand.click("toastAction", desktop.window.frame))
    assert desktop.shown("place") == "Koopmansplein"
