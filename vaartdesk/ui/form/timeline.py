"""What happened with a record as one line through time: day, sign, what, and in what way; a click opens what it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.listing import RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.form.lines import Line, LineModel
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.view import MARGIN, RowView
from vaartdesk.ui.painting import paint_box, paint_ring, paint_text
from vaartdesk.ui.row_delegate import PARTS, RowDelegate, meta_text
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

FEW: Final = 7
"""So many are shown at first."""
INSET: Final = sizes.SPACE_1
State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


def moment_height() -> int:
    """The height of one moment with the font of now: two lines close together."""
    return round(max(38, line_height("body") + line_height("meta") + INSET))


def day_width() -> float:
    """The column of days."""
    return metrics("meta", tabular=True).horizontalAdvance("30-12-2026") + sizes.SPACE_2


class MomentDelegate(RowDelegate):
    """Paints `RowParts`: `due` is the day at the left, `icon` the sign on the line, then title and meta."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, moment_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        parts, rect = index.data(PARTS), QRectF(option.rect)
        if isinstance(parts, RowParts):
            is_last = index.row() == index.model().rowCount() - 1
            paint_moment(painter, rect, parts, option.state, is_last=is_last)


def paint_moment(painter: QPainter, rect: QRectF, parts: RowParts, state: State, *, is_last: bool) -> None:
    """One moment; the line goes on to the next."""
    colours = theme()
    if state & State.State_MouseOver:
        paint_box(painter, rect, colours.colour("hover"))
    first = QRectF(rect.left() + INSET, rect.top() + 2, rect.width() - 2 * INSET, line_height("body"))
    day = parts.due.text if parts.due is not None else ""
    paint_text(painter, first, day, colours.colour("text3"), "meta", tabular=True)
    left = rect.left() + INSET + day_width()
    sign = QRectF(left, first.center().y() - sizes.ICON_INLINE / 2, sizes.ICON_INLINE, sizes.ICON_INLINE)
    paint_icon(painter, sign, parts.icon, colours.ink(parts.icon_tone))
    if not is_last:
        line = QRectF(round(sign.center().x()), sign.bottom() + 3, 1, rect.bottom() - sign.bottom() - 3)
        painter.fillRect(line, colours.colour("border"))
    first.setLeft(sign.right() + sizes.SPACE_2)
    paint_text(painter, first, str(parts.title), colours.colour("text1"))
    second = QRectF(first.left(), first.bottom(), first.width(), line_height("meta"))
    paint_text(painter, second, meta_text(parts), colours.colour("text3"), "meta")
    if state & State.State_HasFocus:
        paint_ring(painter, rect)


class Timeline(QWidget):
    """objectName `timeline`. ``groups`` are the segments that sift (id, word); the first shows all. `opened(Ref)`."""

    opened = Signal(object)

    def __init__(self, title: str, nothing: str, groups: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self._lines: list[tuple[str, Line]] = []
        self._has_all = False
        self._all = groups[0][0]
        self.groups = Segments(tuple(Segment(name, label) for name, label in groups), str(title), small=True)
        self.model = LineModel()
        self.view = RowView(moment_height)
        self.view.setItemDelegate(MomentDelegate(self.view))
        self.view.setAccessibleName(str(title))
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.opened.connect(self._open)
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self.nothing = Label(nothing, "body", "text3", wrap=True)
        self.more = Button("", "chevron-down", "link", small=True)
        self.more.setObjectName("wholeTimeline")
        self.more.clicked.connect(self._show_all)
        self.groups.chosen.connect(lambda _name: self._fill())
        self._build(str(title))

    def _build(self, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(title, "body", weight=600))
        head.addStretch(1)
        head.addWidget(self.groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_1)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addWidget(self.nothing)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, lines: Sequence[tuple[str, Line]], *, is_same: bool = False) -> None:
        """Show these, each with the id of its segment; another record begins with the latest few."""
        self._lines = list(lines)
        self._has_all = self._has_all and is_same
        self._fill()

    def _show_all(self) -> None:
        self._has_all = True
        self._fill()

    def _fill(self) -> None:
        group = self.groups.current()
        chosen = [line for name, line in self._lines if group in {self._all, name}]
        shown = chosen if self._has_all else chosen[:FEW]
        self.model.show(shown)
        self.view.setFixedHeight(len(self.model.entries) * moment_height() + 2 * MARGIN if shown else 0)
        self.view.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.more.setText(str(_("Alle {n} tonen").format(n=len(chosen))))
        self.more.setVisible(len(shown) < len(chosen))

    def _open(self, row: int) -> None:
        ref: Ref | None = self.model.ref(row)
        if ref is not None:
            self.opened.emit(ref)
