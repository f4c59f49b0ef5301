"""Bestand > Reservekopie terugzetten: which copy; what stands there now is kept first, so that this can be undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_weekday_long, time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.listing import Due, RowParts
from vaartdesk.store.backup import Backup, backups
from vaartdesk.store.workspace import Workspace
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.given import GivenList
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell

SHOWN: Final = 6
REASONS: Final = {
    "dag": _("kopie van de dag"),
    "hand": _("met de hand gemaakt"),
    "import": _("vóór het inlezen"),
    "bijwerken": _("vóór een nieuwe versie"),
    "terugzetten": _("vóór het terugzetten"),
}


class CopiesDialog(Dialog):
    """The checked copies, newest first, and the way to one in a file. `chosen(Path)`: put this one back."""

    chosen = Signal(object)

    def __init__(self, copies: list[Backup], today: date) -> None:
        told = _(
            "Alles komt terug zoals het toen was. Wat er nu staat wordt eerst bewaard, en kan op dezelfde manier terug."
        )
        super().__init__(str(_("Reservekopie terugzetten")), str(told))
        self.setObjectName("copiesDialog")
        self.list = GivenList(str(_("Reservekopieën")), rows=SHOWN)
        self.list.setObjectName("copiesList")
        self.list.show_rows({str(copy.folder): _row(copy, today) for copy in copies})
        self.list.opened.connect(lambda _row: self._choose())
        self.nothing = Label(str(_("Er is nog geen reservekopie in deze werkmap.")), "body", "text2")
        self.body.addWidget(self.list)
        self.body.addWidget(self.nothing)
        self.list.setVisible(bool(copies))
        self.nothing.setVisible(not copies)
        self._add_buttons(has_any=bool(copies))

    def _add_buttons(self, *, has_any: bool) -> None:
        self.from_file = Button(str(_("Uit een bestand…")), "folder-open", "quiet")
        self.from_file.setObjectName("copyFromFile")
        self.from_file.clicked.connect(self._ask_file)
        self.add_note(self.from_file)
        self.add_button(Button(str(_("Annuleren")), kind="quiet"), accepts=False)
        self.agree = self.add_button(Button(str(_("Terugzetten")), "undo-2", "primary"))
        self.agree.setObjectName("putCopyBack")
        self.agree.setEnabled(has_any)
        self.agree.clicked.connect(self._choose)

    def _choose(self) -> None:
        for folder in self.list.chosen():
            self._take(Path(folder))

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, str(_("Reservekopie terugzetten")), "", str(_("Reservekopie (*.zip)"))
        )
        if name:
            self._take(Path(name))

    def _take(self, source: Path) -> None:
        self.accept()
        self.chosen.emit(source)


def ask_which(window: Shell) -> None:
    """Let the person choose a copy, then ask for it by `Window.put_back`."""
    desk = window.desk
    if desk.is_read_only:
        window.announce(str(_("Dit venster leest alleen mee. Zet terug in het venster dat schrijft.")), False)
        return
    dialog = CopiesDialog(backups(desk.workspace), desk.today)
    dialog.chosen.connect(window.put_back)
    window.frame.show_dialog(dialog)


def offered(folder: Path) -> list[Backup]:
    """The copies of a workspace that does not open."""
    return backups(Workspace(folder))


def _row(copy: Backup, today: date) -> RowParts:
    local = copy.at.astimezone(amsterdam())
    days = (today - local.date()).days
    ago = str(_("vandaag")) if days <= 0 else ngettext("{n} dag geleden", "{n} dagen geleden", days).format(n=days)
    return RowParts(
        f"{day_weekday_long(local.date()).capitalize()}, {time_text(local)}",
        icon="hard-drive",
        meta=(str(REASONS.get(copy.reason, copy.reason)),),
        due=Due(ago),
    )
