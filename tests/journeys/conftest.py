"""A laptop with a new workspace that holds the facts of the work plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journeys.desktop import Desktop
from vaartdesk.core.clock import FixedClock
from vaartdesk.ui.theme.theme import theme


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that other programs of this computer were asked to open, a mail for instance; none of them is started."""
    found: list[Path] = []
    monkeypatch.setattr("vaartdesk.app.window.traffic.open_file", found.append)
    return found


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path, clock: FixedClock, opened: list[Path]) -> Iterator[Desktop]:
    theme().install(qapp, "light")
    made = Desktop(tmp_path / "werkmap", tmp_path / "venster.ini", clock)
    yield made
    made.leave()
