"""What waits for a library is done in the window's thread, once the library is there."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from vaartdesk.ui.after_import import AfterImport, is_imported

NAME = "a_library_for_a_test"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / f"{NAME}.py").write_text("import threading\nWHERE = threading.current_thread().name\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    return NAME


def test_it_is_imported_beside_the_window_and_answered_in_it(library: str, qtbot: QtBot) -> None:
    parent, heard = QObject(), []
    assert not is_imported(library)
    AfterImport(library, lambda: heard.append(threading.current_thread()), parent)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]
    assert is_imported(library)
    where = sys.modules[library].WHERE
    assert where == f"import {library}"


def test_who_no_longer_waits_is_not_told(library: str, qtbot: QtBot) -> None:
    parent, heard = QObject(), []
    AfterImport(library, lambda: heard.append(1), parent)
    delete(parent)
    qtbot.waitUntil(lambda: is_imported(library))
    qtbot.wait(1)
    assert heard == []
