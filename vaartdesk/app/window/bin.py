"""Extra > Prullenbak: what was deleted, to be put back or emptied for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.bin import Binned, binned, empty, put_back
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.icons import icon
from vaartdesk.ui.labels import Label
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell

REF = Qt.ItemDataRole.UserRole


class BinDialog(Dialog):
    """Choose records (Ctrl and Shift for several), Enter puts them back."""

    def __init__(self, window: Shell) -> None:
        told = _("Wat je terugzet komt heel terug, met zijn koppelingen. Legen kan niet ongedaan gemaakt worden.")
        super().__init__(str(_("Prullenbak")), str(told), width=640)
        self.setObjectName("binDialog")
        self.window_ = window
        self.list = QListWidget()
        self.list.setObjectName("binList")
        self.list.setAccessibleName(str(_("Verwijderd")))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(320)
        self.nothing = Label(str(_("De prullenbak is leeg.")), "body", "text2")
        self.body.addWidget(self.list)
        self.body.addWidget(self.nothing)
        self.empty_button = Button(str(_("Legen…")), "trash-2", "danger")
        self.empty_button.setObjectName("emptyBin")
        self.empty_button.clicked.connect(self.ask_empty)
        self.add_note(self.empty_button)
        self.add_button(Button(str(_("Sluiten")), kind="quiet"), accepts=False)
        self.restore_button = self.add_button(Button(str(_("Terugzetten")), "undo-2", "primary"))
        self.restore_button.setObjectName("putBack")
        self.restore_button.clicked.connect(self.put_back)
        self.list.itemSelectionChanged.connect(self._arrange)
        self.fill()

    def fill(self) -> None:
        """Show what lies in the bin now."""
        self.list.clear()
        for found in binned(self.window_.desk):
            kind = self.window_.desk.kinds[found.ref.kind]
            item = QListWidgetItem(icon(kind.icon), self._line(found))
            item.setData(REF, found.ref)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._arrange()

    def _line(self, found: Binned) -> str:
        kind = self.window_.desk.kinds[found.ref.kind]
        local = found.at.astimezone(amsterdam())
        when = f"{day_short(local.date(), self.window_.desk.today)} {local:%H:%M}"
        parts = (found.number or str(kind.label), found.title, when, found.who)
        return "  ·  ".join(part for part in parts if part)

    def chosen(self) -> list[Ref]:
        """The chosen records."""
        return [item.data(REF) for item in self.list.selectedItems()]

    def _arrange(self) -> None:
        has_any = bool(self.list.count())
        self.list.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        self.empty_button.setEnabled(has_any)
        self.restore_button.setEnabled(bool(self.chosen()))

    def put_back(self) -> None:
        """Out of the bin, and show it."""
        refs = self.chosen()
        try:
            put_back(self.window_.desk, refs)
        except (WorkspaceError, Refused) as error:
            self.window_.announce(str(error), False)
            return
        told = ngettext("{n} teruggezet", "{n} teruggezet", len(refs)).format(n=len(refs))
        self.accept()
        self.window_.announce(told, True)
        if len(refs) == 1:
            self.window_.stage.open(refs[0])

    def ask_empty(self) -> None:
        """The one question that the program asks before it acts: this cannot be undone."""
        refs = [self.list.item(row).data(REF) for row in range(self.list.count())]
        told = ngettext(
            "{n} verwijderd ding wordt hier en op elke andere laptop gewist, ook uit de geschiedenis. Dit kan niet terug.",
            "{n} verwijderde dingen worden hier en op elke andere laptop gewist, ook uit de geschiedenis. Dit kan niet terug.",
            len(refs),
        ).format(n=len(refs))
        question = Dialog(str(_("Prullenbak legen?")), told, width=460)
        question.setObjectName("emptyQuestion")
        sure = question.add_button(Button(str(_("Voorgoed wissen")), "trash-2", "danger"), accepts=True)
        sure.setObjectName("eraseForGood")
        question.add_button(Button(str(_("Bewaren")), kind="primary"), accepts=False)
        question.finished.connect(lambda is_sure: self._empty(refs) if is_sure else None)
        self.window_.frame.show_dialog(question)

    def _empty(self, refs: list[Ref]) -> None:
        try:
            count = empty(self.window_.desk, refs)
        except WorkspaceError as error:
            self.window_.announce(str(error), False)
            return
        self.fill()
        self.window_.announce(ngettext("{n} gewist", "{n} gewist", count).format(n=count), False)
