"""A folding part of a record: chevron, title, count, an action at the right, and a hairline above."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.labels import rule
from vaartdesk.ui.motion import finish, unfold
from vaartdesk.ui.painting import paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

INDENT = 22
COUNT_GAP = 6


class SectionHead(Ringed, QToolButton):
    """The head; Space and Enter fold, the arrow tells which way it stands."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count_text, self.short_count = "", ""
        self.setText(str(title))
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say title, count and fold state."""
        state = _("open") if self.isChecked() else _("dicht")
        parts = (self.text(), self.count_text, str(state))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def count_shown(self) -> str:
        """The count as it fits beside the title."""
        room = self.width() - INDENT - metrics("body", 600).horizontalAdvance(self.text()) - COUNT_GAP
        is_wide = metrics("meta").horizontalAdvance(self.count_text) <= room
        return self.count_text if is_wide else self.short_count or self.count_text

    def sizeHint(self) -> QSize:
        width = INDENT + metrics("body", 600).horizontalAdvance(self.text()) + 60
        return QSize(round(width), max(sizes.BUTTON, round(line_height()) + sizes.SPACE_3))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        muted = colours.colour("text1" if self.underMouse() else "text2")
        arrow = QRectF(0, rect.center().y() - sizes.ICON / 2, sizes.ICON, sizes.ICON)
        paint_icon(painter, arrow, "chevron-down" if self.isChecked() else "chevron-right", muted)
        line = rect.adjusted(INDENT, 0, 0, 0)
        line.setLeft(
            line.left() + paint_text(painter, line, self.text(), colours.colour("text1"), "body", 600) + COUNT_GAP
        )
        paint_text(painter, line, self.count_shown(), colours.colour("text3"), "meta")


class Section(QWidget):
    """Head and `body`. `folded(bool)` comes when the user folds; the owner keeps it. The body is indented by default."""

    folded = Signal(bool)

    def __init__(
        self, title: str, *, has_rule: bool = True, indent: int = INDENT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.head = SectionHead(title)
        self.head.toggled.connect(self._fold)
        self._holder = QWidget()
        self.body = QVBoxLayout(self._holder)
        self.body.setContentsMargins(indent, 0, 0, sizes.SPACE_2)
        self.body.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(sizes.SPACE_1)
        self._row.addWidget(self.head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if has_rule:
            column.addWidget(rule())
        column.addLayout(self._row)
        column.addWidget(self._holder)

    def set_count(self, text: str, short: str = "") -> None:
        """The number beside the title ("4", "7 van 18"); ``short`` where that would be cut ("7/18")."""
        self.head.count_text, self.head.short_count = str(text), short
        self.head.tell()

    def add_action(self, text: str, icon_name: str = "plus") -> Button:
        """A link-like action at the right of the head."""
        button = Button(text, icon_name, "link", small=True)
        self._row.addWidget(button)
        return button

    def is_folded(self) -> bool:
        """Whether the body is hidden."""
        return not self.head.isChecked()

    def set_folded(self, is_folded: bool) -> None:
        """Fold or unfold without telling."""
        finish(self._holder)
        if self.is_folded() == is_folded == self._holder.isHidden():
            return  # each record that is shown says so of each section
        self.head.blockSignals(True)
        self.head.setChecked(not is_folded)
        self.head.blockSignals(False)
        self.head.tell()
        self._holder.setVisible(not is_folded)

    def _fold(self, is_open: bool) -> None:
        unfold(self._holder, is_open=is_open)
        self.folded.emit(not is_open)
