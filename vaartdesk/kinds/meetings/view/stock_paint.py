"""A topic in stock as a card: icon, title on at most two lines, where it came from, and a plus at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vaartdesk.kinds.meetings.view.stock_data import Topic
from vaartdesk.schema.listing import Header
from vaartdesk.ui import painting
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
EDGE: Final = 14
INDENT: Final = 37
PLUS: Final = sizes.TARGET_LEAST
GAP: Final = 6
PADDING: Final = 9


def card_of(rect: QRectF) -> QRectF:
    """The card inside a row."""
    return rect.adjusted(EDGE, 0, -EDGE, -GAP)


def plus_of(rect: QRectF) -> QRectF:
    """The button that puts the topic on the agenda."""
    card = card_of(rect)
    return QRectF(card.right() - PLUS - sizes.SPACE_2, card.top() + 5, PLUS, PLUS)


def text_width(width: float) -> float:
    """The room for a title in a row of this width."""
    return width - 2 * EDGE - INDENT - PLUS - sizes.SPACE_3


def title_line() -> float:
    """The height of a line of the title."""
    return max(18.0, line_height("body"))


def meta_line() -> float:
    """The height of the line under the title."""
    return max(18.0, line_height("meta"))


def entry_height(entry: object, width: float) -> int:
    """The height of a header or a card in a column of this width."""
    if isinstance(entry, Header):
        return max(sizes.GROUP_HEADER + sizes.SPACE_1, round(line_height("meta")) + sizes.SPACE_3)
    if not isinstance(entry, Topic):
        return 0
    lines = len(painting.wrapped(entry.title, text_width(width)))
    return round(2 * PADDING + lines * title_line() + meta_line()) + GAP


class StockDelegate(QStyledItemDelegate):
    """Paints headers and cards."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(0, entry_height(index.data(RowsModel.ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect = index.data(RowsModel.ROLE), QRectF(option.rect)
        if isinstance(entry, Header):
            line = rect.adjusted(EDGE, 0, -EDGE, 0)
            painting.paint_text(painter, line, str(entry.text), theme().colour("text2"), "meta", 600)
        elif isinstance(entry, Topic):
            paint_topic(painter, rect, entry, option.state)


def paint_topic(painter: QPainter, rect: QRectF, topic: Topic, state: QStyle.StateFlag) -> None:
    """One card in the state the view gives it."""
    card, colours = card_of(rect), theme()
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    fill = "selection" if is_selected else "hover" if is_hovered else "surface"
    painting.paint_box(painter, card, colours.colour(fill), sizes.RADIUS, colours.colour("border"))
    top, side = card.top() + PADDING, sizes.ICON
    icon = QRectF(card.left() + 11, top + (title_line() - side) / 2, side, side)
    paint_icon(painter, icon, topic.icon, colours.colour("text2"))
    width = text_width(rect.width())
    for text in painting.wrapped(topic.title, width):
        line = QRectF(card.left() + INDENT, top, width + 1, title_line())
        painting.paint_text(painter, line, text, colours.colour("text1"), "body", 500)
        top += title_line()
    left, middle = card.left() + INDENT, top + meta_line() / 2
    for badge in topic.badges:
        left += painting.paint_badge(painter, left, middle, badge, small=True) + sizes.SPACE_2
    meta = QRectF(left, top, max(0.0, card.right() - sizes.SPACE_3 - left), meta_line())
    painting.paint_text(painter, meta, topic.meta, colours.colour("text3"), "meta")
    plus = plus_of(rect)
    sign = QRectF(plus.center().x() - side / 2, plus.center().y() - side / 2, side, side)
    paint_icon(painter, sign, "plus", colours.colour("accent_ink" if is_hovered or is_selected else "text2"))
    if is_selected and state & QStyle.StateFlag.State_HasFocus:
        painting.paint_ring(painter, card)
