from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    day_field,
    day_long,
    day_short,
    day_weekday_long,
    parse_day,
    parse_time,
    time_prose,
    time_text,
    week_number,
)

TODAY = date(2026, 11, 24)  # a Tuesday
DAY = date(2026, 11, 24)


@pytest.mark.accept("G4")
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24-11-2026", DAY),
        ("24-11-26", DAY),
        ("24/11/2026", DAY),
        ("24/11/26", DAY),
        ("24.11.2026", DAY),
        ("2026-11-24", DAY),
        ("24 nov", DAY),
        ("24nov", DAY),
        ("24 Nov.", DAY),
        ("24 november 2026", DAY),
        ("24 NOVEMBER 2026", DAY),
        ("24 nov '26", DAY),
        ("24-11", DAY),
        ("  24\N{NO-BREAK SPACE}november  2026 ", DAY),
        ("di 24-11-2026", DAY),
        ("di 24 nov", DAY),
        ("dinsdag 24 november 2026", DAY),
        ("1 sept", date(2026, 9, 1)),
        ("5 jan", date(2027, 1, 5)),
        ("1 jun", date(2026, 6, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("vandaag", TODAY),
        ("Morgen", date(2026, 11, 25)),
        ("overmorgen", date(2026, 11, 26)),
        ("gisteren", date(2026, 11, 23)),
        ("eergisteren", date(2026, 11, 22)),
        ("vr", date(2026, 11, 27)),
        ("vrijdag", date(2026, 11, 27)),
        ("ma", date(2026, 11, 30)),
        ("di", date(2026, 12, 1)),
        ("+3d", date(2026, 11, 27)),
        ("+3w", date(2026, 12, 15)),
        ("-1w", date(2026, 11, 17)),
        ("wk 47", date(2026, 11, 16)),
        ("wk47", date(2026, 11, 16)),
        ("week 2", date(2027, 1, 11)),
        ("wk 53", date(2026, 12, 28)),
        ("wk 1 2026", date(2025, 12, 29)),
        ("12-5-98", date(1998, 5, 12)),
        ("12-5-60", date(2060, 5, 12)),
    ],
)
def test_what_people_type(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.accept("G4")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Vul een datum in."),
        ("31 nov", "November heeft 30 dagen."),
        ("31-11-2026", "November heeft 30 dagen."),
        ("29-2-2026", "Februari 2026 heeft 28 dagen."),
        ("30 feb", "Februari heeft 29 dagen."),
        ("12-13-2026", "Maand 13 bestaat niet."),
        ("1-0-2026", "Maand 0 bestaat niet."),
        ("0-1-2026", "Dag 0 bestaat niet."),
        ("wk 54", "Week 54 bestaat niet."),
        ("wk 53 2025", "Week 53 bestaat niet."),
        ("24 foo", "‘foo’ is geen maand."),
        ("ma 24-11-2026", "24 november 2026 is een dinsdag."),
        ("24-11-0226", "Het jaar moet tussen 1800 en 2199 liggen."),
        ("+9999w", "Het jaar moet tussen 1800 en 2199 liggen."),
        ("24-11/2026", "‘24-11/2026’ is geen datum. Schrijf bijvoorbeeld 24-11-2026 of 24 nov."),
        ("24-11-202", "‘24-11-202’ is geen datum. Schrijf bijvoorbeeld 24-11-2026 of 24 nov."),
        ("ooit", "‘ooit’ is geen datum. Schrijf bijvoorbeeld 24-11-2026 of 24 nov."),
    ],
)
def test_what_is_no_day_says_why(text: str, sentence: str) -> None:
    with pytest.raises(ValueError) as raised:
        parse_day(text, TODAY)
    assert str(raised.value) == sentence


@pytest.mark.accept("G4")
def test_how_days_are_shown() -> None:
    assert day_field(DAY) == "di 24-11-2026"
    assert day_short(DAY, TODAY) == "di 24 nov"
    assert day_short(date(2027, 3, 1), TODAY) == "ma 1 mrt 2027"
    assert day_long(date(2026, 3, 1)) == "1 maart 2026"
    assert day_weekday_long(DAY) == "dinsdag 24 november 2026"


@pytest.mark.accept("G4")
def test_weeks_are_those_of_iso() -> None:
    assert [week_number(date(*d)) for d in [(2026, 11, 24), (2027, 1, 3), (2027, 1, 4), (2024, 12, 30)]] == [
        48,
        53,
        1,
        1,
    ]


shown_days = st.dates(min_value=date(FIRST_YEAR, 1, 1), max_value=date(LAST_YEAR, 12, 31))


@given(shown_days, st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 1, 1)))
def test_every_way_a_day_is_shown_reads_back(day: date, today: date) -> None:
    assert parse_day(day_field(day), today) == day
    assert parse_day(day_long(day), today) == day
    assert parse_day(day_weekday_long(day), today) == day
    assert parse_day(day.isoformat(), today) == day


@given(st.integers(-180, 180), st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 1, 1)))
def test_a_day_of_the_last_or_next_half_year_needs_no_year(days: int, today: date) -> None:
    day = today + timedelta(days=days)
    if (day.month, day.day) != (2, 29):
        assert parse_day(f"{day.day}-{day.month}", today) == day
        assert parse_day(day_short(day, day), today) == day


@given(st.text() | st.from_regex(r"[0-9a-z+\-/. ]{0,14}", fullmatch=True), shown_days)
def test_any_text_is_a_day_in_range_or_a_sentence(text: str, today: date) -> None:
    sentence = None
    try:
        assert FIRST_YEAR <= parse_day(text, today).year <= LAST_YEAR
    except ValueError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith(".")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("19:30", time(19, 30)),
        ("19.30", time(19, 30)),
        ("1930", time(19, 30)),
        ("930", time(9, 30)),
        ("19u", time(19)),
        ("19 u", time(19)),
        ("19u30", time(19, 30)),
        ("19", time(19)),
        ("19.30 uur", time(19, 30)),
        ("19 uur", time(19)),
        ("0:00", time(0)),
        ("9:05", time(9, 5)),
    ],
)
def test_times_people_type(text: str, moment: time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Vul een tijd in."),
        ("24:00", "24:00 is 0:00 van de volgende dag; schrijf 0:00 of 23:59."),
        ("25:00", "De tijd 25:00 bestaat niet."),
        ("1960", "De tijd 19:60 bestaat niet."),
        ("half acht", "‘half acht’ is geen tijd. Schrijf bijvoorbeeld 19:30."),
        ("19:3", "‘19:3’ is geen tijd. Schrijf bijvoorbeeld 19:30."),
    ],
)
def test_what_is_no_time_says_why(text: str, sentence: str) -> None:
    with pytest.raises(ValueError) as raised:
        parse_time(text)
    assert str(raised.value) == sentence


@given(st.times())
def test_every_way_a_time_is_shown_reads_back(moment: time) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert parse_time(time_text(moment)) == parse_time(time_prose(moment)) == minute


def test_times_of_moments_are_shown_too() -> None:
    moment = datetime(2026, 11, 24, 9, 5)  # noqa: DTZ001 - local time on purpose
    assert (time_text(moment), time_prose(moment)) == ("09:05", "9.05 uur")


@given(st.text())
def test_any_text_is_a_time_or_a_sentence(text: str) -> None:
    sentence = None
    try:
        parse_time(text)
    except ValueError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith(".")
