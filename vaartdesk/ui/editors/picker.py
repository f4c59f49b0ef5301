"""A line in which a record is found while typing; the list under it follows the words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vaartdesk.core.text import _, fold
from vaartdesk.ui.editors.line import Line
from vaartdesk.ui.editors.lookup import Candidate, found
from vaartdesk.ui.painting import RIGHT, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

Index = QModelIndex | QPersistentModelIndex
CANDIDATE: Final = int(Qt.ItemDataRole.UserRole) + 1
MOST_SHOWN: Final = 10
LEAST_WIDTH: Final = 280
ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
BY_TAB: Final = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Candidates(QAbstractListModel):
    """The records offered now; a last row without a record is "leeg maken"."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Candidate | None] = []

    def fill(self, rows: Sequence[Candidate | None]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        candidate = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return candidate.title if candidate else str(_("Leeg maken"))
        return candidate if role == CANDIDATE else None


class CandidateDelegate(QStyledItemDelegate):
    """Title at the left, what tells it apart at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(max(sizes.TARGET_LEAST, line_height() + sizes.SPACE_2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect = theme(), QRectF(option.rect).adjusted(2, 0, -2, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, rect, colours.colour("selection"), sizes.RADIUS_SMALL)
        candidate = index.data(CANDIDATE)
        inner = rect.adjusted(sizes.SPACE_2, 0, -sizes.SPACE_2, 0)
        if not isinstance(candidate, Candidate):
            paint_text(painter, inner, str(index.data()), colours.colour("text2"))
            return
        room = metrics("meta").horizontalAdvance(candidate.note)
        paint_text(painter, inner, candidate.note, colours.colour("text3"), "meta", align=RIGHT)
        paint_text(painter, inner.adjusted(0, 0, -room - sizes.SPACE_2, 0), candidate.title, colours.colour("text1"))


class CandidateList(QListView):
    """The list under the line: a child of the window that never takes the focus, so that typing goes on."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        self.setProperty("look", "popup")
        self.setObjectName("candidates")
        self.setAccessibleName(str(_("Gevonden")))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(CandidateDelegate(self))
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.hide()

    def open_under(self, rows: int) -> None:
        """Below the line, or above it where there is more room."""
        window = self._line.window()
        self.setParent(window)
        height = min(rows, MOST_SHOWN) * self.sizeHintForRow(0) + 2 * sizes.SPACE_1 + 2
        corner = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        if corner.y() + height > window.height() and corner.y() > window.height() - corner.y():
            corner.setY(corner.y() - self._line.height() - 4 - height)
        width = min(max(self._line.width(), LEAST_WIDTH), window.width() - corner.x() - sizes.SPACE_1)
        self.setGeometry(corner.x(), max(0, corner.y()), width, height)
        self.show()
        self.raise_()

    def step(self, rows: int) -> None:
        """The mark goes up or down, and stays inside."""
        now = self.currentIndex().row()
        to = min(max(now + rows, 0), self.model().rowCount() - 1)
        self.setCurrentIndex(self.model().index(to, 0))


class OfferingLine(Line):
    """A line with a list of candidates under it. The list is made when there is first something to offer: a page holds dozens of
    such lines, and each list is six widgets to build and to dress.
    """

    def __init__(self) -> None:
        super().__init__()
        self.candidates = Candidates()

    @cached_property
    def list(self) -> CandidateList:
        """The list, made now where it is not there yet."""
        made = CandidateList(self)
        made.setModel(self.candidates)
        made.clicked.connect(lambda index: self.take(index.row()))
        return made

    @property
    def is_choosing(self) -> bool:
        """Whether the list is open."""
        return "list" in vars(self) and self.list.isVisible()

    def close_list(self) -> None:
        """Nothing is offered any more."""
        if "list" in vars(self):
            self.list.hide()

    def take(self, row: int) -> None:
        """Choose a row of the list."""
        raise NotImplementedError

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)


class PickerLine(OfferingLine):
    """Type to find, Down to see the first ones, Enter or a click to choose. `picked(Candidate | None)`.

    Tab takes the marked one where words were typed that alone do not say which.
    """

    picked = Signal(object)
    opened = Signal()

    def __init__(self, desk: Desk, kinds: Sequence[str], *, can_clear: bool) -> None:
        super().__init__()
        self.desk, self.kinds, self.can_clear = desk, tuple(kinds), can_clear
        self.textEdited.connect(self._look)
        self._is_typed = False

    def _look(self, words: str) -> None:
        self._is_typed = True
        self._offer(found(self.desk, self.kinds, words) if words.strip() else [])

    def show_first(self) -> None:
        """What may be chosen, whatever stands in the line; the last row empties it."""
        rows: list[Candidate | None] = list(found(self.desk, self.kinds, ""))
        if self.can_clear and self.text():
            rows.append(None)
        self._is_typed = False
        self._offer(rows)

    def _offer(self, rows: Sequence[Candidate | None]) -> None:
        self.candidates.fill(rows)
        if not rows:
            self.close_list()
            return
        self.list.open_under(len(rows))
        self.list.setCurrentIndex(self.candidates.index(0, 0))

    def best(self) -> Candidate | None:
        """The candidate whose title was typed whole, or the only one there is."""
        words = fold(self.text())
        rows = found(self.desk, self.kinds, self.text()) if words else []
        exact = [row for row in rows if fold(row.title) == words or fold(row.note) == words]
        if len(exact) == 1 or (len(rows) == 1 and not exact):
            return (exact or rows)[0]
        return None

    def is_ambiguous(self) -> bool:
        """Whether the words fit several records."""
        return len(found(self.desk, self.kinds, self.text())) > 1

    def take(self, row: int) -> None:
        """Choose a row of the list."""
        self.close_list()
        if 0 <= row < len(self.candidates.rows):
            self.picked.emit(self.candidates.rows[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_choosing and self._chose_by_key(event):
            return
        is_enter = event.key() in ENTER
        if event.key() == Qt.Key.Key_Down:
            self.show_first()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.isModified():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _chose_by_key(self, event: QKeyEvent) -> bool:
        """The keys of the open list; others go to the line."""
        if event.key() in STEPS:
            self.list.step(STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER:
            self.take(self.list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.close_list()
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        row = self.list.currentIndex().row() if self.is_choosing and self._is_typed else -1
        self.close_list()
        if row >= 0 and event.reason() in BY_TAB and self.best() is None:
            self.take(row)
        super().focusOutEvent(event)
