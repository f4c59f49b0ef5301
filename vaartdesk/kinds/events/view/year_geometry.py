"""Where everything of the year lies: the strip of weeks on top, twice six months, the legend (design 6)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from vaartdesk.kinds.events.view.pressure import Year
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height

ACROSS, DOWN, ROWS, DAYS = 6, 2, 6, 7
GAP: Final = 14
BAR_GAP: Final = 3
CAP: Final = 3
UNDERLINE: Final = 2
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
    """What was worked out already: a painting asks for each cell several times."""

    def bar(self, number: int) -> QRectF:
        """The column of a week in the strip, over its whole height."""
        count = max(1, len(self.year.weeks))
        width = (self.bars.width() + BAR_GAP) / count
        return QRectF(self.bars.left() + number * width, self.bars.top(), width - BAR_GAP, self.bars.height())

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
        if day not in self._cells:
            self._measure(day.month)
        return QRectF(self._cells[day])

    def _measure(self, month: int) -> None:
        """The cells of a month, all at once."""
        row, start = self.row(month, 0), date(self.year.year, month, 1)
        width, height, shift = row.width() / DAYS, row.height(), start.weekday()
        for number in range(monthrange(self.year.year, month)[1]):
            line, column = divmod(shift + number, DAYS)
            cell = QRectF(row.left() + column * width, row.top() + line * height, width, height)
            self._cells[start + timedelta(number)] = cell

    def spans(self, first: date) -> dict[int, QRectF]:
        """The parts of a week's rows by month: one, or two where a month ends in it; outside the year none."""
        found: dict[int, QRectF] = {}
        begins = (max(first, date(self.year.year, 1, 1)), *(first + timedelta(n) for n in range(1, DAYS)))
        for day in (begins[0], *(day for day in begins[1:] if day.day == 1)):
            end = min(first + timedelta(DAYS - 1), date(day.year, day.month, monthrange(day.year, day.month)[1]))
            if day <= end and day.year == self.year.year:
                found[day.month] = self.cell(day).united(self.cell(end))
        return found

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point: in a card, or the Monday of a week of the strip."""
        if self.bars.adjusted(0, -self.names.height(), 0, self.labels.height()).contains(point):
            number = int((point.x() - self.bars.left()) / max(1.0, self.bar(0).width() + BAR_GAP))
            weeks = self.year.weeks
            return weeks[min(number, len(weeks) - 1)].first
        month = next((m for m in range(1, 13) if self.card(m).contains(point)), None)
        if month is None:
            return None
        days = (date(self.year.year, month, n + 1) for n in range(monthrange(self.year.year, month)[1]))
        return next((day for day in days if self.cell(day).contains(point)), None)


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
