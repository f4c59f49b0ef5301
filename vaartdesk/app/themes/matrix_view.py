"""The table of the matrix: arrows go from cell to cell, Enter and a click open the list of a cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from vaartdesk.app.themes.matrix_model import CellEntry, MatrixModel
from vaartdesk.app.themes.matrix_paint import LineHead, MatrixDelegate, head_height, row_height, total_height
from vaartdesk.flows.role_matrix import Matrix
from vaartdesk.ui.theme.theme import theme

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


class MatrixView(QTableView):
    """objectName `matrix`. `opened(CellEntry)`: show its list. `pointed(CellEntry | None)`: the mouse or the keys are on it."""

    opened = Signal(object)
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = MatrixModel()
        self.setObjectName("matrix")
        self.setModel(self.table)
        self.setItemDelegate(MatrixDelegate(self))
        self.setHorizontalHeader(LineHead())
        self._dress()
        self._connect()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setProperty("look", "painted")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _connect(self) -> None:
        self.clicked.connect(self._open)
        self.entered.connect(lambda index: self._point(self.table.cell(index)))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._point(self.table.cell(now)))
        theme().changed.connect(self._measure)

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_matrix(self, matrix: Matrix) -> None:
        """Another matrix; the current cell stays the same cell."""
        was = self.table.cell(self.currentIndex())
        self.table.show(matrix)
        self._measure()
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

    def _measure(self) -> None:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    # --- pointing and opening ------------------------------------------------------------------------------------------

    def _point(self, cell: CellEntry | None) -> None:
        if cell is not None:
            self.pointed.emit(cell)

    def current(self) -> CellEntry | None:
        """The current cell."""
        return self.table.cell(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        cell = self.table.cell(index)
        if cell is not None and cell.cell.open:
            self.opened.emit(cell)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(self.current())

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """From cell to cell; names and totals are passed over."""
        now, (down, right) = self.currentIndex(), STEPS[action]
        row = min(max(now.row() + down, 0), len(self.table.matrix.roles) - 1)
        column = min(max(now.column() + right, 1), len(self.table.matrix.lines))
        return self.table.index(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
