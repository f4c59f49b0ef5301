"""Where one is in a list: the current row, the chosen rows, and the height at which the current one stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.model import ListModel
from vaartdesk.ui.list.view import RowView

Flag = QItemSelectionModel.SelectionFlag
Hint = QAbstractItemView.ScrollHint


class Place:
    """Knows the current record by its key, so that it survives another order of the rows."""

    def __init__(self, view: RowView, model: ListModel) -> None:
        self.view, self.model = view, model
        self.key: str | None = None
        self.is_held = False

    def current(self) -> Ref | None:
        """The record whose row is current."""
        index = self.view.currentIndex()
        return self.model.ref(index.row()) if index.isValid() else None

    def selected(self) -> list[Ref]:
        """The records of all selected rows, in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [ref for row in rows if (ref := self.model.ref(row)) is not None]

    def select(self, row: int) -> None:
        """Make a row current; one out of sight comes to the middle, where no toast lies over it. -1 does nothing."""
        if row >= 0:
            index = self.model.index(row, 0)
            is_seen = self.view.viewport().rect().contains(self.view.visualRect(index))
            self.view.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            self.view.scrollTo(index, Hint.EnsureVisible if is_seen else Hint.PositionAtCenter)

    def first(self) -> int:
        """The first row that is a record, -1 when there is none."""
        return next((row for row in range(self.model.rowCount()) if self.model.key(row) is not None), -1)

    def near(self, row: int) -> int:
        """The record at a row, else the next one below, else the last above; -1 in an empty list."""
        below = (at for at in range(max(0, row), self.model.rowCount()) if self.model.key(at) is not None)
        above = (at for at in range(min(row, self.model.rowCount()) - 1, -1, -1) if self.model.key(at) is not None)
        return next(below, next(above, -1))

    def row(self) -> int:
        """The row of the current record, -1 when it is not shown."""
        return self.model.row_of(self.key) if self.key else -1

    def hold(self, rearrange: Callable[[], None]) -> None:
        """Do something that resets the rows; selection, current row and the height on screen stay."""
        kept = {ref.id for ref in self.selected()}
        anchor, below = self._anchor()
        self.is_held = True
        try:
            rearrange()
            self.view.executeDelayedItemsLayout()
            self._reselect(kept)
        finally:
            self.is_held = False
        row = self.model.row_of(anchor) if anchor else -1
        self.view.verticalScrollBar().setValue(self.view.top_of(row) - below if row >= 0 else 0)
        self.view.viewport().update()

    def _anchor(self) -> tuple[str | None, int]:
        """The row to hold still, and how far below the view's top it lies: the current one when in sight, else the first."""
        top, page, row = self.view.verticalOffset(), self.view.viewport().height(), self.row()
        if row >= 0 and top <= self.view.top_of(row) < top + page:
            return self.key, self.view.top_of(row) - top
        if not top:
            return None, 0
        first = max(0, self.view.row_at(top))
        row = next((row for row in range(first, self.model.rowCount()) if self.model.key(row)), -1)
        return (self.model.key(row), self.view.top_of(row) - top) if row >= 0 else (None, 0)

    def _reselect(self, kept: set[str]) -> None:
        selection = self.view.selectionModel()
        for row in sorted(row for key in kept if (row := self.model.row_of(key)) >= 0):
            selection.select(self.model.index(row, 0), Flag.Select)
        if self.row() >= 0:
            selection.setCurrentIndex(self.model.index(self.row(), 0), Flag.Select)
