"""Exporteren…: which records, and as what file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from vaartdesk.app.window.forms import MORE_FORMS
from vaartdesk.app.window.outgoing import export_shown
from vaartdesk.core.text import _
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.choice import Choices
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.outgoing import FORMS
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell

SHOWN, ALL = "shown", "all"


class ExportDialog(Dialog):
    """``shown``: the list that is on top, if one is; its rows are offered first."""

    def __init__(self, window: Shell, shown: ShownList | None) -> None:
        super().__init__(str(_("Exporteren")), str(_("Alles in één keer kan ook: Bestand, Alles exporteren.")))
        self.setObjectName("exportDialog")
        self.window_, self.shown = window, shown
        self.kind, self.which, self.form = Choices(), Choices(), Choices()
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.SPACE_3)
        grid.setVerticalSpacing(sizes.SPACE_2)
        grid.setColumnStretch(1, 1)
        rows = ((self.kind, "kind", _("Wat")), (self.which, "which", _("Welke")), (self.form, "form", _("Als")))
        for place, (box, name, words) in enumerate(rows):
            box.setObjectName(name)
            box.setAccessibleName(str(words))
            box.setFixedHeight(sizes.INPUT)
            grid.addWidget(Label(str(words), "body", "text2"), place, 0)
            grid.addWidget(box, place, 1)
        self.body.addLayout(grid)
        self._fill()
        self.add_button(Button(str(_("Annuleren")), kind="quiet"), accepts=False)
        go = self.add_button(Button(str(_("Exporteren…")), kind="primary"), accepts=True)
        go.setObjectName("agree")
        go.clicked.connect(self.send)

    def _fill(self) -> None:
        for kind in sorted(self.window_.desk.kinds.values(), key=lambda kind: str(kind.plural)):
            self.kind.addItem(str(kind.plural).capitalize(), kind.name)
        first = self.shown.kind if self.shown is not None else "action"
        self.kind.setCurrentIndex(self.kind.findData(first))
        self.kind.currentIndexChanged.connect(lambda _index: self._suit())
        self._suit()

    def _suit(self) -> None:
        """What can be chosen for this kind."""
        name = str(self.kind.currentData())
        self.which.clear()
        if self.shown is not None and self.shown.kind == name:
            count = len(self.shown.keys)
            told = _("Wat de kalender toont ({n})") if self.shown.heads else _("Wat de lijst toont ({n})")
            self.which.addItem(str(told.format(n=count)), SHOWN)
        self.which.addItem(str(_("Alle {plural}").format(plural=self.window_.desk.kinds[name].plural)), ALL)
        self.form.clear()
        for ending, label, _picture in (*FORMS, *MORE_FORMS.get(name, ())):
            self.form.addItem(str(label), ending)

    def chosen(self) -> ShownList:
        """The records that were chosen."""
        name = str(self.kind.currentData())
        if self.which.currentData() == SHOWN and self.shown is not None:
            return self.shown
        desk = self.window_.desk
        keys = tuple(str(row["id"]) for row in desk.rows(name))
        return ShownList(name, str(desk.kinds[name].plural), (("", keys),))

    def send(self) -> None:
        """Ask where, and write."""
        export_shown(self.window_, self.chosen(), str(self.form.currentData()))
