"""How far the round is: a segment per point, in the colour of what was found there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.schema.listing import Tone
from vaartdesk.ui.painting import paint_box
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

SOLID: Final[Mapping[str, Tone]] = {rounds.OK: "success", rounds.WRONG: "danger", rounds.SKIPPED: "neutral"}
MARK: Final = 3
"""The line below the point one stands at."""
GAP_BELOW: Final = 3
MOST_GAP: Final = 60
"""With more points than this the segments touch."""


class WalkBar(QWidget):
    """`show_way(results, at)`; its spoken name is the tally, set by the owner."""

    def __init__(self) -> None:
        super().__init__()
        self._results: Sequence[str] = ()
        self._at = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, sizes.SPACE_3 + GAP_BELOW + MARK)

    def show_way(self, results: Sequence[str], at: int) -> None:
        """What was found at each point, and where one stands; past the last one is nowhere."""
        self._results, self._at = tuple(results), at
        self.update()

    def segments(self) -> list[QRectF]:
        """Where each point lies: as wide as all others."""
        count = len(self._results)
        gap = sizes.SEGMENT_GAP if count <= MOST_GAP else 0
        wide = (self.width() - gap * (count - 1)) / max(count, 1)
        return [QRectF(n * (wide + gap), 0, wide, sizes.SPACE_3) for n in range(count)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        for number, (rect, result) in enumerate(zip(self.segments(), self._results, strict=True)):
            tone = SOLID.get(result)
            fill = QColor(colours.state(tone).solid) if tone else colours.colour("groove")
            paint_box(painter, rect, fill, sizes.RADIUS_SEGMENT)
            if number == self._at:
                below = QRectF(rect.left(), rect.bottom() + GAP_BELOW, rect.width(), MARK)
                paint_box(painter, below, colours.colour("text1"), MARK / 2)
