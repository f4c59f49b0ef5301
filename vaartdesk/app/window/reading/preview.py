"""What will happen when a file is read in, as a table: a row of the file on each line, what needs a look first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from vaartdesk.core.text import _
from vaartdesk.flows.table_plan import STATE_WORDS, Line, Plan, State
from vaartdesk.ui.icons import icon
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ORDER: Final = {State.REFUSED: 0, State.CHANGED: 1, State.NEW: 2, State.SAME: 3}
PICTURES: Final = {
    State.REFUSED: ("circle-x", "danger"),
    State.CHANGED: ("pencil", "info"),
    State.NEW: ("plus", "success"),
    State.SAME: ("check", "text2"),
}
HEADS: Final = (_("Rij"), _("Wordt"), _("Wat"), _("Bijzonderheden"))


class PlanModel(QAbstractTableModel):
    """The lines of a plan; what was refused stands first, what stays the same last."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show(self, plan: Plan | None) -> None:
        """Another plan; None while there is none."""
        self.beginResetModel()
        self.lines = sorted(plan.lines, key=lambda line: ORDER[line.state]) if plan is not None else ()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return str(HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            words = (str(line.row.line), str(STATE_WORDS[line.state]), line.title, line.told)
            return words[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() > 1:
            return line.told or line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_('rij {n}').format(n=line.row.line)}, {STATE_WORDS[line.state]}, {line.title}, {line.told}"
        name, colour = PICTURES[line.state]
        if index.column() == 1 and role == Qt.ItemDataRole.DecorationRole:
            return icon(name, colour)
        if index.column() == 1 and role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(colour)
        return None


class PlanView(QTableView):
    """Looks like a list: no grid, whole rows, Tab goes on to the next widget."""

    def __init__(self, model: PlanModel) -> None:
        super().__init__()
        self.setObjectName("planView")
        self.setAccessibleName(str(_("Wat er gebeurt")))
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(sizes.INPUT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((56, 120, 280)):
            self.setColumnWidth(column, width)
        head.setStretchLastSection(True)
