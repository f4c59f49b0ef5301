"""The stock as a list of cards: plus or Alt+Right puts a topic on the agenda, and it can be dragged there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.stock_data import Entry, Topic
from vaartdesk.kinds.meetings.view.stock_paint import StockDelegate, plus_of
from vaartdesk.schema.listing import Header, spoken
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.carried import Carried
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StockModel(RowsModel[Entry]):
    """Headers and topics in order."""

    def key(self, row: Entry) -> object:
        return row.ref if isinstance(row, Topic) else row.text

    def spoken(self, row: Entry) -> str:
        return spoken(row) if isinstance(row, Header) else row.spoken()

    def tip(self, row: Entry) -> str | None:
        if isinstance(row, Topic):
            return "\n".join([row.title, *(f"{b.letter}: {b.name}" for b in row.badges if b.name)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not isinstance(self.topic(index.row()), Topic):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def topic(self, number: int) -> Topic | None:
        """The topic in a row; None for a header."""
        entry = self.rows[number] if 0 <= number < len(self.rows) else None
        return entry if isinstance(entry, Topic) else None

    def number_of(self, key: str) -> int:
        """The row of a topic, -1 when it is not in the stock."""
        return next((n for n, e in enumerate(self.rows) if isinstance(e, Topic) and e.ref.id == key), -1)


class StockView(QListView):
    """objectName `stock`. `put(Ref)`: onto the agenda; `opened(Ref)`; `removed(Ref)`; `carried(Ref, QPoint)` while it is
    dragged, `dropped(Ref, QPoint)` and `let_go()` at the end of a drag. Points are on the screen.
    """

    put = Signal(object)
    opened = Signal(object)
    removed = Signal(object)
    carried = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.topics = StockModel()
        self._pressed: tuple[QPoint, Topic] | None = None
        self._card: Carried | None = None
        self.setObjectName("stock")
        self.setAccessibleName(str(_("Voorraad")))
        self.setAccessibleDescription(str(_("Alt+Pijl rechts zet een onderwerp op de agenda.")))
        self.setModel(self.topics)
        self.setItemDelegate(StockDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the stock; one stays where one stood."""
        before, number = self.current(), self.currentIndex().row()
        height = self.verticalScrollBar().value()
        self.topics.show(entries)
        at = self.topics.number_of(before.id) if before else -1
        if at < 0 and before is not None:
            near = (n for n in (*range(number, len(entries)), *range(number, -1, -1)) if self.topics.topic(n))
            at = next(near, -1)
        if at >= 0:
            self.setCurrentIndex(self.topics.index(at, 0))
        self.verticalScrollBar().setValue(height)

    def current(self) -> Ref | None:
        """The topic one stands on."""
        topic = self.topics.topic(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return topic.ref if topic else None

    def choose(self, key: str) -> bool:
        """Stand on a topic; False when it is not in stock."""
        number = self.topics.number_of(key)
        if number >= 0:
            self.setCurrentIndex(self.topics.index(number, 0))
        return number >= 0

    def focusInEvent(self, event: Any) -> None:
        """With the keyboard one comes upon the first topic, not upon nothing."""
        super().focusInEvent(event)
        if self.current() is None:
            first = next((n for n in range(len(self.topics.rows)) if self.topics.topic(n)), -1)
            if first >= 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
                self.setCurrentIndex(self.topics.index(first, 0))

    # --- mouse ---------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        topic = self.topics.topic(index.row())
        super().mousePressEvent(event)
        if topic is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if plus_of(QRectF(self.visualRect(index))).contains(event.position()):
            self.put.emit(topic.ref)
        else:
            self._pressed = (event.position().toPoint(), topic)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        start, topic = self._pressed
        moved = (event.position().toPoint() - start).manhattanLength()
        if self._card is None and moved >= QApplication.startDragDistance():
            self._card = Carried(self.window(), topic.title)
        if self._card is not None:
            self._card.follow(event.globalPosition().toPoint())
            self.carried.emit(topic.ref, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, was_carried = self._pressed, self._card is not None
        self._release()
        super().mouseReleaseEvent(event)
        if pressed is not None and was_carried:
            self.dropped.emit(pressed[1].ref, event.globalPosition().toPoint())
            self.let_go.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._release()
        topic = self.topics.topic(self.indexAt(event.position().toPoint()).row())
        if topic is not None:
            self.opened.emit(topic.ref)

    def _release(self) -> None:
        self._pressed = None
        if self._card is not None:
            self._card.drop()
            self._card = None

    # --- keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ref, is_alt = self.current(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape and self._card is not None:
            self._release()
            self.let_go.emit()
        elif ref is not None and is_alt and event.key() == Qt.Key.Key_Right:
            self.put.emit(ref)
        elif ref is not None and event.key() in ENTER:
            self.opened.emit(ref)
        elif ref is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(ref)
        else:
            super().keyPressEvent(event)
