"""How full each week of a year is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import FIRST_YEAR, LAST_YEAR, week_number
from vaartdesk.core.text import Message, _
from vaartdesk.kinds.events.rules.shown import Shown

STEPS: Final = (1, 3, 6, 9)
"""From so many events on a week is calm, usual, busy, very busy."""
WORDS: Final[tuple[Message, ...]] = (_("leeg"), _("rustig"), _("gewoon"), _("druk"), _("zeer druk"))
FULL: Final = len(STEPS)
FREE: Final = frozenset({"afgelast"})
THURSDAY: Final = timedelta(3)
DAYS: Final = 7
WEEK: Final = timedelta(DAYS)


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week. ``cause``: the event that it is full of, told where it is very busy."""

    first: date
    count: int = 0
    cause: str = ""
    clashes: int = 0

    @property
    def number(self) -> int:
        return week_number(self.first)

    @property
    def level(self) -> int:
        """0 (nothing) to 4 (very busy)."""
        return sum(self.count >= step for step in STEPS)


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its weeks; `weeks` are those of the ISO year, `around` every week that has a day in it, by Monday."""

    year: int
    around: Mapping[date, Week]
    days: frozenset[date]
    """Days on which an event begins."""
    months: tuple[int, ...]
    """How many events there are in each month."""
    total: int
    weeks: tuple[Week, ...] = field(init=False)

    def __post_init__(self) -> None:
        own = (week for week in self.around.values() if (week.first + THURSDAY).year == self.year)
        object.__setattr__(self, "weeks", tuple(own))

    def week_of(self, day: date) -> Week:
        return self.around[monday(day)]

    @property
    def clashing(self) -> tuple[Week, ...]:
        """The weeks in which events want the same place at the same time."""
        return tuple(week for week in self.around.values() if week.clashes)


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(day.weekday())


def bounds(year: int) -> tuple[date, date]:
    """The first and last day of the weeks that touch a year."""
    return monday(date(year, 1, 1)), monday(date(year, 12, 31)) + timedelta(6)


def within(year: int) -> int:
    """The year itself, or the nearest whose neighbours are known too."""
    return min(max(year, FIRST_YEAR + 1), LAST_YEAR - 1)


def year_of(year: int, shown: Iterable[Shown]) -> Year:
    """Count a year's dates by week; what is called off does not count."""
    first, last = bounds(year)
    by_week: list[list[Shown]] = [[] for _week in range(((last - first).days + 1) // DAYS)]
    by_month: list[set[str]] = [set() for _month in range(12)]
    begins: set[date] = set()
    for one in shown:
        if one.status in FREE:
            continue
        begins.add(one.first_on)
        begin, end = (one.first_on - first).days // DAYS, (one.last_on - first).days // DAYS
        for week in by_week[max(0, begin) : max(0, end + 1)]:
            week.append(one)
        for month in _months(one, year):
            by_month[month - 1].add(one.event)
    return Year(
        year=year,
        around={first + number * WEEK: _week(first + number * WEEK, found) for number, found in enumerate(by_week)},
        days=frozenset(begins),
        months=tuple(len(events) for events in by_month),
        total=len(set().union(*by_month)),
    )


def _week(day: date, shown: list[Shown]) -> Week:
    clashes, cause = sum(one.is_clashing for one in shown), ""
    if len(shown) >= STEPS[-1]:
        cause = max(shown, key=lambda one: (one.is_large, one.days, one.title)).title
    return Week(day, len(shown), cause, clashes)


def _months(shown: Shown, year: int) -> range:
    """The months of the year in which a date has a day."""
    if shown.first_on.year == shown.last_on.year == year:
        return range(shown.first_on.month, shown.last_on.month + 1)
    first, last = max(shown.first_on, date(year, 1, 1)), min(shown.last_on, date(year, 12, 31))
    return range(first.month, last.month + 1) if first <= last else range(0)
