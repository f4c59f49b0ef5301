"""Blocks beside each other: two columns, and a text with a note at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor

from vaartdesk.core.colours import LIGHT
from vaartdesk.pdf.blocks import Stack
from vaartdesk.pdf.flow import Block, apart
from vaartdesk.pdf.fonts import width
from vaartdesk.pdf.styles import HAIRLINE, HEIGHT
from vaartdesk.pdf.text import Text


class SideBySide(Block):
    """Two stacks beside each other; under each other when they are too high for a page."""

    def __init__(self, left: Sequence[Any], right: Sequence[Any], *, share: float = 0.5, gap: float = 24.0) -> None:
        super().__init__()
        self.columns = (Stack(left), Stack(right))
        self.share = share
        self.gap = gap

    def getSpaceBefore(self) -> float:
        """The larger of what the first blocks ask for."""
        return max((float(column.body[0].getSpaceBefore()) for column in self.columns if column.body), default=0.0)

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given and the height of the higher column."""
        self.width = wide
        self.height = 0.0
        for column, room in zip(self.columns, self._widths(wide), strict=True):
            column.canv = self.canv
            self.height = max(self.height, column.wrap(room, high)[1])
        return self.width, self.height

    def _widths(self, width: float) -> tuple[float, float]:
        room = width - self.gap
        return room * self.share, room * (1 - self.share)

    def split(self, wide: float, high: float) -> list[Any]:
        """Nothing while both fit on a page."""
        if self.wrap(wide, high)[1] <= HEIGHT:
            return []
        return apart([block for column in self.columns for block in column.body])

    def draw(self) -> None:
        """Paint both columns from the top."""
        x = 0.0
        for column, room in zip(self.columns, self._widths(self.width), strict=True):
            column.drawOn(self.canv, x, self.height - column.height)
            x += room + self.gap


class Row(SideBySide):
    """A row of two columns with a hairline under each column that has something in it."""

    pad = 2.25

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given, the height of the higher column, padding."""
        super().wrap(wide, high)
        self.height += 2 * self.pad
        return self.width, self.height

    def draw(self) -> None:
        """Paint columns and lines."""
        canvas, x = self.canv, 0.0
        canvas.setFillColor(HexColor(LIGHT.border))
        for column, room in zip(self.columns, self._widths(self.width), strict=True):
            if column.body:
                column.drawOn(canvas, x, self.height - self.pad - column.height)
                canvas.rect(x, 0, room, HAIRLINE, stroke=0, fill=1)
            x += room + self.gap


class Pair(Block):
    """A text and, at the right edge, a note: the note takes what it needs, at most half when both are long."""

    gap = 8.0

    def __init__(self, text: Text, note: Text) -> None:
        super().__init__()
        self.text = text
        self.note = note

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given and the height of the higher one."""
        self.width = wide
        self.height = 0.0
        for piece, room in zip((self.text, self.note), self._widths(wide), strict=True):
            piece.canv = self.canv
            self.height = max(self.height, piece.wrap(room, high)[1])
        return self.width, self.height

    def _widths(self, wide: float) -> tuple[float, float]:
        text, note = natural_width(self.text), natural_width(self.note)
        room = wide - self.gap
        taken = note if text + note <= room else min(note, max(room / 2, room - text))
        return room - taken, taken

    def split(self, wide: float, high: float) -> list[Any]:
        """Nothing while it fits on a page; then the note goes under the text."""
        return [] if self.wrap(wide, high)[1] <= HEIGHT else apart([self.text, self.note])

    def draw(self) -> None:
        """Paint both from the top."""
        self.text.drawOn(self.canv, 0, self.height - self.text.height)
        self.note.drawOn(self.canv, self.width - self.note.width, self.height - self.note.height)


def natural_width(text: Text) -> float:
    """The width of a text on one line, in points."""
    return sum(width(piece.text, piece.fontName, piece.fontSize) for piece in text.pieces) + 0.1
