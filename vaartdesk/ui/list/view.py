"""A list view of rows and group headers of two heights, whose cost follows what is shown.

Qt's own list asks every row for its height when heights differ; with headers known beforehand, a row's place is a sum
and a search among the headers, so that 200,000 rows cost no more than 20.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem

from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.row_delegate import RowDelegate, header_height, row_height
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction
MARGIN = 4
"""Above the first and below the last row."""


class RowView(QListView):
    """The view of an EntryModel. `opened(row)` comes with Enter or a double click, `typed(text)` with a letter.

    ``height`` gives the height of a row with the font of now.
    """

    opened = Signal(int)
    typed = Signal(str)
    first_painted = Signal()
    """Comes once, when rows have been on the screen: what can wait for them begins then."""

    def __init__(self, height: Callable[[], int] = row_height) -> None:
        super().__init__()
        self._headers: list[int] = []
        self._row_height = height
        self._row, self._header = height(), header_height() + sizes.SPACE_1
        self._count = 0
        self.painted_rows = 0
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme().changed.connect(self._measure)

    def list_model(self) -> EntryModel:
        model = self.model()
        assert isinstance(model, EntryModel)
        return model

    # --- where rows lie ------------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        """The font changed: other heights."""
        self._row, self._header = self._row_height(), header_height() + sizes.SPACE_1
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Only the headers' rows are looked up; QListView's own layout is passed over on purpose."""
        model = self.model()
        self._headers, self._count = [], 0
        if isinstance(model, EntryModel):
            self._headers, self._count = model.header_rows(), model.rowCount()
        QAbstractItemView.doItemsLayout(self)

    def top_of(self, row: int) -> int:
        """Where a row begins, from the top of the whole list."""
        headers = bisect_right(self._headers, row - 1)
        return MARGIN + headers * self._header + (row - headers) * self._row

    def row_at(self, y: int) -> int:
        """The row at a height from the top of the whole list; it may lie outside."""
        low, high = 0, len(self._headers)
        while low < high:
            middle = (low + high) // 2
            if self.top_of(self._headers[middle]) <= y:
                low = middle + 1
            else:
                high = middle
        if not low:
            return (y - MARGIN) // self._row
        header = self._headers[low - 1]
        below = y - self.top_of(header) - self._header
        return header if below < 0 else header + 1 + below // self._row

    def _height(self, row: int) -> int:
        place = bisect_right(self._headers, row) - 1
        return self._header if place >= 0 and self._headers[place] == row else self._row

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = self.top_of(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if 0 <= row < self._count else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def updateGeometries(self) -> None:
        """The range of the scroll bar; QListView's own would measure its own layout."""
        total, page = self.top_of(self._count) + MARGIN, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setSingleStep(self._row)
        bar.setPageStep(max(1, page - self._row))
        bar.setRange(0, max(0, total - page))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        row, page = index.row(), self.viewport().height()
        top, bar = self.top_of(row), self.verticalScrollBar()
        bottom = top + self._height(row)
        if row and self._height(row - 1) == self._header and row - 1 in self._headers:
            top = self.top_of(row - 1)  # a group's first row brings its header into sight
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom - page) // 2)
        elif top < bar.value():
            bar.setValue(top - MARGIN)
        elif bottom > bar.value() + page:
            bar.setValue(bottom + MARGIN - page)

    # --- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the rows that the event touches."""
        painter = QPainter(self.viewport())
        offset = self.verticalOffset()
        first = max(0, self.row_at(event.rect().top() + offset))
        last = min(self._count - 1, self.row_at(event.rect().bottom() + offset))
        self.list_model().bring(first, last)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        hovered = (
            self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) if self.underMouse() else QModelIndex()
        )
        base, selection = option.state, self.selectionModel()
        if not self.painted_rows and first <= last:
            QTimer.singleShot(0, self, self.first_painted.emit)
        for row in range(first, last + 1):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = self._state(base, index, hovered, selection.isSelected(index))
            self.itemDelegate().paint(painter, option, index)
            self.painted_rows += 1

    def _state(self, base: QStyle.StateFlag, index: Index, hovered: Index, is_selected: bool) -> QStyle.StateFlag:
        state = base & ~(
            QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        )
        if is_selected:
            state |= QStyle.StateFlag.State_Selected
        if index == hovered:
            state |= QStyle.StateFlag.State_MouseOver
        if self.hasFocus() and index == self.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
        return state

    # --- moving and choosing -------------------------------------------------------------------------------------------

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up, Down, Home, End and page keys, over headers."""
        now = self.currentIndex().row() if self.currentIndex().isValid() else -1
        page = max(1, self.viewport().height() // self._row - 1)
        steps = {
            Move.MoveUp: -1, Move.MovePrevious: -1, Move.MoveLeft: -1,
            Move.MoveDown: 1, Move.MoveNext: 1, Move.MoveRight: 1,
            Move.MovePageUp: -page, Move.MovePageDown: page,
            Move.MoveHome: -self._count, Move.MoveEnd: self._count,
        }  # fmt: skip
        step = steps[action]
        return self._nearest(min(max(now + step, 0), self._count - 1), 1 if step > 0 or now + step <= 0 else -1)

    def _nearest(self, row: int, way: int) -> QModelIndex:
        """The next record from `row` on in a direction; at the end of the list the other way."""
        model = self.list_model()
        for start, step in ((row, way), (row, -way)):
            at = start
            while 0 <= at < self._count:
                if model.key(at) is not None:
                    return model.index(at, 0)
                at += step
        return QModelIndex()

    def setSelection(self, rect: QRect, command: object) -> None:
        """Select the records between two points, headers left out."""
        offset = self.verticalOffset()
        first = max(0, self.row_at(rect.normalized().top() + offset))
        last = min(self._count - 1, self.row_at(rect.normalized().bottom() + offset))
        model, selection = self.list_model(), QItemSelection()
        if first <= last:
            selection.select(model.index(first, 0), model.index(last, 0))
        assert isinstance(command, QItemSelectionModel.SelectionFlag)
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """What is painted again when other rows are selected: those rows, as far as they show."""
        assert isinstance(selection, QItemSelection)
        area, region = self.viewport().rect(), QRegion()
        offset = self.verticalOffset()
        first, last = self.row_at(area.top() + offset), self.row_at(area.bottom() + offset)
        for part in selection.toList():
            for row in range(max(first, part.top()), min(last, part.bottom()) + 1):
                region += QRegion(self.visualRect(self.model().index(row, 0)))
        return region

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif (
            event.text().isprintable()
            and event.text().strip()
            and event.modifiers()
            in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            }
        ):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
