from __future__ import annotations

import random
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.ids import IdSource, link_id, new_id, rule_id


class Seeded:
    """`secrets.randbelow`, but the same every time."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def randbelow(self, bound: int) -> int:
        return self._random.randrange(bound)


class Highest:
    """Always the largest number: the tail overflows at the second key of a millisecond."""

    def randbelow(self, bound: int) -> int:
        return bound - 1


def test_a_key_is_a_uuid_of_version_7_with_the_time_in_front() -> None:
    key = IdSource().next(0x0123456789AB, Seeded(1))
    parsed = uuid.UUID(hex=key)
    assert (len(key), key, parsed.version, parsed.variant) == (32, key.lower(), 7, uuid.RFC_4122)
    assert key.startswith("0123456789ab")


@given(st.lists(st.integers(0, 2**40), min_size=2), st.integers())
def test_keys_only_go_up_whatever_the_clock_does(moments: list[int], seed: int) -> None:
    source, rnd = IdSource(), Seeded(seed)
    keys = [source.next(ms, rnd) for ms in moments]
    assert keys == sorted(set(keys))
    assert all(uuid.UUID(hex=key).version == 7 for key in keys)


def test_a_full_millisecond_borrows_the_next() -> None:
    source = IdSource()
    first, second = (source.next(7, Highest()) for _ in range(2))
    assert (int(first[:12], 16), int(second[:12], 16)) == (7, 8)


def test_the_shared_source_gives_no_key_twice() -> None:
    keys = [new_id(1_800_000_000_000) for _ in range(1000)]
    assert keys == sorted(set(keys))


def test_time_outside_the_format_is_refused() -> None:
    for ms in (-1, 2**48):
        with pytest.raises(ValueError, match="UUIDv7"):
            new_id(ms)


def test_keys_by_rule_are_golden() -> None:
    """These values are in databases: changing them makes doubles on every laptop."""
    assert rule_id("seed", "theme_line", "A") == "654ac22733312c0d2b26ef5c93f8a605"
    assert rule_id("seed", "theme_line") == "b85a9ea683f5375095d5bb1760bec129"
    assert link_id("a" * 32, "places", "b" * 32) == "433d6dc34c4c318b94f42cdae49e491d"


bare = st.text(alphabet=st.characters(exclude_characters="|", exclude_categories=["Cs"]))
storable = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(st.tuples(bare, bare, storable), st.tuples(bare, bare, storable))
def test_two_rules_share_a_key_only_when_they_are_the_same(a: tuple[str, str, str], b: tuple[str, str, str]) -> None:
    assert (rule_id(*a) == rule_id(*b)) == (a == b)


def test_a_bar_would_blur_the_parts() -> None:
    with pytest.raises(ValueError, match="bar"):
        rule_id("a|b", "c")
    with pytest.raises(ValueError, match="bar"):
        link_id("a", "b|c", "d")
