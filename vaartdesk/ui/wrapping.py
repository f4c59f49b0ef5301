"""Text that wraps: by words, and inside a word where one is wider than its place. Qt's text flags can do only one of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

LONGEST = 30
"""A word of more letters may break; Dutch ones seldom are."""
_ENDLESS = re.compile(rf"\S{{{LONGEST}}}(?=\S)")


def breakable(text: str) -> str:
    """The text with invisible places to break inside words without end."""
    return _ENDLESS.sub(lambda found: f"{found.group()}\N{ZERO WIDTH SPACE}", text)


def wrapped(text: str, font: QFont, width: float) -> QTextLayout:
    """The text laid out in lines of ``width``, the first at 0."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def units(text: str) -> int:
    """How long Qt finds a text: an emoji counts for two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def wrapped_lines(text: str, font: QFont, width: float) -> Iterator[str]:
    """What stands on each line."""
    layout, coded = wrapped(text, font, width), text.encode("utf-16-le", "surrogatepass")
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = 2 * line.textStart()
        yield coded[start : start + 2 * line.textLength()].decode("utf-16-le", "replace").rstrip()


def paint_wrapped(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor) -> None:
    """The text from the left, in the middle of the height."""
    layout = wrapped(text, font, rect.width())
    above = max(0.0, (rect.height() - layout.boundingRect().height()) / 2)
    painter.setPen(colour)
    layout.draw(painter, QPointF(rect.left(), rect.top() + above))
