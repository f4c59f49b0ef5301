"""How far goals are: the part of the way from baseline to target, the same bar for rising and falling goals."""

from __future__ import annotations

from typing import Final

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, box, rule, sheet
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _

_STEP: Final = 2.9


@dataclass(frozen=True, slots=True)
class Way:
    """A goal: its name, from where to where in words ("van 21,9 naar 7,8 %"), its value now, and how much of the way is
    done in percent; None when that is not known (no baseline), and `text` then says so.
    """

    name: str
    span: str
    text: str
    share: int | None


@dataclass(frozen=True, slots=True)
class Ways:
    """A bar per goal; the mark at its end is the target."""

    ways: tuple[Way, ...]

    def height(self, palette: Palette) -> float:
        """The height it needs."""
        return max(len(self.ways) * _STEP, 1.0) * palette.size

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        return "; ".join(_spoken(way) for way in self.ways) or str(_("Geen doelen."))

    def draw(self, palette: Palette, width: float, height: float = 0.0) -> Drawing:
        """The drawing, in the unit of the palette; as high as needed unless `height` is given."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height or self.height(palette))
        step = drawing.height / max(len(self.ways), 1)
        large, thick = 1.1 * size, 0.55 * size
        for row, way in enumerate(self.ways):
            bottom = drawing.height - (row + 1) * step + 0.75 * size
            baseline = bottom + 1.15 * size
            is_known = way.share is not None
            value_size, colour = (large, scheme.text1) if is_known else (size, scheme.text3)
            taken = palette.width(way.text, bold=is_known, size=value_size)
            palette.write(
                drawing, width, baseline, way.text, colour=colour, bold=is_known, size=value_size, anchor="end"
            )
            room = width - taken - 0.8 * size
            palette.write(drawing, 0, baseline, _named(palette, way, room, large), size=large)
            box(drawing, 0, bottom, width, thick, HexColor(scheme.groove), radius=thick / 2)
            if way.share:
                part = max(width * min(way.share, 100) / 100, thick)
                box(drawing, 0, bottom, part, thick, HexColor(scheme.accent), radius=thick / 2)
            if is_known:
                end = width - 0.1 * size
                rule(drawing, end, bottom - 0.2 * size, end, bottom + thick + 0.2 * size, HexColor(scheme.text1), 2)
        return drawing


def _named(palette: Palette, way: Way, room: float, size: float) -> str:
    """The name, with from where to where when that fits beside it."""
    whole = f"{way.name}, {way.span}" if way.span else way.name
    return whole if palette.width(whole, size=size) <= room else palette.fit(way.name, room, size=size)


def _spoken(way: Way) -> str:
    done = _("{n} % van de weg").format(n=way.share) if way.share is not None else ""
    return ", ".join(part for part in (way.name, way.span, way.text, done) if part)
