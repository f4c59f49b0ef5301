"""What a page may ask of the window around it, without knowing that window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vaartdesk.schema.ref import Ref
from vaartdesk.ui.scrim import Dialog, Scrim


class Stage(QObject):
    """Handed to every page; the window listens.

    `open_requested(Ref)`: show this record wherever it belongs. `announced(sentence, is_undoable)`: tell it in a toast.
    `print_requested(Ref)`: print or preview this record.
    """

    open_requested = Signal(object)
    announced = Signal(str, bool)
    print_requested = Signal(object)

    def open(self, ref: Ref) -> None:
        """Ask to show a record."""
        self.open_requested.emit(ref)

    def announce(self, sentence: str, *, is_undoable: bool = False) -> None:
        """Ask to tell something in passing; ``is_undoable`` offers "Ongedaan maken"."""
        self.announced.emit(str(sentence), is_undoable)

    @staticmethod
    def show_dialog(anchor: QWidget, dialog: Dialog) -> Scrim:
        """A dialog over the whole window that ``anchor`` stands in."""
        return Scrim(anchor.window(), dialog)
