"""The items of an agenda: time and number in the margin, title, purpose, presenter and annexes, then the text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from reportlab.lib.styles import ParagraphStyle

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.text import _
from vaartdesk.pdf.agenda.colours import purpose_colours
from vaartdesk.pdf.agenda.head import clock
from vaartdesk.pdf.agenda.paper import AgendaOptions, AgendaPaper, Item
from vaartdesk.pdf.blocks import Aside, Room, Stack
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.fonts import SEMIBOLD, width
from vaartdesk.pdf.marks import Badge, Badged, Chip
from vaartdesk.pdf.styles import (
    BODY,
    CHIP,
    ITEM_TIME,
    ITEM_TITLE,
    META,
    NUMBER_COLUMN,
    SUB_ITEM_TITLE,
    TIME_COLUMN,
    WIDTH,
)
from vaartdesk.pdf.text import Bookmark
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import NBSP, Run, lines, page_of

LINK: Final = LIGHT.accent_ink
_WIDEST_CHIP: Final = WIDTH * 0.4


def item_key(number: str) -> str:
    """The bookmark of an item."""
    return f"punt-{number}"


def annex_key(label: str) -> str:
    """The bookmark of an annex."""
    return f"bijlage-{label}"


def add_items(doc: Document, paper: AgendaPaper, options: AgendaOptions, printed: Collection[str]) -> None:
    """All items in the order given; a sub item stands in its place, under its main item.

    The annexes in `printed` (labels) are in this document and get a link.
    """
    annexes = {annex.label: annex.label in printed for annex in paper.annexes}
    mains = {item.number for item in paper.items}
    for item in paper.items:
        is_sub = item.number.rpartition(".")[0] in mains
        with doc.inside("Sect"):
            _Printer(doc, options, annexes, item, is_sub).add()


class _Printer:
    """Prints one item."""

    def __init__(
        self, doc: Document, options: AgendaOptions, annexes: Mapping[str, bool], item: Item, is_sub: bool
    ) -> None:
        self.doc = doc
        self.options = options
        self.annexes = annexes
        self.item = item
        self.is_sub = is_sub
        self.margin = TIME_COLUMN if options.times else 0.0
        self.indent = self.margin + NUMBER_COLUMN

    def add(self) -> None:
        """Head, explanation, proposed decision, internal note."""
        doc, item = self.doc, self.item
        head = self._head()
        with doc.collect() as body:
            if self.options.explanation:
                for line in doc.texts(lines(item.explanation), _indented(self.indent)):
                    doc.add(line)
            if lines(item.proposed_decision):
                doc.frame(str(_("Voorgesteld besluit")), item.proposed_decision, inset=self.indent)
            if lines(item.internal_note):
                doc.note(str(_("Intern")), item.internal_note, inset=self.indent)
        doc.add(Room([head], body[0] if body else None), head, *body)

    def _head(self) -> Stack:
        doc, item = self.doc, self.item
        heading = Elem("H3" if self.is_sub else "H2", doc.parent)
        number = doc.text(item.number, _number_style(item.number, self.is_sub), heading)
        mark = Bookmark(item_key(item.number), f"{item.number} {item.title}", 2 if self.is_sub else 1)
        chip = self._chip()
        time = self._time()
        style = ParagraphStyle("title", SUB_ITEM_TITLE if self.is_sub else ITEM_TITLE)
        room = min(chip.natural_width, _WIDEST_CHIP) if chip else 0.0
        style.rightIndent = room + 8 if chip else 0
        title = doc.text(item.title, style, heading, bookmark=mark)
        badges = [Badge(letter, _("themalijn {letter}").format(letter=letter)) for letter in item.lines]
        body: list[Any] = [Badged(title, badges, doc.parent)]
        meta = self._meta()
        if meta:
            body.append(doc.text(meta, META))
        # A long number is set smaller; it keeps the title's base line.
        down = style.fontSize - number.style.fontSize
        asides = [*time, Aside(self.margin, NUMBER_COLUMN, number, down)]
        if chip:
            asides.append(Aside(WIDTH - room, room, chip, 0.5))
        return Stack(body, indent=self.indent, asides=asides, before=7.0, after=2.0)

    def _time(self) -> list[Aside]:
        item = self.item
        if not self.options.times:
            return []
        found = []
        if item.starts is not None:
            found.append(Aside(0, TIME_COLUMN, self.doc.text(clock(item.starts), ITEM_TIME)))
        if item.minutes > 0:
            minutes = _("{minutes} min").format(minutes=item.minutes)
            found.append(Aside(0, TIME_COLUMN, self.doc.text(minutes, META), 13.0))
        return found

    def _chip(self) -> Chip | None:
        purpose = self.item.purpose
        if purpose is None:
            return None
        label = purpose.label
        if self.item.is_confidential:
            label = _("{purpose}, vertrouwelijk").format(purpose=label)
        return Chip(self.doc.text(Run(label, colour=purpose_colours(purpose).fg), CHIP))

    def _meta(self) -> list[str | Run]:
        parts: list[str | Run] = [self.item.presenter] if self.item.presenter else []
        if not self.item.annexes:
            return parts
        if parts:
            parts.append(" · ")
        first = ""
        for place, label in enumerate(self.item.annexes):
            words = f"{_('Bijlage')}{NBSP}{label}" if place == 0 else label
            if place:
                parts.append(", ")
            if self.annexes.get(label):
                first = first or annex_key(label)
                parts.append(Run(words, colour=LINK, link=f"#{annex_key(label)}"))
                title = _("Naar bijlage {label}").format(label=label)
                self.doc.link_titles[annex_key(label)] = title
            elif label in self.annexes:
                parts.append(_("{annex} (los)").format(annex=words))
            else:
                parts.append(_("{annex} (ontbreekt)").format(annex=words))
        if first:
            parts += [" · ", Run(f"{_('pagina')}{NBSP}", colour=LINK, link=f"#{first}")]
            parts.append(page_of(first, colour=LINK, link=f"#{first}"))
        return parts


def _indented(indent: float) -> ParagraphStyle:
    return ParagraphStyle("indented", BODY, leftIndent=indent)


def _number_style(number: str, is_sub: bool) -> ParagraphStyle:
    style = ParagraphStyle("number", SUB_ITEM_TITLE if is_sub else ITEM_TITLE)
    while width(number, SEMIBOLD, style.fontSize) > NUMBER_COLUMN - 1 and style.fontSize > 6:
        style.fontSize -= 0.5
    return style
