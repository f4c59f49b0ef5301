"""A line in which a record is found while typing; the list under it is Qt's own completer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QCompleter, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

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
CANDIDATE = int(Qt.ItemDataRole.UserRole) + 1


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


class PickerLine(Line):
    """Type to find, Down to see the first ones, Enter or a click to choose. `picked(Candidate | None)`."""

    picked = Signal(object)
    focus_lost = Signal()
    opened = Signal()

    def __init__(self, desk: Desk, kinds: Sequence[str], *, can_clear: bool) -> None:
        super().__init__()
        self.desk, self.kinds, self.can_clear = desk, tuple(kinds), can_clear
        self.candidates = Candidates()
        completer = QCompleter(self.candidates, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_SHOWN)
        popup = self._popup = QListView()
        popup.setProperty("look", "popup")
        completer.setPopup(popup)
        popup.setItemDelegate(CandidateDelegate(popup))
        popup.setMouseTracking(True)
        self._completer = completer
        self.setCompleter(completer)
        completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.textEdited.connect(self._look)

    def _look(self, words: str) -> None:
        self.candidates.fill(found(self.desk, self.kinds, words))

    def show_first(self) -> None:
        """The list of what may be chosen, whatever stands in the line."""
        rows: list[Candidate | None] = list(found(self.desk, self.kinds, ""))
        if self.can_clear and self.text():
            rows.append(None)
        self.candidates.fill(rows)
        if rows:
            self._completer.complete()

    def best(self) -> Candidate | None:
        """The candidate whose title was typed whole, or the only one there is."""
        words = fold(self.text())
        rows = found(self.desk, self.kinds, self.text()) if words else []
        exact = [row for row in rows if fold(row.title) == words or fold(row.note) == words]
        if len(exact) == 1 or (len(rows) == 1 and not exact):
            return (exact or rows)[0]
        return None

    def _choose(self, index: QModelIndex) -> None:
        candidate = index.data(CANDIDATE)
        # Qt puts the row's text into the line after this signal; what we show must come last.
        QTimer.singleShot(0, self, lambda: self.picked.emit(candidate))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Down and not self.is_choosing:
            self.show_first()
        elif is_enter and self.is_choosing and self.candidates.rows:
            self._take_offered()
        elif is_enter and is_control and not self.isModified():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _take_offered(self) -> None:
        """Enter with the list open: the row that is marked, else the best one."""
        marked = self._popup.currentIndex()
        row = marked.row() if marked.isValid() else 0
        self._popup.hide()
        self.picked.emit(self.candidates.rows[row])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_lost.emit()

    @property
    def is_choosing(self) -> bool:
        """Whether the list is open."""
        return self._popup.isVisible()


MOST_SHOWN = 10
