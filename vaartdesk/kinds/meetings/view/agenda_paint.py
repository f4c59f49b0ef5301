"""One row of the agenda, 52 high: where its parts lie, and how they are painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model.states import PURPOSES
from vaartdesk.kinds.meetings.view.agenda_data import AgendaRow
from vaartdesk.schema.chips import chip
from vaartdesk.schema.listing import Chip
from vaartdesk.ui import painting
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
INSET: Final = sizes.SPACE_3
HANDLE, TIME, NUMBER, TITLE = 4, 28, 80, 110
"""Left edges inside the row."""
STEP: Final = 28
"""A sub item stands so much further to the right."""
MINUTES_WIDTH: Final = 62
EDGE: Final = sizes.SPACE_2
NAME_LEAST: Final = 24
"""A presenter with less room than this is left out."""
ROOMY: Final = 500
"""In a narrower row the purpose stands under the title, which needs the room."""


def row_height() -> int:
    """The height of an agenda row with the font of now."""
    return max(sizes.AGENDA_ROW, round(line_height("body") + line_height("meta")) + sizes.SPACE_3)


def purpose_chip(row: AgendaRow) -> Chip:
    """The chip of an item's purpose; an unknown one of a newer version shows as itself."""
    return chip(PURPOSES, row.purpose) or Chip(str(_("geen doel")))


@dataclass(frozen=True, slots=True)
class Parts:
    """The rectangles of a row that a press can hit, and where its text stands."""

    box: QRectF
    handle: QRectF
    time: QRectF
    number: QRectF
    text: QRectF
    chip: QRectF
    minutes: QRectF


def parts_of(rect: QRectF, row: AgendaRow) -> Parts:
    """Where the parts of a row lie inside ``rect``."""
    box = rect.adjusted(INSET, 0, -INSET, 0)
    middle = box.center().y()
    height = min(sizes.BUTTON, box.height() - sizes.SPACE_2)
    minutes = QRectF(box.right() - EDGE - MINUTES_WIDTH, middle - height / 2, MINUTES_WIDTH, height)
    width, tall = painting.chip_width(purpose_chip(row)), painting.chip_height()
    first = box.left() + NUMBER + row.depth * STEP
    number = QRectF(first, box.top(), _number_width(row), box.height())
    left = max(box.left() + TITLE + row.depth * STEP, number.right() + sizes.SPACE_2)
    if box.width() < ROOMY:
        label = QRectF(left, middle + (_first_line() - tall) / 2, min(width, minutes.left() - EDGE - left), tall)
    else:
        label = QRectF(minutes.left() - EDGE - width, middle - tall / 2, width, tall)
    right = minutes.left() - EDGE if box.width() < ROOMY else label.left() - sizes.SPACE_3
    return Parts(
        box,
        QRectF(box.left() + HANDLE, middle - sizes.ICON / 2, sizes.ICON, sizes.ICON),
        QRectF(box.left() + TIME, box.top(), NUMBER - TIME - sizes.SPACE_1, box.height()),
        number,
        QRectF(left, box.top(), max(0.0, right - left), box.height()),
        label,
        minutes,
    )


def _first_line() -> float:
    return max(18.0, line_height("body"))


def _number_width(row: AgendaRow) -> float:
    return float(metrics("body", 600, tabular=True).horizontalAdvance(row.number))


class AgendaDelegate(QStyledItemDelegate):
    """Paints the rows; the view asks `parts_of` what was hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowsModel.ROLE)
        if isinstance(row, AgendaRow):
            paint_agenda_row(painter, QRectF(option.rect), row, option.state)


def paint_agenda_row(painter: QPainter, rect: QRectF, row: AgendaRow, state: QStyle.StateFlag) -> None:
    """One item in the state the view gives it."""
    parts, colours = parts_of(rect, row), theme()
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if is_selected or is_hovered:
        painting.paint_box(painter, parts.box, colours.colour("selection" if is_selected else "hover"))
    paint_icon(painter, parts.handle, "grip-vertical", colours.colour("text2" if is_selected or is_hovered else "line"))
    ink = colours.colour("danger" if row.is_over else "text2")
    painting.paint_text(painter, parts.time, row.starts, ink, "body", tabular=True)
    painting.paint_text(
        painter, parts.number.adjusted(0, 0, 2, 0), row.number, colours.colour("text1"), "body", 600, tabular=True
    )
    _paint_texts(painter, parts, row)
    ground = colours.colour("surface") if is_selected else None
    painting.paint_chip(painter, parts.chip, purpose_chip(row), ground=ground)
    _paint_minutes(painter, parts.minutes, row, is_framed=is_selected)
    if is_selected and state & QStyle.StateFlag.State_HasFocus:
        painting.paint_ring(painter, parts.box)


def _paint_texts(painter: QPainter, parts: Parts, row: AgendaRow) -> None:
    """The title; under it presenter, theme lines, papers and what is missing, if there is any of that."""
    rect, is_narrow = parts.text, parts.box.width() < ROOMY
    has_second = is_narrow or any((row.presenter, row.badges, row.papers, row.decided, row.lacks_proposal))
    usual = max(16.0, line_height("meta")) if has_second else 0.0
    first, second = _first_line(), parts.chip.height() if is_narrow else usual
    top = rect.center().y() - (first + second) / 2
    paint_title(painter, QRectF(rect.left(), top, rect.width(), first), row, theme().colour("text1"))
    left = parts.chip.right() + sizes.SPACE_2 if is_narrow else rect.left()
    if has_second:
        _paint_second(painter, QRectF(left, top + first, max(0.0, rect.right() - left), second), row)


def paint_title(painter: QPainter, line: QRectF, row: AgendaRow, ink: QColor, weight: int = 500) -> None:
    """The title of an item, with a lock before it where it is confidential."""
    left = line.left()
    if row.is_confidential:
        side = sizes.ICON_INLINE
        paint_icon(painter, QRectF(left, line.center().y() - side / 2, side, side), "lock", theme().colour("text2"))
        left += side + sizes.SPACE_1
    room = QRectF(left, line.top(), max(0.0, line.right() - left), line.height())
    painting.paint_text(painter, room, row.title, ink, "body", weight)


def _paint_second(painter: QPainter, line: QRectF, row: AgendaRow) -> None:
    colours, middle = theme(), line.center().y()
    left, right = line.left(), line.right()
    if row.presenter and right - left - _needed(row) >= NAME_LEAST:
        room = QRectF(left, line.top(), max(0.0, right - left - _needed(row)), line.height())
        left += painting.paint_text(painter, room, row.presenter, colours.colour("text3"), "meta") + sizes.SPACE_2
    for badge in row.badges:
        if left + sizes.BADGE_SMALL <= right:
            left += painting.paint_badge(painter, left, middle, badge, small=True) + sizes.SPACE_2
    if row.papers:
        left = _paint_marked(painter, left, line, "paperclip", str(row.papers), "text3")
    for number in row.decided:
        left = _paint_marked(painter, left, line, "gavel", number, "accent_ink")
    if row.lacks_proposal:
        _paint_marked(painter, left, line, "triangle-alert", str(_("voorstel ontbreekt")), "warning", 500)


def _needed(row: AgendaRow) -> float:
    """The width of what stands behind the presenter: the name gives way first."""
    width = len(row.badges) * (sizes.BADGE_SMALL + sizes.SPACE_2)
    mark = sizes.ICON_INLINE + 2 * sizes.SPACE_2
    for text in (
        str(row.papers) if row.papers else "",
        *row.decided,
        _("voorstel ontbreekt") if row.lacks_proposal else "",
    ):
        width += round(metrics("meta", 500).horizontalAdvance(str(text))) + mark if text else 0
    return float(width)


def _paint_marked(
    painter: QPainter, left: float, line: QRectF, icon: str, text: str, token: str, weight: int | None = None
) -> float:
    """An icon and a word; answers where the next one begins."""
    if left >= line.right() - sizes.ICON_INLINE:
        return left
    side, ink = sizes.ICON_INLINE, theme().colour(token)
    paint_icon(painter, QRectF(left, line.center().y() - side / 2, side, side), icon, ink)
    left += side + sizes.SPACE_1
    room = QRectF(left, line.top(), max(0.0, line.right() - left), line.height())
    return left + painting.paint_text(painter, room, text, ink, "meta", weight) + sizes.SPACE_2


def _paint_minutes(painter: QPainter, rect: QRectF, row: AgendaRow, *, is_framed: bool) -> None:
    """`25 min`, in a frame where it can be typed over at once."""
    colours = theme()
    if is_framed:
        painting.paint_box(painter, rect, colours.colour("surface"), sizes.RADIUS_FIELD, colours.colour("border"))
    inner = rect.adjusted(sizes.SPACE_1, 0, -sizes.SPACE_2, 0)
    unit = str(_("min"))
    room = metrics("body").horizontalAdvance(unit)
    painting.paint_text(painter, inner, unit, colours.colour("text3"), align=painting.RIGHT)
    number = inner.adjusted(0, 0, -room - sizes.SPACE_1, 0)
    painting.paint_text(painter, number, str(row.minutes), colours.colour("text1"), align=painting.RIGHT, tabular=True)


def paint_drop(painter: QPainter, rect: QRectF, depth: int, y: float) -> None:
    """The place where the carried item would come: an accent line from its number on, with a dot."""
    left = rect.left() + INSET + NUMBER - sizes.SPACE_2 + depth * STEP
    accent = theme().colour("accent")
    painting.paint_box(painter, QRectF(left, y - 2, rect.right() - INSET - left, 4), accent, 2)
    painting.paint_dot(painter, QPointF(left, y), accent, 10)
