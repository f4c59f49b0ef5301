"""Where everything of the year lies: the strip of weeks on top, twice six months, the legend (design 6)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.events.view.pressure import Year
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height

ACROSS, DOWN, ROWS, DAYS = 6, 2, 6, 7
GAP: Final = 14
BAR_GAP: Final = 3
CAP: Final = 3
UNDERLINE: Final = 2
HIGHEST: Final = 10
"""A bar of so many events has the full height; a fuller year stretches it."""
NUMBERS: Final = 24
"""Room for the week number beside the days."""


@dataclass(frozen=True, slots=True)
class YearGeometry:
    """The year in a size; made by `year_geometry`."""

    year: Year
    names: QRectF
    bars: QRectF
    labels: QRectF
    cards: QRectF
    legend: QRectF
    head: float
    """The height of a card's name, and below it of the letters of the days."""
    letters: float
    _cells: dict[date, QRectF] = field(default_factory=dict, init=False, compare=False, repr=False)
    _spans: dict[date, dict[int, QRectF]] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What was worked out already: painting and pointing ask for it again and again."""

    def strip(self) -> list[QRectF]:
        """The bar of each week, as high as the week is full."""
        highest = max(HIGHEST, *(week.count for week in self.year.weeks))
        left, bottom, width = self.bars.left(), self.bars.bottom(), self._bar_width()
        found = []
        for number, week in enumerate(self.year.weeks):
            height = self.bars.height() * week.count / highest
            found.append(QRectF(left + number * (width + BAR_GAP), bottom - height, width, height))
        return found

    def _bar_width(self) -> float:
        return (self.bars.width() + BAR_GAP) / max(1, len(self.year.weeks)) - BAR_GAP

    def card(self, month: int) -> QRectF:
        """The card of a month, 1 to 12."""
        row, column = divmod(month - 1, ACROSS)
        width = (self.cards.width() - (ACROSS - 1) * GAP) / ACROSS
        height = (self.cards.height() - (DOWN - 1) * GAP) / DOWN
        left, top = self.cards.left() + column * (width + GAP), self.cards.top() + row * (height + GAP)
        return QRectF(round(left), round(top), round(width), round(height))

    def row(self, month: int, number: int) -> QRectF:
        """A week's row in a card, over its seven days."""
        card = self.card(month)
        top = card.top() + self.head + self.letters
        height = (card.bottom() - sizes.SPACE_1 - top) / ROWS
        left = card.left() + NUMBERS
        return QRectF(left, top + number * height, card.right() - sizes.SPACE_2 - left, height)

    def cell(self, day: date) -> QRectF:
        """The cell of a day of the year."""
        return QRectF(self.days[day])

    @property
    def days(self) -> Mapping[date, QRectF]:
        """Every day of the year and its cell, in order; nobody changes these."""
        if not self._cells:
            for month in range(1, 13):
                self._measure(month)
        return self._cells

    def _measure(self, month: int) -> None:
        row, first = self.row(month, 0), date(self.year.year, month, 1).toordinal()
        left, top, height, width = row.left(), row.top(), row.height(), row.width() / DAYS
        shift, count = monthrange(self.year.year, month)
        for number in range(count):
            line, column = divmod(shift + number, DAYS)
            cell = QRectF(left + column * width, top + line * height, width, height)
            self._cells[date.fromordinal(first + number)] = cell

    def spans(self, first: date) -> Mapping[int, QRectF]:
        """The parts of a week's rows by month: one, or two where a month ends in it; outside the year none."""
        if first not in self._spans:
            found = self._spans[first] = {}
            for day in (first + timedelta(number) for number in range(DAYS)):
                cell = self.days.get(day)
                if cell is not None:
                    found[day.month] = found[day.month].united(cell) if day.month in found else cell
        return self._spans[first]

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point: in a card, or the Monday of a week of the strip."""
        if self.bars.adjusted(0, -self.names.height(), 0, self.labels.height()).contains(point):
            number = int((point.x() - self.bars.left()) / max(1.0, self._bar_width() + BAR_GAP))
            weeks = self.year.weeks
            return weeks[min(number, len(weeks) - 1)].first
        return next((day for day, cell in self.days.items() if cell.contains(point)), None)


def year_geometry(year: Year, size: QSizeF) -> YearGeometry:
    """Measure the year for a size and the font of now."""
    left, width = float(sizes.PAGE_PADDING), size.width() - 2 * sizes.PAGE_PADDING
    line = line_height("micro")
    names = QRectF(left, 0, width, line + 2)
    bars = QRectF(left, names.bottom() + 2, width, 46)
    labels = QRectF(left, bars.bottom() + 6, width, line + 4)
    legend = QRectF(
        left, size.height() - line_height("meta") - sizes.SPACE_4, width, line_height("meta") + sizes.SPACE_2
    )
    cards = QRectF(left, labels.bottom() + sizes.SPACE_3, width, legend.top() - labels.bottom() - 2 * sizes.SPACE_3)
    head = line_height("body") + sizes.SPACE_3
    return YearGeometry(year, names, bars, labels, cards, legend, head, line + sizes.SPACE_1)
