"""The whole window on a workspace with the facts of the work plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cli_terminal import Terminal
from today import role_called
from vaartdesk.app.tour.hand import Hand
from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from vaartdesk.ui.theme.theme import theme
from workspace import open_desk

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, planned_desk: Desk, tmp_path: Path) -> Iterator[Opened]:
    """Opens the window for a role, in a size, and shows it."""
    from vaartdesk.app.window.assembly import Window
    from vaartdesk.ui.frame import MainFrame

    theme().install(qapp, "light")
    made: list[Window] = []

    def open_for(role: str = "Huismeester", width: int = 1366, height: int = 768) -> Window:
        planned_desk.set_who(role_called(planned_desk, role))
        frame = MainFrame(tmp_path / f"window{len(made)}.ini")
        qtbot.addWidget(frame)
        frame.resize(width, height)
        window = Window(frame, planned_desk)
        made.append(window)
        frame.show()
        frame.show_tab("today")
        return window

    yield open_for
    for window in made:
        window.close()
    theme().set_mode("light")


@pytest.fixture
def window(open_window: Opened) -> Window:
    """The window as the huismeester has it before him."""
    return open_window()


@pytest.fixture
def hand(window: Window) -> Hand:
    """Keys and mouse for `window`, which has the keyboard."""
    made = Hand(window.frame, window.desk)
    made.come_back()
    return made


@pytest.fixture
def terminal(tmp_path: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A workspace with the work plan, closed."""
    folder = tmp_path / "werkmap"
    open_desk(folder, clock, planned=True).close()
    return Terminal(folder, clock, capsys)
