"""The page of the matrix: what is out of balance, the matrix itself, and below it the cell one is at (A2, A3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.app.themes.matrix_model import CellEntry
from vaartdesk.app.themes.matrix_view import MatrixView
from vaartdesk.core.text import _
from vaartdesk.flows.role_matrix import counts, read_matrix
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button, LinkLine
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.flow_layout import FlowLayout
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.labels import ElidedLabel, Label, rule
from vaartdesk.ui.list.query import Query, first_query
from vaartdesk.ui.painting import CHIP_LARGE
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

ASKED: Final = frozenset({"action", "role", "role_holder", "theme_line", "matrix_cell", "setting"})


class MatrixPage(Fresh, QWidget):
    """`list_requested(Query)`: show the list of actions so."""

    list_requested = Signal(object)

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader(title)
        self.header.set_primary(new_label(desk.kinds["action"])).clicked.connect(self.make_new)
        self.warnings = QWidget()
        self.warnings.setObjectName("matrixWarnings")
        self.chips: list[ChipLabel] = []
        self._flow = FlowLayout(self.warnings, gap=sizes.SPACE_2)
        self.view = MatrixView()
        self.view.setAccessibleName(str(_("Rollen en themalijnen")))
        self.foot = CellFoot()
        self._build()
        self.view.opened.connect(self.open_list)
        self.view.pointed.connect(self.foot.show_cell)
        self.foot.list_requested.connect(self.open_list)
        self.foot.opened.connect(stage.open)
        Hearing(desk, self).changed.connect(self._hear)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        inner = QVBoxLayout()
        inner.setContentsMargins(sizes.PAGE_PADDING + sizes.SPACE_1, 0, sizes.PAGE_PADDING, sizes.SPACE_2)
        inner.setSpacing(sizes.SPACE_2)
        inner.addWidget(self.warnings)
        inner.addWidget(self.view, 1)
        inner.addWidget(rule())
        inner.addWidget(self.foot)
        column.addLayout(inner, 1)

    # --- showing -------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        with self.desk.read() as reader:
            matrix = read_matrix(reader)
        self._show_warnings(matrix.warnings)
        self.view.show_matrix(matrix)
        self.foot.show_cell(self.view.current())

    def _show_warnings(self, warnings: Sequence[Chip]) -> None:
        self._flow.clear()
        self.chips = [ChipLabel(chip, CHIP_LARGE) for chip in warnings]
        for chip in self.chips:
            self._flow.addWidget(chip)
        self.warnings.setVisible(bool(warnings))

    def _hear(self, change: ChangeSet) -> None:
        if change.kinds & ASKED:
            self.outdate()

    # --- what the window and the cells ask -----------------------------------------------------------------------------

    def make_new(self, kind: str = "") -> None:
        """A new action."""
        self.stage.ask_new("action")

    def open_list(self, cell: CellEntry) -> None:
        """The open actions of a role on a theme line, as counted here."""
        picks = {"owner": cell.role.owners, "theme_line": frozenset({cell.line.key})}
        query: Query = replace(first_query(self.desk.kinds["action"]), picks=picks)
        self.list_requested.emit(query)


class CellFoot(QFrame):
    """The cell one is at, with the action that is due first. `list_requested(CellEntry)`, `opened(Ref)`."""

    list_requested = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("matrixFoot")
        self._cell: CellEntry | None = None
        self._first: Ref | None = None
        self.name = ElidedLabel("", "body", weight=600)
        self.counts = Label("", "meta", "text2")
        self.first = LinkLine("")
        self.due = Label("", "meta", "danger", weight=500)
        self.button = Button(str(_("Toon lijst")), small=True)
        self.first.clicked.connect(self._open_first)
        self.button.clicked.connect(lambda: self.list_requested.emit(self._cell))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.SPACE_3)
        for part in (self.name, self.counts, self.first, self.due):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.button)

    def show_cell(self, cell: CellEntry | None) -> None:
        """Tell of a cell; of none nothing."""
        self._cell = cell
        self.setVisible(cell is not None)
        if cell is None:
            return
        self.name.set_text(f"{cell.role.title} × {cell.line.code} {cell.line.title}")
        self.counts.setText(counts(cell.cell.open, cell.cell.late))
        self.button.setEnabled(bool(cell.cell.open))
        first = cell.cell.first
        self._first = first[0] if first else None
        self.first.setVisible(first is not None)
        self.due.setVisible(first is not None and first[1].due is not None)
        if first is not None:
            self.first.set_text(f"{first[1].number} {first[1].title}")
        if first is not None and first[1].due is not None:
            tone = first[1].due.tone
            self.due.setText(str(first[1].due.text))
            self.due.set_role(tone if tone in {"danger", "warning"} else "text2")

    def _open_first(self) -> None:
        if self._first is not None:
            self.opened.emit(self._first)
