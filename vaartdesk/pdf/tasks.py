"""Work on paper: a box to tick, what is to be done and where, a photo beside it, and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.colors import HexColor

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.pdf.blocks import Aside, Together
from vaartdesk.pdf.columns import SideBySide
from vaartdesk.pdf.figure import Figure
from vaartdesk.pdf.flow import Block
from vaartdesk.pdf.pictures import picture
from vaartdesk.pdf.styles import CELL, ITEM_TITLE, META, MM
from vaartdesk.pdf.tables import toned
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import Run

if TYPE_CHECKING:
    from vaartdesk.pdf.document import Document

BOX: Final = 11.0
INDENT: Final = 9 * MM
PHOTO: Final = 30 * MM
SHARE: Final = 0.72
"""Of the width that words take beside a photo."""
LINE: Final = 8 * MM
"""From one line to write on to the next: room for a hand with cold fingers."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done. ``meta``: what and where, in a line; ``due``: how late, in the colour of ``tone``;
    ``photo``: a JPEG or PNG; ``lines``: how many there are to write on.
    """

    title: str
    meta: str = ""
    due: str = ""
    tone: str = ""
    text: str = ""
    photo: bytes | None = field(default=None, repr=False)
    alt: str = ""
    lines: int = 2


class TickBox(Block):
    """An empty box, drawn: no font has to have the sign for it."""

    def __init__(self, size: float = BOX) -> None:
        super().__init__()
        self.width = self.height = size

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """A square with round corners."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(HexColor(LIGHT.text1))
        canvas.setLineWidth(1)
        canvas.roundRect(0.5, 0.5, self.width - 1, self.height - 1, 2, stroke=1, fill=0)
        canvas.restoreState()


class WritingLines(Block):
    """Lines to write on."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.height = count * LINE

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width given."""
        self.width = wide
        return wide, self.height

    def draw(self) -> None:
        """Thin lines, the last one at the bottom."""
        self.canv.setFillColor(HexColor(LIGHT.border))
        for number in range(self.count):
            self.canv.rect(0, number * LINE, self.width, 0.5, stroke=0, fill=1)


def add_tasks(doc: Document, tasks: Sequence[Task], width: float) -> None:
    """The tasks as a list, each of them whole on a page."""
    top = Elem("L", doc.parent, attributes="<</O /List /ListNumbering /None>>")
    for task in tasks:
        entry = Elem("LI", top)
        doc.add(_task(doc, task, entry))


def _task(doc: Document, task: Task, entry: Elem) -> Any:
    label, body = Elem("Lbl", entry), Elem("LBody", entry)
    words = [*_words(doc, task, body), WritingLines(task.lines)]
    shown = _photo(task, body)
    block = SideBySide(words, [shown], share=SHARE, gap=12.0) if shown is not None else Together(words)
    tick = Aside(0, BOX, Figure(TickBox(), str(_("Vakje om af te vinken")), label), 1.5)
    whole = Together([block])
    whole.indent = INDENT
    whole.asides = (tick,)
    whole.spaceBefore, whole.spaceAfter = 7.0, 7.0
    return whole


def _words(doc: Document, task: Task, body: Elem) -> list[Any]:
    found = [doc.text(task.title, ITEM_TITLE, Elem("P", body))]
    meta = [Run(task.meta)] if task.meta else []
    if task.due:
        meta += [Run("  ·  " if task.meta else ""), toned(task.due, task.tone)]
    if meta:
        found.append(doc.text(meta, META, Elem("P", body)))
    found += [doc.text(line, CELL, Elem("P", body)) for line in task.text.splitlines() if line.strip()]
    return found


def _photo(task: Task, body: Elem) -> Any:
    if task.photo is None:
        return None
    try:
        shown = picture(task.photo, 45 * MM, PHOTO)
    except ValueError:
        return None  # a list without one photo is better than no list
    return Figure(shown, task.alt, body)
