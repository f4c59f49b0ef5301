from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats.ics.event import Start
from vaartdesk.formats.ics.series import MOST, YEARS, is_rule, series_starts

FIRST = datetime.fromisoformat("2026-11-25T08:00")
DAY = date(2026, 11, 25)  # a Wednesday


def days(rule: str, start: Start = FIRST, first: date | None = None, last: date | None = None) -> list[str]:
    return [str(at)[:10] for at in series_starts(rule, start, first=first, last=last)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=3", ["2026-11-25", "2026-12-02", "2026-12-09"]),
        ("FREQ=WEEKLY;UNTIL=20261202T070000Z", ["2026-11-25", "2026-12-02"]),
        ("FREQ=WEEKLY;UNTIL=20261202T065959Z", ["2026-11-25"]),
        ("FREQ=WEEKLY;UNTIL=20261202", ["2026-11-25", "2026-12-02"]),
        ("freq=daily;count=2", ["2026-11-25", "2026-11-26"]),
    ],
)
def test_the_dates_of_a_rule(rule: str, expected: list[str]) -> None:
    assert is_rule(rule, FIRST)
    assert days(rule) == expected


def test_a_start_outside_its_rule_is_no_date() -> None:
    assert days("FREQ=MONTHLY;BYDAY=1MO;COUNT=2") == ["2026-12-07", "2027-01-04"]


def test_whole_days_give_days() -> None:
    assert series_starts("FREQ=DAILY;UNTIL=20261126T225900Z", DAY) == [DAY, DAY + timedelta(1)]


def test_the_end_in_utc_is_read_in_the_zone_of_the_series() -> None:
    rule = "FREQ=DAILY;UNTIL=20261126T120000Z"
    assert len(series_starts(rule, FIRST, "America/New_York")) == 1
    assert len(series_starts(rule, FIRST, "Asia/Tokyo")) == 2


def test_a_part_of_a_series() -> None:
    weekly = "FREQ=WEEKLY"
    assert days(weekly, first=date(2027, 1, 1), last=date(2027, 1, 14)) == ["2027-01-06", "2027-01-13"]
    assert days(weekly, last=date(2026, 11, 1)) == []


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=HOURLY",
        "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=2;UNTIL=20261231",
        "FREQ=DAILY\nRRULE:FREQ=WEEKLY",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;UNTIL=20261301",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;UNTIL=20261124",
        "niets",
    ],
)
def test_what_is_no_rule_or_has_no_date(rule: str) -> None:
    assert not is_rule(rule, FIRST)


def test_a_series_without_end_stops() -> None:
    assert len(series_starts("FREQ=DAILY", FIRST)) == MOST
    assert days("FREQ=YEARLY")[-1] == f"{DAY.year + YEARS}-11-25"


def test_a_series_at_the_end_of_the_calendar_stops() -> None:
    assert days("FREQ=YEARLY", datetime.fromisoformat("2196-02-29T08:00")) == ["2196-02-29"]


@given(st.text(alphabet="FREQ=DAILYWKMONTHBSP;,-0123456789UIZ", max_size=40))
def test_no_text_raises_or_runs_on(text: str) -> None:
    found = [at for at in series_starts(text, FIRST) if isinstance(at, datetime)]
    assert len(found) <= MOST
    assert all(a < b for a, b in pairwise(found))


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 6),
    st.integers(1, 30),
    st.integers(0, 14_600 * 24).map(lambda hours: FIRST + timedelta(hours=hours - 7_300 * 24)),
)
def test_counted_series_are_those_of_dateutil(freq: str, interval: int, count: int, first: datetime) -> None:
    rule = f"FREQ={freq};INTERVAL={interval};COUNT={count}"
    last = first.date().replace(month=1, day=1, year=first.year + YEARS)
    judged = [at for at in rrulestr(rule, dtstart=first) if at.date() <= last]
    assert series_starts(rule, first, last=last) == judged
