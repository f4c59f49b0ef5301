"""The window as a shelf: lazy pages, keys, folding, state that is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.ui.buttons import Button
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.toast import undo_action

TABS = ("today", "actions", "events", "tickets", "contacts", "meetings")


class Shelf:
    """A window with six tabs that remember when they were built."""

    def __init__(self, qtbot: QtBot, state: Path) -> None:
        self.built: list[str] = []
        self.frame = MainFrame(state)
        qtbot.addWidget(self.frame)
        for tab in TABS:
            self.frame.add_tab(tab, f"{tab}Tab", tab.title(), "sun", self._factory(tab))

    def _factory(self, tab: str) -> Callable[[], QWidget]:
        def build() -> QWidget:
            self.built.append(tab)
            return QLabel(tab)

        return build


@pytest.fixture
def shelf(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Shelf:
    made = Shelf(qtbot, tmp_path / "window.ini")
    made.frame.show_tab("today")
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    return made


def test_docking_tabs_builds_no_page_and_forgets_no_tab(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    before = Shelf(qtbot, tmp_path / "window.ini")
    before.frame.show_tab("events")
    before.frame.close()

    docked = Shelf(qtbot, tmp_path / "window.ini")

    assert docked.built == []
    assert docked.frame.state.value("window/tab") == "events"
    docked.frame.restore_tab()
    assert docked.built == ["events"]


def test_only_the_page_that_is_shown_is_built(shelf: Shelf) -> None:
    assert shelf.built == ["today"]
    assert shelf.frame.current_tab() == "today"
    assert shelf.frame.page("tickets") is None
    page = shelf.frame.show_tab("tickets")
    assert shelf.built == ["today", "tickets"]
    assert page.objectName() == "ticketsTab"
    assert shelf.frame.stack.currentWidget() is page
    shelf.frame.show_tab("today")
    assert shelf.frame.show_tab("tickets") is page
    with pytest.raises(KeyError):
        shelf.frame.show_tab("nothing")


@pytest.mark.accept("G10")
@pytest.mark.parametrize("number", range(1, 7))
def test_ctrl_and_a_number_go_to_a_tab(shelf: Shelf, qtbot: QtBot, number: int) -> None:
    shelf.frame.show_tab(TABS[-number])
    key = Qt.Key(Qt.Key.Key_0 + number)
    QTest.keyClick(shelf.frame, key, Qt.KeyboardModifier.ControlModifier)
    assert shelf.frame.current_tab() == TABS[number - 1]


def test_the_names_a_test_looks_for(shelf: Shelf) -> None:
    assert shelf.frame.objectName() == "mainWindow"
    assert shelf.frame.findChild(QWidget, "tabs") is shelf.frame.rail.tabs
    assert shelf.frame.findChild(QWidget, "todayTab") is not None


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)],
)
def test_f10_and_alt_m_open_the_menu(shelf: Shelf, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    shelf.frame.menu.addAction("Bestand")
    QTest.keyClick(shelf.frame, key, modifier)
    assert shelf.frame.menu.isVisible()
    shelf.frame.menu.close()


@pytest.mark.parametrize(("width", "rail"), [(1366, 208), (1180, 208), (1179, 60), (1024, 60)])
def test_the_rail_folds_below_1180(shelf: Shelf, width: int, rail: int) -> None:
    shelf.frame.resize(width, 700)
    assert shelf.frame.size() == QSize(width, 700)
    assert shelf.frame.rail.width() == rail
    shelf.frame.resize(1366, 768)
    assert shelf.frame.rail.width() == 208
    assert shelf.frame.minimumSize() == QSize(1024, 640)


def test_size_and_tab_are_kept(shelf: Shelf, qtbot: QtBot, tmp_path: Path) -> None:
    shelf.frame.resize(1250, 800)
    shelf.frame.show_tab("events")
    with qtbot.waitSignal(shelf.frame.closing):
        shelf.frame.close()
    again = Shelf(qtbot, tmp_path / "window.ini")
    again.frame.restore_tab()
    assert again.frame.size() == QSize(1250, 800)
    assert again.frame.current_tab() == "events"


def test_a_broken_state_file_opens_the_window_all_the_same(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    state = tmp_path / "window.ini"
    state.write_text("[window]\nsize=onzin\ntab=weg\nis_maximised=misschien\n", encoding="utf-8")
    made = Shelf(qtbot, state)
    made.frame.restore_tab()
    assert made.frame.size() == QSize(1366, 768)
    assert made.frame.current_tab() == "today"


def test_counts_reach_the_tab(shelf: Shelf) -> None:
    shelf.frame.set_count("tickets", 23, "23 open")
    assert shelf.frame.rail.tabs.accessibleTabName(3) == "Tickets, 23 open"


def test_a_new_toast_replaces_the_old_one(shelf: Shelf) -> None:
    undone: list[str] = []
    first = shelf.frame.toast("Een", undo_action(lambda: undone.append("een")))
    second = shelf.frame.toast("Twee", undo_action(lambda: undone.append("twee")))
    assert (first.isVisible(), second.isVisible()) == (False, True)
    second.dismiss()
    assert not second.isVisible()


def test_a_dialog_covers_rail_and_page(shelf: Shelf, qtbot: QtBot) -> None:
    dialog = Dialog("Vraag")
    dialog.add_button(Button("Goed", kind="primary"), accepts=True)
    shelf.frame.show_dialog(dialog)
    assert shelf.frame.has_dialog()
    scrim = shelf.frame.findChild(QWidget, "scrim")
    assert scrim is not None
    assert scrim.geometry() == shelf.frame.rect()
    with qtbot.waitSignal(dialog.finished) as finished:
        dialog.accept()
    assert finished.args == [True]
    assert not shelf.frame.has_dialog()
