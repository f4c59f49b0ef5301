"""The seats, members and standing items of a body as lists on its page: looked at, added, opened, taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.item_page import ItemDialog
from vaartdesk.schema.listing import RowParts, spoken
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.question import Question
from vaartdesk.ui.row_delegate import PARTS, RowDelegate, row_height
from vaartdesk.ui.section import Section
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

Index = QModelIndex | QPersistentModelIndex
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartsModel(RowsModel[tuple[str, RowParts]]):
    """Keys in order, and what each shows."""

    ROLE = PARTS

    def key(self, row: tuple[str, RowParts]) -> str:
        return row[0]

    def spoken(self, row: tuple[str, RowParts]) -> str:
        return spoken(row[1])

    def shown(self, row: tuple[str, RowParts]) -> RowParts:
        return row[1]


class PartsView(QListView):
    """As high as its rows. `opened(key)`, `removed(key)`, `stepped(key, -1 | 1)`."""

    opened = Signal(str)
    removed = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.parts = PartsModel()
        self.setAccessibleName(name)
        self.setModel(self.parts)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.parts.rows[index.row()][0]))
        theme().changed.connect(self._fit)

    def show_rows(self, rows: Sequence[tuple[str, RowParts]]) -> None:
        """Show these rows; one stays where one stood."""
        before = self.key()
        self.parts.show(rows)
        at = next((n for n, (key, _parts) in enumerate(rows) if key == before), -1)
        if at >= 0:
            self.setCurrentIndex(self.parts.index(at, 0))
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, len(self.parts.rows) * row_height()))

    def key(self) -> str | None:
        """The row one stands on."""
        at = self.currentIndex().row()
        return self.parts.rows[at][0] if self.currentIndex().isValid() and at < len(self.parts.rows) else None

    def sizeHint(self) -> QSize:
        return QSize(300, len(self.parts.rows) * row_height())

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """The page scrolls, not this list."""
        area = self.parentWidget()
        while area is not None and not hasattr(area, "ensureVisible"):
            area = area.parentWidget()
        rect: QRect = self.visualRect(index)
        if area is not None and hasattr(area, "widget"):
            corner = self.mapTo(area.widget(), rect.center())
            area.ensureVisible(corner.x(), corner.y(), 0, row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, code = self.key(), Qt.Key(event.key())
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key is not None and code in ENTER:
            self.opened.emit(key)
        elif key is not None and code == Qt.Key.Key_Delete:
            self.removed.emit(key)
        elif key is not None and is_alt and code in STEPS:
            self.stepped.emit(key, STEPS[code])
        else:
            super().keyPressEvent(event)


class PartsSection(Section):
    """The records of one kind that belong to a body, in their order; Alt+Up and Alt+Down change it."""

    def __init__(self, desk: Desk, stage: Stage, kind: str, asked: tuple[str, ...]) -> None:
        self.desk, self.stage = desk, stage
        self.kind = desk.kinds[kind]
        self.asked = asked
        self.body_ref: Ref | None = None
        super().__init__(str(self.kind.plural).capitalize())
        self.setObjectName(f"parts_{kind}")
        self.rows = Rows(desk, self.kind)
        self.view = PartsView(str(self.kind.plural))
        self.view.setObjectName(kind)
        self.nothing = Label(str(_("Nog geen {plural}.")).format(plural=self.kind.plural), "meta", "text3")
        self.body.addWidget(self.view)
        self.body.addWidget(self.nothing)
        self.add = self.add_action(str(self.kind.label).capitalize())
        self.add.setObjectName(f"add_{kind}")
        self.add.clicked.connect(self.ask)
        self.view.opened.connect(self._open)
        self.view.removed.connect(self._remove)
        self.view.stepped.connect(self._step)
        self._is_loaded = False
        Hearing(desk, self).changed.connect(self._hear)

    def show_body(self, ref: Ref) -> None:
        """The parts of another body."""
        self.body_ref = ref
        if not self._is_loaded:
            self._is_loaded = True
            self.rows.load()
        self._fill()

    def _own(self) -> list[Mapping[str, Any]]:
        key = self.body_ref.id if self.body_ref else None
        found = [row for row in self.rows.values.values() if row["body"] == key]
        return sorted(found, key=lambda row: (row["pos"], row["id"]))

    def _fill(self) -> None:
        own = self._own()
        self.view.show_rows([(row["id"], self.rows.parts(row["id"])) for row in own])
        self.view.setVisible(bool(own))
        self.nothing.setVisible(not own)
        self.set_count(str(len(own)) if own else "")
        self.add.setEnabled(not self.desk.is_read_only)

    def _hear(self, change: ChangeSet) -> None:
        if self._is_loaded and self.rows.hear(change):
            self._fill()

    # --- doing ---------------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """A new one, last in the row."""
        body = self.body_ref
        if body is None:
            return

        def act(answers: Mapping[str, Any]) -> None:
            siblings = [Ref(self.kind.name, row["id"]) for row in self._own()]
            with self.desk.change(_("Toegevoegd")) as tx:
                made = tx.add(self.kind.name, {**answers, "body": body.id})
                tx.place(made, siblings)

        fields = [self.kind.fields[name] for name in self.asked]
        title = str(_("{label} toevoegen")).format(label=str(self.kind.label).capitalize())
        self.stage.show_dialog(self, Question(self.desk, title, fields, act, agree=str(_("Toevoegen"))))

    def _open(self, key: str) -> None:
        dialog = ItemDialog(self.desk, Ref(self.kind.name, key), self.stage)
        dialog.removed.connect(lambda ref: self._remove(ref.id))
        self.stage.show_dialog(self, dialog)

    def _remove(self, key: str) -> None:
        title = self.rows.parts(key).title
        try:
            with self.desk.change(_("Verwijderd")) as tx:
                tx.delete(Ref(self.kind.name, key))
        except Refused as refused:
            self.stage.announce(str(refused))
            return
        self.stage.announce(str(_("Naar de prullenbak: {title}")).format(title=title), is_undoable=True)

    def _step(self, key: str, way: int) -> None:
        """One place up or down."""
        keys = [row["id"] for row in self._own()]
        at = keys.index(key)
        if not 0 <= at + way < len(keys):
            return
        after = keys[at + 2 :] if way > 0 else keys[at - 1 :]
        siblings = [Ref(self.kind.name, one) for one in keys]
        with self.desk.change(_("Volgorde gewijzigd")) as tx:
            tx.place(siblings[at], siblings, before=Ref(self.kind.name, after[0]) if after else None)
