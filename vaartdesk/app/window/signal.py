"""Ctrl+Shift+N: one field, Enter saves it (X1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from vaartdesk.core.text import _
from vaartdesk.kinds.signals.commands import write_signal
from vaartdesk.schema.ref import Refused
from vaartdesk.schema.types.texts import LIMIT
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

DRAFT = ("signal", "", "text")


class SignalDialog(Dialog):
    """What was typed survives a crash as a draft and stands here again next time."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(
            str(_("Nieuw signaal")), str(_("Wat hoorde of zag je? Wat ervan wordt, komt later.")), width=560
        )
        self.setObjectName("signalDialog")
        self.desk, self.stage = desk, stage
        self.field = QLineEdit()
        self.field.setMaxLength(LIMIT + 1)  # what is longer is refused aloud, not cut in silence
        self.field.setObjectName("text")
        self.field.setAccessibleName(str(_("Signaal")))
        self.field.setPlaceholderText(str(_("Bijvoorbeeld: ondernemers vragen om langer licht op koopavond")))
        kept = desk.drafts.of("signal").get("text")
        self.field.setText(kept.text if kept else "")
        self.field.textChanged.connect(lambda words: desk.drafts.keep(*DRAFT, words))
        self.error = Label("", "meta", "danger", wrap=True)
        self.error.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self.error)
        self.add_button(Button(str(_("Annuleren")), kind="quiet"), accepts=False)
        self.add_button(Button(str(_("Bewaren")), kind="primary")).clicked.connect(self.save)

    def save(self) -> None:
        """Write it down; what is missing is told beside the field."""
        try:
            write_signal(self.desk, self.field.text())
        except Refused as refused:
            self.error.setText(str(refused))
            self.error.show()
            return
        self.desk.drafts.drop("signal")
        self.stage.announce(str(_("Signaal genoteerd")), is_undoable=True)
        self.accept()
