"""Annexes: each on a new page, a bar in the colour of its theme line, the way back, the conclusion, then the parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reportlab.platypus import PageBreak

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.text import _
from vaartdesk.pdf.agenda.files import Enclosed, add_file
from vaartdesk.pdf.agenda.items import LINK, annex_key, item_key
from vaartdesk.pdf.agenda.paper import AgendaPaper, AnnexPaper
from vaartdesk.pdf.blocks import Aside, Rule, Stack
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.fonts import SEMIBOLD
from vaartdesk.pdf.marks import BADGE, Badge, BadgeSign
from vaartdesk.pdf.parts import add_part
from vaartdesk.pdf.styles import ANNEX_TITLE, LEAD, LINE_NAME, PLACE, PLACE_RIGHT, WIDTH
from vaartdesk.pdf.tables import Column
from vaartdesk.pdf.text import Bookmark
from vaartdesk.pdf.words import NBSP, Run, clean, page_of


def add_annex_list(doc: Document, paper: AgendaPaper, printed: Collection[str]) -> None:
    """The list of annexes with their pages, after the items; those not in `printed` (labels) come apart."""
    if not paper.annexes:
        return
    with doc.inside("Sect"):
        doc.heading(2, str(_("Bijlagen")), key="bijlagen", outline=1)
        columns = [
            Column(str(_("Bijlage")), 2),
            Column(str(_("Titel")), 10),
            Column(str(_("Bij punt")), 2),
            Column(str(_("Pagina")), 2, "right"),
        ]
        rows = []
        for annex in paper.annexes:
            key = annex_key(annex.label)
            is_here = annex.label in printed
            label = Run(annex.label, colour=LINK, link=f"#{key}") if is_here else annex.label
            page = page_of(key, colour=LINK, link=f"#{key}") if is_here else str(_("los"))
            rows.append((label, annex.title, annex.item, page))
        doc.table(columns, rows)


def add_annexes(
    doc: Document, paper: AgendaPaper, annexes: Iterable[AnnexPaper], files: Mapping[str, Enclosed]
) -> None:
    """The annexes given, each on pages of its own, with their files behind them."""
    items = {item.number for item in paper.items}
    for annex in annexes:
        doc.add(PageBreak())
        with doc.inside("Sect"):
            _add_annex(doc, annex, files.get(annex.label), has_item=annex.item in items)


def _add_annex(doc: Document, annex: AnnexPaper, file: Enclosed | None, *, has_item: bool) -> None:
    doc.add(Rule(4, LIGHT.theme_line(annex.line).base if annex.line else LIGHT.accent, after=9))
    doc.add(_ways(doc, annex, has_item=has_item))
    doc.space(8)
    words = f"{_('Bijlage')}{NBSP}{annex.label}: {annex.title}"
    mark = Bookmark(annex_key(annex.label), words, 1)
    title = annex.title if clean(annex.title).strip() else f"{_('Bijlage')}{NBSP}{annex.label}"
    doc.add(doc.text(title, ANNEX_TITLE, "H2", bookmark=mark))
    if annex.line:
        doc.add(_line(doc, annex))
    if annex.sentence:
        doc.space(8)
        doc.paragraph(annex.sentence, LEAD)
    for part in annex.parts:
        add_part(doc, part)
    if file:
        doc.space(8)
        add_file(doc, file, mark.shown)


def _ways(doc: Document, annex: AnnexPaper, *, has_item: bool) -> Stack:
    """Where one is, and the way back to the item."""
    here = _("Bijlage {label}, bij agendapunt {item}").format(label=annex.label, item=annex.item)
    left = doc.text(here.replace(" ", NBSP), PLACE)
    asides = [Aside(0, WIDTH / 2, left)]
    if has_item:
        key = item_key(annex.item)
        back = _("Terug naar agendapunt {item}, pagina").format(item=annex.item)
        doc.link_titles[key] = _("Naar agendapunt {item}").format(item=annex.item)
        link = f"#{key}"
        right = [Run(f"{back}{NBSP}", colour=LINK, link=link), page_of(key, colour=LINK, link=link)]
        asides.append(Aside(WIDTH / 2, WIDTH / 2, doc.text(right, PLACE_RIGHT)))
    return Stack([], asides=asides)


def _line(doc: Document, annex: AnnexPaper) -> Stack:
    """The theme line: badge and name."""
    title = _("themalijn {letter}").format(letter=annex.line)
    badge = BadgeSign(Badge(annex.line, title), doc.parent)
    ink = LIGHT.theme_line(annex.line).ink
    name = doc.text(Run(annex.line_name, font=SEMIBOLD, colour=ink), LINE_NAME)
    return Stack([], asides=[Aside(0, BADGE, badge, 1.5), Aside(BADGE + 6, WIDTH - BADGE - 6, name)], before=2)
