from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.kinds.meetings.rules.agenda import (
    annex_label,
    arrange,
    begins_at,
    lacks_proposal,
    overrun,
    runs_over,
    total,
)

START = datetime.fromisoformat("2026-12-08 19:30")


def item(key: str, pos: str, minutes: int | None = 10, parent: str | None = None) -> dict[str, Any]:
    return {"id": key, "pos": pos, "minutes": minutes, "parent": parent}


@pytest.mark.accept("M3")
def test_sub_items_are_numbered_under_and_stand_after_their_main_item() -> None:
    lines = arrange(
        [item("c", "3"), item("b2", "2", parent="b"), item("a", "1"), item("b", "2"), item("b1", "1", parent="b")]
    )
    assert [(line.id, line.number, line.depth) for line in lines] == [
        ("a", "1", 0),
        ("b", "2", 0),
        ("b1", "2.1", 1),
        ("b2", "2.2", 1),
        ("c", "3", 0),
    ]


@pytest.mark.accept("M3")
def test_annexes_bear_the_number_of_their_item_and_a_letter() -> None:
    assert [annex_label("2.1", n) for n in (0, 1, 25, 26, 27, 702)] == [
        "2.1-a",
        "2.1-b",
        "2.1-z",
        "2.1-aa",
        "2.1-ab",
        "2.1-aaa",
    ]


@pytest.mark.accept("M5")
def test_minutes_give_clock_times_and_the_total_its_overrun() -> None:
    lines = arrange([item("a", "1", 5), item("b", "2", 113), item("c", "3", 7), item("d", "4", 3)])
    times = [begins_at(line, START).strftime("%H:%M") for line in lines]
    assert times == ["19:30", "19:35", "21:28", "21:35"]
    assert total(lines) == 128
    assert overrun(lines, 120) == 8
    assert [line.id for line in lines if runs_over(line, 120)] == ["d"]


@pytest.mark.accept("M5")
def test_what_fits_does_not_run_over() -> None:
    lines = arrange([item("a", "1", 120), item("b", "2", 0), item("c", "3", None)])
    assert overrun(lines, 120) == 0
    assert not any(runs_over(line, 120) for line in lines)
    assert overrun(lines, None) == 0


def test_times_run_on_past_midnight() -> None:
    lines = arrange([item("a", "1", 300), item("b", "2", 5)])
    assert begins_at(lines[1], START) == datetime.fromisoformat("2026-12-09 00:30")


def test_an_item_whose_main_item_is_gone_stands_by_itself() -> None:
    assert [line.number for line in arrange([item("a", "1"), item("b", "2", parent="weg")])] == ["1", "2"]


@given(st.lists(st.tuples(st.integers(0, 7), st.sampled_from("0123456")), max_size=8))
def test_whatever_a_merge_brings_every_item_stands_once(rows: list[tuple[int, str]]) -> None:
    """Parents may be missing or form a ring after two laptops met."""
    items = [item(str(n), pos, 1, parent=str(parent)) for n, (parent, pos) in enumerate(rows)]
    lines = arrange(items)
    assert sorted(line.id for line in lines) == sorted(i["id"] for i in items)
    assert len({line.number for line in lines}) == len(lines)
    assert [line.offset for line in lines] == list(range(len(lines)))


@pytest.mark.accept("M4")
@pytest.mark.parametrize(
    ("purpose", "text", "lacks"),
    [
        ("besluitvorming", "", True),
        ("hamerstuk", "  \n", True),
        ("besluitvorming", "Het bestuur stelt vast.", False),
        ("bespreking", "", False),
    ],
)
def test_a_decision_needs_a_proposed_text(purpose: str, text: str, lacks: bool) -> None:
    assert lacks_proposal({"purpose": purpose, "proposed_decision": text}) is lacks
