"""Importeren: choose files, open them beside the window, show what will happen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from vaartdesk.app.window.reading.dialog import ImportDialog
from vaartdesk.core.progress import Progress
from vaartdesk.core.text import _
from vaartdesk.flows.file_import import ENDINGS, Opened, open_files
from vaartdesk.flows.table_import import ReadIn
from vaartdesk.ui.work import Work, do_beside

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell

ELSE_KIND: Final = "action"
"""What a table is taken for of which nothing tells what it holds; the dialog asks."""


def ask_files(window: Shell, kind: str = "") -> None:
    """The system's dialog, then `read_files`. ``kind``: of the list that asked."""
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    names, _filter = QFileDialog.getOpenFileNames(
        window.frame,
        str(_("Importeren")),
        "",
        f"{_('Wat kan worden ingelezen')} ({endings});;{_('Alle bestanden')} (*)",
    )
    if names:
        read_files(window, [Path(name) for name in names], kind)


def read_files(window: Shell, files: Sequence[Path], kind: str = "") -> Work:
    """Open the files and show the dialog; what cannot be opened is told."""
    desk = window.desk

    def act(progress: Progress) -> Opened:
        return open_files(desk, files, else_kind=kind or ELSE_KIND, progress=progress)

    def show(opened: Opened) -> None:
        if not opened.tables:
            window.announce(" ".join(opened.remarks) or str(_("Er staat niets in om in te lezen.")), False)
            return
        dialog = ImportDialog(desk, opened)
        dialog.read_in.connect(lambda done: _tell(window, done))
        window.frame.show_dialog(dialog)

    def tell(sentence: str) -> None:
        window.announce(sentence, False)

    return do_beside(window.frame, str(_("Bestand openen")), act, show, tell)


def _tell(window: Shell, done: ReadIn) -> None:
    told = _("Ingelezen: {new} nieuw, {changed} gewijzigd")
    window.announce(told.format(new=done.created, changed=done.changed), True)
