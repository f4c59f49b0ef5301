"""Going through all spans once finds the same pairs as looking at every two of them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.kinds.events.rules.meeting import Taken, meeting


def moment(hour: int) -> str:
    return f"2026-12-{1 + hour // 24:02}T{hour % 24:02}:00:00.000Z"


@st.composite
def spans(draw: st.DrawFn) -> list[Taken]:
    count = draw(st.integers(0, 12))
    found = []
    for number in range(count):
        begins, lasts = draw(st.integers(0, 20)), draw(st.integers(0, 9))
        place, event = draw(st.sampled_from("AB")), draw(st.sampled_from("xyz"))
        found.append(Taken(place, moment(begins), moment(begins + lasts), event, str(number)))
    return found


def overlap(one: Taken, other: Taken) -> bool:
    is_other = one.event != other.event and one.place == other.place
    return is_other and one.begins < other.ends and one.ends > other.begins


@given(spans())
def test_the_pairs_are_those_of_looking_at_every_two(taken: list[Taken]) -> None:
    found = [frozenset((one.occurrence, other.occurrence)) for one, other in meeting(taken)]
    naive = {
        frozenset((one.occurrence, other.occurrence)) for one, other in combinations(taken, 2) if overlap(one, other)
    }

    assert len(found) == len(set(found))
    assert set(found) == naive


def test_what_ends_when_the_other_begins_does_not_meet_it() -> None:
    first, second = Taken("A", moment(9), moment(11), "x", "1"), Taken("A", moment(11), moment(13), "y", "2")
    long = Taken("A", moment(10), moment(12), "z", "3")

    assert list(meeting([second, first])) == []
    assert list(meeting([second, long, first])) == [(first, long), (long, second)]
