"""The initials of who this is, large, beside the name."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vaartdesk.ui.painting import paint_initials
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme


class Initials(QWidget):
    """In a disc for a person, in a square for an organisation; ``inset`` is the room at its left."""

    def __init__(self, inset: int = 0) -> None:
        super().__init__()
        self.text, self._is_square, self._inset = "", False, inset
        self.setFixedSize(sizes.INITIALS_LARGE + inset, sizes.INITIALS_LARGE)
        theme().changed.connect(self.update)

    def tell(self, text: str, *, is_square: bool) -> None:
        """Who it is now."""
        self.text, self._is_square = text, is_square
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        disc = QRectF(self._inset, 0, sizes.INITIALS_LARGE, sizes.INITIALS_LARGE)
        paint_initials(QPainter(self), disc, self.text, square=self._is_square)
