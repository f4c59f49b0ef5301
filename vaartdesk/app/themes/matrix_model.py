"""The matrix as a table for Qt: names at the left, a column per theme line, late ones at the right, totals below."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.flows.role_matrix import Cell, Line, Matrix, RoleRow, counts, told

ENTRY: Final = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CellEntry:
    """Where a role and a theme line meet."""

    role: RoleRow
    line: Line
    cell: Cell


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """The name of a role."""

    role: RoleRow


@dataclass(frozen=True, slots=True)
class LateEntry:
    """How many actions of a role are late."""

    role: RoleRow


@dataclass(frozen=True, slots=True)
class LineTotal:
    """What is open and late on a theme line."""

    line: Line


@dataclass(frozen=True, slots=True)
class TotalHead:
    """The words before the totals."""


class MatrixModel(QAbstractTableModel):
    """`ENTRY` gives what a place of the table is; None where it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()

    def show(self, matrix: Matrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.matrix.roles) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.matrix.lines) + 2

    def line(self, column: int) -> Line | None:
        """The theme line of a column; None beside them."""
        return self.matrix.lines[column - 1] if 1 <= column <= len(self.matrix.lines) else None

    def role(self, row: int) -> RoleRow | None:
        """The role of a row; None for the totals."""
        return self.matrix.roles[row] if 0 <= row < len(self.matrix.roles) else None

    def entry(self, index: Index) -> CellEntry | RoleEntry | LateEntry | LineTotal | TotalHead | None:
        """What stands in a place."""
        role, line = self.role(index.row()), self.line(index.column())
        if role is None:
            return LineTotal(line) if line is not None else TotalHead() if index.column() == 0 else None
        if line is not None:
            return CellEntry(role, line, self.matrix.cell(role.key, line.key))
        return RoleEntry(role) if index.column() == 0 else LateEntry(role)

    def cell(self, index: Index) -> CellEntry | None:
        """The cell in a place; None where there is none."""
        found = self.entry(index) if index.isValid() else None
        return found if isinstance(found, CellEntry) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entry(index)
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(entry)
        return _spoken(entry) if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, CellEntry) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            found = self.role(section)
            return found.title if found is not None else str(_("Open / te laat"))
        line = self.line(section)
        if line is not None:
            return f"{line.code} {line.title}"
        return str(_("te laat")) if section else str(_("Rol"))

    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return enabled | Qt.ItemFlag.ItemIsSelectable if self.cell(index) is not None else enabled


def _spoken(entry: object) -> str:
    if isinstance(entry, CellEntry):
        return told(entry.role, entry.line, entry.cell)
    if isinstance(entry, RoleEntry):
        return ", ".join(part for part in (entry.role.title, entry.role.remark) if part)
    if isinstance(entry, LateEntry):
        return str(_("{n} te laat").format(n=entry.role.late))
    if isinstance(entry, LineTotal):
        return counts(entry.line.open, entry.line.late)
    return str(_("Open / te laat")) if isinstance(entry, TotalHead) else ""
