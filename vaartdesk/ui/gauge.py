"""The high row of a list: a figure, how far it is, and the bar from where it began to where it is to be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from vaartdesk.schema.listing import Gauge, RowParts
from vaartdesk.ui import painting
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

BAR: Final = 6.0
MARK: Final = 2.0
PADDING: Final = 10.0
BELOW: Final = 4.0


def gauge_height() -> int:
    """The height of a high row with the font of now."""
    lines = max(line_height("body"), sizes.CHIP) + line_height("title") + line_height("meta")
    return round(lines + 2 * PADDING + sizes.SPACE_2 + BAR + 2 * BELOW)


def paint_gauge(painter: QPainter, box: QRectF, parts: RowParts, gauge: Gauge, ground: QColor | None) -> None:
    """Name and chip; figure and share; bar; begin and end. ``box`` is the room inside the row's paddings."""
    top = box.top() + PADDING
    top += _first(painter, _line(box, top, max(line_height("body"), sizes.CHIP)), parts, ground)
    top += _figure(painter, _line(box, top, line_height("title")), gauge) + BELOW
    _bar(painter, _line(box, top, BAR), gauge, ground)
    top += BAR + BELOW
    ends = _line(box, top, line_height("meta"))
    muted = theme().colour("text3")
    taken = painting.paint_text(painter, ends, gauge.start, muted, "meta")
    ends.setLeft(ends.left() + taken + sizes.SPACE_2)
    painting.paint_text(painter, ends, gauge.end, muted, "meta", align=painting.RIGHT)


def _line(box: QRectF, top: float, height: float) -> QRectF:
    return QRectF(box.left(), top, box.width(), height)


def _first(painter: QPainter, line: QRectF, parts: RowParts, ground: QColor | None) -> float:
    height, middle, left, right = line.height(), line.center().y(), line.left(), line.right()
    if parts.chip is not None:
        right -= painting.paint_chip_right(painter, right, middle, parts.chip, painting.CHIP, ground) + sizes.SPACE_2
    for badge in parts.badges:
        left += painting.paint_badge(painter, left, middle, badge, small=True) + sizes.SPACE_2
    name = QRectF(left, line.top(), right - left, height)
    painting.paint_text(painter, name, str(parts.title), theme().colour("text1"), "body", 500)
    return height + sizes.SPACE_1


def _figure(painter: QPainter, line: QRectF, gauge: Gauge) -> float:
    told = metrics("meta").horizontalAdvance(gauge.told)
    figure = line.adjusted(0, 0, -told - sizes.SPACE_2, 0)
    taken = painting.paint_text(painter, figure, gauge.value, theme().colour("text1"), "title", tabular=True)
    figure.setLeft(figure.left() + taken + sizes.SPACE_2)
    painting.paint_text(painter, figure, gauge.unit, theme().colour("text2"), "meta")
    painting.paint_text(painter, line, gauge.told, theme().colour("text2"), "meta", align=painting.RIGHT)
    return line.height()


def _bar(painter: QPainter, bar: QRectF, gauge: Gauge, ground: QColor | None) -> None:
    """What is done in accent; a mark stands where the figure is to be."""
    painting.paint_box(painter, bar, ground or theme().colour("groove"), BAR / 2)
    if gauge.share:
        done = QRectF(bar.left(), bar.top(), max(BAR, bar.width() * min(gauge.share, 100) / 100), BAR)
        painting.paint_box(painter, done, theme().colour("accent"), BAR / 2)
    if gauge.share is not None:
        painter.fillRect(QRectF(bar.right() - MARK, bar.top() - 2, MARK, BAR + 4), theme().colour("text1"))
