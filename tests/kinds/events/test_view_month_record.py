"""The record beside the month: ways out of a clash, permit and calendar, run-book."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from december import December
from keyboard import type_text
from month import Told, at, day, drag, free, spot
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews
from vaartdesk.store.desk import Desk
from vaartdesk.ui.question import Question
from vaartdesk.ui.term_clock import TermClock

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
OPEN = {"Bewonersbrief Brink", "Stroomplan en aggregaat"}


@pytest.mark.accept("K5")
def test_a_clash_accepted_with_a_reason_stays_away(
    views: EventViews, page: MonthPage, grid: MonthGrid, december: December, desk: Desk, qtbot: QtBot
) -> None:
    page.show_record(december.refs["Lichtjesparade"])
    qtbot.waitUntil(page.page.clashes.isVisible)
    button = page.page.clashes.findChild(QWidget, "acceptClash")
    assert button is not None
    button.click()  # type: ignore[attr-defined]
    question = views.window().findChild(Question)
    assert isinstance(question, Question)
    type_text(question.boxes["reason"].editor.widget, "Optocht loopt langs de kramen")
    question.agree.click()
    assert not page.page.clashes.isVisible()
    assert not any(one.is_clashing for one in grid.shown)
    drag(grid, spot(grid, "Lichtjesparade", day(19)), free(grid, day(18)))
    assert page.page.clashes.isVisible()


def test_a_clash_is_moved_away_from_its_card(
    views: EventViews, page: MonthPage, december: December, desk: Desk, qtbot: QtBot
) -> None:
    page.show_record(december.refs["Lichtjesparade"])
    qtbot.waitUntil(page.page.clashes.isVisible)
    button = page.page.clashes.findChild(QWidget, "moveAway")
    assert button is not None
    button.click()  # type: ignore[attr-defined]
    question = views.window().findChild(Question)
    assert isinstance(question, Question)
    question.boxes["starts_at"].editor.put_text("24-12-2026 18:30")
    question.agree.click()
    values = desk.get(december.refs["Lichtjesparade"])
    assert values is not None
    assert values["starts_at"] == at(24, 18, 30)
    assert not page.page.clashes.isVisible()


@pytest.mark.accept("K9")
def test_permit_and_municipal_calendar_are_told_apart(
    page: MonthPage, december: December, told: Told, qtbot: QtBot
) -> None:
    page.show_record(december.refs["Lichtjesparade"])
    block = page.page.permits
    qtbot.waitUntil(lambda: block.findChild(QWidget, "termClock") is not None)
    clock, state = block.findChild(TermClock, "termClock"), block.findChild(QWidget, "calendarState")
    assert isinstance(clock, TermClock)
    assert clock.face().tone == "warning"
    assert state is not None
    assert "4 werkdagen" in clock.accessibleName()
    assert state.accessibleName() == "Geplaatst"
    opened = block.findChild(QWidget, "openPermit")
    assert opened is not None
    opened.click()  # type: ignore[attr-defined]
    assert told.opened == [december.refs["vergunning"]]


@pytest.mark.accept("K10")
def test_run_book_points_are_ticked_and_the_open_ones_follow_the_event(
    page: MonthPage, grid: MonthGrid, december: December, desk: Desk, qtbot: QtBot
) -> None:
    page.show_record(december.refs["Lichtjesparade"])
    checklist = page.page.checklist
    qtbot.waitUntil(lambda: len(checklist.rows) == 4)
    assert checklist.head.count_text == "2 van 4"
    row = next(row for row in checklist.rows if row.text() == "Bewonersbrief Brink")
    assert row.accessibleName() == "Bewonersbrief Brink, vr 27 nov"
    row.click()
    assert checklist.head.count_text == "3 van 4"
    assert desk.get(december.refs["Bewonersbrief Brink"])["is_done"]  # type: ignore[index]
    drag(grid, spot(grid, "Lichtjesparade", day(19)), free(grid, day(18)))
    days = {row["title"]: row["due_on"] for row in desk.rows("checklist_item") if row["title"] in OPEN}
    assert days == {"Bewonersbrief Brink": date(2026, 11, 27), "Stroomplan en aggregaat": date(2026, 12, 3)}
    done = next(row for row in checklist.rows if row.text() == "Bewonersbrief Brink")
    done.click()
    assert checklist.head.count_text == "2 van 4"


@pytest.mark.accept("K10")
def test_a_run_book_fills_the_points_of_an_event(page: MonthPage, december: December, desk: Desk, qtbot: QtBot) -> None:
    page.show_record(december.refs["Borrel"])
    checklist = page.page.checklist
    qtbot.waitUntil(checklist.isVisible)
    assert not checklist.fill.isVisible()
    with desk.change("Draaiboek") as tx:
        template = tx.add("runbook_template", {"title": "Borrel"})
        for days in (-14, 7):
            tx.add("runbook_item", {"template": template.id, "title": f"punt {days}", "offset_days": days})
    page.show_record(december.refs["Bestuur"])
    page.show_record(december.refs["Borrel"])
    qtbot.waitUntil(checklist.fill.isVisible)
    (entry,) = checklist.show_templates().actions()
    entry.trigger()
    assert [row.text() for row in checklist.rows if row.isVisible()] == ["punt -14", "punt 7"]
    assert checklist.head.count_text == "0 van 2"
    desk.undo()
    assert not any(row.isVisible() for row in checklist.rows)


def test_the_count_of_the_run_book_is_whole_however_narrow_its_head(
    page: MonthPage, december: December, qtbot: QtBot
) -> None:
    page.show_record(december.refs["Lichtjesparade"])
    head = page.page.checklist.head
    qtbot.waitUntil(lambda: bool(head.count_text))
    for width, told in ((240, "2 van 4"), (120, "2/4")):
        head.resize(width, head.height())
        assert head.count_shown() == told
