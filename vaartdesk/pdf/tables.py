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
from vaartdesk.pdf.styles import CELL, CELL_RIGHT, HAIRLINE, HEAD, HEAD_RIGHT
from vaartdesk.pdf.tree import Elem
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


def build_table(
    story: Story, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], width: float, parent: Elem
) -> Any:
    """A table of `width` points; each row has a cell per column, ValueError when it has not."""
    top = Elem("Table", parent)
    data = [_head(story, columns, Elem("TR", Elem("THead", top)))]
    body = Elem("TBody", top)
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} cells for {len(columns)} columns")
        elem = Elem("TR", body)
        data.append([_cell(story, cell, column, elem) for cell, column in zip(row, columns, strict=True)])
    whole = sum(column.share for column in columns)
    widths = [width * column.share / whole for column in columns]
    # A head that may fill a page by itself cannot be repeated on each.
    repeated = int(all(len(column.title) <= _LONGEST_HEAD for column in columns))
    table = Table(data, widths, repeatRows=repeated, splitInRow=1, hAlign="LEFT")
    table.setStyle(_looks(len(data)))
    return table


def _looks(rows: int) -> list[tuple[Any, ...]]:
    everything = (0, 0), (-1, -1)
    return [
        ("FONT", *everything, REGULAR, 9),
        ("VALIGN", *everything, "TOP"),
        ("LEFTPADDING", *everything, 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), 8),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, 0), 2),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 3),
        ("TOPPADDING", (0, 1), (-1, -1), 4.5),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 5),
        ("LINEBELOW", *everything, HAIRLINE, HexColor(LIGHT.border)),
    ]


def _head(story: Story, columns: Sequence[Column], row: Elem) -> list[Any]:
    return [
        story.text(column.title, HEAD_RIGHT if column.align == "right" else HEAD, Elem("TH", row, keep=True))
        for column in columns
    ]


def _cell(story: Story, cell: Cell, column: Column, row: Elem) -> Any:
    elem = Elem("TD", row, keep=True)
    if isinstance(cell, Progress):
        return [Figure(Meter(cell.share, cell.colour), cell.title, elem)]
    if isinstance(cell, Room):
        return [Spacer(0, cell.high)]
    style = CELL_RIGHT if column.align == "right" else CELL
    if isinstance(cell, str) and "\n" in cell:
        return [story.text(line, style, elem) for line in lines(cell)] or [story.text("", style, elem)]
    return [story.text(cell, style, elem)]


def toned(text: str, tone: str) -> Run:
    """A word in the colour of a state (`warning`, `danger`, `success`...), semibold; plain for an empty tone."""
    return Run(text, font=SEMIBOLD, colour=LIGHT.state(tone).fg) if tone else Run(text)
