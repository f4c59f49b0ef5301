"""Records that belong to the one shown (a person's functions, a body's seats): a section per kind, on its page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import select

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind, part_kinds
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.flow_layout import FlowLayout
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import MARGIN, RowView
from vaartdesk.ui.row_delegate import row_height
from vaartdesk.ui.section import Section
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

MOST_SHOWN = 8
"""So many rows are shown at once; more of them scroll."""


class PartModel(EntryModel):
    """The parts of one record."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def show(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Show these, ordered by ``pos`` where the kind has one, else by their theme line, then as they were made."""
        self.beginResetModel()
        letters = {row["id"]: self._letter(row["id"]) for row in rows}
        ordered = sorted(rows, key=lambda row: (str(row.get("pos") or ""), letters[row["id"]], row["id"]))
        entries: list[Entry] = [row["id"] for row in ordered]
        self.entries = entries
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self.rows.parts(entry)

    def _letter(self, key: str) -> str:
        return self.rows.parts(key).badge

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self.rows.ref(key)


class PartRows(Rows):
    """The rows of one parent."""

    def show(self, ids: Sequence[str]) -> list[Mapping[str, Any]]:
        """Read these rows."""
        rows = self.desk.rows(self.kind.name, ids) if ids else []
        self.values = {row["id"]: row for row in rows}
        self.names.learn(rows)
        if rows:  # most records have no parts of a kind, and what a row needs to know costs questions
            self.turn_day()
        return list(self.values.values())


class PartSection(Section):
    """`opened(Ref)`: Enter, or a click on a row. `add_requested()`: the action in the head. Hidden while empty. Parts that
    have an order change places with Alt+Up and Alt+Down.

    ``parent``, ``label`` and ``plural`` are the kind's own unless given: records of a kind may be parts of one of the same kind.
    """

    opened = Signal(object)
    removed = Signal(object)
    add_requested = Signal()

    def __init__(self, desk: Desk, kind: Kind, *, parent: str = "", label: str = "", plural: str = "") -> None:
        plural, self.label = str(plural or kind.plural), str(label or kind.label)
        super().__init__(plural[:1].upper() + plural[1:], indent=0)
        self.setObjectName(f"parts_{kind.name}")
        self.desk, self.kind, self.parent_field = desk, kind, parent or kind.parent
        self.rows = PartRows(desk, kind)
        self.model = PartModel(self.rows)
        self.view = RowView()
        self.view.setAccessibleName(plural)
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.opened.connect(self._open)
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self.body.addWidget(self.view)
        self.add = self.add_action(self.label[:1].upper() + self.label[1:])
        self.add.setObjectName(f"add_{kind.name}")
        self.add.clicked.connect(self.add_requested)
        acts: dict[str, Callable[[], None]] = {"Del": self._remove}
        if kind.has("pos"):
            acts |= {"Alt+Up": partial(self.step, -1), "Alt+Down": partial(self.step, 1)}
            self.view.setToolTip(str(_("Alt+↑ en Alt+↓ veranderen de volgorde")))
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self.view, act).setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_parent(self, ref: Ref) -> int:
        """The parts of a record; answers how many."""
        from vaartdesk.store.rows import table_of  # the store comes after the first frame

        table = table_of(self.kind)
        with self.desk.read() as reader:
            parent = table.c[self.parent_field]
            ids = [row[0] for row in reader.all(select(table.c.id).where(parent == ref.id, table.c.alive))]
        rows, here = self.rows.show(ids), self.model.ref(self.view.currentIndex().row())
        self.model.show(rows)
        if here is not None and here.id in self.model.entries:
            self.view.setCurrentIndex(self.model.index(list(self.model.entries).index(here.id), 0))
        self.set_count(self.count(rows))
        self.view.setFixedHeight(min(len(ids), MOST_SHOWN) * row_height() + 2 * MARGIN)
        self.setVisible(bool(ids))
        return len(ids)

    def count(self, rows: Sequence[Mapping[str, Any]]) -> str:
        """What the head tells of these parts."""
        return str(len(rows)) if rows else ""

    def step(self, way: int) -> None:
        """One place up or down for the part one stands on."""
        at = self.view.currentIndex().row()
        refs = [ref for n in range(self.model.rowCount()) if (ref := self.model.ref(n)) is not None]
        if at < 0 or not 0 <= at + way < len(refs) or self.desk.is_read_only:
            return
        after = refs[at + 2 :] if way > 0 else refs[at - 1 :]
        with self.desk.change(_("Volgorde gewijzigd")) as tx:
            tx.place(refs[at], refs, before=after[0] if after else None)

    def _open(self, row: int) -> None:
        ref = self.model.ref(row)
        if ref is not None:
            self.opened.emit(ref)

    def _remove(self) -> None:
        ref = self.model.ref(self.view.currentIndex().row())
        if ref is not None:
            self.removed.emit(ref)


class Parts(QWidget):
    """All sections of parts of a page, and a row of "+" for those that are empty.

    ``without``: kinds that the family shows in its own way; ``more``: sections of the family's own, in front of the others,
    which it hears itself. `opened(Ref)`, `add_requested(kind name)`.
    """

    opened = Signal(object)
    add_requested = Signal(str)

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        stage: Stage,
        without: Collection[str] = (),
        more: Sequence[PartSection] = (),
    ) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.ref: Ref | None = None
        own = [PartSection(desk, part) for part in part_kinds(desk.kinds, kind) if part.name not in without]
        self.sections = [*more, *own]
        self.offer = QWidget()
        self._flow = FlowLayout(self.offer, gap=2, line_gap=0)
        self._offers = {section.kind.name: self._offer(section) for section in self.sections}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self.sections:
            column.addWidget(section)
            section.removed.connect(self.remove)
        for section in own:
            section.opened.connect(self.opened)
            section.add_requested.connect(lambda name=section.kind.name: self.add_requested.emit(name))
        column.addWidget(self.offer)
        Hearing(desk, self).changed.connect(self._hear)

    def _offer(self, section: PartSection) -> Button:
        button = Button(section.label[:1].upper() + section.label[1:], "plus", "offer", small=True)
        button.setObjectName(f"offer_{section.kind.name}")
        button.clicked.connect(section.add_requested)
        self._flow.addWidget(button)
        return button

    def show_record(self, ref: Ref) -> None:
        """The parts of a record."""
        self.ref = ref
        for section in self.sections:
            count = section.show_parent(ref)
            is_own = bool(section.kind.fields[section.parent_field].targets)
            self._offers[section.kind.name].setVisible(not count and is_own)
        self.offer.setVisible(any(not button.isHidden() for button in self._offers.values()))

    def _hear(self, change: ChangeSet) -> None:
        if self.ref is not None and any(section.kind.name in change.kinds for section in self.sections):
            self.show_record(self.ref)

    def remove(self, ref: Ref) -> None:
        """A part to the bin, with a way back."""
        title = self.desk.title(ref)
        with self.desk.change(_("Verwijderd")) as tx:
            tx.delete(ref)
        self.stage.announce(str(_("Naar de prullenbak: {title}")).format(title=title), is_undoable=True)
