"""The work list of Vandaag: rows as everywhere, some with a small action of their own at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Need
from vaartdesk.schema.listing import Header, RowParts, Tone
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.painting import CENTRE, paint_box, paint_text
from vaartdesk.ui.row_delegate import INSET, PARTS, SIDE, RowDelegate, paint_row
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme

TITLES: Final[dict[str, tuple[str, Tone]]] = {
    "nu": (_("Nu"), "danger"),
    "week": (_("Deze week"), "neutral"),
    "opvolgen": (_("Opvolgen"), "neutral"),
    "signalen": (_("Nieuwe signalen"), "neutral"),
}
CONVERTED: Final = "signalen"
"""The rows of this group are not late; their one question is what becomes of them."""
ACTION: Final = PARTS + 2
Index = QModelIndex | QPersistentModelIndex


class NeedModel(EntryModel):
    """Needs by the key of their record. `ACTION`: the words of a row's own button, '' without one."""

    def __init__(self) -> None:
        super().__init__()
        self.needs: dict[str, Need] = {}

    def show(self, needs: Sequence[Need]) -> None:
        """Show these, in their order; a header goes before each group."""
        self.beginResetModel()
        self.needs = {need.ref.id: need for need in needs}
        entries: list[Entry] = []
        group = ""
        for need in needs:
            if need.group != group:
                group = need.group
                title, tone = TITLES[group]
                entries.append(Header(str(title), sum(n.group == group for n in needs), tone))
            entries.append(need.ref.id)
        self.entries = entries
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        """A row with a button tells in its second line what its corner would have told."""
        if isinstance(entry, Header):
            return entry
        parts = self.needs[entry].parts
        if parts.day is not None:  # a column of days is for a list of days alone
            parts = replace(parts, day=None, meta=(" ".join(parts.day), *parts.meta))
        if not self.action(entry):
            return parts
        when = str(parts.due.text) if parts.due is not None else ""
        return replace(parts, due=None, chip=None, meta=(*parts.meta, when))

    def action(self, key: str) -> str:
        """The words of a row's button."""
        return str(_("Omzetten in…")) if self.needs[key].group == CONVERTED else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ACTION:
            key = self.key(index.row())
            return self.action(key) if key is not None else ""
        return super().data(index, role)

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self.needs[key].ref

    def row_of(self, key: str | None) -> int:
        """The row of a record, -1 when it is not shown."""
        return self.entries.index(key) if key is not None and key in self.entries else -1


class WorkDelegate(RowDelegate):
    """Rows as everywhere, of all kinds under each other; at the right of some a small button with a chevron."""

    slot = float(sizes.BADGE)
    hovered: QPersistentModelIndex | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        action, parts = index.data(ACTION), index.data(PARTS)
        if not action or not isinstance(parts, RowParts):
            super().paint(painter, option, index)
            return
        rect, button = QRectF(option.rect), QRectF(action_rect(option.rect, action))
        paint_row(painter, rect, RowParts(""), option.state)  # what lies under the whole row
        rect.setRight(button.left())
        paint_row(painter, rect, parts, QStyle.StateFlag.State_None, self.slot)
        self._paint_action(painter, button, action, index)

    def _paint_action(self, painter: QPainter, rect: QRectF, words: str, index: Index) -> None:
        colours = theme()
        border = "line" if self.hovered is not None and self.hovered == index else "border"
        paint_box(painter, rect, colours.colour("surface"), sizes.RADIUS, colours.colour(border))
        side = float(sizes.ICON_INLINE)
        chevron = QRectF(rect.right() - 10 - side, rect.center().y() - side / 2, side, side)
        paint_icon(painter, chevron, "chevron-down", colours.colour("text2"))
        text = QRectF(rect.left() + 10, rect.top(), chevron.left() - rect.left() - 10, rect.height())
        paint_text(painter, text, words, colours.colour("text1"), "meta", 500, align=CENTRE)


def action_rect(row: QRect, words: str) -> QRect:
    """Where the button of a row lies."""
    width = round(metrics("meta", 500).horizontalAdvance(words)) + 30 + sizes.ICON_INLINE
    height = sizes.BUTTON_SMALL
    right = row.right() + 1 - INSET - SIDE
    return QRect(right - width, row.center().y() - height // 2, width, height)


class WorkList(RowView):
    """One click opens a row. `acted(row, at)`: the button of a row, the menu key or Alt+Down; ``at`` is where a menu goes, on the screen."""

    acted = Signal(int, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.rows = WorkDelegate(self)
        self.setItemDelegate(self.rows)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))

    def button_of(self, row: int) -> QRect:
        """Where the button of a row lies in the viewport; empty without one."""
        index = self.model().index(row, 0)
        words = index.data(ACTION) if index.isValid() else ""
        return action_rect(self.visualRect(index), words) if words else QRect()

    def _row_under(self, at: QPoint) -> int:
        """The row whose button is under a point; -1 without."""
        row = self.indexAt(at).row()
        return row if row >= 0 and self.button_of(row).contains(at) else -1

    def _ask(self, row: int) -> None:
        """Ask for the menu of a row: below its button, or below its title."""
        button = self.button_of(row)
        place = button.bottomLeft() if not button.isEmpty() else self.visualRect(self.model().index(row, 0)).center()
        self.acted.emit(row, self.viewport().mapToGlobal(place + QPoint(0, sizes.SPACE_1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_under(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.setCurrentIndex(self.model().index(row, 0))
            self._ask(row)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first of the two clicks has done it."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._row_under(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        now = QPersistentModelIndex(self.model().index(row, 0)) if row >= 0 else None
        if now != self.rows.hovered:
            self.rows.hovered = now
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.currentIndex().row()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self.indexAt(event.pos()).row()
        if self.list_model().key(row) is not None:
            self.setCurrentIndex(self.model().index(row, 0))
            self._ask(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_menu = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_menu and self.list_model().key(self.currentIndex().row()) is not None:
            self._ask(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
