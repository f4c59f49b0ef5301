"""A record's log: time, dot (accent for the newest), sentence, author. A list view without a frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.ui.painting import paint_dot, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import font, line_height, metrics
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.wrapping import units

ENTRY: Final = int(Qt.ItemDataRole.UserRole) + 1
TIME_LEAST: Final = 72.0
DOT_ROOM: Final = 26.0
LINE_GAP: Final = 6
READING: Final = 20.0

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line: when ("24-11 09:12"), what, and who."""

    when: str
    sentence: str
    author: str = ""


class LogModel(QAbstractListModel):
    """The entries, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[LogEntry, ...] = ()

    def set_entries(self, entries: Sequence[LogEntry]) -> None:
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> LogEntry | str | None:
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(part for part in (entry.when, entry.sentence, entry.author) if part)
        return None


class LogDelegate(QStyledItemDelegate):
    """Paints an entry; a long sentence wraps, so that nothing of a log is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        entry = index.data(ENTRY)
        height = laid_out(entry, width - text_left())[1] if isinstance(entry, LogEntry) else reading_height()
        return QSize(width, round(height + LINE_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, LogEntry):
            return
        colours, rect = theme(), QRectF(option.rect)
        first = QRectF(rect.left(), rect.top() + LINE_GAP / 2, time_width(), reading_height())
        paint_text(painter, first, entry.when, colours.colour("text3"), "meta", tabular=True)
        dot = colours.colour("accent" if index.row() == 0 else "line")
        paint_dot(painter, QPointF(rect.left() + text_left() - DOT_ROOM / 2, first.center().y()), dot)
        layout, _height = laid_out(entry, rect.width() - text_left())
        painter.setPen(colours.colour("text1"))
        layout.draw(painter, QPointF(rect.left() + text_left(), first.top()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect)


def reading_height() -> float:
    """The height of a line of reading text: 20, or what a larger font needs."""
    return max(READING, line_height())


def time_width() -> float:
    """The width of "24-11 09:12" in the font of now."""
    return max(TIME_LEAST, metrics("meta", tabular=True).horizontalAdvance("24-11 09:12") + 2)


def text_left() -> float:
    """Where sentences begin: after the time and the dot."""
    return time_width() + DOT_ROOM


def laid_out(entry: LogEntry, width: float) -> tuple[QTextLayout, float]:
    """Sentence and author set in lines of `width`; answers the layout and its height."""
    text = f"{entry.sentence}  {entry.author}" if entry.author else entry.sentence
    layout = QTextLayout(text, font("body"))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if entry.author:
        muted = QTextLayout.FormatRange()
        muted.start, muted.length = units(entry.sentence), units(text) - units(entry.sentence)
        muted.format.setForeground(theme().colour("text3"))
        muted.format.setFont(font("meta"))
        layout.setFormats([muted])
    height, step = 0.0, reading_height()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
    layout.endLayout()
    return layout, height


class LogView(QListView):
    """The log in the height it needs; the record scrolls as a whole."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log")
        self.setAccessibleName(str(name))
        self._model = LogModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LogDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model.modelReset.connect(self.updateGeometry)

    def set_entries(self, entries: Sequence[LogEntry]) -> None:
        """Show these, newest first."""
        self._model.set_entries(entries)

    def sizeHint(self) -> QSize:
        rows = range(self._model.rowCount())
        height = sum(self.sizeHintForIndex(self._model.index(row)).height() for row in rows)
        return QSize(super().sizeHint().width(), height + sizes.SPACE_1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
