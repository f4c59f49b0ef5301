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
AROUND = 60
FEW = 50
"""Up to so many changed rows are painted one by one, more of them all together."""
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

    def bring(self, first: int, last: int) -> None:
        """These rows are about to be painted."""

    def header_rows(self) -> list[int]:
        """The rows that are headers."""
        return [row for row, entry in enumerate(self.entries) if isinstance(entry, Header)]

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
        self._headers: list[int] = []
        self._places: dict[str, int] = {}

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self.rows.parts(entry)

    def bring(self, first: int, last: int) -> None:
        """These rows are about to be painted: have them ready, and some around them."""
        around = self.entries[max(0, first - AROUND) : last + AROUND]
        self.rows.bring([entry for entry in around if isinstance(entry, str)])

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self.rows.ref(key)

    def header_rows(self) -> list[int]:
        return self._headers

    def row_of(self, key: str) -> int:
        """The row of a record, -1 when it is not shown."""
        if key not in self._places:
            try:
                self._places[key] = self.entries.index(key)
            except ValueError:
                self._places[key] = -1
        return self._places[key]

    @property
    def count(self) -> int:
        """How many records are shown."""
        return len(self.entries) - len(self._headers)

    # --- changing ------------------------------------------------------------------------------------------------------

    def show(self, query: Query) -> None:
        """Show what fits this query."""
        self.query = query
        self._put(*self.sift.lines(query))

    def refresh(self, keys: set[str]) -> None:
        """Rows changed: paint those again, and rearrange only where order or set became another."""
        entries, headers = self.sift.lines(self.query)
        if entries != self.entries:
            self._put(entries, headers)
        if len(keys) > FEW:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            return
        for row in (row for key in keys if (row := self.row_of(key)) >= 0):
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _put(self, entries: Sequence[Entry], headers: list[int]) -> None:
        self.beginResetModel()
        self.entries, self._headers = entries, headers
        self._places.clear()
        self.endResetModel()
        self.rearranged.emit()
