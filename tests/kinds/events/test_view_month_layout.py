"""Lanes, weeks and drags of the month, without a widget."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from month import shown
from vaartdesk.kinds.events.view.lanes import Layout, arrange
from vaartdesk.kinds.events.view.month_drag import Drag
from vaartdesk.kinds.events.view.period import Period, period_of

DECEMBER = Period(2026, 12)


def lanes(layout: Layout, title: str) -> list[int]:
    return [piece.lane for piece in layout.pieces if piece.shown.title == title]


@pytest.mark.parametrize(
    ("year", "month", "first", "weeks"),
    [
        (2026, 12, date(2026, 11, 30), 5),
        (2026, 2, date(2026, 1, 26), 5),
        (2027, 2, date(2027, 2, 1), 5),
        (2026, 8, date(2026, 7, 27), 6),
        (2027, 1, date(2026, 12, 28), 5),
    ],
)
def test_a_month_is_whole_weeks_from_monday(year: int, month: int, first: date, weeks: int) -> None:
    period = Period(year, month)
    assert (period.first, period.weeks) == (first, weeks)
    assert period.last == first + timedelta(7 * weeks - 1)


@given(st.dates(date(1800, 2, 1), date(2199, 11, 30)), st.integers(-30, 30))
def test_turning_there_and_back_is_where_one_was(day: date, months: int) -> None:
    period = period_of(day)
    assert period.shows(day)
    turned = period.moved(months)
    if (turned.year * 12 + turned.month) - (period.year * 12 + period.month) == months:
        assert turned.moved(-months) == period


def test_the_ends_of_the_known_years_stop_the_turning() -> None:
    assert period_of(date(1800, 1, 5)).moved(-1) == Period(1800, 2)
    assert period_of(date(2199, 12, 5)).moved(20) == Period(2199, 11)


def test_the_longest_takes_the_first_lane_and_keeps_it() -> None:
    layout = arrange(
        [shown("Markt", 11, 20), shown("Paviljoen", 4, 31), shown("Avonden", 16, 18)], DECEMBER, lambda day: 5
    )
    assert set(lanes(layout, "Paviljoen")) == {0}
    assert set(lanes(layout, "Markt")) == {1}
    assert lanes(layout, "Avonden") == [2]
    paviljoen = [piece for piece in layout.pieces if piece.shown.title == "Paviljoen"]
    assert [piece.begins for piece in paviljoen] == [True, False, False, False, False]
    assert [piece.ends for piece in paviljoen] == [False, False, False, False, True]
    assert [(piece.first, piece.last) for piece in paviljoen] == [(4, 6), (0, 6), (0, 6), (0, 6), (0, 3)]


def test_a_one_day_event_takes_two_lanes_where_there_is_room() -> None:
    def room(day: date) -> int:
        return 5 if day.day < 16 else 4

    bars = [shown(f"lang {n}", 7, 20) for n in range(3)]
    layout = arrange([*bars, shown("ruim", 9), shown("krap", 16)], DECEMBER, room)
    found = {piece.shown.title: (piece.lane, piece.lanes) for piece in layout.pieces if not piece.shown.is_span}
    assert found == {"ruim": (3, 2), "krap": (3, 1)}
    assert layout.overflows == ()


def test_what_has_no_room_is_counted_and_nothing_is_lost() -> None:
    many = [shown(f"e{n}", 9, hour=n) for n in range(6)]
    layout = arrange([shown("lang", 7, 10), *many], DECEMBER, lambda day: 4)
    drawn = [piece.shown.title for piece in layout.pieces if not piece.shown.is_span]
    assert drawn == ["e0", "e1"]
    (rest,) = layout.overflows
    assert (rest.day, rest.lane) == (date(2026, 12, 9), 3)
    assert [one.title for one in rest.hidden] == ["e2", "e3", "e4", "e5"]


def test_a_bar_is_interrupted_only_on_the_day_that_is_full() -> None:
    many = [shown(f"e{n}", 9, hour=n) for n in range(4)]
    layout = arrange([shown("lang", 7, 12), shown("korter", 8, 11), *many], DECEMBER, lambda day: 2)
    korter = [(p.first, p.last, p.begins, p.ends) for p in layout.pieces if p.shown.title == "korter"]
    assert korter == [(1, 1, True, False), (3, 4, False, True)]
    assert {one.title for one in layout.overflows[0].hidden} == {"korter", "e0", "e1", "e2", "e3"}


@given(
    st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9), st.integers(0, 22)), max_size=25),
    st.integers(0, 5),
)
def test_every_event_of_a_day_is_drawn_once_or_counted(events: list[tuple[int, int, int]], room: int) -> None:
    given_events = [
        shown(f"e{n}", first, min(31, first + length), hour) for n, (first, length, hour) in enumerate(events)
    ]
    layout = arrange(given_events, DECEMBER, lambda day: room)
    for day in DECEMBER.days():
        week, column = DECEMBER.place(day)
        here = [p for p in layout.pieces if p.week == week and p.first <= column <= p.last]
        hidden = [one.title for rest in layout.overflows if rest.day == day for one in rest.hidden]
        expected = sorted(one.title for one in given_events if one.first_on <= day <= one.last_on)
        assert sorted([p.shown.title for p in here] + hidden) == expected
        taken = [lane for p in here for lane in range(p.lane, p.lane + p.lanes)]
        assert len(taken) == len(set(taken)), "two events on one lane"
        assert all(lane < max(1, room) for lane in taken)
        if hidden:
            assert max(1, room) - 1 not in taken, "an event under +n"


def drag(part: str, days: int) -> tuple[int, int]:
    layout = arrange([shown("markt", 8, 10)], DECEMBER, lambda day: 3)
    begun = Drag(layout.pieces[0], part, date(2026, 12, 8))  # type: ignore[arg-type]
    return begun.over(date(2026, 12, 8) + timedelta(days)).steps


@pytest.mark.parametrize(
    ("part", "days", "steps"),
    [
        ("body", 3, (3, 3)),
        ("body", -3, (-3, -3)),
        ("end", 2, (0, 2)),
        ("end", -5, (0, -2)),
        ("begin", -1, (-1, 0)),
        ("begin", 9, (2, 0)),
    ],
)
def test_a_drag_moves_or_draws_out_and_leaves_a_day(part: str, days: int, steps: tuple[int, int]) -> None:
    assert drag(part, days) == steps


def test_beside_the_grid_a_drag_does_nothing() -> None:
    layout = arrange([shown("markt", 8)], DECEMBER, lambda day: 3)
    begun = Drag(layout.pieces[0], "body", date(2026, 12, 8))
    assert begun.over(None).steps == (0, 0)
    assert begun.over(None).ghost(DECEMBER) == ()
