"""What a measure gives: lines of ours beside the floor of the same run, and how they are taken."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.clock import now

if TYPE_CHECKING:
    from bench.workshop import Workshop

GAP_MS: Final = 50.0
"""Nobody sees an interface that stands still for so long."""


@dataclass(frozen=True)
class Line:
    """One row of the table. ``ours`` and ``floor`` in ``unit``; ``gap``: the longest the window stood still, in ms."""

    words: str
    ours: float
    floor: float
    goal: float
    unit: str = "ms"
    gap: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor

    @property
    def is_good(self) -> bool:
        """Within its goal, the window never standing still for long."""
        return self.ratio <= self.goal and (self.gap is None or self.gap <= GAP_MS)

    def told(self) -> str:
        """The row as it is printed."""
        figures = f"ours {self.ours:,.2f} {self.unit}, floor {self.floor:,.2f} {self.unit}"
        gap = "" if self.gap is None else f", gap {self.gap:.0f} ms"
        beyond = "" if self.is_good else "  BEYOND"
        note = f"  ({self.note})" if self.note else ""
        return f"{self.words}: {figures}, ratio {self.ratio:.2f}, goal {self.goal:g}{gap}{beyond}{note}"


@dataclass(frozen=True)
class Act:
    """A measure: ``run(workshop)`` gives its lines; ``words`` say what it is about."""

    words: str
    run: Callable[[Workshop], Iterable[Line]]


@dataclass(frozen=True)
class Turn:
    """One time of ours: how long it took, and the longest the window stood still (both in ms)."""

    ms: float
    gap: float | None = None


def ms_of(work: Callable[[], object]) -> float:
    """How many ms `work` takes."""
    start = now()
    work()
    return (now() - start) * 1000


def wall_ms_of(work: Callable[[], object]) -> float:
    """The same by the wall, for what waits for a disk."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def standing(work: Callable[[], object]) -> Turn:
    """A turn of work in the window's own thread: as long as it takes, nothing else happens."""
    begun = time.perf_counter()
    ms = ms_of(work)
    return Turn(ms, (time.perf_counter() - begun) * 1000)


def beside(
    words: str, goal: float, ours: Callable[[], Turn], floor: Callable[[], float], rounds: int, *, note: str = ""
) -> Line:
    """The medians of both, taken in turns so that a busy moment of the machine hits both; after one turn to warm up."""
    ours()
    floor()
    turns, floors = list[Turn](), list[float]()
    for _round in numbered(rounds):
        turns.append(ours())
        floors.append(floor())
    return line_of(words, goal, turns, floors, note=note)


def line_of(words: str, goal: float, turns: Iterable[Turn], floors: Iterable[float], *, note: str = "") -> Line:
    """The row of these turns, gaps included where they were watched."""
    turns = list(turns)
    gaps = [turn.gap for turn in turns if turn.gap is not None]
    gap = middle(gaps) if gaps else None
    return Line(words, middle(turn.ms for turn in turns), middle(floors), goal, gap=gap, note=note)


def middle(values: Iterable[float]) -> float:
    """The median."""
    return statistics.median(values)


def numbered(rounds: int) -> Iterator[int]:
    """Round numbers, with the garbage of the round before swept first."""
    for number in range(rounds):
        gc.collect()
        yield number
