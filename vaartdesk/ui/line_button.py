"""A line in a card that is a button: hover fill, a focus ring inside, and the record it opens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from vaartdesk.schema.ref import Ref
from vaartdesk.ui.focus_ring import RingedInside
from vaartdesk.ui.painting import paint_box, paint_ring
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme


class LineButton(RingedInside, QAbstractButton):
    """Paints itself in `paint_line`; as wide as its card, never lower than a target may be. Enter clicks too."""

    def __init__(self, ref: Ref, spoken: str) -> None:
        super().__init__()
        self.ref = ref
        self.setText(spoken)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paint_line(self, painter: QPainter, rect: QRectF) -> None:
        """What is on the line, inside `rect`."""
        raise NotImplementedError

    def least_height(self) -> float:
        """What the texts need."""
        return sizes.TARGET_LEAST

    def sizeHint(self) -> QSize:
        return QSize(200, max(sizes.TARGET_LEAST, round(self.least_height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.underMouse() or self.isDown():
            paint_box(painter, rect, theme().colour("hover"), sizes.RADIUS_FIELD)
        self.paint_line(painter, rect)
        if self.is_ringed:
            paint_ring(painter, rect, sizes.RADIUS_FIELD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
