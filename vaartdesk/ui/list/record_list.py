"""The list of one kind: filter bar, rows, and what to do when there is nothing to show."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.gauge import gauge_height
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.list.filter_bar import FilterBar
from vaartdesk.ui.list.large import Digest, Digesting, LargeRows, shared_rows
from vaartdesk.ui.list.model import ListModel
from vaartdesk.ui.list.nothing import Nothing
from vaartdesk.ui.list.place import Place
from vaartdesk.ui.list.query import Query, first_query
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

PREPARED_AT_ONCE = 100
QUIET_SECONDS = 0.008
"""So long one quiet moment may last: half a frame."""


class RecordList(QWidget):
    """Its view bears the objectName `list`. Hidden it waits with work until it is shown.

    `chosen(Ref | None)`: another row is current. `opened(Ref)`: Enter or a double click. `queried(Query)`: other filters.
    `counted()`: the pinned filters may count otherwise. `new_requested()`, `menu_requested(QPoint)`, `save_requested()`.
    """

    chosen = Signal(object)
    opened = Signal(object)
    queried = Signal(object)
    counted = Signal()
    new_requested = Signal()
    menu_requested = Signal(QPoint)
    save_requested = Signal()

    def __init__(self, desk: Desk, kind: Kind, query: Query | None = None) -> None:
        super().__init__()
        self.desk, self.kind = desk, kind
        self.setProperty("look", "page")
        self.rows = shared_rows(desk, kind)
        self.model = ListModel(self.rows)
        self.bar = FilterBar(self.model.sift)
        self.view = RowView(gauge_height) if kind.has_gauge else RowView()
        self.place = Place(self.view, self.model)
        self.nothing = Nothing(kind)
        self.search: QLineEdit | None = None
        self.query = query or first_query(kind)
        self._is_loaded, self._waiting = False, set[str]()
        self._shown = -1
        """The version of the rows that is shown."""
        self._quiet = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.view.setObjectName("list")
        self.view.setAccessibleName(str(self.kind.plural))
        self.view.setModel(self.model)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar.setMinimumHeight(sizes.FILTER_BAR)
        self.bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(self.bar)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        column.addWidget(holder, 1)
        self.setMinimumWidth(sizes.LIST_LEAST)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._tell_current)
        self.view.opened.connect(lambda row: self._tell_opened(self.model.ref(row)))
        self.view.typed.connect(self._type_into_search)
        self.view.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self.view.viewport().mapToGlobal(at))
        )
        self.bar.changed.connect(self.show_query)
        self.bar.save_requested.connect(self.save_requested)
        self.nothing.cleared.connect(self.clear_filters)
        self.nothing.new_requested.connect(self.new_requested)
        Hearing(self.desk, self).changed.connect(self._hear)
        self._quiet.setInterval(0)
        self._quiet.timeout.connect(self._prepare)

    # --- showing -------------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the rows (once) and show them."""
        if not self._is_loaded:
            self._is_loaded = True
            if not self.rows.is_loaded:
                self.rows.load()
            self.show_query(self.query)
            self._quiet.start()
            if isinstance(self.rows, LargeRows) and self.rows.needs_digest:
                Digesting(self.rows, self).done.connect(self._take_digest)

    def _take_digest(self, digest: Digest) -> None:
        """A long list is worked out: its filters count from now on."""
        if isinstance(self.rows, LargeRows):
            self.rows.take(digest)
            self.show_query(self.query)
            self.counted.emit()

    def show_query(self, query: Query) -> None:
        """Filter, group and order so; the row that is current stays so where it is still shown."""
        self.query = query
        self._shown = self.rows.version
        if self.search is not None and self.search.text() != query.words:
            self.search.setText(query.words)
        self.place.hold(lambda: self.model.show(query))
        self.bar.show_query(query)
        self._show_nothing()
        self.queried.emit(query)

    def _show_nothing(self) -> None:
        is_empty = not self.model.entries
        self._stack.setCurrentWidget(self.nothing if is_empty else self.view)
        if is_empty:
            self.nothing.tell(is_filtered=len(self.rows) > 0)

    def clear_filters(self) -> None:
        """Show everything."""
        self.show_query(replace(self.query, words="", filters=frozenset(), picks={}))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def attach_search(self, field: QLineEdit) -> None:
        """The search field of the page's head; Down goes to the rows, Escape empties it."""
        self.search = field
        field.textChanged.connect(self._search)
        field.returnPressed.connect(self.focus_rows)

    def _search(self, words: str) -> None:
        if words != self.query.words:
            self.show_query(replace(self.query, words=words))

    def focus_rows(self) -> None:
        """To the rows; the first one becomes current when none is."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.current() is None:
            self.choose_first()

    def _type_into_search(self, text: str) -> None:
        if self.search is not None:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.setText(self.search.text() + text)

    def _prepare(self) -> None:
        """Fold texts in quiet moments, so that the first letter typed finds them ready."""
        begun = monotonic()
        while monotonic() - begun < QUIET_SECONDS:
            if self.rows.prepare(PREPARED_AT_ONCE):
                self._quiet.stop()
                return

    # --- which row -----------------------------------------------------------------------------------------------------

    def current(self) -> Ref | None:
        """The record whose row is current."""
        return self.place.current()

    def selected(self) -> list[Ref]:
        """The records of all selected rows, in the order of the list."""
        return self.place.selected()

    def choose(self, ref: Ref) -> bool:
        """Make a record current; filters that hide it are cleared. False when there is no such record."""
        self.load()
        if ref.id not in self.rows.values:
            return False
        if self.model.row_of(ref.id) < 0:
            self.clear_filters()
        self.place.select(self.model.row_of(ref.id))
        return True

    def choose_first(self) -> None:
        """Make the first record current."""
        self.place.select(self.place.first())

    def _tell_current(self, index: QModelIndex) -> None:
        ref = self.model.ref(index.row()) if index.isValid() else None
        if ref is not None and ref.id != self.place.key and not self.place.is_held:
            self.place.key = ref.id
            self.chosen.emit(ref)

    def _tell_opened(self, ref: Ref | None) -> None:
        if ref is not None:
            self.opened.emit(ref)

    # --- hearing of changes --------------------------------------------------------------------------------------------

    def _hear(self, change: ChangeSet) -> None:
        """Read the changed rows again; a list that nobody sees arranges itself when it is shown."""
        touched = self.rows.hear(change) if self.rows.is_loaded else set()
        if not self._is_loaded:
            return
        if touched:
            self._waiting |= touched
            if self.isVisible():
                self._take_in()
        if touched or "saved_filter" in change.kinds:
            self.counted.emit()

    def _take_in(self) -> None:
        touched, self._waiting = self._waiting, set()
        self._shown = self.rows.version
        after = self.place.row()
        self.place.hold(lambda: self.model.refresh(touched))
        self._show_nothing()
        if self.place.key and self.place.key not in self.rows.values:
            self._choose_after(after)

    def _choose_after(self, row: int) -> None:
        """The current record went: the one that took its place becomes current."""
        self.place.key = None
        self.place.select(self.place.near(row))
        if self.current() is None:
            self.chosen.emit(None)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.load()
        if self._waiting:
            self._take_in()
        if self.rows.context.today != self.desk.today:
            self.rows.turn_day()
        if self._shown != self.rows.version:  # by this view or by another of the same rows
            self.show_query(self.query)
