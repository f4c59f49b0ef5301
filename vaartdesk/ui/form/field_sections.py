"""The fields of a record, section by section, as the kind arranges them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.kind import Section as Part
from vaartdesk.schema.listing import Badge
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.editors.links import LinksEditor
from vaartdesk.ui.editors.ref import RefEditor
from vaartdesk.ui.editors.registry import make_editor
from vaartdesk.ui.form.field_grid import FieldGrid
from vaartdesk.ui.form.line_name import LinesShown
from vaartdesk.ui.labels import Label
from vaartdesk.ui.section import Section
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

IN_HEAD = ("number", "status")


class ReadingPart(QWidget):
    """A text that is read across the page, and its name where several follow each other; in a frame where a family wants one."""

    def __init__(self, box: FieldBox, *, is_named: bool) -> None:
        super().__init__()
        self.frame = QFrame()
        self.name = Label(str(box.editor.field.label), "body", weight=600)
        self.name.setContentsMargins(sizes.SPACE_2, 0, sizes.SPACE_2, 0)
        self.name.setBuddy(box.editor.focus_widget)
        self._around, self._inside = QVBoxLayout(self), QVBoxLayout(self.frame)
        above = sizes.SPACE_1 if is_named else 0
        self._around.setContentsMargins(0, above, 0, above)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._around.addWidget(self.frame)
        for part in (self.name, box):
            self._inside.addWidget(part)
        self.name.setVisible(is_named)

    def put_in_frame(self, look: str, role: str) -> None:
        """A frame of a look around it, from the left edge of what is read; its name in that colour."""
        self.frame.setProperty("look", look)
        self.name.set_role(role)
        self._around.setContentsMargins(sizes.SPACE_2, sizes.SPACE_1, 0, sizes.SPACE_1)
        self._inside.setContentsMargins(sizes.SPACE_1, sizes.SPACE_2, sizes.SPACE_1, sizes.SPACE_2)


class FieldSections(QObject):
    """``first``: the fields of the head part; ``texts``: its long texts, across the page; ``sections``: the titled ones.

    `folded(key, "1" | "")` comes when one is folded, to be kept.
    """

    folded = Signal(str, str)

    def __init__(self, desk: Desk, kind: Kind, stage: Stage) -> None:
        super().__init__()
        self.desk, self.kind, self.stage = desk, kind, stage
        self.boxes: list[FieldBox] = []
        self._values: Values = {}
        self.grids: list[FieldGrid] = []
        self.reading: dict[str, ReadingPart] = {}
        """The long texts of the head part by field name."""
        self._homes: dict[str, tuple[FieldGrid, Section | None]] = {}
        parts = kind.sections or (Part("", self._all_fields()),)
        head = [part for part in parts if not part.label]
        self.first = self._grid([n for p in head for n in p.fields], [n for p in head for n in p.optional], None)
        first = self._usable([n for p in head for n in p.fields])
        self.begins_with_text = bool(first) and self._is_text(first[0])
        """Whether the kind lets its reading text come before its facts."""
        self.texts = self._text_column([n for p in head for n in p.fields])
        self._folding: list[tuple[Section, FieldGrid, Part]] = []
        self.sections = [self._section(part) for part in parts if part.label]

    @property
    def shown_first(self) -> list[Section]:
        """The sections that come before files and log."""
        return [section for section, _grid, part in self._folding if not part.folded]

    @property
    def shown_last(self) -> list[Section]:
        """Those that the kind folds: they are seldom asked for, and what happened is not to be looked for below them."""
        return [section for section, _grid, part in self._folding if part.folded]

    def _all_fields(self) -> tuple[str, ...]:
        return tuple(n for n, f in self.kind.fields.items() if not f.hidden)

    def _usable(self, names: Iterable[str]) -> list[str]:
        own = {self.kind.title} if isinstance(self.kind.title, str) else set()
        return [name for name in names if name not in own and name not in IN_HEAD]

    def _box(self, name: str, *, is_labelled: bool = True) -> FieldBox:
        editor = make_editor(self.kind.fields[name], self.desk)
        editor.beside = self._value_of
        editor.wrap()
        box = FieldBox(editor, is_labelled=is_labelled)
        self.boxes.append(box)
        return box

    def _is_text(self, name: str) -> bool:
        return self.kind.fields[name].type.editor == "long"

    def _grid(self, names: Sequence[str], optional: Sequence[str], section: Section | None) -> FieldGrid:
        """The fields of a part. Of the head part the long texts stand elsewhere and the others stay; below it a field that
        may be empty is shown once it is filled.
        """
        plain = [name for name in self._usable(names) if section is not None or not self._is_text(name)]
        every = [*plain, *self._usable(optional)]
        waiting = optional if section is None else [n for n in every if not self.kind.fields[n].required]
        grid = FieldGrid([self._box(name) for name in every], waiting)
        self.grids.append(grid)
        self._homes.update(dict.fromkeys(every, (grid, section)))
        return grid

    def _text_column(self, names: Sequence[str]) -> QWidget:
        """Reading text without a label: its placeholder says what it is while it is empty. Where there are several, each has
        its name above it.
        """
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        texts = [name for name in self._usable(names) if self._is_text(name)]
        for name in texts:
            box = self._box(name, is_labelled=False)
            empty = _("nog niet ingevuld") if len(texts) > 1 else box.editor.field.label
            box.editor.widget.setProperty("placeholderText", str(empty))
            box.editor.widget.setProperty("form", "reading")
            self.reading[name] = ReadingPart(box, is_named=len(texts) > 1)
            column.addWidget(self.reading[name])
        if not texts:
            holder.hide()  # shown with its page: without a parent it would be a window of its own
        return holder

    def _section(self, part: Part) -> Section:
        section = Section(str(part.label))
        grid = self._grid(part.fields, part.optional, section)
        section.body.addWidget(grid)
        section.folded.connect(lambda is_folded: self._keep_fold(part, grid, is_folded))
        self._folding.append((section, grid, part))
        return section

    def _fold_key(self, part: Part) -> str:
        return f"fold/{self.kind.name}/{str.__str__(part.label)}"

    def _keep_fold(self, part: Part, grid: FieldGrid, is_folded: bool) -> None:
        """How a section stands is kept; that one looked into an empty one is not."""
        if grid.is_filled:
            self.folded.emit(self._fold_key(part), "1" if is_folded else "")

    def _is_kept_folded(self, part: Part) -> bool:
        return self.stage.recall(self._fold_key(part), "1" if part.folded else "") == "1"

    def _fold(self) -> None:
        """Another record: a section without a filled field is one line, the others stand as they were left."""
        for section, grid, part in self._folding:
            section.set_folded(self._is_kept_folded(part) or not grid.is_filled)

    def _unfold(self, filled: Collection[FieldGrid]) -> None:
        """The same record: what a command filled in is seen at once."""
        for section, grid, part in self._folding:
            if grid in filled and section.is_folded() and not self._is_kept_folded(part):
                section.set_folded(False)

    # --- values --------------------------------------------------------------------------------------------------------

    def show_values(self, values: Values, reader: Reader, only: Iterable[str] | None = None) -> None:
        """Fill the editors: all of them, or those of ``only`` that nobody is typing in. One query finds all titles."""
        self._values = values
        wanted = None if only is None else set(only)
        boxes = [box for box in self.boxes if wanted is None or box.editor.field.name in wanted]
        self._learn_titles([box.editor for box in boxes], values, reader)
        for box in boxes:
            value = values.get(box.editor.field.name)
            if wanted is not None:
                box.editor.show_unless_typing(value)
            else:
                box.editor.show_value(value)
            if not box.editor.is_dirty:
                box.show_problem("")
        empty = [grid for grid in self.grids if not grid.is_filled]
        for grid in self.grids:
            grid.show_values(values, is_same_record=wanted is not None)
        if wanted is None:
            self._fold()
        else:
            self._unfold([grid for grid in empty if grid.is_filled])

    def _value_of(self, name: str) -> Any:
        return self._values.get(name)

    @staticmethod
    def _learn_titles(editors: Sequence[Editor], values: Values, reader: Reader) -> None:
        naming = [editor for editor in editors if isinstance(editor, RefEditor | LinksEditor)]
        keys: set[str] = set()
        for editor in naming:
            value = values.get(editor.field.name)
            keys.update((value,) if isinstance(value, str) else value or ())
        titles = reader.titles(keys) if keys else {}
        for editor in naming:
            editor.known = dict(titles)

    def lines_of(self, values: Values, reader: Reader) -> LinesShown:
        """The record's theme line, and the others it touches."""
        field = self.kind.fields.get(self.kind.line)
        own = values.get(field.name) if field is not None else None
        if field is None or not own:
            return LinesShown()
        others = [key for key in values.get("other_lines") or () if key != own]
        letters = {row["id"]: str(row.get("code") or "") for row in self.desk.rows(field.target, [own, *others])}
        names = reader.titles([own, *others])
        badges = [Badge(letters.get(key, "O"), names.get(key, "")) for key in (own, *others) if key in names]
        return LinesShown(badges[0], tuple(badges[1:])) if own in names else LinesShown()

    def withhold(self, name: str, *, is_withheld: bool) -> None:
        """Leave a field out while the page says elsewhere what it would say."""
        grid, _section = self._homes.get(name, (None, None))
        if grid is not None:
            grid.withhold(name, is_withheld=is_withheld)

    def reveal(self, name: str) -> None:
        """Unfold the section of a field, and show it when it waits under "+ veld"."""
        grid, section = self._homes.get(name, (None, None))
        if section is not None and section.is_folded():
            section.set_folded(False)
        if grid is not None:
            grid.reveal(name)
