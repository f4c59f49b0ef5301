"""Small pictures: a count over time as an area, and a share of a whole."""

from __future__ import annotations

from typing import Final

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, blend, box, sheet
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _

# Below this a share says more about chance than about the work.
FEWEST: Final = 5


@dataclass(frozen=True, slots=True)
class Area:
    """Counts at even distances, oldest first, with the text of the first and the last moment."""

    counts: tuple[int, ...]
    since: str = ""
    until: str = ""

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        if not self.counts:
            return str(_("Niets te tellen."))
        return _("Van {first} naar {last}, hoogst {most}.").format(
            first=self.counts[0], last=self.counts[-1], most=max(self.counts)
        )

    def draw(self, palette: Palette, width: float, height: float) -> Drawing:
        """The drawing, in the unit of the palette."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height)
        palette.write(drawing, 0, 0.3 * size, self.since, colour=scheme.text3)
        last = f"{self.counts[-1]}" if self.counts else ""
        right = width - palette.width(last, bold=True, size=1.3 * size) - 0.9 * size
        palette.write(drawing, right, 0.3 * size, self.until, colour=scheme.text3, anchor="end")
        if not self.counts:
            return drawing
        bottom, top = 1.7 * size, height - 0.6 * size
        most = max(*self.counts, 1)
        step = right / max(len(self.counts) - 1, 1)
        points = [(place * step, bottom + (top - bottom) * count / most) for place, count in enumerate(self.counts)]
        flat = [number for point in points for number in point]
        area = Polygon([0, bottom, *flat, points[-1][0], bottom])
        area.fillColor, area.strokeColor = blend(scheme.accent, scheme.surface, 0.14), None
        drawing.add(area)
        drawing.add(PolyLine(flat, strokeColor=HexColor(scheme.accent), strokeWidth=1.5, strokeLineJoin=1))
        dot = Circle(*points[-1], 0.3 * size)
        dot.fillColor, dot.strokeColor = HexColor(scheme.accent), None
        drawing.add(dot)
        baseline = min(max(points[-1][1] - 0.45 * size, bottom), top - 0.6 * size)
        palette.write(drawing, right + 0.8 * size, baseline, last, colour=scheme.text1, bold=True, size=1.3 * size)
        return drawing


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; of fewer than five it says "te weinig" and shows no share."""

    count: int
    whole: int
    tone: str = ""

    @property
    def percent(self) -> int | None:
        """The share rounded to whole percents; None when there are too few."""
        return round(100 * self.count / self.whole) if self.whole >= FEWEST else None

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        of = _("{count} van {whole}").format(count=self.count, whole=self.whole)
        return f"{self.percent} procent, {of}" if self.percent is not None else f"{_('te weinig')}, {of}"

    def draw(self, palette: Palette, width: float, height: float = 0.0) -> Drawing:
        """The drawing, in the unit of the palette; as high as needed unless `height` is given."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height or 3.4 * size)
        top = drawing.height - 1.6 * size
        of = _("{count} van {whole}").format(count=self.count, whole=self.whole)
        head = f"{self.percent}\u00a0%" if self.percent is not None else str(_("te weinig"))
        palette.write(drawing, 0, top, head, colour=scheme.text1, bold=True, size=1.5 * size)
        palette.write(drawing, width, top, of, anchor="end")
        box(drawing, 0, 0.2 * size, width, 0.9 * size, HexColor(scheme.groove), radius=0.2 * size)
        if self.percent:
            colour = scheme.state(self.tone).solid if self.tone else scheme.accent
            wide = width * min(self.count / self.whole, 1.0)
            box(drawing, 0, 0.2 * size, max(wide, 0.4 * size), 0.9 * size, HexColor(colour), radius=0.2 * size)
        return drawing
