"""Looking on while the program starts: when its frame and its first list have painted, when it is ready, what it holds."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bench.painting import TICK_MS, Gaps
from vaartdesk.app.registry import TABS

QUIET_MS = 100
"""So long a tab is looked at before the next one."""


class Note(Protocol):
    """Keeps the time of now, or a figure, under a name."""

    def __call__(self, name: str, value: float | None = None) -> None: ...


class _Painted(QObject):
    """Calls `act` once, when a widget has painted for the first time."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._act)
        return False


class Watch(QObject):
    """On one window, from its frame to the last tab."""

    def __init__(self, frame: Any, note: Note) -> None:
        super().__init__(frame)
        self._frame, self._note = frame, note
        _Painted(frame, self._framed)
        frame.page_shown.connect(self._shown)

    def _framed(self) -> None:
        self._note("frame")
        self._gaps = Gaps(self)

    def _shown(self, _tab: str) -> None:
        """The first page is there; its list may come later still."""
        self._frame.page_shown.disconnect(self._shown)
        page = self._frame.stack.currentWidget()
        view = page.findChild(QAbstractItemView, "list")
        _Painted(page if view is None else view.viewport(), self._listed)

    def _listed(self) -> None:
        self._note("list")
        self._note("first_gap", self._gaps.longest)
        self._gaps.restart()
        QTimer.singleShot(TICK_MS, self._wait)

    def _wait(self) -> None:
        """Ready: the code of every tab is loaded, and nothing is being loaded any more."""
        if not _is_loaded():
            QTimer.singleShot(TICK_MS, self._wait)
            return
        self._note("ready")
        self._note("warm_gap", self._gaps.longest)
        self._visit([tab.name for tab in TABS])

    def _visit(self, waiting: list[str]) -> None:
        """Each tab once; then the memory of everything is known."""
        if waiting:
            self._frame.show_tab(waiting[0])
            QTimer.singleShot(QUIET_MS, lambda: self._visit(waiting[1:]))
            return
        self._note("all")
        self._frame.close()


def _is_loaded() -> bool:
    if any(thread.name == "warm-up" for thread in threading.enumerate()):
        return False
    modules = [sys.modules.get(tab.view) for tab in TABS]
    return all(module is not None and not getattr(module.__spec__, "_initializing", False) for module in modules)
