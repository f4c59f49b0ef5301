"""On which day the next edition of an event falls."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from vaartdesk.formats.holidays import dutch_holidays

YEAR_OF_WEEKS: Final = timedelta(weeks=52)


def next_edition(day: date) -> date:
    """A year on: a public holiday on that holiday, any other day on the same weekday of the same week."""
    name = dutch_holidays(day.year).get(day)
    if name is not None:
        coming = (later for later, other in dutch_holidays(day.year + 1).items() if other == name)
        return next(coming, day + YEAR_OF_WEEKS)
    year, week, weekday = day.isocalendar()
    try:
        return date.fromisocalendar(year + 1, week, weekday)
    except ValueError:  # few years have a week 53
        return day + YEAR_OF_WEEKS
