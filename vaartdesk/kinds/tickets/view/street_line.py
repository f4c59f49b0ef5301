"""Where a ticket is, in words; the streets one knows are offered while typing, and never put there unasked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFocusEvent, QKeyEvent

from vaartdesk.core.text import fold
from vaartdesk.kinds.tickets.queries.tickets import street_names
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.editors.line import LineEditor
from vaartdesk.ui.editors.lookup import Candidate
from vaartdesk.ui.editors.picker import ENTER, STEPS, OfferingLine

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

MOST: Final = 6
LEAST: Final = 2
"""Letters after which streets are offered."""


class StreetLine(OfferingLine):
    """Down and Enter take a street, a click too; Tab and Enter alone leave the words as they are."""

    def __init__(self, streets: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.streets = streets
        self.textEdited.connect(self._look)

    def fitting(self, words: str) -> list[Candidate]:
        """The streets whose name, or a word of it, begins so; none once the name stands there whole."""
        wanted = fold(words)
        if len(wanted) < LEAST or any(fold(title) == wanted for _key, title in self.streets):
            return []
        begins = [row for row in self.streets if fold(row[1]).startswith(wanted)]
        within = [row for row in self.streets if row not in begins and f" {wanted}" in fold(row[1])]
        return [Candidate(Ref("street", key), title) for key, title in (begins + within)[:MOST]]

    def _look(self, words: str) -> None:
        rows = self.fitting(words)
        self.candidates.fill(rows)
        if rows:
            self.list.open_under(len(rows))
        else:
            self.close_list()

    def take(self, row: int) -> None:
        """The street, and room for a number."""
        self.close_list()
        found = self.candidates.rows[row] if 0 <= row < len(self.candidates.rows) else None
        if found is not None:
            self.setText(f"{found.title} ")
            self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_choosing:
            if event.key() in STEPS:
                self.list.step(STEPS[event.key()])  # type: ignore[index]
                return
            if event.key() in ENTER and self.list.currentIndex().isValid():
                self.take(self.list.currentIndex().row())
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_list()
        super().focusOutEvent(event)


def street_editor(field: Field, desk: Desk) -> LineEditor:
    """The editor of "waar"."""
    with desk.read() as reader:
        return LineEditor(field, desk, StreetLine(street_names(reader)))
