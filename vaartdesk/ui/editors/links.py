"""References to several records: their names in a row, and a line to add one. Read first: a name is a chip under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.lookup import Candidate, ref_of, titles
from vaartdesk.ui.editors.picker import PickerLine
from vaartdesk.ui.flow_layout import FlowLayout
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

CROSS = 22
INSET = sizes.SPACE_1
"""On both sides of a name; with that of the box its text begins where that of other fields does."""
LONGEST = 560
ADD_REST, ADD_TYPING = 40, 150
"""How wide the line is at rest, where it only shows its plus, and while one types in it."""


class LinkChip(Ringed, QToolButton):
    """A record's title, and under the pointer or with the focus a cross; a click opens it, Delete or the cross takes it away.

    ``ends`` is what follows the name while it reads as text: a comma, where another name comes.
    """

    removed = Signal()

    def __init__(self, title: str, parent: QWidget, ends: str = "") -> None:
        super().__init__(parent)
        self._ends = ends
        self.setText(title)
        self.setToolTip(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(str(_("Enter opent, Delete haalt weg")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        width = min(LONGEST, round(metrics("body").horizontalAdvance(self.text() + self._ends)) + 2)
        return QSize(width + 2 * INSET, sizes.TARGET_LEAST)

    def minimumSizeHint(self) -> QSize:
        return QSize(ADD_REST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect()).adjusted(0, 2, 0, -2)
        is_lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        if is_lit:
            paint_box(painter, rect, colours.colour("hover"), sizes.RADIUS_SMALL)
        name = self.text() if is_lit else self.text() + self._ends
        paint_text(painter, rect.adjusted(INSET, 0, -INSET + 1, 0), name, colours.colour("text1"))
        if is_lit:
            side = sizes.ICON_CHIP
            ground = QRectF(rect.right() - CROSS, rect.top(), CROSS, rect.height())
            paint_box(painter, ground, colours.colour("hover"), sizes.RADIUS_SMALL)
            cross = QRectF(rect.right() - side - INSET, rect.center().y() - side / 2, side, side)
            paint_icon(painter, cross, "x", colours.colour("text2"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isEnabled() and event.position().x() >= self.width() - CROSS and self.rect().contains(event.pos()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class AddLine(PickerLine):
    """A plus at rest; wide enough to type in with the focus."""

    def sizeHint(self) -> QSize:
        return QSize(ADD_TYPING if self.hasFocus() else ADD_REST, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(ADD_REST, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.updateGeometry()


class LinksBox(QWidget):
    """The names and the line; the box passes the focus to the line."""

    def __init__(self, line: PickerLine) -> None:
        super().__init__()
        self.line = line
        self.flow = FlowLayout(self, gap=0, line_gap=0, indent=sizes.SPACE_2 - INSET + 2)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.flow.addWidget(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, chips: Sequence[LinkChip]) -> None:
        """Replace the chips; the line stays last."""
        for position in reversed(range(self.flow.count())):
            item = self.flow.itemAt(position)
            widget = item.widget() if item else None
            if isinstance(widget, LinkChip):
                self.flow.takeAt(position)
                widget.hide()
                widget.deleteLater()
        self.flow.removeWidget(self.line)
        for widget in (*chips, self.line):
            self.flow.addWidget(widget)
        # The line goes to the end of its own row: what stands in front of it need not be known (see `ui.focus_chain`).
        for before, after in pairwise((self.line, *chips, self.line) if chips else ()):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()


class LinksEditor(Editor):
    """A tuple of keys in order; every pick and every removal is saved at once."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.line = AddLine(desk, field.targets, can_clear=False)
        self.box = LinksBox(self.line)
        super().__init__(field, desk, self.box)
        self.box.setProperty("look", "")
        self.line.setProperty("look", "field")
        self.line.setObjectName(f"{field.name}_add")
        self.line.setAccessibleName(str(_("{label} toevoegen")).format(label=field.label))
        self.line.setPlaceholderText("+")
        self.keys: tuple[str, ...] = ()
        self.known: dict[str, str] = {}
        self.line.picked.connect(self._pick)
        self.line.editingFinished.connect(self._take_typed)
        self.line.reverted.connect(self.line.clear)
        self.line.textEdited.connect(self.typed)

    @property
    def focus_widget(self) -> QWidget:
        return self.line

    def wanted_width(self) -> float:
        """That of the longest name."""
        names = (self.known.get(key, "") for key in self.keys)
        return max((metrics("body").horizontalAdvance(name) + CROSS for name in names), default=0.0)

    def text(self) -> str:
        return " ".join(self.keys)

    def _put(self, text: str) -> None:
        self._set(tuple(text.split()))

    def _show(self, value: Any) -> None:
        self._set(tuple(value or ()))
        if not self.line.hasFocus():
            self.line.clear()

    def value(self) -> Any:
        """The keys. Raises Invalid while words in the line name nothing."""
        words = self.line.text().strip()
        if words and self.line.isModified():
            raise Invalid(_("Kies iets uit de lijst: ‘{words}’ is niet gevonden.").format(words=words[:40]))
        return self.keys

    def _set(self, keys: tuple[str, ...]) -> None:
        """Nothing is rebuilt while the keys and their titles stay the same."""
        missing = [key for key in keys if key not in self.known]
        if missing:
            self.known.update(titles(self.desk, missing))
        if keys != self.keys or missing:
            self.keys = keys
            self.box.put([self._chip(key, "," if key != keys[-1] else "") for key in keys])

    def _chip(self, key: str, ends: str) -> LinkChip:
        chip = LinkChip(self.known.get(key, ""), self.box, ends)
        chip.clicked.connect(lambda: self._open(key))
        chip.removed.connect(lambda: self._remove(key))
        return chip

    def _pick(self, candidate: Candidate | None) -> None:
        self.line.clear()
        if candidate is None or candidate.ref.id in self.keys:
            return
        self.known[candidate.ref.id] = candidate.title
        self._save((*self.keys, candidate.ref.id))

    def _take_typed(self) -> None:
        """Focus left with words in the line: a title typed whole counts as chosen, others are told to be wrong."""
        if self.line.is_choosing or not self.line.isModified():
            return
        best = self.line.best() if self.line.text().strip() else None
        if best is not None:
            self._pick(best)
        else:
            self._leave()

    def _remove(self, key: str) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._save(tuple(k for k in self.keys if k != key))

    def _save(self, keys: tuple[str, ...]) -> None:
        self._set(keys)
        self._mark_typed()
        self._leave()

    def _open(self, key: str) -> None:
        if ref := ref_of(self.desk, self.field.targets, key):
            self.open_requested.emit(ref)

    def set_problem(self, sentence: str) -> None:
        """The line bears the error's border."""
        super().set_problem(sentence)
        self.line.setProperty("state", "error" if sentence else "")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
