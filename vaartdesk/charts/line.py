"""A measured value over time, with where it started, where it should go and what the country does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from reportlab.graphics.shapes import Circle, Drawing, PolyLine
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, rule, sheet
from vaartdesk.charts.scale import number_text, round_ticks, spread
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _

_DASHES: Final = [3, 2.5]
_DOTS: Final = [0.8, 2.4]


@dataclass(frozen=True, slots=True)
class Point:
    """A value at `x`; any measure of time that grows, years or day numbers for instance."""

    x: float
    value: float


@dataclass(frozen=True, slots=True)
class LineChart:
    """The chart: measured points, `ticks` of the x axis (place, text), and optionally the first value named, a target,
    national values and a projection that starts at the last point. `unit` is written after every value.
    """

    points: tuple[Point, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str = ""
    start: str = ""
    target: float | None = None
    national: tuple[Point, ...] = ()
    national_name: str = ""
    projection: tuple[Point, ...] = ()

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        if not self.points:
            return str(_("Geen metingen."))
        first, last = (number_text(point.value, self.unit) for point in (self.points[0], self.points[-1]))
        text = _("Van {first} naar {last}").format(first=first, last=last)
        if self.target is not None:
            text += _(", doel {target}").format(target=number_text(self.target, self.unit))
        return f"{text}."

    def draw(self, palette: Palette, width: float, height: float) -> Drawing:
        """The drawing, in the unit of the palette."""
        return _LineDrawing(self, palette, width, height).made


class _LineDrawing:
    """One drawing in the making."""

    def __init__(self, chart: LineChart, palette: Palette, width: float, height: float) -> None:
        self.chart, self.palette = chart, palette
        self.made = sheet(width, height)
        size = palette.size
        points = (*chart.points, *chart.national, *chart.projection)
        self.rows = round_ticks(max([*(point.value for point in points), chart.target or 0.0]))
        texts = [number_text(value, chart.unit) for value in self.rows]
        self.labels = self._end_labels()
        self.left = max(palette.width(text) for text in texts) + size
        wide = [
            palette.width(text, bold=bold, size=self._label_size(bold)) for text, _value, _colour, bold in self.labels
        ]
        self.right = width - max(wide, default=0.0) - size
        self.bottom, self.top = 2.2 * size, height - size
        places = [*(point.x for point in points), *(place for place, _text in chart.ticks)]
        self.first, self.last = min(places, default=0.0), max(places, default=1.0)
        self._grid(texts)
        self._lines()
        self._labels()

    def x(self, place: float) -> float:
        """From time to the drawing."""
        return self.left + (self.right - self.left) * (place - self.first) / ((self.last - self.first) or 1.0)

    def y(self, value: float) -> float:
        """From value to the drawing."""
        return self.bottom + (self.top - self.bottom) * value / self.rows[-1]

    def _grid(self, texts: Sequence[str]) -> None:
        palette, border = self.palette, HexColor(self.palette.scheme.border)
        for value, text in zip(self.rows, texts, strict=True):
            rule(self.made, self.left, self.y(value), self.right, self.y(value), border, 0.7)
            baseline = self.y(value) - 0.35 * palette.size
            palette.write(
                self.made, self.left - 0.7 * palette.size, baseline, text, colour=palette.scheme.text3, anchor="end"
            )
        for place, text in self.chart.ticks:
            palette.write(
                self.made, self.x(place), 0.3 * palette.size, text, colour=palette.scheme.text3, anchor="middle"
            )

    def _lines(self) -> None:
        chart, scheme = self.chart, self.palette.scheme
        self._line(chart.national, scheme.neutral.solid, 1.1)
        if chart.target is not None:
            ends = (Point(self.first, chart.target), Point(self.last, chart.target))
            self._line(ends, scheme.success.fg, 1.1, _DASHES)
        if chart.points:
            self._line((chart.points[-1], *chart.projection), scheme.accent, 1.4, _DOTS)
        self._line(chart.points, scheme.accent, 1.8)
        for point in chart.points:
            fill = scheme.accent if point is chart.points[-1] else scheme.surface
            circle = Circle(self.x(point.x), self.y(point.value), 0.34 * self.palette.size)
            circle.fillColor, circle.strokeColor, circle.strokeWidth = HexColor(fill), HexColor(scheme.accent), 1.2
            self.made.add(circle)

    def _line(self, points: Sequence[Point], colour: str, thickness: float, dashes: Any = None) -> None:
        if len(points) > 1:
            flat = [number for point in points for number in (self.x(point.x), self.y(point.value))]
            line = PolyLine(flat, strokeColor=HexColor(colour), strokeWidth=thickness, strokeDashArray=dashes)
            line.strokeLineJoin = 1
            self.made.add(line)

    def _label_size(self, bold: bool) -> float:
        return self.palette.size * (1.15 if bold else 1.0)

    def _end_labels(self) -> list[tuple[str, float, str, bool]]:
        """Texts at the right end: text, value, colour, whether it is the main one."""
        chart, scheme = self.chart, self.palette.scheme
        found = []
        if chart.points and not chart.projection:
            found.append((number_text(chart.points[-1].value, chart.unit), chart.points[-1].value, scheme.text1, True))
        if chart.projection:
            last = chart.projection[-1].value
            found.append((_("verwacht {value}").format(value=number_text(last, chart.unit)), last, scheme.text2, False))
        if chart.national:
            found.append((chart.national_name, chart.national[-1].value, scheme.text2, False))
        if chart.target is not None:
            text = _("doel {value}").format(value=number_text(chart.target, chart.unit))
            found.append((text, chart.target, scheme.success.fg, True))
        return found

    def _labels(self) -> None:
        palette, size = self.palette, self.palette.size
        wanted = [self.y(value) for _text, value, _colour, _bold in self.labels]
        for (text, _value, colour, bold), y in zip(self.labels, spread(wanted, 1.25 * size), strict=True):
            palette.write(
                self.made,
                self.right + size,
                y - 0.35 * size,
                text,
                colour=colour,
                bold=bold,
                size=self._label_size(bold),
            )
        self._point_labels()

    def _point_labels(self) -> None:
        """The name of the first point, and the last value where a projection goes on from it."""
        palette, size = self.palette, self.palette.size
        if self.chart.projection and self.chart.points:
            last = self.chart.points[-1]
            text, colour = number_text(last.value, self.chart.unit), palette.scheme.text1
            baseline = min(self.y(last.value) + 0.8 * size, self.top)
            place = min(self.x(last.x) + 0.4 * size, self.right - palette.width(text, bold=True, size=1.15 * size))
            palette.write(self.made, place, baseline, text, colour=colour, bold=True, size=1.15 * size)
        if self.chart.start and self.chart.points:
            first = self.chart.points[0]
            palette.write(self.made, self.x(first.x) + 0.3 * size, self.y(first.value) + 0.9 * size, self.chart.start)
