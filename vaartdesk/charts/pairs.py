"""Two columns per name beside each other: what came in and what went out."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, box, hatch, rule, sheet
from vaartdesk.charts.scale import number_text, round_ticks
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _

_LEGEND = 2.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """``pairs``: name, first and second count, in order; ``first`` and ``second`` are what the counts are called.

    The first is filled and the second hatched, so that they are told apart in grey too.
    """

    pairs: tuple[tuple[str, int, int], ...]
    first: str
    second: str

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        if not any(one or two for _name, one, two in self.pairs):
            return str(_("Niets te tellen."))
        told = (f"{name} {one} {self.first} {two} {self.second}" for name, one, two in self.pairs if one or two)
        return ", ".join(told)

    def draw(self, palette: Palette, width: float, height: float) -> Drawing:
        """The drawing, in the unit of the palette."""
        size = palette.size
        drawing = sheet(width, height)
        ticks = round_ticks(max([max(one, two) for _name, one, two in self.pairs] or [0]), whole=True)
        left = max(palette.width(number_text(value)) for value in ticks) + 0.8 * size
        bottom, top = 2.0 * size, height - (_LEGEND + 0.6) * size
        self._grid(drawing, palette, ticks, (left, bottom, width, top))
        step = (width - left) / max(len(self.pairs), 1)
        for place, (_name, one, two) in enumerate(self.pairs):
            middle, thick = left + (place + 0.5) * step, min(0.34 * step, 2 * size)
            self._column(
                drawing, palette, (middle - thick - 0.5, bottom, thick), (top - bottom) * one / ticks[-1], True
            )
            self._column(drawing, palette, (middle + 0.5, bottom, thick), (top - bottom) * two / ticks[-1], False)
        self._names(drawing, palette, left, step)
        self._legend(drawing, palette, left, height)
        return drawing

    @staticmethod
    def _grid(drawing: Any, palette: Palette, ticks: list[float], place: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = place
        for value in ticks:
            y = bottom + (top - bottom) * value / ticks[-1]
            rule(drawing, left, y, right, y, HexColor(palette.scheme.border), 0.7)
            text, at = number_text(value), left - 0.5 * palette.size
            palette.write(drawing, at, y - 0.35 * palette.size, text, colour=palette.scheme.text3, anchor="end")

    @staticmethod
    def _column(
        drawing: Any, palette: Palette, place: tuple[float, float, float], high: float, is_filled: bool
    ) -> None:
        if not high:
            return
        left, bottom, thick = place
        scheme = palette.scheme
        box(drawing, left, bottom, thick, high, HexColor(scheme.accent if is_filled else scheme.accent_soft))
        if not is_filled:
            hatch(drawing, left, bottom, thick, high, HexColor(scheme.accent), gap=3.0)

    def _names(self, drawing: Any, palette: Palette, left: float, step: float) -> None:
        widest = max((palette.width(name) for name, _one, _two in self.pairs), default=0.0) + 0.5 * palette.size
        every = max(1, -int(-widest // step)) if step else 1
        for place, (name, _one, _two) in enumerate(self.pairs):
            if (len(self.pairs) - 1 - place) % every == 0:
                middle = left + (place + 0.5) * step
                palette.write(drawing, middle, 0.3 * palette.size, name, colour=palette.scheme.text3, anchor="middle")

    def _legend(self, drawing: Any, palette: Palette, left: float, height: float) -> None:
        size, x = palette.size, left
        for word, is_filled in ((self.first, True), (self.second, False)):
            y = height - 1.3 * size
            self._column(drawing, palette, (x, y, 1.1 * size), 1.1 * size, is_filled)
            palette.write(drawing, x + 1.6 * size, y + 0.2 * size, word)
            x += palette.width(word) + 3.2 * size
