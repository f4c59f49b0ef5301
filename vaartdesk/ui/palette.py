"""Ctrl+K: find anything, do anything, without leaving the keyboard (picture 07)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vaartdesk.core.text import _, fold
from vaartdesk.ui.finding import Finder, Found, PaletteCommand
from vaartdesk.ui.icons import paint_icon, pixmap
from vaartdesk.ui.labels import KeyLabel, Label, rule
from vaartdesk.ui.painting import CAP_PADDING, RIGHT, paint_badge, paint_box, paint_cap, paint_text
from vaartdesk.ui.scrim import MARGIN, Dialog
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import font, line_height, metrics
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

Index = QModelIndex | QPersistentModelIndex
FOUND: Final = int(Qt.ItemDataRole.UserRole) + 1
ROW: Final = 40
HEAD: Final = 36
LINE: Final = 56
AROUND: Final = 112
"""The line above the list and the keys below it."""
MOST: Final = 432
"""The list's greatest height; longer lists scroll."""


class FoundModel(QAbstractListModel):
    """The rows offered now."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Found] = []
        self.words = ""

    def fill(self, rows: list[Found], words: str) -> None:
        self.beginResetModel()
        self.rows, self.words = rows, words
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            kind = row.kind if row.kind not in row.note else ""
            return ", ".join(part for part in (row.label, kind, row.note, row.key) if part)
        return row if role == FOUND else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].is_head:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def pieces(label: str, words: str) -> list[tuple[str, bool]]:
    """The label cut where it matches one of the words, case and accents ignored: (text, is a match)."""
    marks = [False] * len(label)
    folded = [fold(char) if not char.isspace() else " " for char in label]
    plain = "".join(part or " " for part in folded)
    places = [at for at, part in enumerate(folded) for _char in (part or " ")]
    for word in fold(words).split():
        start = plain.find(word)
        while start >= 0:
            for at in range(start, start + len(word)):
                marks[places[at]] = True
            start = plain.find(word, start + len(word))
    found: list[tuple[str, bool]] = []
    for char, is_match in zip(label, marks, strict=True):
        if found and found[-1][1] == is_match:
            found[-1] = (found[-1][0] + char, is_match)
        else:
            found.append((char, is_match))
    return found


class FoundDelegate(QStyledItemDelegate):
    """Icon, label with its matches in accent, and at the right what it is or its key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        found = index.data(FOUND)
        height = HEAD if isinstance(found, Found) and found.is_head else max(ROW, round(line_height()) + 18)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found, model = index.data(FOUND), index.model()
        rect = QRectF(option.rect)
        if not isinstance(found, Found) or not isinstance(model, FoundModel):
            return
        if found.is_head:
            paint_text(painter, rect.adjusted(20, 6, -20, 0), found.label, theme().colour("text2"), "meta", 600)
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            paint_box(painter, rect.adjusted(8, 0, -8, 0), theme().colour("selection"))
        ink = theme().colour("accent_ink" if is_chosen else "text2")
        side = sizes.ICON_RAIL
        paint_icon(
            painter, QRectF(rect.left() + 20, rect.center().y() - side / 2, side, side), found.icon or "circle", ink
        )
        right = self._paint_right(painter, rect, found, is_chosen=is_chosen)
        line = QRectF(rect.left() + 50, rect.top(), right - rect.left() - 62, rect.height())
        self._paint_label(painter, line, found, model.words)

    @staticmethod
    def _paint_right(painter: QPainter, rect: QRectF, found: Found, *, is_chosen: bool) -> float:
        """Note and key; answers where the label must end."""
        right = rect.right() - 20
        key = found.key.replace("+", " ") or ("↵" if is_chosen else "")
        if key:
            width = metrics("micro", 500).horizontalAdvance(key) + 2 * CAP_PADDING
            cap = QRectF(right - width, rect.center().y() - sizes.CHIP_ROW / 2, width, sizes.CHIP_ROW)
            paint_cap(painter, cap, key)
            right = cap.left() - sizes.SPACE_3
        if found.note:
            line = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
            right -= paint_text(painter, line, found.note, theme().colour("text3"), "meta", align=RIGHT) + sizes.SPACE_3
        if found.letter:
            right -= sizes.BADGE_SMALL
            paint_badge(painter, right, rect.center().y(), found.letter, small=True)
            right -= sizes.SPACE_3
        return right

    @staticmethod
    def _paint_label(painter: QPainter, line: QRectF, found: Found, words: str) -> None:
        plain: QColor = theme().colour("text1")
        for text, is_match in pieces(found.label, words if found.note else ""):
            if line.width() <= 0:
                return
            ink = theme().colour("accent_ink") if is_match else plain
            line.setLeft(line.left() + paint_text(painter, line, text, ink, "body", 600 if is_match else 400))


class FindLine(QLineEdit):
    """The line; arrows and page keys go to the list."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Palette(Dialog):
    """Type a word or a number, Enter opens. ``commands`` are the window's, see PaletteCommand."""

    def __init__(
        self,
        desk: Desk,
        stage: Stage,
        commands: Sequence[PaletteCommand],
        words: str = "",
        news: Sequence[str] = (),
    ) -> None:
        super().__init__(str(_("Zoek of doe iets")), width=640)
        self.setObjectName("palette")
        self.finder = Finder(desk, stage, commands, news)
        self.title.hide()
        self.line = FindLine()
        self.model = FoundModel()
        self.list = QListView()
        self.nothing = Label(
            str(_("Niets gevonden. Probeer een ander woord, of een deel van een nummer.")), "body", "text2"
        )
        self._build()
        self.line.textChanged.connect(self.look_up)
        self.line.stepped.connect(self._step)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.line.setText(words)
        self.look_up(words)

    def _build(self) -> None:
        column = self.layout()
        assert column is not None
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.body.setSpacing(0)
        self.line.setObjectName("paletteLine")
        self.line.setProperty("look", "bare")
        self.line.setFont(font("section", 400))
        self.line.setPlaceholderText(str(_("Zoek of doe iets")))
        self.line.setAccessibleName(str(_("Zoek of doe iets")))
        sign = QLabel()
        sign.setPixmap(pixmap("search", theme().colour("accent_ink"), 20, self.devicePixelRatioF()))
        top = QHBoxLayout()
        top.setContentsMargins(20, 0, 20, 0)
        top.setSpacing(sizes.SPACE_3)
        top.addStrut(max(LINE, round(line_height("section")) + 18))
        top.addWidget(sign)
        top.addWidget(self.line, 1)
        top.addWidget(KeyLabel("Esc"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(str(_("Gevonden")))
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.nothing.setContentsMargins(20, 16, 20, 16)
        self.body.addLayout(top)
        self.body.addWidget(rule())
        self.body.addWidget(self.list)
        self.body.addWidget(self.nothing)
        self.body.addWidget(rule())
        self.body.addLayout(self._foot())

    @staticmethod
    def _foot() -> QHBoxLayout:
        """The keys, and the prefixes."""
        row = QHBoxLayout()
        row.setContentsMargins(20, sizes.SPACE_2, 20, sizes.SPACE_2)
        row.setSpacing(sizes.SPACE_2)
        for keys, does in ((("↑", "↓"), _("kiezen")), (("↵",), _("openen")), (("Ctrl ↵",), _("agenderen"))):
            for key in keys:
                row.addWidget(KeyLabel(key), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(Label(str(does), "meta", "text3"))
            row.addSpacing(sizes.SPACE_1)
        row.addStretch(1)
        row.addWidget(Label(str(_("> opdrachten   # nummers   @ contacten")), "meta", "text3"))
        return row

    def first_focus(self) -> QWidget:
        return self.line

    def look_up(self, typed: str) -> None:
        """Show what fits; the first row is chosen."""
        self.model.fill(self.finder.find(typed), typed.lstrip(">#@").strip())
        self.list.setFixedHeight(self._whole_rows() + sizes.SPACE_2)
        self.list.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)
        self._choose(0, 1)

    def _whole_rows(self) -> int:
        """The height of as many rows as there is room for; none is cut in half."""
        room = self.window().height() - 2 * MARGIN - AROUND if self.isVisible() else MOST
        height = 0
        for row in range(self.model.rowCount()):
            step = self.list.sizeHintForRow(row)
            if height + step > min(MOST, room):
                break
            height += step
        return height

    def _choose(self, row: int, way: int) -> None:
        """Choose a row, the next in that direction when it is a heading."""
        rows = self.model.rows
        while 0 <= row < len(rows) and rows[row].is_head:
            row += way
        if 0 <= row < len(rows):
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _step(self, step: int) -> None:
        now = self.list.currentIndex().row()
        last = len(self.model.rows) - 1
        self._choose(min(max(now + step, 0), last), 1 if step > 0 else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_forward = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self._put_forward if is_forward else self._run)(self.list.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _put_forward(self, row: int) -> None:
        """What is chosen onto an agenda; nothing happens to what no agenda takes."""
        found = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        if found is not None and found.put_forward is not None:
            host = self.window()
            self.accept()
            found.put_forward(host)

    def _run(self, row: int) -> None:
        """Close first: what runs may open a dialog of its own."""
        found = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        if found is not None and found.run is not None:
            self.accept()
            found.run()
