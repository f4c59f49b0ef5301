"""Any record on one sheet: the same parts as an annex of an agenda."""

from __future__ import annotations

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.flows.record_parts import record_paper
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.parts import add_part
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import NotFound


def print_record_paper(desk: Desk, ref: Ref) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings). Raises NotFound for a record that is gone."""
    paper = record_paper(desk, ref)
    if paper is None:
        raise NotFound(str(_("Dit is er niet meer.")))
    kind = str(desk.kinds[ref.kind].label)
    footer = f"{kind[:1].upper()}{kind[1:]} {paper.title}, {day_long(desk.today)}"
    doc = Document(title=paper.title, author=str(_("Vaart in Assen")), date=desk.clock.now(), footer_left=footer[:90])
    doc.heading(1, paper.title)
    if paper.sentence:
        doc.paragraph(paper.sentence)
    for part in paper.parts:
        add_part(doc, part, level=2)
    result = doc.save()
    return result.data, result.warnings
