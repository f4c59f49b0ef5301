"""When something has painted, and how long nothing could: needs Qt alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from bench.clock import now

TICK_MS: Final = 5
PATIENCE: Final = 120.0
WORK: Final = 0.005
"""Seconds of the processor in one turn: then something was worked at, and what comes of it may be still to come."""


class Gaps(QObject):
    """A timer of 5 ms; ``longest`` is the most it was late since `restart`, in ms."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - TICK_MS)
        self._last = now

    def restart(self) -> None:
        """Count from now on."""
        self.longest, self._last = 0.0, time.perf_counter()


class Stamp(QObject):
    """``at``: the moment after the first paint of one of these widgets from now on, None until then."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self.at: float | None = None
        self._is_due = True
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._is_due:
            self._is_due = False
            # Comes as soon as the paint of the whole window, of which this is a part, is over.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.at = now()
            return True
        return super().event(event)


def hush() -> None:
    """Without a screen Qt tells, for each window, what the platform cannot do."""
    qInstallMessageHandler(lambda *_told: None)


def spin(until: Callable[[], bool]) -> None:
    """Let the window work until it is so. A ticking `Gaps` wakes it. Raises TimeoutError."""
    begun = time.perf_counter()
    while not until():
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError("what is measured does not come to its end")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def settle(ms: int = 60) -> None:
    """Let everything happen that is due, and what comes of it: until nothing was worked at for so long."""
    end, worked = time.perf_counter() + ms / 1000, time.process_time()

    def is_quiet() -> bool:
        nonlocal end, worked
        before, worked = worked, time.process_time()
        if worked - before > WORK:
            end = time.perf_counter() + ms / 1000
        return time.perf_counter() >= end

    spin(is_quiet)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def painted(widget: QWidget, act: Callable[[], object]) -> float:
    """The ms from before `act` until `widget` has painted."""
    stamp = Stamp(widget)
    begun = now()
    act()
    return _ended(stamp, begun)


def shown(act: Callable[[], QWidget]) -> float:
    """The ms from before `act` until the widget that it gives, or what lies in it, has painted."""
    begun = now()
    made = act()
    return _ended(Stamp(made, *made.findChildren(QWidget)), begun)


def _ended(stamp: Stamp, begun: float) -> float:
    spin(lambda: stamp.at is not None)
    assert stamp.at is not None
    ms = (stamp.at - begun) * 1000
    stamp.deleteLater()
    return ms
