"""A list of rows that were worked out elsewhere: a handful, shown in a dialog."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QAbstractItemView

from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.row_delegate import row_height
from vaartdesk.ui.theme import sizes


class GivenModel(EntryModel):
    """Keys in order, and what each shows."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Mapping[str, RowParts] = {}

    def show(self, rows: Mapping[str, RowParts]) -> None:
        """Show these, in their order."""
        self.beginResetModel()
        self._shown, self.entries = rows, list(rows)
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self._shown[entry]

    def ref(self, row: int) -> Ref | None:
        return None


class GivenList(RowView):
    """As high as ``rows`` of its rows; one, or with ``many`` several can be chosen."""

    def __init__(self, name: str, *, rows: int, many: bool = False) -> None:
        super().__init__()
        self.given = GivenModel()
        self.setModel(self.given)
        self.setAccessibleName(name)
        self.setMinimumHeight(rows * row_height() + sizes.SPACE_1)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)

    def show_rows(self, rows: Mapping[str, RowParts]) -> None:
        """Show these; the first is chosen."""
        self.given.show(rows)
        self.setCurrentIndex(self.given.index(0, 0))

    def chosen(self) -> list[str]:
        """The keys of the chosen rows, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [key for row in rows if (key := self.given.key(row)) is not None]
