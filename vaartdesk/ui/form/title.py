"""The title of a record: a line to type in, that wraps instead of being cut while one reads it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame

from vaartdesk.schema.kind import Kind
from vaartdesk.ui.editors.line import Line, LineEditor
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import font, line_height, metrics
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

WRAPPED = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
"""By words, and inside a word where one is wider than the page."""


class TitleLine(Line):
    """As high as its text takes in its width; with the focus the text is one line, and the height stays."""

    def __init__(self) -> None:
        super().__init__()
        self.zones = ()
        self.setTextMargins(-2, 0, 0, 0)  # begins where the line above it does
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the text."""
        lines = max(1, math.ceil(self._text_height() / metrics("title").lineSpacing() - 0.1))
        height = math.ceil(lines * line_height("title")) + sizes.SPACE_2
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _text_rect(self) -> QRectF:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return QRectF(inside)

    def _text_height(self) -> float:
        room = QRectF(0, 0, max(1.0, self._text_rect().width()), 10_000)
        return metrics("title").boundingRect(room, WRAPPED, self.text()).height()

    def _paint_elided(self) -> None:
        """Nothing is cut: at rest the whole text, on as many lines as it takes."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(option.palette.text().color())
        painter.setFont(font("title"))
        painter.drawText(self._text_rect(), WRAPPED, self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class TitleEditor(LineEditor):
    """The title in its own size, without a frame."""

    def __init__(self, kind: Kind, name: str, desk: Desk) -> None:
        self.title_line = TitleLine()
        super().__init__(kind.fields[name], desk, self.title_line)
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self.title_line.setFont(font("title"))
        self.title_line.fit()
