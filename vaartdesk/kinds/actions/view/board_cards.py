"""The cards of one column: walked and moved by keys, dragged with the mouse. It asks; the page does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from vaartdesk.kinds.actions.rules.cards import Card
from vaartdesk.kinds.actions.view.board_data import Column
from vaartdesk.kinds.actions.view.board_paint import EDGE, GAP, CardDelegate
from vaartdesk.schema.listing import spoken
from vaartdesk.ui.carried import Carried
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.painting import paint_box
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
DROP: Final = 4


class CardModel(RowsModel[Card]):
    """The cards of a column in order."""

    def key(self, row: Card) -> str:
        return row.key

    def spoken(self, row: Card) -> str:
        return ", ".join(part for part in (spoken(row.parts), row.told, row.waits) if part)

    def tip(self, row: Card) -> str:
        return row.parts.title


class CardList(QListView):
    """`opened(key)`, `walked(±1)` to the next column, `stepped(key, ±1)` with the card; `dragged(key, pointer)` while it hangs
    on the pointer, `dropped(key, pointer)` and `let_go()`.
    """

    opened = Signal(str)
    walked = Signal(int)
    stepped = Signal(str, int)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards = CardModel()
        self.drop_row: int | None = None
        self._pressed: tuple[QPoint, Card] | None = None
        self._carried: Carried | None = None
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.doubleClicked.connect(self._open)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_column(self, column: Column) -> None:
        """Show the cards of a column; scroll and current card stay."""
        current, top = self.current_key(), self.verticalScrollBar().value()
        self.setAccessibleName(f"{column.label}, {column.total}")
        self.cards.show(column.cards)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(top)
        if current is not None:
            self.choose(current)

    # --- which card ----------------------------------------------------------------------------------------------------

    def key_at(self, index: Index) -> str | None:
        """The action of a card; None beside the cards."""
        card = index.data(CardModel.ROLE) if index.isValid() else None
        return card.key if isinstance(card, Card) else None

    def current_key(self) -> str | None:
        """The action of the current card."""
        return self.key_at(self.currentIndex())

    def choose(self, key: str) -> bool:
        """Make the card of an action current; False when it is not in this column."""
        row = next((row for row, card in enumerate(self.cards.rows) if card.key == key), -1)
        if row >= 0:
            self.setCurrentIndex(self.cards.index(row, 0))
        return row >= 0

    def choose_row(self, row: int) -> None:
        """Make the card nearest to a row current."""
        if self.cards.rows:
            self.setCurrentIndex(self.cards.index(min(max(row, 0), len(self.cards.rows) - 1), 0))

    def _open(self, index: QModelIndex) -> None:
        key = self.key_at(index)
        if key is not None:
            self.opened.emit(key)

    # --- keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = Qt.Key(event.key()), self.current_key()
        if key == Qt.Key.Key_Escape and self._carried is not None:
            self._forget()
        elif key in STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if current is not None:
                self.stepped.emit(current, STEPS[key])
        elif key in STEPS:
            self.walked.emit(STEPS[key])
        elif key in ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # --- mouse ---------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        card = self.indexAt(at).data(CardModel.ROLE)
        if event.button() == Qt.MouseButton.LeftButton and isinstance(card, Card):
            self._pressed = (at, card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        start, card = self._pressed
        far = (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance()
        if self._carried is None and far:
            self._carried = Carried(self.window(), f"{card.parts.number}  {card.parts.title}")
        if self._carried is not None:
            pointer = event.globalPosition().toPoint()
            self._carried.follow(pointer)
            self.dragged.emit(card.key, pointer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, was_carried = self._pressed, self._carried is not None
        self._forget()
        super().mouseReleaseEvent(event)
        if pressed is not None and was_carried:
            self.dropped.emit(pressed[1].key, event.globalPosition().toPoint())

    def _forget(self) -> None:
        self._pressed = None
        if self._carried is not None:
            self._carried.drop()
            self._carried = None
            self.let_go.emit()

    # --- where a card would come ---------------------------------------------------------------------------------------

    def show_drop(self, row: int | None) -> None:
        """Mark the place in front of a row, or none."""
        if row != self.drop_row:
            self.drop_row = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.drop_row is not None:
            top = self._top_of(self.drop_row)
            line = QRectF(EDGE, top - DROP / 2, self.viewport().width() - 2 * EDGE, DROP)
            painter = QPainter(self.viewport())
            paint_box(painter, line, theme().colour("accent"), sizes.RADIUS_SEGMENT)

    def _top_of(self, row: int) -> float:
        if row < len(self.cards.rows):
            return max(DROP / 2, self.visualRect(self.cards.index(row, 0)).top() - GAP / 2)
        last = self.visualRect(self.cards.index(len(self.cards.rows) - 1, 0)).bottom() if self.cards.rows else 0
        return last - GAP / 2 if last else DROP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
