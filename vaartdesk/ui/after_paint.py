"""What can wait until a widget has painted: it is on the screen first, then the rest comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

PATIENCE_MS: Final = 1000


class AfterPaint(QObject):
    """Does ``act`` once, when a widget has painted for the first time from now on; one that stays hidden waits ``PATIENCE_MS``.

    A timer of 0 ms would come before the paint: the platform tells a new window that it is exposed only later.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        widget.installEventFilter(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._go)
        self._patience.start(PATIENCE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._patience.start(0)
        return False

    def _go(self) -> None:
        if isValid(self._widget):
            self._widget.removeEventFilter(self)
            self._act()


class Postponed(QObject):
    """Does ``act`` when a widget has painted again after each ``ask``; asked several times before that, once. A widget that
    nobody sees does not wait for a paint.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(act)
        self._is_waiting = False
        widget.installEventFilter(self)

    def ask(self) -> None:
        """Something is to be done after the next paint."""
        widget = self.parent()  # asked anew: PySide can let go of the viewport of an area while it is alive
        assert isinstance(widget, QWidget)
        self._is_waiting = widget.isVisible()
        self._timer.start(PATIENCE_MS if self._is_waiting else 0)
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_waiting and event.type() in {QEvent.Type.Paint, QEvent.Type.Hide}:
            self._is_waiting = False
            self._timer.start(0)
        return False
