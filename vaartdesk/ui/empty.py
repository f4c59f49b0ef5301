"""What a page shows when there is nothing: one drawing, one sentence, at most three ways to start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.card import ActionCard
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.labels import Label
from vaartdesk.ui.painting import kept, paint_box
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

MOST_WAYS: Final = 3
WIDTH: Final = 420


@dataclass(frozen=True, slots=True)
class Way:
    """One way to start: what it is called, what it gives, its icon and its key ("Alt+O")."""

    label: str
    remark: str
    icon: str
    run: Callable[[], None]
    key: str = ""


class Drawing(QWidget):
    """A sheet with two bars on the water of the canal; `icon` says of what there is nothing yet."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(120, 92)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        paint_box(painter, QRectF(16, 10, 88, 70), colours.colour("surface"), 8, colours.colour("border"), 2)
        icon = QRectF(26, 18, 20, 20)
        paint_icon(painter, icon, self._icon, colours.colour("text3"))
        self._bar(painter, QRectF(26, 46, 34, 9), colours.line("D").soft, colours.line("D").base)
        self._bar(painter, QRectF(42, 60, 48, 9), colours.scheme.accent_soft, colours.scheme.accent)
        self._wave(painter)

    @staticmethod
    def _bar(painter: QPainter, rect: QRectF, soft: str, base: str) -> None:
        paint_box(painter, rect, QColor(soft), 2)
        paint_box(painter, QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(base), 1)

    @staticmethod
    def _wave(painter: QPainter) -> None:
        path = QPainterPath(QPointF(2, 84))
        for step in range(3):
            left = 2 + step * 39.0
            lift = -5 if step % 2 == 0 else 5
            path.cubicTo(left + 13, 84 + lift, left + 26, 84 + lift, left + 39, 84)
        colour = theme().colour("accent")
        colour.setAlphaF(0.6)
        with kept(painter):
            painter.strokePath(path, QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))


class EmptyState(QWidget):
    """The empty page. `ways` beyond the third are refused: a choice of four is a menu."""

    def __init__(
        self,
        title: str,
        sentence: str,
        ways: Sequence[Way] = (),
        *,
        icon_name: str = "inbox",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if len(ways) > MOST_WAYS:
            raise ValueError(f"at most {MOST_WAYS} ways to start, not {len(ways)}")
        self.setObjectName("empty")
        self.setAccessibleName(str(title))
        self.cards: list[ActionCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes.SPACE_4] * 4)
        column.setSpacing(sizes.SPACE_2)
        column.addStretch(2)
        column.addWidget(Drawing(icon_name), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(sizes.SPACE_2)
        self.title, self.sentence = Label(title, "title", wrap=True), Label(sentence, "body", "text2", wrap=True)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(WIDTH)
            column.addLayout(_centred(label))
        self.sentence.setVisible(bool(sentence))
        column.addSpacing(sizes.SPACE_1)
        for way in ways:
            column.addWidget(self._card(way), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _card(self, way: Way) -> ActionCard:
        card = ActionCard(way.label, way.remark, way.icon, way.key)
        card.setFixedWidth(WIDTH)
        card.clicked.connect(way.run)
        self.cards.append(card)
        return card


def _centred(widget: QWidget) -> QHBoxLayout:
    """In the middle, by stretches: an alignment would cut a wrapped label to one line."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def nothing_found(clear: Callable[[], None]) -> EmptyState:
    """The empty state of a list whose filters hide everything."""
    way = Way(_("Filters wissen"), _("Alles weer tonen"), "x", clear)
    return EmptyState(_("Niets gevonden met deze filters"), "", (way,), icon_name="search")
