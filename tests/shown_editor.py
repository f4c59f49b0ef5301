"""An editor in a window of its own, beside another field to go to."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from keyboard import type_text
from vaartdesk.schema.field import Field
from vaartdesk.store.desk import Desk
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.editors.registry import make_editor


class Shown:
    """An editor in a window, beside another field to go to."""

    def __init__(self, qtbot: QtBot, desk: Desk, field: Field) -> None:
        self.host = QWidget()
        qtbot.addWidget(self.host)
        column = QVBoxLayout(self.host)
        self.editor = make_editor(field, desk)
        self.other = QLineEdit()
        self.box = FieldBox(self.editor)
        column.addWidget(self.box)
        column.addWidget(self.other)
        self.host.resize(400, 300)
        self.host.show()
        qtbot.waitExposed(self.host)
        self.host.activateWindow()
        qtbot.waitUntil(self.host.isActiveWindow)
        self.left = 0
        self.editor.left.connect(self._count)

    def _count(self) -> None:
        self.left += 1

    @property
    def line(self) -> QLineEdit:
        widget = self.editor.widget
        assert isinstance(widget, QLineEdit)
        return widget

    def retype(self, text: str) -> None:
        self.editor.focus()
        self.line.selectAll()
        type_text(self.line, text)
