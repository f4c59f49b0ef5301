"""Taking back and doing again in the window: by key, by toast, and what the menu says of both."""

from __future__ import annotations

from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.app.tour.hand import Hand, plain

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def toast(hand: Hand) -> str:
    """What the last toast says; '' without one."""
    return next((one.accessibleName() for one in reversed(hand.seen("toast", QWidget, hand.window))), "")


def made(window: Window, title: str) -> None:
    with window.desk.change("Test") as tx:
        tx.add("action", {"title": title})


def grey(window: Window) -> dict[str, bool]:
    """By name of the entry: whether it is grey."""
    return {a.objectName(): not a.isEnabled() for a in window.frame.actions() if a.objectName() in {"undo", "redo"}}


def words(window: Window) -> dict[str, str]:
    return {a.objectName(): plain(a.text()) for a in window.frame.actions()}


def test_a_toast_undoes_what_it_tells(window: Window, hand: Hand) -> None:
    window.frame.show_tab("tickets")
    hand.press("Ctrl+N")
    hand.type("Losse stoeptegel\tBrink 3\tbestrating\t")
    hand.change(lambda: hand.press("Return"))
    assert [row["title"] for row in window.desk.rows("ticket")] == ["Losse stoeptegel"]
    hand.change(lambda: hand.click("toastAction", window.frame))
    assert window.desk.rows("ticket") == []
    hand.change(lambda: hand.press("Ctrl+Shift+Z"))
    assert [row["title"] for row in window.desk.rows("ticket")] == ["Losse stoeptegel"]


def test_with_nothing_to_undo_it_says_so(window: Window, hand: Hand) -> None:
    while window.desk.undoing.undo_label:
        window.desk.undo()
    hand.press("Ctrl+Z")
    assert hand.seen("toast", QWidget, window.frame)[-1].accessibleName() == "Er is niets om ongedaan te maken."


def test_the_menu_says_what_would_be_undone_and_done_again(window: Window, hand: Hand) -> None:
    made(window, "Proef")
    hand.press("F10")
    assert words(window)["undo"] == "Ongedaan maken: Test"
    assert grey(window) == {"undo": False, "redo": True}
    hand.press("Escape")
    hand.change(lambda: hand.press("Ctrl+Z"))
    hand.press("F10")
    assert words(window)["redo"] == "Opnieuw doen: Test"
    assert not grey(window)["redo"]
    hand.press("Escape")


def test_a_menu_with_nothing_to_undo_leaves_the_keys_alive(window: Window, hand: Hand) -> None:
    while window.desk.undoing.undo_label:
        window.desk.undo()
    hand.press("F10")
    assert grey(window)["undo"]
    hand.press("Escape")
    made(window, "Proef")
    hand.change(lambda: hand.press("Ctrl+Z"))
    assert window.desk.rows("action") == []
    hand.change(lambda: hand.press("Ctrl+Shift+Z"))
    assert [row["title"] for row in window.desk.rows("action")] == ["Proef"]


def test_what_came_by_the_thousands_is_taken_back_beside_the_window(window: Window, hand: Hand, qtbot: QtBot) -> None:
    with window.desk.change("Ingelezen", kind="import") as tx:
        tx.add_many("action", [{"title": f"Actie {n}"} for n in range(600)])
    before = len(window.desk.rows("action"))
    threads: set[Thread] = set()
    window.desk.bus.subscribe(lambda _change: threads.add(current_thread()))
    hand.press("Ctrl+Z")
    hand.press("Ctrl+Z")  # impatient: the first is not done yet
    qtbot.waitUntil(lambda: "Ongedaan gemaakt" in toast(hand))
    assert len(window.desk.rows("action")) == before - 600
    hand.press("Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: "Opnieuw gedaan" in toast(hand))
    assert len(window.desk.rows("action")) == before
    assert threads
    assert main_thread() not in threads
