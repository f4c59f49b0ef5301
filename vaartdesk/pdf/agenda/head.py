"""The upper part of page 1: sender, meeting, the evening to scale, who is invited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from itertools import zip_longest
from typing import Any

from vaartdesk.core.dates import day_weekday_long
from vaartdesk.core.text import _, ngettext
from vaartdesk.pdf.agenda.colours import purpose_colours
from vaartdesk.pdf.agenda.paper import AgendaOptions, AgendaPaper, Item, Person
from vaartdesk.pdf.columns import Pair, Row, SideBySide
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.figure import Figure
from vaartdesk.pdf.letterhead import Sender, add_letterhead, add_opening
from vaartdesk.pdf.marks import Span, TimeBar
from vaartdesk.pdf.styles import GUEST_NOTE, SMALL_SECTION, TIGHT
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import NBSP

_GAP = 24.0
_SHORT = 4
"""Rows of a list, its heading included, that stay in one column."""


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
        doc.add(*_people(doc, paper))


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


def _people(doc: Document, paper: AgendaPaper) -> list[Any]:
    """Two lists beside each other; one that is alone fills both columns, down the first and then the second."""
    left = _list(doc, str(_("Leden")), paper.members)
    right = _list(doc, str(_("Ook uitgenodigd")), paper.invited)
    alone = left or right
    if not (left and right) and len(alone) > _SHORT:
        half = len(alone) // 2 + 1
        left, right = alone[:half], [[], *alone[half:]]
    pairs: list[tuple[list[Any], list[Any]]] = list(zip_longest(left, right, fillvalue=[]))
    return [SideBySide(*pairs[0], gap=_GAP), *(Row(one, other, gap=_GAP) for one, other in pairs[1:])]


def _list(doc: Document, title: str, people: Sequence[Person]) -> list[list[Any]]:
    """The blocks of each row, the heading first."""
    if not people:
        return []
    rows: list[list[Any]] = [[doc.text(title, SMALL_SECTION, "H2")]]
    top = Elem("L", doc.parent)
    for person in people:
        body = Elem("LBody", Elem("LI", top))
        name = doc.text(person.name, TIGHT, Elem("P", body))
        rows.append([Pair(name, doc.text(person.note, GUEST_NOTE, Elem("P", body))) if person.note else name])
    return rows
