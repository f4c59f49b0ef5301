"""What waits until the first list is on the screen: the copy of the day, what a day brings, and the imports of the rest.

Each comes in a turn of its own, so that the window answers in between.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from vaartdesk.app.window.start import warm_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaartdesk.app.window.assembly import Window


class Settling:
    """See the module. ``come_forward`` is what a second start on ``folder`` asks for."""

    def __init__(self, window: Window, folder: Path, come_forward: Callable[[], None]) -> None:
        self.window, self.folder, self.come_forward = window, folder, come_forward
        self._steps: list[Callable[[], object]] = [self._begin_day, lambda: warm_up(window)]
        if not window.desk.is_read_only:
            self._steps.insert(0, self._hang_doorbell)

    def begin(self) -> None:
        """The first list has painted."""
        keep_what_stands()
        QTimer.singleShot(0, self.window, self._next)

    def _hang_doorbell(self) -> None:
        from vaartdesk.app.window.single import Doorbell  # Qt's network

        Doorbell(self.folder, self.come_forward, self.window)

    def _begin_day(self) -> None:
        from vaartdesk.app.window.days import Days

        Days(self.window).begin()

    def _next(self) -> None:
        if self._steps and not self.window.is_closing:
            self._steps.pop(0)()
            QTimer.singleShot(0, self.window, self._next)


def keep_what_stands() -> None:
    """Collect garbage again, but never again look through what was loaded until now: it stays until the end."""
    gc.freeze()
    gc.enable()
