"""Reservekopie terugzetten: from the menu of a window, out of a file, and where a workspace does not open any more."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from today import role_called
from vaartdesk.app.place import Place
from vaartdesk.app.verbs.window import Opening, new_frame
from vaartdesk.app.window.assembly import Window
from vaartdesk.app.window.copies import CopiesDialog
from vaartdesk.app.window.putting_back import take_over
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.backup import Backup, backups, make_backup, pack
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.desk import Desk
from vaartdesk.store.workspace import Workspace
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.toast import Toast
from workspace import open_desk

THEN, NOW = "Zoals het was", "Zoals het werd"
BROKEN = b"geen database" * 400


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> Path:
    """A workspace with a signal, closed; a copy of it as it was then, in it."""
    folder = tmp_path / "werkmap"
    with open_desk(folder, clock, planned=True) as desk:
        desk.set_who(role_called(desk, "Regisseur"))
        with desk.change("Toegevoegd") as tx:
            ref = tx.add("signal", {"text": THEN})
        make_backup(desk.workspace, clock.now(), "hand", sqlite_connect)
        with desk.change("Bewerkt") as tx:
            tx.set(ref, "text", NOW)
    return folder


@pytest.fixture
def opening(qapp: QApplication, qtbot: QtBot, folder: Path, clock: FixedClock) -> Iterator[Opening]:
    """The program as it starts, before it opens its workspace."""
    theme().install(qapp, "light")
    opening = Opening(new_frame(), Place(folder, clock))
    opening.frame.show()
    yield opening
    opening.frame.close()
    opening.frame.deleteLater()


def window_of(opening: Opening) -> Window:
    found = opening.frame.findChild(Window)
    assert isinstance(found, Window)
    return found


def signals(desk: Desk) -> list[str]:
    return [desk.title(Ref("signal", row["id"])) for row in desk.rows("signal")]


def ask(window: Window, qtbot: QtBot) -> CopiesDialog:
    """Bestand > Reservekopie terugzetten."""
    action = window.frame.findChild(QAction, "restore")
    assert isinstance(action, QAction)
    action.trigger()
    qtbot.waitUntil(lambda: window.frame.findChild(CopiesDialog) is not None)
    dialog = window.frame.findChild(CopiesDialog)
    assert isinstance(dialog, CopiesDialog)
    return dialog


def rows_of(dialog: CopiesDialog) -> list[str]:
    model = dialog.list.given
    return [str(model.data(model.index(n, 0))) for n in range(model.rowCount())]


def press(button: Button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def told(opening: Opening) -> str:
    return " ".join(toast.text for toast in opening.frame.findChildren(Toast))


def await_new(opening: Opening, old: Window, qtbot: QtBot) -> Window:
    """The window that opened in place of another."""
    frame = old.frame
    qtbot.waitUntil(lambda: opening.frame is not frame and opening.frame.findChild(Window) is not None)
    qtbot.waitUntil(lambda: bool(told(opening)))
    return window_of(opening)


def test_a_copy_from_the_menu_takes_the_place_of_all_there_is_and_can_go_back(opening: Opening, qtbot: QtBot) -> None:
    opening.open()
    window = window_of(opening)
    assert signals(window.desk) == [NOW]

    dialog = ask(window, qtbot)
    assert rows_of(dialog) == ["Dinsdag 24 november 2026, 09:30, met de hand gemaakt, vandaag"]
    press(dialog.agree)  # type: ignore[arg-type]

    window = await_new(opening, window, qtbot)
    assert signals(window.desk) == [THEN]
    assert "De reservekopie staat terug." in told(opening)
    assert {copy.reason for copy in backups(window.desk.workspace)} >= {"hand", "terugzetten"}

    (toast,) = opening.frame.findChildren(Toast)
    (way_back,) = toast.findChildren(Button)
    press(way_back)

    window = await_new(opening, window, qtbot)
    assert signals(window.desk) == [NOW]


def test_a_copy_in_a_file_comes_back_too(
    opening: Opening, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening.open()
    window = window_of(opening)
    (copy,) = backups(window.desk.workspace)
    pack(copy, tmp_path / "kopie.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "kopie.zip"), ""))

    press(ask(window, qtbot).from_file)

    assert signals(await_new(opening, window, qtbot).desk) == [THEN]


@pytest.mark.parametrize("is_zip", [True, False])
def test_a_file_that_is_no_copy_changes_nothing_and_the_window_opens_again(
    opening: Opening, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_zip: bool
) -> None:
    wrong = tmp_path / "vakantie.zip"
    wrong.write_bytes(BROKEN)
    if is_zip:
        with zipfile.ZipFile(wrong, "w") as archive:
            archive.writestr("strand.jpg", b"...")
    opening.open()
    window = window_of(opening)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(wrong), ""))

    press(ask(window, qtbot).from_file)

    window = await_new(opening, window, qtbot)
    assert "Er is niets gewijzigd." in told(opening)
    assert signals(window.desk) == [NOW]


def test_the_new_window_comes_where_the_old_one_was_as_large(opening: Opening) -> None:
    def small() -> MainFrame:
        made = new_frame()
        made.setMinimumSize(0, 0)
        return made

    opening.frame.setMinimumSize(0, 0)
    opening.frame.showNormal()
    opening.frame.setGeometry(31, 42, 611, 503)
    opening.frame = take_over(opening.frame, small)
    assert opening.frame.geometry().getRect() == (31, 42, 611, 503)
    assert not opening.frame.isMaximized()
    opening.frame.showMaximized()
    opening.frame = take_over(opening.frame, small)
    assert opening.frame.isMaximized()


def test_who_thinks_better_of_it_stays_where_he_is(opening: Opening, qtbot: QtBot) -> None:
    opening.open()
    window = window_of(opening)
    ask(window, qtbot)

    QTest.keyClick(QApplication.focusWidget() or window.frame, Qt.Key.Key_Escape)

    assert opening.frame is window.frame
    assert not opening.frame.has_dialog()
    assert signals(window.desk) == [NOW]


def test_without_a_copy_only_a_file_is_left(opening: Opening, qtbot: QtBot, folder: Path) -> None:
    (folder / "backups").rename(folder / "weg")
    opening.open()

    dialog = ask(window_of(opening), qtbot)

    assert dialog.nothing.isVisible()
    assert not dialog.agree.isEnabled()
    assert dialog.from_file.isEnabled()


def test_a_damaged_workspace_offers_its_copies_and_opens_with_one(
    opening: Opening, qtbot: QtBot, folder: Path, clock: FixedClock
) -> None:
    (folder / "vaartdesk.db").write_bytes(BROKEN)

    opening.open()

    (arrival,) = opening.frame.findChildren(Dialog, "arrivalDialog")
    (offer,) = arrival.findChildren(Button, "choice1")
    press(offer)
    (dialog,) = opening.frame.findChildren(CopiesDialog)
    assert len(rows_of(dialog)) == 1
    press(dialog.agree)  # type: ignore[arg-type]

    qtbot.waitUntil(lambda: opening.frame.findChild(Window) is not None)
    assert signals(window_of(opening).desk) == [THEN]
    kept = list((folder / "backups").glob("*-beschadigd/*"))
    assert any(path.read_bytes() == BROKEN for path in kept), "what was damaged is kept too"


def test_work_that_is_stopped_leaves_everything_as_it_was(
    opening: Opening, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vaartdesk.app.window import putting_back
    from vaartdesk.core.progress import Cancelled

    def stopped(*_args: object) -> Path:
        raise Cancelled

    monkeypatch.setattr(putting_back, "put_back", stopped)
    opening.open()
    window = window_of(opening)
    frame = window.frame

    press(ask(window, qtbot).agree)  # type: ignore[arg-type]

    qtbot.waitUntil(lambda: opening.frame is not frame and opening.frame.findChild(Window) is not None)
    assert signals(window_of(opening).desk) == [NOW]
    assert [copy.reason for copy in _copies(folder)] == ["hand"]


def _copies(folder: Path) -> list[Backup]:
    return backups(Workspace(folder))
