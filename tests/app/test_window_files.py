"""A file that was written is told of with the way to it; and a window is never larger than its screen allows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from vaartdesk.app.window.start import fit_to_screen
from vaartdesk.ui.frame import MainFrame
from window_parts import toast

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def test_a_written_file_offers_its_folder(open_window: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.stage.file_made.emit(str(tmp_path / "lijst.csv"), "Lijst geschreven")
    assert toast(window) == "Lijst geschreven"
    button = window.frame.findChild(QPushButton, "toastAction")
    assert button is not None
    assert button.text() == "Map openen"
    button.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_on_a_small_screen_the_window_fills_it(qtbot: QtBot, tmp_path: Path) -> None:
    frame = MainFrame(tmp_path / "window.ini")
    qtbot.addWidget(frame)
    room = frame.screen().availableGeometry().size()
    assert room.width() < 1024  # the offscreen platform has a screen of 800 by 800
    fit_to_screen(frame)
    assert frame.minimumWidth() == room.width()
    assert frame.isMaximized()
    assert frame.size().boundedTo(room) == frame.size()
