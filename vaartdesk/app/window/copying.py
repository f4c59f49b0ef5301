"""Reservekopie maken: a checked copy now, made beside the window; a year of photos takes seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.core.progress import Progress
from vaartdesk.core.text import _
from vaartdesk.store.backup import Backup, make_backup
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.ui.work import do_beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaartdesk.app.window.shell import Shell


def back_up(window: Shell, told: Callable[[], None]) -> None:
    """Tell of it by a toast when it lies there, and then ``told``; while it lasts one can work on."""
    desk = window.desk

    def act(progress: Progress) -> Backup:
        return make_backup(desk.workspace, desk.clock.now(), "hand", sqlite_connect, progress)

    def done(_made: Backup) -> None:
        window.announce(str(_("Reservekopie gemaakt en nagelezen. Terugzetten kan in het menu, onder Bestand.")), False)
        told()

    do_beside(window.frame, str(_("Reservekopie maken…")), act, done, lambda why: window.announce(why, False))
