"""The real window on a workspace, with the hand that works it and the timer that tells how long it stood still."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.clock import now
from bench.line import Turn
from bench.painting import Gaps, painted, settle, shown, spin
from bench.workshop import CLOCK
from vaartdesk.app.place import place
from vaartdesk.app.session import open_for_writing
from vaartdesk.app.verbs.window import SWITCH
from vaartdesk.app.window.assembly import Window
from vaartdesk.app.window.start import application, frame
from vaartdesk.core.progress import Progress
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.work import Work

SIZE: Final = (1366, 768)


class Screen:
    """One window. No tab is shown at first."""

    def __init__(self, folder: Path) -> None:
        sys.setswitchinterval(SWITCH)  # as the window does
        application()
        self.frame = frame(folder.with_name(f"{folder.name}.ini"))
        self.frame.resize(*SIZE)
        self.window = Window(self.frame, open_for_writing(place(str(folder), CLOCK)))
        self.desk = self.window.desk
        self.gaps = Gaps(self.frame)
        self.frame.show()
        settle()

    def close(self) -> None:
        """Let go of the workspace."""
        self.frame.close()
        settle()
        self.frame.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # --- looking -------------------------------------------------------------------------------------------------------

    def tab(self, name: str) -> Any:
        """Bring a tab on top, and wait until it is at rest."""
        page = self.frame.show_tab(name)
        settle()
        return page

    def tickets(self) -> ListDetailPage:
        """The list of tickets, ready to be typed in."""
        page = self.tab("tickets").currentWidget()
        assert isinstance(page, ListDetailPage)
        spin(lambda: page.slot.is_built and not page.list._quiet.isActive())
        spin(lambda: not getattr(page.list.rows, "needs_digest", False))
        settle()
        return page

    # --- measuring -----------------------------------------------------------------------------------------------------

    def turn(self, widget: QWidget, act: Callable[[], object]) -> Turn:
        """From before `act` until the widget painted; the gap goes on until all is at rest."""
        return self.watched(lambda: painted(widget, act))

    def first_turn(self, act: Callable[[], QWidget]) -> Turn:
        """The same for a widget that `act` makes or shows."""
        return self.watched(lambda: shown(act))

    def watched(self, measure: Callable[[], float]) -> Turn:
        """The ms that `measure` tells, and the gap until all is at rest."""
        self.gaps.restart()
        ms = measure()
        settle()
        return Turn(ms, self.gaps.longest)

    def beside(self, act: Callable[[Progress], object]) -> tuple[Turn, Any]:
        """Work on a thread of its own, as the window does what takes long; the gap tells what the window felt of it."""
        results: list[Any] = []
        faults: list[str] = []
        work = Work(act, self.frame)
        work.done.connect(results.append)
        work.failed.connect(faults.append)

        def run() -> float:
            begun = now()
            work.start()
            spin(lambda: bool(results or faults))
            return (now() - begun) * 1000

        turn = self.watched(run)
        work.deleteLater()
        if faults:
            raise RuntimeError(faults[0])
        return turn, results[0]

    def press(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key on a widget."""
        QTest.keyClick(widget, key, modifier)


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A window for the length of a block."""
    made = Screen(folder)
    try:
        yield made
    finally:
        made.close()
