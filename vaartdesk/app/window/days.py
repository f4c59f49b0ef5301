"""What a day begins with: a copy of yesterday, and what the program does by itself. At the start, and past midnight too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from vaartdesk.core.progress import Progress
from vaartdesk.core.text import _
from vaartdesk.ui.work import Work

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

LOOK_MS: Final = 20_000
"""So often it looks at the clock. One timer until midnight would come late: it stands still while a laptop sleeps."""


class Days(QObject):
    """Begins each day once, beside the window: a year of photos takes longer than anybody wants to wait."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.work: Work | None = None
        """The beginning of a day, while it lasts."""
        self._begun: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """The first list has painted."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Is it another day?"""
        from vaartdesk.store.bus import NEW_DAY, ChangeSet  # loaded with the desk

        desk = self.window.desk
        if self._begun == desk.today or self.work is not None or self.window.is_closing:
            return
        is_first, self._begun = self._begun is None, desk.today
        if not is_first:
            desk.bus.publish(ChangeSet(0, "", {}, kind=NEW_DAY))
        if not desk.is_read_only:
            self._start()

    def _start(self) -> None:
        self.work = Work(self._begin_day, self)
        self.work.done.connect(self._over)
        self.work.failed.connect(self._over)
        self.work.start()

    def _begin_day(self, progress: Progress) -> str:
        """On its own thread: first the copy, so that what the program does by itself can be taken back from it. Answers why
        there is no copy, '' where there is: the day's work is done all the same.
        """
        from vaartdesk.flows.daily import run_day  # flows come after the first list
        from vaartdesk.store import backup
        from vaartdesk.store.connect import sqlite_connect
        from vaartdesk.store.errors import WorkspaceError, translate

        desk, why = self.window.desk, ""
        try:
            backup.daily_backup(desk.workspace, desk.clock.now(), sqlite_connect, progress)
        except (WorkspaceError, OSError) as error:
            why = str(translate(error) or error)
        progress(1.0)
        run_day(desk)
        return why

    def _over(self, why: str) -> None:
        if self.work is not None:
            self.work.deleteLater()
        self.work = None
        if self.window.is_closing:
            return
        self.window.counts.refresh_backup()
        if why:
            self.window.announce(str(_("De reservekopie van vandaag lukte niet. {why}").format(why=why)), False)
