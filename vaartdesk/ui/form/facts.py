"""What is worked out about a record: its term clock and lines of computed facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.listing import Due, RowParts
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.ui.editors.field_box import LABEL_WIDTH, level_label
from vaartdesk.ui.form.field_grid import TWO_FROM
from vaartdesk.ui.labels import Label
from vaartdesk.ui.term_clock import TermClock
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


VALUE_INSET = sizes.SPACE_3 + 2
"""From a label to its value, as where the value is an editor."""


class Facts(QWidget):
    """The clock above, the facts below as label and value, in the columns that the fields have; hidden while there are none."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.clock: TermClock | None = None
        self.due: Due | None = None
        """How late, where no clock tells it."""
        self.row = RowParts("")
        """The record as its row in the list shows it, without the names of others."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.SPACE_2)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(VALUE_INSET)
        self.grid.setVerticalSpacing(0)
        self._column.addLayout(self.grid)
        self._lines: list[tuple[Label, Label]] = []
        self._facts: list[tuple[str, str]] = []
        self._left_out: set[str] = set()
        self._placed: list[tuple[int, int, bool]] = []

    def leave_out(self, *labels: str) -> None:
        """Do not tell these: the page shows them in its own way."""
        self._left_out.update(labels)

    def show_values(self, values: Values, reader: Reader) -> None:
        """Work out clock and facts of a record."""
        face = self.kind.clock(values, reader) if self.kind.clock is not None else None
        self.row = self.kind.row(values, row_context(reader, (), ())) if self.kind.row is not None else RowParts("")
        self.due = self.row.due if face is None else None
        self._show_clock(face)
        facts = self.kind.facts(values, reader) if self.kind.facts is not None else ()
        told = [(str(label), str(value)) for label, value in facts]
        self._facts = [fact for fact in told if fact[0] not in self._left_out]
        while len(self._lines) < len(self._facts):
            self._lines.append((Label("", "meta", "text3", parent=self), Label("", "body", wrap=True, parent=self)))
            level_label(self._lines[-1][0])
        for number, line in enumerate(self._lines):
            for label in line:
                label.setVisible(number < len(self._facts))
        for line, fact in zip(self._lines, self._facts, strict=False):
            for label, text in zip(line, fact, strict=True):
                label.setText(text)
        self._arrange()
        has_clock = self.clock is not None and not self.clock.isHidden()
        self.setVisible(has_clock or bool(self._facts))

    def _arrange(self) -> None:
        """Two beside each other where both fit in half of the width."""
        places = self._places()
        if places == self._placed:
            return
        self._placed = places
        for line in self._lines:
            for label in line:
                self.grid.removeWidget(label)
        is_double = any(column for _row, column, _wide in places)
        for row in range(self.grid.rowCount()):
            self.grid.setRowMinimumHeight(row, 0)
        for column in (0, 2):
            self.grid.setColumnMinimumWidth(column, LABEL_WIDTH if is_double or not column else 0)
            self.grid.setColumnStretch(column + 1, int(is_double or not column))
        for (row, column, is_wide), (label, value) in zip(places, self._lines, strict=False):
            self.grid.addWidget(label, row, 2 * column)
            self.grid.addWidget(value, row, 2 * column + 1, 1, 3 if is_wide and is_double else 1)
            self.grid.setRowMinimumHeight(row, sizes.FIELD)

    def _places(self) -> list[tuple[int, int, bool]]:
        """Row, column, and whether it takes the whole row, of each fact."""
        room = (self.width() - sizes.SPACE_4) / 2 - LABEL_WIDTH - VALUE_INSET
        found, row, column = [], 0, 0
        for _label, value in self._facts:
            is_wide = self.width() < TWO_FROM or metrics("body").horizontalAdvance(value) > room
            row += is_wide and bool(column)
            found.append((row, 0 if is_wide else column, is_wide))
            row += is_wide or bool(column)
            column = 0 if is_wide or column else 1
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_clock(self, face: TermFace | None) -> None:
        if face is None:
            if self.clock is not None:
                self.clock.hide()
            return
        if self.clock is None:
            self.clock = TermClock(face)
            self.clock.setObjectName("termClock")
            self._column.insertWidget(0, self.clock)
        self.clock.set_face(face)
        self.clock.show()
