"""Pins and how they gather: near each other on screen they are one mark with a count, worked out once per scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.listing import Tone

NEAR: Final = 32.0
"""Pixels within which pins are one mark."""
CELL: Final = 128.0
"""Pixels of a cell of the index."""
KEPT_SCALES: Final = 24
WORST: Final[tuple[Tone, ...]] = ("danger", "warning", "info", "accent", "success", "neutral")


@dataclass(frozen=True, slots=True)
class Pin:
    """One record on the map, in metres as a plan has them.

    ``tone``: the colour of its lateness. ``line``: the letter of a theme line makes it a square in that line's ink.
    ``is_hollow``: not certain yet. ``spoken``: what a screen reader says of it.
    """

    key: str
    x: float
    y: float
    tone: Tone
    icon: str
    spoken: str
    line: str = ""
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """What is drawn as one mark: the pin it is drawn as (the latest one), and all that it stands for, in order."""

    face: Pin
    pins: tuple[Pin, ...]

    @property
    def x(self) -> float:
        return self.pins[0].x

    @property
    def y(self) -> float:
        return self.pins[0].y

    @property
    def is_stack(self) -> bool:
        """Whether no scale takes it apart: all lie on one spot."""
        return all(math.dist((pin.x, pin.y), (self.x, self.y)) < 0.5 for pin in self.pins)


class Clusters:
    """The marks at one scale, found by where they are and by what they hold."""

    def __init__(self, pins: Sequence[Pin], scale: float) -> None:
        self.all = _gather(pins, NEAR / scale)
        self._cell = CELL / scale
        self._cells: dict[tuple[int, int], list[Cluster]] = {}
        self._of: dict[str, Cluster] = {}
        for cluster in self.all:
            self._cells.setdefault(_cell(cluster.x, cluster.y, self._cell), []).append(cluster)
            self._of.update((pin.key, cluster) for pin in cluster.pins)

    def within(self, left: float, top: float, right: float, bottom: float) -> Iterator[Cluster]:
        """The marks whose point lies in a rectangle, from above to below so that nearer ones overlap farther ones."""
        first, last = _cell(left, top, self._cell), _cell(right, bottom, self._cell)
        if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) > len(self._cells):
            found = self.all
        else:
            columns, rows = range(first[0], last[0] + 1), range(first[1], last[1] + 1)
            found = [c for row in rows for column in columns for c in self._cells.get((column, row), ())]
        inside = (c for c in found if left <= c.x <= right and top <= c.y <= bottom)
        yield from sorted(inside, key=lambda c: (c.y, c.x))

    def of(self, key: str) -> Cluster | None:
        """The mark that holds a pin."""
        return self._of.get(key)


class PinIndex:
    """All pins; ``at`` gathers them for a scale and keeps that. ``gathered`` counts how often that was needed."""

    def __init__(self, pins: Sequence[Pin] = ()) -> None:
        self.pins = tuple(pins)
        self.gathered = 0
        self._kept: dict[float, Clusters] = {}
        self._by_key = {pin.key: pin for pin in self.pins}

    def pin(self, key: str) -> Pin | None:
        return self._by_key.get(key)

    def at(self, scale: float) -> Clusters:
        """The marks at so many pixels a metre."""
        known = round(scale, 4)
        if known not in self._kept:
            if len(self._kept) >= KEPT_SCALES:
                self._kept.clear()
            self._kept[known] = Clusters(self.pins, scale)
            self.gathered += 1
        return self._kept[known]


def _gather(pins: Sequence[Pin], near: float) -> list[Cluster]:
    """Each pin joins the first mark of its shape within ``near`` metres, else it begins one."""
    cells: dict[tuple[int, int, bool], list[list[Pin]]] = {}
    groups: list[list[Pin]] = []
    for pin in pins:
        column, row = _cell(pin.x, pin.y, near)
        is_square = bool(pin.line)
        group = _group_near(cells, pin, near, column, row)
        if group is None:
            group = []
            groups.append(group)
            cells.setdefault((column, row, is_square), []).append(group)
        group.append(pin)
    return [Cluster(min(group, key=lambda pin: WORST.index(pin.tone)), tuple(group)) for group in groups]


def _group_near(
    cells: dict[tuple[int, int, bool], list[list[Pin]]], pin: Pin, near: float, column: int, row: int
) -> list[Pin] | None:
    is_square = bool(pin.line)
    for across in (0, -1, 1):
        for down in (0, -1, 1):
            for group in cells.get((column + across, row + down, is_square), ()):
                if math.hypot(group[0].x - pin.x, group[0].y - pin.y) <= near:
                    return group
    return None


def _cell(x: float, y: float, side: float) -> tuple[int, int]:
    return math.floor(x / side), math.floor(y / side)
