"""A season to scale: months along the top, a row per work with a bar from the day it is put up to the day it comes down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, box, rule, sheet
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import MONTHS_SHORT
from vaartdesk.core.text import _

ROW: Final = 3.1
GROUP: Final = 2.3
HEAD: Final = 1.9
NAMES: Final = 0.36
"""The share of the width that names take."""
THICK: Final = 1.05


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first to the last day, in the colour of a state (`accent`, `success`, `danger`, `neutral`)."""

    first: date
    last: date
    tone: str


@dataclass(frozen=True, slots=True)
class Work:
    """One row: its name, what stands small below it, its bars."""

    name: str
    told: str
    stretches: tuple[Stretch, ...]


def share(day: date, first: date, last: date) -> float:
    """Where a day begins, as a part of the stretch from ``first`` to ``last``; within it."""
    return min(1.0, max(0.0, (day - first).days / ((last - first).days + 1)))


def months(first: date, last: date) -> Iterator[date]:
    """The first day of each month from ``first`` to ``last``."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(32)).replace(day=1)


@dataclass(frozen=True, slots=True)
class Season:
    """Groups of works, each under its name, from ``first`` to ``last``; a line at ``today`` where that lies within."""

    first: date
    last: date
    groups: tuple[tuple[str, tuple[Work, ...]], ...]
    today: date

    def height(self, palette: Palette) -> float:
        """The height it needs."""
        rows = sum(GROUP + ROW * len(works) for _name, works in self.groups)
        return (HEAD + rows) * palette.size

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        told = [f"{work.name} {_spoken(work)}" for _name, works in self.groups for work in works if work.stretches]
        return "; ".join(told) or str(_("Niets gepland."))

    def draw(self, palette: Palette, width: float, height: float = 0.0) -> Drawing:
        """The drawing, in the unit of the palette; as high as needed unless `height` is given."""
        drawing = sheet(width, height or self.height(palette))
        step = drawing.height / (self.height(palette) / palette.size)
        left = NAMES * width
        self._grid(drawing, palette, left, width, step)
        top = drawing.height - HEAD * step
        for name, works in self.groups:
            palette.write(drawing, 0, top - 0.68 * GROUP * step, name, colour=palette.scheme.text1, bold=True)
            top -= GROUP * step
            for work in works:
                self._row(drawing, palette, work, left, top - ROW * step, step)
                top -= ROW * step
        if self.first <= self.today <= self.last:
            at = left + share(self.today, self.first, self.last) * (width - left)
            rule(drawing, at, 0, at, drawing.height - HEAD * step, HexColor(palette.scheme.accent), 1.2)
        return drawing

    def _grid(self, drawing: Any, palette: Palette, left: float, width: float, step: float) -> None:
        """A hairline where each month begins, its name above it."""
        colour = HexColor(palette.scheme.border)
        for month in months(self.first, self.last):
            at = left + share(month, self.first, self.last) * (width - left)
            rule(drawing, at, 0, at, drawing.height, colour)
            name = str(MONTHS_SHORT[month.month - 1])
            palette.write(drawing, at + 0.3 * palette.size, drawing.height - 0.6 * HEAD * step, name)

    def _row(self, drawing: Any, palette: Palette, work: Work, left: float, bottom: float, step: float) -> None:
        size, scheme = palette.size, palette.scheme
        room = left - size
        name = palette.fit(work.name, room, size=1.08 * size)
        palette.write(drawing, 0, bottom + 1.75 * step, name, colour=scheme.text1, size=1.08 * size)
        palette.write(drawing, 0, bottom + 0.6 * step, palette.fit(work.told, room), colour=scheme.text3)
        wide = drawing.width - left
        for stretch in work.stretches:
            begins = left + share(stretch.first, self.first, self.last) * wide
            ends = left + share(stretch.last + timedelta(1), self.first, self.last) * wide
            fill = HexColor(scheme.accent if stretch.tone == "accent" else scheme.state(stretch.tone).solid)
            least = 0.35 * size
            thick = THICK * step
            box(
                drawing,
                begins,
                bottom + (ROW * step - thick) / 2,
                max(least, ends - begins),
                thick,
                fill,
                radius=0.2 * size,
            )


def _spoken(work: Work) -> str:
    return ", ".join(
        _day(stretch.first) if stretch.first == stretch.last else f"{_day(stretch.first)}–{_day(stretch.last)}"
        for stretch in work.stretches
    )


def _day(day: date) -> str:
    return f"{day.day} {MONTHS_SHORT[day.month - 1]}"
