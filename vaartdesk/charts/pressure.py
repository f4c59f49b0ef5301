"""How full the weeks to come are: a column per week, the busy ones in the colours of a warning."""

from __future__ import annotations

from typing import Any, Final

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from vaartdesk.charts.palette import Palette, blend, box, rule, sheet
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _

_ROOMY: Final = 26
"""From so many text sizes of width every busy week bears its number; below, the fullest week its name."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """Weeks in order (week number, how many); amber from `busy`, red from `full`."""

    weeks: tuple[tuple[int, int], ...]
    busy: int
    full: int

    @property
    def peak(self) -> tuple[int, int] | None:
        """The fullest week and its count, the first of equals; None when nothing is planned."""
        most = max(self.weeks, key=lambda week: week[1], default=(0, 0))
        return most if most[1] else None

    def sentence(self) -> str:
        """What the chart shows, for who cannot see it."""
        if self.peak is None:
            return str(_("Niets gepland."))
        told = _("Het drukst is week {week} met {count}").format(week=self.peak[0], count=self.peak[1])
        return f"{told}. {', '.join(_('week {week}: {count}').format(week=w, count=n) for w, n in self.weeks)}."

    def draw(self, palette: Palette, width: float, height: float) -> Drawing:
        """The drawing, in the unit of the palette."""
        size, scheme = palette.size, palette.scheme
        drawing = sheet(width, height)
        bottom, top = 1.6 * size, height - 1.4 * size
        most = max((count for _week, count in self.weeks), default=0) or 1
        step = width / max(len(self.weeks), 1)
        rule(drawing, 0, bottom, width, bottom, HexColor(scheme.border), 1)
        widest = max((palette.width(f"{week}") for week, _count in self.weeks), default=0.0) + 0.5 * size
        every = max(2, -int(-widest // step)) if step else 1
        for place, (week, count) in enumerate(self.weeks):
            middle, high = (place + 0.5) * step, (top - bottom) * count / most
            if count:
                thick = step - max(0.2 * step, 0.3 * size)
                box(drawing, middle - thick / 2, bottom, thick, high, self._fill(palette, count), radius=0.15 * size)
            self._label(drawing, palette, (week, count), middle, bottom + high + 0.4 * size)
            if place % every == 0:
                palette.write(drawing, middle, 0.2 * size, f"{week}", colour=scheme.text3, anchor="middle")
        return drawing

    def _fill(self, palette: Palette, count: int) -> Any:
        scheme = palette.scheme
        if count >= self.full:
            return HexColor(scheme.danger.solid)
        if count >= self.busy:
            return HexColor(scheme.warning.solid)
        return blend(scheme.accent, scheme.surface, 0.75)

    def _label(self, drawing: Any, palette: Palette, week: tuple[int, int], middle: float, baseline: float) -> None:
        if drawing.width >= _ROOMY * palette.size:
            text = f"{week[1]}" if week[1] >= self.busy or week == self.peak else ""
        else:
            text = _("wk {week}").format(week=week[0]) if week == self.peak else ""
        if text:
            half = palette.width(text, bold=True) / 2
            middle = min(max(middle, half), drawing.width - half)
            colour = palette.scheme.text1
            palette.write(drawing, middle, baseline, text, colour=colour, bold=True, anchor="middle")
