"""The month as one painted widget. Its days and events are the rows of a list model.

Qt tells a screen reader of that list; here a row lies where its day or event is drawn, and nothing scrolls.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries.planning import DayMark
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.lanes import Layout, Overflow, Piece, arrange
from vaartdesk.kinds.events.view.month_geometry import geometry
from vaartdesk.kinds.events.view.month_ground import has_caption, paint_days
from vaartdesk.kinds.events.view.month_model import MonthModel
from vaartdesk.kinds.events.view.month_paint import (
    Look,
    paint_drag,
    paint_focus,
    paint_overflows,
    paint_pieces,
)
from vaartdesk.kinds.events.view.painted_list import Index, PaintedList
from vaartdesk.kinds.events.view.period import Period, period_of
from vaartdesk.ui.theme.theme import theme

LEAST = (560, 420)


class MonthCanvas(PaintedList):
    """Shows a period; knows nothing of mouse and keys."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.period: Period = period_of(today)
        self.look = Look(today)
        self.layout_now = Layout()
        self.place = geometry(self.period, QSizeF(*LEAST))
        """Where everything lies at the size of now."""
        self.shown: Sequence[Shown] = ()
        self._marks: Callable[[date], tuple[DayMark, ...]] = lambda day: ()
        self._days = MonthModel(self)
        self.setModel(self._days)
        self.setMinimumSize(*LEAST)
        theme().changed.connect(self.arrange)

    @property
    def days(self) -> MonthModel:
        """The rows: days and their events."""
        return self._days

    def show_period(
        self, period: Period, shown: Sequence[Shown], marks: Callable[[date], tuple[DayMark, ...]], today: date
    ) -> None:
        """Take another period, or other events of the same one. No row is current after this."""
        self.period, self.shown, self._marks = period, shown, marks
        self.look = replace(self.look, today=today, day=None, focus=None)
        self.setAccessibleName(str(_("Maand: {title}")).format(title=period.title))
        self._days.show(period, shown, marks)
        self.arrange()

    def arrange(self) -> None:
        """Measure the grid and give every event its lane."""
        place = self.place = geometry(self.period, QSizeF(self.viewport().size()))

        def room(day: date) -> int:
            marks = self._marks(day)
            return place.room(day, has_caption=bool(marks) and has_caption(place, day, marks))

        self.layout_now = arrange(self.shown, self.period, room)
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Paint again where that makes a difference."""
        if look != self.look:
            self.look = look
            self.viewport().update()

    # --- what lies where -----------------------------------------------------------------------------------------------

    def piece_at(self, point: QPointF) -> Piece | None:
        """The event under a point."""
        place = self.place
        return next((p for p in self.layout_now.pieces if place.rect(p).contains(point)), None)

    def overflow_at(self, point: QPointF) -> Overflow | None:
        """The "+3 meer" under a point."""
        place = self.place
        return next((o for o in self.layout_now.overflows if place.overflow(o).contains(point)), None)

    def rect_of(self, day: date, occurrence: str = "") -> QRect:
        """Where a day or an event on it is drawn; an event without room is at its "+3 meer"."""
        place = self.place
        if not occurrence:
            return place.cell(day).toRect()
        week, column = self.period.place(day)
        for piece in self.layout_now.pieces:
            is_here = piece.week == week and piece.first <= column <= piece.last
            if is_here and piece.shown.occurrence == occurrence:
                return place.rect(piece).toRect()
        rest = next((o for o in self.layout_now.overflows if o.day == day), None)
        return place.overflow(rest).toRect() if rest is not None else QRect()

    # --- what Qt asks of a list ----------------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        entry = self._days.entry(index.row()) if index.isValid() else None
        if entry is None:
            return QRect()
        return self.rect_of(entry.day, entry.shown.occurrence if entry.shown else "")

    def indexAt(self, point: QPoint) -> QModelIndex:
        at = QPointF(point)
        day, piece = self.place.day_at(at), self.piece_at(at)
        row = self._days.row_of(day, piece.shown.occurrence if piece else "") if day is not None else -1
        return self._days.index(row, 0) if row >= 0 else QModelIndex()

    # --- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        painter, place, look = QPainter(self.viewport()), self.place, self.look
        for edge in place.around(QSizeF(self.viewport().size())):  # the days themselves are filled once
            painter.fillRect(edge, theme().colour("window"))
        paint_days(painter, place, self._marks, look.today, look.day)
        paint_pieces(painter, place, self.layout_now.pieces, look)
        paint_overflows(painter, place, self.layout_now.overflows, look)
        paint_focus(painter, place, look)
        paint_drag(painter, place, look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
