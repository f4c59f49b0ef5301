"""A layout that sets its items in lines, like words in a text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right, a new line where the width ends; each line is centred on its highest item.

    ``indent``: what begins a line stands so far in, unless it is an item that fills a line by itself.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, line_gap: int = 6, indent: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self._indent = indent
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take every item out and delete its widget."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_dry=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_dry=False)

    def _arrange(self, rect: QRect, *, is_dry: bool) -> int:
        """Place the items, or only count; answers the height."""
        y, line = rect.y(), list[QLayoutItem]()
        width = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if line and width + self._gap + needed > rect.width():
                y += self._place(line, rect, y, is_dry) + self._line_gap
                line, width = [], 0
            width += needed + (self._gap if line else self._inset(item))
            line.append(item)
        return y + self._place(line, rect, y, is_dry) - rect.y()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    @staticmethod
    def _is_filling(item: QLayoutItem) -> bool:
        return bool(item.expandingDirections() & Qt.Orientation.Horizontal)

    def _inset(self, item: QLayoutItem) -> int:
        return 0 if self._is_filling(item) else self._indent

    def _place(self, line: list[QLayoutItem], rect: QRect, y: int, is_dry: bool) -> int:
        height = max((item.sizeHint().height() for item in line), default=0)
        x = rect.x() + (self._inset(line[0]) if line else 0)
        for item in line:
            size = item.sizeHint()
            if self._is_filling(item) and item is line[-1]:
                size.setWidth(max(size.width(), rect.right() + 1 - x))
            size.setWidth(min(size.width(), max(1, rect.right() + 1 - x)))
            if not is_dry:
                item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
            x += size.width() + self._gap
        return height
