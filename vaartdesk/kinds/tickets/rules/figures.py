"""What tickets count up to: how many came, went and are open, how fast they are solved, and how many of them in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final, TypeVar

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.periods import Span
from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.formats.terms import WORKING, passed
from vaartdesk.kinds.tickets.rules.moves import CLOSED, DONE, local_day, pauses_of
from vaartdesk.schema.ref import Values

FEWEST: Final = 5
"""Below so many cases a median or a share says more about chance than about the work (D5)."""
Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class Flow:
    """``open``: how many were open at the end of each week, oldest first, the last one now; ``came`` and ``went``:
    reported and closed per week.
    """

    open: tuple[int, ...]
    came: tuple[int, ...]
    went: tuple[int, ...]


def flow(came: Sequence[int], went: Sequence[int], now_open: int) -> Flow:
    """Counted back from ``now_open``; ``came`` and ``went`` per week, oldest first, the last one that of today."""
    counts = [now_open]
    for week in range(len(came) - 1, 0, -1):
        counts.append(max(0, counts[-1] - came[week] + went[week]))
    return Flow(tuple(reversed(counts)), tuple(came), tuple(went))


@dataclass(frozen=True, slots=True)
class Speed:
    """Of solved tickets: the median of net working days, and how many of those with a term were in time."""

    solved: int
    days: int | None
    with_term: int
    in_time: int

    @property
    def share(self) -> int | None:
        """The part in time, in whole percents; None where there are too few cases."""
        return round(100 * self.in_time / self.with_term) if self.with_term >= FEWEST else None


@dataclass(frozen=True, slots=True)
class Case:
    """One ticket as the figures see it. ``days``: net working days it took, ``in_time``: None without a term; both only of
    one that was solved.
    """

    came_on: date | None
    went_on: date | None
    category: str | None = None
    street: str | None = None
    is_solved: bool = False
    days: int | None = None
    in_time: bool | None = None


def is_in_time(values: Values) -> bool | None:
    """Whether a solved ticket was solved within its term; None for another one, or without a term."""
    if values["status"] != DONE or values["due_on"] is None or values["closed_at"] is None:
        return None
    return bool(local_day(values["closed_at"]) <= values["due_on"])


def case_of(values: Values, calendar: WorkCalendar) -> Case:
    """A ticket as a case; days on which it waited do not count."""
    came = local_day(values["reported_at"]) if values["reported_at"] is not None else None
    went = local_day(values["closed_at"]) if values["closed_at"] is not None else None
    if values["status"] not in CLOSED:
        went = None
    elif went is None:
        went = came or date.min  # closed by who wrote no moment: it is not open
    is_solved = values["status"] == DONE
    days = None
    if is_solved and came is not None and values["closed_at"] is not None and went is not None:
        days = passed(came, went, WORKING, calendar, pauses_of(values))
    return Case(came, went, values["category"], values["street"], is_solved, days, is_in_time(values))


def speed(cases: Iterable[Case]) -> Speed:
    """How fast these were, as far as they were solved."""
    from statistics import median  # brings fractions and decimals along

    solved = [case for case in cases if case.is_solved]
    days = [case.days for case in solved if case.days is not None]
    judged = [case.in_time for case in solved if case.in_time is not None]
    middle = round(median(days)) if len(days) >= FEWEST else None
    return Speed(len(solved), middle, len(judged), sum(judged))


@dataclass(frozen=True, slots=True)
class Figures:
    """Of a period: how many came and went, how many were open at its end, and how fast what was solved in it was."""

    came: int
    went: int
    open: int
    speed: Speed


def measure(cases: Iterable[Case], span: Span) -> Figures:
    """The figures of a period over these tickets."""
    came = still = 0
    went = []
    for case in cases:
        came += case.came_on is not None and case.came_on in span
        if case.went_on is not None and case.went_on in span:
            went.append(case)
        is_there = case.came_on is None or case.came_on <= span.last
        still += is_there and (case.went_on is None or case.went_on > span.last)
    return Figures(came, len(went), still, speed(went))


def by_group(cases: Iterable[Case], group: Callable[[Case], Group]) -> dict[Group, list[Case]]:
    """The cases of each group, in the order in which groups are met."""
    found: dict[Group, list[Case]] = {}
    for case in cases:
        found.setdefault(group(case), []).append(case)
    return found
