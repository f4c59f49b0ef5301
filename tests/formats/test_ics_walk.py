from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from vaartdesk.formats.ics.rule import parts_of
from vaartdesk.formats.ics.walk import WEEKDAYS, rule_days

START = date(2026, 1, 29)  # a Thursday


def numbers(least: int, most: int) -> st.SearchStrategy[str]:
    number = st.integers(least, most).filter(bool).map(str)
    return st.lists(number, min_size=1, max_size=4, unique=True).map(",".join)


def maybe(name: str, value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | value.map(lambda text: f";{name}={text}")


plain_days = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True).map(",".join)
# Not plain and counted days in one rule: dateutil then wants a day to be both, the standard wants either.
counted_days = plain_days | st.lists(
    st.tuples(st.sampled_from(["1", "2", "5", "-1", "-2"]), st.sampled_from(WEEKDAYS)).map("".join),
    min_size=1,
    max_size=3,
    unique=True,
).map(",".join)


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    rule = f"FREQ={freq};INTERVAL={draw(st.integers(1, 5))}"
    rule += draw(maybe("BYMONTH", numbers(1, 12)))
    rule += draw(maybe("BYDAY", plain_days if freq in {"DAILY", "WEEKLY"} else counted_days))
    if freq != "WEEKLY":
        rule += draw(maybe("BYMONTHDAY", numbers(-31, 31)))
    if freq == "YEARLY":
        rule += draw(maybe("BYYEARDAY", numbers(-366, 366)))
    # Not by week: dateutil counts positions in the first week from the start and not from its Monday.
    if freq in {"MONTHLY", "YEARLY"} and "BY" in rule:
        rule += draw(maybe("BYSETPOS", numbers(-4, 4)))
    return rule + draw(maybe("WKST", st.sampled_from(WEEKDAYS)))


@settings(deadline=None, max_examples=400)
@given(rules(), st.dates(date(2023, 1, 1), date(2029, 1, 1)), st.integers(0, 400))
def test_the_days_of_a_rule_are_those_of_dateutil(rule: str, start: date, later: int) -> None:
    last = start + timedelta(days=800)
    given_days = rrulestr(rule, dtstart=datetime.combine(start, time()))
    if not rule_gives_any(rule, start):
        # dateutil would look up to the year 9999 and answer the same.
        assert list(rule_days(parts_of(rule), start, start, last)) == []
        return
    judged = [moment.date() for moment in takewhile(lambda moment: moment.date() <= last, given_days)]
    assert list(rule_days(parts_of(rule), start, start, last)) == judged
    first = start + timedelta(days=later)
    assert list(rule_days(parts_of(rule), start, first, last)) == [day for day in judged if day >= first]


def rule_gives_any(rule: str, start: date) -> bool:
    return next(rule_days(parts_of(rule), start, start, start + timedelta(days=366 * 40)), None) is not None


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY", ["2026-01-29", "2026-03-29", "2026-04-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["2026-01-30", "2026-02-27", "2026-03-27"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-01-30", "2026-02-27", "2026-03-31"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", ["2026-01-29", "2026-02-09", "2026-02-12"]),
        ("FREQ=WEEKLY;BYDAY=MO,TH;BYSETPOS=1", ["2026-02-02", "2026-02-09", "2026-02-16"]),
        ("FREQ=WEEKLY", ["2026-01-29", "2026-02-05", "2026-02-12"]),
        ("FREQ=YEARLY;BYDAY=20MO", ["2026-05-18", "2027-05-17", "2028-05-15"]),
        ("FREQ=YEARLY;BYYEARDAY=-1", ["2026-12-31", "2027-12-31", "2028-12-31"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29", "2032-02-29", "2036-02-29"]),
        ("FREQ=DAILY;INTERVAL=10;BYMONTH=3", ["2026-03-10", "2026-03-20", "2026-03-30"]),
    ],
)
def test_rules_of_every_sort(rule: str, days: list[str]) -> None:
    found = rule_days(parts_of(rule), START, START, date(2199, 12, 31))
    assert [day.isoformat() for day, _ in zip(found, range(3), strict=False)] == days


@pytest.mark.parametrize("freq", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_a_rule_without_any_day_ends(freq: str) -> None:
    """dateutil keeps looking until the year 9999."""
    parts = parts_of(f"FREQ={freq};BYMONTH=2;BYMONTHDAY=30")
    assert list(rule_days(parts, START, START, date(2040, 1, 1))) == []


def test_plain_and_counted_weekdays_are_added_up() -> None:
    found = rule_days(parts_of("FREQ=MONTHLY;BYDAY=SU,1MO"), date(2026, 3, 1), START, date(2026, 3, 20))
    assert [day.day for day in found] == [1, 2, 8, 15]


def test_far_steps_stay_inside_the_calendar() -> None:
    for freq in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        days = list(rule_days(parts_of(f"FREQ={freq};INTERVAL=999"), date(2199, 1, 1), START, date(2199, 12, 31)))
        assert days == [date(2199, 1, 1)]
