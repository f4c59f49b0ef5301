"""The days of a recurrence rule (RFC 5545, 3.3.10), worked out period by period up to a last day.

Own code, because python-dateutil stops at an end only when it meets a date: a rule without any (30 February) keeps
it busy up to the year 9999, eight seconds for each. Here the work is bounded by the last day, whatever the rule
says, and periods before the first day asked for are stepped over. dateutil is the judge in the tests.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Test = Callable[[date], bool]


def rule_days(parts: Mapping[str, str], start: date, first: date, last: date) -> Iterator[date]:
    """The days that the checked `parts` of a rule give, in order, from `first` up to and including `last`.

    `start` is where the series begins: it sets the step, and what the rule leaves open. COUNT and UNTIL are for the
    caller; a caller that counts asks from `start`.
    """
    tests = _tests(parts, start)
    positions = [int(number) for number in parts["BYSETPOS"].split(",")] if "BYSETPOS" in parts else None
    first = max(first, start)
    for period in _PERIODS[parts["FREQ"]](parts, start, first):
        if period[0] > last:
            return
        days = period
        for test in tests:
            days = list(filter(test, days))
        if positions is not None:
            days = sorted({days[n - (n > 0)] for n in positions if -len(days) <= n - (n > 0) < len(days)})
        for day in days:
            if day > last:
                return
            if day >= first:
                yield day


# --- periods: those that may hold `first` or a later day, each as its days -----------------------------------------

Periods = Iterator[list[date]]


def _steps(start: int, first: int, interval: int) -> Iterator[int]:
    """start, start + interval ... from the last one that is not after `first`."""
    value = start + max(0, first - start) // interval * interval
    while True:
        yield value
        value += interval


def _daily(parts: Mapping[str, str], start: date, first: date) -> Periods:
    for number in _steps(start.toordinal(), first.toordinal(), _interval(parts)):
        yield [date.fromordinal(number)]


def _weekly(parts: Mapping[str, str], start: date, first: date) -> Periods:
    week_start = WEEKDAYS.index(parts.get("WKST", "MO"))
    head = start.toordinal() - (start.weekday() - week_start) % 7
    names = _completed(parts, start).get("BYDAY", ",".join(WEEKDAYS)).split(",")
    wanted = sorted({(WEEKDAYS.index(name) - week_start) % 7 for name in names})  # the others would be tested away
    for number in _steps(head, first.toordinal(), 7 * _interval(parts)):
        yield [date.fromordinal(number + n) for n in wanted]


def _monthly(parts: Mapping[str, str], start: date, first: date) -> Periods:
    months = _steps(start.year * 12 + start.month - 1, first.year * 12 + first.month - 1, _interval(parts))
    for number in months:
        year, month = divmod(number, 12)
        yield _month(year, month + 1)


def _yearly(parts: Mapping[str, str], start: date, first: date) -> Periods:
    months = sorted({int(month) for month in parts["BYMONTH"].split(",")}) if "BYMONTH" in parts else range(1, 13)
    for year in _steps(start.year, first.year, _interval(parts)):
        yield [day for month in months for day in _month(year, month)]


def _month(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _interval(parts: Mapping[str, str]) -> int:
    return int(parts.get("INTERVAL", "1"))


_PERIODS: Final[Mapping[str, Callable[[Mapping[str, str], date, date], Periods]]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}

# --- tests: what a day must be -------------------------------------------------------------------------------------


def _tests(parts: Mapping[str, str], start: date) -> list[Test]:
    parts = _completed(parts, start)
    tests: list[Test] = []
    if "BYMONTH" in parts:
        months = _numbers(parts, "BYMONTH")
        tests.append(lambda day: day.month in months)
    if "BYMONTHDAY" in parts:
        days = _numbers(parts, "BYMONTHDAY")
        tests.append(lambda day: day.day in days or day.day - monthrange(day.year, day.month)[1] - 1 in days)
    if "BYYEARDAY" in parts:
        year_days = _numbers(parts, "BYYEARDAY")
        tests.append(lambda day: _year_day(day) in year_days or _year_day(day) - _year_length(day) - 1 in year_days)
    if "BYDAY" in parts:
        by_year = parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts
        tests.append(_weekday_test(parts["BYDAY"].split(","), by_year))
    return tests


def _completed(parts: Mapping[str, str], start: date) -> dict[str, str]:
    """The rule with what its start says where it leaves the day open."""
    whole = dict(parts)
    if whole.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}:
        return whole
    if whole["FREQ"] == "WEEKLY":
        whole["BYDAY"] = WEEKDAYS[start.weekday()]
    elif whole["FREQ"] in {"MONTHLY", "YEARLY"}:
        whole["BYMONTHDAY"] = str(start.day)
    if whole["FREQ"] == "YEARLY":
        whole.setdefault("BYMONTH", str(start.month))
    return whole


def _numbers(parts: Mapping[str, str], name: str) -> frozenset[int]:
    return frozenset(int(number) for number in parts[name].split(","))


def _weekday_test(names: list[str], by_year: bool) -> Test:
    """MO is each Monday, 2MO the second and -1MO the last of the month (of the year for a rule by year alone)."""
    wanted = [(WEEKDAYS.index(name[-2:]), int(name[:-2] or 0)) for name in names]
    plain = frozenset(weekday for weekday, nth in wanted if nth == 0)
    counted = frozenset(pair for pair in wanted if pair[1])

    def test(day: date) -> bool:
        weekday = day.weekday()
        if weekday in plain:
            return True
        if not counted:
            return False
        nth = _year_day(day) if by_year else day.day
        length = _year_length(day) if by_year else monthrange(day.year, day.month)[1]
        return (weekday, (nth + 6) // 7) in counted or (weekday, -((length - nth) // 7 + 1)) in counted

    return test


def _year_day(day: date) -> int:
    return (day - date(day.year, 1, 1)) // timedelta(days=1) + 1


def _year_length(day: date) -> int:
    return 366 if isleap(day.year) else 365
