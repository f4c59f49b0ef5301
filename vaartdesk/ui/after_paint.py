"""What can wait until a widget has painted: it is on the screen first, then the rest comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

PATIENCE_MS: Final = 1000
LATER: Final = Qt.EventPriority.LowEventPriority.value


class _Waiting(QObject):
    """Does `_go` a round of the event loop after `_go_soon`: a timer that is set while something paints can go off before what
    was painted is handed to the screen.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        widget.installEventFilter(self)

    @property
    def _widget(self) -> QWidget:
        """Asked anew each time: of the viewport of an area PySide can let go though it is there, and then every call fails."""
        widget = self.parent()
        assert isinstance(widget, QWidget)
        return widget

    def _go_soon(self) -> None:
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), LATER)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._timer.start(0)
            return True
        return super().event(event)

    def _go(self) -> None:
        raise NotImplementedError


class AfterPaint(_Waiting):
    """Does ``act`` once, when a widget has painted for the first time from now on; one that stays hidden waits ``PATIENCE_MS``.

    A timer of 0 ms would come before the paint: the platform tells a new window that it is exposed only later.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        self._timer.start(PATIENCE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._go_soon()
        return False

    def _go(self) -> None:
        if isValid(self):
            self._widget.removeEventFilter(self)
            self._act()


class Postponed(_Waiting):
    """Does ``act`` when a widget has painted again after each ``ask``; asked several times before that, once. A widget that
    nobody sees does not wait for a paint.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        self._is_waiting = False

    def ask(self) -> None:
        """Something is to be done after the next paint."""
        self._is_waiting = self._widget.isVisible()
        self._timer.start(PATIENCE_MS if self._is_waiting else 0)
        self._widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_waiting and event.type() in {QEvent.Type.Paint, QEvent.Type.Hide}:
            self._is_waiting = False
            self._go_soon()
        return False

    def _go(self) -> None:
        self._act()
