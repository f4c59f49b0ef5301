"""A copy put back under a window: the workspace is let go, the copy takes its place, and a window opens on that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from vaartdesk.app.place import Place
from vaartdesk.app.session import put_back
from vaartdesk.core.progress import Progress
from vaartdesk.core.text import _
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.toast import ToastAction
from vaartdesk.ui.work import do_beside


def take_over(old: MainFrame, make: Callable[[], MainFrame]) -> MainFrame:
    """Close a window, which lets its workspace go, and show an empty one in its place, as large, also where it filled the screen."""
    QGuiApplication.setQuitOnLastWindowClosed(False)
    place, state = old.normalGeometry(), old.windowState()
    old.close()
    fresh = make()
    fresh.setGeometry(place)
    fresh.setWindowState(state)
    fresh.show()
    QGuiApplication.setQuitOnLastWindowClosed(True)
    old.deleteLater()
    return fresh


def bring_back(
    frame: MainFrame, where: Place, source: Path, go_on: Callable[[], None], again: Callable[[Path], None]
) -> None:
    """Put ``source`` back beside an empty window, then ``go_on`` in it, whatever came of it. ``again`` puts back what stood
    there before: the way back of the toast.
    """

    def act(progress: Progress) -> Path | None:
        return put_back(where, source, progress)

    def done(before: Path | None) -> None:
        go_on()
        way_back = ToastAction(str(_("Ongedaan maken")), lambda: again(before)) if before is not None else None
        frame.toast(str(_("De reservekopie staat terug. Wat er stond is bewaard.")), way_back)

    def failed(why: str) -> None:
        go_on()
        frame.toast(why, icon_name="triangle-alert")

    do_beside(frame, str(_("Reservekopie terugzetten…")), act, done, failed, go_on)
