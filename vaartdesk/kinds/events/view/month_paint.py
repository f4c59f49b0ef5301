"""How the month looks: days, bars, one-day events, "+3 meer", the ghost of what is dragged. One painter, no widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from vaartdesk.core.colours import Line
from vaartdesk.core.dates import DAYS_SHORT, MONTHS_SHORT, time_text, week_number
from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries.planning import DayMark
from vaartdesk.kinds.events.view.lanes import Overflow, Piece
from vaartdesk.kinds.events.view.month_geometry import GAP, LEFT, LINE, TEXT, WEEK, Geometry
from vaartdesk.kinds.events.view.period import DAYS
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import RIGHT, kept, paint_box, paint_dot, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

TODAY: Final = 22
BAR: Final = 3
DASHED: Final = frozenset({"idee", "optie"})
STRUCK: Final = frozenset({"afgelast"})
GHOST: Final = 0.6
HOLIDAY_LINE: Final = 0.65
SATURDAY: Final = 5
SHORT: Final = {
    _("Eerste "): _("1e "),
    _("Tweede "): _("2e "),
    _("Nieuwjaarsdag"): _("Nieuwjaar"),
    _("Hemelvaartsdag"): _("Hemelvaart"),
}
"""What the names of holidays become beside a day's number."""


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


# --- days ------------------------------------------------------------------------------------------------------------


def paint_days(painter: QPainter, place: Geometry, marks: Callable[[date], tuple[DayMark, ...]], look: Look) -> None:
    """Names of the days, week numbers, cells with their numbers and marks, and the lines between them."""
    _paint_heads(painter, place)
    for day in place.period.days():
        _paint_ground(painter, place, day, marks(day))
    _paint_lines(painter, place)
    for day in place.period.days():
        _paint_head(painter, place, day, marks(day), look)
        _paint_school(painter, place, day, marks(day))


def _paint_heads(painter: QPainter, place: Geometry) -> None:
    colours = theme()
    for column in range(DAYS):
        rect = QRectF(place.x(column) + TEXT, 0, place.x(column + 1) - place.x(column) - TEXT, place.top)
        paint_text(painter, rect, str(DAYS_SHORT[column]), colours.colour("text2"), "meta")
    for week, day in enumerate(list(place.period.days())[::DAYS]):
        rect = QRectF(LEFT, place.y(week) + 4, WEEK - 6, max(20, line_height("body")))
        paint_text(painter, rect, str(week_number(day)), colours.colour("text3"), "micro", align=RIGHT, tabular=True)


def _paint_ground(painter: QPainter, place: Geometry, day: date, marks: Iterable[DayMark]) -> None:
    colours = theme()
    if any(mark.kind == "feestdag" for mark in marks):
        fill = QColor(colours.state("neutral").soft)
    elif day.weekday() >= SATURDAY:
        fill = colours.colour("sunken")
    else:
        fill = colours.colour("surface" if place.period.is_own(day) else "window")
    painter.fillRect(place.cell(day), fill)


def _paint_lines(painter: QPainter, place: Geometry) -> None:
    painter.setPen(QPen(theme().colour("border"), 1))
    grid = place.grid()
    for column in range(DAYS):
        x = place.x(column) + 0.5
        painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()))
    for week in range(place.period.weeks):
        y = place.y(week) + 0.5
        painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))


def _number(place: Geometry, day: date) -> str:
    """`19`; with its month at the edge of another one: `30 nov`."""
    is_edge = day.day == 1 or day == place.period.first
    return f"{day.day} {MONTHS_SHORT[day.month - 1]}" if is_edge and not place.period.is_own(day) else str(day.day)


def _paint_head(painter: QPainter, place: Geometry, day: date, marks: Iterable[DayMark], look: Look) -> None:
    """The number, and beside it what the day is called."""
    colours, cell = theme(), place.cell(day)
    line = QRectF(cell.left() + TEXT, cell.top() + 4, cell.width() - TEXT - 4, max(20.0, line_height("body")))
    text = _number(place, day)
    width = metrics("body", 500, tabular=True).horizontalAdvance(text)
    ink = colours.colour("text1" if place.period.is_own(day) else "text3")
    if day == look.day:
        mark = QRectF(line.left() - 5, line.top(), width + 10, line.height())
        paint_box(painter, mark, colours.colour("selection"), sizes.RADIUS_SMALL)
    if day == look.today:
        centre = QPointF(line.left() + width / 2, line.center().y())
        paint_dot(painter, centre, colours.colour("accent"), max(float(TODAY), width + 6))
        ink = colours.colour("on_accent")
    paint_text(painter, line, text, ink, "body", 500, tabular=True)
    names = [shortened(mark.title) for mark in marks if mark.kind != "schoolvakantie"]
    line.setLeft(line.left() + width + (TEXT if day != look.today else TEXT + 2))
    if names and line.width() > TEXT:
        is_own = place.period.is_own(day)
        paint_text(painter, line, ", ".join(names), colours.colour("text2" if is_own else "text3"), "micro", 500)


def shortened(name: str) -> str:
    """`1e kerstdag`: a cell has room for one word and a number."""
    for long, short in SHORT.items():
        name = name.replace(str(long), str(short))
    return name


def _paint_school(painter: QPainter, place: Geometry, day: date, marks: Iterable[DayMark]) -> None:
    """A line along the lower edge, and the name on the first day."""
    school = [mark for mark in marks if mark.kind == "schoolvakantie"]
    if not school:
        return
    cell = place.cell(day)
    colour = QColor(theme().state("warning").solid)
    colour.setAlphaF(HOLIDAY_LINE)
    painter.fillRect(QRectF(cell.left() + 1, cell.bottom() - LINE, cell.width() - 1, LINE), colour)
    names = [mark.title for mark in school if has_caption(place, day, mark)]
    if names:
        height = line_height("micro")
        rect = QRectF(cell.left() + TEXT, cell.bottom() - LINE - GAP - height, cell.width() - TEXT - 4, height)
        paint_text(painter, rect, ", ".join(names), theme().colour("text3"), "micro")


def has_caption(place: Geometry, day: date, mark: DayMark) -> bool:
    """Whether a school holiday is named on this day: its first, or the first that is shown."""
    return mark.kind == "schoolvakantie" and (mark.is_first or day == place.period.first)


# --- events ----------------------------------------------------------------------------------------------------------


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
    rect, line, shown = place.rect(piece), theme().line(piece.shown.letter), piece.shown
    is_dashed = shown.status in DASHED
    outline = _outline(rect, piece)
    with kept(painter):
        if is_dashed:
            painter.fillPath(outline, theme().colour("surface"))
            pen = QPen(QColor(line.base), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.strokePath(_outline(rect.adjusted(0.5, 0.5, -0.5, -0.5), piece).simplified(), pen)
        else:
            painter.fillPath(outline, QColor(line.soft))
        if is_hovered and not is_dashed:
            edge = _outline(rect.adjusted(0.5, 0.5, -0.5, -0.5), piece).simplified()
            painter.strokePath(edge, QPen(QColor(line.base), 1))
        if piece.begins:
            _paint_bar(painter, rect, outline, line, is_dashed=is_dashed)
    _paint_label(painter, rect, piece, QColor(line.ink), 12 if is_dashed else TEXT)


def _outline(rect: QRectF, piece: Piece) -> QPainterPath:
    """Round at true ends, square where it goes on."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    radius = sizes.RADIUS_SMALL
    path.addRoundedRect(rect, radius, radius)
    if not piece.begins:
        path.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()))
    if not piece.ends:
        path.addRect(QRectF(rect.right() - radius, rect.top(), radius, rect.height()))
    return path


def _paint_bar(painter: QPainter, rect: QRectF, outline: QPainterPath, line: Line, *, is_dashed: bool) -> None:
    if is_dashed:
        bar = QRectF(rect.left() + 4, rect.top() + 4, BAR, rect.height() - 8)
        paint_box(painter, bar, QColor(line.base), 1)
        return
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), QColor(line.base))
    painter.restore()


def _paint_label(painter: QPainter, rect: QRectF, piece: Piece, ink: QColor, inset: float) -> None:
    shown = piece.shown
    if shown.status in STRUCK:
        ink = theme().colour("text3")
    first = line_height("meta") + 4
    inner = rect.adjusted(inset, 0, -4, 0)
    if piece.lanes == 1:
        if shown.is_clashing:
            _paint_triangle(painter, inner)
        _paint_title(painter, inner, piece, ink)
        return
    title = QRectF(inner.left(), inner.top() + 1, inner.width(), first)
    _paint_title(painter, title, piece, ink)
    time = QRectF(inner.left(), title.bottom() - 2, inner.width(), line_height("micro"))
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
    for overflow in overflows:
        rect = place.overflow(overflow)
        keys = {shown.occurrence for shown in overflow.hidden}
        if look.hovered == overflow_name(overflow.day):
            paint_box(painter, rect, theme().colour("hover"), sizes.RADIUS_SMALL)
        text = _("+{n} meer").format(n=len(overflow.hidden))
        paint_text(painter, rect.adjusted(TEXT - 2, 0, 0, 0), str(text), theme().colour("text2"), "meta", 500)
        if look.chosen in keys:
            paint_ring(painter, rect)


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
