"""Reservekopie maken: beside the window, told when it is there, and told when it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaartdesk.app.window import copying
from vaartdesk.store.backup import backups, make_backup
from vaartdesk.store.errors import DiskFull
from vaartdesk.ui.toast import Toast
from vaartdesk.ui.work import Work

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window


def told(window: Window) -> str:
    return " ".join(toast.accessibleName() for toast in window.frame.findChildren(Toast) if toast.isVisible())


def test_the_button_in_the_rail_makes_a_checked_copy_and_tells_of_it(
    open_window: Callable[..., Window], qtbot: QtBot
) -> None:
    window = open_window()

    QTest.mouseClick(window.frame.rail.backup, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "Reservekopie gemaakt en nagelezen. Terugzetten kan in het menu" in told(window))
    (made,) = backups(window.desk.workspace)
    assert made.reason == "hand"
    assert made.folder.name not in told(window), "the name of a folder tells nobody where it can be put back"


def test_a_copy_that_cannot_be_made_is_told_and_nothing_of_it_stays(
    open_window: Callable[..., Window], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiskFull("De schijf is vol. Er is niets gewijzigd.")

    window = open_window()
    monkeypatch.setattr(copying, "make_backup", full)

    window.back_up()

    qtbot.waitUntil(lambda: "De schijf is vol" in told(window))
    assert backups(window.desk.workspace) == []
    assert QApplication.activeModalWidget() is None


def test_a_copy_that_is_stopped_leaves_nothing_and_tells_nothing(
    open_window: Callable[..., Window], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_stopped = Event()

    def slow(*args: object) -> object:
        is_stopped.wait(10)
        return make_backup(*args)  # type: ignore[arg-type]

    window = open_window()
    monkeypatch.setattr(copying, "make_backup", slow)

    window.back_up()
    (work,) = window.frame.findChildren(Work)
    with qtbot.waitSignal(work.stopped):
        work.stop()
        is_stopped.set()

    assert backups(window.desk.workspace) == []
    assert "Reservekopie" not in told(window)
