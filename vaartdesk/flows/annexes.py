"""The records that a topic is about as annexes: each by itself, and several tickets as one bundle (T15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vaartdesk.core.text import _
from vaartdesk.flows.record_parts import RecordPaper, record_paper
from vaartdesk.kinds.tickets.queries import bundles
from vaartdesk.kinds.tickets.report import bundle as report
from vaartdesk.pdf.parts import Photo
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

TICKET = "ticket"


def record_annexes(desk: Desk, refs: Sequence[Ref]) -> list[RecordPaper]:
    """A paper for each record in their order, for others to read; two tickets and more are one paper, where the first stands."""
    tickets = [ref for ref in refs if ref.kind == TICKET]
    found: list[RecordPaper | None] = []
    for ref in refs:
        if ref.kind != TICKET:
            found.append(record_paper(desk, ref, for_others=True))
        elif len(tickets) == 1:
            found.append(_one(desk, ref))
        elif ref == tickets[0]:
            found.append(_bundled(desk, tickets))
    return [paper for paper in found if paper is not None]


def explanation_of(reader: Reader, refs: Sequence[Ref]) -> str:
    """What an agenda can say of tickets by itself: numbers, counts, how often the same came before; '' for other records."""
    if not refs or any(ref.kind != TICKET for ref in refs):
        return ""
    found = bundles.bundle(reader, [ref.id for ref in refs])
    like = bundles.alike(reader, found.rows[0]) if len(found.rows) == 1 else None
    return report.explanation(found, like)


def _one(desk: Desk, ref: Ref) -> RecordPaper | None:
    """The ticket as it is, and how often its like was reported in the street."""
    paper = record_paper(desk, ref, for_others=True)
    values = desk.get(ref)
    if paper is None or values is None:
        return None
    with desk.read() as reader:
        like = bundles.alike(reader, values)
    return replace(paper, parts=(*paper.parts, *report.like_parts(like)))


def _bundled(desk: Desk, refs: Sequence[Ref]) -> RecordPaper | None:
    with desk.read() as reader:
        found = bundles.bundle(reader, [ref.id for ref in refs])
    if not found.rows:
        return None
    papers = {row["id"]: record_paper(desk, Ref(TICKET, row["id"]), for_others=True) for row in found.rows}
    lines = {(paper.line, paper.line_name) for paper in papers.values() if paper is not None}
    line, name = lines.pop() if len(lines) == 1 else ("", "")
    title = _("{n} meldingen: {first} tot en met {last}").format(
        n=len(found.rows), first=found.rows[0]["number"], last=found.rows[-1]["number"]
    )
    photos = {row["id"]: _photos(desk, Ref(TICKET, row["id"]), row["number"]) for row in found.rows}
    return RecordPaper(str(title), report.count_sentence(found), line, name, tuple(report.bundle_parts(found, photos)))


def _photos(desk: Desk, ref: Ref, number: str) -> list[Photo]:
    """The first photo; one whose file is gone is left out."""
    for row in desk.attachments(ref):
        data = desk.files.get(row["sha256"]) if row["is_photo"] else None
        if data is not None:
            return [Photo(data, str(_("Foto bij {number}").format(number=number)), caption=number, share=report.SHARE)]
    return []
