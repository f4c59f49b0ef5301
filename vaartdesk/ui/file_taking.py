"""Files and pictures that are dropped on a widget or pasted anywhere inside it (T10)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # what it is mixed into brings the widget; a second among the bases would be a second C++ object


def holds_files(mime: QMimeData) -> bool:
    """Whether these are files or a picture and no words: cells of a spreadsheet come with a picture of themselves."""
    if mime.hasUrls():
        return any(url.isLocalFile() and Path(url.toLocalFile()).is_file() for url in mime.urls())
    return mime.hasImage() and not mime.hasText()


def is_paste_of_files(event: QKeyEvent) -> bool:
    """Whether this key would paste files or a picture; a line to type in leaves that to what stands around it."""
    return event.matches(QKeySequence.StandardKey.Paste) and holds_files(QApplication.clipboard().mimeData())


class TakesFiles(_Widget):
    """Mixed into a widget: `class RecordPage(TakesFiles, QWidget)`. It says what becomes of the files (`take_files`)."""

    def take_files(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted; False when there is nothing to take."""
        raise NotImplementedError

    def takes_now(self) -> bool:
        """Whether something may be dropped or pasted at this moment."""
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes_now() and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take_files(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V; what has the focus takes words itself."""
        is_paste = event.matches(QKeySequence.StandardKey.Paste) and self.takes_now()
        if not (is_paste and self.take_files(QApplication.clipboard().mimeData())):
            super().keyPressEvent(event)
