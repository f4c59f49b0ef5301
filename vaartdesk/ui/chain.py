"""Where a record came from and where it went: chips joined by arrows, the own record in accent; a click opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.listing import Chip
from vaartdesk.ui.flow_layout import FlowLayout
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import CHIP, chip_height, chip_width, paint_box, paint_chip
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme


@dataclass(frozen=True, slots=True)
class Link:
    """One record of the chain; `after_arrow` joins it to the one before, `is_own` is the record shown."""

    id: str
    label: str
    icon: str = ""
    is_own: bool = False
    after_arrow: bool = True


class ChainChip(Ringed, QAbstractButton):
    """One link, a chip of 20 in a target of 28."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self._chip = Chip(link.label, link.icon, "accent" if link.is_own else "neutral")
        self.setAccessibleName(str(link.label))
        self.setEnabled(not link.is_own)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if link.is_own else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._chip)), max(sizes.TARGET_LEAST, round(chip_height(CHIP))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height = QPainter(self), chip_height(CHIP)
        rect = QRectF(0, (self.height() - height) / 2, self.width(), height)
        paint_chip(painter, rect, self._chip)
        if self.underMouse() and self.isEnabled():
            paint_box(painter, rect, None, sizes.RADIUS_SMALL, theme().ink("neutral"))


class Arrow(QWidget):
    """The arrow between two links."""

    def sizeHint(self) -> QSize:
        return QSize(sizes.ICON_INLINE + sizes.SPACE_1, sizes.TARGET_LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = sizes.ICON_INLINE
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), rect, "arrow-right", theme().colour("text3"))


class Chain(QWidget):
    """The chain; `opened(id)` comes when a link is chosen."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chain")
        self.setAccessibleName(str(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(gap=6, line_gap=0)
        column.addLayout(self._flow)

    def set_links(self, links: Sequence[Link]) -> None:
        """Show these from left to right."""
        self._flow.clear()
        for number, link in enumerate(links):
            if number and link.after_arrow:
                self._flow.addWidget(Arrow())
            chip = ChainChip(link)
            chip.clicked.connect(lambda _checked=False, target=link.id: self.opened.emit(target))
            self._flow.addWidget(chip)
        self.updateGeometry()
