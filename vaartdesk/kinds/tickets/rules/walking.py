"""In which order one walks along tickets: street after street, house after house, and where coordinates say so the short way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import fold

_NUMBER: Final = Pattern(r"\b(\d{1,4})\s?([a-z]{0,2})\b")
NOWHERE: Final = 10**6
"""The rank of what is in no street that is known."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One ticket on the way. ``rank``: of its street in the team's order; ``number``: of the house with its letter;
    ``degrees``: latitude and longitude, None where nothing says so; ``words``: where it is, to order the rest by.
    """

    key: str
    street: str = ""
    rank: int = NOWHERE
    number: tuple[int, str] | None = None
    degrees: tuple[float, float] | None = None
    words: str = ""


def house_number(place_text: str, street: str = "") -> tuple[int, str] | None:
    """The first house number in the words for where, after the street's own name: `Plein 1813 nr 12a` is (12, "a")."""
    words = fold(place_text)
    name = fold(street)
    rest = words[len(name) :] if name and words.startswith(name) else words
    found = _NUMBER.search(rest)
    return (int(found[1]), found[2]) if found else None


def walking_order(stops: Iterable[Stop]) -> list[Stop]:
    """The stops as one walks: the streets in their order, inside a street by house number.

    A stop without a number stands behind the numbered one it is nearest to, one without a street in the street of the stop
    it is nearest to. A street is walked from its far end where that is nearer to where the last one ended.
    """
    found = list(stops)
    placed = [stop if stop.street else _joined(stop, found) for stop in found]
    streets: dict[tuple[int, str], list[Stop]] = {}
    for stop in sorted(placed, key=_first):
        streets.setdefault((stop.rank, stop.street), []).append(stop)
    way: list[Stop] = []
    for name in sorted(streets):
        along = _along(streets[name])
        way += _from_the_near_end(way, along) if name[1] else along
    return way


def _first(stop: Stop) -> tuple[bool, tuple[int, str], str, str]:
    return stop.number is None, stop.number or (0, ""), stop.words, stop.key


def _joined(stop: Stop, others: Sequence[Stop]) -> Stop:
    """With the street of the nearest stop that has one."""
    near = _nearest(stop, [other for other in others if other.street])
    return stop if near is None else replace(stop, street=near.street, rank=near.rank, number=None)


def _nearest(stop: Stop, others: Sequence[Stop]) -> Stop | None:
    known = [other for other in others if other.degrees is not None and other.key != stop.key]
    if stop.degrees is None or not known:
        return None
    return min(known, key=lambda other: distance(stop, other))


def distance(a: Stop, b: Stop) -> float:
    """Metres between two stops that have coordinates, on the flat: a town centre is small."""
    assert a.degrees is not None
    assert b.degrees is not None
    north = (a.degrees[0] - b.degrees[0]) * 111_320
    east = (a.degrees[1] - b.degrees[1]) * 111_320 * math.cos(math.radians(a.degrees[0]))
    return math.hypot(north, east)


def _along(stops: Sequence[Stop]) -> list[Stop]:
    """The stops of one street."""
    numbered = [stop for stop in stops if stop.number is not None]
    way = list(numbered)
    for stop in stops:
        if stop.number is None:
            near = _nearest(stop, numbered)
            way.insert(way.index(near) + 1 if near is not None else len(way), stop)
    return way


def _from_the_near_end(before: Sequence[Stop], along: list[Stop]) -> list[Stop]:
    ends = (before[-1], along[0], along[-1]) if before else ()
    if len(along) < 2 or not ends or any(stop.degrees is None for stop in ends):
        return along
    last, first, far = ends
    return along[::-1] if distance(last, far) < distance(last, first) else along
