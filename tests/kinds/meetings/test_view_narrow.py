"""Overleg in a window as small as a laptop at 200 % leaves: nothing lies over anything else, and all of it can be reached."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from evening import Evening
from vaartdesk.kinds.meetings.view.agenda_page import AgendaPage
from vaartdesk.kinds.meetings.view.agenda_paint import parts_of
from vaartdesk.kinds.meetings.view.page import MeetingViews
from vaartdesk.kinds.meetings.view.report_page import ReportPage

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

SMALL = (623, 384)
"""A screen of 1366x768 at 200 %, less the folded rail."""


def shrink(views: MeetingViews) -> None:
    views.setMinimumSize(1, 1)
    views.resize(*SMALL)
    QApplication.processEvents()
    assert views.width() == SMALL[0]


def columns(page: AgendaPage | ReportPage) -> list[QWidget]:
    panes = (page.panes.widget(number) for number in range(page.panes.count()))
    return [pane for pane in panes if pane is not None and pane.isVisible()]


def check(page: AgendaPage | ReportPage) -> None:
    seen = columns(page)
    assert all(not one.geometry().intersects(two.geometry()) for one, two in combinations(seen, 2))
    assert max(one.geometry().right() for one in seen) < SMALL[0]
    buttons = [one for one in page.header.findChildren(QPushButton) if one.isVisible()]
    assert max(one.mapTo(page, one.rect().bottomRight()).x() for one in buttons) < SMALL[0]
    assert all(one.accessibleName() for one in buttons)


def test_agenda_and_stock_take_turns_with_the_meetings(views: MeetingViews, page: AgendaPage, evening: Evening) -> None:
    shrink(views)
    assert columns(page) == [page.meetings, page.agenda]
    check(page)
    other = page.header.findChild(QToolButton, "otherColumn")
    assert other is not None
    other.click()
    QApplication.processEvents()
    assert columns(page) == [page.agenda, page.stock]
    check(page)
    views.resize(1158, 768)
    QApplication.processEvents()
    assert columns(page) == [page.meetings, page.agenda, page.stock]
    assert other.isHidden()


def test_the_minutes_keep_the_line_one_types_in_and_presence_is_a_press_away(
    views: MeetingViews, report: ReportPage
) -> None:
    shrink(views)
    check(report)
    assert report.pane.entry.isVisible()
    assert not report.presence.isVisible()
    other = report.header.findChild(QToolButton, "otherColumn")
    assert other is not None
    other.click()
    QApplication.processEvents()
    assert report.presence.isVisible()
    check(report)


def test_in_a_narrow_row_the_purpose_stands_under_the_title_and_can_still_be_pressed(page: AgendaPage) -> None:
    row = page.agenda.view.rows_model.rows[0]
    wide, narrow = parts_of(QRectF(0, 0, 620, 52), row), parts_of(QRectF(0, 0, 400, 52), row)
    assert wide.chip.left() > wide.text.right()
    assert narrow.chip.left() == narrow.text.left()
    assert narrow.text.right() > narrow.minutes.left() - 20
    assert narrow.box.top() < narrow.chip.top() < narrow.chip.bottom() <= narrow.box.bottom()
