"""On which days the example events fall: each once in every year of the calendar that the examples cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from vaartdesk.app.demo.world import weekday_from
from vaartdesk.core.dates import parse_time
from vaartdesk.formats.ics.rule import parts_of
from vaartdesk.formats.ics.walk import rule_days

BEHIND: Final = 180
"""Days of the calendar before today; the rest of the year lies ahead."""


def window(today: date, years: int) -> date:
    """The first day of the calendar; it ends as many whole years later."""
    begin = today - timedelta(BEHIND)
    return _same_day(begin, begin.year - years + 1)


def dates_of(
    fact: Mapping[str, Any], facts: Mapping[str, Mapping[str, Any]], begin: date, years: int
) -> Iterator[date]:
    """The first day of an event in each of the years from ``begin``; ``facts``: all events by title."""
    follows = fact.get("after")
    if follows:
        for day in dates_of(facts[follows["event"]], facts, begin, years):
            yield day + timedelta(follows["days"])
        return
    month, day_of_month = (int(part) for part in fact["on"].split("-"))
    for year in range(begin.year, begin.year + years + 1):
        anchor = date(year, month, day_of_month)
        if begin <= anchor < _same_day(begin, begin.year + years):
            yield weekday_from(anchor, fact["weekday"]) if "weekday" in fact else anchor


def _same_day(day: date, year: int) -> date:
    """That day in another year; the last of February where there is no 29th."""
    return day.replace(year=year) if (day.month, day.day) != (2, 29) else date(year, 2, 28)


def first_of_series(rule: str, begin: date) -> date:
    """The first day on or after ``begin`` that the rule gives."""
    return next(rule_days(parts_of(rule), begin, begin, begin + timedelta(366)))


def times_of(fact: Mapping[str, Any], day: date) -> dict[str, datetime]:
    """The four times of an event that begins on ``day``; one that ends before it begins ends on the next day."""
    starts = datetime.combine(day, parse_time(fact["from"]))
    ends = datetime.combine(day + timedelta(fact.get("days", 1) - 1), parse_time(fact["to"]))
    if ends <= starts or parse_time(fact["to"]) < parse_time(fact["from"]):
        ends += timedelta(1)
    times = {"starts_at": starts, "ends_at": ends}
    if "setup" in fact:
        times["setup_at"] = starts - _hours(fact["setup"])
    if "breakdown" in fact:
        times["breakdown_at"] = ends + _hours(fact["breakdown"])
    return times


def _hours(amount: Any) -> timedelta:
    return timedelta(minutes=int(amount * 60))
