"""Recurrence rules in words, and the words read back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.rule_reading import parse_rule
from vaartdesk.core.rule_words import CODES, ORDINALS, WORKDAYS, rule_words, suggestions

TODAY = date(2026, 11, 24)

SAID = {
    "FREQ=DAILY": "elke dag",
    "FREQ=DAILY;INTERVAL=3": "elke 3 dagen",
    "FREQ=WEEKLY": "elke week",
    "FREQ=WEEKLY;BYDAY=MO,TH": "elke maandag en donderdag",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "elke werkdag",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR": "elke 2 weken op dinsdag en vrijdag",
    "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9;BYDAY=FR": "elke vrijdag in april tot en met september",
    "FREQ=MONTHLY;BYDAY=1MO": "eerste maandag van de maand",
    "FREQ=MONTHLY;BYDAY=1MO,3MO,-1FR": "eerste en derde maandag en laatste vrijdag van de maand",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": "laatste werkdag van de maand",
    "FREQ=MONTHLY;BYMONTH=3,6,9;BYDAY=2TU": "tweede dinsdag van maart, juni en september",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO": "elke 3 maanden op de eerste maandag",
    "FREQ=MONTHLY;BYMONTHDAY=1,15": "elke maand op de 1e en de 15e",
    "FREQ=MONTHLY;BYMONTHDAY=-1": "elke maand op de laatste dag",
    "FREQ=MONTHLY;INTERVAL=6": "elke 6 maanden",
    "FREQ=YEARLY": "elk jaar",
    "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15": "elk jaar op 15 november",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=1MO": "elk jaar op de eerste maandag van november",
    "FREQ=YEARLY;INTERVAL=2": "elke 2 jaar",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=6": "elke dinsdag, 6 keer",
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231": "elke dinsdag, tot en met 31 december 2027",
}


@pytest.mark.parametrize(("rule", "words"), SAID.items())
def test_a_rule_is_said_in_words_and_read_back(rule: str, words: str) -> None:
    assert rule_words(rule) == words
    assert parse_rule(words, TODAY) == rule


@pytest.mark.accept("T17")
@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("Eerste maandag van de maand", "FREQ=MONTHLY;BYDAY=1MO"),
        ("elke 1e maandag van de maand", "FREQ=MONTHLY;BYDAY=1MO"),
        ("de laatste vrijdag van elke maand", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("eerste maandag", "FREQ=MONTHLY;BYDAY=1MO"),
        ("iedere dinsdag", "FREQ=WEEKLY;BYDAY=TU"),
        ("ma en do", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("vrijdag, maandag", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("om de week", "FREQ=WEEKLY;INTERVAL=2"),
        ("om de week op woensdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("om de maandag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("elke andere week", "FREQ=WEEKLY;INTERVAL=2"),
        ("maandelijks", "FREQ=MONTHLY"),
        ("per kwartaal", "FREQ=MONTHLY;INTERVAL=3"),
        ("elk half jaar", "FREQ=MONTHLY;INTERVAL=6"),
        ("jaarlijks op 9 nov", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=9"),
        ("elke vrijdag van november t/m februari", "FREQ=WEEKLY;BYMONTH=1,2,11,12;BYDAY=FR"),
        ("eerste dag van de maand", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("elke dinsdag t/m 1-3-2027", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270301"),
        ("RRULE:freq=weekly; byday=mo", "FREQ=WEEKLY;BYDAY=MO"),
        ("", ""),
    ],
)
def test_people_write_it_in_many_ways(typed: str, rule: str) -> None:
    assert parse_rule(typed, TODAY) == rule


@pytest.mark.parametrize(
    "typed",
    ["soms", "elke", "elke 0 dagen", "elke maandag, 0 keer", "elk jaar op 40 mei", "eerste", "elke dag op dinsdag"],
)
def test_what_cannot_be_read_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueError, match="eerste maandag van de maand"):
        parse_rule(typed, TODAY)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=13MO",
        "onzin",
        "FREQ=DAILY;BYMONTHDAY=13",
    ],
)
def test_what_words_cannot_say_is_shown_as_it_is(rule: str) -> None:
    assert rule_words(rule) == rule


DAYS = st.lists(st.sampled_from(CODES), min_size=1, unique=True)
PLACED = st.tuples(st.sampled_from(sorted(ORDINALS)), st.sampled_from(CODES))


@given(
    st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=5"]),
    st.sampled_from(["", ";BYMONTH=5", ";BYMONTH=3,6", ";BYMONTH=4,5,6,7"]),
    st.one_of(
        DAYS.map(lambda days: ("WEEKLY", ";BYDAY=" + ",".join(c for c in CODES if c in days))),
        PLACED.map(lambda pair: ("MONTHLY", f";BYDAY={pair[0]}{pair[1]}")),
        st.sampled_from([1, -1, 2]).map(lambda n: ("MONTHLY", f";BYDAY={WORKDAYS};BYSETPOS={n}")),
        st.integers(1, 31).map(lambda n: ("MONTHLY", f";BYMONTHDAY={n}")),
    ),
    st.sampled_from(["", ";COUNT=12", ";UNTIL=20280229"]),
)
def test_every_rule_that_words_can_say_comes_back(interval: str, months: str, on: tuple[str, str], end: str) -> None:
    rule = f"FREQ={on[0]}{interval}{months}{on[1]}{end}"
    assert parse_rule(rule_words(rule), TODAY) == rule


@given(st.text(max_size=60))
def test_anything_can_be_typed(typed: str) -> None:
    told = ""
    try:
        parse_rule(typed, TODAY)
    except ValueError as error:
        told = str(error)
    assert not told or told.endswith(".")


def test_a_start_suggests_rules_that_can_be_read() -> None:
    words = suggestions(TODAY)
    assert words[:3] == ("elke dinsdag", "elke 2 weken op dinsdag", "vierde dinsdag van de maand")
    assert words[-1] == "elk jaar op 24 november"
    assert all(parse_rule(word, TODAY) for word in words)
    assert suggestions(date(2026, 12, 31))[2] == "laatste donderdag van de maand"
