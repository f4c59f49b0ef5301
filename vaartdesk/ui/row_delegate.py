"""One delegate for every list: rows of two lines, 44 high, and group headers of 28.

The model answers `PARTS` with a `RowParts` or a `Header`; nothing else is asked of it. Rows are painted, never widgets.
Heights grow with the application font.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.ui import painting
from vaartdesk.ui.gauge import gauge_height, paint_gauge
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import Style, line_height, metrics
from vaartdesk.ui.theme.theme import theme

PARTS: Final = int(Qt.ItemDataRole.UserRole) + 1
INSET: Final = sizes.SPACE_2
SIDE: Final = 10
GAP: Final = sizes.SPACE_2
LINE: Final = 18.0
SEPARATOR: Final = " · "


class Face(NamedTuple):
    """How one word of the day slot is drawn."""

    token: str
    style: Style
    weight: int


DAY_WIDTH: Final = 40
DAY_FACES: Final = (Face("text2", "micro", 400), Face("text1", "body", 600))

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


def row_height() -> int:
    """The height of a list row with the font of now."""
    return max(sizes.ROW, round(line_height("body") + line_height("meta")) + sizes.SPACE_2)


def header_height() -> int:
    """The height of a group header with the font of now."""
    return max(sizes.GROUP_HEADER, round(line_height("meta")) + sizes.SPACE_2)


class RowDelegate(QStyledItemDelegate):
    """Paints `RowParts` and `Header`. A chosen row's chip stands on surface; focus is a ring inside the row.

    ``slot``: what icon and badge take at least, where rows of several kinds stand under each other.
    """

    slot = 0.0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The width is the view's own; only the height counts."""
        return QSize(0, header_height() if isinstance(index.data(PARTS), Header) else row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        parts = index.data(PARTS)
        rect = QRectF(option.rect)
        if isinstance(parts, Header):
            paint_header(painter, rect, parts)
        elif isinstance(parts, RowParts):
            paint_row(painter, rect, parts, option.state, self.slot)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell what the row cannot: the whole title when it is elided, and the names of the theme lines."""
        parts = index.data(PARTS)
        if event.type() != QEvent.Type.ToolTip or not isinstance(parts, RowParts):
            return super().helpEvent(event, view, option, index)
        text = tooltip(parts, QRectF(option.rect))
        QToolTip.showText(event.globalPos(), text, view)
        return bool(text)


def paint_header(painter: QPainter, rect: QRectF, header: Header) -> None:
    """Name, count and a hairline to the right edge."""
    colours = theme()
    name = QRectF(rect).adjusted(2 * INSET, 0, -2 * INSET, 0)
    ink = QColor(colours.line(header.line).ink) if header.line else colours.ink(header.tone)
    left = name.left() + painting.paint_text(painter, name, str(header.text), ink, "meta", 600) + sizes.SPACE_2
    name.setLeft(left)
    left += painting.paint_text(painter, name, str(header.count), colours.colour("text3"), "meta") + sizes.SPACE_3
    if left < name.right():
        painter.fillRect(QRectF(left, round(rect.center().y()), name.right() - left, 1), colours.colour("border"))


def paint_row(painter: QPainter, rect: QRectF, parts: RowParts, state: State, slot: float = 0.0) -> None:
    """One row in the state the view gives it; ``slot`` as in `RowDelegate`."""
    box = rect.adjusted(INSET, 0, -INSET, 0)
    is_selected = bool(state & State.State_Selected)
    if is_selected or state & State.State_MouseOver:
        painting.paint_box(painter, box, theme().colour("selection" if is_selected else "hover"))
    ground = theme().colour("surface") if is_selected else None
    if parts.gauge is not None and rect.height() >= gauge_height():
        paint_gauge(painter, box.adjusted(SIDE, 0, -SIDE, 0), parts, parts.gauge, ground)
        if is_selected and state & State.State_HasFocus:
            painting.paint_ring(painter, box)
        return
    first, second = _middles(box)
    left = paint_left_slot(painter, box, first, parts, slot)
    right = box.right() - SIDE
    _paint_first(painter, left, right, first, parts)
    _paint_second(painter, left, right, second, parts, ground)
    if is_selected and state & State.State_HasFocus:
        painting.paint_ring(painter, box)


def _middles(box: QRectF) -> tuple[float, float]:
    """The middles of the two lines."""
    top, bottom = max(line_height("body"), LINE), max(line_height("meta"), painting.chip_height(painting.CHIP_ROW))
    start = box.top() + (box.height() - top - bottom) / 2
    return start + top / 2, start + top + bottom / 2


def paint_left_slot(painter: QPainter, box: QRectF, middle: float, parts: RowParts, slot: float = 0.0) -> float:
    """Day, initials, badge or icon; answers where the text begins."""
    left = box.left() + SIDE
    if parts.day is not None:
        _paint_day(painter, box, left, parts.day)
        return left + DAY_WIDTH + sizes.SPACE_2
    if parts.initials:
        side = sizes.INITIALS
        disc = QRectF(left, box.center().y() - side / 2, side, side)
        painting.paint_initials(painter, disc, parts.initials, square=parts.is_square)
        return left + side + 10
    if parts.badge:
        return left + max(slot, painting.paint_badge(painter, left, middle, parts.badge)) + 10
    width = max(slot, sizes.ICON)
    if parts.icon:
        at = QRectF(left + (width - sizes.ICON) / 2, middle - sizes.ICON / 2, sizes.ICON, sizes.ICON)
        paint_icon(painter, at, parts.icon, theme().ink(parts.icon_tone))
    return left + width + 10


def _paint_day(painter: QPainter, box: QRectF, left: float, day: tuple[str, str]) -> None:
    """Weekday above the day of the month, centred in its column."""
    for text, middle, face in zip(day, _middles(box), DAY_FACES, strict=True):
        height = line_height("body")
        rect = QRectF(left, middle - height / 2, DAY_WIDTH, height)
        colour = theme().colour(face.token)
        painting.paint_text(painter, rect, text, colour, face.style, face.weight, align=painting.CENTRE)


def _line(left: float, right: float, middle: float) -> QRectF:
    height = max(line_height("body"), LINE)
    return QRectF(left, middle - height / 2, max(0.0, right - left), height)


def _paint_first(painter: QPainter, left: float, right: float, middle: float, parts: RowParts) -> None:
    """The title, and how late at the right edge."""
    if parts.due is not None:
        right -= painting.paint_due(painter, right, middle, parts.due) + sizes.SPACE_3
    colour = theme().colour("text2" if parts.is_past else "text1")
    weight = 400 if parts.is_past else 500
    painting.paint_text(painter, _line(left, right, middle), str(parts.title), colour, "body", weight)


def _paint_second(
    painter: QPainter, left: float, right: float, middle: float, parts: RowParts, ground: QColor | None
) -> None:
    """Number, small badges, place and "bij wie"; the state chip at the right edge."""
    if parts.chip is not None:
        right -= painting.paint_chip_right(painter, right, middle, parts.chip, painting.CHIP_ROW, ground) + GAP
    muted = theme().colour("text3")
    if parts.number:
        line = _line(left, right, middle)
        left += painting.paint_text(painter, line, str(parts.number), muted, "meta", tabular=True) + GAP
    for badge in parts.badges:
        if left + sizes.BADGE_SMALL <= right:
            left += painting.paint_badge(painter, left, middle, badge, small=True) + GAP
    painting.paint_text(painter, _line(left, right, middle), meta_text(parts), muted, "meta")


def meta_text(parts: RowParts) -> str:
    """The meta parts as one line."""
    return SEPARATOR.join(str(part) for part in parts.meta if part)


def tooltip(parts: RowParts, rect: QRectF) -> str:
    """What is cut off in a row of this width, and the names of its theme lines; "" when nothing is hidden."""
    lines = []
    slot = 58 if parts.day or parts.initials or parts.badge else 36
    room = rect.width() - 2 * INSET - slot - SIDE
    taken = painting.due_width(parts.due) + sizes.SPACE_3 if parts.due else 0
    if metrics("body", 500).horizontalAdvance(str(parts.title)) > room - taken:
        lines.append(str(parts.title))
    taken = painting.chip_width(parts.chip, painting.CHIP_ROW) + GAP if parts.chip else 0
    taken += metrics("meta", tabular=True).horizontalAdvance(str(parts.number)) + GAP if parts.number else 0
    taken += len(parts.badges) * (sizes.BADGE_SMALL + GAP)
    if metrics("meta").horizontalAdvance(meta_text(parts)) > room - taken:
        lines.append(meta_text(parts))
    return "\n".join(lines + [f"{badge.letter}: {badge.name}" for badge in parts.badges if badge.name])


def parts_of(model: QAbstractItemModel, row: int) -> RowParts | Header | None:
    """The parts of a row of a list model."""
    parts = model.index(row, 0).data(PARTS)
    return parts if isinstance(parts, RowParts | Header) else None
