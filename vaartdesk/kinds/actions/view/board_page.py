"""The board: cards by state, role or theme line; moving a card changes that one field and can be undone (A5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.actions.view.board_column import BoardColumn
from vaartdesk.kinds.actions.view.board_data import GROUPS, BoardData, Column
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.filter_bar import FilterBar
from vaartdesk.ui.list.large import shared_rows
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

KEPT = "board/field"


class BoardPage(Fresh, QWidget):
    """objectName `board`; `columns` are its columns from left to right."""

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        super().__init__()
        self.desk, self.stage, self.kind = desk, stage, desk.kinds["action"]
        self.setObjectName("board")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = shared_rows(desk, self.kind)
        self.data = BoardData(desk, self.rows)
        self.query = Query(sort="due_on")
        kept = stage.recall(KEPT)
        self.field = kept if kept in dict(GROUPS) else GROUPS[0][0]
        self.columns: list[BoardColumn] = []
        self.header = PageHeader(title)
        self.bar = FilterBar(self.data.sift)
        self.groups = Segments(
            tuple(Segment(name, str(label)) for name, label in GROUPS), str(_("Groepeer op")), small=True
        )
        self.area = QScrollArea()
        self.strip = QWidget()
        self._row = QHBoxLayout(self.strip)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search = self.header.add_search(str(_("Zoek in acties")))
        self.header.set_primary(new_label(self.kind)).clicked.connect(self.make_new)
        self.bar.order.hide()
        self.bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.groups.choose(self.field)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, sizes.PAGE_PADDING, 0)
        above.setSpacing(sizes.SPACE_2)
        above.addWidget(self.bar, 1)
        above.addWidget(Label(str(_("Groepeer op")), "meta", "text3"))
        above.addWidget(self.groups)
        self._row.setContentsMargins(sizes.PAGE_PADDING, 0, sizes.PAGE_PADDING, 0)
        self._row.setSpacing(sizes.SPACE_2)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, sizes.SPACE_2)
        column.setSpacing(sizes.SPACE_1)
        column.addWidget(self.header)
        column.addLayout(above)
        column.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda words: self.show_query(replace(self.query, words=words)))
        self.bar.changed.connect(self.show_query)
        self.groups.chosen.connect(self.group_by)
        Hearing(self.desk, self).changed.connect(self._hear)

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_query(self, query: Query) -> None:
        """Show the cards that fit."""
        self.query = query
        self.refresh()

    def group_by(self, field: str) -> None:
        """Lay the cards out by another field."""
        self.field = field
        self.stage.remember(KEPT, field)
        self.refresh()

    def _fill(self) -> None:
        """Sort the rows into columns again; columns that stay keep their scroll."""
        self.bar.show_query(self.query)
        if not self.rows.is_loaded:
            self.rows.load()
        found = self.data.columns(self.query, self.field)
        if [(self.field, column.value) for column in found] != [(c.field, c.value) for c in self.columns]:
            self._rebuild(found)
        for column, shown in zip(found, self.columns, strict=True):
            shown.show_column(column)

    def _rebuild(self, found: Sequence[Column]) -> None:
        for old in self.columns:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.columns = [BoardColumn(self.field, column, is_read_only=self.desk.is_read_only) for column in found]
        for column in self.columns:
            self._row.addWidget(column, 1)
            self._listen(column)

    def _listen(self, column: BoardColumn) -> None:
        cards = column.list
        cards.opened.connect(lambda key: self.stage.open(Ref(self.kind.name, key)))
        cards.walked.connect(lambda step: self._walk(column, step))
        cards.stepped.connect(lambda key, step: self._step(column, key, step))
        cards.dragged.connect(self._show_drop)
        cards.dropped.connect(self._drop)
        cards.let_go.connect(self._hide_drop)
        column.add_requested.connect(lambda: self._add_in(column))

    def _hear(self, change: ChangeSet) -> None:
        touched = self.rows.hear(change) if self.rows.is_loaded else set()
        if touched or change.kinds & {"role", "theme_line"}:
            self.outdate()

    def _is_past(self) -> bool:
        if not self.rows.is_loaded or self.rows.context.today == self.desk.today:
            return False
        self.rows.turn_day()
        return True

    # --- moving cards --------------------------------------------------------------------------------------------------

    def move_card(self, key: str, column: BoardColumn) -> bool:
        """Give an action the value of a column: that one field, in one change. False when nothing changed."""
        row = self.rows.values[key]
        before = row[self.field] or None
        if before == column.value:
            return False
        old = next((c.label for c in self.columns if c.value == before), "")
        try:
            with self.desk.change(_("Actie verplaatst")) as tx:
                tx.set(Ref(self.kind.name, key), self.field, column.value)
        except Refused as refused:
            self.stage.announce(str(refused))
            return False
        told = _("{number} van {old} naar {new}").format(number=row["number"], old=old, new=column.label)
        self.stage.announce(str(told), is_undoable=True)
        return True

    def _step(self, column: BoardColumn, key: str, step: int) -> None:
        """Alt+Left and Alt+Right: the card goes along to the next column, and stays the current one."""
        place = self.columns.index(column) + step
        if 0 <= place < len(self.columns):
            target = self.columns[place]
            if self.move_card(key, target):
                self._go_to(target)
                target.list.choose(key)

    def _go_to(self, column: BoardColumn) -> None:
        """The focus to the cards of a column, which comes into sight."""
        column.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.ensureWidgetVisible(column, sizes.PAGE_PADDING, 0)

    def _walk(self, column: BoardColumn, step: int) -> None:
        """Left and Right: to the nearest column with cards, at about the same height."""
        places = range(self.columns.index(column) + step, len(self.columns) if step > 0 else -1, step)
        target = next((self.columns[place] for place in places if self.columns[place].list.cards.rows), None)
        if target is not None:
            self._go_to(target)
            target.list.choose_row(column.list.currentIndex().row())

    def _under(self, pointer: QPoint) -> BoardColumn | None:
        """The column at the pointer; the gap between two belongs to them both."""
        half = sizes.SPACE_2 // 2
        near = (c for c in self.columns if c.rect().adjusted(-half, 0, half, 0).contains(c.mapFromGlobal(pointer)))
        return next(near, None)

    def _show_drop(self, key: str, pointer: QPoint) -> None:
        """Mark where the card would come in the column under the pointer."""
        under = self._under(pointer)
        now = self.rows.values[key][self.field] or None
        for column in self.columns:
            place = None
            if column is under and column.value != now:
                place = self.data.place(self.query, key, column.value, column.list.cards.rows)
            column.list.show_drop(place)

    def _hide_drop(self) -> None:
        for column in self.columns:
            column.list.show_drop(None)

    def _drop(self, key: str, pointer: QPoint) -> None:
        self._hide_drop()
        under = self._under(pointer)
        if under is not None and self.move_card(key, under):
            under.list.choose(key)

    # --- what the window asks ------------------------------------------------------------------------------------------

    def make_new(self, kind: str = "") -> None:
        """A new action."""
        self.stage.show_dialog(self, QuickEntry(self.desk, self.kind, self.stage))

    def _add_in(self, column: BoardColumn) -> None:
        """A new action that begins in a column."""
        values = {self.field: column.value} if column.value is not None else {}
        self.stage.show_dialog(self, QuickEntry(self.desk, self.kind, self.stage, values=values))

    def reveal(self, ref: Ref) -> bool:
        """After undoing: to the card, where the board has it; False sends whoever asks to its list."""
        if self.is_stale:
            self.refresh()
        column = next((c for c in self.columns if any(card.key == ref.id for card in c.list.cards.rows)), None)
        if column is None:
            return False
        self._go_to(column)
        column.list.choose(ref.id)
        return True

    def current(self) -> Ref | None:
        """The action whose card is current in the column with the focus."""
        key = next((c.list.current_key() for c in self.columns if c.list.hasFocus()), None)
        return Ref(self.kind.name, key) if key else None
