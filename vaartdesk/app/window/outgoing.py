"""Lists and everything else on their way out: to paper, to a file, to a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from vaartdesk.core.progress import Progress
from vaartdesk.core.text import _, fold, ngettext
from vaartdesk.flows.everything import Everything, export_everything
from vaartdesk.flows.file_export import Written, export_file
from vaartdesk.flows.list_print import print_list
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.preview.dialog import Preview, PrintJob
from vaartdesk.ui.saving_as import ask_where
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.work import do_beside

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell

# --- paper -----------------------------------------------------------------------------------------------------------


def print_shown(window: Shell, shown: ShownList) -> None:
    """The list as a PDF, looked at before it is printed or saved."""
    desk = window.desk
    window.frame.show_dialog(Preview(PrintJob(f"{_name(window, shown)}.pdf", lambda: print_list(desk, shown))))


def ask_what_to_print(window: Shell, page: QWidget, ref: Ref | None) -> bool:
    """Ctrl+P where a list is on top: the list, or the record beside it. False when there is no list to ask about."""
    shown = getattr(page, "shown_list", lambda: None)()
    if not isinstance(shown, ShownList) or _is_in_record(page):
        return False
    if ref is None:
        print_shown(window, shown)
        return True
    title = window.desk.title(ref)
    number = str((window.desk.get(ref) or {}).get("number") or "")
    told = str(_("Gekozen is: {title}").format(title=f"{number} {title}".strip()))
    dialog = Dialog(str(_("Wat wil je afdrukken?")), told, width=460)
    dialog.setObjectName("printChoice")
    one = Button(str(_("Alleen {what}").format(what=number or window.desk.kinds[ref.kind].the)), "file-text")
    one.setObjectName("printRecord")
    whole = Button(_list_words(shown), "calendar-days" if shown.heads else "list", "primary")
    whole.setObjectName("printShown")
    dialog.add_button(one, accepts=True)
    dialog.add_button(whole, accepts=True)
    one.clicked.connect(lambda: window.print_record(ref))
    whole.clicked.connect(lambda: print_shown(window, shown))
    window.frame.show_dialog(dialog)
    return True


def _is_in_record(page: QWidget) -> bool:
    """Whether one is working in the record: then that is what one means to print."""
    focus = QApplication.focusWidget()
    return focus is not None and any(record.isAncestorOf(focus) for record in page.findChildren(QWidget, "detail"))


def _list_words(shown: ShownList) -> str:
    if shown.heads:
        return shown.title
    count = len(shown.keys)
    told = ngettext("De lijst, {n} regel", "De lijst, {n} regels", count)
    return told.format(n=count)


def _name(window: Shell, shown: ShownList) -> str:
    """`acties-2026-11-24`; a calendar's title says already of when it is."""
    if shown.heads:
        return fold(shown.title).replace(" ", "-")
    return f"{fold(shown.title).replace(' ', '-')}-{window.desk.today.isoformat()}"


# --- files -----------------------------------------------------------------------------------------------------------


def export_shown(window: Shell, shown: ShownList, ending: str) -> None:
    """Ask where, and write the rows of the list there."""
    label = f"*.{ending}"
    name = f"{_name(window, shown)}.{ending}"
    where = ask_where(window.frame, str(_("Exporteren")), name, f"{ending.upper()} ({label})")
    if where is not None:
        write_shown(window, shown, _with_ending(where, ending))


def write_shown(window: Shell, shown: ShownList, path: Path) -> None:
    """Write the rows of the list to this file, beside the window."""
    keys = list(shown.keys)

    def act(progress: Progress) -> Written:
        progress(0.0)
        return export_file(window.desk, (shown.kind,), path, keys)

    def done(made: Written) -> None:
        told = ngettext("{n} record geschreven: {name}", "{n} records geschreven: {name}", made.count)
        sentence = told.format(n=made.count, name=path.name)
        window.stage.file_made.emit(
            str(path), " ".join([f"{sentence}.", *made.warnings]) if made.warnings else sentence
        )

    do_beside(window.frame, str(_("Exporteren")), act, done, partial(_tell, window))


def export_all(window: Shell) -> None:
    """Alles exporteren: ask where, and write everything to one zip file."""
    proposed = f"VaartDesk-alles-{window.desk.today.isoformat()}.zip"
    where = ask_where(window.frame, str(_("Alles exporteren")), proposed, "ZIP (*.zip)")
    if where is not None:
        write_all(window, _with_ending(where, "zip"))


def write_all(window: Shell, path: Path) -> None:
    """Everything to this zip file, with progress and a way to stop."""

    def done(made: Everything) -> None:
        told = _("Alles geschreven naar {name}: {records} records en {files} bijlagen.")
        sentence = told.format(name=path.name, records=made.records, files=made.files)
        if made.missing:
            sentence += " " + _("Van {n} bijlagen ontbreekt de inhoud.").format(n=len(made.missing))
        window.stage.file_made.emit(str(path), sentence)

    act: Any = lambda progress: export_everything(window.desk, path, progress)  # noqa: E731  one line, one use
    do_beside(window.frame, str(_("Alles exporteren")), act, done, partial(_tell, window))


def _tell(window: Shell, sentence: str) -> None:
    window.announce(sentence, False)


def _with_ending(path: Path, ending: str) -> Path:
    """A name that somebody typed without its ending gets it."""
    return path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}")
