"""How the year looks: where is it full? Text stays readable on the darkest week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import DAYS_SHORT, MONTHS
from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries.planning import DayMark
from vaartdesk.kinds.events.view.pressure import FULL, WORDS
from vaartdesk.kinds.events.view.year_geometry import CAP, NUMBERS, UNDERLINE, YearGeometry
from vaartdesk.ui.painting import RIGHT, kept, paint_box, paint_dot, paint_dots, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.words import END, MIDDLE, words

TINTS: Final = {False: (0.0, 0.10, 0.24, 0.44, 0.70), True: (0.0, 0.10, 0.20, 0.34, 0.50)}
BARS: Final = (0.0, 0.35, 0.5, 0.7, 1.0)
DOT: Final = 4.0
EVERY: Final = 4

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
    _paint_cards(painter, place)
    _paint_weeks(painter, place, look)
    _paint_days(painter, place, marks, look)
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
    colours, numbers = theme(), words("micro", tabular=True)
    tints, ink = [_accent(alpha) for alpha in BARS], colours.colour("text3")
    cap, school = QColor(colours.state("danger").solid), QColor(colours.state("warning").solid)
    bars = place.strip()
    for week, bar in zip(place.year.weeks, bars, strict=True):
        if week.level:
            paint_box(painter, bar, tints[week.level], sizes.RADIUS_SEGMENT)
        if week.level == FULL:
            painter.fillRect(QRectF(bar.left(), bar.top(), bar.width(), CAP), cap)
        if is_marked(marks(week.first), "schoolvakantie"):
            painter.fillRect(QRectF(bar.left() - 1, bar.bottom() + 3, bar.width() + 3, UNDERLINE), school)
        if week.number % EVERY == 1:
            label = QRectF(bar.left() - 6, place.labels.top(), bar.width() + 12, place.labels.height())
            numbers.paint(painter, label, str(week.number), ink, MIDDLE)
    for rect, name in causes(place, bars):
        paint_text(painter, rect, name, colours.colour("text1"), "micro", 600)


def is_marked(marks: Iterable[DayMark], kind: str) -> bool:
    """Whether a day is marked as that."""
    return any(mark.kind == kind for mark in marks)


def causes(place: YearGeometry, bars: Sequence[QRectF]) -> list[tuple[QRectF, str]]:
    """Where the names of what makes weeks full stand: the fullest first, above every bar below it, none over another."""
    found: list[tuple[QRectF, str]] = []
    full = [(week, bar) for week, bar in zip(place.year.weeks, bars, strict=True) if week.level == FULL]
    sides, named = [(bar.left(), bar.right(), bar.top()) for bar in bars], words("micro", 600)
    for week, bar in sorted(full, key=lambda pair: -pair[0].count):
        width = named.width(week.cause) + 2
        left = min(max(bar.center().x() - width / 2, place.bars.left()), place.bars.right() - width)
        below = min(top for begin, end, top in sides if end > left and begin < left + width)
        height = place.names.height()
        rect = QRectF(left, max(0.0, below - height), width, height)
        if all(not rect.adjusted(-4, 0, 4, 0).intersects(other) for other, _name in found):
            found.append((rect, week.cause))
    return found


# --- months ----------------------------------------------------------------------------------------------------------


def _paint_cards(painter: QPainter, place: YearGeometry) -> None:
    """Name, how many events, the letters of the days."""
    colours, letters, initials = theme(), words("micro"), [str(name)[0] for name in DAYS_SHORT]
    surface, border, strong, weak = (colours.colour(name) for name in ("surface", "border", "text1", "text3"))
    for month in range(1, 13):
        card = place.card(month)
        paint_box(painter, card, surface, sizes.RADIUS, border)
        head = QRectF(card.left() + NUMBERS + 4, card.top() + 2, card.width() - NUMBERS - 14, place.head)
        paint_text(painter, head, str(MONTHS[month - 1]).capitalize(), strong, "body", 600)
        count = place.year.months[month - 1]
        if count:
            paint_text(painter, head, str(count), weak, "meta", align=RIGHT)
        row = place.row(month, 0)
        left, top, width = row.left(), row.top() - place.letters, row.width() / len(DAYS_SHORT)
        rooms = (QRectF(left + number * width, top, width, place.letters) for number in range(len(initials)))
        letters.paint_all(painter, zip(rooms, initials, strict=True), weak, MIDDLE)


def _paint_weeks(painter: QPainter, place: YearGeometry, look: YearLook) -> None:
    """The tint of each week, and its number."""
    colours, numbers = theme(), words("micro", tabular=True)
    tints, placed = [_accent(alpha) for alpha in TINTS[colours.is_dark]], []
    sides = [place.card(month).left() + 2 for month in range(1, 13)]
    for week in place.year.around.values():
        number = str(week.number)
        for month, rect in place.spans(week.first).items():
            soft = rect.adjusted(0, 1, 0, -1)
            if week.level:
                paint_box(painter, soft, tints[week.level], sizes.RADIUS_FIELD)
            if week.first == look.hovered:
                paint_box(painter, soft, None, sizes.RADIUS_FIELD, colours.colour("accent"))
            placed.append((QRectF(sides[month - 1], rect.top(), NUMBERS - 7, rect.height()), number))
    numbers.paint_all(painter, placed, colours.colour("text3"), END)


def _paint_days(painter: QPainter, place: YearGeometry, marks: Marks, look: YearLook) -> None:
    """School holidays, a dot for what begins, discs for today and holidays, and the numbers over all of that."""
    colours, school = theme(), QColor(theme().state("warning").solid)
    found = [(day, cell, marks(day)) for day, cell in place.days.items()]
    dots = []
    for day, cell, own in found:
        if own and is_marked(own, "schoolvakantie"):
            line = QRectF(cell.left(), cell.bottom() - UNDERLINE - 1, cell.width(), UNDERLINE)
            painter.fillRect(line, school)
        if day in place.year.days:
            dots.append(QPointF(cell.center().x(), cell.bottom() - max(3.0, cell.height() / 6)))
    paint_dots(painter, dots, QColor(colours.line("D").base), DOT)
    for day, cell, own in found:
        if day == look.today or (own and is_marked(own, "feestdag")):
            side = min(cell.width(), cell.height()) - 1
            paint_dot(painter, cell.center(), colours.colour("accent" if day == look.today else "surface"), side)
            if day != look.today:
                _paint_ring(painter, cell.center(), side)
    usual, strong = list[tuple[QRectF, str]](), list[tuple[QRectF, str]]()
    for day, cell, own in found:
        if day != look.today:
            (strong if own and is_marked(own, "feestdag") else usual).append((cell, str(day.day)))
    words("micro", tabular=True).paint_all(painter, usual, colours.colour("text1"), MIDDLE)
    words("micro", 600, tabular=True).paint_all(painter, strong, colours.colour("text1"), MIDDLE)
    if look.today in place.days:
        number, cell = str(look.today.day), place.cell(look.today)
        words("micro", 600, tabular=True).paint(painter, cell, number, colours.colour("on_accent"), MIDDLE)


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
