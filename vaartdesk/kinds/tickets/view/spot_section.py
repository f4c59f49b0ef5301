"""The part of a ticket's page that says where it stands on the plan, and lets one point it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.mapping import DEGREE, forget_spot, put_spot
from vaartdesk.kinds.tickets.queries.spots import ticket_spots
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.labels import Label, rule
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


class SpotSection(QWidget):
    """``show_ref`` fills it."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.ref: Ref | None = None
        self.told = Label("", "meta", "text2", wrap=True)
        self.point = Button(str(_("Aanwijzen op plattegrond")), "map-pin", "link", small=True)
        self.point.setObjectName("pointOut")
        self.forget = Button(str(_("Plek wissen")), kind="link", small=True)
        self.forget.setObjectName("forgetSpot")
        row = QHBoxLayout()
        row.setContentsMargins(0, sizes.SPACE_1, 0, sizes.SPACE_1)
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.forget)
        row.addWidget(self.point)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(row)
        self.point.clicked.connect(self.ask)
        self.forget.clicked.connect(self._forget)
        Hearing(desk, self).changed.connect(self._hear)

    def show_ref(self, ref: Ref | None) -> None:
        """Tell where this ticket stands."""
        self.ref = ref
        if ref is None:
            return
        with self.desk.read() as reader:
            spot = ticket_spots(reader, [ref.id]).get(ref.id)
        is_own = spot is not None and spot.is_own
        told = _("Op de plattegrond aangewezen.")
        if not is_own:
            told = (
                _("Staat op de plattegrond midden in {street}.")
                if spot and spot.street
                else _("Nog niet op de plattegrond.")
            )
        self.told.setText(str(told).format(street=spot.street if spot else ""))
        self.forget.setVisible(is_own)

    def ask(self) -> None:
        """Point out where it is."""
        if self.ref is None:
            return
        from vaartdesk.kinds.tickets.view.spot_dialog import SpotDialog  # the plan is read on first use

        ref, values = self.ref, self.desk.get(self.ref) or {}
        start = None
        if values.get("latitude") is not None and values.get("longitude") is not None:
            start = values["latitude"] / DEGREE, values["longitude"] / DEGREE
        dialog = SpotDialog(self.desk, start)
        dialog.pointed_out.connect(lambda latitude, longitude, _street: self._put(ref, latitude, longitude))
        self.stage.show_dialog(self, dialog)

    def _put(self, ref: Ref, latitude: float, longitude: float) -> None:
        put_spot(self.desk, [ref], latitude, longitude)
        self.stage.announce(str(_("Aangewezen op plattegrond")), is_undoable=True)

    def _forget(self) -> None:
        if self.ref is not None:
            forget_spot(self.desk, self.ref)
            self.stage.announce(str(_("Plek gewist")), is_undoable=True)

    def _hear(self, change: ChangeSet) -> None:
        if self.ref in change.changed and self.isVisible():
            self.show_ref(self.ref)
