"""What every test stands on does hold: no network, a home of its own, noticed errors, and keys that reach the widget."""

from __future__ import annotations

import logging
import os
import socket

import platformdirs
import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from vaartdesk.core.clock import FixedClock, today


@pytest.mark.parametrize("address", [("127.0.0.1", 9), ("192.0.2.1", 443)])
def test_a_connection_is_refused(address: tuple[str, int]) -> None:
    with socket.socket() as line:
        with pytest.raises(AssertionError, match="tried to reach the network"):
            line.connect(address)
        with pytest.raises(AssertionError, match="tried to reach the network"):
            line.connect_ex(address)


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(AssertionError, match="tried to reach the network"):
        socket.create_connection(("example.invalid", 80))


def test_the_users_own_folders_are_out_of_reach(tmp_path_factory: pytest.TempPathFactory) -> None:
    folders = (platformdirs.user_data_path("VaartDesk", appauthor=False), platformdirs.user_log_path("VaartDesk"))
    assert [folder for folder in folders if not folder.is_relative_to(tmp_path_factory.getbasetemp())] == []
    assert "VAARTDESK_DATA_DIR" not in os.environ


def test_an_error_in_the_log_is_noticed(log_errors: list[str]) -> None:
    logging.getLogger("vaartdesk.somewhere").error("no room on %s", "disk")
    logging.getLogger("vaartdesk.somewhere").warning("slow")
    assert log_errors == ["vaartdesk.somewhere: no room on disk"]
    log_errors.clear()


def test_the_clock_stands_still(clock: FixedClock) -> None:
    assert today(clock).isoformat() == "2026-11-24"
    assert clock.now() == clock.now()


def test_any_text_can_be_typed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    type_text(field, "Café 't Höfke – één ☕ 🎄 <b>x</b>\b!")
    assert field.text() == "Café 't Höfke – één ☕ 🎄 <b>x</b!"


def test_lines_can_be_typed(qtbot: QtBot) -> None:
    area = QPlainTextEdit()
    qtbot.addWidget(area)
    type_text(area, "één\ntwee")
    assert area.toPlainText() == "één\ntwee"


def test_keys_are_pressed_by_name(qtbot: QtBot) -> None:
    field = QLineEdit("weg ermee")
    qtbot.addWidget(field)
    press(field, "Ctrl+A")
    press(field, "Del")
    assert field.text() == ""
    press(field, "Ctrl+Z")
    assert field.text() == "weg ermee"
