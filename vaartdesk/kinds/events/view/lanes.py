"""Which lane each event takes in the month: longest first, so that lanes hold still from week to week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

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


@dataclass(slots=True)
class _Day:
    """What one day holds: the lanes of its bars, and what is left over."""

    day: date
    room: int
    bars: dict[int, Shown] = field(default_factory=dict)
    singles: list[Shown] = field(default_factory=list)
    placed: list[tuple[Shown, int, int]] = field(default_factory=list)
    hidden: list[Shown] = field(default_factory=list)

    def settle(self) -> None:
        """Place the one-day events; with two lanes each where all fit so, else with one, else with a rest."""
        too_low = [shown for lane, shown in sorted(self.bars.items()) if lane >= self.room]
        free = [lane for lane in range(self.room) if lane not in self.bars]
        if not too_low:
            self.placed = _tall(self.singles, free)
            if len(self.placed) == len(self.singles):
                return
            self.placed = [(shown, lane, 1) for shown, lane in zip(self.singles, free, strict=False)]
            if len(self.placed) == len(self.singles):
                return
        rest = self.room - 1
        free = [lane for lane in free if lane < rest]
        self.placed = [(shown, lane, 1) for shown, lane in zip(self.singles, free, strict=False)]
        dropped = [shown for lane, shown in sorted(self.bars.items()) if lane >= rest]
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
    first, bars, singles = period.first, list[Shown](), list[Shown]()
    for one in shown:
        (bars if one.is_span else singles).append(one)
    bars.sort(key=lambda s: (-s.days, s.first_on, s.title, s.occurrence))
    for bar in bars:
        own = days[max(0, (bar.first_on - first).days) : max(0, (bar.last_on - first).days + 1)]
        lane = next(n for n in range(len(bars)) if all(n not in day.bars for day in own))
        for day in own:
            day.bars[lane] = bar
    for single in sorted(singles, key=lambda s: (s.starts_at, s.title, s.occurrence)):
        number = (single.first_on - first).days
        if 0 <= number < len(days):
            days[number].singles.append(single)
    for day in days:
        if day.bars or day.singles:
            day.settle()
    return Layout(tuple(_pieces(days)), tuple(_overflows(days)))


def _overflows(days: Iterable[_Day]) -> Iterable[Overflow]:
    return (Overflow(day.day, day.room - 1, tuple(day.hidden)) for day in days if day.hidden)


def _pieces(days: Sequence[_Day]) -> Iterable[Piece]:
    for week in range(len(days) // DAYS):
        row = days[week * DAYS : (week + 1) * DAYS]
        if any(day.bars for day in row):
            yield from _bars(row, week)
        for column, day in enumerate(row):
            for shown, lane, lanes in day.placed:
                yield Piece(shown, week, column, column, lane, lanes)


def _bars(row: Sequence[_Day], week: int) -> Iterable[Piece]:
    """The bars of a week: days of the same event on the same lane joined, interrupted where a day has no room for it."""
    runs: dict[int, list[list[int]]] = defaultdict(list)
    for column, day in enumerate(row):
        hidden = set(map(id, day.hidden))
        for lane, shown in day.bars.items():
            if id(shown) in hidden:
                continue
            known = runs[lane]
            joins = known and known[-1][-1] == column - 1 and row[column - 1].bars.get(lane) is shown
            if joins:
                known[-1].append(column)
            else:
                known.append([column])
    for lane, found in sorted(runs.items()):
        for columns in found:
            first, last = columns[0], columns[-1]
            shown = row[first].bars[lane]
            begins, ends = shown.first_on == row[first].day, shown.last_on == row[last].day
            yield Piece(shown, week, first, last, lane, 1, begins, ends)
