"""How a pin looks: a drop in the colour of lateness, a square in the ink of a theme line, a count where it is several."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from vaartdesk.schema.listing import Tone
from vaartdesk.ui.icons import pixmap
from vaartdesk.ui.map.pins import Cluster, Pin
from vaartdesk.ui.painting import CENTRE, kept, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics, told_font
from vaartdesk.ui.theme.theme import theme

SIDE: Final = 30.0
"""A pin is so wide."""
TIP: Final = 5.0
"""So far the tip of a drop reaches below its disc."""
EDGE: Final = 2.0
REACH: Final = 48.0
"""No mark, with ring and count, reaches farther than this from its point."""
COUNT: Final = 16.0
ASIDE: Final = 3.0
"""So far a square stands beside its point."""


def box_of(pin: Pin, at: QPointF) -> QRectF:
    """The box of a pin's body when its point is ``at`` (pixels): above it for a drop, right below it for a square.

    So a drop and a square on one spot stand beside each other.
    """
    if pin.line:
        return QRectF(at.x() + ASIDE, at.y() - SIDE / 4, SIDE, SIDE)
    return QRectF(at.x() - SIDE / 2, at.y() - SIDE - TIP, SIDE, SIDE)


def paint_mark(painter: QPainter, cluster: Cluster, at: QPointF, *, is_chosen: bool, ratio: float) -> None:
    """One mark, its point at ``at`` in pixels."""
    pin, box = cluster.face, box_of(cluster.face, at)
    scheme = theme().scheme
    look = (theme().line(pin.line).ink, scheme.badge_letter) if pin.line else _colours(pin.tone)
    ground = scheme.surface
    picture = _picture(bool(pin.line), pin.is_hollow, *look, ground, pin.icon, ratio)
    painter.drawPixmap(QPointF(box.left() - EDGE, box.top() - EDGE), picture)
    if len(cluster.pins) > 1:
        _paint_count(painter, box, len(cluster.pins), ratio)
    if is_chosen:
        _paint_ring(painter, box, is_square=bool(pin.line))


def _colours(tone: Tone) -> tuple[str, str]:
    """Fill and icon of a lateness."""
    return theme().state(tone).solid, theme().scheme.on_accent


@lru_cache(maxsize=400)
def _picture(is_square: bool, is_hollow: bool, fill: str, ink: str, ground: str, icon: str, ratio: float) -> QPixmap:
    """Body, edge and icon, drawn once per look and per sharpness of the screen."""
    wide, high = SIDE + 2 * EDGE, SIDE + TIP + 2 * EDGE
    made = QPixmap(round(wide * ratio), round(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body, box = _body(is_square), QRectF(EDGE, EDGE, SIDE, SIDE)
    painter.strokePath(
        body, QPen(QColor(ground), 2 * EDGE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.fillPath(body, QColor(ground if is_hollow else fill))
    if is_hollow:
        painter.setClipPath(body)
        painter.strokePath(body, QPen(QColor(fill), 2 * EDGE, Qt.PenStyle.DashLine))
        painter.setClipping(False)
    if icon:
        left = box.center().x() - sizes.ICON / 2
        top = box.center().y() - sizes.ICON / 2
        painter.drawPixmap(QPointF(left, top), pixmap(icon, QColor(fill if is_hollow else ink), sizes.ICON, ratio))
    painter.end()
    return made


def _body(is_square: bool) -> QPainterPath:
    path = QPainterPath()
    box = QRectF(EDGE, EDGE, SIDE, SIDE)
    if is_square:
        path.addRoundedRect(box.adjusted(1, 1, -1, -1), sizes.RADIUS, sizes.RADIUS)
        return path
    path.addEllipse(box.adjusted(1, 1, -1, -1))
    tip = QPainterPath(QPointF(box.center().x() - 8, box.bottom() - 5))
    tip.lineTo(box.center().x(), box.bottom() + TIP)
    tip.lineTo(box.center().x() + 8, box.bottom() - 5)
    tip.closeSubpath()
    return path.united(tip)


def _paint_count(painter: QPainter, box: QRectF, count: int, ratio: float) -> None:
    scheme = theme().scheme
    text = str(count) if count < 1000 else "999+"
    pill = _pill(text, scheme.surface, scheme.line, scheme.text1, told_font(), ratio)
    painter.drawPixmap(QPointF(box.right() - COUNT / 2 - 1, box.top() - COUNT / 2 + 1), pill)


@lru_cache(maxsize=400)
def _pill(text: str, fill: str, edge: str, ink: str, _font: str, ratio: float) -> QPixmap:
    """A count on its ground, drawn once per number."""
    width = max(COUNT, metrics("micro", 600).horizontalAdvance(text) + sizes.SPACE_2)
    made = QPixmap(round(width * ratio), round(COUNT * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter, pill = QPainter(made), QRectF(0, 0, width, COUNT)
    paint_box(painter, pill, QColor(fill), COUNT / 2, QColor(edge))
    paint_text(painter, pill.adjusted(-2, 0, 2, 0), text, QColor(ink), "micro", 600, align=CENTRE)
    painter.end()
    return made


def _paint_ring(painter: QPainter, box: QRectF, *, is_square: bool) -> None:
    """The ring around what is chosen, 2 px with a gap."""
    out = EDGE + sizes.FOCUS_GAP + sizes.FOCUS_RING
    ring = box.adjusted(-out, -out, out, out if is_square else out + TIP / 2)
    with kept(painter):
        painter.setPen(QPen(theme().colour("focus"), sizes.FOCUS_RING + 0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_square:
            painter.drawRoundedRect(ring, sizes.RADIUS + out, sizes.RADIUS + out)
        else:
            painter.drawEllipse(ring)
