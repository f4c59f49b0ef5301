"""The items of a meeting in progress: what is done, what is on, what is to come and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.agenda_paint import paint_title
from vaartdesk.kinds.meetings.view.report_data import Progress
from vaartdesk.schema.ref import Ref
from vaartdesk.ui import painting
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.row_delegate import row_height
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
SIGNS: Final = {"done": ("circle-check", "success"), "now": ("play", "accent_ink"), "ahead": ("circle", "text2")}
NUMBER, TITLE = 34, 62


class ProgressModel(RowsModel[Progress]):
    """The items in order."""

    def key(self, row: Progress) -> Ref:
        return row.row.ref

    def spoken(self, row: Progress) -> str:
        return row.spoken()

    def tip(self, row: Progress) -> str:
        return row.row.title


class ProgressDelegate(QStyledItemDelegate):
    """Sign, number, title and what came of it; the time at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowsModel.ROLE)
        if isinstance(row, Progress):
            paint_progress(painter, QRectF(option.rect), row, option.state)


def paint_progress(painter: QPainter, rect: QRectF, row: Progress, state: QStyle.StateFlag) -> None:
    """One item in the state the view gives it."""
    box, colours = rect.adjusted(sizes.SPACE_2, 0, -sizes.SPACE_2, 0), theme()
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    if is_selected or state & QStyle.StateFlag.State_MouseOver:
        painting.paint_box(painter, box, colours.colour("selection" if is_selected else "hover"))
    name, token = SIGNS[row.state]
    side = sizes.ICON
    sign = QRectF(box.left() + sizes.SPACE_2, box.center().y() - side / 2, side, side)
    paint_icon(painter, sign, name, colours.colour(token))
    muted = colours.colour("text2" if row.state == "done" else "text1")
    number = QRectF(box.left() + NUMBER, box.top(), TITLE - NUMBER - sizes.SPACE_1, box.height())
    weight = 400 if row.state == "done" else 600
    painting.paint_text(painter, number, row.row.number, muted, "body", weight, tabular=True)
    right = box.right() - sizes.SPACE_3
    width = metrics("body", tabular=True).horizontalAdvance(row.clock)
    clock = QRectF(right - width, box.top(), width + 1, box.height())
    painting.paint_text(painter, clock, row.clock, colours.colour("text2"), tabular=True)
    left = box.left() + TITLE + row.row.depth * sizes.SPACE_4
    _paint_words(painter, QRectF(left, box.top(), max(0.0, clock.left() - sizes.SPACE_2 - left), box.height()), row)
    if is_selected and state & QStyle.StateFlag.State_HasFocus:
        painting.paint_ring(painter, box)


def _paint_words(painter: QPainter, rect: QRectF, row: Progress) -> None:
    first, second = max(18.0, line_height("body")), max(16.0, line_height("meta"))
    top, colours = rect.center().y() - (first + second) / 2, theme()
    is_done = row.state == "done"
    ink = colours.colour("text2" if is_done else "text1")
    line = QRectF(rect.left(), top, rect.width(), first)
    paint_title(painter, line, row.row, ink, 400 if is_done else 500)
    below = QRectF(rect.left(), top + first, rect.width(), second)
    painting.paint_text(painter, below, row.told, colours.colour("text3"), "meta")


class ProgressView(QListView):
    """objectName `items`. `chosen(key)`: another item."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.items = ProgressModel()
        self.setObjectName("items")
        self.setAccessibleName(str(_("Agenda")))
        self.setModel(self.items)
        self.setItemDelegate(ProgressDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.selectionModel().currentChanged.connect(self._tell)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[Progress], key: str | None) -> None:
        """Show the items, standing on ``key``."""
        self.selectionModel().blockSignals(True)
        self.items.show(rows)
        at = next((n for n, row in enumerate(rows) if row.row.ref.id == key), -1)
        if at >= 0 and self.currentIndex().row() != at:
            self.setCurrentIndex(self.items.index(at, 0))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.items.rows[index.row()].row.ref.id)
