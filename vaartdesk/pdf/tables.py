"""Tables: tagged, with a head that is repeated on each page and rows that may run over one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from reportlab.lib.colors import HexColor
from reportlab.platypus import Spacer, Table

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.figure import Figure
from vaartdesk.pdf.fonts import REGULAR, SEMIBOLD
from vaartdesk.pdf.marks import Meter
from vaartdesk.pdf.styles import CELL, CELL_LABEL, CELL_RIGHT, HAIRLINE, HEAD, HEAD_RIGHT, HEIGHT
from vaartdesk.pdf.tree import ROW_HEAD, Elem
from vaartdesk.pdf.words import Content, Run, lines

if TYPE_CHECKING:
    from vaartdesk.pdf.story import Story


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width (any unit, they are weighed), and how its cells are aligned."""

    title: str
    share: float = 1.0
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Progress:
    """A cell with a bar, filled for `share` (0 to 1); `title` is what it says in words."""

    share: float
    title: str
    colour: str = LIGHT.accent


@dataclass(frozen=True, slots=True)
class Room:
    """An empty cell to write in, so many points high."""

    high: float


Cell = Content | Progress | Room

_LONGEST_HEAD: Final = 200
_SMALL: Final = HEIGHT / 4
_FEW: Final = 4
"""Rows of a small table, its head included."""
_FUZZ: Final = 0.01
_HEAD_PADDING: Final = {"TOPPADDING": 2, "BOTTOMPADDING": 3}


class _Table(Table):
    """A table that leaves no row alone on a page where it can be helped."""

    _rowHeights: Sequence[float]
    repeatRows: int

    def split(self, wide: float, high: float) -> list[Any]:
        """Between rows as ReportLab does; a small table goes to the next page whole, and a last row takes one along."""
        found: list[Any] = super().split(wide, high)
        count = len(self._rowHeights)
        is_small = sum(self._rowHeights) <= _SMALL and count <= _FEW
        # Far from the upper edge only: there is a page that has more room.
        is_low = high < HEIGHT / 2
        if len(found) != 2 or (is_small and is_low):
            return [] if is_small and is_low else found
        upper, lower = (len(part._rowHeights) - self.repeatRows for part in found)  # noqa: SLF001 - of its own kind
        if upper + lower + self.repeatRows != count:
            return found  # a row was split
        if upper == 1 and is_low:
            return []
        if lower == 1 and upper > 2:
            return super().split(wide, sum(self._rowHeights[: self.repeatRows + upper - 1]) + _FUZZ) or found
        return found


def build_table(
    story: Story, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], width: float, parent: Elem
) -> Any:
    """A table of `width` points; each row has a cell per column, ValueError when it has not.

    Where no column has a title the first one heads the rows: label and value under each other.
    """
    top = Elem("Table", parent)
    is_headed = any(column.title for column in columns)
    data = [_head(story, columns, Elem("TR", Elem("THead", top)))] if is_headed else []
    body = Elem("TBody", top)
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} cells for {len(columns)} columns")
        elem = Elem("TR", body)
        tags = ["TD" if is_headed or number else "TH" for number in range(len(row))]
        data.append([_cell(story, *each, elem) for each in zip(row, columns, tags, strict=True)])
    whole = sum(column.share for column in columns)
    widths = [width * column.share / whole for column in columns]
    # A head that may fill a page by itself cannot be repeated on each.
    repeated = int(is_headed and all(len(column.title) <= _LONGEST_HEAD for column in columns))
    table = _Table(data, widths, repeatRows=repeated, splitInRow=1, hAlign="LEFT")
    table.setStyle(_looks(int(is_headed)))
    return table


def _looks(heads: int) -> list[tuple[Any, ...]]:
    everything = (0, 0), (-1, -1)
    return [
        ("FONT", *everything, REGULAR, 9),
        ("VALIGN", *everything, "TOP"),
        ("LEFTPADDING", *everything, 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), 8),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", *everything, 4.5),
        ("BOTTOMPADDING", *everything, 5),
        *((name, (0, 0), (-1, heads - 1), points) for name, points in _HEAD_PADDING.items() if heads),
        ("LINEBELOW", *everything, HAIRLINE, HexColor(LIGHT.border)),
    ]


def _head(story: Story, columns: Sequence[Column], row: Elem) -> list[Any]:
    return [
        story.text(column.title, HEAD_RIGHT if column.align == "right" else HEAD, Elem("TH", row, keep=True))
        for column in columns
    ]


def _cell(story: Story, cell: Cell, column: Column, tag: str, row: Elem) -> Any:
    elem = Elem(tag, row, keep=True, attributes=ROW_HEAD if tag == "TH" else "")
    if isinstance(cell, Progress):
        return [Figure(Meter(cell.share, cell.colour), cell.title, elem)]
    if isinstance(cell, Room):
        return [Spacer(0, cell.high)]
    style = CELL_LABEL if tag == "TH" else CELL_RIGHT if column.align == "right" else CELL
    if isinstance(cell, str) and "\n" in cell:
        return [story.text(line, style, elem) for line in lines(cell)] or [story.text("", style, elem)]
    return [story.text(cell, style, elem)]


def toned(text: str, tone: str) -> Run:
    """A word in the colour of a state (`warning`, `danger`, `success`...), semibold; plain for an empty tone."""
    return Run(text, font=SEMIBOLD, colour=LIGHT.state(tone).fg) if tone else Run(text)
