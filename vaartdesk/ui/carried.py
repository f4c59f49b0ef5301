"""What hangs on the pointer while something is dragged: a small floating card with its name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vaartdesk.ui.painting import paint_box, paint_text
from vaartdesk.ui.shadow import cast_shadow
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme

WIDEST = 320
OFFSET = QPoint(12, 8)


class Carried(QWidget):
    """A card over the whole window; it takes no clicks and goes with `drop`."""

    def __init__(self, host: QWidget, text: str) -> None:
        super().__init__(host)
        self._text = text
        self.setObjectName("carried")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(self.sizeHint())
        cast_shadow(self)
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        width = metrics("body", 500).horizontalAdvance(self._text) + 2 * sizes.CARD_PADDING
        return QSize(min(WIDEST, round(width) + 1), sizes.BUTTON)

    def follow(self, pointer: QPoint) -> None:
        """Stand beside the pointer, given on the screen."""
        host = self.parentWidget()
        assert host is not None
        self.move(host.mapFromGlobal(pointer) + OFFSET)

    def drop(self) -> None:
        """Go."""
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        paint_box(painter, rect, colours.colour("raised"), sizes.RADIUS, colours.colour("border"))
        inner = rect.adjusted(sizes.CARD_PADDING, 0, -sizes.CARD_PADDING + 1, 0)
        paint_text(painter, inner, self._text, colours.colour("text1"), "body", 500)
