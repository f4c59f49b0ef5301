"""Esc leads back: from the record, or from the head of a page, to its list or calendar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class WayBack(QObject):
    """Hears the Esc that nothing on ``page`` wanted: a field with typing takes its own. ``home``: where ``back`` leads."""

    def __init__(self, page: QWidget, home: QWidget, back: Callable[[], None]) -> None:
        super().__init__(page)
        self._home, self._back = home, back
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape or self._home.hasFocus():
            return False
        self._back()
        return True
