"""Actions by state per theme line: told apart by tone and hatching, so that it reads in grey too."""

from __future__ import annotations

from typing import Any, Final

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, blend, box, hatch, sheet
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _

# State, share of the base colour, whether it is hatched.
_State = tuple[str, float, bool]
_STATES: Final[tuple[_State, ...]] = (
    (_("gereed"), 1.0, False),
    (_("loopt"), 0.62, False),
    (_("wacht"), 0.0, True),
    (_("gepland"), 0.22, False),
)

_LEGEND: Final = 1.8


@dataclass(frozen=True, slots=True)
class Stack:
    """How many actions of a theme line (letter, name) are done, running, waiting and planned."""

    letter: str
    name: str
    done: int = 0
    running: int = 0
    waiting: int = 0
    planned: int = 0

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """In the order they are drawn."""
        return self.done, self.running, self.waiting, self.planned


@dataclass(frozen=True, slots=True)
class StackChart:
    """A bar per theme line, the longest fills the width, and a legend.

    The small form names a line by its letter alone, and bears a legend only where that fits in one line.
    """

    stacks: tuple[Stack, ...]
    is_small: bool = False

    def height(self, palette: Palette, width: float) -> float:
        """The height it needs at `width`."""
        step = 2.1 if self.is_small else 2.4
        return len(self.stacks) * step * palette.size + self._below(palette, width)

    def _below(self, palette: Palette, width: float) -> float:
        """The height of the legend."""
        rows = len(_legend_rows(palette, width))
        if self.is_small and rows > 1:
            return 0.0
        return (_LEGEND * rows + 0.4) * palette.size

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        words = [str(state[0]) for state in _STATES]
        lines = []
        for stack in self.stacks:
            parts = [f"{count} {word}" for count, word in zip(stack.counts, words, strict=True) if count]
            lines.append(f"{stack.letter} {stack.name}: {', '.join(parts) or _('geen acties')}")
        return "; ".join(lines) or str(_("Niets te tellen."))

    def draw(self, palette: Palette, width: float, height: float = 0.0) -> Drawing:
        """The drawing, in the unit of the palette; as high as needed unless `height` is given."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height or self.height(palette, width))
        names = 0.0 if self.is_small else max((palette.width(stack.name) for stack in self.stacks), default=0.0)
        badge = 1.5 * size
        left = min(badge + names + (0.8 if self.is_small else 1.6) * size, 0.45 * width)
        totals = max((palette.width(f"{sum(stack.counts)}", bold=True) for stack in self.stacks), default=0.0)
        room = width - left - totals - size
        largest = max((sum(stack.counts) for stack in self.stacks), default=0) or 1
        legend = self._below(palette, width)
        step = (drawing.height - legend) / max(len(self.stacks), 1)
        for row, stack in enumerate(self.stacks):
            middle = drawing.height - (row + 0.5) * step
            self._badge(drawing, palette, stack.letter, middle, badge)
            if not self.is_small:
                name = palette.fit(stack.name, left - badge - size)
                palette.write(drawing, badge + 0.6 * size, middle - 0.36 * size, name)
            end = self._bar(drawing, palette, stack, left, middle, room / largest)
            total = f"{sum(stack.counts)}"
            palette.write(drawing, end + 0.5 * size, middle - 0.36 * size, total, colour=scheme.text1, bold=True)
        if legend:
            self._legend(drawing, palette)
        return drawing

    def _badge(self, drawing: Any, palette: Palette, letter: str, middle: float, side: float) -> None:
        """The letter of a line: filled, or soft in the small form."""
        scheme, line = palette.scheme, palette.scheme.theme_line(letter)
        fill = line.soft if self.is_small else line.base if scheme.is_dark else line.ink
        ink = line.ink if self.is_small else scheme.badge_letter
        box(drawing, 0, middle - side / 2, side, side, HexColor(fill), radius=0.35 * palette.size)
        palette.write(drawing, side / 2, middle - 0.36 * palette.size, letter, colour=ink, bold=True, anchor="middle")

    def _bar(self, drawing: Any, palette: Palette, stack: Stack, x: float, middle: float, scale: float) -> float:
        thick = 1.5 * palette.size
        base = palette.scheme.theme_line(stack.letter).base
        for count, state in zip(stack.counts, _STATES, strict=True):
            if count:
                wide = max(count * scale - 0.8, 0.8)
                _segment(drawing, palette, state, base, (x, middle - thick / 2, wide, thick))
                x += count * scale
        return x

    def _legend(self, drawing: Any, palette: Palette) -> None:
        size = palette.size
        rows = _legend_rows(palette, drawing.width)
        for row, states in enumerate(reversed(rows)):
            x, y = 0.0, 0.1 * size + row * _LEGEND * size
            for state in states:
                _segment(drawing, palette, state, palette.scheme.neutral.fg, (x, y, 1.1 * size, 1.1 * size))
                palette.write(drawing, x + 1.6 * size, y + 0.2 * size, str(state[0]))
                x += _legend_width(palette, state)


def _legend_width(palette: Palette, state: _State) -> float:
    return palette.width(str(state[0])) + 3.2 * palette.size


def _legend_rows(palette: Palette, width: float) -> list[list[_State]]:
    """The states as they fit beside each other."""
    rows: list[list[_State]] = [[]]
    for state in _STATES:
        taken = sum(_legend_width(palette, one) for one in rows[-1])
        if rows[-1] and taken + _legend_width(palette, state) - 1.6 * palette.size > width:
            rows.append([])
        rows[-1].append(state)
    return rows


def _segment(
    drawing: Any,
    palette: Palette,
    state: _State,
    base: str,
    place: tuple[float, float, float, float],
) -> None:
    _word, share, is_hatched = state
    box(drawing, *place, blend(base, palette.scheme.surface, share))
    if is_hatched:
        hatch(drawing, *place, HexColor(base))
