"""How far something is: a label, a bar over the width there is, and the same in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaartdesk.ui.editors.field_box import LABEL_WIDTH
from vaartdesk.ui.painting import RIGHT, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

INSET = sizes.SPACE_3 + 2
"""From the label to the bar, as from a label to a value."""


class ShareBar(QWidget):
    """``letter`` of a theme line gives the bar its colour; without one it is the accent."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label, self.told, self.letter = str(label), "", ""
        self.share = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def tell(self, share: int, told: str, letter: str = "") -> None:
        """``share`` in percent; ``told`` is what stands at the right ("3 van 5")."""
        self.share, self.told, self.letter = max(0, min(100, share)), str(told), letter
        self.setAccessibleName(f"{self.label}: {self.told}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, round(max(sizes.FIELD, line_height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def bar(self) -> QRectF:
        """The groove, between the label and the words."""
        inside = self.contentsRect()
        right = inside.right() + 1 - metrics("body").horizontalAdvance(self.told) - sizes.SPACE_3
        left = inside.left() + LABEL_WIDTH + INSET
        return QRectF(left, (self.height() - sizes.SEGMENT) / 2, max(0.0, right - left), sizes.SEGMENT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, bar = QPainter(self), QRectF(self.contentsRect()), self.bar()
        paint_text(
            painter, QRectF(rect.left(), 0, LABEL_WIDTH, rect.height()), self.label, theme().colour("text3"), "meta"
        )
        paint_text(painter, rect, self.told, theme().colour("text1"), "body", align=RIGHT)
        paint_box(painter, bar, theme().colour("groove"), bar.height() / 2)
        if self.share:
            done = QRectF(bar)
            done.setWidth(max(bar.height(), bar.width() * self.share / 100))
            colour = QColor(theme().line(self.letter).base) if self.letter else theme().colour("accent")
            paint_box(painter, done, colour, bar.height() / 2)
