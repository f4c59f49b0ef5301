"""Plattegrond: tickets and events as pins on the plan of the centre, with the same filters as the list (T22)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.mapping import SETTING, forget_plan, spot_fields
from vaartdesk.kinds.tickets.view.map_data import EVENT_LINE, MapData, Shown
from vaartdesk.kinds.tickets.view.map_list import MapList
from vaartdesk.kinds.tickets.view.plans import choose_plan, sketch, with_plan
from vaartdesk.schema.listing import Tone
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.list.filter_bar import FilterBar
from vaartdesk.ui.list.query import Query, first_query
from vaartdesk.ui.map.overlays import Sign
from vaartdesk.ui.map.pane import MapPane
from vaartdesk.ui.map.pins import Pin
from vaartdesk.ui.map.plan import Plan, Point
from vaartdesk.ui.question import CommandRunner
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

WORDS: Final[tuple[tuple[Tone, str, str], ...]] = (
    ("danger", "clock-alert", _("te laat")),
    ("warning", "clock", _("bijna te laat")),
    ("accent", "check", _("op tijd")),
    ("neutral", "pause", _("staat stil")),
)


def signs() -> tuple[Sign, ...]:
    """What the pins mean."""
    drops = [Sign(Pin(word, 0, 0, tone, icon, str(word)), str(word)) for tone, icon, word in WORDS]
    square = Pin(EVENT_LINE, 0, 0, "accent", "calendar-days", "", EVENT_LINE)
    return (*drops, Sign(square, str(_("evenement, komende 4 weken"))))


class MapPage(Fresh, QWidget):
    """``enter(values)`` begins a new ticket."""

    def __init__(self, desk: Desk, stage: Stage, title: str, enter: Callable[[Mapping[str, Any]], None]) -> None:
        super().__init__()
        self.desk, self.stage, self._enter = desk, stage, enter
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.runner = CommandRunner(desk, stage)
        self.data = MapData(desk)
        self.query = replace(first_query(self.data.tickets.kind), grouping="")
        self.shown = Shown()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.refresh)
        self.header = PageHeader(title)
        self.bar = FilterBar(self.data.sift)
        self.events = Button(str(_("Evenementen")), "calendar-days", "quiet", small=True)
        self.map = MapPane(sketch(), signs(), self.data.card)
        self.list = MapList(self.data)
        self._build()
        self._connect()
        self._take_plan()

    def _build(self) -> None:
        search = self.header.add_search(str(_("Zoek in meldingen")))
        search.textChanged.connect(lambda words: self.show_query(replace(self.query, words=words)))
        self.header.set_primary(new_label(self.data.tickets.kind)).clicked.connect(lambda _on=False: self.make_new())
        self.bar.order.hide()
        self.events.setObjectName("showEvents")
        self.events.setCheckable(True)
        self.events.setChecked(True)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, sizes.PAGE_PADDING, 0)
        top.addWidget(self.bar, 1)
        top.addWidget(self.events)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, sizes.SPACE_3)
        left.setSpacing(0)
        left.addLayout(top)
        framed = QHBoxLayout()
        framed.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_1, sizes.PAGE_PADDING, 0)
        framed.addWidget(self.map)
        left.addLayout(framed, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self.show_query)
        self.events.toggled.connect(lambda _on: self.refresh())
        self.map.opened.connect(self.open)
        self.map.view.chosen.connect(self.list.choose)
        self.map.view.asked.connect(self.show_menu)
        self.list.chosen.connect(lambda key: self.map.view.choose(key, show=True))
        self.list.opened.connect(self.open)
        self.list.asked.connect(self.run)
        self.list.source.clicked.connect(self.ask_plan)
        self.list.back.clicked.connect(self.show_sketch)
        Hearing(self.desk, self).changed.connect(self._hear)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self.header.focus_search)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- showing -------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Gather what fits, and show it; thousands in several turns of the event loop."""
        self.data.turn_day()
        if not self.data.prepare(self.query):
            self._quiet.start(0)
            return
        self.shown = self.data.shown(self.query, self.map.view.plan, has_events=self.events.isChecked())
        self.map.view.show_pins(self.shown.pins)
        self.map.show_card()
        self.list.tell(self.shown)
        self.bar.show_query(self.query)

    def show_query(self, query: Query) -> None:
        """Show what fits these filters; the plan has no order and no groups of its own."""
        self.query = replace(query, grouping="", sort="")
        if self.header.search is not None and self.header.search.text() != query.words:
            self.header.search.setText(query.words)
        self.refresh()

    def _hear(self, change: ChangeSet) -> None:
        is_touched = self.data.hear(change)
        if "setting" in change.kinds:
            self._take_plan()
        if is_touched:
            self.outdate()

    def _is_past(self) -> bool:
        return self.data.tickets.context.today != self.desk.today

    # --- the plan ------------------------------------------------------------------------------------------------------

    def _take_plan(self) -> None:
        with_plan(self.desk, self, self._show_plan)

    def _show_plan(self, plan: Plan, name: str) -> None:
        self.list.back.setVisible(self.desk.setting(SETTING) is not None)
        if plan is self.map.view.plan:
            self.map.show_plan(plan, name)
            return
        self.map.show_plan(plan, name)
        self.outdate()

    def ask_plan(self) -> None:
        """Choose a GeoJSON file of one's own."""
        kinds = str(_("Kaart (*.geojson *.json)"))
        name, _filter = QFileDialog.getOpenFileName(self, str(_("Eigen kaart kiezen")), "", kinds)
        if name:
            choose_plan(self.desk, Path(name), self, lambda told, done: self.stage.announce(told, is_undoable=done))

    def show_sketch(self) -> None:
        """Back to the plan that came with the program."""
        forget_plan(self.desk)
        self.stage.announce(str(_("De schets is terug.")), is_undoable=True)

    # --- doing ---------------------------------------------------------------------------------------------------------

    def run(self, name: str) -> None:
        """A command of tickets on those of the street one stands in, or on all that are shown."""
        refs = [ref for key in self.list.here() if (ref := self.data.ref(key)).kind == "ticket"]
        command = next((c for c in self.data.tickets.kind.commands if c.name == name), None)
        if command is None or not refs:
            self.stage.announce(str(_("Hier staan geen meldingen.")))
            return
        try:
            self.runner.run(self, command, refs)
        except Refused as refused:
            self.stage.announce(str(refused))

    def open(self, key: str) -> None:
        """To the record of a pin."""
        self.stage.open(self.data.ref(key))

    def show_menu(self, point: Point, at: QPoint) -> QMenu:
        """What can be done on a spot of the plan."""
        menu = QMenu(self)
        menu.addAction(str(_("Nieuwe melding hier")), lambda: self.new_at(point))
        menu.popup(at)
        return menu

    def new_at(self, point: Point) -> None:
        """A new ticket on a spot of the plan, where it lies filled in."""
        plan = self.map.view.plan
        street = plan.nearest_name(point)
        self._enter(spot_fields(*plan.degrees(point)) | ({"place_text": street} if street else {}))

    def make_new(self, kind: str = "") -> None:
        """A new ticket."""
        if kind in {"", "ticket"}:
            self._enter({})

    def current(self) -> Ref | None:
        """The record of the chosen pin."""
        return self.data.ref(self.map.view.key) if self.map.view.key else None
