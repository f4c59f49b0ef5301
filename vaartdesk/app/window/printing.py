"""Ctrl+P: the PDF of what is on top, made off the window's thread, shown before it is printed or saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vaartdesk.flows.agenda_paper import agenda_paper
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.flows.round_report import print_round
from vaartdesk.pdf.agenda.layout import print_agenda
from vaartdesk.pdf.agenda.paper import file_name
from vaartdesk.schema.ref import Ref
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.ui.preview.dialog import Preview, PrintJob

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell
    from vaartdesk.store.desk import Desk


def print_record(window: Shell, ref: Ref) -> None:
    """A meeting prints its agenda, a round its report; any other record prints itself."""
    try:
        job = job_of(window.desk, ref)
    except WorkspaceError as error:
        window.announce(str(error), False)
        return
    window.frame.show_dialog(Preview(job))


def job_of(desk: Desk, ref: Ref) -> PrintJob:
    """What to make and how to call it. Raises NotFound."""
    if ref.kind == "agenda_item":
        values = desk.get(ref)
        if values and values["meeting"]:
            ref = Ref("meeting", values["meeting"])
    if ref.kind == "meeting":
        paper = agenda_paper(desk, ref)
        return PrintJob(file_name(paper), _agenda_maker(desk, ref))
    values = desk.get(ref) or {}
    if ref.kind == "inspection_round":
        return PrintJob(f"schouw-{values['held_on'] or desk.today}.pdf", lambda: print_round(desk, ref))
    name = str(values.get("number") or desk.kinds[ref.kind].label).replace(" ", "-")
    return PrintJob(f"{name}.pdf", lambda: print_record_paper(desk, ref))


def _agenda_maker(desk: Desk, ref: Ref) -> Callable[[], tuple[bytes, tuple[str, ...]]]:
    def make() -> tuple[bytes, tuple[str, ...]]:
        result = print_agenda(agenda_paper(desk, ref))
        return result.data, result.warnings

    return make
