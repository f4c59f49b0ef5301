from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.money import format_money, format_number, parse_money, parse_number


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,50", 123450),
        ("1234,5", 123450),
        ("€ 12", 1200),
        ("€12,-", 1200),
        ("12,--", 1200),
        ("3 euro", 300),
        ("EUR 3,05", 305),
        ("-3,5", -350),
        ("€ -3,50", -350),
        ("-€ 3,50", -350),
        ("\N{MINUS SIGN}3,50", -350),
        ("1.000.000", 100_000_000),
        ("€\N{NO-BREAK SPACE}0,00", 0),
        ("0012,500", 1250),
    ],
)
def test_amounts_people_write(text: str, cents: int) -> None:
    assert parse_money(text) == cents


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Vul een bedrag in."),
        ("€", "Vul een bedrag in."),
        ("12.50", "Schrijf 12.50 met een komma: 12,50."),
        ("1,234", "Gebruik hoogstens 2 cijfers achter de komma."),
        ("1.23.456", "‘1.23.456’ is geen getal."),
        ("veel", "‘veel’ is geen getal."),
        ("1e9", "‘1e9’ is geen getal."),
        ("٣", "‘٣’ is geen getal."),
        ("9" * 400, "Dit getal is te groot."),
    ],
)
def test_what_is_no_amount_says_why(text: str, sentence: str) -> None:
    with pytest.raises(ValueError) as raised:
        parse_money(text)
    assert str(raised.value) == sentence


def test_how_amounts_and_numbers_are_shown() -> None:
    assert format_money(123450) == "€\N{NO-BREAK SPACE}1.234,50"
    assert format_money(-5) == "€\N{NO-BREAK SPACE}-0,05"
    assert format_number(1234567, 0) == "1.234.567"
    assert format_number(85, 1) == "8,5"


def test_a_whole_number_has_no_comma() -> None:
    assert parse_number("1.200", 0) == 1200
    with pytest.raises(ValueError, match="heel getal"):
        parse_number("1,5", 0)


@given(st.integers(-(10**16), 10**16))
def test_every_amount_shown_reads_back(cents: int) -> None:
    assert parse_money(format_money(cents)) == cents


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_every_number_shown_reads_back(value: int, decimals: int) -> None:
    assert parse_number(format_number(value, decimals), decimals) == value


@given(st.text() | st.from_regex(r"[-€0-9., ]{0,20}", fullmatch=True))
def test_any_text_is_an_amount_or_a_sentence(text: str) -> None:
    sentence = None
    try:
        parse_money(text)
    except ValueError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith(".")
