"""The list beside the plan: every pin under its street, for eyes, keys and screen readers alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.kinds.tickets.view.map_data import MapData, Shown

WIDTH: Final = 342


class PinRows(EntryModel):
    """Streets as headers, what stands there below."""

    def __init__(self, data: MapData) -> None:
        super().__init__()
        self._data = data

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self._data.parts(entry)

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self._data.ref(key)

    def show(self, entries: Sequence[Entry]) -> None:
        """These lines instead."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()


class MapList(QWidget):
    """`chosen(key)`: another row. `opened(key)`: Enter or a double click. `asked(command name)`: one of the buttons below."""

    chosen = Signal(str)
    opened = Signal(str)
    asked = Signal(str)

    def __init__(self, data: MapData) -> None:
        super().__init__()
        self.setProperty("look", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.model = PinRows(data)
        self.view = RowView()
        self.view.setObjectName("pins")
        self.view.setAccessibleName(str(_("Op de plattegrond")))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setModel(self.model)
        self.count = Label("", "meta", "text3")
        self.note = Label("", "meta", "text3", wrap=True)
        self.source = Button(str(_("Eigen kaart…")), "folder-open", small=True)
        self.source.setObjectName("ownPlan")
        self.back = Button(str(_("Terug naar de schets")), kind="link", small=True)
        self.back.setObjectName("sketchPlan")
        self.deeds = [
            self._deed("work_list", str(_("Looplijst maken")), "route"),
            self._deed("tell_street", str(_("Ondernemers inlichten")), "megaphone"),
        ]
        self._is_telling = True
        self._build()
        self.view.selectionModel().currentChanged.connect(self._tell_current)
        self.view.opened.connect(self._tell_opened)

    def _deed(self, name: str, text: str, icon_name: str) -> Button:
        """What can be done with the tickets of the street one stands in, or with all that are shown."""
        button = Button(text, icon_name, small=True)
        button.setObjectName(f"map_{name}")
        button.clicked.connect(lambda _on=False: self.asked.emit(name))
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_2, sizes.PAGE_PADDING, sizes.SPACE_1)
        head.addWidget(Label(str(_("Per straat")), "body", weight=600), 1)
        head.addWidget(self.count)
        foot = QVBoxLayout()
        foot.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_2, sizes.PAGE_PADDING, sizes.SPACE_3)
        row = QHBoxLayout()
        row.addWidget(self.source)
        row.addWidget(self.back)
        row.addStretch(1)
        foot.setSpacing(sizes.SPACE_2)
        for deed in self.deeds:
            foot.addWidget(deed)
        foot.addWidget(self.note)
        foot.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def tell(self, shown: Shown) -> None:
        """These lines instead; the current row stays so where it is still there."""
        key = self.current()
        self._is_telling = False
        self.model.show(shown.entries)
        self.choose(key)
        self._is_telling = True
        self.count.setText(
            str(_("{n} meldingen")).format(n=shown.tickets) if shown.tickets != 1 else str(_("1 melding"))
        )
        for deed in self.deeds:
            deed.setEnabled(bool(shown.tickets))
        told = _("Wat geen eigen plek heeft, staat midden in zijn straat.")
        if shown.off_plan:
            told = _("Wat geen eigen plek heeft, staat midden in zijn straat. Zonder straat staat het onderaan: {n}.")
        self.note.setText(str(told).format(n=shown.off_plan))

    def here(self) -> list[str]:
        """The rows of the street one stands in; all where one stands nowhere."""
        here = self.view.currentIndex().row()
        entries = self.model.entries
        if not self.model.key(here):
            return [entry for entry in entries if isinstance(entry, str)]
        start = next((n for n in range(here, -1, -1) if isinstance(entries[n], Header)), -1)
        end = next((n for n in range(here, len(entries)) if isinstance(entries[n], Header)), len(entries))
        return [entry for entry in entries[start + 1 : end] if isinstance(entry, str)]

    def current(self) -> str:
        """The key of the current row, '' without one."""
        return self.model.key(self.view.currentIndex().row()) or ""

    def choose(self, key: str) -> None:
        """Make a row current; none for ''."""
        row = next((n for n, entry in enumerate(self.model.entries) if key and entry == key), -1)
        if row == self.view.currentIndex().row():
            return
        self._is_telling, was = False, self._is_telling
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if row >= 0:
            self.view.scrollTo(index)
        self._is_telling = was

    def _tell_current(self, index: QModelIndex) -> None:
        key = self.model.key(index.row())
        if key and self._is_telling:
            self.chosen.emit(key)

    def _tell_opened(self, row: int) -> None:
        key = self.model.key(row)
        if key:
            self.opened.emit(key)
