"""How the matrix is painted: a head per theme line, a name per role, and a cell of 54 for what lies between (picture 04b)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vaartdesk.app.themes.matrix_model import ENTRY, CellEntry, LateEntry, LineTotal, MatrixModel, RoleEntry, TotalHead
from vaartdesk.core.text import _
from vaartdesk.flows.role_matrix import CENTRE, Cell, Line
from vaartdesk.ui import painting
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

CELL: Final = 54
GAP: Final = 6
INSET: Final = 12
BASE_BAR: Final = 4
HEAD_LINES: Final = 3
Index = QModelIndex | QPersistentModelIndex


def row_height() -> int:
    """The height of a role's row with the font of now."""
    return round(max(CELL, line_height("section") + line_height("micro") + 14)) + GAP


def total_height() -> int:
    """The height of the row of totals."""
    return max(sizes.TABLE_ROW, round(line_height("meta")) + sizes.SPACE_2)


def head_height() -> int:
    """The height of the heads of the theme lines."""
    return round(sizes.BADGE + sizes.SPACE_1 + HEAD_LINES * line_height("meta")) + sizes.SPACE_2


class LineHead(QHeaderView):
    """The theme lines above their columns: badge, and the name on at most three lines."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(False)
        self.setFixedHeight(head_height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, MatrixModel):
            return
        line = model.line(section)
        inner = QRectF(rect).adjusted(GAP / 2 + 10, 0, -GAP / 2, -sizes.SPACE_1)
        if line is not None:
            _paint_head(painter, inner, line)
        elif section == model.columnCount() - 1:
            last = QRectF(inner.left(), inner.bottom() - line_height("meta"), inner.width(), line_height("meta"))
            painting.paint_text(painter, last, str(_("te laat")), theme().colour("text3"), "meta", align=painting.RIGHT)


def _paint_head(painter: QPainter, inner: QRectF, line: Line) -> None:
    painting.paint_badge(painter, inner.left(), inner.top() + sizes.BADGE / 2, line.code)
    top, ink = inner.top() + sizes.BADGE + sizes.SPACE_1, QColor(theme().line(line.code).ink)
    for text in painting.wrapped(line.title, inner.width(), HEAD_LINES, "meta", 500):
        row = QRectF(inner.left(), top, inner.width() + 1, line_height("meta"))
        painting.paint_text(painter, row, text, ink, "meta", 500)
        top += line_height("meta")


class MatrixDelegate(QStyledItemDelegate):
    """Paints what the model's entry is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect = index.data(ENTRY), QRectF(option.rect)
        if isinstance(entry, CellEntry):
            paint_cell(painter, rect.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2), entry, option.state)
        elif isinstance(entry, RoleEntry):
            _paint_role(painter, rect, entry)
        elif isinstance(entry, LateEntry):
            _paint_late(painter, rect, entry)
        elif isinstance(entry, LineTotal):
            _paint_total(painter, rect.adjusted(GAP / 2 + INSET, 0, 0, 0), entry)
        elif isinstance(entry, TotalHead):
            painting.paint_text(painter, rect, str(_("Open / te laat")), theme().colour("text3"), "meta")


def paint_cell(painter: QPainter, box: QRectF, entry: CellEntry, state: QStyle.StateFlag) -> None:
    """One cell: filled where the role is involved, a bar for its centre of gravity, dashed while the role does not work."""
    line, cell, colours = theme().line(entry.line.code), entry.cell, theme()
    is_waiting = not entry.role.is_operational and bool(cell.weight or cell.open)
    if is_waiting:
        _paint_dashed(painter, box, QColor(line.base))
    else:
        plain = colours.colour("groove" if cell.open else "sunken")
        painting.paint_box(painter, box, QColor(line.soft) if cell.weight else plain)
    if cell.weight == CENTRE and not is_waiting:
        _paint_bar(painter, box, QColor(line.base))
    if cell.weight or cell.open:
        _paint_counts(painter, box, cell, QColor(line.ink) if cell.weight else colours.colour("text2"))
    if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
        ring = box.adjusted(-2, -2, 2, 2)
        painting.paint_box(painter, ring, None, sizes.RADIUS + 2, colours.colour("focus"), sizes.FOCUS_RING)
    elif state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
        painting.paint_box(painter, box, None, sizes.RADIUS, colours.colour("line"), 1)


def _paint_bar(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """4 px at the left edge, following the cell's corners."""
    with painting.kept(painter):
        painter.setClipRect(QRectF(box.left(), box.top(), BASE_BAR, box.height()))
        painting.paint_box(painter, box, colour)


def _paint_dashed(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painting.paint_box(painter, box, theme().colour("surface"))
    with painting.kept(painter):
        pen = QPen(colour, 1.2)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), sizes.RADIUS, sizes.RADIUS)


def _paint_counts(painter: QPainter, box: QRectF, cell: Cell, ink: QColor) -> None:
    height = line_height("section")
    top = box.top() + (box.height() - height - line_height("micro")) / 2
    count = QRectF(box.left() + INSET, top, box.width() - 2 * INSET, height)
    painting.paint_text(painter, count, str(cell.open), ink, "section", 600)
    below = QRectF(count.left(), count.bottom(), count.width(), line_height("micro"))
    is_centre = cell.weight == CENTRE
    colour = ink if is_centre else theme().colour("text2")
    painting.paint_text(painter, below, str(_("zwaartepunt") if is_centre else _("open")), colour, "micro")
    if cell.late:
        _paint_danger(painter, box.right() - INSET, count.center().y(), str(cell.late), "clock-alert", is_before=True)


def _paint_danger(painter: QPainter, right: float, middle: float, text: str, icon: str, *, is_before: bool) -> None:
    """A count of late ones with its sign, ending at ``right``."""
    ink, side = theme().colour("danger"), sizes.ICON_INLINE
    width = metrics("meta", 600).horizontalAdvance(text)
    left = right - width - side - sizes.SPACE_1
    sign = left if is_before else right - side
    paint_icon(painter, QRectF(sign, middle - side / 2, side, side), icon, ink)
    words = QRectF(
        left + side + sizes.SPACE_1 if is_before else left,
        middle - line_height("meta") / 2,
        width + 1,
        line_height("meta"),
    )
    painting.paint_text(painter, words, text, ink, "meta", 600)


def _paint_role(painter: QPainter, rect: QRectF, entry: RoleEntry) -> None:
    role, colours = entry.role, theme()
    body, meta = max(line_height("body"), 18.0), line_height("meta") if role.remark else 0.0
    top = rect.top() + (rect.height() - body - meta) / 2
    ink = colours.colour("text1" if role.is_operational else "text3")
    name = QRectF(rect.left(), top, rect.width(), body)
    painting.paint_text(painter, name, role.title, ink, "body", 500)
    below = QRectF(name.left(), name.bottom(), name.width(), meta)
    painting.paint_text(painter, below, role.remark, colours.colour("text3"), "meta")


def _paint_late(painter: QPainter, rect: QRectF, entry: LateEntry) -> None:
    role, right = entry.role, rect.right() - 1
    if role.is_over:
        _paint_danger(painter, right, rect.center().y(), str(role.late), "triangle-alert", is_before=False)
    elif role.late:
        painting.paint_text(
            painter, rect.adjusted(0, 0, -1, 0), str(role.late), theme().colour("text2"), align=painting.RIGHT
        )


def _paint_total(painter: QPainter, rect: QRectF, entry: LineTotal) -> None:
    words = str(_("{n} open").format(n=entry.line.open))
    if entry.line.late:
        words += ", "
    taken = painting.paint_text(painter, rect, words, theme().colour("text2"), "meta")
    if entry.line.late:
        late = str(_("{n} te laat").format(n=entry.line.late))
        painting.paint_text(painter, rect.adjusted(taken, 0, 0, 0), late, theme().colour("danger"), "meta", 500)
