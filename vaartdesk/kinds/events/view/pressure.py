"""How full each week of a year is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from vaartdesk.core.dates import FIRST_YEAR, LAST_YEAR, week_number
from vaartdesk.core.text import Message, _
from vaartdesk.kinds.events.rules.shown import Shown

STEPS: Final = (1, 3, 6, 9)
"""From so many events on a week is calm, usual, busy, very busy."""
WORDS: Final[tuple[Message, ...]] = (_("leeg"), _("rustig"), _("gewoon"), _("druk"), _("zeer druk"))
FULL: Final = len(STEPS)
FREE: Final = frozenset({"afgelast"})
THURSDAY: Final = timedelta(3)
WEEK: Final = timedelta(7)


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
    found = [one for one in shown if one.status not in FREE]
    first, last = bounds(year)
    mondays = [first + number * WEEK for number in range(((last - first).days + 1) // 7)]
    by_week: dict[date, list[Shown]] = {day: [] for day in mondays}
    by_month: list[set[str]] = [set() for _month in range(12)]
    for one in found:
        day = monday(max(one.first_on, first))
        while day <= min(one.last_on, last):
            by_week[day].append(one)
            day += WEEK
        for month in _months(one, year):
            by_month[month - 1].add(one.event)
    return Year(
        year=year,
        around={day: _week(day, by_week[day]) for day in mondays},
        days=frozenset(one.first_on for one in found),
        months=tuple(len(events) for events in by_month),
        total=len({event for events in by_month for event in events}),
    )


def _week(day: date, shown: list[Shown]) -> Week:
    cause = max(shown, key=lambda one: (one.is_large, one.days, one.title), default=None)
    clashes = sum(one.is_clashing for one in shown)
    return Week(day, len(shown), cause.title if cause else "", clashes)


def _months(shown: Shown, year: int) -> range:
    """The months of the year in which a date has a day."""
    first, last = max(shown.first_on, date(year, 1, 1)), min(shown.last_on, date(year, 12, 31))
    return range(first.month, last.month + 1) if first <= last else range(0)
