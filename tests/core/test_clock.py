from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.clock import Clock, FixedClock, SystemClock, moment_text, parse_moment, today

NIGHT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


def test_today_is_the_date_in_assen_and_not_that_of_utc() -> None:
    assert today(FixedClock(NIGHT)) == date(2026, 11, 25)
    assert today(FixedClock(datetime(2026, 7, 1, 21, 59, tzinfo=UTC))) == date(2026, 7, 1)
    assert today(FixedClock(datetime(2026, 7, 1, 22, 0, tzinfo=UTC))) == date(2026, 7, 2)


def test_today_does_not_depend_on_the_zone_the_moment_was_given_in() -> None:
    far = NIGHT.astimezone(timezone(timedelta(hours=-11)))
    assert today(FixedClock(far)) == today(FixedClock(NIGHT))


def test_a_fixed_clock_moves_only_when_told_to() -> None:
    clock = FixedClock(NIGHT)
    assert clock.now() == clock.now() == NIGHT
    clock.advance(timedelta(minutes=-5))
    assert clock.now() == NIGHT - timedelta(minutes=5)
    clock.set(NIGHT + timedelta(days=1))
    assert clock.now() == NIGHT + timedelta(days=1)


def test_the_system_clock_is_a_clock_in_utc() -> None:
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.now() <= clock.now()


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = NIGHT.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        moment_text(naive)
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(naive)


def test_the_stored_form_is_utc_with_milliseconds() -> None:
    assert moment_text(datetime(2026, 11, 24, 18, 32, 8, 120_999, timezone(timedelta(hours=1)))) == (
        "2026-11-24T17:32:08.120Z"
    )


@pytest.mark.parametrize(
    "text", ["", "2026-11-24", "2026-11-24T17:32:08Z", "2026-11-24T17:32:08.120+00:00", "2026-13-24T17:32:08.120Z"]
)
def test_another_form_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r"moment|month"):
        parse_moment(text)


moments = st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.timezones())  # noqa: DTZ001 - hypothesis adds the zone


@given(moments, moments)
def test_stored_moments_read_back_and_sort_as_they_happened(a: datetime, b: datetime) -> None:
    assert abs(parse_moment(moment_text(a)) - a) < timedelta(milliseconds=1)
    if a - b > timedelta(milliseconds=1):
        assert moment_text(a) > moment_text(b)
