"""Aanwijzen op plattegrond: one click, or the arrows and the space bar, say where something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.view.plans import sketch, with_plan
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.map.pane import MapPane
from vaartdesk.ui.map.pins import Pin
from vaartdesk.ui.map.plan import Plan, Point
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

WIDTH, HEIGHT = 760, 420


class SpotDialog(Dialog):
    """`pointed_out(latitude, longitude, street)`, in degrees, comes when a spot was agreed to. ``start``: where it is now."""

    pointed_out = Signal(float, float, str)

    def __init__(self, desk: Desk, start: tuple[float, float] | None = None) -> None:
        told = str(_("Klik op de plek. Met toetsen: schuif met de pijlen en druk op de spatiebalk."))
        super().__init__(str(_("Aanwijzen op plattegrond")), told, width=WIDTH)
        self.setObjectName("spotDialog")
        self._start, self._point = start, None
        self.map = MapPane(sketch())
        self.map.view.is_aiming = True
        self.give_room(self.map, HEIGHT)
        self.body.addWidget(self.map)
        self.where = Label("", "meta", "text2")
        self.add_note(self.where)
        self.add_button(Button(str(_("Annuleren")), kind="quiet"), accepts=False).setObjectName("cancel")
        self.here = self.add_button(Button(str(_("Hier")), "map-pin", "primary", key="Enter"))
        self.here.setObjectName("here")
        self.here.setEnabled(False)
        self.here.clicked.connect(self.agree)
        self.map.view.picked.connect(self.point_out)
        self.map.view.opened.connect(lambda _key: self.agree())
        with_plan(desk, self, self._show_plan)

    _point: Point | None

    def first_focus(self) -> QWidget:
        return self.map.view

    def _show_plan(self, plan: Plan, name: str) -> None:
        self.map.show_plan(plan, name)
        if self._start is not None and self._point is None:
            point = plan.point(*self._start)
            if plan.holds(point):
                self.point_out(point)

    def point_out(self, point: Point) -> None:
        """This spot."""
        self._point = point
        street = self.map.view.plan.nearest_name(point)
        told = str(_("Bij {street}")).format(street=street) if street else str(_("Naast de straten"))
        self.map.view.show_pins([Pin("spot", *point, "accent", "map-pin", told)])
        self.map.view.choose("spot")
        self.where.setText(told)
        self.here.setEnabled(True)

    def agree(self) -> None:
        """Take the spot that is pointed out."""
        if self._point is not None:
            plan = self.map.view.plan
            self.accept()
            self.pointed_out.emit(*plan.degrees(self._point), plan.nearest_name(self._point))
