"""What waits until the first list is on the screen: the copy of the day, what a day brings, and the imports of the rest.

Each comes in a turn of its own, so that the window answers in between.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from vaartdesk.app.window.single import Doorbell
from vaartdesk.app.window.start import warm_up
from vaartdesk.core.text import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaartdesk.app.window.assembly import Window


class Settling:
    """See the module. ``come_forward`` is what a second start on ``folder`` asks for."""

    def __init__(self, window: Window, folder: Path, come_forward: Callable[[], None]) -> None:
        self.window = window
        self._steps: list[Callable[[], object]] = [lambda: warm_up(window)]
        if not window.desk.is_read_only:
            self._steps = [lambda: Doorbell(folder, come_forward, window), self._back_up, *self._steps]

    def begin(self) -> None:
        """The first list has painted."""
        keep_what_stands()
        self._next()

    def _next(self) -> None:
        if self._steps and not self.window.is_closing:
            self._steps.pop(0)()
            QTimer.singleShot(0, self.window, self._next)

    def _back_up(self) -> None:
        """Beside the window: a year of photos takes longer than a start may."""
        from vaartdesk.store import backup  # loaded with the desk
        from vaartdesk.store.connect import sqlite_connect
        from vaartdesk.ui.work import Work

        desk = self.window.desk
        work = Work(
            lambda _progress: backup.daily_backup(desk.workspace, desk.clock.now(), sqlite_connect), self.window
        )
        work.done.connect(self._backed_up)
        work.failed.connect(self._failed)
        work.start()

    def _failed(self, sentence: str) -> None:
        """The day's work is done all the same: without a copy is no worse than without the program."""
        self.window.announce(str(_("De reservekopie van vandaag lukte niet. {why}").format(why=sentence)), False)
        self._run_day()

    def _backed_up(self, made: object) -> None:
        if made is not None and not self.window.is_closing:
            self.window.counts.refresh_backup()
        self._run_day()

    def _run_day(self) -> None:
        """Only after the copy, so that what the program does by itself can be taken back from it."""
        from vaartdesk.flows.daily import run_day

        if not self.window.is_closing:
            run_day(self.window.desk)


def keep_what_stands() -> None:
    """Collect garbage again, but never again look through what was loaded until now: it stays until the end."""
    gc.freeze()
    gc.enable()
