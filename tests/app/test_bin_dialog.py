"""The bin in the window: what was deleted is put back or, after one question, wiped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from specimens import Specimens
from vaartdesk.app.window.assembly import Window
from vaartdesk.app.window.bin import BinDialog
from vaartdesk.app.window.start import application, frame
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


@pytest.fixture
def window(planned_desk: Desk, tmp_path: Path, qtbot: QtBot) -> Window:
    """The real window on a planned workspace with one deleted ticket."""
    with planned_desk.change("Gemaakt") as tx:
        ref = Specimens(planned_desk.kinds).record(tx, "ticket", title="Lantaarn")
    with planned_desk.change("Verwijderd") as tx:
        tx.delete(ref)
    application()
    shelf = frame(tmp_path / "venster.ini")
    qtbot.addWidget(shelf)
    made = Window(shelf, planned_desk)
    planned_desk.set_who(Ref("role", planned_desk.rows("role")[0]["id"]))
    shelf.show()
    made.show_first()
    return made


def button(window: Window, name: str) -> QPushButton:
    found = window.frame.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.accept("G5")
def test_a_deleted_record_is_put_back_and_shown(window: Window) -> None:
    window.frame.show_dialog(BinDialog(window))
    button(window, "putBack").click()
    assert [row["title"] for row in window.desk.rows("ticket")] == ["Lantaarn"]
    assert window.frame.current_tab() == "tickets"


@pytest.mark.accept("G5")
def test_emptying_asks_once_and_then_forgets(window: Window) -> None:
    dialog = BinDialog(window)
    window.frame.show_dialog(dialog)
    button(window, "emptyBin").click()
    button(window, "eraseForGood").click()
    assert dialog.refs == []
    assert window.desk.search("lantaarn") == []
