"""The model of a list: keys and headers in order; what a row shows is asked when it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from vaartdesk.schema.listing import Header, RowParts, spoken
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Entry, Sift
from vaartdesk.ui.row_delegate import PARTS

Index = QModelIndex | QPersistentModelIndex
KEY = PARTS + 1
"""The key of a row's record, None for a header."""


class EntryModel(QAbstractListModel):
    """Keys and headers in order; a subclass says what a key shows and which record it is."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    # --- Qt's questions ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == PARTS:
            return self.parts(entry)
        if role == KEY:
            return entry if isinstance(entry, str) else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(self.parts(entry))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entry(index.row()), Header):
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    # --- rows ----------------------------------------------------------------------------------------------------------

    def parts(self, entry: Entry) -> RowParts | Header:
        """What a line shows."""
        raise NotImplementedError

    def ref(self, row: int) -> Ref | None:
        """The record in a row; None for a header and outside."""
        raise NotImplementedError

    def entry(self, row: int) -> Entry | None:
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def key(self, row: int) -> str | None:
        """The key of the record in a row; None for a header and outside."""
        entry = self.entry(row)
        return entry if isinstance(entry, str) else None


class ListModel(EntryModel):
    """Shows the rows that fit a query. `rearranged` comes after the order or the set of rows changed."""

    rearranged = Signal()

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows
        self.sift = Sift(rows)
        self.query = Query()
        self._places: dict[str, int] | None = None

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self.rows.parts(entry)

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self.rows.ref(key)

    def row_of(self, key: str) -> int:
        """The row of a record, -1 when it is not shown."""
        if self._places is None:
            self._places = {entry: row for row, entry in enumerate(self.entries) if isinstance(entry, str)}
        return self._places.get(key, -1)

    @property
    def count(self) -> int:
        """How many records are shown."""
        return sum(1 for entry in self.entries if isinstance(entry, str))

    # --- changing ------------------------------------------------------------------------------------------------------

    def show(self, query: Query) -> None:
        """Show what fits this query."""
        self.query = query
        self._put(self.sift.entries(query))

    def refresh(self, keys: set[str]) -> None:
        """Rows changed: paint those again, and rearrange only where order or set became another."""
        entries = self.sift.entries(self.query)
        if list(entries) != list(self.entries):
            self._put(entries)
        for key in keys:
            row = self.row_of(key)
            if row >= 0:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def _put(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self._places = None
        self.endResetModel()
        self.rearranged.emit()
