from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.order import LONG, between, spread


class Seeded:
    """`secrets.randbelow`, but the same every time."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def randbelow(self, bound: int) -> int:
        return self._random.randrange(bound)


@given(st.lists(st.integers(0, 10**6), max_size=120), st.integers())
def test_a_list_built_in_any_order_keeps_its_order(spots: list[int], seed: int) -> None:
    rnd, keys = Seeded(seed), list[str]()
    for spot in spots:
        i = spot % (len(keys) + 1)
        keys.insert(i, between(keys[i - 1] if i else None, keys[i] if i < len(keys) else None, rnd))
    assert keys == sorted(set(keys))


@given(st.integers(0, 3000), st.data())
def test_spread_keys_are_in_order_and_leave_room_everywhere(n: int, data: st.DataObject) -> None:
    keys = spread(n)
    assert len(keys) == n
    assert keys == sorted(set(keys))
    i = data.draw(st.integers(0, n))
    low, high = (keys[i - 1] if i else None), (keys[i] if i < n else None)
    key = between(low, high)
    assert (low or "") < key
    assert high is None or key < high


def test_spreading_is_the_same_on_every_laptop_and_short() -> None:
    assert spread(5) == ["A", "K", "V", "f", "p"]
    assert max(map(len, spread(1000))) == 3


@pytest.mark.parametrize("at_end", [True, False])
def test_adding_a_thousand_times_at_one_end_keeps_keys_short(at_end: bool) -> None:
    rnd, key = Seeded(1), None
    for _ in range(1000):
        key = between(key, None, rnd) if at_end else between(None, key, rnd)
    assert key is not None
    assert len(key) <= LONG


def test_two_laptops_rarely_make_the_same_key() -> None:
    rnd = Seeded(2)
    assert len({between("K", "V", rnd) for _ in range(50)}) > 40


@pytest.mark.parametrize(("a", "b"), [("K", "K"), ("V", "K"), ("K0", "V"), ("K", "V0"), ("é", None), (None, "a b")])
def test_no_key_is_made_where_there_is_no_room(a: str | None, b: str | None) -> None:
    with pytest.raises(ValueError, match=r"no room|not an order key"):
        between(a, b)


def test_neighbours_without_a_digit_between_get_a_longer_key() -> None:
    for a, b in [("1", "2"), ("1", "11"), (None, "01"), ("1z", "2"), ("5", "501")]:
        key = between(a, b, Seeded(3))
        assert (a or "") < key < b
