"""A series as records keep it, a local start with a rule beside it, worked out into starts that are always few enough."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from vaartdesk.formats.ics.event import AMSTERDAM, LAST_YEAR, CalendarError, Event, Start
from vaartdesk.formats.ics.rule import normal, starts

MOST: Final = 2_000
YEARS: Final = 20
"""A series is followed this far, whether it ends or not."""


def is_rule(rrule: str, start: Start, zone: str = AMSTERDAM) -> bool:
    """True for a rule that can be read and gives a series from ``start`` a date."""
    try:
        normal(_bare(rrule, start, zone))
    except CalendarError:
        return False
    return bool(rrule)


def series_starts(
    rrule: str, start: Start, zone: str = AMSTERDAM, *, first: date | None = None, last: date | None = None
) -> list[Start]:
    """The starts of a series from the day ``first`` to the day ``last``, in order; [] for a rule that cannot be read.

    They are days where ``start`` is one. A start that the rule does not give is not among them, as in every calendar
    that this one is exported to.
    """
    first = first or _day_of(start)
    end = min(last or date.max, _years_after(first))
    try:
        return starts(_bare(rrule, start, zone), first, end, MOST)
    except CalendarError:
        return []


def _bare(rrule: str, start: Start, zone: str) -> Event:
    return Event("", "", start, start, zone, rrule=rrule)


def _day_of(start: Start) -> date:
    return start.date() if isinstance(start, datetime) else start


def _years_after(day: date) -> date:
    year = min(day.year + YEARS, LAST_YEAR)
    return day.replace(year=year, day=min(day.day, 28)) if day.month == 2 else day.replace(year=year)
