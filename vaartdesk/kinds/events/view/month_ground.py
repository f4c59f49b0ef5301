"""What lies under the events of a month: names of the days, week numbers, cells with their numbers and marks, lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vaartdesk.core.dates import DAYS_SHORT, MONTHS_SHORT, week_number
from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries.planning import DayMark
from vaartdesk.kinds.events.view.month_geometry import GAP, LEFT, LINE, TEXT, WEEK, Geometry
from vaartdesk.kinds.events.view.period import DAYS
from vaartdesk.ui.painting import paint_box, paint_dot, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.words import END, words

TODAY: Final = 22
HOLIDAY_LINE: Final = 0.65
SATURDAY: Final = 5
SHORT: Final = {
    _("Eerste "): _("1e "),
    _("Tweede "): _("2e "),
    _("Nieuwjaarsdag"): _("Nieuwjaar"),
    _("Hemelvaartsdag"): _("Hemelvaart"),
}
"""What the names of holidays become beside a day's number."""

Marked = Sequence[tuple[date, QRectF, QRectF, tuple[DayMark, ...]]]
"""The days that are shown, each with its cell, the line with its number, and what is special about it."""


def paint_days(
    painter: QPainter,
    place: Geometry,
    marks: Callable[[date], tuple[DayMark, ...]],
    today: date,
    chosen: date | None,
) -> None:
    """The whole ground; today's number stands on a disc, that of the chosen day on a box."""
    frame = place.frame
    boxes = zip(place.period.days(), frame.cells, frame.heads, strict=True)
    days = [(day, cell, head, marks(day)) for day, cell, head in boxes]
    _paint_heads(painter, place)
    _paint_grounds(painter, place, days)
    _paint_lines(painter, place)
    _paint_current(painter, place, today, chosen)
    _paint_numbers(painter, place, days, today)
    _paint_school(painter, place, days)


def _paint_heads(painter: QPainter, place: Geometry) -> None:
    colours, names = theme(), []
    for column in range(DAYS):
        rect = QRectF(place.x(column) + TEXT, 0, place.x(column + 1) - place.x(column) - TEXT, place.frame.top)
        names.append((rect, str(DAYS_SHORT[column])))
    words("meta").paint_all(painter, names, colours.colour("text2"))
    weeks = [
        (QRectF(LEFT, head.top(), WEEK - 6, head.height()), str(week_number(place.first + timedelta(week * DAYS))))
        for week, head in enumerate(place.frame.heads[::DAYS])
    ]
    words("micro", tabular=True).paint_all(painter, weeks, colours.colour("text3"), END)


def _paint_grounds(painter: QPainter, place: Geometry, days: Marked) -> None:
    colours = theme()
    free, weekend = QColor(colours.state("neutral").soft), colours.colour("sunken")
    own, other = colours.colour("surface"), colours.colour("window")
    month = place.period.month
    for day, cell, _head, marks in days:
        if marks and any(mark.kind == "feestdag" for mark in marks):
            painter.fillRect(cell, free)
        elif day.weekday() >= SATURDAY:
            painter.fillRect(cell, weekend)
        else:
            painter.fillRect(cell, own if day.month == month else other)


def _paint_lines(painter: QPainter, place: Geometry) -> None:
    painter.setPen(QPen(theme().colour("border"), 1))
    grid = place.grid()
    down = [QLineF(x + 0.5, grid.top(), x + 0.5, grid.bottom()) for x in place.frame.xs[:-1]]
    painter.drawLines(down + [QLineF(grid.left(), y + 0.5, grid.right(), y + 0.5) for y in place.frame.ys[:-1]])


def _number(place: Geometry, day: date) -> str:
    """`19`; with its month at the edge of another one: `30 nov`."""
    is_edge = (day.day == 1 or day == place.first) and day.month != place.period.month
    return f"{day.day} {MONTHS_SHORT[day.month - 1]}" if is_edge else str(day.day)


def _paint_current(painter: QPainter, place: Geometry, today: date, chosen: date | None) -> None:
    """The box behind the number of the chosen day, the disc behind that of today."""
    numbers = words("body", 500, tabular=True)
    for day, is_today in ((chosen, False), (today, True)):
        if day is None or not place.period.shows(day):
            continue
        line, width = place.frame.heads[(day - place.first).days], numbers.width(_number(place, day))
        if is_today:
            centre = QPointF(line.left() + width / 2, line.center().y())
            paint_dot(painter, centre, theme().colour("accent"), max(float(TODAY), width + 6))
        else:
            mark = QRectF(line.left() - 5, line.top(), width + 10, line.height())
            paint_box(painter, mark, theme().colour("selection"), sizes.RADIUS_SMALL)


def _paint_numbers(painter: QPainter, place: Geometry, days: Marked, today: date) -> None:
    """The number of each day: those of the month itself, those around it, and today's on its disc."""
    numbers, colours, month = words("body", 500, tabular=True), theme(), place.period.month
    own, other, on_disc = list[tuple[QRectF, str]](), list[tuple[QRectF, str]](), list[tuple[QRectF, str]]()
    for day, _cell, head, marks in days:
        group = on_disc if day == today else own if day.month == month else other
        group.append((head, _number(place, day)))
        names = marks and [shortened(mark.title) for mark in marks if mark.kind != "schoolvakantie"]
        if names:
            taken = numbers.width(_number(place, day)) + (TEXT + 2 if day == today else TEXT)
            ink = colours.colour("text2" if day.month == month else "text3")
            _paint_names(painter, head.adjusted(taken, 0, 0, 0), ", ".join(names), ink)
    for group, role in ((own, "text1"), (other, "text3"), (on_disc, "on_accent")):
        numbers.paint_all(painter, group, colours.colour(role))


def _paint_names(painter: QPainter, room: QRectF, names: str, ink: QColor) -> None:
    """What the day is called, beside its number."""
    if room.width() > TEXT:
        paint_text(painter, room, names, ink, "micro", 500)


def shortened(name: str) -> str:
    """`1e kerstdag`: a cell has room for one word and a number."""
    for long, short in SHORT.items():
        name = name.replace(str(long), str(short))
    return name


def _paint_school(painter: QPainter, place: Geometry, days: Marked) -> None:
    """A line along the lower edge, and the name on the first day."""
    colour = QColor(theme().state("warning").solid)
    colour.setAlphaF(HOLIDAY_LINE)
    for day, cell, _head, marks in days:
        school = marks and [mark for mark in marks if mark.kind == "schoolvakantie"]
        if not school:
            continue
        painter.fillRect(QRectF(cell.left() + 1, cell.bottom() - LINE, cell.width() - 1, LINE), colour)
        names = [mark.title for mark in school if has_caption(place, day, (mark,))]
        if names:
            top = cell.bottom() - LINE - GAP - place.frame.caption
            rect = QRectF(cell.left() + TEXT, top, cell.width() - TEXT - 4, place.frame.caption)
            paint_text(painter, rect, ", ".join(names), theme().colour("text3"), "micro")


def has_caption(place: Geometry, day: date, marks: Iterable[DayMark]) -> bool:
    """Whether a school holiday is named on this day: its first, or the first that is shown."""
    return any(mark.kind == "schoolvakantie" and (mark.is_first or day == place.first) for mark in marks)
