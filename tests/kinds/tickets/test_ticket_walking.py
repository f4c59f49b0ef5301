"""The order in which one walks along tickets."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.kinds.tickets.rules.walking import Stop, house_number, walking_order

NORTH = 52.99


def keys(*stops: Stop) -> str:
    return " ".join(stop.key for stop in walking_order(stops))


def stop(key: str, street: str = "A", rank: int = 0, number: int | None = None, east: float | None = None) -> Stop:
    degrees = None if east is None else (NORTH, 6.56 + east / 1000)
    return Stop(key, street, rank, None if number is None else (number, ""), degrees, key)


@pytest.mark.parametrize(
    ("words", "street", "number"),
    [
        ("Kruisstraat 12", "Kruisstraat", (12, "")),
        ("Kruisstraat 12a, achterom", "Kruisstraat", (12, "a")),
        ("Plein 1813 nr 4", "Plein 1813", (4, "")),
        ("bij de fontein", "", None),
        ("Kruisstraat", "Kruisstraat", None),
        ("Markt, tegenover 7 B", "Markt", (7, "b")),
    ],
)
def test_a_house_number_is_found_in_words(words: str, street: str, number: tuple[int, str] | None) -> None:
    assert house_number(words, street) == number


@pytest.mark.accept("T12")
def test_street_after_street_and_house_after_house() -> None:
    found = keys(
        stop("b9", "B", 1, 9),
        stop("a10", number=10),
        stop("nowhere", "", 10**6),
        stop("a2", number=2),
        stop("b1", "B", 1, 1),
    )
    assert found == "a2 a10 b1 b9 nowhere"


@pytest.mark.accept("T12")
def test_coordinates_place_what_has_no_number_or_street() -> None:
    found = keys(
        stop("a1", number=1, east=0), stop("a5", number=5, east=5), stop("a9", number=9, east=9),
        stop("tree", east=5.2), stop("bench", "", 10**6, east=0.3), stop("unknown"),
    )  # fmt: skip
    assert found == "a1 bench a5 tree a9 unknown"


@pytest.mark.accept("T12")
def test_the_next_street_is_entered_at_its_near_end() -> None:
    found = keys(
        stop("a1", number=1, east=0), stop("a9", number=9, east=9),
        stop("b1", "B", 1, 1, east=2), stop("b9", "B", 1, 9, east=10),
    )  # fmt: skip
    assert found == "a1 a9 b9 b1"


STOPS = st.lists(
    st.builds(
        Stop,
        key=st.uuids().map(str),
        street=st.sampled_from(["", "A", "B"]),
        rank=st.integers(0, 2),
        number=st.none() | st.tuples(st.integers(1, 99), st.sampled_from(["", "a"])),
        degrees=st.none() | st.tuples(st.floats(52, 53), st.floats(6, 7)),
    ),
    unique_by=lambda found: found.key,
)


@given(STOPS)
def test_nothing_is_lost_and_the_order_does_not_depend_on_the_asking(stops: list[Any]) -> None:
    way = [found.key for found in walking_order(stops)]
    assert sorted(way) == sorted(found.key for found in stops)
    assert [found.key for found in walking_order(stops[::-1])] == way
