"""What a page may ask of the window around it, without knowing that window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from vaartdesk.schema.ref import Ref
from vaartdesk.ui.scrim import Dialog, Scrim


class Stage(QObject):
    """Handed to every page; the window listens.

    `open_requested(Ref)`: show this record wherever it belongs. `announced(sentence, is_undoable)`: tell it in a toast.
    `print_requested(Ref)`: print or preview this record. `file_made(path, sentence)`: a file was
    written; say so and offer to show it.
    `new_requested(kind)`: begin a new record; `take_words` then gives the words it is to start with.
    `kind_requested(kind)`: show the list of a kind. `list_print_requested(ShownList)`, `list_export_requested(ShownList,
    ending)`: print this list, or write it to a file. `import_requested(kind)`: read records of a kind in.
    `paper_made(Paper)`: a paper is ready to be looked at. `report_requested(name, answers)`: make the report that the
    window knows by this name; what the answers leave open is asked.
    """

    open_requested = Signal(object)
    announced = Signal(str, bool)
    print_requested = Signal(object)
    new_requested = Signal(str)
    kind_requested = Signal(str)
    file_made = Signal(str, str)
    list_print_requested = Signal(object)
    list_export_requested = Signal(object, str)
    import_requested = Signal(str)
    paper_made = Signal(object)
    report_requested = Signal(str, object)

    def __init__(self, state: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._kept: dict[str, str] = {}
        self._words = ""
        self.page_makers: Mapping[str, Callable[[Any, Stage], Any]] = {}
        """Kinds whose record has a page of its family's own -> what builds it, given desk and stage."""
        self.more_forms: Mapping[str, tuple[tuple[str, str, str], ...]] = {}
        """Kind -> ending, label and icon of the files that only its records can be written to."""

    def ask_new(self, kind: str, words: str = "") -> None:
        """Ask for a new record of a kind that starts with these words."""
        self._words = words
        self.new_requested.emit(kind)

    def take_words(self) -> str:
        """The words that the next new record starts with, once."""
        words, self._words = self._words, ""
        return words

    def open(self, ref: Ref) -> None:
        """Ask to show a record."""
        self.open_requested.emit(ref)

    def show_kind(self, kind: str) -> None:
        """Ask to show the list of a kind."""
        self.kind_requested.emit(kind)

    def announce(self, sentence: str, *, is_undoable: bool = False) -> None:
        """Ask to tell something in passing; ``is_undoable`` offers "Ongedaan maken"."""
        self.announced.emit(str(sentence), is_undoable)

    def remember(self, key: str, value: str) -> None:
        """Keep a bit of how the window stands (a folded section, a column's width) on this laptop."""
        self._kept[key] = value
        if self._state is not None:
            self._state.setValue(key, value)

    def recall(self, key: str, default: str = "") -> str:
        """What was kept, also from an earlier run."""
        if key not in self._kept and self._state is not None:
            self._kept[key] = str(self._state.value(key, default))
        return self._kept.get(key, default)

    @staticmethod
    def show_dialog(anchor: QWidget, dialog: Dialog) -> Scrim:
        """A dialog over the whole window that ``anchor`` stands in."""
        return Scrim(anchor.window(), dialog)
