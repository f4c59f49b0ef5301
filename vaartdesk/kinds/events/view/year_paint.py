"""How the year looks: where is it full? Text stays readable on the darkest week."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vaartdesk.core.dates import DAYS_SHORT, MONTHS
from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries.planning import DayMark
from vaartdesk.kinds.events.view.pressure import FULL, WORDS, Week
from vaartdesk.kinds.events.view.year_geometry import CAP, NUMBERS, UNDERLINE, YearGeometry
from vaartdesk.ui.painting import CENTRE, RIGHT, kept, paint_box, paint_dot, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme

TINTS: Final = {False: (0.0, 0.10, 0.24, 0.44, 0.70), True: (0.0, 0.10, 0.20, 0.34, 0.50)}
BARS: Final = (0.0, 0.35, 0.5, 0.7, 1.0)
DOT: Final = 4.0
EVERY: Final = 4
HIGHEST: Final = 10
"""A bar of so many events has the full height; a fuller year stretches it."""

Marks = Callable[[date], tuple[DayMark, ...]]


@dataclass(frozen=True, slots=True)
class YearLook:
    """Today, and the weeks (by Monday) that are pointed at and that the keys stand on."""

    today: date
    hovered: date | None = None
    focus: date | None = None


def paint_year(painter: QPainter, place: YearGeometry, marks: Marks, look: YearLook) -> None:
    """All of it."""
    _paint_strip(painter, place, marks)
    for month in range(1, 13):
        _paint_card(painter, place, month)
    for week in place.year.around.values():
        _paint_week(painter, place, week, look)
    for month in range(1, 13):
        for number in range(monthrange(place.year.year, month)[1]):
            _paint_day(painter, place, date(place.year.year, month, number + 1), marks, look)
    _paint_legend(painter, place)
    if look.focus is not None:
        for rect in place.spans(look.focus).values():
            paint_ring(painter, rect.adjusted(-1, 0, 1, 0), sizes.RADIUS_FIELD)


def _accent(alpha: float) -> QColor:
    colour = theme().colour("accent")
    colour.setAlphaF(alpha)
    return colour


# --- the strip -------------------------------------------------------------------------------------------------------


def _paint_strip(painter: QPainter, place: YearGeometry, marks: Marks) -> None:
    """A bar per week, school holidays below; what makes a week very busy is told by name above the bars."""
    highest = max(HIGHEST, *(week.count for week in place.year.weeks))
    bars = [_bar(place, number, highest) for number in range(len(place.year.weeks))]
    for week, bar in zip(place.year.weeks, bars, strict=True):
        paint_box(painter, bar, _accent(BARS[week.level]), sizes.RADIUS_SEGMENT)
        if week.level == FULL:
            painter.fillRect(QRectF(bar.left(), bar.top(), bar.width(), CAP), QColor(theme().state("danger").solid))
        if any(mark.kind == "schoolvakantie" for mark in marks(week.first)):
            line = QRectF(bar.left() - 1, bar.bottom() + 3, bar.width() + 3, UNDERLINE)
            painter.fillRect(line, QColor(theme().state("warning").solid))
        if week.number % EVERY == 1:
            label = QRectF(bar.left() - 6, place.labels.top(), bar.width() + 12, place.labels.height())
            paint_text(painter, label, str(week.number), theme().colour("text3"), "micro", align=CENTRE, tabular=True)
    for rect, name in causes(place, bars):
        paint_text(painter, rect, name, theme().colour("text1"), "micro", 600)


def _bar(place: YearGeometry, number: int, highest: int) -> QRectF:
    column = place.bar(number)
    height = column.height() * place.year.weeks[number].count / highest
    return QRectF(column.left(), column.bottom() - height, column.width(), height)


def causes(place: YearGeometry, bars: Sequence[QRectF]) -> list[tuple[QRectF, str]]:
    """Where the names of what makes weeks full stand: the fullest first, above every bar below it, none over another."""
    found: list[tuple[QRectF, str]] = []
    full = [(week, bar) for week, bar in zip(place.year.weeks, bars, strict=True) if week.level == FULL]
    for week, bar in sorted(full, key=lambda pair: -pair[0].count):
        width = metrics("micro", 600).horizontalAdvance(week.cause) + 2
        left = min(max(bar.center().x() - width / 2, place.bars.left()), place.bars.right() - width)
        below = [other.top() for other in bars if other.right() > left and other.left() < left + width]
        height = place.names.height()
        rect = QRectF(left, max(0.0, min(below) - height), width, height)
        if all(not rect.adjusted(-4, 0, 4, 0).intersects(other) for other, _name in found):
            found.append((rect, week.cause))
    return found


# --- months ----------------------------------------------------------------------------------------------------------


def _paint_card(painter: QPainter, place: YearGeometry, month: int) -> None:
    """Name, how many events, the letters of the days."""
    colours, card = theme(), place.card(month)
    paint_box(painter, card, colours.colour("surface"), sizes.RADIUS, colours.colour("border"))
    head = QRectF(card.left() + NUMBERS + 4, card.top() + 2, card.width() - NUMBERS - 14, place.head)
    paint_text(painter, head, str(MONTHS[month - 1]).capitalize(), colours.colour("text1"), "body", 600)
    count = place.year.months[month - 1]
    if count:
        paint_text(painter, head, str(count), colours.colour("text3"), "meta", align=RIGHT)
    row = place.row(month, 0)
    width = row.width() / len(DAYS_SHORT)
    for number, name in enumerate(DAYS_SHORT):
        letter = QRectF(row.left() + number * width, row.top() - place.letters, width, place.letters)
        paint_text(painter, letter, str(name)[0], colours.colour("text3"), "micro", align=CENTRE)


def _paint_week(painter: QPainter, place: YearGeometry, week: Week, look: YearLook) -> None:
    """The tint of a whole week, and its number."""
    tint = TINTS[theme().is_dark][week.level]
    for month, rect in place.spans(week.first).items():
        soft = rect.adjusted(0, 1, 0, -1)
        if tint:
            paint_box(painter, soft, _accent(tint), sizes.RADIUS_FIELD)
        if week.first == look.hovered:
            paint_box(painter, soft, None, sizes.RADIUS_FIELD, theme().colour("accent"))
        card = place.card(month)
        number = QRectF(card.left() + 2, rect.top(), NUMBERS - 7, rect.height())
        paint_text(painter, number, str(week.number), theme().colour("text3"), "micro", align=RIGHT, tabular=True)


def _paint_day(painter: QPainter, place: YearGeometry, day: date, marks: Marks, look: YearLook) -> None:
    colours, cell = theme(), place.cell(day)
    own = marks(day)
    ink, weight = colours.colour("text1"), 400
    centre = cell.center()
    side = min(cell.width(), cell.height()) - 1
    if any(mark.kind == "schoolvakantie" for mark in own):
        line = QRectF(cell.left(), cell.bottom() - UNDERLINE - 1, cell.width(), UNDERLINE)
        painter.fillRect(line, QColor(colours.state("warning").solid))
    if day in place.year.days:
        paint_dot(
            painter,
            QPointF(centre.x(), cell.bottom() - max(3.0, cell.height() / 6)),
            QColor(colours.line("D").base),
            DOT,
        )
    if day == look.today:
        paint_dot(painter, centre, colours.colour("accent"), side)
        ink, weight = colours.colour("on_accent"), 600
    elif any(mark.kind == "feestdag" for mark in own):
        paint_dot(painter, centre, colours.colour("surface"), side)
        _paint_ring(painter, centre, side)
        weight = 600
    paint_text(painter, cell, str(day.day), ink, "micro", weight, align=CENTRE, tabular=True)


def _paint_ring(painter: QPainter, centre: QPointF, side: float) -> None:
    with kept(painter):
        painter.setPen(QPen(QColor(theme().state("danger").solid), 1.25))
        painter.drawEllipse(centre, side / 2 - 1, side / 2 - 1)


# --- the legend ------------------------------------------------------------------------------------------------------


def _paint_legend(painter: QPainter, place: YearGeometry) -> None:
    colours, row = theme(), place.legend
    left, middle = row.left(), row.center().y()
    for level in range(1, FULL + 1):
        paint_box(painter, QRectF(left, middle - 5, 16, 10), _accent(TINTS[colours.is_dark][level]), 2)
        left = _word(painter, row, left + 22, str(WORDS[level]))
    paint_dot(painter, QPointF(left + 4, middle), QColor(colours.line("D").base), DOT + 1)
    left = _word(painter, row, left + 14, str(_("evenement")))
    painter.fillRect(QRectF(left, middle - 1, 16, UNDERLINE), QColor(colours.state("warning").solid))
    left = _word(painter, row, left + 22, str(_("schoolvakantie")))
    _paint_ring(painter, QPointF(left + 6, middle), 13)
    left = _word(painter, row, left + 18, str(_("feestdag")))
    rest = QRectF(left, row.top(), row.right() - left, row.height())
    hint = str(_("Klik een week om die te openen"))
    if metrics("meta").horizontalAdvance(hint) < rest.width():
        paint_text(painter, rest, hint, colours.colour("text3"), "meta", align=RIGHT)


def _word(painter: QPainter, row: QRectF, left: float, word: str) -> float:
    """A word of the legend; answers where the next thing begins."""
    rect = QRectF(left, row.top(), row.right() - left, row.height())
    return left + paint_text(painter, rect, word, theme().colour("text2"), "meta") + sizes.SPACE_4
