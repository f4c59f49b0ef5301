"""Shows one editor."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sample_records import Samples
from shown_editor import Shown
from vaartdesk.schema.field import Field
from vaartdesk.store.desk import Desk


@pytest.fixture
def show(qtbot: QtBot, dressed: QApplication, bare_desk: Desk, samples: Samples) -> Any:
    def make(type_: Any, **more: Any) -> Shown:
        return Shown(qtbot, bare_desk, Field(type_, "Veld", name="field", **more))

    return make
