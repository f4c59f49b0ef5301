"""Which events want one place at the same time: all spans gone through once, in order of their beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple, TypeVar

Span = TypeVar("Span", bound=tuple[str, str, str, str, str])
"""A `Taken`, or the row of the database that would become one: making hundreds takes as long as comparing them."""


class Taken(NamedTuple):
    """A place taken by a date of an event, from ``begins`` up to ``ends`` (stored moments, in UTC)."""

    place: str
    begins: str
    ends: str
    event: str
    occurrence: str


def meeting(spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Every two spans of different events that overlap on one place, the earlier one first. What ends when the other begins
    does not overlap it.
    """
    going: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(spans, key=itemgetter(1)):
        place, begins, ends, event, _occurrence = span
        still = [one for one in going[place] if one[2] > begins]
        for one in still:
            if one[3] != event and one[1] < ends:
                yield one, span
        still.append(span)
        going[place] = still
