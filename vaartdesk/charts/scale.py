"""Axes: round numbers between zero and the largest value, and how they are written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


def round_ticks(largest: float, *, whole: bool = False) -> list[float]:
    """Four to six values from 0 up to at least `largest`, evenly spaced; whole numbers only when `whole`."""
    if largest < 1e-9:
        return [0.0, 1.0]
    size = 10.0 ** math.floor(math.log10(largest / 5))
    for step in _STEPS:
        length = step * size
        if whole and length != int(length):
            continue
        count = math.ceil(largest / length - 1e-9)
        if count <= 5:
            return [number * length for number in range(max(count, 1) + 1)]
    return [0.0, 1.0] if whole and largest <= 1 else [number * 10 * size for number in range(6)]


def number_text(value: float, unit: str = "") -> str:
    """A value in Dutch: "14,85 %"; no more decimals than it needs, three at most."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    whole, _point, decimals = text.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", ".")
    shown = f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"
    return f"{shown}\u00a0{unit}" if unit else shown


def spread(wanted: Sequence[float], distance: float) -> list[float]:
    """Places as near to `wanted` as they can be when any two are at least `distance` apart; same order as given."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    groups: list[list[int]] = []
    for index in order:
        groups.append([index])
        while len(groups) > 1 and _bottom(groups[-1], wanted, distance) < _top(groups[-2], wanted, distance) + distance:
            last = groups.pop()
            groups[-1].extend(last)
    placed = [0.0] * len(wanted)
    for group in groups:
        low = _bottom(group, wanted, distance)
        for step, index in enumerate(group):
            placed[index] = low + step * distance
    return placed


def _bottom(group: Sequence[int], wanted: Sequence[float], distance: float) -> float:
    middle = sum(wanted[index] for index in group) / len(group)
    return middle - (len(group) - 1) * distance / 2


def _top(group: Sequence[int], wanted: Sequence[float], distance: float) -> float:
    return _bottom(group, wanted, distance) + (len(group) - 1) * distance
