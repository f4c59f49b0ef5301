"""A document as one writes it: headings, paragraphs, lists, tables, frames, figures; `save` makes the PDF of it."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Spacer

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import tell
from vaartdesk.core.text import _, ngettext
from vaartdesk.pdf.blocks import Framed, Insertion, Rule
from vaartdesk.pdf.canvas import Plan, TaggedCanvas
from vaartdesk.pdf.figure import Figure
from vaartdesk.pdf.finish import finish
from vaartdesk.pdf.fonts import REGULAR, SEMIBOLD, draw_line, shorten, width
from vaartdesk.pdf.joining import join
from vaartdesk.pdf.metadata import PRODUCER, Passport
from vaartdesk.pdf.sheets import Sheets
from vaartdesk.pdf.story import Story
from vaartdesk.pdf.styles import (
    BODY,
    BOTTOM,
    CAPTION,
    FRAME_TITLE,
    HEADINGS,
    HEIGHT,
    LEFT,
    LIST,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    WIDTH,
)
from vaartdesk.pdf.tables import Cell, Column, build_table
from vaartdesk.pdf.text import Bookmark
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import Content, Run, clean, lines

# A font of ReportLab serves one document at a time.
_PRESS: Final = threading.Lock()
# Of the whole work; the rest is writing the file.
_LAID_OUT: Final = 0.8


@dataclass(frozen=True, slots=True)
class Result:
    """What came out: number of pages, characters that no font could print, warnings in Dutch; the file itself is at
    `path`, or without one in `content`.
    """

    pages: int
    lost_characters: tuple[str, ...]
    warnings: tuple[str, ...]
    path: Path | None = None
    content: bytes = field(default=b"", repr=False)

    @property
    def data(self) -> bytes:
        """The bytes of the file, wherever it is."""
        return self.path.read_bytes() if self.path else self.content


class Document(Story):
    """An A4 document in the house style; the same calls give the same bytes."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        date: datetime,
        language: str = "nl-NL",
        footer_left: str = "",
        is_archival: bool = True,
    ) -> None:
        super().__init__()
        self.passport = Passport(clean(title), clean(author), language, date, is_archival)
        self.footer_left = clean(footer_left)
        self.sheets: list[Sheets] = []
        self._keys = 0

    def heading(self, level: int, text: str, *, key: str = "", style: Any = None, outline: int | None = None) -> str:
        """A heading of level 1 to 4 that also stands in the outline; answers its bookmark.

        Without ink it reads "Zonder titel": a level of headings must not go missing.
        """
        text = text if clean(text).strip() else str(_("Zonder titel"))
        key = key or self.new_key()
        mark = Bookmark(key, text, level - 1 if outline is None else outline)
        self.add(self.text(text, style or HEADINGS[level], f"H{level}", bookmark=mark))
        return key

    def new_key(self) -> str:
        """A bookmark that nothing else has."""
        self._keys += 1
        return f"plaats-{self._keys}"

    def paragraph(self, content: Content, style: Any = BODY) -> None:
        """Text; each line of a plain string becomes a paragraph."""
        for line in lines(content) if isinstance(content, str) else [content]:
            self.add(self.text(line, style))

    def bullets(self, items: Iterable[Content], *, is_numbered: bool = False) -> None:
        """A list; empty items are left out."""
        numbering = "/Decimal" if is_numbered else "/Disc"
        top = Elem("L", self.parent, attributes=f"<</O /List /ListNumbering {numbering}>>")
        kept = [item for item in items if not isinstance(item, str) or item.strip()]
        for number, item in enumerate(kept, 1):
            entry = Elem("LI", top)
            label, body = Elem("Lbl", entry), Elem("LBody", entry)
            bullet = f"{number}." if is_numbered else "•"
            self.add(self.text(item, LIST, body, bullet=bullet, label=label))

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
        """A table over the whole width."""
        self.add(build_table(self, columns, rows, WIDTH, self.parent))

    def frame(self, title: str, content: Content, *, inset: float = 0.0) -> None:
        """A block in an accent frame that does not split, a proposed decision for instance."""
        with self.inside("Sect"), self.collect() as body:
            self.add(self.text(Run(title, colour=LIGHT.accent_ink), FRAME_TITLE))
            self.paragraph(content)
        self.add(Framed(body, stroke=LIGHT.accent, inset=inset))

    def note(self, title: str, content: Content, *, inset: float = 0.0) -> None:
        """A block on a warning ground: what only some readers may see."""
        with self.inside("Sect"), self.collect() as body:
            self.add(self.text(Run(title, colour=LIGHT.warning.fg), FRAME_TITLE))
            self.paragraph(content)
        self.add(Framed(body, fill=LIGHT.warning.soft, inset=inset, pad=8.0))

    def figure(self, picture: Any, alt: str, *, caption: Content = "") -> None:
        """A picture or chart; `alt` says in a sentence what it shows."""
        self.add(Figure(picture, alt, self.parent))
        if caption:
            self.paragraph(caption, CAPTION)

    def rule(
        self, thickness: float = 0.5, colour: str = LIGHT.border, *, before: float = 0.0, after: float = 0.0
    ) -> None:
        """A line over the whole width."""
        self.add(Rule(thickness, colour, before=before, after=after))

    def space(self, points: float) -> None:
        """Nothing, for a while."""
        self.add(Spacer(1, points))

    def insert(self, sheets: Sheets, label: str, bookmark: str) -> None:
        """The sheets of another PDF come behind the page that is being filled.

        `bookmark` is the outline title that the file's own bookmarks go under. The result claims no PDF/UA or PDF/A: the
        pages of others may not keep them.
        """
        self.passport = replace(self.passport, is_archival=False)
        self.sheets.append(sheets)
        self.add(Insertion(sheets, label, bookmark))

    def page_break(self) -> None:
        """What follows begins on a new page."""
        self.add(PageBreak())

    def footer(self, canvas: Any, page: int, total: int) -> None:
        """Paint the foot of a page."""
        self.paint_foot(canvas, self.footer_left, _("pagina {page} van {total}").format(page=page, total=total))

    def paint_foot(self, canvas: Any, left: str, right: str) -> None:
        """A line, and under it words at the left, cut where they meet those at the right."""
        canvas.setFillColor(HexColor(LIGHT.border))
        canvas.rect(LEFT, BOTTOM - 4 * MM, WIDTH, 0.5, stroke=0, fill=1)
        taken = width(right, SEMIBOLD, 8)
        canvas.setFillColor(HexColor(LIGHT.text1))
        if right:
            draw_line(canvas, LEFT + WIDTH - taken, 11 * MM, right, SEMIBOLD, 8, self.lost)
        canvas.setFillColor(HexColor(LIGHT.text2))
        draw_line(canvas, LEFT, 11 * MM, shorten(left, REGULAR, 8, WIDTH - taken - 12), REGULAR, 8, self.lost)

    def build(self) -> tuple[bytes, TaggedCanvas]:
        """The PDF as ReportLab writes it, and the canvas that knows where everything came."""
        buffer = io.BytesIO()
        facts = self.passport
        story = list(self.blocks)
        template = _Template(
            story,
            buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            lang=facts.language,
            displayDocTitle=True,
            invariant=1,
            initialFontName=REGULAR,
            title=facts.title,
            author=facts.author,
            creator=PRODUCER,
            producer=PRODUCER,
        )
        template.addPageTemplates(PageTemplate("page", [Frame(LEFT, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)]))
        made: list[TaggedCanvas] = []
        plan = Plan(self.root, facts, self.footer, self.link_titles)
        with _PRESS:
            template.build(story, canvasmaker=partial(_new_canvas, plan, made))
        return buffer.getvalue(), made[0]

    def save(self, path: Path | None = None) -> Result:
        """Make the PDF, at `path` when given: there it is whole or not at all. A document is saved once.

        Raises OSError when it cannot be written.
        """
        try:
            raw, canvas = self.build()
            content = join(raw, canvas.inserts, path) if canvas.inserts else finish(raw, path)
        finally:
            for sheets in self.sheets:
                sheets.close()
        lost, told = tuple(sorted(self.lost)), tuple(lost_warnings(self.lost))
        return Result(canvas.numbers.total, lost, told, path, content)


class _Template(BaseDocTemplate):
    """Tells how far it is, by blocks and rows of tables."""

    def __init__(self, story: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._placed, self._whole = 0, max(1, sum(map(_weight, story)))

    def afterFlowable(self, flowable: Any) -> None:
        """A block, or the part of it that fits on a page, was placed; called by ReportLab."""
        self._placed += _weight(flowable)
        tell(min(1.0, self._placed / self._whole) * _LAID_OUT)


def _weight(block: Any) -> int:
    # Of a table its rows, which have no public name.
    return len(getattr(block, "_cellvalues", (block,)))


def _new_canvas(plan: Plan, made: list[TaggedCanvas], *args: Any, **kwargs: Any) -> TaggedCanvas:
    canvas = TaggedCanvas(*args, plan=plan, **kwargs)
    canvas.set_date(plan.passport.moment)
    # qpdf packs the pages when it finishes the file.
    canvas.setPageCompression(0)
    canvas.showOutline()
    made.append(canvas)
    return canvas


def lost_warnings(lost: set[str]) -> list[str]:
    """The sentence about characters that no font has; none when there are none."""
    if not lost:
        return []
    count = len(lost)
    sentence = ngettext(
        "{count} teken kon niet worden afgedrukt: {signs}",
        "{count} tekens konden niet worden afgedrukt: {signs}",
        count,
    )
    return [sentence.format(count=count, signs=" ".join(sorted(lost)))]
