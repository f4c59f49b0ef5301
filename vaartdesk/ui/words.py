"""Words laid out once: what a list or a calendar paints over and over then costs no more than drawing its letters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import inf
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from vaartdesk.ui.theme.fonts import FACES, Style, letters, told_font

MIDDLE, END = 0.5, 1.0
"""Where words stand in their room: how much of what is left lies before them."""
KEPT: Final = 3_000
"""So many texts of a font are kept; then all go, which is cheaper than finding the oldest."""
SLACK: Final = 0.5
"""So much a text may be wider than its room before it is cut."""


class Laid(NamedTuple):
    """A text with its letters in place, and what it measures."""

    letters: QStaticText
    width: float
    height: float


class Words:
    """Words of one style. Asked of `words`, which knows the font of now; nobody keeps one."""

    def __init__(self, font: QFont, metrics: QFontMetricsF) -> None:
        self._font, self._metrics = font, metrics
        self._kept: dict[tuple[str, float], Laid] = {}

    def paint(self, painter: QPainter, rect: QRectF, text: str, colour: QColor, share: float = 0.0) -> float:
        """One line, cut with an ellipsis at the right edge; answers the width it took.

        ``share``: at the left (0), in the `MIDDLE`, at the `END`.
        """
        laid = self._fitting(text, rect.width())
        painter.setFont(self._font)
        painter.setPen(colour)
        painter.drawStaticText(_corner(laid, rect, share), laid.letters)
        return laid.width

    def paint_all(
        self, painter: QPainter, placed: Iterable[tuple[QRectF, str]], colour: QColor, share: float = 0.0
    ) -> None:
        """Many words of one colour, each in its room: a year has five hundred."""
        painter.setFont(self._font)
        painter.setPen(colour)
        for rect, text in placed:
            laid = self._fitting(text, rect.width())
            painter.drawStaticText(_corner(laid, rect, share), laid.letters)

    def _fitting(self, text: str, room: float) -> Laid:
        laid = self._kept.get((text, inf)) or self._lay(text, inf)
        if laid.width > room + SLACK:
            laid = self._kept.get((text, room)) or self._lay(text, room)
        return laid

    def width(self, text: str) -> float:
        """How wide a text is."""
        return (self._kept.get((text, inf)) or self._lay(text, inf)).width

    def _lay(self, text: str, room: float) -> Laid:
        shown = " ".join(text.splitlines()).replace("\t", " ")  # one line, whatever people typed
        if room != inf:
            shown = self._metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        made = QStaticText(shown)
        made.setTextFormat(Qt.TextFormat.PlainText)  # and never markup
        made.prepare(QTransform(), self._font)
        height = self._metrics.size(Qt.TextFlag.TextSingleLine.value, shown).height()
        if len(self._kept) >= KEPT:
            self._kept.clear()
        laid = self._kept[text, room] = Laid(made, self._metrics.horizontalAdvance(shown), height)
        return laid


def _corner(laid: Laid, rect: QRectF, share: float) -> QPointF:
    """Where the letters begin: upright in the middle."""
    left = rect.left() + share * (rect.width() - laid.width) if share else rect.left()
    return QPointF(left, rect.top() + (rect.height() - laid.height) / 2)


def words(style: Style = "body", weight: int | None = None, *, tabular: bool = False) -> Words:
    """The words of a style in the application's font of now."""
    return _words(told_font(), style, weight or FACES[style].weight, tabular)


@cache
def _words(_base: str, style: Style, weight: int, tabular: bool) -> Words:
    return Words(*letters(style, weight, tabular=tabular))
