"""Long work beside the window: `f(progress)` on a thread of its own, told and stopped in the window's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from vaartdesk.core.progress import Cancelled, Progress
from vaartdesk.core.text import _
from vaartdesk.ui.busy import PATIENCE_MS, STEPS
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.ui.frame import MainFrame

logger = logging.getLogger(__name__)

Act = Callable[[Progress], Any]
STEP: Final = 0.005
"""The window hears of progress in steps of this size."""
FAULT: Final = _(
    "Er ging iets mis in VaartDesk zelf; er is niets gewijzigd. Wat er gebeurde staat in het logboek van fouten."
)


class Beside(QObject):
    """Something that works on a thread of its own, below what it works for; `end_all` finds it there."""

    def stop(self) -> None:
        """Ask it to stop; returns at once."""


class Work(Beside):
    """`advanced(share)`, then one of `done(result)`, `failed(sentence)` and `stopped()`, all in the window's thread."""

    advanced = Signal(float)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, act: Act, parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._is_stopping = Event()
        self._told = 0.0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        QCoreApplication.instance().aboutToQuit.connect(self.end)  # type: ignore[union-attr]

    def start(self) -> None:
        """Begin; returns at once."""
        self._pool.start(_Run(self))

    def stop(self) -> None:
        """Ask it to stop; `stopped` comes when it has."""
        self._is_stopping.set()

    def end(self) -> None:
        """Stop and wait for it: the program closes."""
        self.stop()
        self._pool.waitForDone()

    def run(self) -> None:
        """On the thread of the work."""
        from vaartdesk.schema.ref import Refused  # SQLAlchemy comes after the first frame
        from vaartdesk.store.errors import WorkspaceError, translate

        try:
            result = self._act(self._progress)
        except Cancelled:
            self.stopped.emit()
        except (WorkspaceError, Refused, OSError) as error:
            self.failed.emit(str(translate(error) or error))
        except Exception:
            logger.exception("work beside the window failed")
            self.failed.emit(str(FAULT))
        else:
            self.done.emit(result)

    def _progress(self, share: float) -> None:
        if self._is_stopping.is_set():
            raise Cancelled
        if share >= 1.0 or abs(share - self._told) >= STEP:
            self._told = share
            self.advanced.emit(share)


def end_all(*roots: QObject) -> None:
    """Stop all that works beside the window below these, and wait for it: nobody may read a workspace that is closed."""
    for root in roots:
        for work in root.findChildren(Beside):
            work.stop()
    for root in roots:
        for pool in root.findChildren(QThreadPool):
            pool.waitForDone()


class _Run(QRunnable):
    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work.run()


class Waiting(Dialog):
    """Shown while work lasts: what is done, how far, and a way to stop. Escape stops too."""

    def __init__(self, title: str, work: Work, explanation: str = "") -> None:
        super().__init__(title, explanation, width=460)
        self.setObjectName("waiting")
        self._work = work
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(title)
        self.body.addWidget(self.bar)
        self.cancel = Button(str(_("Stoppen")))
        self.cancel.setObjectName("cancel")
        self.add_button(self.cancel)
        self.cancel.clicked.connect(self.reject)
        work.advanced.connect(lambda share: self.bar.setValue(round(share * STEPS)))

    def reject(self) -> None:
        """Stop the work; the dialog goes when it has."""
        self.cancel.setEnabled(False)
        self._work.stop()


def do_beside(
    frame: MainFrame,
    title: str,
    act: Act,
    done: Callable[[Any], None],
    failed: Callable[[str], None],
    stopped: Callable[[], None] = lambda: None,
) -> Work:
    """Run it beside the window; a dialog with a way to stop appears when it lasts. ``done`` gets the result."""
    work = Work(act, frame)
    waiting = Waiting(title, work)
    patience = QTimer(work)
    patience.setSingleShot(True)
    patience.setInterval(PATIENCE_MS)
    patience.timeout.connect(lambda: frame.show_dialog(waiting))

    def over() -> None:
        patience.stop()
        if waiting.parent() is not None:
            waiting.finished.emit(True)
        else:
            waiting.deleteLater()
        work.deleteLater()

    def finish(result: Any) -> None:
        over()
        done(result)

    def fail(sentence: str) -> None:
        over()
        failed(sentence)

    def halt() -> None:
        over()
        stopped()

    work.done.connect(finish)
    work.failed.connect(fail)
    work.stopped.connect(halt)
    patience.start()
    work.start()
    return work
