"""The month under a hand: where things lie, and a mouse that drags as a person does."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from keyboard import type_text
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage

Mouse = Qt.MouseButton


def shown(title: str, first: int, last: int = 0, hour: int = 12, status: str = "bevestigd") -> Shown:
    """An event in December 2026; with ``last`` it lasts days."""
    start = date(2026, 12, first)
    end = date(2026, 12, last or first)
    return Shown(
        occurrence=title,
        event=title,
        original="",
        title=title,
        status=status,
        letter="D",
        starts_at=datetime.combine(start, time(hour)),
        ends_at=datetime.combine(end, time(hour + 1)),
        first_on=start,
        last_on=end,
    )


class Told:
    """What the stage was asked."""

    def __init__(self, stage: Stage) -> None:
        self.sentences: list[str] = []
        self.opened: list[Ref] = []
        stage.announced.connect(lambda sentence, _undo: self.sentences.append(sentence))
        stage.open_requested.connect(self.opened.append)


def month_of(views: EventViews) -> MonthPage:
    page = views.currentWidget()
    assert isinstance(page, MonthPage)
    return page


def spot(grid: MonthGrid, title: str, day: date, *, at: float | None = None) -> QPointF:
    """A point on an event, on a day it lasts; ``at`` 0 and 1 are the ends of its piece."""
    shown = next(one for one in grid.shown if one.title == title and one.first_on <= day <= one.last_on)
    rect = grid.rect_of(day, shown.occurrence)
    if at is None:
        return QPointF(rect.intersected(grid.rect_of(day)).center())
    return QPointF(rect.left() + 1 + at * (rect.width() - 3), rect.top() + 6)


def free(grid: MonthGrid, day: date) -> QPointF:
    """A point in the lower corner of a day, where no event is."""
    return grid.place.cell(day).bottomRight() - QPointF(6, 8)


def mouse(grid: MonthGrid, kind: QEvent.Type, at: QPointF, buttons: Mouse = Mouse.LeftButton) -> None:
    viewport = grid.viewport()
    button = Mouse.NoButton if kind == QEvent.Type.MouseMove else Mouse.LeftButton
    where = QPointF(viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, QMouseEvent(kind, at, where, button, buttons, Qt.KeyboardModifier.NoModifier))


def drag(grid: MonthGrid, start: QPointF, end: QPointF, *, drops: bool = True) -> None:
    """Press, move in two steps, let go."""
    mouse(grid, QEvent.Type.MouseButtonPress, start)
    mouse(grid, QEvent.Type.MouseMove, (start + end) / 2 + QPointF(0, 12))
    mouse(grid, QEvent.Type.MouseMove, end)
    if drops:
        mouse(grid, QEvent.Type.MouseButtonRelease, end, Mouse.NoButton)


def click(grid: MonthGrid, at: QPointF) -> None:
    QTest.mouseClick(grid.viewport(), Mouse.LeftButton, Qt.KeyboardModifier.NoModifier, at.toPoint())


def at(number: int, hour: int, minute: int = 0) -> datetime:
    """A time on a day of December 2026."""
    return datetime.combine(day(number), time(hour, minute))


def day(number: int, month: int = 12, year: int = 2026) -> date:
    return date(year, month, number)


def save(views: QWidget, title: str) -> None:
    """Fill in the quick entry that is open."""
    entry = views.window().findChild(QuickEntry)
    assert isinstance(entry, QuickEntry)
    type_text(entry.boxes["title"].editor.widget, title)
    entry.save_button.click()
