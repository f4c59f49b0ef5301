"""The window put together: its tabs, its keys, who sits there, its scheme, and how it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from cli_terminal import ROOT
from vaartdesk.app.registry import TABS
from vaartdesk.app.tour.hand import Hand
from vaartdesk.app.window.who import fill_who
from vaartdesk.core.colours import DARK, LIGHT
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.icons import icon
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

Started = Callable[[str, Path], subprocess.CompletedProcess[str]]
NEW = {
    "actions": "Nieuwe actie",
    "events": "Nieuw evenement",
    "tickets": "Nieuwe melding",
    "meetings": "Nieuwe vergadering",
}
"""What Ctrl+N asks on a tab, by the name of its dialog."""


def page(window: Window) -> QWidget:
    found = window.frame.stack.currentWidget()
    assert found is not None
    return found


# --- tabs and keys ---------------------------------------------------------------------------------------------------


def test_every_tab_has_its_key(window: Window, hand: Hand) -> None:
    for number, tab in enumerate(TABS, 1):
        hand.press(f"Ctrl+{number}")
        assert window.frame.current_tab() == tab.name
        assert page(window).objectName() == tab.object_name
        assert page(window).isVisible()


def test_the_arrow_keys_work_at_once_on_a_tab_and_where_one_was(window: Window, hand: Hand) -> None:
    hand.press("Ctrl+2")
    rows = hand.see("list", QAbstractItemView, page(window))
    assert rows.hasFocus()
    before = rows.currentIndex().row()
    hand.press("Down")
    assert rows.currentIndex().row() > before
    search = hand.see("search", QWidget, page(window))
    search.setFocus()
    hand.press("Ctrl+4", "Ctrl+2")
    assert search.hasFocus()


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.name)
def test_ctrl_n_makes_what_the_tab_is_about_wherever_the_focus_is(window: Window, hand: Hand, tab: object) -> None:
    name = str(getattr(tab, "name", ""))
    window.frame.show_tab(name)
    hand.settle()
    for view in [view for view in page(window).findChildren(QAbstractItemView) if view.isVisible()][:1]:
        view.setFocus()
    hand.press("Ctrl+N")
    dialog = hand.top().findChild(QWidget, "quickEntry") or hand.top().findChild(QWidget, "newMeeting")
    assert dialog is not None
    assert dialog.accessibleName() == NEW.get(name, dialog.accessibleName())
    hand.press("Escape")
    assert hand.top() is window.frame


def test_no_key_means_two_things_on_any_page(window: Window, hand: Hand) -> None:
    general = Counter(
        action.shortcut().toString() for action in window.frame.actions() if not action.shortcut().isEmpty()
    )
    general.update(
        each.key().toString() for each in window.frame.findChildren(QShortcut) if each.parent() is window.frame
    )
    assert [key for key, times in general.items() if times > 1] == []
    for tab in TABS:
        inside = window.frame.show_tab(tab.name)
        hand.settle()
        keys = {each.key().toString() for each in inside.findChildren(QShortcut)}
        keys |= {action.shortcut().toString() for action in inside.findChildren(QAction)} - {""}
        assert keys & set(general) == set(), tab.name


def test_while_a_dialog_is_open_the_window_waits(window: Window, hand: Hand) -> None:
    window.frame.show_tab("tickets")
    hand.press("Ctrl+N", "Ctrl+N", "Ctrl+1", "Ctrl+K")
    assert window.frame.current_tab() == "tickets"
    assert len(hand.seen("quickEntry", QWidget, window.frame)) == 1
    assert hand.seen("palette", QWidget, window.frame) == []


def test_no_part_of_a_page_is_ever_a_window_of_its_own(window: Window, hand: Hand, qapp: QApplication) -> None:
    strays = Strays(qapp, window.frame)
    for tab in TABS:
        window.frame.show_tab(tab.name)
        hand.settle()
        hand.press("Ctrl+N", "Escape")
    lamp = window.desk.rows("ticket_category")[0]["id"]
    ticket = made(window, "ticket", {"title": "Los", "place_text": "Brink", "category": lamp})
    evening = datetime(2026, 12, 8, 19, 30)  # noqa: DTZ001  wall-clock time
    meeting = made(window, "meeting", {"body": window.desk.rows("body")[0]["id"], "starts_at": evening})
    for ref in (ticket, meeting, Ref("action", window.desk.rows("action")[0]["id"])):
        window.show_record(ref)
        hand.settle()
    assert strays.seen == []


class Strays(QObject):
    """Notes every widget that is shown as a window, but the frame and what pops up on purpose."""

    def __init__(self, app: QApplication, frame: QWidget) -> None:
        super().__init__(frame)
        self.seen: list[str] = []
        self._frame = frame
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.windowType() == Qt.WindowType.Window
        if event.type() == QEvent.Type.Show and is_window and watched is not self._frame:
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def made(window: Window, kind: str, values: dict[str, object]) -> Ref:
    with window.desk.change("Test") as tx:
        return tx.add(kind, values)


# --- who, how it looks -----------------------------------------------------------------------------------------------


def test_somebody_else_sits_down_without_a_restart(window: Window, hand: Hand) -> None:
    hand.click("who")
    hand.pick("Event-coördinator")
    assert hand.see("who", QWidget).accessibleName().find("Event-coördinator") >= 0
    ref = made(window, "action", {"title": "Van wie?"})
    assert {line.who for line in window.desk.history(ref)} == {"Event-coördinator"}


def test_the_menu_offers_the_same_under_ik_ben(window: Window, hand: Hand) -> None:
    hand.press("F10")
    hand.pick("Extra", "Ik ben…", "Regisseur")
    assert window.roles() == {"Regisseur"}


def test_the_menu_of_names_ticks_who_sits_here(window: Window, hand: Hand) -> None:
    hand.click("who")
    hand.pick("Huismeester")
    menu = QMenu()
    fill_who(window, menu)
    tick = icon("check").pixmap(16).toImage()
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["Huismeester"]
    assert [entry.text() for entry in menu.actions() if entry.icon().pixmap(16).toImage() == tick] == ["Huismeester"]


def test_the_scheme_changes_at_once_and_stays(window: Window, hand: Hand) -> None:
    hand.press("F10")
    hand.pick("Beeld", "Donker")
    assert theme().is_dark
    assert shade(window) == DARK.window.lower()
    assert window.frame.state.value("window/scheme") == "dark"
    hand.press("F10")
    hand.pick("Beeld", "Licht")
    assert shade(window) == LIGHT.window.lower()


def test_the_palette_knows_the_scheme_too_and_the_menu_goes_along(window: Window, hand: Hand) -> None:
    hand.press("Ctrl+K")
    hand.type("donker\n")
    assert theme().is_dark
    assert shade(window) == DARK.window.lower()
    marked = [mode for mode in ("system", "light", "dark") if is_marked(window, mode)]
    assert marked == ["dark"]


def is_marked(window: Window, mode: str) -> bool:
    action = window.frame.menu.findChild(QAction, f"scheme_{mode}")
    return isinstance(action, QAction) and action.isChecked()


def shade(window: Window) -> str:
    """The colour of the page, in a corner where nothing stands."""
    image = window.frame.grab().toImage()
    return str(image.pixelColor(image.width() - 3, image.height() - 3).name())


# --- the start -------------------------------------------------------------------------------------------------------

FIRST_PAINT = """
import sys
from vaartdesk.app import cli
from vaartdesk.app.qt import load_qt
load_qt()
from vaartdesk.app.spare import Spare
from vaartdesk.app.verbs import window

def begin(opening):
    heavy = ("sqlalchemy", "alembic", "vaartdesk.kinds", "vaartdesk.flows", "vaartdesk.pdf", "reportlab", "PIL", "icalendar")
    there = (name for name, module in sys.modules.items() if not isinstance(module, Spare))
    print(opening.frame.isVisible(), sorted(name for name in there if name.startswith(heavy)))
    opening.frame.close()

window.Opening.begin = begin
sys.exit(cli.main(["--data-dir", sys.argv[1]]))
"""
WHOLE_START = """
import sys
from PySide6.QtCore import QTimer
from vaartdesk.app import cli
from vaartdesk.app.verbs import window

fill = window.Opening._fill
def filled(opening, desk):
    fill(opening, desk)
    print(opening.frame.current_tab(), desk.kinds["role"].title_of(desk.rows("role")[0]))
    QTimer.singleShot(0, opening.frame.close)

window.Opening._fill = filled
sys.exit(cli.main(["--data-dir", sys.argv[1]]))
"""


@pytest.fixture
def started() -> Started:
    """Runs the program with a small change in a process of its own, on a laptop that never had it."""

    def start(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code, str(folder)]
        settings = {
            name: str(folder.parent / "instellingen") for name in ("XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA")
        }
        environ = {**os.environ, **settings}
        return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False)

    return start


def test_nothing_heavy_is_imported_before_the_first_paint(started: Started, tmp_path: Path) -> None:
    done = started(FIRST_PAINT, tmp_path / "werkmap")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "True []"
    assert not (tmp_path / "werkmap").exists()


def test_a_first_start_makes_a_workspace_and_can_be_closed(started: Started, tmp_path: Path) -> None:
    done = started(WHOLE_START, tmp_path / "werkmap")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1] == "today Regisseur"
    assert (tmp_path / "werkmap/vaartdesk.db").exists()
