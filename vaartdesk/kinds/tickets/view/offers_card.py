"""Offers side by side on the page of each of them: the same lines under each other, the lowest marked, one to choose (T14)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.contract import CONTRACT_STATUSES
from vaartdesk.kinds.tickets.queries.contracts import offers_beside
from vaartdesk.kinds.tickets.rules import contracts
from vaartdesk.schema.chips import chip
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.buttons import Button, LinkLine
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.editors.field_box import LABEL_WIDTH
from vaartdesk.ui.labels import Label
from vaartdesk.ui.section import Section
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

MOST: Final = 4
"""So many stand beside each other; more of them would be too narrow to read."""
LEAST_WIDE: Final = 120


class OffersCard(Section):
    """`chosen(Ref)`: this one it shall be; `opened(Ref)`: look at another. Hidden where there is only one."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(str(_("Offertes naast elkaar")))
        self.setObjectName("offers")
        self.desk = desk
        self._holder = QWidget()
        self.body.addWidget(self._holder)

    def show_contract(self, contract: Values) -> None:
        """The offers that this contract is weighed against."""
        with self.desk.read() as reader:
            offers = offers_beside(reader, contract)[:MOST]
            names = reader.titles({row["supplier"] for row in offers if row["supplier"]})
        self.setVisible(len(offers) > 1)
        self.set_count(str(len(offers)))
        self.body.removeWidget(self._holder)
        self._holder.hide()
        self._holder.setParent(None)
        self._holder.deleteLater()
        self._holder = self._grid(contract, offers, [names.get(row["supplier"] or "", "") for row in offers])
        self.body.addWidget(self._holder)

    def _grid(self, contract: Values, offers: Sequence[Values], suppliers: Sequence[str]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, sizes.SPACE_1, 0, sizes.SPACE_2)
        grid.setHorizontalSpacing(sizes.SPACE_4)
        grid.setVerticalSpacing(sizes.SPACE_2)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        for column, (offer, supplier) in enumerate(zip(offers, suppliers, strict=True), 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, LEAST_WIDE)
            is_here = offer["id"] == contract["id"]
            grid.addWidget(self._name(offer, supplier or offer["title"], is_here=is_here), 0, column)
        for row, line in enumerate(contracts.compare(offers, suppliers), 1):
            if line.label == str(_("Leverancier")):  # stands above
                continue
            grid.addWidget(Label(line.label, "meta", "text3"), row, 0, Qt.AlignmentFlag.AlignTop)
            is_state = line.label == str(_("Stand"))
            for column, (offer, text) in enumerate(zip(offers, line.texts, strict=True), 1):
                shown = _state(offer) if is_state else _value(text, is_best=line.best == column - 1)
                grid.addLayout(shown, row, column)
        self._add_choices(grid, offers, grid.rowCount())
        return holder

    def _name(self, offer: Values, name: str, *, is_here: bool) -> QWidget:
        """Whose it is; the others are a click away."""
        if is_here:
            here = Label(name, "body", weight=600, wrap=True)
            here.setObjectName("thisOffer")
            return here
        link = LinkLine(name)
        link.setObjectName("openOffer")
        link.set_text(name)
        link.clicked.connect(lambda: self.opened.emit(Ref("contract", offer["id"])))
        return link

    def _add_choices(self, grid: QGridLayout, offers: Sequence[Values], row: int) -> None:
        """A button under each that can still be chosen."""
        for column, offer in enumerate(offers, 1):
            if offer["status"] in contracts.OFFERED and not self.desk.is_read_only:
                button = Button(str(_("Kiezen")), "check", small=True)
                button.setObjectName("chooseOffer")
                button.setAccessibleName(str(_("{title} kiezen")).format(title=offer["title"]))
                button.clicked.connect(lambda _on=False, key=offer["id"]: self.chosen.emit(Ref("contract", key)))
                grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignLeft)


def _state(offer: Values) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(ChipLabel(chip(CONTRACT_STATUSES, offer["status"]) or Chip("")))
    row.addStretch(1)
    return row


def _value(text: str, *, is_best: bool) -> QHBoxLayout:
    """What it says; the lowest amount says that it is."""
    row = QHBoxLayout()
    row.setSpacing(sizes.SPACE_2)
    told = Label(text, "body", weight=600 if is_best else None, wrap=True)
    told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    row.addWidget(told, 0 if is_best else 1)
    if is_best:
        row.addWidget(ChipLabel(Chip(str(_("laagste")), "check", "success")))
        row.addStretch(1)
    return row
