"""A month as its grid shows it: whole weeks from Monday, five or six of them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import FIRST_YEAR, LAST_YEAR, MONTHS

LEAST_WEEKS: Final = 5
DAYS: Final = 7
DOZEN: Final = 12
EARLIEST: Final = date(FIRST_YEAR, 2, 1)
LATEST: Final = date(LAST_YEAR, 11, 30)
"""One month inside the years that are known, so that the days around a month are known too."""


@dataclass(frozen=True, slots=True)
class Period:
    """One month."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """The Monday on or before the first of the month."""
        return _grid(self.year, self.month)[0]

    @property
    def weeks(self) -> int:
        """How many rows the grid has."""
        return _grid(self.year, self.month)[1]

    @property
    def last(self) -> date:
        """The Sunday in the last row."""
        return self.first + timedelta(self.weeks * DAYS - 1)

    @property
    def own_first(self) -> date:
        """The first of the month."""
        return date(self.year, self.month, 1)

    @property
    def own_last(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def title(self) -> str:
        """`December 2026`."""
        return f"{str(MONTHS[self.month - 1]).capitalize()} {self.year}"

    def days(self) -> Iterator[date]:
        """Every day that is shown, in order."""
        first = self.first
        return (first + timedelta(number) for number in range(self.weeks * DAYS))

    def shows(self, day: date) -> bool:
        return self.first <= day <= self.last

    def is_own(self, day: date) -> bool:
        """Whether a day belongs to the month itself, not to one of its neighbours."""
        return (day.year, day.month) == (self.year, self.month)

    def place(self, day: date) -> tuple[int, int]:
        """Week and column of a day; outside the grid where the day is."""
        return divmod((day - self.first).days, DAYS)

    def moved(self, months: int) -> Period:
        """So many months later; it stops at the ends of the years that are known."""
        lowest, highest = (day.year * DOZEN + day.month - 1 for day in (EARLIEST, LATEST))
        number = min(max(self.year * DOZEN + self.month - 1 + months, lowest), highest)
        return Period(number // DOZEN, number % DOZEN + 1)

    def same_day(self, day: date) -> date:
        """The day of this month with the number of ``day``, or the month's last."""
        return date(self.year, self.month, min(day.day, monthrange(self.year, self.month)[1]))


@lru_cache(maxsize=36)
def _grid(year: int, month: int) -> tuple[date, int]:
    """First day and number of weeks: every cell and event that is painted asks for them."""
    start = date(year, month, 1)
    days = start.weekday() + monthrange(year, month)[1]
    return start - timedelta(start.weekday()), max(LEAST_WEEKS, -(-days // DAYS))


def period_of(day: date) -> Period:
    """The month that a day lies in."""
    within = min(max(day, EARLIEST), LATEST)
    return Period(within.year, within.month)
