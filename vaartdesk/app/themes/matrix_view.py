"""The table of the matrix: arrows go from cell to cell, Enter and a click open the list of a cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from vaartdesk.app.themes.matrix_model import CellEntry, MatrixModel
from vaartdesk.app.themes.matrix_paint import LineHead, MatrixDelegate, head_height, row_height, total_height
from vaartdesk.flows.role_matrix import Matrix
from vaartdesk.ui.cell_table import CellTable, Index

NAME: Final = 190
LATE: Final = 72
Move = QAbstractItemView.CursorAction
STEPS: Final = {
    Move.MoveUp: (-1, 0),
    Move.MoveDown: (1, 0),
    Move.MoveLeft: (0, -1),
    Move.MoveRight: (0, 1),
    Move.MovePrevious: (0, -1),
    Move.MoveNext: (0, 1),
    Move.MovePageUp: (-99, 0),
    Move.MovePageDown: (99, 0),
    Move.MoveHome: (0, -99),
    Move.MoveEnd: (0, 99),
}


class MatrixView(CellTable):
    """objectName `matrix`. `opened(CellEntry)`: show its list. `pointed(CellEntry | None)`: the mouse or the keys are on it."""

    opened = Signal(object)
    pointed = Signal(object)

    def __init__(self) -> None:
        self.table = MatrixModel()
        super().__init__(self.table, LineHead())
        self.setObjectName("matrix")
        self.setItemDelegate(MatrixDelegate(self))

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_matrix(self, matrix: Matrix) -> None:
        """Another matrix; the current cell stays the same cell."""
        was = self.table.cell(self.currentIndex())
        self.table.show(matrix)
        self.measure()
        self.choose(was.role.key, was.line.key) if was is not None else self._choose_at(0, 1)

    def choose(self, role: str, line: str) -> None:
        """Make the cell of a role and a theme line current; the first one when there is none such."""
        rows = [place for place, found in enumerate(self.table.matrix.roles) if found.key == role]
        columns = [place for place, found in enumerate(self.table.matrix.lines, 1) if found.key == line]
        self._choose_at(rows[0] if rows else 0, columns[0] if columns else 1)

    def _choose_at(self, row: int, column: int) -> None:
        index = self.table.index(row, column)
        if self.table.cell(index) is not None:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def measure(self) -> None:
        """Equal columns for the theme lines between names and late ones; heights by the font of now."""
        lines = len(self.table.matrix.lines)
        room = max(0, self.viewport().width() - NAME - LATE)
        for column in range(1, lines + 1):
            self.setColumnWidth(column, room * column // max(lines, 1) - room * (column - 1) // max(lines, 1))
        self.setColumnWidth(0, NAME)
        self.setColumnWidth(lines + 1, LATE)
        self.horizontalHeader().setFixedHeight(head_height())
        for row in range(self.table.rowCount()):
            self.setRowHeight(row, row_height() if self.table.role(row) is not None else total_height())

    # --- pointing and opening ------------------------------------------------------------------------------------------

    def point_at(self, index: Index) -> None:
        """A cell is pointed at; names and totals are not."""
        cell = self.table.cell(index)
        if cell is not None:
            self.pointed.emit(cell)

    def current(self) -> CellEntry | None:
        """The current cell."""
        return self.table.cell(self.currentIndex())

    def open_at(self, index: Index) -> None:
        """Its list, where there is something in it."""
        cell = self.table.cell(index)
        if cell is not None and cell.cell.open:
            self.opened.emit(cell)

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """From cell to cell; names and totals are passed over."""
        now, (down, right) = self.currentIndex(), STEPS[action]
        row = min(max(now.row() + down, 0), len(self.table.matrix.roles) - 1)
        column = min(max(now.column() + right, 1), len(self.table.matrix.lines))
        return self.table.index(row, column)
