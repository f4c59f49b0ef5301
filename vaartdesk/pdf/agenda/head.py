"""The upper part of page 1: sender, meeting, the evening to scale, who is invited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dates import day_weekday_long
from vaartdesk.core.text import _, ngettext
from vaartdesk.pdf.agenda.colours import purpose_colours
from vaartdesk.pdf.agenda.paper import AgendaOptions, AgendaPaper, Item, Person
from vaartdesk.pdf.blocks import Figure
from vaartdesk.pdf.columns import Pair
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.fonts import REGULAR
from vaartdesk.pdf.letterhead import Sender, add_letterhead, add_opening
from vaartdesk.pdf.marks import Span, TimeBar
from vaartdesk.pdf.styles import (
    BODY,
    GUEST_NOTE,
    HAIRLINE,
    SMALL_SECTION,
    WIDTH,
)
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import NBSP

_GAP = 24.0


def clock(moment: time) -> str:
    """A time on paper: 19.30."""
    return f"{moment.hour}.{moment.minute:02}"


def minutes_of(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def add_head(doc: Document, paper: AgendaPaper, options: AgendaOptions) -> None:
    """Everything above the items."""
    count = len(paper.annexes)
    annexes = ngettext("{count} bijlage", "{count} bijlagen", count).format(count=count) if count else ""
    add_letterhead(doc, Sender(paper.organisation, paper.slogan, paper.logo), _kind(options), annexes)
    add_opening(doc, paper.body, _when(paper, options), paper.place, key="agenda")
    if options.times:
        _add_bar(doc, paper)
    if options.members and (paper.members or paper.invited):
        doc.add(_people(doc, paper))


def _kind(options: AgendaOptions) -> str:
    if options.is_public:
        return str(_("Agenda, openbaar"))
    return str(_("Agenda, exemplaar voorzitter") if options.is_chair_copy else _("Agenda"))


def _when(paper: AgendaPaper, options: AgendaOptions) -> str:
    day = day_weekday_long(paper.day)
    until = f" – {clock(paper.ends)}" if paper.ends and options.times else ""
    return f"{day}, {clock(paper.begins)}{until} uur"


def _add_bar(doc: Document, paper: AgendaPaper) -> None:
    timed = [item for item in paper.items if item.starts is not None and item.minutes > 0]
    if not timed:
        return
    start = minutes_of(paper.begins)
    spans = [_span(item, start) for item in timed]
    end = max((minutes_of(paper.ends) - start) % 1440 if paper.ends else 0, *(span.ends for span in spans))
    bar = TimeBar(spans, ticks(start, end), end)
    alt = ngettext(
        "De tijd op schaal: {count} punt van {begins} tot {ends} uur",
        "De tijd op schaal: {count} punten van {begins} tot {ends} uur",
        len(spans),
    ).format(count=len(spans), begins=clock(paper.begins), ends=_at(start + end))
    doc.add(Figure(bar, alt, doc.parent, before=bar.spaceBefore, after=bar.spaceAfter))


def _span(item: Item, start: int) -> Span:
    assert item.starts is not None
    # An item after midnight belongs to the same evening.
    begins = (minutes_of(item.starts) - start) % 1440
    return Span(begins, begins + item.minutes, item.number, purpose_colours(item.purpose))


def _at(minutes: int) -> str:
    return f"{minutes // 60 % 24}.{minutes % 60:02}"


def ticks(start: int, length: int) -> list[tuple[int, str]]:
    """The clock under the bar: begin, end and round times between, at most eight; minutes after the begin."""
    step = next((step for step in (15, 30, 60, 120) if length / step <= 6), 240)
    first = -start % step or step
    room = length / 10  # or two times would touch
    middle = [at for at in range(first, length, step) if at >= room and length - at >= room]
    return [(0, _at(start)), *((at, _at(start + at)) for at in middle), (length, f"{_at(start + length)}{NBSP}uur")]


def _people(doc: Document, paper: AgendaPaper) -> Any:
    """Two lists beside each other; a table only in the way it is laid out."""
    left = _list(doc, str(_("Leden")), paper.members)
    right = _list(doc, str(_("Ook uitgenodigd")), paper.invited)
    rows = max(len(left), len(right))
    pairs = [[_row(left, at), "", _row(right, at)] for at in range(rows)]
    half = (WIDTH - _GAP) / 2
    table = Table(pairs, [half, _GAP, half], splitInRow=1, repeatRows=0)
    looks: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), REGULAR, 9),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    for column, side in ((0, left), (2, right)):
        if len(side) > 1:
            looks.append(("LINEBELOW", (column, 1), (column, len(side) - 1), HAIRLINE, HexColor(LIGHT.border)))
    table.setStyle(looks)
    return table


def _list(doc: Document, title: str, people: Sequence[Person]) -> list[Any]:
    if not people:
        return []
    rows: list[Any] = [doc.text(title, SMALL_SECTION, "H2")]
    top = Elem("L", doc.parent)
    for person in people:
        body = Elem("LBody", Elem("LI", top))
        name = doc.text(person.name, BODY, Elem("P", body))
        rows.append(Pair(name, doc.text(person.note, GUEST_NOTE, Elem("P", body))) if person.note else name)
    return rows


def _row(side: list[Any], at: int) -> Any:
    return [side[at]] if at < len(side) else ""
