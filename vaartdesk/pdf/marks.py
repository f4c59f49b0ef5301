"""Small signs on paper: the mark of the house, chips, theme-line badges, meters and the evening drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.colors import HexColor

from vaartdesk.core.colours import LIGHT, State
from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.columns import natural_width
from vaartdesk.pdf.flow import Block, apart
from vaartdesk.pdf.fonts import REGULAR, SEMIBOLD, width
from vaartdesk.pdf.styles import CHIP, HEIGHT
from vaartdesk.pdf.text import Text, typeset
from vaartdesk.pdf.tree import Elem

BADGE: Final = 11.5
_BADGE_GAP: Final = 6.0
_CHIP_PAD: Final = 5.0
_CHIP_HEIGHT: Final = 13.0


class Mark(Block):
    """The mark of the house: a V over water on a rounded square with `size` points a side."""

    def __init__(self, size: float) -> None:
        super().__init__()
        self.width = self.height = size

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint it on a grid of 20 units."""
        canvas = self.canv
        canvas.saveState()
        canvas.scale(self.width / 20, self.width / 20)
        canvas.setFillColor(HexColor(LIGHT.accent))
        canvas.roundRect(0, 0, 20, 20, 4.5, stroke=0, fill=1)
        canvas.setStrokeColor(HexColor("#FFFFFF"))
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        canvas.setLineWidth(2)
        vee = canvas.beginPath()
        vee.moveTo(5, 15.5)
        vee.lineTo(10, 8.7)
        vee.lineTo(15, 15.5)
        canvas.drawPath(vee, stroke=1, fill=0)
        canvas.setStrokeColor(HexColor("#BFD9E0"))
        canvas.setLineWidth(1.6)
        wave = canvas.beginPath()
        wave.moveTo(4.2, 5)
        for x in (4.2, 10.0):
            wave.curveTo(x + 1.6, 6.6, x + 2.6, 6.6, x + 2.9, 5.2)
            wave.curveTo(x + 3.4, 3.6, x + 4.6, 3.6, x + 5.8, 5)
        canvas.drawPath(wave, stroke=1, fill=0)
        canvas.restoreState()


class Chip(Block):
    """A word in a thin frame of its own colour, as wide as the word."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.text = text
        self.height = _CHIP_HEIGHT

    @property
    def natural_width(self) -> float:
        """The width of word and padding."""
        return natural_width(self.text) + 2 * _CHIP_PAD + 0.5

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The natural width, at most the width given; the height of a chip or, for many words, of its lines."""
        self.width = min(self.natural_width, wide)
        self.text.canv = self.canv
        _width, height = self.text.wrap(self.width - 2 * _CHIP_PAD, high)
        self.height = height + _CHIP_HEIGHT - CHIP.leading
        return self.width, self.height

    def split(self, wide: float, high: float) -> list[Any]:
        """As a plain text when there are more words than a page holds."""
        return apart([self.text]) if self.wrap(wide, high)[1] > HEIGHT else []

    def draw(self) -> None:
        """Paint frame and word."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(self.text.pieces[0].textColor)
        canvas.setLineWidth(0.75)
        canvas.roundRect(0.375, 0.375, self.width - 0.75, self.height - 0.75, 3, stroke=1, fill=0)
        canvas.restoreState()
        self.text.drawOn(canvas, _CHIP_PAD, (self.height - self.text.height) / 2)


@dataclass(frozen=True, slots=True)
class Badge:
    """The badge of a theme line; `title` is what a screen reader says for the letter."""

    letter: str
    title: str


def draw_badge(canvas: Any, badge: Badge, elem: Elem, x: float, y: float) -> None:
    """Paint a badge with its lower left corner at x, y."""
    left, bottom = canvas.absolutePosition(x, y)
    box = f"{left:.2f} {bottom:.2f} {left + BADGE:.2f} {bottom + BADGE:.2f}"
    elem.attributes = f"<</O /Layout /Placement /Block /BBox [{box}]>>"
    canvas.open(elem)
    canvas.saveState()
    canvas.setFillColor(HexColor(LIGHT.theme_line(badge.letter).ink))
    canvas.roundRect(x, y, BADGE, BADGE, 3, stroke=0, fill=1)
    canvas.setFillColor(HexColor(LIGHT.badge_letter))
    canvas.setFont(SEMIBOLD, 8)
    canvas.drawCentredString(x + BADGE / 2, y + 3.1, badge.letter)
    canvas.restoreState()
    canvas.close()


class BadgeSign(Block):
    """A badge on its own."""

    def __init__(self, badge: Badge, parent: Elem) -> None:
        super().__init__()
        self.badge = badge
        self.elem = Elem("Figure", parent, alt=badge.title)
        self.width = self.height = BADGE

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint it."""
        draw_badge(self.canv, self.badge, self.elem, 0, 0)


class Badged(Block):
    """A title followed by the badges of its theme lines."""

    def __init__(self, title: Text, badges: Sequence[Badge], parent: Elem) -> None:
        super().__init__()
        self.title = title
        self.badges = [(badge, Elem("Figure", parent, alt=badge.title)) for badge in badges]

    def getSpaceBefore(self) -> float:
        """That of the title."""
        return float(self.title.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        """That of the title."""
        return float(self.title.getSpaceAfter())

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The title's size, a line more when the badges do not fit behind its last line."""
        self.title.canv = self.canv
        self.width, self.height = self.title.wrap(wide, high)
        room = wide - self.title.style.rightIndent - self.title.last_line_end()
        self.needs_line = bool(self.badges) and room < len(self.badges) * (BADGE + _BADGE_GAP)
        leading = float(self.title.style.leading)
        self.height = max(self.height, leading) + self.needs_line * leading
        return self.width, self.height

    def split(self, wide: float, high: float) -> list[Any]:
        """The badges go with the last part."""
        pieces = self.title.split(wide, high)
        if pieces == [self.title] and self.badges:
            # The words fit and the line of badges does not.
            pieces.append(typeset("", self.title.style))
        if len(pieces) < 2:
            return []
        rest = Badged(pieces[1], [], Elem("Sect"))
        rest.badges = self.badges
        return [pieces[0], rest]

    def draw(self) -> None:
        """Paint title and badges."""
        leading = float(self.title.style.leading)
        self.title.drawOn(self.canv, 0, self.height - self.title.height)
        x = 0.0 if self.needs_line else self.title.last_line_end() + _BADGE_GAP
        for badge, elem in self.badges:
            draw_badge(self.canv, badge, elem, x, (leading - BADGE) / 2 - 0.3)
            x += BADGE + _BADGE_GAP / 2


class Meter(Block):
    """A bar that is filled for `share` (0 to 1)."""

    def __init__(self, share: float, colour: str) -> None:
        super().__init__()
        self.share = min(max(share, 0.0), 1.0)
        self.colour = colour

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given, as high as a line of a table."""
        self.width, self.height = wide, 12.0
        return self.width, self.height

    def draw(self) -> None:
        """Paint groove and filling."""
        canvas = self.canv
        canvas.setFillColor(HexColor(LIGHT.groove))
        canvas.roundRect(0, 3, self.width, 6, 1, stroke=0, fill=1)
        if self.share:
            canvas.setFillColor(HexColor(self.colour))
            canvas.roundRect(0, 3, max(self.width * self.share, 2), 6, 1, stroke=0, fill=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the evening: begin and end in minutes after the start, the label in it, its colours."""

    begins: int
    ends: int
    label: str
    colours: State


class TimeBar(Block):
    """The evening to scale: a segment per item, the clock below (`ticks` are minutes and text)."""

    def __init__(self, spans: Sequence[Span], ticks: Sequence[tuple[int, str]], minutes: int) -> None:
        super().__init__()
        self.spans = spans
        self.ticks = ticks
        self.minutes = max(minutes, *(span.ends for span in spans), *(at for at, _text in ticks), 1)
        self.spaceBefore = 14.0
        self.spaceAfter = 12.0

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given; bar and clock."""
        self.width, self.height = wide, 31.0
        return self.width, self.height

    def draw(self) -> None:
        """Paint segments and clock."""
        canvas, scale = self.canv, self.width / self.minutes
        canvas.saveState()
        for span in self.spans:
            gap = 1.5 if span.ends < self.minutes else 0.0
            x, wide = span.begins * scale, max((span.ends - span.begins) * scale - gap, 1.0)
            canvas.setFillColor(HexColor(span.colours.soft))
            canvas.roundRect(x, 14, wide, 17, min(2.0, wide / 2), stroke=0, fill=1)
            if width(span.label, SEMIBOLD, 8) + 2 < wide:
                canvas.setFillColor(HexColor(span.colours.fg))
                canvas.setFont(SEMIBOLD, 8)
                canvas.drawCentredString(x + wide / 2, 19.8, span.label)
        canvas.setFillColor(HexColor(LIGHT.text2))
        canvas.setFont(REGULAR, 8)
        for at, text in self.ticks:
            wide = width(text, REGULAR, 8)
            canvas.drawString(min(max(at * scale - wide / 2, 0), self.width - wide), 3, text)
        canvas.restoreState()
