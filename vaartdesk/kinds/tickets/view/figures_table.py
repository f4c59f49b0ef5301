"""The table of figures: arrows go from figure to figure, Enter and a click open the list that was counted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vaartdesk.kinds.tickets.rules.figure_table import MEASURES, Measure, Row
from vaartdesk.kinds.tickets.view.figures_model import FiguresModel
from vaartdesk.ui.cell_table import CellTable, Index
from vaartdesk.ui.painting import LEFT, RIGHT, paint_box, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.theme.theme import theme

COUNT: Final = 58
WORDS: Final = 114
WIDTHS: Final = {"came": COUNT, "went": COUNT, "open": COUNT, "days": WORDS, "share": WORDS}
INSET: Final = 8


def row_height() -> int:
    """The height of a line with the font of now."""
    return max(sizes.TABLE_ROW, round(line_height("body")) + sizes.SPACE_2)


class FiguresTable(CellTable):
    """objectName `figuresTable`. `opened(Row, Measure)`: show its list; `pointed(Measure)`: mouse or keys are on it."""

    opened = Signal(object, object)
    pointed = Signal(object)

    def __init__(self) -> None:
        self.table = FiguresModel()
        super().__init__(self.table, _Head())
        self.setObjectName("figuresTable")
        self.setItemDelegate(_Delegate(self))

    def show_rows(self, title: str, rows: tuple[Row, ...]) -> None:
        """Other lines; the current figure stays where it was."""
        was = self.currentIndex()
        place = (was.row(), was.column()) if was.isValid() else (0, 1)
        self.table.show(title, rows)
        self.measure()
        self.setCurrentIndex(self.table.index(min(place[0], len(rows) - 1), place[1]))

    def measure(self) -> None:
        """The names take what the figures leave."""
        for column, measure in enumerate(MEASURES, 1):
            self.setColumnWidth(column, WIDTHS[measure.name])
        self.setColumnWidth(0, max(120, self.viewport().width() - sum(WIDTHS.values())))
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setFixedHeight(row_height())

    # --- pointing and opening ------------------------------------------------------------------------------------------

    def point_at(self, index: Index) -> None:
        """A figure is pointed at: what it means can be told."""
        measure = self.table.measure(index.column()) if index.isValid() else None
        if measure is not None:
            self.pointed.emit(measure)

    def open_at(self, index: Index) -> None:
        """The list that was counted."""
        row = self.table.row(index)
        if row is not None:
            self.opened.emit(row, self.table.measure(index.column()) or MEASURES[0])


class _Head(QHeaderView):
    """The names of the figures above their columns; what each means in its tooltip."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(False)
        self.setMouseTracking(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        inner = QRectF(rect).adjusted(INSET, 0, -INSET, 0)
        paint_text(painter, inner, words, theme().colour("text3"), "meta", align=LEFT if section == 0 else RIGHT)
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme().colour("border"))


class _Delegate(QStyledItemDelegate):
    """Names at the left, figures at the right of their columns; what says too little is paler."""

    def __init__(self, view: FiguresTable) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, measure = self._view.table.row(index), self._view.table.measure(index.column())
        if row is None:
            return
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, rect.adjusted(0, 1, 0, -1), theme().colour("hover"), sizes.RADIUS_FIELD)
        is_current = self._view.currentIndex() == index and self._view.hasFocus()
        _paint(painter, rect.adjusted(INSET, 0, -INSET, 0), row, measure)
        if is_current:
            paint_ring(painter, rect.adjusted(1, 1, -1, -1))


def _paint(painter: QPainter, inner: QRectF, row: Row, measure: Measure | None) -> None:
    if measure is None:
        paint_text(painter, inner, row.label, theme().colour("text1"), "body", 500)
        return
    is_pale = measure.is_few(row.figures) or measure.text(row.figures) == "0"
    ink = theme().colour("text3" if is_pale else "text1")
    paint_text(painter, inner, measure.text(row.figures), ink, "body", align=RIGHT, tabular=True)
