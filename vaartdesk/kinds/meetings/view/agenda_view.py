"""The agenda as one list: walk, drag, type minutes, choose a purpose; it asks, the page does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QMenu

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model.states import PURPOSES
from vaartdesk.kinds.meetings.view.agenda_data import AgendaRow
from vaartdesk.kinds.meetings.view.agenda_model import AgendaModel
from vaartdesk.kinds.meetings.view.agenda_paint import (
    INSET,
    NUMBER,
    STEP,
    AgendaDelegate,
    Parts,
    paint_drop,
    parts_of,
    row_height,
)
from vaartdesk.kinds.meetings.view.drop_place import DEEPEST, DropPlace, place_for
from vaartdesk.kinds.meetings.view.minutes_edit import MinutesEdit
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.base import ParseContext
from vaartdesk.ui.carried import Carried
from vaartdesk.ui.icons import icon
from vaartdesk.ui.theme.theme import theme

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
LEVELS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AgendaView(QListView):
    """objectName `agenda`.

    `chosen(Ref | None)`, `opened(Ref)`, `moved(Ref, DropPlace)`, `stepped(Ref, -1 | 1)`, `levelled(Ref, -1 | 1)`,
    `removed(Ref)`, `purposed(Ref, slug)`, `timed(Ref, minutes)`; `carried_out(Ref, QPoint)`: dropped outside.
    """

    chosen = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object)
    stepped = Signal(object, int)
    levelled = Signal(object, int)
    removed = Signal(object)
    purposed = Signal(object, str)
    timed = Signal(object, object)
    carried_out = Signal(object, QPoint)

    def __init__(self, minutes: Field, context: ParseContext) -> None:
        super().__init__()
        self.rows_model = AgendaModel()
        self.is_fixed = False
        self.drop: DropPlace | None = None
        self._pressed: tuple[QPoint, AgendaRow] | None = None
        self._carried: Carried | None = None
        self._timed: Ref | None = None
        self.setObjectName("agenda")
        self.setAccessibleName(str(_("Agenda")))
        self.setModel(self.rows_model)
        self.setItemDelegate(AgendaDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.edit_line = MinutesEdit(minutes, context, self.viewport())
        self.edit_line.entered.connect(self._take_minutes)
        self.edit_line.left.connect(self._leave_minutes)
        self.selectionModel().currentChanged.connect(self._tell_current)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[AgendaRow], *, is_fixed: bool) -> None:
        """Show these items; the current one stays current. ``is_fixed``: they can be read only."""
        self.is_fixed = is_fixed
        before = self.current()
        was_at = self.currentIndex().row()
        self.selectionModel().blockSignals(True)
        was_reset = self.rows_model.show(rows)
        self.selectionModel().blockSignals(False)
        if was_reset:
            self._stand(before, was_at)
        if self._timed is not None and self.rows_model.number_of(self._timed.id) < 0:
            self._timed = None
            self.edit_line.close_quietly()
        self.viewport().update()

    def _stand(self, before: Ref | None, was_at: int) -> None:
        """After a reset: on the same item, else on the one that took its place."""
        at = self.rows_model.number_of(before.id if before else None)
        if at < 0 and before is not None:
            at = min(was_at, self.rows_model.rowCount() - 1)
        if at >= 0:
            self.setCurrentIndex(self.rows_model.index(at, 0))
        if self.current() != before:
            self.chosen.emit(self.current())

    def row(self, number: int) -> AgendaRow | None:
        rows = self.rows_model.rows
        return rows[number] if 0 <= number < len(rows) else None

    def current_row(self) -> AgendaRow | None:
        return self.row(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def current(self) -> Ref | None:
        """The item one stands on."""
        found = self.current_row()
        return found.ref if found else None

    def choose(self, key: str) -> bool:
        """Stand on an item; False when it is not on this agenda."""
        number = self.rows_model.number_of(key)
        if number >= 0:
            self.setCurrentIndex(self.rows_model.index(number, 0))
            self.scrollTo(self.rows_model.index(number, 0))
        return number >= 0

    def _tell_current(self, _index: QModelIndex) -> None:
        self.chosen.emit(self.current())

    def parts(self, number: int) -> Parts:
        """Where the parts of a row lie in the viewport."""
        row = self.rows_model.rows[number]
        return parts_of(QRectF(self.visualRect(self.rows_model.index(number, 0))), row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.drop is not None:
            y = self.drop.gap * row_height() - self.verticalScrollBar().value()
            paint_drop(QPainter(self.viewport()), QRectF(self.viewport().rect()), self.drop.depth, max(3, y))

    # --- minutes and purpose -------------------------------------------------------------------------------------------

    def edit_minutes(self, typed: str = "") -> None:
        """Type over the minutes of the current item."""
        row = self.current_row()
        if row is None or self.is_fixed:
            return
        self._timed = row.ref
        self.scrollTo(self.currentIndex())
        rect = self.parts(self.currentIndex().row()).minutes.toRect()
        self.edit_line.open_at(rect, row.minutes, typed)

    def _take_minutes(self, minutes: int | None) -> None:
        if self._timed is not None:
            self.timed.emit(self._timed, minutes)

    def _leave_minutes(self, step: int) -> None:
        number = self.currentIndex().row() + step
        self._timed = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if step and self.row(number) is not None:
            self.setCurrentIndex(self.rows_model.index(number, 0))
            self.edit_minutes()

    def show_purposes(self) -> QMenu | None:
        """The purposes to choose from, under the chip of the current item."""
        row = self.current_row()
        if row is None or self.is_fixed:
            return None
        menu = QMenu(self)
        menu.setObjectName("purposes")
        for option in PURPOSES:
            tone = option.tone if option.tone not in {"neutral", "accent"} else "text2"
            action = menu.addAction(icon(option.icon, tone), str(option.label))
            action.triggered.connect(lambda _on=False, slug=option.slug, ref=row.ref: self.purposed.emit(ref, slug))
            if option.slug == row.purpose:
                menu.setActiveAction(action)
        corner = self.parts(self.currentIndex().row()).chip.bottomLeft().toPoint()
        menu.popup(self.viewport().mapToGlobal(corner))
        return menu

    # --- mouse ---------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on chip or minutes acts at once; elsewhere it chooses the row and may begin a drag."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or self.is_fixed:
            return
        parts = self.parts(index.row())
        if parts.minutes.contains(event.position()):
            self.edit_minutes()
        elif parts.chip.contains(event.position()):
            self.show_purposes()
        else:
            self._pressed = (at, self.rows_model.rows[index.row()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            self._show_cursor(at)
            return
        start, row = self._pressed
        if self._carried is None and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._carried = Carried(self.window(), f"{row.number}  {row.title}")
        if self._carried is not None:
            self._carried.follow(event.globalPosition().toPoint())
            self.show_drop(self._place_at(at, row.ref.id))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, was_carried = self._pressed, self._carried is not None
        place = self.drop
        self._let_go()
        super().mouseReleaseEvent(event)
        if pressed is None or not was_carried:
            return
        if place is not None:
            self.moved.emit(pressed[1].ref, place)
        else:
            self.carried_out.emit(pressed[1].ref, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._let_go()
        row = self.row(self.indexAt(event.position().toPoint()).row())
        if row is not None and not self.edit_line.is_open:
            self.opened.emit(row.ref)

    def _let_go(self) -> None:
        self._pressed = None
        if self._carried is not None:
            self._carried.drop()
            self._carried = None
        self.show_drop(None)

    def _show_cursor(self, at: QPoint) -> None:
        """A hand where the row can be taken hold of."""
        index = self.indexAt(at)
        is_handle = index.isValid() and not self.is_fixed and self.parts(index.row()).handle.contains(at.toPointF())
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if is_handle else Qt.CursorShape.ArrowCursor)

    # --- where a dragged thing would come ------------------------------------------------------------------------------

    def _place_at(self, at: QPoint, carried: str | None, deepest: int = DEEPEST) -> DropPlace | None:
        """The place under a point of the viewport; None outside."""
        if not self.viewport().rect().contains(at):
            return None
        y = at.y() + self.verticalScrollBar().value()
        gap = (y + row_height() // 2) // row_height()
        wanted = int((at.x() - INSET - NUMBER) // STEP)
        return place_for(self.rows_model.rows, gap, wanted, carried=carried, deepest=deepest)

    def place_for_topic(self, pointer: QPoint) -> DropPlace | None:
        """Where a topic from the stock would come, for a pointer on the screen."""
        return None if self.is_fixed else self._place_at(self.viewport().mapFromGlobal(pointer), None, deepest=0)

    def show_drop(self, place: DropPlace | None) -> None:
        """Mark a place, or none."""
        if place != self.drop:
            self.drop = place
            self.viewport().update()

    # --- keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current_row(), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._carried is not None:
            self._let_go()
        elif row is None or not self._acted(row, key, event):
            super().keyPressEvent(event)

    def _acted(self, row: AgendaRow, key: Qt.Key, event: QKeyEvent) -> bool:
        """The keys of an item; whether this was one."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and key in STEPS:
            self.stepped.emit(row.ref, STEPS[key])
        elif is_alt and key in LEVELS:
            self.levelled.emit(row.ref, LEVELS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row.ref)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(row.ref)
        elif key == Qt.Key.Key_Space:
            self.show_purposes()
        elif event.text().isdigit() and not is_alt:
            self.edit_minutes(event.text())
        else:
            return False
        return True
