"""A card of the board: badge and title on at most two lines, number and trekker, how late, how far, what it waits for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vaartdesk.kinds.actions.rules.cards import Card
from vaartdesk.schema.listing import Due
from vaartdesk.ui import painting
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
EDGE: Final = 6
GAP: Final = sizes.SPACE_2
PADDING: Final = 10
BADGE: Final = sizes.BADGE + sizes.SPACE_2
BAR: Final = 4.0
SEPARATOR: Final = " · "


def title_line() -> float:
    """The height of a line of the title."""
    return max(18.0, line_height("body"))


def meta_line() -> float:
    """The height of a line below it."""
    return max(18.0, line_height("meta"))


def inner_of(rect: QRectF) -> QRectF:
    """The room for text in a row of the column."""
    return card_rect(rect).adjusted(PADDING, PADDING - 2, -PADDING, -PADDING + 2)


def card_rect(rect: QRectF) -> QRectF:
    """The card inside a row of the column."""
    return rect.adjusted(EDGE, 0, -EDGE, -GAP)


def meta_text(card: Card) -> str:
    """Number and trekker."""
    return SEPARATOR.join(str(part) for part in (card.parts.number, *card.parts.meta) if part)


def _titles(card: Card, width: float) -> list[str]:
    return painting.wrapped(card.parts.title, width - BADGE)


def due_has_own_line(card: Card, width: float) -> bool:
    """Whether how late it is needs a line of its own, so that nothing is cut off in a narrow column."""
    due = card.parts.due
    if due is None:
        return False
    return metrics("meta").horizontalAdvance(meta_text(card)) + sizes.SPACE_2 + painting.due_width(due) > width


def card_height(card: Card, width: float) -> int:
    """The height of a card, with the gap below it, in a column of this width."""
    room = inner_of(QRectF(0, 0, width, 100)).width()
    lines = 1 + due_has_own_line(card, room) + bool(card.told) + bool(card.waits)
    text = len(_titles(card, room)) * title_line() + lines * meta_line()
    return round(text + 2 * (PADDING - 2)) + GAP


class CardDelegate(QStyledItemDelegate):
    """Paints cards."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, card = option.widget, index.data(RowsModel.ROLE)
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(0, card_height(card, width) if isinstance(card, Card) else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(RowsModel.ROLE)
        if isinstance(card, Card):
            paint_card(painter, QRectF(option.rect), card, option.state)


def paint_card(painter: QPainter, rect: QRectF, card: Card, state: QStyle.StateFlag) -> None:
    """One card in the state the view gives it."""
    box, inner, colours = card_rect(rect), inner_of(rect), theme()
    is_selected = bool(state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    fill = "selection" if is_selected else "hover" if is_hovered else "surface"
    painting.paint_box(painter, box, colours.colour(fill), sizes.RADIUS, colours.colour("border"))
    top = inner.top() + _paint_title(painter, inner, card)
    top += _paint_meta(painter, _line(inner, top), card)
    if card.told:
        _paint_share(painter, _line(inner, top), card)
        top += meta_line()
    if card.waits:
        _paint_waits(painter, _line(inner, top), card.waits)
    if is_selected:
        painting.paint_ring(painter, box)


def _line(inner: QRectF, top: float) -> QRectF:
    return QRectF(inner.left(), top, inner.width(), meta_line())


def _paint_title(painter: QPainter, inner: QRectF, card: Card) -> float:
    """Badge and title; answers the height they took."""
    painting.paint_badge(painter, inner.left(), inner.top() + title_line() / 2, card.parts.badge)
    lines = _titles(card, inner.width())
    for number, text in enumerate(lines):
        top = inner.top() + number * title_line()
        line = QRectF(inner.left() + BADGE, top, inner.width() - BADGE + 1, title_line())
        painting.paint_text(painter, line, text, theme().colour("text1"), "body", 500)
    return len(lines) * title_line()


def _paint_meta(painter: QPainter, line: QRectF, card: Card) -> float:
    """Number and trekker, and how late: at the right where it fits, else below; answers the height they took."""
    due, muted = card.parts.due or Due(""), theme().colour("text3")
    if due_has_own_line(card, line.width()):
        painting.paint_text(painter, line, meta_text(card), muted, "meta")
        below = line.translated(0, meta_line())
        painting.paint_due(painter, below.left() + min(painting.due_width(due), below.width()), below.center().y(), due)
        return 2 * meta_line()
    taken = painting.paint_due(painter, line.right(), line.center().y(), due) + sizes.SPACE_2 if due.text else 0.0
    painting.paint_text(painter, line.adjusted(0, 0, -taken, 0), meta_text(card), muted, "meta")
    return meta_line()


def _paint_share(painter: QPainter, line: QRectF, card: Card) -> None:
    """A bar in the theme line's base, and the same in words."""
    taken = painting.paint_text(painter, line, card.told, theme().colour("text3"), "micro", align=painting.RIGHT)
    bar = QRectF(line.left(), line.center().y() - BAR / 2, max(0.0, line.width() - taken - sizes.SPACE_2), BAR)
    painting.paint_box(painter, bar, theme().colour("groove"), BAR / 2)
    if card.share:
        done = QRectF(bar.left(), bar.top(), max(BAR, bar.width() * min(card.share, 100) / 100), BAR)
        painting.paint_box(painter, done, QColor(theme().line(card.parts.badge).base), BAR / 2)


def _paint_waits(painter: QPainter, line: QRectF, text: str) -> None:
    ink, side = theme().colour("warning"), sizes.ICON_INLINE
    paint_icon(painter, QRectF(line.left(), line.center().y() - side / 2, side, side), "hourglass", ink)
    painting.paint_text(painter, line.adjusted(side + sizes.SPACE_1, 0, 0, 0), text, ink, "meta")
