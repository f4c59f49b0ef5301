"""Pages on their way to a printer: one in each turn of the window, so that it can be told how far it is, and stopped."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from vaartdesk.ui.preview.pages import PageView

DPI: Final = 300


class Printing(QObject):
    """`advanced(share)`, then one of `done(count)`, `stopped()` and `refused()`, which a printer does that is not there."""

    advanced = Signal(float)
    done = Signal(int)
    stopped = Signal()
    refused = Signal()

    def __init__(self, pages: PageView, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._printer = pages, printer
        last = min(printer.toPage() or pages.page_count, pages.page_count)
        self._numbers = list(range((printer.fromPage() or 1) - 1, last))
        self._printed = 0
        self._painter: QPainter | None = None
        # Not beside the window: pdfium serves one thread, and that is the one that shows the pages.
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._next)

    def start(self) -> None:
        """Begin; the first page goes in the next turn of the window."""
        self._painter = QPainter()
        if self._painter.begin(self._printer):
            self._turns.start(0)
        else:
            self._end()
            self.refused.emit()

    def stop(self) -> None:
        """Print no further, and let the printer forget what it has where it can."""
        if self._painter is not None:
            self._printer.abort()
            self._end()
            self.stopped.emit()

    def _next(self) -> None:
        if self._printed == len(self._numbers) or self._painter is None:
            self._end()
            self.done.emit(self._printed)
            return
        if self._printed:
            self._printer.newPage()
        self._paint(self._painter, self._numbers[self._printed])
        self._printed += 1
        self.advanced.emit(self._printed / len(self._numbers))

    def _paint(self, painter: QPainter, number: int) -> None:
        image = self._pages.render(number, DPI / 72)
        sheet = painter.viewport()
        drawn = QRect(QPoint(), image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio))
        drawn.moveCenter(sheet.center())
        painter.drawImage(drawn, image)

    def _end(self) -> None:
        self._turns.stop()
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._painter = None
