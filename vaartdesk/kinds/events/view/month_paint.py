"""How the events of a month look: bars, one-day events, "+3 meer", the ghost of what is dragged. One painter, no widgets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from vaartdesk.core.colours import Line
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import time_text
from vaartdesk.core.text import _
from vaartdesk.kinds.events.view.lanes import Overflow, Piece
from vaartdesk.kinds.events.view.month_geometry import TEXT, Geometry
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import SMOOTH, kept, paint_box, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.words import words

BAR: Final = 3
DASHED: Final = frozenset({"idee", "optie"})
STRUCK: Final = frozenset({"afgelast"})
GHOST: Final = 0.6


@dataclass(frozen=True, slots=True)
class Look:
    """What is chosen, pointed at and dragged now."""

    today: date
    chosen: str = ""
    """The occurrence whose record is shown."""
    day: date | None = None
    """The chosen day."""
    focus: tuple[date, str] | None = None
    """Day and occurrence that the keys stand on, while the grid has the focus."""
    hovered: str = ""
    target: date | None = None
    """The day under a dragged event."""
    ghost: tuple[Piece, ...] = ()


def paint_pieces(painter: QPainter, place: Geometry, pieces: Iterable[Piece], look: Look) -> None:
    """Every bar and one-day event, then the ring around the chosen one."""
    ringed = []
    for piece in pieces:
        is_chosen = piece.shown.occurrence == look.chosen
        paint_piece(painter, place, piece, is_hovered=piece.shown.occurrence == look.hovered)
        if is_chosen:
            ringed.append(place.rect(piece).adjusted(-1, -1, 1, 1))
    for rect in ringed:
        paint_ring(painter, rect)


def paint_piece(painter: QPainter, place: Geometry, piece: Piece, *, is_hovered: bool = False) -> None:
    """One piece: soft fill and a bar at its true begin; dashed while it is an idea, struck through when called off."""
    rect, line, is_dashed = place.rect(piece), theme().line(piece.shown.letter), piece.shown.status in DASHED
    painter.setRenderHint(SMOOTH)
    if is_dashed:
        _paint_dashed(painter, rect, piece, line)
    else:
        _paint_filled(painter, rect, piece, line, is_hovered=is_hovered)
    _paint_label(painter, place, rect, piece, QColor(line.ink), 12 if is_dashed else TEXT)


def _paint_dashed(painter: QPainter, rect: QRectF, piece: Piece, line: Line) -> None:
    painter.fillPath(_outline(rect, piece), theme().colour("surface"))
    pen = QPen(QColor(line.base), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    painter.strokePath(_edge(rect, piece), pen)
    if piece.begins:
        paint_box(painter, QRectF(rect.left() + 4, rect.top() + 4, BAR, rect.height() - 8), QColor(line.base), 1)


def _paint_filled(painter: QPainter, rect: QRectF, piece: Piece, line: Line, *, is_hovered: bool) -> None:
    outline = _outline(rect, piece)
    painter.fillPath(outline, QColor(line.soft))
    if is_hovered:
        painter.strokePath(_edge(rect, piece), QPen(QColor(line.base), 1))
    if piece.begins:
        painter.setClipRect(QRectF(rect.left(), rect.top(), BAR, rect.height()))
        painter.fillPath(outline, QColor(line.base))
        painter.setClipping(False)


def _outline(rect: QRectF, piece: Piece) -> QPainterPath:
    """Round at true ends, square where it goes on."""
    path, radius = QPainterPath(), float(sizes.RADIUS_SMALL)
    if piece.begins and piece.ends:
        path.addRoundedRect(rect, radius, radius)
        return path
    left, top, right, bottom, side = rect.left(), rect.top(), rect.right(), rect.bottom(), 2 * radius
    if piece.begins:
        path.moveTo(left + radius, bottom)
        path.arcTo(left, bottom - side, side, side, 270, -90)
        path.arcTo(left, top, side, side, 180, -90)
    else:
        path.moveTo(left, bottom)
        path.lineTo(left, top)
    if piece.ends:
        path.arcTo(right - side, top, side, side, 90, -90)
        path.arcTo(right - side, bottom - side, side, side, 0, -90)
    else:
        path.lineTo(right, top)
        path.lineTo(right, bottom)
    path.closeSubpath()
    return path


def _edge(rect: QRectF, piece: Piece) -> QPainterPath:
    """The middle of a line of one pixel inside the outline."""
    return _outline(rect.adjusted(0.5, 0.5, -0.5, -0.5), piece)


def _paint_label(painter: QPainter, place: Geometry, rect: QRectF, piece: Piece, ink: QColor, inset: float) -> None:
    shown = piece.shown
    if shown.status in STRUCK:
        ink = theme().colour("text3")
    inner = rect.adjusted(inset, 0, -4, 0)
    if piece.lanes == 1:
        if shown.is_clashing:
            _paint_triangle(painter, inner)
        _paint_title(painter, inner, piece, ink)
        return
    title = QRectF(inner.left(), inner.top() + 1, inner.width(), place.frame.title)
    _paint_title(painter, title, piece, ink)
    time = QRectF(inner.left(), title.bottom() - 2, inner.width(), place.frame.caption)
    if shown.is_clashing:
        _paint_triangle(painter, time)
    paint_text(painter, time, time_text(shown.starts_at), ink, "micro", tabular=True)


def _paint_title(painter: QPainter, rect: QRectF, piece: Piece, ink: QColor) -> None:
    taken = paint_text(painter, rect, piece.shown.title, ink, "meta", 500)
    if piece.shown.status in STRUCK:
        y = round(rect.center().y()) + 0.5
        painter.setPen(QPen(ink, 1))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.left() + min(taken, rect.width()), y))


def _paint_triangle(painter: QPainter, line: QRectF) -> None:
    """A danger triangle at the left of a line, which goes on beside it."""
    side = sizes.ICON_CHIP
    spot = QRectF(line.left(), line.center().y() - side / 2, side, side)
    paint_icon(painter, spot, "triangle-alert", theme().ink("danger"))
    line.setLeft(spot.right() + 4)


def paint_overflows(painter: QPainter, place: Geometry, overflows: Iterable[Overflow], look: Look) -> None:
    """Where a day has no room, "+3 meer": ringed while the keys stand on one of those events."""
    template, placed = str(_("+{n} meer")), []
    for overflow in overflows:
        rect = place.overflow(overflow)
        if look.hovered and look.hovered == overflow_name(overflow.day):
            paint_box(painter, rect, theme().colour("hover"), sizes.RADIUS_SMALL)
        if look.chosen and any(shown.occurrence == look.chosen for shown in overflow.hidden):
            paint_ring(painter, rect)
        placed.append((rect.adjusted(TEXT - 2, 0, 0, 0), template.format(n=len(overflow.hidden))))
    words("meta", 500).paint_all(painter, placed, theme().colour("text2"))


def overflow_name(day: date) -> str:
    """What `Look.hovered` is while the pointer is on the "+3 meer" of a day."""
    return f"+{day.isoformat()}"


# --- what is under way -----------------------------------------------------------------------------------------------


def paint_focus(painter: QPainter, place: Geometry, look: Look) -> None:
    """The ring inside the day that the keys stand on."""
    if look.focus is not None and not look.focus[1]:
        paint_ring(painter, place.cell(look.focus[0]).adjusted(2, 2, -1, -1))


def paint_drag(painter: QPainter, place: Geometry, look: Look) -> None:
    """The dragged event where it would come, see-through, and the day it would come to outlined."""
    if look.target is None:
        return
    with kept(painter):
        painter.setOpacity(GHOST)
        for piece in look.ghost:
            paint_piece(painter, place, piece)
    cell = place.cell(look.target).adjusted(1, 1, 0, 0)
    paint_box(painter, cell, None, sizes.RADIUS_FIELD, theme().colour("accent"), 2)
