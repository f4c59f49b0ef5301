"""What a chart is drawn with: colours, fonts and the size of its smallest text. Screen and paper each bring their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor

from vaartdesk.core.colours import Scheme
from vaartdesk.core.dataclass import dataclass


def one_font(text: str, font: str) -> list[tuple[str, str]]:
    """`text` as a single run: where the painter finds another font for a character by itself, as Qt does."""
    return [(font, text)]


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour scheme, the names of a regular and a semibold font, the text size of an axis (points on paper, pixels on
    screen), `measure(text, font, size)`, the width of a text in that unit, and `runs(text, font)`, the fonts it needs.
    """

    scheme: Scheme
    font: str
    bold: str
    size: float
    measure: Callable[[str, str, float], float]
    runs: Callable[[str, str], list[tuple[str, str]]] = one_font

    def width(self, text: str, *, bold: bool = False, size: float = 0.0) -> float:
        """The width of `text`."""
        pieces = self.runs(text, self.bold if bold else self.font)
        return sum(self.measure(piece, font, size or self.size) for font, piece in pieces)

    def fit(self, text: str, room: float, *, size: float = 0.0) -> str:
        """`text` as far as it fits in `room`, ending in an ellipsis when something was left out."""
        if self.width(text, size=size) <= room:
            return text
        while text and self.width(text + "…", size=size) > room:
            text = text[: len(text) // 2] if len(text) > 200 else text[:-1]
        return text.rstrip() + "…"

    def write(
        self,
        drawing: Any,
        x: float,
        y: float,
        text: str,
        *,
        colour: str = "",
        bold: bool = False,
        size: float = 0.0,
        anchor: Literal["start", "middle", "end"] = "start",
    ) -> None:
        """Put `text` on the drawing with its baseline at y; `anchor` start, middle or end says what x is."""
        if anchor != "start":  # measuring costs more than all the rest
            x -= self.width(text, bold=bold, size=size) * (0.5 if anchor == "middle" else 1.0)
        fill = HexColor(colour or self.scheme.text2)
        pieces = self.runs(text, self.bold if bold else self.font)
        for number, (font, piece) in enumerate(pieces, 1):
            drawing.add(String(x, y, piece, fontName=font, fontSize=size or self.size, fillColor=fill))
            if number < len(pieces):
                x += self.measure(piece, font, size or self.size)


def blend(colour: str, ground: str, share: float) -> Color:
    """`colour` at `share` (0 to 1) over `ground`, opaque."""
    top, under = HexColor(colour), HexColor(ground)
    mixed = [share * above + (1 - share) * below for above, below in zip(_channels(top), _channels(under), strict=True)]
    return Color(*mixed)


def _channels(colour: Any) -> tuple[float, float, float]:
    return colour.red, colour.green, colour.blue


def sheet(width: float, height: float) -> Drawing:
    """An empty drawing; its origin is the lower left corner."""
    return Drawing(width, height)


def box(drawing: Any, x: float, y: float, width: float, height: float, colour: Any, *, radius: float = 0.0) -> None:
    """A filled rectangle without a border."""
    round_at = min(radius, width / 2, height / 2)
    shape = Rect(x, y, width, height, rx=round_at, ry=round_at)
    shape.fillColor, shape.strokeColor = colour, None
    drawing.add(shape)


def rule(drawing: Any, x1: float, y1: float, x2: float, y2: float, colour: Any, thickness: float = 0.5) -> None:
    """A straight line."""
    drawing.add(Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=thickness))


def hatch(drawing: Any, x: float, y: float, width: float, height: float, colour: Any, *, gap: float = 3.5) -> None:
    """Lines at 45 degrees inside a rectangle, so that "wacht" is told apart in grey too."""
    start = -height
    while start < width:
        left, right = max(start, 0.0), min(start + height, width)
        if right > left:
            rule(drawing, x + left, y + left - start, x + right, y + right - start, colour, 0.9)
        start += gap
