"""A report on paper: minutes, a decision list, a month in figures. Head, then parts, on the grid of the agenda."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.document import Document, Result
from vaartdesk.pdf.letterhead import Sender, add_letterhead, add_opening
from vaartdesk.pdf.parts import Box, NewPage, Part, Section, add_part
from vaartdesk.pdf.styles import LEAD


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A report. `kind` stands at the upper right ("Maandrapportage"), `subtitle` and `place` under the title, `lead` is
    the conclusion in a sentence or two; `made_at` (aware) is the date the file bears, `footer` stands on every page.
    """

    sender: Sender
    kind: str
    title: str
    made_at: datetime
    subtitle: str = ""
    place: str = ""
    lead: str = ""
    parts: tuple[Part, ...] = ()
    footer: str = ""


def print_report(paper: ReportPaper, path: Path | None = None) -> Result:
    """The report as a tagged PDF (PDF/UA-1, PDF/A-2a), at `path` when given; see `Document.save`."""
    footer = paper.footer or ", ".join(part for part in (paper.title, paper.subtitle) if part)
    doc = Document(title=paper.title, author=paper.sender.name, date=paper.made_at, footer_left=footer)
    add_letterhead(doc, paper.sender, paper.kind)
    add_opening(doc, paper.title, paper.subtitle, paper.place)
    doc.rule(1.5, LIGHT.text1, before=10, after=6)
    if paper.lead:
        doc.paragraph(paper.lead, LEAD)
    has_sections = False
    for part in paper.parts:
        # Without sections the parts are the first level under the title: no level may be skipped.
        has_sections = has_sections or isinstance(part, Section)
        is_deep = has_sections or isinstance(part, (Box, NewPage))
        add_part(doc, part, level=3 if is_deep else 2)
    return doc.save(path)
