"""What a page shows when there is nothing: one drawing, one sentence, at most three ways to start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.ui.card import ActionCard
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.kind_words import new_label
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
            column.addLayout(_centred(label))
        self.sentence.setVisible(bool(sentence))
        column.addSpacing(sizes.SPACE_1)
        for way in ways:
            column.addLayout(_centred(self._card(way)))
        column.addStretch(3)

    def _card(self, way: Way) -> ActionCard:
        card = ActionCard(way.label, way.remark, way.icon, way.key)
        card.clicked.connect(way.run)
        self.cards.append(card)
        return card


def _centred(widget: QWidget) -> QHBoxLayout:
    """In the middle, as wide as is agreeable or as there is room, by stretches: an alignment would cut a wrapped label."""
    widget.setMaximumWidth(WIDTH)
    row = QHBoxLayout()
    row.addStretch(0)
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row


class PageOrNothing(QStackedWidget):
    """A page of a kind's records, and in its place, while there is no record at all, how to begin: with a first one, or
    where ``read_in`` is given with a file.
    """

    def __init__(
        self, page: QWidget, kind: Kind, add: Callable[[], None], read_in: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self._kind, self._add, self._read_in = kind, add, read_in
        self.addWidget(page)

    def tell(self, *, is_empty: bool) -> None:
        """Whether there is any."""
        if is_empty and self.count() == 1:
            self.addWidget(none_yet(self._kind, self._add, self._read_in))
        self.setCurrentIndex(int(is_empty))


def none_chosen(kind: Kind) -> EmptyState:
    """What stands where a record would be, while none is chosen."""
    title = str(_("Geen {label} gekozen")).format(label=kind.label)
    told = _("Kies er een, dan staat hier alles wat erbij hoort. {new}: Ctrl+N.").format(new=new_label(kind))
    return EmptyState(title, str(told), icon_name=kind.icon)


def none_yet(kind: Kind, add: Callable[[], None], read_in: Callable[[], None] | None = None) -> EmptyState:
    """A page of which there is nothing yet: how to begin."""
    title = str(_("Nog geen {plural}")).format(plural=kind.plural)
    ways = [Way(new_label(kind), str(_("De eerste begint hier")), "plus", add, "Ctrl+N")]
    if read_in is not None:
        ways.append(Way(str(_("Importeren")), str(_("Uit een bestand dat er al is")), "upload", read_in, "Alt+I"))
    return EmptyState(title, str(_("Wat je toevoegt, staat daarna in deze lijst.")), ways, icon_name=kind.icon)
