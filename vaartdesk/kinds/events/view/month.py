"""The month with mouse and keys: choose, open, make, drag to other days, draw out at the ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.events.view.lanes import Piece
from vaartdesk.kinds.events.view.month_canvas import MonthCanvas
from vaartdesk.kinds.events.view.month_drag import Drag
from vaartdesk.kinds.events.view.month_geometry import Part
from vaartdesk.kinds.events.view.month_keys import MONTHS, STEPS, WALKS, walk
from vaartdesk.kinds.events.view.month_model import Entry
from vaartdesk.kinds.events.view.month_paint import overflow_name

Key = Qt.Key
Mouse = Qt.MouseButton
Modifier = Qt.KeyboardModifier
CURSORS: Final = {"begin": Qt.CursorShape.SizeHorCursor, "end": Qt.CursorShape.SizeHorCursor}


@dataclass(frozen=True, slots=True)
class _Press:
    """What the left button went down on."""

    at: QPoint
    piece: Piece
    part: Part
    day: date


class MonthGrid(MonthCanvas):
    """`chosen(Shown)`: an event was clicked or reached by key. `opened(Shown)`: Enter or a double click on it.

    `new_requested(date)`, `day_requested(date)` (a day outside the period), `months_requested(int)`, `today_requested()`,
    `rescheduled(Shown, first, last)`: by how many days, `rest_requested(Overflow)`: "+3 meer".
    """

    chosen = Signal(object)
    opened = Signal(object)
    new_requested = Signal(object)
    day_requested = Signal(object)
    months_requested = Signal(int)
    today_requested = Signal()
    rescheduled = Signal(object, int, int)
    rest_requested = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__(today)
        self.is_fixed = False
        """True where nothing may be moved."""
        self.drag: Drag | None = None
        self._press: _Press | None = None
        self._is_quiet = False
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(self._follow)

    # --- where one stands ----------------------------------------------------------------------------------------------

    def entry(self) -> Entry | None:
        """The day or event that is current."""
        index = self.currentIndex()
        return self.days.entry(index.row()) if index.isValid() else None

    def day(self) -> date | None:
        """The chosen day."""
        entry = self.entry()
        return entry.day if entry else None

    def go_to(self, day: date, occurrence: str = "", *, is_quiet: bool = False) -> bool:
        """Make a day or an event on it current; False where it is not shown. Quiet: without telling `chosen`."""
        row = self.days.row_of(day, occurrence)
        if row < 0:
            return False
        self._is_quiet = is_quiet
        self.setCurrentIndex(self.days.index(row, 0))
        self._is_quiet = False
        return True

    def choose(self, occurrence: str) -> None:
        """Ring the event whose record is shown, without moving to it."""
        self.set_look(replace(self.look, chosen=occurrence))

    def _follow(self) -> None:
        """Another row became current, by key, click or a screen reader."""
        entry = self.entry()
        if entry is None:
            return
        chosen = entry.shown.occurrence if entry.shown else self.look.chosen
        self.set_look(replace(self.look, day=entry.day, chosen=chosen, focus=self._focus()))
        if entry.shown is not None and not self._is_quiet:
            self.chosen.emit(entry.shown)

    def _focus(self) -> tuple[date, str] | None:
        entry = self.entry()
        if entry is None or not self.hasFocus():
            return None
        return entry.day, entry.shown.occurrence if entry.shown else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by key stands on today, or the first of the month, before Qt would stand on the first row."""
        if self.entry() is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            today = self.look.today
            self.go_to(today if self.period.is_own(today) else date(self.period.year, self.period.month, 1))
        super().focusInEvent(event)
        self.set_look(replace(self.look, focus=self._focus()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_look(replace(self.look, focus=None))

    # --- mouse ---------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        at = event.position()
        day, piece, rest = self.place.day_at(at), self.piece_at(at), self.overflow_at(at)
        self._press = None
        if day is None:
            return
        if piece is None and rest is not None and event.button() == Mouse.LeftButton:
            self.go_to(day)
            self.rest_requested.emit(rest)
            return
        self.go_to(day, piece.shown.occurrence if piece else "")
        if piece is not None and event.button() == Mouse.LeftButton and not self.is_fixed:
            self._press = _Press(at.toPoint(), piece, self.place.part(piece, at), day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._press is None or not event.buttons() & Mouse.LeftButton:
            self._hover(at)
            return
        far = (at.toPoint() - self._press.at).manhattanLength() >= QApplication.startDragDistance()
        if self.drag is None and far:
            self.drag = Drag(self._press.piece, self._press.part, self._press.day)
        if self.drag is not None:
            self._drag_over(self.drag.over(self.place.day_at(at)))

    def _drag_over(self, drag: Drag | None) -> None:
        self.drag = drag
        ghost = drag.ghost(self.period) if drag else ()
        self.set_look(replace(self.look, target=drag.target if drag else None, ghost=ghost))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Dropped on another day: ask for it. Beside the grid nothing happens."""
        drag, self._press = self.drag, None
        self._drag_over(None)
        if drag is not None and drag.steps != (0, 0):
            self.rescheduled.emit(drag.piece.shown, *drag.steps)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """An event opens; on a day a new one begins."""
        at = event.position()
        day, piece = self.place.day_at(at), self.piece_at(at)
        if event.button() != Mouse.LeftButton or day is None or self.overflow_at(at) is not None:
            return
        if piece is not None:
            self.opened.emit(piece.shown)
        else:
            self.new_requested.emit(day)

    def _hover(self, at: QPointF) -> None:
        piece, rest = self.piece_at(at), self.overflow_at(at)
        name = piece.shown.occurrence if piece else overflow_name(rest.day) if rest else ""
        part = self.place.part(piece, at) if piece and not self.is_fixed else "body"
        self.viewport().setCursor(CURSORS.get(part, Qt.CursorShape.ArrowCursor))
        self.set_look(replace(self.look, hovered=name))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_look(replace(self.look, hovered=""))

    def viewportEvent(self, event: QEvent) -> bool:
        """A tooltip tells the whole of what is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            piece = self.piece_at(QPointF(event.pos()))
            text = self.days.event_text(piece.shown).replace(", ", "\n", 1) if piece and self.drag is None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    # --- keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `month_keys`; Enter opens, N makes, T goes to today, Alt with arrows moves an event."""
        key, entry = Key(event.key()), self.entry()
        if key == Key.Key_Escape and self.drag is not None:
            self._press = None
            self._drag_over(None)
        elif key in MONTHS:
            self.months_requested.emit(MONTHS[key])
        elif key == Key.Key_T and not event.modifiers():
            self.today_requested.emit()
        elif entry is None or not self._act(key, event.modifiers(), entry):
            event.ignore()

    def _act(self, key: Key, modifiers: Modifier, entry: Entry) -> bool:
        """What a key does to the day or event that is current; False when it does nothing."""
        bare = modifiers & ~Modifier.KeypadModifier
        if key in STEPS and bare & Modifier.AltModifier:
            return self._move(entry, STEPS[key], draws_out=bool(bare & Modifier.ShiftModifier))
        if bare != Modifier.NoModifier:
            return False
        if key in WALKS:
            day, occurrence = walk(self.days, entry, key)
            if not self.go_to(day, occurrence):
                self.day_requested.emit(day)
        elif key in {Key.Key_Return, Key.Key_Enter}:
            self.opened.emit(entry.shown) if entry.shown else self._enter_day(entry.day)
        elif key == Key.Key_N:
            self.new_requested.emit(entry.day)
        else:
            return False
        return True

    def _enter_day(self, day: date) -> None:
        """Enter on a day: to its first event, or a new one where there is none."""
        events = self.days.events_on(day)
        if events:
            self.go_to(day, events[0].occurrence)
        else:
            self.new_requested.emit(day)

    def _move(self, entry: Entry, days: int, *, draws_out: bool) -> bool:
        """Alt with an arrow moves the event, with Shift its last day."""
        if entry.shown is None or self.is_fixed:
            return False
        first, last = (0, max(days, 1 - entry.shown.days)) if draws_out else (days, days)
        if (first, last) != (0, 0):
            self.rescheduled.emit(entry.shown, first, last)
        return True
