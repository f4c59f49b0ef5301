"""Who changed what and when, of one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.form.log_section import moment_words
from vaartdesk.ui.labels import Label
from vaartdesk.ui.log_view import LogEntry, LogView
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.history import HistoryLine

HEIGHT = 380


class HistoryDialog(Dialog):
    """Every change as a line: when, field, old and new value, by whom."""

    def __init__(self, desk: Desk, ref: Ref, title: str) -> None:
        super().__init__(str(_("Geschiedenis")), title, width=640)
        self.setObjectName("historyDialog")
        lines = desk.history(ref)
        now = desk.clock.now()
        self.view = LogView(str(_("Geschiedenis")))
        self.view.set_entries([LogEntry(moment_words(line.at, now), told(line), line.who) for line in lines])
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.view)
        self.give_room(area, HEIGHT)
        self.body.addWidget(area)
        if not lines:
            self.body.addWidget(Label(str(_("Hier is nog niets gewijzigd.")), "body", "text2"))
        self.add_button(Button(str(_("Sluiten"))), accepts=True)


def told(line: HistoryLine) -> str:
    """One change as a sentence: "Deadline: 14-11 → 21-11"."""
    if line.sentence:
        return str(line.sentence)
    old = line.old or str(_("leeg"))
    new = line.new or str(_("leeg"))
    return f"{line.label}: {old} → {new}"
