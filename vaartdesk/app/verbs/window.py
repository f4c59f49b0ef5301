"""``vaartdesk`` without a verb: open the window."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from vaartdesk.app.faults import keep_log
from vaartdesk.app.place import APP, Place, config_folder, documents_folder, place, state_folder
from vaartdesk.app.window.start import application, fit_to_screen, frame
from vaartdesk.core.clock import Clock, today
from vaartdesk.ui.after_paint import AfterPaint
from vaartdesk.ui.frame import MainFrame

if TYPE_CHECKING:
    from vaartdesk.store.backup import Backup
    from vaartdesk.store.desk import Desk

SWITCH: Final = 0.001
"""Seconds that a thread beside the window may hold Python's lock; painting asks for it some hundred times."""


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Show the frame at once, then fill it; returns when the window is closed."""
    gc.disable()  # nothing of what a start loads is garbage; it is collected again once the first list has painted
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    keep_log(state_folder())
    where = place(arguments.data_dir, clock)
    app = application()
    shown = new_frame()
    shown.show()
    opening = Opening(shown, where)
    AfterPaint(shown, opening.begin)
    try:
        return int(app.exec())
    finally:
        sys.setswitchinterval(usual)
        gc.unfreeze()
        gc.enable()


def new_frame() -> MainFrame:
    """An empty window, as large as the last one was and the screen allows."""
    made = frame(config_folder() / "venster.ini")
    fit_to_screen(made)
    return made


class Opening:
    """From the first paint to a window that can be worked in, past whatever stands in the way."""

    def __init__(self, shown: MainFrame, where: Place) -> None:
        self.frame, self.where = shown, where

    def begin(self) -> None:
        """Look at the place first: SQLAlchemy and the kinds come only after the paint."""
        from vaartdesk.app.window.arrival import ask_when_unsafe
        from vaartdesk.store.location import unsafe_place

        found = unsafe_place(self.where.folder)
        if found is None:
            self.open()
        else:
            ask_when_unsafe(self.frame, found, self.open, self.copy, self.leave)

    def open(self) -> None:
        """For writing; where another window has it, that one comes forward, or the person chooses."""
        from vaartdesk.app.session import open_desk
        from vaartdesk.store.lock import Locked

        try:
            self._try(lambda: open_desk(self.where, may_make=True, begins_day=False))
        except Locked as locked:
            from vaartdesk.app.window.arrival import ask_when_locked
            from vaartdesk.app.window.single import call_first  # Qt's network: seldom needed before the first list

            if locked.holder.is_here and call_first(self.where.folder):
                self.leave()
            else:
                ask_when_locked(self.frame, locked.holder, self.read, self.copy, self.leave)

    def read(self) -> None:
        """Look only."""
        from vaartdesk.app.session import open_for_reading

        self._try(lambda: open_for_reading(self.where))

    def copy(self) -> None:
        """Go on in a copy on this laptop."""
        from vaartdesk.app.window.arrival import local_copy

        target = documents_folder() / f"{APP} {self.where.folder.name}"
        self.where = Place(local_copy(self.where.folder, target), self.where.clock)
        self.open()

    def begin_again(self, source: Path) -> None:
        """A copy in place of what this window shows: it closes, and a new one opens on the copy."""
        from vaartdesk.app.window.putting_back import take_over

        self.frame = take_over(self.frame, new_frame)
        AfterPaint(self.frame, lambda: self.put_back(source))

    def put_back(self, source: Path) -> None:
        """As ``begin_again``, in a window that shows nothing yet."""
        from vaartdesk.app.window.putting_back import bring_back

        bring_back(self.frame, self.where, source, self.open, self.begin_again)

    def leave(self) -> None:
        """Nothing was opened."""
        self.frame.close()

    def _try(self, make: Callable[[], Desk]) -> None:
        from vaartdesk.store.errors import WorkspaceError, translate

        try:
            desk = make()
        except (WorkspaceError, OSError) as error:
            self._tell(translate(error) or error)
            return
        self._fill(desk)

    def _tell(self, error: BaseException) -> None:
        """Why it does not open; a copy may take the place of a damaged workspace."""
        from vaartdesk.app.window.arrival import tell_and_leave
        from vaartdesk.app.window.copies import offered
        from vaartdesk.store.errors import Damaged

        copies = offered(self.where.folder) if isinstance(error, Damaged) else []
        tell_and_leave(self.frame, str(error), self.leave, partial(self._ask_copy, copies) if copies else None)

    def _ask_copy(self, copies: list[Backup]) -> None:
        from vaartdesk.app.window.copies import CopiesDialog

        dialog = CopiesDialog(copies, today(self.where.clock))
        dialog.chosen.connect(self.put_back)
        dialog.finished.connect(lambda is_chosen: None if is_chosen else self.leave())
        self.frame.show_dialog(dialog)

    def _fill(self, desk: Desk) -> None:
        from vaartdesk.app.window.assembly import Window
        from vaartdesk.app.window.settling import Settling

        window = Window(self.frame, desk)
        window.put_back_requested.connect(self.begin_again)
        window.show_first()
        first = self.frame.stack.currentWidget() or self.frame
        AfterPaint(first, Settling(window, self.where.folder, self._come_forward).begin)

    def _come_forward(self) -> None:
        self.frame.setWindowState(self.frame.windowState() & ~Qt.WindowState.WindowMinimized)
        self.frame.raise_()
        self.frame.activateWindow()
