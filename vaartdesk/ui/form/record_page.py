"""One record, built from its kind: every field a real editor that saves when it is left, and what hangs on the record.

The widgets are kept; another record of the same kind only fills them. What needs more queries comes after the paint.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.command import Command
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.bus import NEW_DAY
from vaartdesk.ui.after_paint import Postponed
from vaartdesk.ui.empty import none_chosen
from vaartdesk.ui.file_taking import TakesFiles
from vaartdesk.ui.form.attachments import Attachments
from vaartdesk.ui.form.chain_section import ChainSection
from vaartdesk.ui.form.facts import Facts
from vaartdesk.ui.form.field_sections import FieldSections
from vaartdesk.ui.form.head import RecordHead
from vaartdesk.ui.form.history_dialog import HistoryDialog
from vaartdesk.ui.form.log_section import LogSection
from vaartdesk.ui.form.page_layout import PageLayout
from vaartdesk.ui.form.saving import Saver
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.kind_words import moved_words
from vaartdesk.ui.question import CommandRunner, ask_anyway
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk


class RecordPage(TakesFiles, QWidget):
    """objectName `detail`; each editor bears its attribute's name. `back_requested` comes from the arrow in one-pane mode.

    A family adds parts of its own with `add_section`; they are shown by `filled(Ref)`.
    """

    filled = Signal(object)
    back_requested = Signal()
    delete_requested = Signal(object)

    def __init__(self, desk: Desk, kind: Kind, stage: Stage) -> None:
        super().__init__()
        self.desk, self.kind, self.stage = desk, kind, stage
        self.ref: Ref | None = None
        self.values: Values = {}
        self.setObjectName("detail")
        self.setProperty("look", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.saver = Saver(desk, self, self.stored)
        self.runner = CommandRunner(desk, stage)
        self._hung = Postponed(self, self._show_hung)
        self.head = RecordHead(desk, kind)
        self.fields = FieldSections(desk, kind, stage)
        self.facts = Facts(desk, kind)
        self.files = Attachments(desk, stage)
        self.log = LogSection(desk)
        self.chain = ChainSection(desk, kind)
        self.layout_of_page = PageLayout(self.head, none_chosen(kind))
        self.area = self.layout_of_page.area
        self._build()
        self._connect()

    # --- building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = self.layout_of_page
        layout.add_top(self.files.photos, (self.facts, self.fields.first))
        layout.body.insertWidget(0 if self.fields.begins_with_text else -1, self.fields.texts)
        for section in (*self.fields.shown_first, self.files, self.log, self.chain, *self.fields.shown_last):
            layout.add_section(section)
        layout.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(layout)
        self.setMinimumWidth(sizes.DETAIL_LEAST)

    def _connect(self) -> None:
        if self.head.title_box is not None:
            self.saver.watch(self.head.title_box)
        for box in self.fields.boxes:
            self.saver.watch(box)
            box.editor.open_requested.connect(self.stage.open)
        for name, box in self.saver.boxes.items():
            box.versions_requested.connect(partial(self.choose_version, name))
        self.saver.moved.connect(lambda: self.stage.announce(moved_words(self.kind, self.values), is_undoable=True))
        self.head.commands.ran.connect(self.run)
        self.head.commands.moved.connect(self.move_to)
        self.head.history_requested.connect(self.show_history)
        self.head.print_requested.connect(self.print)
        self.head.back_requested.connect(self.back_requested)
        self.head.more.clicked.connect(self.show_menu)
        self.head.line_requested.connect(lambda: self.focus_field(self.kind.line))
        if self.kind.subtitle is not None:
            self.head.subtitle_requested.connect(partial(self.focus_field, self.kind.subtitle.fields[0]))
        self.chain.opened.connect(self.stage.open)
        self.fields.folded.connect(self.stage.remember)
        Hearing(self.desk, self).changed.connect(self._hear)

    def add_section(self, widget: QWidget, *, before: QWidget | None = None) -> None:
        """A part of the family's own, in front of ``before`` (else in front of the attachments)."""
        self.layout_of_page.add_section(widget, before=before or self.files)

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_record(self, ref: Ref | None) -> None:
        """Show a record; what was being typed in the one before is saved first. None shows an empty page."""
        if ref == self.ref:
            return
        self.flush()
        self.ref = self.saver.ref = ref
        self.saver.pending.clear()
        if ref is None or not self._fill(range_of=None):
            self.ref = self.saver.ref = None
            self.layout_of_page.show_parts(is_there=False)
            return
        self.layout_of_page.show_parts(is_there=True)
        self.area.verticalScrollBar().setValue(0)
        self.saver.restore_drafts()
        self.files.ref = ref  # a photo dropped or a note begun before the rest is shown belongs to this record already
        self.log.turn_to(ref)
        self._hung.ask()

    def _fill(self, range_of: Iterable[str] | None) -> bool:
        """Bring values into the editors: all, or the fields that changed; one being typed in is left alone."""
        assert self.ref is not None
        values = self.desk.get(self.ref)
        if values is None:
            return False
        is_same = range_of is not None
        self.values = values
        with self.desk.read() as reader:
            lines = self.fields.lines_of(values, reader)
            self.fields.show_values(values, reader, only=range_of)
            self.facts.show_values(values, reader)
            subtitle = self.kind.subtitle.text(values, reader) if self.kind.subtitle is not None else ""
        self.head.show_values(values, lines, self.facts.due, subtitle)
        self.head.show_initials(self.facts.row.initials, is_square=self.facts.row.is_square)
        self.head.show_title(values, is_same=is_same)
        self._lock(is_locked=not values["alive"] or self.desk.is_read_only)
        return True

    def _lock(self, *, is_locked: bool) -> None:
        for box in self.saver.boxes.values():
            box.editor.set_read_only(is_locked or box.editor.field.derived)

    def _show_hung(self) -> None:
        """After the paint, unless the window closed by then: files, log, chain, and fields with two values."""
        if self.ref is None or self.desk.is_closed:
            return
        self.files.show_record(self.ref)
        self.log.show_record(self.ref)
        self.chain.show_record(self.ref, self.values)
        self._show_conflicts()
        self.filled.emit(self.ref)
        self.layout_of_page.keep_tab_order()

    def _show_conflicts(self) -> None:
        assert self.ref is not None
        conflicts = self.desk.conflicts(self.ref)
        for name, box in self.saver.boxes.items():
            box.show_versions(len(conflicts.get(name, ())))

    def stored(self, name: str) -> object:
        """What the record holds in a field now."""
        return self.values.get(name)

    # --- hearing -------------------------------------------------------------------------------------------------------

    def _hear(self, change: ChangeSet) -> None:
        """Read again what changed of this record, and what hangs on it when something came or went there."""
        if self.ref is None:
            return
        fields = change.changed.get(self.ref)
        if fields is not None and not self._fill(range_of=fields):
            self.show_record(None)
            return
        if fields is None and ("link" in change.kinds or change.kind == NEW_DAY):
            self._fill(range_of=())  # what a decision elsewhere came to may be told among the facts, and how late it is
        if fields is not None or change.kinds & {"note", "attachment", "link"}:
            self._hung.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab, or the end: what is being typed is safe, and nothing ticks on."""
        self.saver.keep_drafts()
        super().hideEvent(event)

    def takes_now(self) -> bool:
        return self.ref is not None

    def take_files(self, mime: QMimeData) -> bool:
        """Hang them on the record."""
        return self.files.take_mime(mime)

    # --- doing ---------------------------------------------------------------------------------------------------------

    def flush(self) -> bool:
        """Save what is being typed; False when a field is wrong (its text is kept as a draft)."""
        self.log.save()
        return self.saver.flush()

    def move_to(self, status: str) -> None:
        """Another state. Where that needs a field first, the field says so, and filling it completes the move."""
        label = str.__str__(_("Status gewijzigd"))
        if self.ref is None or not self._is_settled() or self.saver.write(self.ref, {"status": status}, label):
            return
        if wrong := self.wrong_fields():
            self.saver.pending, self.saver.awaited = {"status": status}, frozenset(wrong)
            self.focus_field(wrong[0])
        elif self.saver.homeless:
            ask_anyway(self, self.desk, self.stage, self.saver.homeless, lambda: self.move_to(status))

    def _is_settled(self) -> bool:
        """Save what is being typed; a field that is wrong gets the cursor, for nothing else goes on before."""
        if self.saver.flush():
            return True
        self.focus_field(next(name for name in self.wrong_fields() if self.saver.boxes[name].editor.is_dirty))
        return False

    def wrong_fields(self) -> list[str]:
        """The fields that say something is wrong, from top to bottom."""
        return [name for name, box in self.saver.boxes.items() if box.problem]

    def enter(self) -> None:
        """The cursor in the title, else in the first field that can be seen."""
        boxes = (box for box in self.saver.boxes.values() if box.isVisible())
        first = self.head.title or next((box.editor for box in boxes), None)
        if first is not None:
            first.focus()

    def focus_field(self, name: str) -> None:
        """Bring a field into sight, unfolded, the cursor in it."""
        self.fields.reveal(name)
        box = self.saver.boxes[name]
        box.editor.focus()
        QTimer.singleShot(0, box, lambda: self.area.ensureWidgetVisible(box))  # what unfolds is laid out first

    def run(self, command: Command) -> None:
        """Run a command on this record; a refusal is shown beside the field it names."""
        if self.ref is None or not self._is_settled():
            return
        if command.moves_to:
            self.move_to(command.moves_to)
            return
        try:
            self.runner.run(self, command, [self.ref])
        except Refused as refused:
            rest = self.saver.show_problems(refused.problems, {})
            for problem in rest:
                self.stage.announce(str(problem.sentence))
            if self.wrong_fields():
                self.focus_field(self.wrong_fields()[0])

    def show_menu(self) -> QMenu:
        """The "..." menu: further commands, history, print, delete."""
        menu = QMenu(self)
        for command in self.head.commands.in_menu():
            menu.addAction(str(command.label), lambda command=command: self.run(command))  # type: ignore[misc]
        menu.addSeparator()
        menu.addAction(str(_("Geschiedenis")), self.show_history)
        menu.addAction(str(_("Afdrukken")), self.print)
        menu.addSeparator()
        menu.addAction(str(_("Verwijderen")), lambda: self.delete_requested.emit(self.ref))
        menu.popup(self.head.more.mapToGlobal(self.head.more.rect().bottomLeft()))
        return menu

    def show_history(self) -> None:
        """Who changed what and when."""
        if self.ref is not None:
            self.saver.flush()
            self.stage.show_dialog(self, HistoryDialog(self.desk, self.ref, self.kind.title_of(self.values)))

    def choose_version(self, name: str = "") -> None:
        """The dialog for the fields that two laptops changed at the same time."""
        from vaartdesk.ui.form.versions import VersionsDialog  # seldom needed

        if self.ref is not None and (conflicts := self.desk.conflicts(self.ref)):
            self.stage.show_dialog(self, VersionsDialog(self.desk, self.ref, conflicts, name))

    def print(self) -> None:
        """Print or preview this record."""
        if self.ref is not None:
            self.saver.flush()
            self.stage.print_requested.emit(self.ref)
