"""What tickets count up to: how many were open week by week, how fast they are solved, and how many of them in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.formats.terms import WORKING, passed
from vaartdesk.kinds.tickets.rules.moves import local_day, pauses_of
from vaartdesk.schema.ref import Values

FEWEST: Final = 5
"""Below so many cases a median or a share says more about chance than about the work (D5)."""


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


def speed(solved: Sequence[Values], calendar: WorkCalendar) -> Speed:
    """How fast these solved tickets were; days on which a ticket waited do not count."""
    days = []
    for values in solved:
        if values["reported_at"] is not None and values["closed_at"] is not None:
            start, end = local_day(values["reported_at"]), local_day(values["closed_at"])
            days.append(passed(start, end, WORKING, calendar, pauses_of(values)))
    judged = [v for v in solved if v["due_on"] is not None and v["closed_at"] is not None]
    in_time = sum(local_day(values["closed_at"]) <= values["due_on"] for values in judged)
    middle = round(median(days)) if len(days) >= FEWEST else None
    return Speed(len(solved), middle, len(judged), in_time)
