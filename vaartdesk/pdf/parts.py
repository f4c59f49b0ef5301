"""The parts that reports and annexes are composed of: plain values, and how each is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.blocks import Rule, Stack, Together
from vaartdesk.pdf.columns import SideBySide
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.fonts import SEMIBOLD
from vaartdesk.pdf.pictures import picture
from vaartdesk.pdf.styles import CAPTION, HEIGHT, SECTION, SECTION_TITLE, TIGHT, WIDTH
from vaartdesk.pdf.tables import Cell, Column, build_table, toned
from vaartdesk.pdf.tasks import Task, add_tasks
from vaartdesk.pdf.text import Bookmark
from vaartdesk.pdf.words import Run

GAP: Final = 24.0


@dataclass(frozen=True, slots=True)
class Prose:
    """Text under a heading of its own, if any."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table under a heading; `caption` names source and date."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of `vaartdesk.charts` under a heading; `alt` says in a sentence what it shows."""

    title: str
    drawing: Any
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG or PNG picture, `alt` as with a chart; at most the part `share` of a page high."""

    data: bytes = field(repr=False)
    alt: str
    title: str = ""
    caption: str = ""
    share: float = 0.6


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """An earlier decision: number, state as a word, the state's tone (`success`, `warning`...), text."""

    number: str
    state: str
    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Earlier decisions under a heading."""

    title: str
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two parts next to each other."""

    left: Part
    right: Part


@dataclass(frozen=True, slots=True)
class Section:
    """A heading above the parts that follow; it stands in the outline."""

    title: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list under a heading of its own, if any."""

    items: tuple[str, ...]
    title: str = ""
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A text in the accent frame that does not split: a decision."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Tasks:
    """Work to tick off, under a heading of its own, if any."""

    tasks: tuple[Task, ...]
    title: str = ""


Part = Prose | Listing | Chart | Photo | Decisions | Beside | Section | Bullets | Box | Tasks | NewPage


def add_part(doc: Document, part: Part, *, level: int = 3, width: float = WIDTH) -> None:
    """Put `part` at the end of the document; its heading has `level`, it is `width` points wide."""
    _PRINTERS[type(part)](doc, part, level, width)


def _title(doc: Document, title: str, level: int) -> None:
    """The heading of a part. Right under the title of the paper it stands in the outline; deeper ones would crowd it."""
    if title:
        mark = Bookmark(doc.new_key(), title, 1) if level == 2 else None
        doc.add(doc.text(title, SECTION, f"H{level}", bookmark=mark))


def _prose(doc: Document, part: Prose, level: int, width: float) -> None:
    _title(doc, part.title, level)
    doc.paragraph(part.text)


def _listing(doc: Document, part: Listing, level: int, width: float) -> None:
    # A stack, for ReportLab would take a heading and a table longer than the page to the next page together.
    with doc.collect() as body:
        _title(doc, part.title, level)
        doc.add(build_table(doc, part.columns, part.rows, width, doc.parent))
    before = float(body[0].getSpaceBefore()) if part.title else 0.0
    doc.add(Stack(body, before=before))
    doc.paragraph(part.caption, CAPTION)


def _chart(doc: Document, part: Chart, level: int, width: float) -> None:
    with doc.collect() as body:
        _title(doc, part.title, level)
        doc.figure(part.drawing, part.alt, caption=part.caption)
    doc.add(Together(body))


def _photo(doc: Document, part: Photo, level: int, width: float) -> None:
    with doc.collect() as body:
        _title(doc, part.title, level)
        doc.figure(picture(part.data, width, HEIGHT * part.share), part.alt, caption=part.caption)
    doc.add(Together(body))


def _decisions(doc: Document, part: Decisions, level: int, width: float) -> None:
    _title(doc, part.title, level)
    for line in part.decisions:
        state = Run(line.state, font=SEMIBOLD, colour=toned(line.state, line.tone).colour)
        doc.add(Rule(before=2, after=4))
        doc.add(doc.text([Run(f"{line.number} ", font=SEMIBOLD), state], TIGHT))
        doc.paragraph(line.text)


def _beside(doc: Document, part: Beside, level: int, width: float) -> None:
    half = (width - GAP) / 2
    columns = []
    for side in (part.left, part.right):
        with doc.collect() as body:
            add_part(doc, side, level=level, width=half)
        columns.append(body)
    doc.add(SideBySide(columns[0], columns[1], gap=GAP))


def _section(doc: Document, part: Section, level: int, width: float) -> None:
    doc.heading(level - 1, part.title, style=SECTION_TITLE)


def _bullets(doc: Document, part: Bullets, level: int, width: float) -> None:
    _title(doc, part.title, level)
    doc.bullets(part.items, is_numbered=part.is_numbered)


def _box(doc: Document, part: Box, level: int, width: float) -> None:
    doc.frame(part.title, part.text)


def _tasks(doc: Document, part: Tasks, level: int, width: float) -> None:
    _title(doc, part.title, level)
    add_tasks(doc, part.tasks, width)


def _new_page(doc: Document, part: NewPage, level: int, width: float) -> None:
    doc.page_break()


_PRINTERS: Final[Mapping[type, Callable[[Document, Any, int, float], None]]] = MappingProxyType(
    {
        Prose: _prose,
        Listing: _listing,
        Chart: _chart,
        Photo: _photo,
        Decisions: _decisions,
        Beside: _beside,
        Section: _section,
        Bullets: _bullets,
        Box: _box,
        Tasks: _tasks,
        NewPage: _new_page,
    }
)
