"""Any record on one sheet: the same parts as an annex of an agenda, under the house's letterhead."""

from __future__ import annotations

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.flows.record_parts import record_paper
from vaartdesk.flows.sender import sender
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import NotFound


def print_record_paper(desk: Desk, ref: Ref) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings). Raises NotFound for a record that is gone."""
    paper = record_paper(desk, ref)
    if paper is None:
        raise NotFound(str(_("Dit is er niet meer.")))
    kind = str(desk.kinds[ref.kind].label)
    kind = kind[:1].upper() + kind[1:]
    day = day_long(desk.today)
    report = ReportPaper(
        sender=sender(desk),
        kind=kind,
        title=paper.title,
        subtitle=paper.line_name,
        made_at=desk.clock.now(),
        lead=paper.sentence,
        parts=paper.parts,
        footer=f"{kind} {paper.title}"[:80] + f", {day}",
    )
    result = print_report(report)
    return result.data, result.warnings
