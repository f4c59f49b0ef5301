"""Bars: one per name with a part of a whole, and columns along the weeks."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, box, rule, sheet
from vaartdesk.charts.scale import number_text, round_ticks
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, how many, of how many (0 when there is no whole)."""

    name: str
    count: int
    whole: int = 0

    @property
    def text(self) -> str:
        """The count, with the whole when there is one: 4 van 31."""
        return _("{count} van {whole}").format(count=self.count, whole=self.whole) if self.whole else f"{self.count}"


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars, the longest fills the width; `line` is the theme line whose colour they have, "" the accent."""

    bars: tuple[Bar, ...]
    line: str = ""

    def height(self, palette: Palette) -> float:
        """The height it needs."""
        return len(self.bars) * 2.4 * palette.size

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        return ", ".join(f"{bar.name} {bar.text}" for bar in self.bars) or str(_("Niets te tellen."))

    def draw(self, palette: Palette, width: float, height: float = 0.0) -> Drawing:
        """The drawing, in the unit of the palette; as high as needed unless `height` is given."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height or self.height(palette))
        base = scheme.theme_line(self.line).base if self.line else scheme.accent
        soft = scheme.theme_line(self.line).soft if self.line else scheme.accent_soft
        left = min(max((palette.width(bar.name, size=1.1 * size) for bar in self.bars), default=0.0) + size, width / 2)
        room = width - left - max((palette.width(bar.text) for bar in self.bars), default=0.0) - size
        largest = max((max(bar.count, bar.whole) for bar in self.bars), default=0) or 1
        step = drawing.height / max(len(self.bars), 1)
        for row, bar in enumerate(self.bars):
            y = drawing.height - (row + 0.5) * step
            thick = min(1.7 * size, 0.7 * step)
            palette.write(
                drawing,
                0,
                y - 0.38 * size,
                palette.fit(bar.name, left - size, size=1.1 * size),
                colour=scheme.text1,
                size=1.1 * size,
            )
            whole = room * max(bar.whole, bar.count) / largest
            if bar.whole:
                box(drawing, left, y - thick / 2, max(whole, 0.5), thick, HexColor(soft), radius=0.15 * size)
            if bar.count:
                part = room * bar.count / largest
                box(drawing, left, y - thick / 2, max(part, 1.5), thick, HexColor(base), radius=0.15 * size)
            palette.write(drawing, left + whole + 0.7 * size, y - 0.35 * size, bar.text)
        return drawing


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns in order (label, count); from `limit` on a column bears a red cap and its number."""

    columns: tuple[tuple[str, int], ...]
    limit: int = 0

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        if not self.columns:
            return str(_("Niets te tellen."))
        label, most = max(self.columns, key=lambda column: column[1])
        return _("De meeste bij {label}: {count}.").format(label=label, count=most)

    def draw(self, palette: Palette, width: float, height: float) -> Drawing:
        """The drawing, in the unit of the palette."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height)
        rows = round_ticks(max([count for _label, count in self.columns] or [0]), whole=True)
        texts = [number_text(value) for value in rows]
        left = max(palette.width(text) for text in texts) + 0.8 * size
        bottom, top = 2.0 * size, height - 1.6 * size
        for value, text in zip(rows, texts, strict=True):
            y = bottom + (top - bottom) * value / rows[-1]
            rule(drawing, left, y, width, y, HexColor(scheme.border), 0.7)
            palette.write(drawing, left - 0.5 * size, y - 0.35 * size, text, colour=scheme.text3, anchor="end")
        step = (width - left) / max(len(self.columns), 1)
        widest = max((palette.width(label) for label, _count in self.columns), default=0.0) + 0.5 * size
        every = max(1, -int(-widest // step)) if step else 1
        for place, (label, count) in enumerate(self.columns):
            middle = left + (place + 0.5) * step
            high = (top - bottom) * count / rows[-1]
            thick = min(0.62 * step, 3 * size)
            if count:
                box(drawing, middle - thick / 2, bottom, thick, high, HexColor(scheme.accent), radius=0.15 * size)
            if self.limit and count >= self.limit:
                box(
                    drawing,
                    middle - thick / 2,
                    bottom + high - 0.28 * size,
                    thick,
                    0.28 * size,
                    HexColor(scheme.danger.solid),
                )
                palette.write(
                    drawing,
                    middle,
                    bottom + high + 0.4 * size,
                    f"{count}",
                    colour=scheme.danger.fg,
                    bold=True,
                    anchor="middle",
                )
            if place % every == 0:
                palette.write(drawing, middle, 0.3 * size, label, colour=scheme.text3, anchor="middle")
        return drawing
