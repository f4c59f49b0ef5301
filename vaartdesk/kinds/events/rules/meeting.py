"""Which events want one place at the same time: all spans gone through once, in order of their beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple


class Taken(NamedTuple):
    """A place taken by a date of an event, from ``begins`` up to ``ends`` (stored moments, in UTC)."""

    place: str
    begins: str
    ends: str
    event: str
    occurrence: str


def meeting(spans: Iterable[Taken]) -> Iterator[tuple[Taken, Taken]]:
    """Every two spans of different events that overlap on one place, the earlier one first. What ends when the other begins
    does not overlap it.
    """
    going: dict[str, list[Taken]] = defaultdict(list)
    for span in sorted(spans, key=attrgetter("begins")):
        _place, begins, ends, event, _occurrence = span
        still = going[span.place] = [one for one in going[span.place] if one.ends > begins]
        for one in still:
            if one.event != event and one.begins < ends:
                yield one, span
        still.append(span)
