"""Leaving a field saves it: parse, change, show what was wrong beside the field, keep a draft while typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.field_box import FieldBox

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

DRAFT_MS = 700
"""So long after the last key the draft is written."""


def changed_label(field: Field) -> str:
    """The message key of a field's change: "Titel gewijzigd"."""
    return f"{str.__str__(field.label)} gewijzigd"


class Saver(QObject):
    """Saves the editors of one record at a time. `saved(field name)` comes after each commit, `moved()` when that brought the
    record in another state, at once or with the field that was asked for first.
    """

    saved = Signal(str)
    moved = Signal()

    def __init__(self, desk: Desk, origin: QObject, stored: Callable[[str], Any]) -> None:
        """``stored(field name)``: what the record holds now, after the change was heard."""
        super().__init__(origin)
        self.desk, self.origin, self.stored = desk, origin, stored
        self.ref: Ref | None = None
        self.boxes: dict[str, FieldBox] = {}
        self.pending: dict[str, Any] = {}
        """Fields that wait for another one to be filled (a status that needs a result)."""
        self.awaited: frozenset[str] = frozenset()
        """The fields they wait for: saving any other leaves them waiting."""
        self.homeless: list[Problem] = []
        """What the last refusal said, and no field here could show."""
        self._typing: dict[str, Editor] = {}
        self._kept: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_drafts)

    def watch(self, box: FieldBox) -> None:
        """Save this field when it is left."""
        editor = box.editor
        self.boxes[editor.field.name] = box
        editor.left.connect(lambda: self.save(editor.field.name))
        editor.typed.connect(lambda: self._note_typing(editor))
        box.keep_requested.connect(lambda: self.keep(editor.field.name))

    # --- saving --------------------------------------------------------------------------------------------------------

    def save(self, name: str) -> bool:
        """Save what was typed in a field; False when it is wrong. Nothing typed is nothing to do."""
        box = self.boxes[name]
        editor, ref = box.editor, self.ref
        if ref is None or not editor.is_dirty:
            return True
        try:
            value = editor.value()
        except Invalid as error:
            box.show_problem(str(error))
            return False
        pending = self.pending if name in self.awaited else {}
        if value == editor.shown and not pending:
            editor.show_value(value)
            box.show_problem("")
            self._drop_draft(name)
            return True
        return self.write(ref, {name: value} | pending, changed_label(editor.field))

    def keep(self, name: str) -> bool:
        """Save a field whatever it was warned of; False when it is wrong all the same."""
        with self.desk.door.despite_warnings():
            return self.save(name)

    def write(self, ref: Ref, values: Mapping[str, Any], label: str) -> bool:
        """Write fields in one change; problems go beside their fields."""
        from vaartdesk.store.errors import WorkspaceError  # the store comes after the first frame

        self.homeless = []
        try:
            with self.desk.change(label, origin=self.origin) as tx:
                tx.update(ref, values)
        except Refused as refused:
            self.homeless = self.show_problems(refused.problems, values)
            return False
        except WorkspaceError as error:
            self.show_problems([Problem(next(iter(values)), str(error))], values)
            return False
        if self.pending.keys() <= values.keys():
            self.pending.clear()
        for name in values:
            if name in self.boxes:
                self.boxes[name].editor.show_value(self.stored(name))
                self.boxes[name].show_problem("")
                self._drop_draft(name)
            self.saved.emit(name)
        if "status" in values:
            self.moved.emit()
        return True

    def show_problems(self, problems: Iterable[Problem], values: Mapping[str, Any]) -> list[Problem]:
        """Show each sentence beside its field; those of no field here stand beside the field being saved, or are given back."""
        homeless: list[Problem] = []
        typed = next((name for name in values if name in self.boxes), None)
        for problem in problems:
            name = problem.field if problem.field in self.boxes else typed
            if name is None:
                homeless.append(problem)
            else:
                self.boxes[name].show_problem(str(problem.sentence), is_warning=problem.is_warning)
        return homeless

    def flush(self) -> bool:
        """Save every field with unsaved typing (before another record comes); False when one is wrong."""
        self.keep_drafts()
        results = [self.save(name) for name, box in self.boxes.items() if box.editor.is_dirty]
        return all(results)

    # --- drafts --------------------------------------------------------------------------------------------------------

    def _note_typing(self, editor: Editor) -> None:
        self._typing[editor.field.name] = editor
        self._timer.start()

    def keep_drafts(self) -> None:
        """Write what is being typed, so that it survives a crash."""
        self._timer.stop()
        typing, self._typing = self._typing, {}
        if self.ref is None:
            return
        for name, editor in typing.items():
            if editor.is_dirty:
                self.desk.drafts.keep(self.ref.kind, self.ref.id, name, editor.text())
                self._kept.add(name)
            else:
                self._drop_draft(name)

    def _drop_draft(self, name: str) -> None:
        self._typing.pop(name, None)
        if self.ref is not None and name in self._kept:
            self._kept.discard(name)
            self.desk.drafts.drop(self.ref.kind, self.ref.id, name)

    def restore_drafts(self) -> list[str]:
        """Put back what was being typed when the program stopped; the labels of those fields."""
        if self.ref is None:
            return []
        found = self.desk.drafts.of(self.ref.kind, self.ref.id)
        self._kept = set(found)
        restored = []
        for name, draft in found.items():
            box = self.boxes.get(name)
            if box is not None and box.editor.text() != draft.text:
                box.editor.put_text(draft.text)
                box.show_problem(str(_("Nog niet bewaard. Enter bewaart, Esc gooit weg.")))
                restored.append(str(box.editor.field.label))
        return restored
