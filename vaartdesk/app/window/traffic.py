"""What goes in and out of the window, by the menu and by the lists; the code of each is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget

from vaartdesk.app.window.dropping import Drops
from vaartdesk.core.text import _
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.toast import ToastAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vaartdesk.app.window.shell import Shell
    from vaartdesk.schema.ref import Ref

MAIL = ".eml"
REPORTS: Final = (
    ("tickets", _("&Rapport van meldingen…"), "chart-column"),
    ("street", _("Wat &speelt er in een straat…"), "route"),
)
"""Name, label and icon of what `papers` makes."""


def connect(window: Shell) -> None:
    """Hear what the lists ask for."""
    from vaartdesk.app.window.forms import MORE_FORMS

    stage = window.stage
    stage.more_forms = MORE_FORMS
    stage.list_print_requested.connect(lambda shown: print_list(window, shown))
    stage.list_export_requested.connect(lambda shown, ending: export_list(window, shown, ending))
    stage.file_made.connect(lambda path, sentence: tell_file(window, Path(path), sentence))
    stage.import_requested.connect(lambda kind: read_in(window, kind))
    stage.paper_made.connect(lambda paper: show_paper(window, paper))
    Drops(window)
    stage.report_requested.connect(lambda name, answers: report(window, name, answers))


def tell_file(window: Shell, path: Path, sentence: str) -> None:
    """What was written, and the way to it: the folder, for opening an .ics or a table would import or lock it.

    The draft of a mail is opened at once: it is made to be looked at and sent.
    """
    if path.suffix.lower() == MAIL:
        open_file(path)
    folder = path if path.is_dir() else path.parent
    show = ToastAction(str(_("Map openen")), lambda: _show_folder(folder))
    window.frame.toast(sentence or str(_("Gemaakt: {name}").format(name=path.name)), show)


def _show_folder(folder: Path) -> None:
    open_file(folder)


def open_file(path: Path) -> None:
    """With the program that this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_paper(window: Shell, paper: Paper) -> None:
    """A paper, looked at before it is printed or saved."""
    from vaartdesk.ui.preview.dialog import Preview, PrintJob  # pdfium, only when something is printed

    window.frame.show_dialog(Preview(PrintJob(paper.name, paper.make, paper.beside)))


def report(window: Shell, name: str, answers: Mapping[str, Any] | None = None) -> None:
    """A report that is made of more than one record."""
    from vaartdesk.app.window.papers import ask_report  # reportlab, only when something is printed

    ask_report(window, name, answers or {})


def show_figures(window: Shell) -> None:
    """What the tickets count up to."""
    window.frame.show_tab("tickets").choose("figures")  # type: ignore[attr-defined]


def show_waiting(window: Shell) -> None:
    """Wacht op: what lies with somebody else."""
    from vaartdesk.app.window.waiting import WaitingDialog  # built on first use

    window.frame.show_dialog(WaitingDialog(window))


def print_list(window: Shell, shown: ShownList) -> None:
    """A list on paper."""
    from vaartdesk.app.window.outgoing import print_shown  # reportlab, only when something is printed

    print_shown(window, shown)


def print_on_top(window: Shell, page: QWidget | None, ref: Ref | None) -> bool:
    """Ctrl+P on a page with a list: ask what is meant; on one of figures their report. False where there is neither."""
    shown = page.currentWidget() if isinstance(page, QStackedWidget) else page
    ask = getattr(shown, "ask_report", None)
    if ask is not None:
        ask()
        return True
    if page is None or not hasattr(page, "shown_list"):
        return False
    from vaartdesk.app.window.outgoing import ask_what_to_print  # as above

    return ask_what_to_print(window, page, ref)


def export_list(window: Shell, shown: ShownList, ending: str) -> None:
    """A list to a file."""
    from vaartdesk.app.window.outgoing import export_shown  # flows, only when something is exported

    export_shown(window, shown, ending)


def export_any(window: Shell) -> None:
    """Exporteren…: choose what and how."""
    from vaartdesk.app.window.export_dialog import ExportDialog  # built on first use

    page = window.frame.page(window.frame.current_tab())
    shown = getattr(page, "shown_list", lambda: None)()
    window.frame.show_dialog(ExportDialog(window, shown if isinstance(shown, ShownList) else None))


def export_all(window: Shell) -> None:
    """Alles exporteren…"""
    from vaartdesk.app.window import outgoing  # flows, only when something is exported

    outgoing.export_all(window)


def tell_street(window: Shell) -> None:
    """Straat inlichten, without a ticket to begin with."""
    from vaartdesk.flows.street_notice import TELL_STREET  # flows, only when it is asked for
    from vaartdesk.ui.question import CommandRunner

    CommandRunner(window.desk, window.stage).run(window.frame, TELL_STREET, [])


def show_untold(window: Shell) -> None:
    """Nog te melden: a view of Contacten."""
    from vaartdesk.app.untold.contacts import VIEW  # flows, only when it is looked at

    window.frame.show_tab("contacts").choose(VIEW)  # type: ignore[attr-defined]


def read_in(window: Shell, kind: str = "") -> None:
    """Importeren…"""
    from vaartdesk.app.window.reading.begin import ask_files  # flows, only when something is read in

    ask_files(window, kind)
