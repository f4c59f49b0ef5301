"""The one menu behind F10: every command of the window, with mnemonic and key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from vaartdesk.app.registry import TABS
from vaartdesk.app.window import traffic
from vaartdesk.app.window.start import redo_word, undo_word
from vaartdesk.app.window.who import fill_who
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.ui.icons import icon
from vaartdesk.ui.theme.theme import Mode, theme

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell


SCHEMES: Final[tuple[tuple[Mode, str], ...]] = (
    ("system", _("Zoals het &systeem")), ("light", _("&Licht")), ("dark", _("&Donker")),
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line: label with mnemonic, key, icon, and what it does."""

    name: str
    label: str
    run: Callable[[], None]
    key: str = ""
    icon: str = ""


def build_menu(window: Shell) -> None:
    """Fill the frame's menu and give every key its command."""
    frame = window.frame
    for title, entries in _menus(window):
        _add_menu(window, frame.menu.addMenu(title), entries)
    _view_menu(window, frame.menu.addMenu(str(_("&Beeld"))))
    _extra_menu(window, frame.menu.addMenu(str(_("E&xtra"))))
    _add_menu(window, frame.menu.addMenu(str(_("&Help"))), _help(window))
    frame.menu.aboutToShow.connect(lambda: _freshen(window))
    frame.menu.aboutToHide.connect(lambda: _free_keys(window))


def commands(window: Shell) -> list[Entry]:
    """Everything the palette offers besides records."""
    found = [entry for _title, entries in _menus(window) for entry in entries]
    tabs = [Entry(f"tab_{t.name}", str(t.label), partial(_show_tab, window, t.name), f"Ctrl+{n}", t.icon)
            for n, t in enumerate(TABS, 1)]  # fmt: skip
    return [*found, *tabs, *_schemes(window), *_seldom(window), _bin(window), *_reports(window), *_help(window)]


def _menus(window: Shell) -> list[tuple[str, list[Entry]]]:
    new = Entry("new", str(_("&Nieuw op dit tabblad")), window.new_record, "Ctrl+N", "plus")
    signal = Entry("signal", str(_("Nieuw &signaal")), window.new_signal, "Ctrl+Shift+N", "radio")
    printing = Entry("print", str(_("Af&drukken of voorbeeld")), window.print_current, "Ctrl+P", "printer")
    reading = Entry("import", str(_("&Importeren…")), partial(traffic.read_in, window), "", "upload")
    export = Entry("export", str(_("&Exporteren…")), partial(traffic.export_any, window), "", "download")
    everything = Entry("exportAll", str(_("A&lles exporteren…")), partial(traffic.export_all, window), "", "archive")
    copy = Entry("backup", str(_("&Reservekopie maken")), window.back_up, "", "hard-drive")
    back = Entry("restore", str(_("Reservekopie &terugzetten…")), partial(_ask_copy, window), "", "history")
    leave = Entry("quit", str(_("&Afsluiten")), partial(_leave, window), "Ctrl+Q", "log-out")
    undo = Entry("undo", str(_("&Ongedaan maken")), window.undo, "Ctrl+Z", "undo-2")
    redo = Entry("redo", str(_("O&pnieuw doen")), window.redo, "Ctrl+Shift+Z", "redo-2")
    find = Entry("find", str(_("&Zoeken of doen")), window.find, "Ctrl+K", "search")
    return [
        (str(_("&Bestand")), [new, signal, printing, reading, export, everything, copy, back, leave]),
        (str(_("Be&werken")), [undo, redo, find]),
    ]


def _show_tab(window: Shell, name: str) -> None:
    window.frame.show_tab(name)


def _ask_copy(window: Shell) -> None:
    from vaartdesk.app.window.copies import ask_which  # built on first use

    ask_which(window)


def _leave(window: Shell) -> None:
    window.frame.close()


def _add_menu(window: Shell, menu: QMenu, entries: list[Entry]) -> None:
    for entry in entries:
        action = menu.addAction(entry.label)
        action.setObjectName(entry.name)
        if entry.icon:
            action.setIcon(icon(entry.icon))
        if entry.key:
            action.setShortcut(QKeySequence(entry.key))
        action.triggered.connect(lambda _on=False, run=entry.run: run())
        window.frame.addAction(action)


def _view_menu(window: Shell, menu: QMenu) -> None:
    group = QActionGroup(menu)
    for mode, label in SCHEMES:
        action = menu.addAction(str(label))
        action.setObjectName(f"scheme_{mode}")
        action.setCheckable(True)
        action.setChecked(theme().mode == mode)
        group.addAction(action)
        action.triggered.connect(lambda _on=False, mode=mode: _set_mode(window, mode))
    menu.addSeparator()
    for number, tab in enumerate(TABS, 1):
        action = menu.addAction(icon(tab.icon), f"{tab.label}\tCtrl+{number}")
        action.triggered.connect(lambda _on=False, name=tab.name: window.frame.show_tab(name))


def _schemes(window: Shell) -> list[Entry]:
    """Light and dark by their name; the mark in the menu goes along."""

    def choose(mode: Mode) -> None:
        action = window.frame.menu.findChild(QAction, f"scheme_{mode}")
        assert isinstance(action, QAction)
        action.trigger()

    return [
        Entry(
            f"colours_{mode}",
            str(_("Beeld: {scheme}")).format(scheme=str(label).lower()),
            partial(choose, mode),
            "",
            "sun",
        )
        for mode, label in SCHEMES
    ]


def _set_mode(window: Shell, mode: Mode) -> None:
    theme().set_mode(mode)
    window.frame.state.setValue("window/scheme", mode)


def _extra_menu(window: Shell, menu: QMenu) -> None:
    who = menu.addMenu(str(_("&Ik ben…")))
    who.setObjectName("whoMenu")
    who.aboutToShow.connect(lambda: fill_who(window, who))
    _add_menu(window, menu, [*_seldom(window), _bin(window)])
    _add_menu(window, menu, _reports(window))


def _seldom(window: Shell) -> list[Entry]:
    """Lists that are seldom changed, so that no segment stands for them."""
    kinds = (
        ("categories", _("&Categorieën van meldingen"), "ticket_category", "tag"),
        ("standardTexts", _("&Standaardteksten"), "standard_text", "file-text"),
    )
    lists = [
        Entry(name, str(label), partial(window.show_kind, kind), "", picture) for name, label, kind, picture in kinds
    ]
    street = Entry("tellStreet", str(_("Straat i&nlichten…")), partial(traffic.tell_street, window), "", "megaphone")
    return [street, Entry("untold", str(_("Nog te &melden")), partial(traffic.show_untold, window), "", "mail"), *lists]


def _reports(window: Shell) -> list[Entry]:
    """What is printed and is no record and no list."""
    found = [
        Entry(f"report_{name}", str(label), partial(traffic.report, window, name), "", picture)
        for name, label, picture in traffic.REPORTS
    ]
    waits = Entry("waiting", str(_("&Wacht op…")), partial(traffic.show_waiting, window), "", "hourglass")
    figures = Entry(
        "figures", str(_("Ci&jfers van meldingen")), partial(traffic.show_figures, window), "", "chart-line"
    )
    return [figures, waits, *found]


def _bin(window: Shell) -> Entry:
    def show() -> None:
        from vaartdesk.app.window.bin import BinDialog  # built on first use

        window.frame.show_dialog(BinDialog(window))

    return Entry("bin", str(_("&Prullenbak")), show, "", "trash-2")


def _help(window: Shell) -> list[Entry]:
    def about() -> None:
        from vaartdesk.app.window.pages import about_dialog  # built on first use

        window.frame.show_dialog(about_dialog())

    def manual() -> None:
        from vaartdesk.app.window.pages import help_dialog  # built on first use

        window.frame.show_dialog(help_dialog(window.frame.current_tab()))

    return [
        Entry("help", str(_("&Hulp bij dit tabblad")), manual, "F1", "circle-help"),
        Entry("about", str(_("&Over VaartDesk")), about, "", "info"),
    ]


def _freshen(window: Shell) -> None:
    """The entries that take back and do again name what, and are grey when there is nothing."""
    undoing = window.desk.undoing
    words = {"undo": undo_word(undoing.undo_label), "redo": redo_word(undoing.redo_label)}
    can = {"undo": bool(undoing.undo_label), "redo": bool(undoing.redo_label)}
    for action in _two_ways(window):
        action.setText(words[action.objectName()])
        action.setEnabled(can[action.objectName()])


def _free_keys(window: Shell) -> None:
    """Grey only while the menu is open: a grey action also swallows its key, and the next change can be taken back."""
    for action in _two_ways(window):
        action.setEnabled(True)


def _two_ways(window: Shell) -> list[QAction]:
    return [action for action in window.frame.actions() if action.objectName() in {"undo", "redo"}]
