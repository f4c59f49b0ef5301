"""The year with mouse and keys: one row per week, which opens in the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.events.view.painted_list import Index, PaintedList
from vaartdesk.kinds.events.view.pressure import FULL, WORDS, Week, Year, monday, year_of
from vaartdesk.kinds.events.view.year_geometry import year_geometry
from vaartdesk.kinds.events.view.year_paint import Marks, YearLook, paint_year
from vaartdesk.ui.theme.theme import theme

Key = Qt.Key
STEPS = {Key.Key_Left: -1, Key.Key_Up: -1, Key.Key_Right: 1, Key.Key_Down: 1}
TURNS = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}
LEAST = (700, 460)


class WeekModel(QAbstractListModel):
    """The weeks of a year."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.weeks: tuple[Week, ...] = ()
        self._marks: Marks = lambda day: ()
        self._year = 0

    def show(self, year: Year, marks: Marks) -> None:
        self.beginResetModel()
        self.weeks, self._marks, self._year = year.weeks, marks, year.year
        self.endResetModel()

    def row_of(self, first: date) -> int:
        """The row of the week that begins on a Monday; -1 where that is another year's."""
        return next((row for row, week in enumerate(self.weeks) if week.first == first), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.weeks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and index.isValid():
            return self.text(self.weeks[index.row()])
        return None

    def text(self, week: Week) -> str:
        """`week 51, ma 14 dec – zo 20 dec, 9 evenementen, zeer druk, Winter in Assen`."""
        days = [week.first + timedelta(number) for number in range(7)]
        here = date(self._year, 7, 1)
        parts = [
            _("week {n}").format(n=week.number),
            f"{day_short(days[0], here)} – {day_short(days[-1], here)}",
            ngettext("{n} evenement", "{n} evenementen", week.count).format(n=week.count),
            str(WORDS[week.level]) if week.count else "",
            week.cause if week.level == FULL else "",
            str(_("botsing")) if week.clashes else "",
            *dict.fromkeys(mark.title for day in days for mark in self._marks(day)),
        ]
        return ", ".join(part for part in parts if part)


class YearGrid(PaintedList):
    """`opened(date)`: a day or week to look at. `turned(int)`: another year. `today_requested()`."""

    opened = Signal(object)
    turned = Signal(int)
    today_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.year = year_of(today.year, ())
        self.look = YearLook(today)
        self.place = year_geometry(self.year, QSizeF(*LEAST))
        self._marks: Marks = lambda day: ()
        self.weeks = WeekModel(self)
        self.setModel(self.weeks)
        self.setMinimumSize(*LEAST)
        self.selectionModel().currentChanged.connect(self._follow)
        theme().changed.connect(self.measure)

    def show_year(self, year: Year, marks: Marks, today: date) -> None:
        """Take another year, or other events of the same one; the current week stays where it is this year's."""
        before = self.week()
        self.year, self._marks = year, marks
        self.look = YearLook(today)
        self.setAccessibleName(str(_("Jaar: {year}")).format(year=year.year))
        self.weeks.show(year, marks)
        self.measure()
        if before is not None:
            self.go_to(before.first)

    def measure(self) -> None:
        """Work out where everything lies."""
        self.place = year_geometry(self.year, QSizeF(self.viewport().size()))
        self.viewport().update()

    def week(self) -> Week | None:
        """The week that is current."""
        row = self.currentIndex().row()
        return self.weeks.weeks[row] if 0 <= row < len(self.weeks.weeks) else None

    def go_to(self, day: date) -> None:
        """Make the week of a day current, where it is this year's."""
        row = self.weeks.row_of(monday(day))
        if row >= 0:
            self.setCurrentIndex(self.weeks.index(row, 0))

    def set_look(self, look: YearLook) -> None:
        if look != self.look:
            self.look = look
            self.viewport().update()

    def _follow(self) -> None:
        week = self.week()
        self.set_look(replace(self.look, focus=week.first if week and self.hasFocus() else None))

    # --- what Qt asks of a list ----------------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        spans = self.place.spans(self.weeks.weeks[row].first) if 0 <= row < len(self.weeks.weeks) else {}
        return max(spans.values(), key=lambda rect: rect.width()).toRect() if spans else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        day = self.place.day_at(QPointF(point))
        row = self.weeks.row_of(monday(day)) if day is not None else -1
        return self.weeks.index(row, 0) if row >= 0 else QModelIndex()

    # --- painting, mouse and keys --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colour("window"))
        paint_year(painter, self.place, self._marks, self.look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the week of today before Qt would stand on the first."""
        if self.week() is None:
            self.go_to(self.look.today if self.look.today.year == self.year.year else self.year.weeks[0].first)
        super().focusInEvent(event)
        self._follow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_look(replace(self.look, focus=None))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing yet: a week opens when the button comes up over it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.place.day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(day)
            self.opened.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.place.day_at(event.position())
        shape = Qt.CursorShape.ArrowCursor if day is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.set_look(replace(self.look, hovered=monday(day) if day else None))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_look(replace(self.look, hovered=None))

    def viewportEvent(self, event: QEvent) -> bool:
        """A tooltip tells what a screen reader hears."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.place.day_at(QPointF(event.pos()))
            text = self.weeks.text(self.year.week_of(day)).replace(", ", "\n") if day else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by week, page keys by year, Enter opens the week in the month."""
        key, row = Key(event.key()), self.currentIndex().row()
        last = len(self.weeks.weeks) - 1
        if key in TURNS:
            self.turned.emit(TURNS[key])
        elif key == Key.Key_T:
            self.today_requested.emit()
        elif key in STEPS and 0 <= row + STEPS[key] <= last:
            self.setCurrentIndex(self.weeks.index(row + STEPS[key], 0))
        elif key in {Key.Key_Home, Key.Key_End}:
            self.setCurrentIndex(self.weeks.index(0 if key == Key.Key_Home else last, 0))
        elif key in {Key.Key_Return, Key.Key_Enter} and row >= 0:
            self.opened.emit(self.weeks.weeks[row].first)
        else:
            event.ignore()
