"""Steps in a row, each in the colour of how it went: a round point by point, to scale."""

from __future__ import annotations

from typing import Final

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, box, hatch, sheet
from vaartdesk.core.dataclass import dataclass

_HIGH: Final = 1.5
_NUMBERED: Final = 40
"""Up to so many steps have room for their number."""


@dataclass(frozen=True, slots=True)
class Step:
    """How it went: the state whose colour it has ("success"), "" for what was not done, and the word for it."""

    tone: str
    word: str


@dataclass(frozen=True, slots=True)
class Steps:
    """A bar of equal parts, numbered from 1 below. What was passed over is hatched, so that it reads in grey too."""

    steps: tuple[Step, ...]

    def height(self, palette: Palette) -> float:
        """The height it needs."""
        return (_HIGH + (1.5 if self._is_numbered else 0.0)) * palette.size

    @property
    def _is_numbered(self) -> bool:
        return len(self.steps) <= _NUMBERED

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        return ", ".join(f"{number} {step.word}" for number, step in enumerate(self.steps, 1))

    def draw(self, palette: Palette, width: float, height: float = 0.0) -> Drawing:
        """The drawing, in the unit of the palette; as high as needed unless `height` is given."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height or self.height(palette))
        gap = 0.25 * size if self._is_numbered else 0.0
        wide = (width - gap * (len(self.steps) - 1)) / max(len(self.steps), 1)
        bottom = drawing.height - _HIGH * size
        for number, step in enumerate(self.steps):
            left = number * (wide + gap)
            fill = scheme.state(step.tone).solid if step.tone else scheme.groove
            box(drawing, left, bottom, wide, _HIGH * size, HexColor(fill), radius=0.2 * size)
            if not step.tone:
                hatch(drawing, left, bottom, wide, _HIGH * size, HexColor(scheme.line))
            if self._is_numbered:
                palette.write(drawing, left + wide / 2, 0.3 * size, str(number + 1), anchor="middle")
        return drawing
