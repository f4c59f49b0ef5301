from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats.recurrence import MOST, REACH, is_rule, starts

FIRST = datetime.fromisoformat("2026-11-25T08:00")


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("", ["2026-11-25"]),
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=3", ["2026-11-25", "2026-12-02", "2026-12-09"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=3", ["2026-11-25", "2026-12-07", "2027-01-04"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270130T000000", ["2026-11-25", "2026-11-27", "2026-12-25", "2027-01-29"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", ["2026-11-25"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", ["2026-11-25"]),
    ],
)
def test_the_dates_of_a_rule(rule: str, days: list[str]) -> None:
    assert [start.date().isoformat() for start in starts(rule, FIRST)] == days


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
        "FREQ=DAILY;UNTIL=20261231T000000Z",
        "FREQ=DAILY\nRRULE:FREQ=WEEKLY",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;COUNT=x",
        "niets",
    ],
)
def test_what_is_no_rule(rule: str) -> None:
    assert not is_rule(rule)
    assert list(starts(rule, FIRST)) == [FIRST]


def test_a_series_without_end_stops() -> None:
    assert len(list(starts("FREQ=DAILY", FIRST))) == MOST


@given(st.text(alphabet="FREQ=DAILYWKMONTHBSP;,-0123456789UI", max_size=40))
def test_no_text_raises_or_runs_on(text: str) -> None:
    found = list(starts(text, FIRST))
    assert 1 <= len(found) <= MOST
    assert all(a < b for a, b in pairwise(found))


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 6),
    st.integers(1, 30),
    st.integers(0, 14_600 * 24).map(lambda hours: FIRST + timedelta(hours=hours - 7_300 * 24)),
)
def test_counted_series_are_those_of_dateutil(freq: str, interval: int, count: int, first: datetime) -> None:
    rule = f"FREQ={freq};INTERVAL={interval};COUNT={count}"
    judged = [at for at in rrulestr(rule, dtstart=first) if at - first <= REACH]
    assert list(starts(rule, first)) == judged
