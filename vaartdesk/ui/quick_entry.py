"""Quick entry: the few fields that make a record, in one Tab line, over the page (picture 02b). Enter saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.choice_segments import SegmentsEditor, suits_segments
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.editors.registry import make_editor
from vaartdesk.ui.entry_head import EntryHead
from vaartdesk.ui.field_menu import fill_field_menu
from vaartdesk.ui.file_taking import TakesFiles
from vaartdesk.ui.flow_layout import FlowLayout
from vaartdesk.ui.form.photo_intake import PhotoIntake
from vaartdesk.ui.form.title import TitleEditor
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.labels import Label
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

DRAFT_MS = 700
LABEL_WIDTH = 88
Maker = Callable[[Field, "Desk"], Editor]


class QuickEntry(TakesFiles, Dialog):
    """Opens at once with the cursor in the first field. What is typed survives a crash and is offered again.

    `changed(values)` comes with every edit, with the fields that can be read so far; a family answers by filling `hints`
    (a duplicate) and `tell` (the term). `saved(Ref)` comes after the commit. ``makers`` replaces editors by field name.
    """

    changed = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        stage: Stage,
        *,
        values: Mapping[str, Any] | None = None,
        makers: Mapping[str, Maker] | None = None,
        label: str = "",
    ) -> None:
        super().__init__(label or new_label(kind), width=640)
        self.setObjectName("quickEntry")
        self.desk, self.kind, self.stage = desk, kind, stage
        self.given = dict(values or {})
        words = stage.take_words()
        if words and kind.quick:
            self.given.setdefault(kind.quick[0], words)
        self._makers, self.boxes = dict(makers or {}), dict[str, FieldBox]()
        self.hints, self._fields = QVBoxLayout(), QVBoxLayout()
        self.photos = PhotoIntake(desk, kind.name)
        self._build()
        self._is_done = False
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._timer.timeout.connect(self.keep_drafts)
        self._restore()
        self._tell_changed()

    # --- building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.title.hide()
        head = EntryHead(self.kind, self.accessibleName())
        self.number = head.number
        self.body.addWidget(head)
        names = list(self.kind.quick)
        if names and names[0] == self.kind.title:
            self._add_box(names.pop(0), self.body, is_title=True)
        self._fields.setSpacing(sizes.SPACE_1)
        for name in names:
            self._add_box(name, self._fields)
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_4)
        row.addLayout(self._fields, 1)
        row.setAlignment(self._fields, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.photos, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addLayout(self.hints)
        self.problem = Label("", "body", "danger", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.remark = Label("", "meta", "text2", wrap=True)
        self.remark.setObjectName("remark")
        self.add_note(self.remark, is_wide=True)
        self.more = self._more_button()
        self.add_button(Button(str(_("Annuleren")), kind="quiet"), accepts=False).setObjectName("cancel")
        self.save_button = self.add_button(Button(str(_("Bewaren")), kind="primary", key="Enter"))
        self.save_button.setObjectName("save")
        self.save_button.clicked.connect(self.save)

    def _make(self, name: str, *, is_title: bool) -> Editor:
        field = self.kind.fields[name]
        if name in self._makers:
            return self._makers[name](field, self.desk)
        if is_title:
            return TitleEditor(self.kind, name, self.desk)
        return SegmentsEditor(field, self.desk) if suits_segments(field) else make_editor(field, self.desk)

    def _add_box(self, name: str, column: QVBoxLayout, *, is_title: bool = False) -> FieldBox:
        editor = self._make(name, is_title=is_title)
        box = FieldBox(editor, label_width=LABEL_WIDTH, is_labelled=not is_title, height=sizes.INPUT)
        if is_title:
            editor.widget.setProperty("placeholderText", str(editor.field.label))
            editor.widget.setProperty("look", "bare")
        elif not isinstance(editor, SegmentsEditor):
            editor.widget.setProperty("look", "")
        editor.beside = lambda n: self.boxes[n].editor.value_or_none() if n in self.boxes else self.given.get(n)
        start = editor.field.default if editor.field.default is not None else editor.field.type.empty
        editor.show_value(self.given.get(name, start))
        editor.typed.connect(self._note_typing)
        box.attend()
        box.keep_requested.connect(self.save_anyway)
        self.boxes[name] = box
        column.addWidget(box)
        return box

    def _more_button(self) -> Button:
        """The button for every other field of the form, in a row to which a family may add (`deeds`)."""
        button = Button(str(_("Veld")), "plus", "link", small=True)
        button.setObjectName("addField")
        button.clicked.connect(self.show_more)
        self.deeds = QWidget()
        FlowLayout(self.deeds, gap=sizes.SPACE_1, line_gap=0).addWidget(button)
        self._fields.addWidget(self.deeds)
        return button

    def others(self) -> list[Field]:
        """The fields of the form that are not here yet."""
        names = [n for part in self.kind.sections for n in (*part.fields, *part.optional)]
        fields = [self.kind.fields[n] for n in dict.fromkeys(names) if n in self.kind.fields and n not in self.boxes]
        return [f for f in fields if not f.derived and not f.hidden and f.name not in {"status", "number"}]

    def show_more(self) -> QMenu:
        """The menu of further fields."""
        menu = QMenu(self)
        fill_field_menu(menu, self.kind, self.others(), self.add_field)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        return menu

    def add_field(self, name: str) -> None:
        """One more field, the cursor in it; Tab comes to it before the photos."""
        self._fields.removeWidget(self.deeds)
        last = [*self.boxes.values()][-1:]
        box = self._add_box(name, self._fields)
        for before in last:
            QWidget.setTabOrder(before.editor.focus_widget, box.editor.focus_widget)
        self._fields.addWidget(self.deeds)
        box.editor.focus()

    def first_focus(self) -> QWidget:
        """The first field; what it is part of is known already."""
        asked = [box for name, box in self.boxes.items() if name != self.kind.parent or name not in self.given]
        return asked[0].editor.focus_widget if asked else self.save_button

    # --- what is typed -------------------------------------------------------------------------------------------------

    def values(self) -> tuple[dict[str, Any], list[Problem]]:
        """What can be read, and what is wrong with the rest."""
        found, problems = dict(self.given), list[Problem]()
        for name, box in self.boxes.items():
            try:
                found[name] = box.editor.value()
            except Invalid as error:
                found.pop(name, None)
                problems.append(Problem(name, str(error)))
        return found, problems

    def _note_typing(self) -> None:
        self._timer.start()
        self._tell_changed()

    def _tell_changed(self) -> None:
        values, _problems = self.values()
        number = self.desk.coming_number(self.kind.name, values) if self.kind.number is not None else ""
        self.number.setText(str(_("wordt {number}")).format(number=number) if number else "")
        self.changed.emit(values)

    def tell(self, remark: str) -> None:
        """A line at the foot: what follows from the values so far."""
        self.remark.setText(remark)

    def keep_drafts(self) -> None:
        """Write what stands here now, so that it survives a crash."""
        for name, box in self.boxes.items():
            if box.editor.is_dirty:
                self.desk.drafts.keep(self.kind.name, "", name, box.editor.text())

    def _restore(self) -> None:
        """What was being typed when the program stopped."""
        drafts = self.desk.drafts.of(self.kind.name)
        for name, draft in drafts.items():
            if name in self.kind.fields and (name in self.boxes or name in {f.name for f in self.others()}):
                if name not in self.boxes:
                    self.add_field(name)
                self.boxes[name].editor.put_text(draft.text)
        self.photos.restore()
        if drafts:
            self.tell(str(_("Teruggehaald: dit was nog niet bewaard.")))

    def _forget(self) -> None:
        self._is_done = True
        self._timer.stop()
        self.desk.drafts.drop(self.kind.name)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden without saving (the program ends): what stands here is kept, and nothing ticks on."""
        self._timer.stop()
        if not self._is_done:
            self.keep_drafts()
        super().hideEvent(event)

    # --- files ---------------------------------------------------------------------------------------------------------

    def take_files(self, mime: QMimeData) -> bool:
        """Beside the fields, until the record is made."""
        return self.photos.take_mime(mime)

    # --- the end -------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Make the record with its files in one change; what is wrong is said beside the field."""
        for box in self.boxes.values():
            box.show_problem("")
        self.problem.hide()
        values, problems = self.values()
        try:
            if problems:
                raise Refused(problems)
            ref = self._write(values)
        except Refused as refused:
            self.show_problems(list(refused.problems))
            return
        self._forget()
        self.accept()
        what = str((self.desk.get(ref) or {}).get("number") or self.kind.label)
        self.stage.announce(_("{what} bewaard").format(what=what[:1].upper() + what[1:]), is_undoable=True)
        self.saved.emit(ref)

    def save_anyway(self) -> None:
        """Make the record whatever its words were warned of."""
        with self.desk.door.despite_warnings():
            self.save()

    def _write(self, values: Mapping[str, Any]) -> Ref:
        files = self.photos.finished()
        with self.desk.change(_("Toegevoegd"), origin=self) as tx:
            ref = tx.add(self.kind.name, values)
            for file in files:
                tx.attach(ref, file.data, file.name, mime=file.mime, is_photo=file.is_photo, taken_at=file.taken_at)
        return ref

    def show_problems(self, problems: list[Problem]) -> None:
        """Each beside its field, the cursor in the first; a field that was not here is added."""
        rest = []
        for problem in problems:
            if problem.field not in self.boxes and problem.field in {f.name for f in self.others()}:
                self.add_field(problem.field)
            if problem.field in self.boxes:
                self.boxes[problem.field].show_problem(str(problem.sentence), is_warning=problem.is_warning)
            else:
                rest.append(str(problem.sentence))
        self.problem.setText(" ".join(rest))
        self.problem.setVisible(bool(rest))
        for first in [self.boxes[p.field] for p in problems if p.field in self.boxes][:1]:
            first.editor.focus()

    def reject(self) -> None:
        """Thrown away on purpose: the draft goes too."""
        self._forget()
        self.photos.discard()
        super().reject()
