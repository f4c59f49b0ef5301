"""Blocks of a page: stacks with notes in the margin, frames, columns side by side, rules, chips and badges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus.doctemplate import FrameBreak

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.flow import Block, apart, is_apart
from vaartdesk.pdf.sheets import Sheets
from vaartdesk.pdf.styles import HAIRLINE, HEIGHT, RADIUS
from vaartdesk.pdf.text import Text

_FUZZ: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Aside:
    """A flowable beside a stack: `x` from the left edge, `width` to lay it out in, `down` from the top, all points."""

    x: float
    width: float
    block: Any
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """One block of a stack: distance of its top from the top of the stack, and its height."""

    top: float
    height: float


def place(body: Sequence[Any], canvas: Any, width: float) -> list[Placed]:
    """Where the blocks of `body` come when laid out under each other at `width`."""
    found: list[Placed] = []
    y = previous = 0.0
    for number, block in enumerate(body):
        block.canv = canvas
        _width, height = block.wrap(width, HEIGHT)
        if number:
            y += max(previous, block.getSpaceBefore())
        found.append(Placed(y, height))
        y += height
        previous = block.getSpaceAfter()
    return found


class Stack(Block):
    """Blocks under each other, `indent` from the left, with `asides` at the top; splits between and inside blocks."""

    def __init__(
        self,
        body: Sequence[Any],
        *,
        indent: float = 0.0,
        asides: Sequence[Aside] = (),
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__()
        self.body = list(body)
        self.indent = indent
        self.asides = tuple(asides)
        self.spaceBefore = before
        self.spaceAfter = after
        self.places: list[Placed] = []

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given and the height of all blocks."""
        self.width = wide
        self.places = place(self.body, self.canv, wide - self.indent)
        self.height = self.places[-1].top + self.places[-1].height if self.places else 0.0
        for aside in self.asides:
            aside.block.canv = self.canv
            self.height = max(self.height, aside.down + aside.block.wrap(aside.width, HEIGHT)[1])
        return self.width, self.height

    def split(self, wide: float, high: float) -> list[Any]:
        """The stack of what fits in the height `high`, and the stack of the rest."""
        self.wrap(wide, high)
        tall = [aside for aside in self.asides if aside.down + aside.block.height > HEIGHT]
        if tall:
            # No page holds it beside anything: it goes above, where it can run over.
            kept = [aside for aside in self.asides if aside not in tall]
            rest = Stack(self.body, indent=self.indent, asides=kept, before=self.spaceBefore, after=self.spaceAfter)
            return apart([*(aside.block for aside in tall), rest])
        if any(aside.down + aside.block.height > high for aside in self.asides):
            return []
        upper, lower = divide(self.body, self.places, wide - self.indent, high)
        return [self.part(upper, is_first=True), self.part(lower, is_first=False)] if upper else []

    def part(self, body: list[Any], *, is_first: bool) -> Stack:
        """A stack like this one of a part of its blocks."""
        asides = self.asides if is_first else ()
        return Stack(body, indent=self.indent, asides=asides, before=self.spaceBefore, after=self.spaceAfter)

    def draw(self) -> None:
        """Paint asides and blocks."""
        for aside in self.asides:
            aside.block.drawOn(self.canv, aside.x, self.height - aside.down - aside.block.height)
        for block, placed in zip(self.body, self.places, strict=True):
            block.drawOn(self.canv, self.indent, self.height - placed.top - placed.height)


def divide(body: list[Any], places: list[Placed], width: float, room: float) -> tuple[list[Any], list[Any]]:
    """The blocks (or parts of them) that fit in the height `room`, and the rest; headings go with what they head."""
    for number, (block, placed) in enumerate(zip(body, places, strict=True)):
        if placed.top + placed.height <= room + _FUZZ:
            continue
        pieces = block.split(width, room - placed.top) if room > placed.top else []
        if is_apart(pieces):
            body = [*body[:number], *pieces[1:], *body[number + 1 :]]
            return divide(body, place(body, block.canv, width), width, room)
        upper = [*body[:number], *pieces[:1]]
        if not pieces:
            while upper and upper[-1].getKeepWithNext():
                upper.pop()
        lower = [*pieces[1:], *body[number + 1 :]] if pieces else body[len(upper) :]
        return upper, lower
    return body, []


class Together(Stack):
    """Blocks that stay on one page as long as a page holds them, a chart with its heading and source for instance."""

    def __init__(self, body: Sequence[Any]) -> None:
        super().__init__(body, before=float(body[0].getSpaceBefore()), after=float(body[-1].getSpaceAfter()))

    def split(self, wide: float, high: float) -> list[Any]:
        """Nothing while the whole fits on a page."""
        return [] if self.wrap(wide, high)[1] <= HEIGHT else super().split(wide, high)


class Framed(Stack):
    """Blocks in a frame or on a tinted ground; never split as long as it fits on a page."""

    def __init__(
        self,
        body: Sequence[Any],
        *,
        stroke: str = "",
        fill: str = "",
        pad: float = 10.0,
        inset: float = 0.0,
        before: float = 5.0,
        after: float = 5.0,
    ) -> None:
        super().__init__(body, before=before, after=after)
        self.stroke = stroke
        self.fill = fill
        self.pad = pad
        self.inset = inset

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given and the height with the padding."""
        super().wrap(wide - self.inset - 2 * self.pad, high)
        self.width = wide
        self.height += 1.6 * self.pad
        return self.width, self.height

    def split(self, wide: float, high: float) -> list[Any]:
        """Nothing while the whole fits on a page; a longer one is continued in a second frame."""
        self.wrap(wide, high)
        room = high - 1.6 * self.pad
        if self.height <= HEIGHT or room <= 0:
            return []
        upper, lower = divide(self.body, self.places, wide - self.inset - 2 * self.pad, room)
        return [self.part(upper, is_first=True), self.part(lower, is_first=False)] if upper else []

    def part(self, body: list[Any], *, is_first: bool) -> Framed:
        """A frame like this one around a part of its blocks."""
        return Framed(
            body,
            stroke=self.stroke,
            fill=self.fill,
            pad=self.pad,
            inset=self.inset,
            before=self.spaceBefore,
            after=self.spaceAfter,
        )

    def draw(self) -> None:
        """Paint the ground, the frame and the blocks."""
        canvas = self.canv
        canvas.saveState()
        if self.fill:
            canvas.setFillColor(HexColor(self.fill))
        if self.stroke:
            canvas.setStrokeColor(HexColor(self.stroke))
            canvas.setLineWidth(1)
        half = 0.5 if self.stroke else 0.0
        box = (self.inset + half, half, self.width - self.inset - 2 * half, self.height - 2 * half)
        canvas.roundRect(*box, RADIUS, stroke=int(bool(self.stroke)), fill=int(bool(self.fill)))
        canvas.restoreState()
        for block, placed in zip(self.body, self.places, strict=True):
            block.drawOn(canvas, self.inset + self.pad, self.height - 0.8 * self.pad - placed.top - placed.height)


class Rule(Block):
    """A line over the whole width."""

    def __init__(
        self, thickness: float = HAIRLINE, colour: str = LIGHT.border, *, before: float = 0.0, after: float = 0.0
    ) -> None:
        super().__init__()
        self.height = thickness
        self.colour = colour
        self.spaceBefore = before
        self.spaceAfter = after

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given and its thickness."""
        self.width = wide
        return wide, self.height

    def draw(self) -> None:
        """Paint it as a rectangle, so that its edges are where the grid is."""
        self.canv.setFillColor(HexColor(self.colour))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)


class Insertion(Block):
    """The place where the sheets of another file come in, behind the page it stands on."""

    def __init__(self, sheets: Sheets, label: str, bookmark: str) -> None:
        super().__init__()
        self.sheets = sheets
        self.label = label
        self.bookmark = bookmark

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """Nothing."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Tell the canvas."""
        self.canv.insert(self.sheets, self.label, self.bookmark)


class Room(Block):
    """Goes to the next page when `heads` and the first lines of what follows do not fit on this one."""

    _ZEROSIZE = True

    def __init__(self, heads: Sequence[Any], follower: Any = None) -> None:
        super().__init__()
        self.heads = list(heads)
        self.follower = follower

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """Nothing; asks for a new page when needed."""
        frame = self.frame()
        is_at_top = frame is None or frame._atTop  # noqa: SLF001 - has no public name
        if not is_at_top and self.needed(wide) > high:
            frame.add_generated_content(FrameBreak)
        return 0.0, 0.0

    def needed(self, width: float) -> float:
        """The height, in points, that has to be free."""
        blocks = [*self.heads, *([self.follower] if self.follower is not None else [])]
        places = place(blocks, self.canv, width)
        last = places[-1].height
        if isinstance(self.follower, Text):
            last = min(last, 2 * self.follower.style.leading)
        height = float(blocks[0].getSpaceBefore() + places[-1].top + last)
        return height if height <= HEIGHT else 0.0

    def draw(self) -> None:
        """Nothing to paint."""
