from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats import holidays as module
from vaartdesk.formats.holidays import ALL_DAYS, LUSTRUM, NAMES, SETS, TERM_DAYS, WorkCalendar, dutch_holidays

CALENDAR = WorkCalendar()
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 12, 31))


@pytest.mark.accept("K11")
def test_the_holidays_of_2026_have_dutch_names_whatever_the_locale() -> None:
    assert dutch_holidays(2026) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 5): "Eerste paasdag",
        date(2026, 4, 6): "Tweede paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 24): "Eerste pinksterdag",
        date(2026, 5, 25): "Tweede pinksterdag",
        date(2026, 12, 25): "Eerste kerstdag",
        date(2026, 12, 26): "Tweede kerstdag",
    }


@pytest.mark.accept("K11")
def test_kings_day_on_a_sunday_is_held_on_saturday() -> None:
    assert dutch_holidays(2025)[date(2025, 4, 26)] == "Koningsdag"
    assert date(2025, 4, 27) not in dutch_holidays(2025)
    assert dutch_holidays(2013)[date(2013, 4, 30)] == "Koningsdag"


@pytest.mark.accept("K11")
def test_two_holidays_on_one_day_are_both_named() -> None:
    assert dutch_holidays(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


@pytest.mark.accept("K11")
@pytest.mark.parametrize("year", range(2014, 2101))
def test_the_rule_for_far_years_agrees_with_the_library(year: int) -> None:
    ours = {day: set(slugs) for day, slugs in module._by_rule(year)}
    theirs = {day: set(slugs) for day, slugs in module._by_library(year)}
    assert ours == theirs


@pytest.mark.accept("K11")
@pytest.mark.parametrize("year", [1800, 1965, 1966, 2100, 2101, 2199])
def test_no_year_is_without_holidays(year: int) -> None:
    assert len(dutch_holidays(year)) >= 10


@pytest.mark.parametrize("year", [0, 1799, 2200, 10_000])
def test_a_year_out_of_reach_says_so(year: int) -> None:
    with pytest.raises(ValueError, match=r"Feestdagen .* van 1800 tot en met 2199\."):
        dutch_holidays(year)


def test_which_days_count_is_a_value() -> None:
    good_friday, liberation = date(2026, 4, 3), date(2026, 5, 5)
    assert {good_friday, liberation} <= dutch_holidays(2026, TERM_DAYS).keys()
    assert not {good_friday, liberation} & dutch_holidays(2026, SETS["winkels"]).keys()
    assert liberation not in dutch_holidays(2026, SETS["kantoor"])
    assert date(2025, 5, 5) in dutch_holidays(2025, SETS["kantoor"])
    assert dutch_holidays(2026, ["eerste_kerstdag", "nog_onbekend"]) == {date(2026, 12, 25): "Eerste kerstdag"}
    assert dutch_holidays(2026, []) == {}


def test_every_set_is_made_of_known_days() -> None:
    assert all(set(slugs) <= {*NAMES, LUSTRUM} for slugs in SETS.values())
    assert set(ALL_DAYS) == set(NAMES)


@pytest.mark.accept("K8", "T5")
@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        (date(2026, 11, 24), 1, date(2026, 11, 25)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday: Monday is the first working day after it
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # so it is from Saturday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Goede Vrijdag and Easter
        (date(2026, 4, 24), 5, date(2026, 5, 4)),  # over Koningsdag
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2027, 5, 22), -15, date(2027, 4, 28)),  # filing 15 working days before an event, over 5 and 6 and 17 May
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date(2026, 11, 24), 300, date(2028, 1, 28)),
    ],
)
def test_terms(start: date, n: int, due: date) -> None:
    assert CALENDAR.add_working_days(start, n) == due


@given(days, st.integers(-700, 700))
def test_counting_undoes_adding(day: date, n: int) -> None:
    assert CALENDAR.working_days_between(day, CALENDAR.add_working_days(day, n)) == n


@given(days, st.integers(-400, 400))
def test_counting_is_looking_at_each_day(a: date, length: int) -> None:
    b = a + timedelta(length)
    if length >= 0:
        expected = sum(CALENDAR.is_working_day(a + timedelta(i)) for i in range(1, length + 1))
    else:
        expected = -sum(CALENDAR.is_working_day(b + timedelta(i)) for i in range(-length))
    assert CALENDAR.working_days_between(a, b) == expected


@given(days, st.integers(1, 60), st.integers(1, 60))
def test_terms_add_up(day: date, first: int, second: int) -> None:
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(day, first), second) == (
        CALENDAR.add_working_days(day, first + second)
    )


@given(days)
def test_a_working_day_is_a_weekday_without_a_holiday(day: date) -> None:
    assert CALENDAR.is_working_day(day) == (day.weekday() < 5 and day not in dutch_holidays(day.year, TERM_DAYS))


def test_days_the_team_is_closed_do_not_count() -> None:
    closed = WorkCalendar(extra_free=[date(2026, 11, 25)])
    assert closed.add_working_days(date(2026, 11, 24), 1) == date(2026, 11, 26)
    assert not closed.is_working_day(date(2026, 11, 25))


def test_the_chosen_set_decides() -> None:
    assert WorkCalendar(SETS["winkels"]).add_working_days(date(2026, 4, 2), 1) == date(2026, 4, 3)
    assert WorkCalendar([]).is_working_day(date(2026, 12, 25))
