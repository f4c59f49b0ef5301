"""The pattern of every tab but one: a list at the left, the record at the right.

A family may use it as it is, hand in views of its own to show in place of list and record, or add to header and record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.command import Command
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.empty import PageOrNothing
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.list.keeping import ask_to_keep
from vaartdesk.ui.list.outgoing import Outgoing
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.record_list import RecordList
from vaartdesk.ui.panes import TwoPanes
from vaartdesk.ui.question import CommandRunner, Question
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.record_dialog import page_with_parts
from vaartdesk.ui.record_slot import RecordSlot
from vaartdesk.ui.row_menu import row_menu
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.way_back import WayBack

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class ListDetailPage(QWidget):
    """Header, `list` and `detail` of one kind. Del deletes, F2 renames, Ctrl+F searches; the window asks for a new one.

    ``add`` replaces what `make_new` and the primary button do (a family's own quick entry). Without a ``page`` of the family's
    own, the record shows its parts as well (`record_dialog.add_parts`).

    The record's page is half of the work: it is built when something asks for it, at the latest once the list has painted.
    """

    shown = Signal(object)

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        stage: Stage,
        *,
        title: str = "",
        query: Query | None = None,
        values: Mapping[str, Any] | None = None,
        page: Callable[[], RecordPage] | None = None,
        add: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.desk, self.kind, self.stage = desk, kind, stage
        self.values_for_new = dict(values or {})
        self._add = add or self.add_record
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.runner = CommandRunner(desk, stage)
        self.list = RecordList(desk, kind, query)
        self.slot = RecordSlot(page or partial(page_with_parts, desk, kind, stage))
        self.header = PageHeader(title or str(kind.plural).capitalize())
        self.panes = TwoPanes(kind.name, self.list, self.slot, stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._head()  # before the panes, for Tab follows the order in which widgets came to the page
        read_in = partial(stage.import_requested.emit, kind.name)
        self.stack = PageOrNothing(self.panes, kind, self._add, read_in)
        column.addWidget(self.stack, 1)
        self._was_shown: Ref | None = None
        """The record that was shown before the one of now."""
        self._connect()
        self._keys()

    def _head(self) -> None:
        search = self.header.add_search(str(_("Zoek in {plural}")).format(plural=self.kind.plural))
        self.list.attach_search(search)
        self.outgoing = Outgoing(self.header, self.list, self.stage)
        new = self.header.set_primary(new_label(self.kind))
        new.clicked.connect(self._add)

    def _connect(self) -> None:
        self.list.opened.connect(self._enter_record)
        self.list.new_requested.connect(self._add)
        self.list.menu_requested.connect(self.show_row_menu)
        self.list.save_requested.connect(self.save_filter)
        for changed in (self.list.queried, self.list.counted):
            changed.connect(lambda: self.stack.tell(is_empty=not len(self.list.rows)))
        self.slot.built.connect(self._welcome)
        self.list.view.first_painted.connect(self._show_first)

    # --- the record's page ---------------------------------------------------------------------------------------------

    @property
    def page(self) -> RecordPage:
        return self.slot.page

    def _welcome(self, page: RecordPage) -> None:
        page.back_requested.connect(self.show_list)
        page.delete_requested.connect(lambda ref: self.delete([ref]))
        page.head.back.setVisible(self.panes.is_stepped)
        page.show_record(self.list.current())
        self.list.chosen.connect(self._show_chosen)

    def _show_first(self) -> None:
        """The list is on the screen: now the record that is chosen in it."""
        if not self.slot.is_built:
            self.shown.emit(self.page.ref)

    def _keys(self) -> None:
        """Keys of this page; they work while the focus is anywhere in it. Ctrl+N is the window's: two would be ambiguous."""
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("F2", self.rename), ("Ctrl+F", self.header.focus_search)):
            QShortcut(QKeySequence(keys), self, act).setContext(inside)
        for command in self.kind.commands:
            if command.key:
                run = lambda command=command: self.run(command)  # noqa: E731  bound now, not when pressed
                QShortcut(QKeySequence(command.key), self, run).setContext(inside)
        WayBack(self, self.list.view, self.show_list)
        delete = QShortcut(QKeySequence("Del"), self.list.view, self.delete_selected)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- what the window asks ------------------------------------------------------------------------------------------

    def make_new(self, kind: str = "") -> None:
        """A new record; of another kind than this page's nothing happens."""
        if kind in {"", self.kind.name}:
            self._add()

    def current(self) -> Ref | None:
        """The record that is shown."""
        return self.page.ref if self.slot.is_built else self.list.current()

    def shown_list(self) -> ShownList:
        """What the list shows now, for paper and files."""
        return self.outgoing.now()

    def show_query(self, query: Query) -> None:
        """Show the list with these filters; where the record beside it is not among them, its first one."""
        self.list.load()
        self.list.show_query(query)
        if self.list.current() is None:
            self.list.choose_first()
        self.show_list()

    # --- showing -------------------------------------------------------------------------------------------------------

    def _show_chosen(self, ref: Ref | None) -> None:
        self._was_shown = self.page.ref
        self.page.show_record(ref)
        if ref is None:
            self.show_list()
        self.shown.emit(ref)

    def show_record(self, ref: Ref) -> bool:
        """Choose a record in the list and show it; False when this page has no such record."""
        has_left = ref in (self._was_shown, self.current()) and self.list.model.row_of(ref.id) < 0
        if ref.kind != self.kind.name or not (has_left or self.list.choose(ref)):
            return False
        if has_left:  # finished just now it is no longer open: it stays in sight, and the filter as it was
            self.list.view.clearSelection()
        self.page.show_record(ref)
        self.panes.shows_record = True
        self.panes.arrange()
        return True

    def _enter_record(self, ref: Ref) -> None:
        """Enter in the list: to the record, its first field."""
        self.page.show_record(ref)
        self.panes.shows_record = True
        self.panes.arrange()
        self.page.enter()

    def show_list(self) -> None:
        """Back to the list, where one was."""
        self.page.flush()
        self.panes.shows_record = False
        self.panes.arrange()
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under a thousand pixels of window, list and record become two steps."""
        super().resizeEvent(event)
        is_stepped = self.width() < sizes.LIST_LEAST + sizes.DETAIL_LEAST or self.window().width() < sizes.STEP_BELOW
        if is_stepped != self.panes.is_stepped:
            self.panes.step(is_stepped=is_stepped)
        if self.slot.is_built:
            self.page.head.back.setVisible(is_stepped)

    # --- doing ---------------------------------------------------------------------------------------------------------

    def add_record(self) -> None:
        """Quick entry where the kind has one; else a record at once, its title waiting to be typed."""
        self.page.flush()
        if self.kind.quick:
            entry = QuickEntry(self.desk, self.kind, self.stage, values=self.values_for_new)
            entry.saved.connect(self._show_new)
            self.stage.show_dialog(self, entry)
            return
        values = dict(self.values_for_new)
        if isinstance(self.kind.title, str) and self.kind.fields[self.kind.title].required:
            start = self.stage.take_words() or str(_("Nieuw: {label}")).format(label=self.kind.label)
            values.setdefault(self.kind.title, start)
        try:
            with self.desk.change(_("Toegevoegd")) as tx:
                ref = tx.add(self.kind.name, values)
        except Refused:
            self._ask_required(values)
            return
        self._show_new(ref)
        self.rename()

    def _ask_required(self, values: Mapping[str, Any]) -> None:
        """A record that needs more than a title to exist: ask for it."""
        fields = [field for field in self.kind.fields.values() if field.required and not field.hidden]

        def act(answers: Mapping[str, Any]) -> None:
            with self.desk.change(_("Toegevoegd")) as tx:
                ref = tx.add(self.kind.name, {**values, **answers})
            self._show_new(ref)

        self.stage.show_dialog(self, Question(self.desk, new_label(self.kind), fields, act, values=values))

    def _show_new(self, ref: Ref) -> None:
        """The new record, chosen in the list; the keyboard goes on there."""
        self.list.choose(ref)
        self.page.show_record(ref)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def rename(self) -> None:
        """F2: to the title, all of it selected."""
        if self.page.ref is None or self.page.head.title is None:
            return
        self.panes.shows_record = True
        self.panes.arrange()
        self.page.head.title.focus()
        self.page.head.title.line.selectAll()

    def delete_selected(self) -> None:
        """Del: the chosen records go to the bin, with a way back."""
        self.delete(self.list.selected())

    def delete(self, refs: list[Ref]) -> None:
        """Move records to the bin in one change; the toast offers to undo."""
        if not refs:
            return
        self.page.flush()
        try:
            with self.desk.change(_("Verwijderd")) as tx:
                for ref in refs:
                    tx.delete(ref)
        except Refused as refused:
            self.stage.announce(str(refused))
            return
        told = self.desk.title(refs[0]) if len(refs) == 1 else ""
        if len(refs) == 1:
            sentence = str(_("Naar de prullenbak: {title}")).format(title=told.removesuffix(" (verwijderd)"))
        else:
            sentence = ngettext("{n} naar de prullenbak", "{n} naar de prullenbak", len(refs)).format(n=len(refs))
        self.stage.announce(sentence, is_undoable=True)

    def run(self, command: Command) -> None:
        """Run a command on the chosen rows, or on the record that is shown."""
        refs = self.list.selected() or ([self.page.ref] if self.page.ref else [])
        if len(refs) <= 1:
            if self.page.ref is not None and command.fits(self.page.values):
                self.page.run(command)
            return
        try:
            self.runner.run(self, command, refs)
        except Refused as refused:
            self.stage.announce(str(refused))

    def show_row_menu(self, at: QPoint) -> QMenu:
        """The menu of the chosen rows."""
        rows = [self.list.rows.values[ref.id] for ref in self.list.selected()]
        menu = row_menu(self, self.kind.commands, rows, self.run, self.delete_selected)
        menu.popup(at)
        return menu

    def save_filter(self) -> None:
        """Ask a name and keep the filter of now under it, pinned."""
        ask_to_keep(self, self.desk, self.stage, self.kind, self.list.query)
