"""The kit of the window on a real workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from sample_kinds import SAMPLES
from sample_records import Samples
from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from vaartdesk.ui.theme.theme import theme
from workspace import open_desk


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light scheme."""
    theme().install(qapp, "light")
    return qapp


@pytest.fixture
def bare_desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """A workspace with the sample kinds and no record."""
    with open_desk(tmp_path / "werk", clock, kinds=SAMPLES) as desk:
        yield desk


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """The same, with the samples."""
    Samples(bare_desk)
    return bare_desk


@pytest.fixture
def samples(bare_desk: Desk) -> Samples:
    return Samples(bare_desk)


@pytest.fixture
def photo_file(tmp_path: Path) -> Callable[[], Path]:
    """Makes a photo on disk, larger than what is kept."""

    def make() -> Path:
        from PIL import Image

        path = tmp_path / "straat.jpg"
        Image.new("RGB", (2400, 1800), (120, 80, 60)).save(path, "JPEG")
        return path

    return make
