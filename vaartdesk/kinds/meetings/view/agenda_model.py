"""The model of the agenda: its rows, whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from vaartdesk.kinds.meetings.view.agenda_data import AgendaRow
from vaartdesk.kinds.meetings.view.agenda_paint import ROW

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractListModel):
    """Rows with the same keys in the same order are repainted; another order or set resets the list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[AgendaRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken()
        return row.title if role == Qt.ItemDataRole.ToolTipRole else None

    def number_of(self, key: str | None) -> int:
        """The place of an item, -1 when it is not on this agenda."""
        return next((n for n, row in enumerate(self.rows) if row.ref.id == key), -1)

    def show(self, rows: Sequence[AgendaRow]) -> bool:
        """Bring rows; whether the list was reset."""
        is_same = [row.ref for row in rows] == [row.ref for row in self.rows]
        if not is_same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not is_same:
            self.endResetModel()
        elif self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        return not is_same
