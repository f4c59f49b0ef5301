"""Why and until when a person's data are kept: a calm card, that asks for attention once the review date has passed (C10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts import model as m
from vaartdesk.kinds.contacts.rules import lines, people
from vaartdesk.schema.chips import word
from vaartdesk.schema.listing import Chip
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.editors.field_box import LABEL_WIDTH
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from datetime import date

    from vaartdesk.schema.ref import Values


class PrivacyCard(QFrame):
    """objectName `privacyCard`. `edit_requested()`: to the fields it tells of."""

    edit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("privacyCard")
        self.setAccessibleName(str(_("Privacy")))
        self.chip = ChipLabel(Chip(""))
        self.edit = Button(str(_("Wijzigen")), kind="link", small=True)
        self.edit.setAccessibleName(str(_("Privacy wijzigen")))
        self.edit.clicked.connect(self.edit_requested)
        self.facts: dict[str, Label] = {}
        self._names: dict[str, Label] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.SPACE_3, sizes.SPACE_2, sizes.SPACE_2, sizes.SPACE_3)
        column.setSpacing(sizes.SPACE_1)
        column.addLayout(self._head())
        column.addLayout(self._grid())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_2)
        row.addWidget(Label(str(_("Privacy")), "body", weight=600))
        row.addWidget(self.chip)
        row.addStretch(1)
        row.addWidget(self.edit)
        return row

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(sizes.SPACE_1)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        names = (
            ("purpose", _("Doel")),
            ("basis", _("Grondslag")),
            ("source", _("Bron")),
            ("review_on", _("Herzien vóór")),
        )
        for number, (name, label) in enumerate(names):
            self._names[name] = Label(str(label), "meta", "text3")
            self.facts[name] = Label("", "body", wrap=True)
            self.facts[name].setObjectName(f"privacy_{name}")
            grid.addWidget(self._names[name], number, 0)
            grid.addWidget(self.facts[name], number, 1)
        return grid

    def show_person(self, values: Values, today: date) -> None:
        """Tell of a person; what is not known is left out."""
        review = values["review_on"]
        told = {
            "purpose": str(values["purpose"]),
            "basis": word(m.BASES, values["basis"]),
            "source": str(values["source"]),
            "review_on": lines.plain_day(review) if review else "",
        }
        for name, text in told.items():
            self.facts[name].setText(text)
            self.facts[name].setVisible(bool(text))
            self._names[name].setVisible(bool(text))
        is_due = people.needs_review(review, today)
        self.facts["review_on"].set_role("warning" if is_due else "text1")
        self.chip.set_chip(lines.privacy_chip(values, today))
        self.setProperty("look", "notice" if is_due else "well")
        self.style().unpolish(self)
        self.style().polish(self)
