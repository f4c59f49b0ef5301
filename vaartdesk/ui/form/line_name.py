"""The theme line of a record, at its head: badge and name in ink, and small badges of the other lines; a click changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.listing import Badge
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.painting import paint_badge, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

GAP = sizes.SPACE_2


@dataclass(frozen=True)
class LinesShown:
    """The theme line of a record (None: it belongs to none) and the others it touches."""

    own: Badge | None = None
    others: Sequence[Badge] = ()


class LineName(Ringed, QAbstractButton):
    """See the module; hidden for a record of no line. Its tooltip tells the names of the small badges.

    ``is_fixed``: it only tells.
    """

    def __init__(self, *, is_fixed: bool = False) -> None:
        super().__init__()
        self.setObjectName("lineName")
        self._lines = LinesShown()
        self.setEnabled(not is_fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_fixed else Qt.FocusPolicy.StrongFocus)
        if not is_fixed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def tell(self, lines: LinesShown) -> None:
        """Show these."""
        self._lines = lines
        badges = [badge for badge in (lines.own, *lines.others) if badge is not None]
        told = ", ".join(f"{badge.letter} {badge.name}" for badge in badges)
        self.setAccessibleName(str(_("Themalijn: {lines}")).format(lines=told))
        self.setToolTip(told)
        self.setVisible(lines.own is not None)
        self.updateGeometry()
        self.update()

    def _name(self) -> str:
        return self._lines.own.name if self._lines.own is not None else ""

    def _others_width(self) -> int:
        return len(self._lines.others) * (sizes.BADGE_SMALL + GAP)

    def sizeHint(self) -> QSize:
        name = metrics("meta", 500).horizontalAdvance(self._name())
        width = sizes.BADGE + GAP + round(name) + 2 + self._others_width()
        return QSize(width, round(max(sizes.TARGET_LEAST, line_height("meta"))))

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.BADGE, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        own = self._lines.own
        if own is None:
            return
        painter, middle = QPainter(self), self.height() / 2
        left = paint_badge(painter, 0, middle, own) + GAP
        colour = theme().colour(own.letter if own.letter in theme().scheme.lines else "text2")
        room = QRectF(left, 0, max(0, self.width() - left - self._others_width()), self.height())
        left += paint_text(painter, room, own.name, colour, "meta", 500) + GAP
        for badge in self._lines.others:
            left += paint_badge(painter, left, middle, badge, small=True) + GAP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
