"""The page of the year: where is it full?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.calendar_data import CalendarData
from vaartdesk.kinds.events.view.calendar_filter import CalendarFilter
from vaartdesk.kinds.events.view.calendar_list import calendar_list
from vaartdesk.kinds.events.view.pressure import Year, bounds, within, year_of
from vaartdesk.kinds.events.view.turn_header import TurnHeader
from vaartdesk.kinds.events.view.year import YearGrid
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.shown import ShownList
from vaartdesk.store.bus import NEW_DAY
from vaartdesk.ui.after_paint import Postponed
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.list.keeping import ask_to_keep
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.painting import CHIP_LARGE
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

MOST_TOLD: Final = 4
"""So many weeks with clashes are told by number."""
NEW_AT: Final = time(10)


class YearPage(Fresh, QWidget):
    """`day_requested(date)`: look at this day in the month."""

    day_requested = Signal(object)

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setProperty("look", "page")
        self.data = CalendarData(desk)
        self.year = within(desk.today.year)
        self.header = TurnHeader((str(self.year), "2000"), str(_("Vorig jaar")), str(_("Volgend jaar")))
        self.filter = CalendarFilter(desk)
        self.total = ChipLabel(Chip(""), CHIP_LARGE)
        self.clashes = ChipLabel(Chip(""), CHIP_LARGE)
        self.clashes.setObjectName("clashWeeks")
        self.grid = YearGrid(desk.today)
        self.grid.setObjectName("year")
        self._years: dict[int, tuple[Sequence[Shown], Year]] = {}
        self._ahead = Postponed(self.grid.viewport(), self._read_ahead)
        self._build()
        self._connect()

    def _build(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(sizes.PAGE_PADDING, 0, sizes.PAGE_PADDING, sizes.SPACE_3)
        chips.setSpacing(sizes.SPACE_2)
        chips.addWidget(self.total)
        chips.addWidget(self.clashes)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filter)
        column.addLayout(chips)
        column.addWidget(self._scrolling(), 1)

    def _scrolling(self) -> QScrollArea:
        """On a very low window the year scrolls: its days are no smaller than a pointer needs."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(self.grid)
        self.grid.setAutoFillBackground(False)  # what QScrollArea switches on
        return area

    def _connect(self) -> None:
        self.header.turned.connect(self.turn)
        self.header.today_requested.connect(self.show_today)
        self.header.filter_toggled.connect(self.filter.set_open)
        if self.header.primary is not None:
            self.header.primary.clicked.connect(lambda _on=False: self.make_new())
        self.grid.turned.connect(self.turn)
        self.grid.today_requested.connect(self.show_today)
        self.grid.opened.connect(self.day_requested)
        self.filter.changed.connect(self._filter)
        self.filter.save_requested.connect(self.save_filter)
        Hearing(self.desk, self).changed.connect(self._hear)

    # --- which year ----------------------------------------------------------------------------------------------------

    def turn(self, years: int) -> None:
        """So many years on."""
        self.show_year(self.year + years)

    def show_today(self) -> None:
        """The year of today, its week current."""
        self.show_year(self.desk.today.year)
        self.grid.go_to(self.desk.today)

    def show_year(self, year: int) -> None:
        """Another year."""
        self.year = within(year)
        self.refresh()

    def _fill(self) -> None:
        if self.grid.look.today != self.desk.today:
            self.data.turn_day()
        only = self.filter.events()
        year = self._counted(self.year) if only is None else self._sifted(only)
        self.header.set_title(str(self.year))
        self.grid.show_year(year, self.data.marks, self.desk.today)
        self._tell(year)
        self._ahead.ask()

    def _read_ahead(self) -> None:
        """The years beside the one that is shown, for who turns on."""
        if not self.desk.is_closed and not self.is_stale:
            for years in (1, -1):
                self._counted(within(self.year + years))

    def _counted(self, number: int) -> Year:
        """A year with all its events, counted again when they were read again."""
        shown = self.data.load(*bounds(number))
        kept = self._years.get(number)
        if kept is None or kept[0] is not shown:
            kept = self._years[number] = shown, year_of(number, shown)
        return kept[1]

    def _sifted(self, only: Collection[str]) -> Year:
        """The year that is shown, with what the filters leave."""
        return year_of(self.year, [one for one in self.data.load(*bounds(self.year)) if one.event in only])

    def _tell(self, year: Year) -> None:
        count = ngettext("{n} evenement", "{n} evenementen", year.total).format(n=year.total)
        self.total.set_chip(Chip(str(count), "calendar-days"))
        weeks = [f"{_('wk')} {week.number}" for week in year.clashing]
        told = _joined(weeks) if len(weeks) <= MOST_TOLD else str(_("{n} weken")).format(n=len(weeks))
        self.clashes.set_chip(Chip(str(_("Botsingen: {weeks}")).format(weeks=told), "triangle-alert", "warning"))
        self.clashes.setVisible(bool(weeks))

    def save_filter(self) -> None:
        """Keep the filter of now under a name."""
        ask_to_keep(self, self.desk, self.stage, self.desk.kinds["event"], self.filter.query)

    def _filter(self) -> None:
        self.header.show_filters(self.filter.count())
        self.refresh()

    def _hear(self, change: ChangeSet) -> None:
        if self.data.hear(change) or change.kind == NEW_DAY:
            self.outdate()

    def _is_past(self) -> bool:
        return self.grid.look.today != self.desk.today

    # --- what the window asks ------------------------------------------------------------------------------------------

    def make_new(self, kind: str = "") -> None:
        """An event in the current week, or today."""
        week = self.grid.week()
        day: date = week.first if week is not None else self.desk.today
        values = {"starts_at": datetime.combine(day, NEW_AT)}
        entry = QuickEntry(self.desk, self.desk.kinds["event"], self.stage, values=values)
        entry.saved.connect(self.stage.open)
        self.stage.show_dialog(self, entry)

    def current(self) -> Ref | None:
        """The year shows no record."""
        return None

    def shown_list(self) -> ShownList:
        """The dates of the year, for paper and files."""
        return calendar_list(self.desk, self.filter, str(self.year), date(self.year, 1, 1), date(self.year, 12, 31))

    def show_query(self, query: Query) -> None:
        """Show what fits these filters only."""
        self.filter.show_query(query)


def _joined(parts: list[str]) -> str:
    """`wk 25, wk 40 en wk 51`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {_('en')} {parts[-1]}" if parts else ""
