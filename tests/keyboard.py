"""Typing as a person does, for tests on the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CONTROLS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}


def type_text(widget: QWidget, text: str) -> None:
    """Type any text into `widget`: line breaks, tabs and ASCII by keys, the rest as an input method would commit it.

    `QTest.keyClicks` aborts the whole interpreter on a character outside ASCII.
    """
    for character in text:
        if character in CONTROLS:
            QTest.keyClick(widget, CONTROLS[character])
        elif " " <= character <= "~":
            QTest.keyClicks(widget, character)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(character)
            QApplication.sendEvent(widget, commit)


def press(widget: QWidget, keys: str) -> None:
    """Press one combination by its name, such as `Ctrl+Shift+N`, `F2` or `Del`."""
    QTest.keySequence(widget, QKeySequence(keys))
