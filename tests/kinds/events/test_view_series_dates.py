"""One date of a series in the month: left out by Del, put back in the record, ringed when it comes next, and made anew."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from december import December
from keyboard import press, type_text
from month import Told, click, day, free, month_of, save, spot
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews, build
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def markets(grid: MonthGrid) -> list[int]:
    """The days in December on which the market is shown."""
    return [one.first_on.day for one in grid.shown if one.title == "Warenmarkt"]


def asked(views: EventViews) -> Dialog:
    found = views.window().findChild(Dialog, "dateQuestion")
    assert isinstance(found, Dialog)
    return found


def button(inside: QWidget, name: str) -> QPushButton:
    found = inside.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.accept("K4")
def test_del_leaves_out_one_date_and_the_record_puts_it_back(
    views: EventViews, page: MonthPage, grid: MonthGrid, told: Told, qtbot: QtBot
) -> None:
    click(grid, spot(grid, "Warenmarkt", day(9)))
    press(grid, "Del")
    press(asked(views), "Return")
    assert markets(grid) == [2, 16, 23]
    assert told.sentences[-1] == "Warenmarkt: wo 9 dec overgeslagen"
    skipped = page.page.skipped
    qtbot.waitUntil(skipped.isVisible)
    press_back = button(skipped, "putBack")
    assert press_back.accessibleName() == "wo 9 dec terugzetten"
    press_back.click()
    assert markets(grid) == [2, 9, 16, 23]
    assert not skipped.isVisible()


def test_del_and_the_whole_series_goes_to_the_bin(
    views: EventViews, page: MonthPage, grid: MonthGrid, desk: Desk
) -> None:
    click(grid, spot(grid, "Warenmarkt", day(9)))
    press(grid, "Del")
    button(asked(views), "deleteSeries").click()
    assert markets(grid) == []
    desk.undo()
    assert markets(grid) == [2, 9, 16, 23]


def test_del_on_a_day_deletes_nothing_of_the_record_beside_it(page: MonthPage, grid: MonthGrid, told: Told) -> None:
    click(grid, spot(grid, "Borrel", day(10)))
    click(grid, free(grid, day(24)))
    press(grid, "Del")
    assert any(one.title == "Borrel" for one in grid.shown)
    assert told.sentences == ["Kies eerst het evenement dat weg kan."]


def test_escape_deletes_nothing(views: EventViews, page: MonthPage, grid: MonthGrid) -> None:
    click(grid, spot(grid, "Warenmarkt", day(9)))
    press(grid, "Del")
    press(asked(views), "Esc")
    assert markets(grid) == [2, 9, 16, 23]


def test_a_moved_date_that_is_skipped_comes_back_where_it_was(
    views: EventViews, page: MonthPage, grid: MonthGrid, qtbot: QtBot
) -> None:
    shown = next(one for one in grid.shown if one.title == "Warenmarkt" and one.first_on == day(9))
    page.month.reschedule(shown, 1, 1)
    click(grid, spot(grid, "Warenmarkt", day(10)))
    press(grid, "Del")
    press(asked(views), "Return")
    assert markets(grid) == [2, 16, 23]
    qtbot.waitUntil(page.page.skipped.isVisible)
    button(page.page.skipped, "putBack").click()
    assert markets(grid) == [2, 10, 16, 23]


def test_at_the_start_the_date_that_comes_next_is_ringed(
    qapp: QApplication, qtbot: QtBot, desk: Desk, december: December, stage: Stage
) -> None:
    december.add("Weekmarkt", "A", "11-04 10:00", "11-04 12:00", rrule="FREQ=WEEKLY;BYDAY=WE")
    made = build(desk, stage)
    assert isinstance(made, EventViews)
    qtbot.addWidget(made)
    made.show()
    grid = month_of(made).month.grid
    ringed = next(one for one in grid.shown if one.occurrence == grid.look.chosen)
    assert (ringed.title, ringed.first_on) == ("Weekmarkt", date(2026, 11, 25))
    assert month_of(made).current() == Ref("event", ringed.event)


def test_after_a_new_event_the_keys_go_on_from_its_day(views: EventViews, page: MonthPage, grid: MonthGrid) -> None:
    click(grid, free(grid, day(24)))
    page.make_on(day(14))
    save(views, "Kerstzang")
    entry = grid.entry()
    assert entry is not None
    assert (entry.day, entry.shown.title if entry.shown else "") == (day(14), "Kerstzang")


def test_the_month_goes_along_with_an_event_that_its_record_gives_another_day(
    page: MonthPage, grid: MonthGrid, december: December, desk: Desk
) -> None:
    december.add("Open dag", "A", "12-22 10:00")
    click(grid, spot(grid, "Open dag", day(22)))
    page.page.focus_field("starts_at")
    line = page.page.saver.boxes["starts_at"].editor.focus_widget
    line.selectAll()  # type: ignore[attr-defined]
    type_text(line, "15-05-2027\n")
    assert page.month.period.is_own(day(15, 5, 2027))
    ringed = next(one for one in grid.shown if one.occurrence == grid.look.chosen)
    assert (ringed.title, ringed.starts_at) == ("Open dag", datetime(2027, 5, 15, 10))  # noqa: DTZ001
    desk.undo()
    assert page.month.period.is_own(day(22))
