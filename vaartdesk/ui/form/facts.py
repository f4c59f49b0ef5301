"""What is worked out about a record: its term clock and lines of computed facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.listing import Due
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.ui.editors.field_box import LABEL_WIDTH, level_label
from vaartdesk.ui.labels import Label
from vaartdesk.ui.term_clock import TermClock
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


VALUE_INSET = sizes.SPACE_3 + 2
"""From a label to its value, as where the value is an editor."""


class Facts(QWidget):
    """The clock above, the facts below as label and value; hidden while there are none."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.clock: TermClock | None = None
        self.due: Due | None = None
        """How late, where no clock tells it."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.SPACE_2)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(VALUE_INSET)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self.grid.setColumnStretch(1, 1)
        self._column.addLayout(self.grid)
        self._lines: list[tuple[Label, Label]] = []

    def show_values(self, values: Values, reader: Reader) -> None:
        """Work out clock and facts of a record."""
        face = self.kind.clock(values, reader) if self.kind.clock is not None else None
        self.due = None if face is not None else self._due(values, reader)
        self._show_clock(face)
        facts = list(self.kind.facts(values, reader)) if self.kind.facts is not None else []
        while len(self._lines) < len(facts):
            pair = (Label("", "meta", "text3"), Label("", "body", wrap=True))
            level_label(pair[0])
            self.grid.addWidget(pair[0], len(self._lines), 0)
            self.grid.addWidget(pair[1], len(self._lines), 1)
            self.grid.setRowMinimumHeight(len(self._lines), sizes.FIELD)
            self._lines.append(pair)
        for number, (label, value) in enumerate(self._lines):
            is_used = number < len(facts)
            label.setVisible(is_used)
            value.setVisible(is_used)
            if is_used:
                label.setText(str(facts[number][0]))
                value.setText(str(facts[number][1]))
        has_clock = self.clock is not None and not self.clock.isHidden()
        self.setVisible(has_clock or bool(facts))

    def _due(self, values: Values, reader: Reader) -> Due | None:
        """How late it is, as its row in the list says."""
        return self.kind.row(values, row_context(reader, (), ())).due if self.kind.row is not None else None

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
