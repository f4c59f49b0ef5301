"""The five figures of a period, large: each a button to the list it counts, and each tells what it means."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from vaartdesk.kinds.tickets.rules.figure_table import MEASURES, Measure
from vaartdesk.kinds.tickets.rules.figures import Figures
from vaartdesk.ui.focus_ring import show_ring
from vaartdesk.ui.painting import paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.theme.theme import theme

LEAST: Final = 120


class FigureCard(QAbstractButton):
    """One figure. `pointed(Measure)`: mouse or focus came on it; a click, Space or Enter emits `clicked`."""

    pointed = Signal(object)

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self.measure = measure
        self.setObjectName(f"figure_{measure.name}")
        self.setText("")
        self.setToolTip(measure.meaning)
        self.setAccessibleDescription(measure.meaning)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Figures) -> None:
        """Another period's figure."""
        self.setText(self.measure.text(figures))
        self.setAccessibleName(f"{self.measure.label}: {self.text()}")
        self.setProperty("few", self.measure.is_few(figures))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LEAST, round(line_height("meta") + line_height("title")) + 2 * sizes.CARD_PADDING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        border = "line" if self.underMouse() or self.isDown() else "border"
        paint_box(painter, rect, colours.colour("surface"), sizes.RADIUS, colours.colour(border))
        inner = rect.adjusted(*[sizes.CARD_PADDING] * 2, *[-sizes.CARD_PADDING] * 2)
        label = QRectF(inner.left(), inner.top(), inner.width(), line_height("meta"))
        paint_text(painter, label, str(self.measure.label), colours.colour("text3"), "meta")
        count = QRectF(inner.left(), label.bottom(), inner.width(), line_height("title"))
        is_few = bool(self.property("few"))
        ink = colours.colour("text3" if is_few else "text1")
        paint_text(painter, count, self.text(), ink, "body" if is_few else "title", 400 if is_few else 600)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.measure)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(self.measure)
        show_ring(self, event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class FigureCards(QWidget):
    """All five beside each other. `opened(Measure)`, `pointed(Measure | None)`: None when the mouse left them."""

    opened = Signal(object)
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.SPACE_3)
        self.cards = [FigureCard(measure) for measure in MEASURES]
        for card in self.cards:
            row.addWidget(card, 1)
            card.clicked.connect(lambda _on=False, card=card: self.opened.emit(card.measure))
            card.pointed.connect(self.pointed)

    def show_figures(self, figures: Figures) -> None:
        """Another period's figures."""
        for card in self.cards:
            card.show_figures(figures)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        focused = next((card for card in self.cards if card.hasFocus()), None)
        self.pointed.emit(focused.measure if focused is not None else None)
