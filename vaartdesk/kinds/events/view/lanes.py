"""Which lane each event takes in the month: longest first, so that lanes hold still from week to week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.period import DAYS, Period

TALL = 2
"""Lanes of a one-day event that shows its time on a line of its own."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an event in one week, from column ``first`` to ``last``; round only where it truly begins or ends."""

    shown: Shown
    week: int
    first: int
    last: int
    lane: int
    lanes: int = 1
    begins: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Overflow:
    """So many events of a day have no room; ``lane`` is where "+3 meer" stands."""

    day: date
    lane: int
    hidden: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that the grid draws over its days."""

    pieces: tuple[Piece, ...] = ()
    overflows: tuple[Overflow, ...] = ()


class _Bar(NamedTuple):
    """An event that is drawn as a bar, its lane, and the numbers of the first day and of the one after its last."""

    shown: Shown
    lane: int
    begin: int
    end: int


class _Day:
    """What one day holds: the lanes of its bars, and what is left over."""

    __slots__ = ("bars", "day", "hidden", "placed", "room", "singles", "taken")

    def __init__(self, day: date, room: int) -> None:
        self.day, self.room = day, room
        """Lanes below ``room`` are drawn."""
        self.bars: dict[int, Shown] = {}
        self.taken = 0
        """The lanes of the bars, a bit for each."""
        self.singles: list[Shown] = []
        self.placed: Sequence[tuple[Shown, int, int]] = ()
        self.hidden: Sequence[Shown] = ()

    def settle(self) -> None:
        """Place the one-day events; with two lanes each where all fit so, else with one, else with a rest."""
        free = [lane for lane in range(self.room) if lane not in self.bars]
        if len(self.singles) <= len(free) and max(self.bars, default=0) < self.room:
            self.placed = _tall(self.singles, free)
            if len(self.placed) < len(self.singles):
                self.placed = [(shown, lane, 1) for shown, lane in zip(self.singles, free, strict=False)]
            return
        self.room -= 1
        free = [lane for lane in free if lane < self.room]
        self.placed = [(shown, lane, 1) for shown, lane in zip(self.singles, free, strict=False)]
        dropped = [shown for lane, shown in sorted(self.bars.items()) if lane >= self.room]
        self.hidden = dropped + self.singles[len(self.placed) :]


def _tall(singles: Sequence[Shown], free: Sequence[int]) -> list[tuple[Shown, int, int]]:
    """Each event on two free lanes below each other; fewer than were given when there is no room for all."""
    placed: list[tuple[Shown, int, int]] = []
    at = 0
    for shown in singles:
        while at + 1 < len(free) and free[at + 1] != free[at] + 1:
            at += 1
        if at + 1 >= len(free):
            break
        placed.append((shown, free[at], TALL))
        at += 2
    return placed


def arrange(shown: Iterable[Shown], period: Period, room: Callable[[date], int]) -> Layout:
    """Lanes for the events of a period. ``room``: how many lanes the cell of a day has."""
    days = [_Day(day, max(1, room(day))) for day in period.days()]
    spans, singles = list[Shown](), list[Shown]()
    for one in shown:
        (spans if one.is_span else singles).append(one)
    bars = _lanes(spans, days)
    for single in sorted(singles, key=lambda s: (s.starts_at, s.title, s.occurrence)):
        number = (single.first_on - days[0].day).days
        if 0 <= number < len(days):
            days[number].singles.append(single)
    for day in days:
        if day.bars or day.singles:
            day.settle()
    overflows = (Overflow(day.day, day.room, tuple(day.hidden)) for day in days if day.hidden)
    return Layout((*_bars(bars, days), *_singles(days)), tuple(overflows))


def _lanes(spans: list[Shown], days: Sequence[_Day]) -> list[_Bar]:
    """The longest first, each on the highest lane that is free on all its days."""
    first, found = days[0].day, []
    for shown in sorted(spans, key=lambda s: (-s.days, s.first_on, s.title, s.occurrence)):
        begin = max(0, (shown.first_on - first).days)
        own = days[begin : max(0, (shown.last_on - first).days + 1)]
        taken = 0
        for day in own:
            taken |= day.taken
        lane = (~taken & (taken + 1)).bit_length() - 1  # the lowest bit that no day has
        for day in own:
            day.bars[lane] = shown
            day.taken |= 1 << lane
        found.append(_Bar(shown, lane, begin, begin + len(own)))
    return found


def _singles(days: Sequence[_Day]) -> Iterator[Piece]:
    for number, day in enumerate(days):
        week, column = divmod(number, DAYS)
        for shown, lane, lanes in day.placed:
            yield Piece(shown, week, column, column, lane, lanes)


def _bars(bars: Iterable[_Bar], days: Sequence[_Day]) -> Iterator[Piece]:
    """A piece of each bar in each week, interrupted where a day has no room for it."""
    for shown, lane, begin, end in bars:
        number = begin
        while number < end:
            start, week = number, number // DAYS
            while number < min(end, (week + 1) * DAYS) and lane < days[number].room:
                number += 1
            if number > start:
                begins, ends = shown.first_on == days[start].day, shown.last_on == days[number - 1].day
                yield Piece(shown, week, start % DAYS, (number - 1) % DAYS, lane, 1, begins, ends)
            else:
                number += 1
