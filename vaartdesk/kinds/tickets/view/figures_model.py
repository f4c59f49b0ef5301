"""The table of figures for Qt: a name, and the five figures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from vaartdesk.kinds.tickets.rules.figure_table import MEASURES, Measure, Row

Index = QModelIndex | QPersistentModelIndex
SPOKEN: Final = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)


class FiguresModel(QAbstractTableModel):
    """Rows as the overview orders them; the first column names them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.title = ""

    def show(self, title: str, rows: Sequence[Row]) -> None:
        """Other rows, under the head of their names."""
        self.beginResetModel()
        self.title, self.rows = title, tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(MEASURES) + 1

    def row(self, index: Index) -> Row | None:
        """The line of a place."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    @staticmethod
    def measure(column: int) -> Measure | None:
        """The figure of a column; None for the names."""
        return MEASURES[column - 1] if 1 <= column <= len(MEASURES) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, measure = self.row(index), self.measure(index.column())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label if measure is None else measure.text(row.figures)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.label if measure is None else measure.meaning
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.label if measure is None else f"{row.label}, {measure.label}: {measure.text(row.figures)}"
        return measure.meaning if role == Qt.ItemDataRole.AccessibleDescriptionRole and measure is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        measure = self.measure(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title if measure is None else str(measure.label)
        return measure.meaning if role == Qt.ItemDataRole.ToolTipRole and measure is not None else None
