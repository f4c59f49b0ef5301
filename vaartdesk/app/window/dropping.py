"""A mail that is dropped anywhere on the window, where nothing else takes it, becomes a ticket (T21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell


class Drops(QObject):
    """Watches the frame: pages that take a drop themselves come first, for Qt asks what lies on top."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window.frame)
        self.window = window
        window.frame.setAcceptDrops(True)
        window.frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _is_mail(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and _is_mail(event.mimeData()):
            event.acceptProposedAction()
            self._take(event.mimeData())
            return True
        return False

    def _take(self, mime: QMimeData) -> None:
        page = self.window.frame.show_tab("tickets").choose("ticket")  # type: ignore[attr-defined]
        page.take_mime(mime)


def _is_mail(mime: QMimeData) -> bool:
    from vaartdesk.kinds.tickets.view.inbox import is_mail  # with the page of tickets, not before the first frame

    return is_mail(mime)
