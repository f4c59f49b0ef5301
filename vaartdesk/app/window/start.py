"""From nothing to a window that can be worked in: frame first, then the workspace and the first tab, then the rest.

Nothing of SQLAlchemy or the kinds is imported before the frame has painted; what is left is imported by a thread after.
"""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from vaartdesk.app.registry import FIRST_KEYS, TABS
from vaartdesk.app.window.qt_words import QtWords
from vaartdesk.core.text import _
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from pathlib import Path

    from vaartdesk.app.window.shell import Shell


def application() -> QApplication:
    """The one QApplication, dressed and speaking Dutch in its own dialogs."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("VaartDesk")
    QGuiApplication.setDesktopFileName("nl.vaartinassen.VaartDesk")
    if app.findChild(QTranslator) is None:
        translator = QTranslator(app)
        if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
        app.installTranslator(QtWords(app))
    theme().install(app)
    return app


def frame(state_file: Path) -> MainFrame:
    """The empty shelf with its rail, before there is a workspace."""
    made = MainFrame(state_file)
    mode = str(made.state.value("window/scheme", "system"))
    if mode in ("light", "dark"):
        theme().set_mode("light" if mode == "light" else "dark")
    return made


def fit_to_screen(shown: MainFrame) -> None:
    """On a screen smaller than the window (a laptop at 150 %) it may be as small as the screen, and fills it."""
    room = shown.screen().availableGeometry().size()
    shown.setMinimumSize(shown.minimumSize().boundedTo(room))
    if shown.size().boundedTo(room) != shown.size():
        shown.resize(shown.size().boundedTo(room))
        shown.setWindowState(Qt.WindowState.WindowMaximized)


def warm_up(window: Shell) -> threading.Thread:
    """Import in a thread what the first click on another tab would wait for.

    Not what exports, prints or looks at photos: that comes in less time than anybody notices, and would stay in memory for nobody.
    """

    def work() -> None:
        for module in [*(tab.view for tab in TABS), *FIRST_KEYS]:
            if window.is_closing:
                return
            import_module(module)

    # No daemon: an interpreter that ends in the middle of an import may crash. It stops at the next module.
    thread = threading.Thread(target=work, name="warm-up")
    thread.start()
    return thread


def undo_word(label: str) -> str:
    """``Ongedaan maken: Titel gewijzigd`` for the menu."""
    return str(_("Ongedaan maken: {what}").format(what=str(_(label)))) if label else str(_("Ongedaan maken"))


def redo_word(label: str) -> str:
    """``Opnieuw doen: Titel gewijzigd`` for the menu."""
    return str(_("Opnieuw doen: {what}").format(what=str(_(label)))) if label else str(_("Opnieuw doen"))
