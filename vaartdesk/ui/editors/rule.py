"""How often something comes back, typed in words; likely ones are offered in a menu (Alt+Down)."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from vaartdesk.core.rule_words import suggestions
from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.recurrence import RuleType
from vaartdesk.ui.editors.line import Line, LineEditor, Zone

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

KEY = QKeySequence("Alt+Down")


class RuleLine(Line):
    """A line with a small menu at its right edge; `asked` when it is to open."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.zones = (Zone("chevron-down", self.asked.emit, str(_("Kies hoe vaak"))),)

    def _shows_zones(self) -> bool:
        return self.isEnabled() and not self.isReadOnly() and (self.hasFocus() or self.underMouse())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == KEY and not self.isReadOnly():
            self.asked.emit()
            return
        super().keyPressEvent(event)


class RuleEditor(LineEditor):
    """The menu follows from the day the series begins, where another field of the record says it."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.rule = RuleLine()
        super().__init__(field, desk, self.rule)
        self.rule.asked.connect(self.show_menu)
        self.rule.setPlaceholderText(str(field.hint) or str(_("eerste maandag van de maand")))
        self.rule.setToolTip(str(_("Alt+Omlaag: kies hoe vaak")))

    def show_menu(self) -> QMenu:
        """The likely rules; the chosen one stands in the line as if it was typed, and is saved."""
        menu = QMenu(self.rule)
        menu.setObjectName("ruleMenu")
        for words in suggestions(self._start()):
            menu.addAction(words, partial(self._choose, words))
        menu.popup(self.rule.mapToGlobal(self.rule.rect().bottomLeft()))
        return menu

    def _start(self) -> date:
        name = self.field.type.start if isinstance(self.field.type, RuleType) else ""
        begins = self.beside(name) if name else None
        day = begins.date() if isinstance(begins, datetime) else begins
        return day if isinstance(day, date) else self.desk.today

    def _choose(self, words: str) -> None:
        self.put_text(words)
        self._leave()
