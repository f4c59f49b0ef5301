"""The one drawing for every deadline: a segment per working day, the weekends a little apart.

Passed days are filled in accent, or warning when the end is near; today half, paused days hatched at 45°, days past
the end in danger, a finished term in success. Words stand above, dates below; the small form shows the bar alone.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaartdesk.schema.clock_face import TermDay, TermFace
from vaartdesk.schema.listing import Tone
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import CENTRE, LEFT, RIGHT, kept, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

HATCH: Final = 5.0
ABOVE: Final = 6
PASSED: Final[dict[Tone, Tone]] = {"warning": "warning", "success": "success"}


class TermClock(QWidget):
    """The clock of a `TermFace`."""

    def __init__(self, face: TermFace, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = small
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_face(face)

    def face(self) -> TermFace:
        return self._face

    def set_face(self, face: TermFace) -> None:
        self._face = face
        self.setAccessibleName(str(face.sentence))
        self.setToolTip(str(face.sentence) if self._small else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._small:
            return QSize(120, sizes.SEGMENT)
        return QSize(280, round(self._bar_top() + sizes.SEGMENT + self._below()))

    def minimumSizeHint(self) -> QSize:
        return QSize(80 if self._small else 180, self.sizeHint().height())

    def _bar_top(self) -> float:
        return 0.0 if self._small else max(sizes.ICON, line_height()) + ABOVE

    def bar(self) -> QRectF:
        """Where the segments lie."""
        return QRectF(0, self._bar_top(), self.width(), sizes.SEGMENT)

    def _below(self) -> float:
        has_dates = bool(self._face.start or self._face.now or self._face.end)
        return line_height("micro") + sizes.SPACE_1 if has_dates else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = self.bar()
        for segment, rect in zip(self._face.days, segment_rects(self._face.days, bar), strict=True):
            paint_segment(painter, rect, segment, self._face)
        if not self._small:
            self._paint_words(painter)
            self._paint_dates(painter, bar)

    def _paint_words(self, painter: QPainter) -> None:
        face, height = self._face, self._bar_top() - ABOVE
        ink = theme().ink("neutral" if face.tone == "accent" else face.tone)
        paint_icon(painter, QRectF(0, (height - sizes.ICON) / 2, sizes.ICON, sizes.ICON), face.icon, ink)
        line = QRectF(sizes.ICON + 6, 0, self.width() - sizes.ICON - 6, height)
        taken = paint_text(painter, line, str(face.words), ink, "body", 600)
        line.setLeft(line.left() + taken + sizes.SPACE_3)
        paint_text(painter, line, self._detail(line.width()), theme().colour("text3"), "meta", align=RIGHT)

    def _detail(self, room: float) -> str:
        """As many parts of the detail as fit, from the last, which says until when."""
        parts, measure = str(self._face.detail).split(" · "), metrics("meta")
        shown = (" · ".join(parts[first:]) for first in range(len(parts)))
        return next((text for text in shown if measure.horizontalAdvance(text) <= room), "")

    def _paint_dates(self, painter: QPainter, bar: QRectF) -> None:
        face, muted = self._face, theme().colour("text3")
        line = QRectF(0, bar.bottom() + sizes.SPACE_1, bar.width(), line_height("micro"))
        paint_text(painter, line, str(face.start), muted, "micro", align=LEFT)
        paint_text(painter, line, str(face.end), muted, "micro", align=RIGHT)
        if face.now and (now := self._now_rect(bar, line)) is not None:
            paint_text(painter, now, str(face.now), muted, "micro", align=CENTRE)

    def _now_rect(self, bar: QRectF, line: QRectF) -> QRectF | None:
        """Under today's segment, and nowhere when that would touch the dates at the ends."""
        rects = segment_rects(self._face.days, bar)
        found = [rect for segment, rect in zip(self._face.days, rects, strict=True) if segment.part == "today"]
        if not found:
            return None
        measure = metrics("micro")
        width = measure.horizontalAdvance(str(self._face.now)) + 2
        rect = QRectF(found[0].center().x() - width / 2, line.top(), width, line.height())
        low = measure.horizontalAdvance(str(self._face.start)) + sizes.SPACE_2
        high = line.right() - measure.horizontalAdvance(str(self._face.end)) - sizes.SPACE_2
        return rect if low <= rect.left() and rect.right() <= high else None


def segment_rects(segments: tuple[TermDay, ...], bar: QRectF) -> list[QRectF]:
    """The bar shared out: equal days, 3 px apart, 2 px more after a weekend. Long terms lose the gaps, not the days."""
    if not segments:
        return []
    gaps = [0.0] + [sizes.SEGMENT_GAP + (sizes.WEEKEND_GAP if part.after_gap else 0.0) for part in segments[1:]]
    room = bar.width() - sum(gaps)
    if room < 2 * len(segments):
        gaps, room = [0.0] * len(segments), bar.width()
    width, left, rects = room / len(segments), bar.left(), []
    for gap in gaps:
        left += gap
        rects.append(QRectF(left, bar.top(), width, bar.height()))
        left += width
    return rects


def paint_segment(painter: QPainter, rect: QRectF, segment: TermDay, face: TermFace) -> None:
    """One day."""
    state = theme().state
    ahead = QColor(state("neutral").soft)
    solid = QColor(state(PASSED.get(face.tone, "accent")).solid)
    fills = {"passed": solid, "late": QColor(state("danger").solid), "done": QColor(state("success").solid)}
    paint_box(painter, rect, fills.get(segment.part, ahead), sizes.RADIUS_SEGMENT)
    if segment.part == "paused":
        _hatch(painter, rect, QColor(state("neutral").solid))
    elif segment.part == "today":
        with kept(painter):
            painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height()))
            paint_box(painter, rect, solid, sizes.RADIUS_SEGMENT)


def _hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Lines at 45° inside a segment: standing still, readable without colour."""
    path = QPainterPath()
    path.addRoundedRect(rect, sizes.RADIUS_SEGMENT, sizes.RADIUS_SEGMENT)
    with kept(painter):
        painter.setClipPath(path)
        painter.setPen(QPen(colour, 1.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        left = rect.left() - rect.height()
        while left < rect.right():
            painter.drawLine(
                QRectF(left, rect.bottom(), 0, 0).topLeft(), QRectF(left + rect.height(), rect.top(), 0, 0).topLeft()
            )
            left += HATCH
