"""Extra > Prullenbak: what was deleted, to be put back or emptied for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_short, time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.listing import Due, RowParts
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.bin import Binned, binned, empty, put_back
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.given import GivenList
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell

SHOWN: Final = 7


class BinDialog(Dialog):
    """Choose records (Ctrl and Shift for several), Enter puts them back. ``refs``: what lies in it."""

    def __init__(self, window: Shell) -> None:
        told = _("Wat je terugzet komt heel terug, met zijn koppelingen. Legen kan niet ongedaan gemaakt worden.")
        super().__init__(str(_("Prullenbak")), str(told), width=640)
        self.setObjectName("binDialog")
        self.window_ = window
        self.list = GivenList(str(_("Verwijderd")), rows=SHOWN, many=True)
        self.list.setObjectName("binList")
        self.refs: list[Ref] = []
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
        self.list.selectionModel().selectionChanged.connect(self._arrange)
        self.list.opened.connect(lambda _row: self.put_back())
        self.fill()

    def fill(self) -> None:
        """Show what lies in the bin now."""
        every = binned(self.window_.desk)
        self.refs = [found.ref for found in every]
        self.list.show_rows({found.ref.id: self._row(found) for found in every})
        self._arrange()

    def _row(self, found: Binned) -> RowParts:
        kind = self.window_.desk.kinds[found.ref.kind]
        local = found.at.astimezone(amsterdam())
        when = f"{day_short(local.date(), self.window_.desk.today)} {time_text(local)}"
        meta = tuple(part for part in (str(kind.label), found.who) if part)
        return RowParts(found.title, found.number, kind.icon, meta=meta, due=Due(when))

    def chosen(self) -> list[Ref]:
        """The chosen records."""
        keys = set(self.list.chosen())
        return [ref for ref in self.refs if ref.id in keys]

    def _arrange(self) -> None:
        has_any = bool(self.refs)
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
        refs = list(self.refs)
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
