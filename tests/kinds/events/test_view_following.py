"""A date of a series and all that follow, moved from the menu of the month."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from month import Told, click, day, spot
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews
from vaartdesk.store.desk import Desk
from vaartdesk.ui.question import Question

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
WORDS = "Deze en volgende verplaatsen"


def action(menu: QMenu | None) -> QAction | None:
    assert menu is not None
    menu.close()
    return next((one for one in menu.actions() if one.text() == WORDS), None)


def markets(grid: MonthGrid) -> list[date]:
    return sorted(one.first_on for one in grid.shown if one.title == "Warenmarkt")


@pytest.mark.accept("K7")
def test_the_menu_moves_this_date_and_all_that_follow(
    views: EventViews, page: MonthPage, grid: MonthGrid, told: Told, desk: Desk, qtbot: QtBot
) -> None:
    click(grid, spot(grid, "Warenmarkt", day(16)))
    offered = action(page.show_event_menu(QPoint(10, 10)))
    assert offered is not None
    offered.trigger()
    question = views.window().findChild(Question)
    assert isinstance(question, Question)
    field = question.boxes["day"].editor.widget
    field.selectAll()  # type: ignore[attr-defined]
    type_text(field, "17-12-2026")
    press(field, "Return")
    assert markets(grid) == [day(2), day(9), day(17), day(24)]
    assert told.sentences[-1] == "Warenmarkt: vanaf do 17 dec verplaatst"
    assert page.page.values["rrule"].startswith("FREQ=WEEKLY")
    assert page.page.values["starts_at"].date() == day(17)
    desk.undo()
    assert markets(grid) == [day(2), day(9), day(16), day(23)]


def test_an_event_on_one_date_has_nothing_that_follows(page: MonthPage, grid: MonthGrid) -> None:
    click(grid, spot(grid, "ThemaTafel C", day(3)))
    assert action(page.show_event_menu(QPoint(10, 10))) is None
