"""Permits of an event with their term clocks, and beside them, as a fact of its own, the municipal calendar (K9)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.events.model.event import CALENDAR_STATUSES
from vaartdesk.kinds.events.model.permit import PERMIT_STATUSES
from vaartdesk.kinds.events.queries.planning import permits_of
from vaartdesk.kinds.events.rules import permits as rules
from vaartdesk.kinds.events.rules.rows import permit_title
from vaartdesk.schema.chips import chip
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.buttons import Button, LinkLine
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.editors.field_box import LABEL_WIDTH
from vaartdesk.ui.form.facts import VALUE_INSET
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.term_clock import TermClock
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class PermitBlock(QWidget):
    """objectName `permits`. Built anew when another record or another permit is shown: there are one or two."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setObjectName("permits")
        self._ref: Ref | None = None
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, sizes.SPACE_1, 0, sizes.SPACE_2)
        self._column.setSpacing(sizes.SPACE_2)
        self._column.addLayout(self._head())
        self._column.addWidget(self._holder)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(str(_("Vergunning")), "body", weight=600), 1)
        self.add = Button(str(_("Vergunning")), "plus", "link", small=True)
        self.add.setObjectName("addPermit")
        self.add.setAccessibleName(str(_("Vergunning toevoegen")))
        self.add.clicked.connect(self.add_permit)
        row.addWidget(self.add)
        return row

    def show_record(self, ref: Ref, values: Values) -> None:
        """Read the permits and the calendar's state."""
        self._ref = ref
        self._column.removeWidget(self._holder)
        self._holder.hide()
        self._holder.setParent(None)
        self._holder.deleteLater()
        self._holder = QWidget()
        rows = QVBoxLayout(self._holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(sizes.SPACE_2)
        with self.desk.read() as reader:
            for permit in permits_of(reader, ref.id):
                self._add_permit(rows, permit, reader)
        rows.addLayout(self._facts([(str(_("Kalender")), self._calendar(values))]))
        self._column.addWidget(self._holder)

    def _add_permit(self, rows: QVBoxLayout, permit: Values, reader: Reader) -> None:
        clock = rules.permit_clock(permit, reader.today, calendar_of(reader.settings))
        if clock is not None:
            drawn = TermClock(replace(clock, detail=""))
            drawn.setObjectName("termClock")
            rows.addWidget(drawn)
        opened = LinkLine(permit_title(permit))
        opened.setObjectName("openPermit")
        opened.setAccessibleName(str(_("Vergunning openen: {title}")).format(title=permit_title(permit)))
        opened.clicked.connect(lambda: self.stage.open(Ref("permit", permit["id"])))
        state = QHBoxLayout()
        state.setSpacing(sizes.SPACE_2)
        state.addWidget(ChipLabel(chip(PERMIT_STATUSES, permit["status"]) or Chip("")))
        state.addWidget(ElidedLabel(self._told(permit, reader), "body"), 1)
        facts: list[tuple[str, Any]] = [(str(_("Soort")), opened), (str(_("Stand")), state)]
        authority = reader.titles([permit["authority"]]).get(permit["authority"] or "", "")
        if authority:
            facts.append((str(_("Bij")), ElidedLabel(authority, "body")))
        if permit["reference"]:
            facts.append((str(_("Kenmerk")), ElidedLabel(permit["reference"], "body")))
        rows.addLayout(self._facts(facts))

    @staticmethod
    def _told(permit: Values, reader: Reader) -> str:
        """When it was asked for or granted."""
        day = permit["granted_on"] or permit["submitted_on"]
        return day_short(day, reader.today) if day else ""

    def _calendar(self, values: Values) -> QHBoxLayout:
        """Whether the event stands on the municipal calendar, since when, or before when it must be told."""
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_2)
        state = ChipLabel(chip(CALENDAR_STATUSES, values["calendar_status"]) or Chip(""))
        state.setObjectName("calendarState")
        row.addWidget(state)
        told = ""
        if values["calendar_on"] is not None:
            told = day_short(values["calendar_on"], self.desk.today)
        elif values["calendar_by"] is not None and values["calendar_status"] == "niet_aangemeld":
            told = str(_("voor {day}")).format(day=day_short(values["calendar_by"], self.desk.today))
        row.addWidget(ElidedLabel(told, "body"), 1)
        return row

    @staticmethod
    def _facts(facts: list[tuple[str, Any]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(VALUE_INSET)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(facts):
            grid.setRowMinimumHeight(number, sizes.FIELD)
            grid.addWidget(Label(name, "meta", "text3"), number, 0)
            if isinstance(value, QWidget):
                grid.addWidget(value, number, 1)
            else:
                grid.addLayout(value, number, 1)
        return grid

    def add_permit(self) -> None:
        """A permit for this event."""
        assert self._ref is not None
        values = {"record": self._ref.id, "category": (self.desk.get(self._ref) or {}).get("category", "")}
        self.stage.show_dialog(self, QuickEntry(self.desk, self.desk.kinds["permit"], self.stage, values=values))
