"""Nog te melden: a view of Contacten. Everyone who was not told how it ended, the mail that is ready for each, one key for all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vaartdesk.app.untold.letter import Letter
from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.telling import make_drafts
from vaartdesk.flows.untold import Untold, mark_told, untold
from vaartdesk.schema.listing import Chip, Due, Header, RowParts
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.ui.empty import EmptyState
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

TITLES: Final = {"ticket": _("Meldingen"), "signal": _("Signalen"), "need": _("Behoeften")}
ICONS: Final = {"ticket": "wrench", "signal": "radio", "need": "handshake"}
ASKS: Final = frozenset(
    {"ticket", "ticket_reporter", "signal", "need", "person", "organisation", "standard_text", "link"}
)


class UntoldModel(EntryModel):
    """The people, under a header per kind."""

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[str, Untold] = {}
        self._shown: dict[str, RowParts] = {}

    def show(self, items: Sequence[Untold], desk: Desk) -> None:
        """Show these, in their order."""
        self.beginResetModel()
        self.items = {item.key: item for item in items}
        self._shown = {item.key: _row(item, desk) for item in items}
        entries: list[Entry] = []
        for kind, group in groupby(items, key=lambda item: item.about.kind):
            keys = [item.key for item in group]
            entries += [Header(str(TITLES[kind]), len(keys)), *keys]
        self.entries = entries
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self._shown[entry]

    def ref(self, row: int) -> Ref | None:
        item = self.item(row)
        return item.about if item is not None else None

    def item(self, row: int) -> Untold | None:
        """Who stands in a row."""
        key = self.key(row)
        return self.items[key] if key is not None else None


def _row(item: Untold, desk: Desk) -> RowParts:
    who = item.who
    reach = who.email or who.phone or str(_("geen adres"))
    return RowParts(
        title=who.name or reach,
        number=item.number,
        icon=ICONS[item.about.kind],
        meta=(item.title, reach) if who.name else (item.title,),
        due=Due(day_short(item.closed_on, desk.today)) if item.closed_on else None,
        chip=Chip(item.state, "mail" if who.email else "phone", "success" if who.email else "neutral"),
    )


class UntoldPage(Fresh, QWidget):
    """Ctrl+Enter makes the mails of all that are marked, or of everyone; Alt+V says that somebody knows already."""

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader(title)
        self.known = self.header.add_secondary(str(_("Al verteld")), "check", key="Alt+V")
        self.known.setObjectName("alreadyTold")
        self.known.clicked.connect(self.mark)
        self.mails = self.header.set_primary(str(_("Mails klaarzetten")), "mail", key="Ctrl+Enter")
        self.mails.setObjectName("makeMails")
        self.mails.clicked.connect(self.make_mails)
        self.model, self.list, self.letter = UntoldModel(), RowView(), Letter(desk, stage)
        self._build()
        self._keys()
        Hearing(desk, self).changed.connect(self._hear)
        self.refresh()

    def _build(self) -> None:
        self.list.setObjectName("list")
        self.list.setAccessibleName(str(_("Nog te melden")))
        self.list.setModel(self.model)
        self.list.setMinimumWidth(sizes.LIST_LEAST)
        self.list.opened.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._show)
        panes = QWidget()
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 2)
        row.addWidget(self.letter, 3)
        nothing = EmptyState(
            str(_("Iedereen weet hoe het afliep")),
            str(_("Hier komt wie nog moet horen wat er van een melding, signaal of behoefte werd.")),
            icon_name="mail",
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(panes)
        self.stack.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)

    def _keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        acts = (("Ctrl+Return", self.make_mails), ("Ctrl+Enter", self.make_mails), ("Alt+V", self.mark))
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self, act).setContext(inside)

    # --- showing -------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Ask again who does not know yet; the place in the list is kept."""
        row = self.list.currentIndex().row()
        with self.desk.read() as reader:
            items = untold(reader)
        self.model.show(items, self.desk)
        self.stack.setCurrentIndex(0 if items else 1)
        for button in (self.known, self.mails):
            button.setEnabled(bool(items))
        if items:
            self._stand_on(max(row, 0))
        else:
            self.letter.show_item(None)

    def _stand_on(self, row: int) -> None:
        last = self.model.rowCount() - 1
        wanted = min(row, last)
        at = wanted if self.model.item(wanted) is not None else min(wanted + 1, last)
        self.list.setCurrentIndex(self.model.index(at, 0))

    def _show(self, index: QModelIndex) -> None:
        self.letter.show_item(self.model.item(index.row()))

    def _hear(self, change: ChangeSet) -> None:
        if change.kinds & ASKS:
            self.outdate()

    def _open(self, row: int) -> None:
        ref = self.model.ref(row)
        if ref is not None:
            self.stage.open(ref)

    def chosen(self) -> list[Untold]:
        """Those that are marked; of one or none that is everyone."""
        rows = [self.model.item(index.row()) for index in self.list.selectionModel().selectedRows()]
        marked = [item for item in rows if item is not None]
        return marked if len(marked) > 1 else list(self.model.items.values())

    # --- what the window asks ------------------------------------------------------------------------------------------

    def make_new(self, kind: str = "") -> None:
        """Nothing is made here but mails."""

    def current(self) -> Ref | None:
        """The record that is told about."""
        return self.model.ref(self.list.currentIndex().row())

    def show_record(self, ref: Ref) -> bool:
        """No record has its page here."""
        return False

    # --- doing ---------------------------------------------------------------------------------------------------------

    def make_mails(self) -> None:
        """The drafts of whoever has an address; the others stay in the list."""
        items = self.chosen()
        without = sum(not item.who.email for item in items)
        try:
            paths = make_drafts(self.desk, items)
        except Refused as refused:
            self.stage.announce(str(refused))
            return
        count = len(paths)
        told = ngettext("{n} mail klaargezet", "{n} mails klaargezet", count).format(n=count)
        if without:
            told += "; " + ngettext("{n} zonder adres", "{n} zonder adres", without).format(n=without)
        if not paths:
            self.stage.announce(str(_("Van niemand hiervan is een mailadres bekend. Bel, en kies daarna Al verteld.")))
        elif count == 1:
            self.stage.file_made.emit(str(paths[0]), told)
        else:
            self.stage.file_made.emit(str(paths[0].parent), told)

    def mark(self) -> None:
        """Somebody told them already."""
        item = self.model.item(self.list.currentIndex().row())
        rows = (
            self.chosen() if len(self.list.selectionModel().selectedRows()) > 1 else [item] if item is not None else []
        )
        if rows:
            mark_told(self.desk, rows)
            names = ", ".join(row.who.name or row.who.email for row in rows[:3])
            self.stage.announce(str(_("Verteld: {names}").format(names=names)), is_undoable=True)
