"""The bus in the window's own thread: a change made by a worker arrives here as if it was made by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk


class Hearing(QObject):
    """Emits `changed(ChangeSet)` for every change of a desk, for as long as its parent lives."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._end = desk.bus.subscribe(self._hear)
        parent.destroyed.connect(self._end)

    def _hear(self, change: ChangeSet) -> None:
        """Qt delivers it in the window's thread, later when it comes from another."""
        self.changed.emit(change)

    def stop(self) -> None:
        """Hear no more."""
        self._end()
