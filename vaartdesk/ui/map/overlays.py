"""What lies over the map: nearer and farther, what the colours mean, where the drawing comes from, and the chosen pin's card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.listing import RowParts
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.card import Card
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.map.marks import paint_mark
from vaartdesk.ui.map.pins import Cluster, Pin
from vaartdesk.ui.painting import due_width, paint_due
from vaartdesk.ui.term_clock import TermClock
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import font, line_height, metrics
from vaartdesk.ui.theme.theme import theme

CARD_WIDTH = 268
SMALL = 0.62
"""A pin in the legend, of its size on the map."""


class ZoomButtons(QFrame):
    """Nearer, farther, the whole plan."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        self.nearer = IconButton("plus", str(_("Dichterbij")), key="+", side=sizes.BUTTON_SMALL)
        self.farther = IconButton("minus", str(_("Verder weg")), key="-", side=sizes.BUTTON_SMALL)
        self.whole = IconButton("maximize-2", str(_("Hele plattegrond")), key="0", side=sizes.BUTTON_SMALL)
        for button in (self.nearer, self.farther, self.whole):
            column.addWidget(button)


@dataclass(frozen=True, slots=True)
class Sign:
    """A pin as the legend shows it, and what it means."""

    pin: Pin
    word: str


class Legend(QFrame):
    """Painted, one line; it tells its words to a screen reader."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.signs = tuple(signs)
        self.setAccessibleName(", ".join(sign.word for sign in self.signs))

    def sizeHint(self) -> QSize:
        words = sum(metrics("meta").horizontalAdvance(sign.word) for sign in self.signs)
        return QSize(round(words + len(self.signs) * 40 + sizes.SPACE_2), sizes.BUTTON + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, left = QPainter(self), float(sizes.SPACE_3)
        middle = self.height() / 2
        for sign in self.signs:
            painter.save()
            painter.translate(left + 10, middle)
            painter.scale(SMALL, SMALL)
            at = QPointF(-18, -8) if sign.pin.line else QPointF(0, 18)
            paint_mark(painter, Cluster(sign.pin, (sign.pin,)), at, is_chosen=False, ratio=self.devicePixelRatioF() * 2)
            painter.restore()
            left += 26
            painter.setPen(theme().colour("text2"))
            width = metrics("meta").horizontalAdvance(sign.word)
            painter.setFont(font("meta"))
            painter.drawText(QRectF(left, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), sign.word)
            left += width + 14


class DueLabel(QWidget):
    """How late, painted as in a list."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: RowParts | None = None

    def show_parts(self, parts: RowParts) -> None:
        self._parts = parts
        self.setVisible(parts.due is not None)
        self.setAccessibleName(parts.due.text if parts.due else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(line_height("meta") + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        due = self._parts.due if self._parts is not None else None
        if due is not None:
            paint_due(QPainter(self), due_width(due), self.height() / 2, due)


class PinCard(Card):
    """The chosen pin: number, state, what, how late, and its way in. `opened`, `next_requested`."""

    opened = Signal()
    next_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setObjectName("pinCard")
        self.setFixedWidth(CARD_WIDTH)
        self.number = Label("", "meta", "text3", tabular=True)
        self.what = Label("", "body", weight=600, wrap=True)
        self.where = ElidedLabel("", "meta", "text2")
        self.due = DueLabel()
        self.count = Label("", "meta", "text3")
        self.next = IconButton(
            "chevron-right", str(_("Volgende op deze plek")), key=str(_("Spatie")), side=sizes.BUTTON_SMALL
        )
        self.open = Button(str(_("Openen")), "external-link", small=True, key="Enter")
        self.open.setObjectName("openPin")
        self._chip: ChipLabel | None = None
        self._clock: TermClock | None = None
        self._build()
        self.hide()

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.number, 1)
        self.body.addLayout(self._head)
        for widget in (self.what, self.where, self.due):
            self.body.addWidget(widget)
        self._clock_slot = QVBoxLayout()
        self.body.addLayout(self._clock_slot)
        foot = QHBoxLayout()
        foot.addWidget(self.open)
        foot.addStretch(1)
        foot.addWidget(self.count)
        foot.addWidget(self.next)
        self.body.addLayout(foot)
        self.open.clicked.connect(self.opened)
        self.next.clicked.connect(self.next_requested)

    def show_parts(self, parts: RowParts, face: TermFace | None, where: int, count: int) -> None:
        """Tell of a pin, the ``where``-th of ``count`` on its spot."""
        self.number.setText(parts.number)
        self.what.setText(parts.title)
        self.where.set_text(" · ".join(parts.meta))
        self.where.setVisible(bool(parts.meta))
        self.due.show_parts(parts)
        self.setAccessibleName(f"{parts.number} {parts.title}".strip())
        if self._chip is not None:
            self._chip.setParent(None)
            self._chip.deleteLater()
            self._chip = None
        if parts.chip is not None:
            self._chip = ChipLabel(parts.chip)
            self._head.addWidget(self._chip)
        self._show_clock(face)
        self.count.setText(str(_("{at} van {n}")).format(at=where, n=count) if count > 1 else "")
        self.next.setVisible(count > 1)
        self.adjustSize()

    def _show_clock(self, face: TermFace | None) -> None:
        if self._clock is not None:
            self._clock.setVisible(face is not None)
        if face is None:
            return
        if self._clock is None:
            self._clock = TermClock(face, small=True)
            self._clock_slot.addWidget(self._clock)
        self._clock.set_face(face)

    def stand_near(self, at: QPointF, room: QRectF) -> None:
        """Beside and below a point, within ``room``; on the other side where there is no place."""
        gap = sizes.SPACE_6 + sizes.SPACE_2
        left = at.x() + gap if at.x() + gap + self.width() <= room.right() else at.x() - gap - self.width()
        top = min(max(at.y() - sizes.SPACE_2, room.top()), room.bottom() - self.height())
        self.move(round(max(left, room.left())), round(max(top, room.top())))
