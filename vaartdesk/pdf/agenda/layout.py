"""Prints an agenda: page 1 with the evening to scale, the items, lists, and the annexes behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.pdf.agenda.annexes import add_annex_list, add_annexes
from vaartdesk.pdf.agenda.files import Enclosed, examine, is_file, problems, zipped
from vaartdesk.pdf.agenda.head import add_head
from vaartdesk.pdf.agenda.items import add_items
from vaartdesk.pdf.agenda.paper import AgendaOptions, AgendaPaper, for_readers
from vaartdesk.pdf.document import Document, Result
from vaartdesk.pdf.parts import add_part


def print_agenda(paper: AgendaPaper, options: AgendaOptions | None = None, path: Path | None = None) -> Result:
    """The agenda as a tagged PDF (PDF/UA-1, PDF/A-2a), written to `path` when given; see `Document.save`."""
    options = options or AgendaOptions()
    paper = for_readers(paper, options)
    result = compose(paper, options, {}).save(path)
    return replace(result, warnings=(*missing(paper), *result.warnings))


@dataclass(frozen=True, slots=True)
class Pack:
    """The agenda with its papers. `beside` is a zip of the files that are neither PDF nor picture, None without any."""

    result: Result
    beside: bytes | None


def print_pack(paper: AgendaPaper, options: AgendaOptions | None = None, path: Path | None = None) -> Pack:
    """Agenda and papers as one PDF, numbered and linked; what is missing or damaged stands in `result.warnings`."""
    options = options or AgendaOptions()
    paper = for_readers(paper, options)
    files = {annex.label: found for annex in paper.annexes if (found := examine(annex))}
    result = compose(paper, options, files).save(path)
    warnings = (*missing(paper), *problems(files.values()), *result.warnings)
    return Pack(replace(result, warnings=warnings), zipped(files.values()))


def compose(paper: AgendaPaper, options: AgendaOptions, files: Mapping[str, Enclosed]) -> Document:
    """The agenda as a document that has not been printed yet; annexes whose file is not in `files` stay out."""
    day = day_long(paper.day)
    doc = Document(
        title=_("Agenda {body}, {day}").format(body=paper.body, day=day),
        author=paper.organisation,
        date=paper.made_at,
        footer_left=_footer(paper, options, day),
    )
    add_head(doc, paper, options)
    doc.rule(1.5, LIGHT.text1, before=14)
    shown = [annex for annex in paper.annexes if annex.label in files or not is_file(annex)]
    printed = {annex.label for annex in shown}
    add_items(doc, paper, options, printed)
    if options.action_list and paper.actions:
        add_part(doc, paper.actions, level=2)
    if options.decision_list and paper.decisions:
        add_part(doc, paper.decisions, level=2)
    if options.annex_list:
        add_annex_list(doc, paper, printed)
    add_annexes(doc, paper, shown, files)
    return doc


def missing(paper: AgendaPaper) -> list[str]:
    """A sentence for each annex that an item names and that is not there."""
    there = {annex.label for annex in paper.annexes}
    return [
        _("Bijlage {label} bij punt {number} ontbreekt.").format(label=label, number=item.number)
        for item in paper.items
        for label in item.annexes
        if label not in there
    ]


def _footer(paper: AgendaPaper, options: AgendaOptions, day: str) -> str:
    kind = _("agenda, {version}").format(version=paper.version) if paper.version else str(_("agenda"))
    if options.is_public:
        kind += str(_(" · openbaar"))
    elif options.is_chair_copy:
        kind += str(_(" · exemplaar voorzitter"))
    return f"{paper.body}, {day} · {kind}"
