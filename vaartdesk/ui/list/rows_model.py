"""A short list that paints its own rows: one value per row, handed to the delegate whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows with the same keys in the same order are repainted, so that focus and scroll stay; else the list is reset."""

    ROLE: ClassVar[int] = int(Qt.ItemDataRole.UserRole) + 1
    """Gives the delegate what `shown` makes of the row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def key(self, row: Row) -> object:
        """What stays the same when only the looks of a row change."""
        raise NotImplementedError

    def spoken(self, row: Row) -> str:
        """The row in words, for a screen reader."""
        raise NotImplementedError

    def shown(self, row: Row) -> object:
        """What the delegate paints."""
        return row

    def tip(self, row: Row) -> str | None:
        """What stands under the pointer; None for nothing."""
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == self.ROLE:
            return self.shown(row)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.spoken(row)
        return self.tip(row) if role == Qt.ItemDataRole.ToolTipRole else None

    def show(self, rows: Sequence[Row]) -> bool:
        """Bring rows; whether the list was reset."""
        is_same = [self.key(row) for row in rows] == [self.key(row) for row in self.rows]
        if not is_same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not is_same:
            self.endResetModel()
        elif self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        return not is_same
