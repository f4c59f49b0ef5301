"""What a row shows, decided from heads alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.store.log.entry import Key, Value
from vaartdesk.store.log.heads import Head
from vaartdesk.store.log.state import decide


def head(device: str, hlc: int, value: Value, op: str = "set") -> Head:
    return Head(device, 1, 0, hlc, value, op)


def never(_deletion: Key, _other: Key) -> bool:
    return False


def always(_deletion: Key, _other: Key) -> bool:
    return True


NONE: frozenset[str] = frozenset()


def test_one_head_is_the_value() -> None:
    assert decide({"title": [head("a", 1, "x")]}, NONE, never) == ({"title": "x"}, NONE)


def test_the_latest_is_shown_and_the_device_breaks_a_tie() -> None:
    assert decide({"title": [head("a", 2, "x"), head("b", 1, "y")]}, NONE, never) == (
        {"title": "x"},
        frozenset({"title"}),
    )
    assert decide({"title": [head("a", 1, "x"), head("b", 1, "y")]}, NONE, never) == (
        {"title": "y"},
        frozenset({"title"}),
    )


def test_equal_values_and_settled_fields_ask_nothing() -> None:
    assert decide({"title": [head("a", 2, "x"), head("b", 1, "x")]}, NONE, never).conflicts == NONE
    assert decide({"pos": [head("a", 2, "x"), head("b", 1, "y")]}, frozenset({"pos"}), never).conflicts == NONE


def test_an_erased_value_is_neither_shown_nor_asked_about() -> None:
    heads = [head("a", 9, None, "Rset"), head("b", 1, "y")]
    assert decide({"title": heads}, NONE, never) == ({"title": "y"}, NONE)
    assert decide({"title": [head("a", 9, None, "Rset"), head("b", 1, None, "Rerase")]}, NONE, never) == (
        {"title": None},
        NONE,
    )


def test_a_deletion_holds_only_when_it_saw_everything() -> None:
    row = {"alive": [head("a", 1, 0)], "title": [head("b", 2, "x")]}
    assert decide(row, NONE, always) == ({"alive": 0, "title": "x"}, NONE)
    assert decide(row, NONE, never) == ({"alive": 1, "title": "x"}, frozenset({"alive"}))
    assert decide(row, frozenset({"title"}), never) == ({"alive": 0, "title": "x"}, NONE)


def test_an_erasure_is_no_reason_to_keep_a_row() -> None:
    for op in ("erase", "Rerase", "Rset"):
        row = {"alive": [head("a", 1, 0)], "name": [head("b", 2, None, op)]}
        assert decide(row, NONE, never) == ({"alive": 0, "name": None}, NONE)


def test_one_who_keeps_it_alive_is_enough() -> None:
    marks = [head("a", 9, 0), head("b", 1, 1)]
    assert decide({"alive": marks}, NONE, always) == ({"alive": 1}, frozenset({"alive"}))
    assert decide({"alive": marks}, frozenset({"alive"}), always) == ({"alive": 1}, NONE)


def test_one_of_two_deletions_that_saw_all_is_enough() -> None:
    row = {"alive": [head("a", 1, 0), head("b", 1, 0)], "title": [head("c", 2, "x")]}
    assert decide(row, NONE, lambda deletion, _other: deletion[0] == "b") == ({"alive": 0, "title": "x"}, NONE)


@given(
    st.permutations([head(device, hlc, value) for device, hlc, value in (("a", 1, "x"), ("b", 3, "y"), ("c", 3, "z"))])
)
def test_the_order_of_arrival_does_not_matter(heads: list[Head]) -> None:
    assert decide({"title": heads}, NONE, never) == ({"title": "z"}, frozenset({"title"}))
