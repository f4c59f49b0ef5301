from __future__ import annotations

from datetime import date

import pytest

from vaartdesk.core.periods import (
    Span,
    covers,
    month_of,
    month_text,
    months_from,
    parse_span,
    quarter_of,
    span_key,
    span_text,
    whole_months,
    year_of,
)

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("from_on", "to_on", "inside"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (DAY, DAY, True),
        (date(2026, 11, 25), None, False),
        (None, date(2026, 11, 23), False),
    ],
)
def test_both_ends_of_a_period_belong_to_it(from_on: date | None, to_on: date | None, inside: bool) -> None:
    assert covers(from_on, to_on, DAY) is inside


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2026, 3, 15), date(2026, 4, 14), 0),
        (date(2026, 3, 15), date(2026, 4, 15), 1),
        (date(2025, 11, 24), DAY, 12),
        (DAY, DAY, 0),
        (DAY, date(2026, 10, 24), -1),
    ],
)
def test_only_full_months_count(earlier: date, later: date, months: int) -> None:
    assert whole_months(earlier, later) == months


def test_stretches_of_the_calendar() -> None:
    november = month_of(DAY)
    assert november == Span(date(2026, 11, 1), date(2026, 11, 30))
    assert quarter_of(DAY) == Span(date(2026, 10, 1), date(2026, 12, 31))
    assert year_of(DAY) == Span(date(2026, 1, 1), date(2026, 12, 31))
    assert months_from(DAY, 2) == Span(date(2026, 11, 1), date(2026, 12, 31))
    assert months_from(DAY, -12) == Span(date(2025, 12, 1), date(2026, 11, 30))
    assert [month.first.month for month in months_from(DAY, -3).months()] == [9, 10, 11]
    assert november.last in november
    assert date(2026, 12, 1) not in november


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (month_of(DAY), "november 2026"),
        (year_of(DAY), "2026"),
        (quarter_of(DAY), "oktober tot en met december 2026"),
        (months_from(DAY, -12), "december 2025 tot en met november 2026"),
        (Span(date(2026, 11, 2), DAY), "2 november 2026 tot en met 24 november 2026"),
        (Span(date(2026, 11, 1), DAY), "1 november 2026 tot en met 24 november 2026"),
    ],
)
def test_a_stretch_in_words(span: Span, text: str) -> None:
    assert span_text(span) == text


def test_a_month_in_a_table() -> None:
    assert month_text(month_of(DAY)) == "nov 2026"


@pytest.mark.parametrize("span", [month_of(DAY), quarter_of(DAY), year_of(DAY), month_of(date(2026, 3, 1))])
def test_a_stretch_is_typed_as_it_is_written(span: Span) -> None:
    assert parse_span(span_key(span)) == span


def test_other_ways_to_type_it() -> None:
    assert parse_span(" 2026-3 ") == month_of(date(2026, 3, 1))
    assert parse_span("2026-k1") == quarter_of(date(2026, 3, 1))


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-0", "november", "26-11", "0001", "2026-K5", "2026-11-24", "²⁰²⁶"]
)
def test_what_is_no_stretch_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="een kwartaal als 2026-K4"):
        parse_span(text)
