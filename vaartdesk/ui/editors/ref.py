"""A reference to one record: its title, found by typing; Ctrl+Enter or the arrow opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.editors.line import PENCIL, LineEditor, Zone
from vaartdesk.ui.editors.lookup import Candidate, ref_of, titles
from vaartdesk.ui.editors.picker import PickerLine

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class RefEditor(LineEditor):
    """The key of a record, shown as its title. `known` may be filled before, to show many without a query each."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.picker = PickerLine(desk, field.targets, can_clear=not field.required)
        super().__init__(field, desk, self.picker)
        self.key: str | None = None
        self.picker.picked.connect(self._pick)
        self.picker.opened.connect(self._open)
        self.known: dict[str, str] = {}

    def _show(self, value: Any) -> None:
        self.key = value or None
        self.picker.close_list()
        self.line.setText(self._title(self.key))
        self.line.setCursorPosition(0)
        opens = Zone("external-link", self._open, str(_("Openen (Ctrl+Enter)")))
        self.line.zones = (opens, PENCIL) if self.key else (PENCIL,)

    def _title(self, key: str | None) -> str:
        if not key:
            return ""
        if key not in self.known:
            self.known.update(titles(self.desk, [key]))
        return self.known.get(key, "")

    def _pick(self, candidate: Candidate | None) -> None:
        self._take(candidate)
        self._mark_typed()
        self._leave()

    def _take(self, candidate: Candidate | None) -> None:
        self.key = candidate.ref.id if candidate else None
        if candidate:
            self.known[candidate.ref.id] = candidate.title
        self.line.setText(candidate.title if candidate else "")
        self.line.setModified(False)

    def value(self) -> Any:
        """The key; a title typed whole counts as chosen. Raises Invalid for words that name nothing."""
        words = self.line.text().strip()
        if not words:
            return None
        if not self._is_open_question:
            return self.key
        best = self.picker.best()
        if best is not None:
            return best.ref.id
        told = _("Kies iets uit de lijst: ‘{words}’ is niet gevonden.")
        if self.picker.is_ambiguous():
            told = _("Kies iets uit de lijst: ‘{words}’ kan meer dan één ding zijn.")
        raise Invalid(told.format(words=words[:40]))

    @property
    def _is_open_question(self) -> bool:
        """Whether the words are not those of the record that was chosen."""
        return self.line.isModified() and self.line.text().strip() != self._title(self.key)

    def tidy(self, value: object) -> None:
        """What was chosen stands there by its title."""

    def _leave(self) -> None:
        """Words that can only mean one record become that record."""
        if self.picker.is_choosing:
            return
        if self.line.text().strip() and self._is_open_question and (best := self.picker.best()):
            self._take(best)
        super()._leave()

    def _open(self) -> None:
        if self.key and (ref := ref_of(self.desk, self.field.targets, self.key)):
            self.open_requested.emit(ref)
