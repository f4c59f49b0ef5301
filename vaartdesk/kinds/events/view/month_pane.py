"""The month with what fills it: reads a period, follows changes, filters, and lets events be moved."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.events.commands.planning import clashes_of
from vaartdesk.kinds.events.commands.rescheduling import Rescheduled, reschedule
from vaartdesk.kinds.events.queries.dates import next_date
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.calendar_data import CalendarData
from vaartdesk.kinds.events.view.lanes import Overflow
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.period import Period, period_of
from vaartdesk.kinds.events.view.rest_popup import RestPopup
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.bus import NEW_DAY
from vaartdesk.ui.after_paint import Postponed
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk


class MonthPane(Fresh, QWidget):
    """`chosen(Ref)` and `opened(Ref)` name an event, `new_requested(date)` a day, `turned(Period)` the month shown."""

    chosen = Signal(object)
    opened = Signal(object)
    new_requested = Signal(object)
    turned = Signal(object)

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.data = CalendarData(desk)
        self.grid = MonthGrid(desk.today)
        self.grid.setObjectName("month")
        self.grid.is_fixed = desk.is_read_only
        self.period = period_of(desk.today)
        self.popup: RestPopup | None = None
        self._only: Collection[str] | None = None
        self._ref: Ref | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)
        self._ahead = Postponed(self.grid.viewport(), self._read_ahead)
        self._connect()

    def _connect(self) -> None:
        grid = self.grid
        grid.chosen.connect(self._choose)
        grid.opened.connect(lambda shown: self.opened.emit(_ref(shown)))
        grid.new_requested.connect(self.new_requested)
        grid.day_requested.connect(self.show_day)
        grid.months_requested.connect(self.turn)
        grid.today_requested.connect(self.show_today)
        grid.rescheduled.connect(self.reschedule)
        grid.rest_requested.connect(self.show_rest)
        Hearing(self.desk, self).changed.connect(self._hear)

    # --- which month ---------------------------------------------------------------------------------------------------

    def turn(self, months: int) -> None:
        """So many months on; the chosen day keeps its number."""
        day = self.grid.day()
        self.show_period(self.period.moved(months))
        if day is not None:
            self.grid.go_to(self.period.same_day(day))

    def show_today(self) -> None:
        """The month of today, today chosen."""
        self.show_day(self.desk.today)

    def show_day(self, day: date) -> None:
        """The month that a day is in, the day chosen."""
        if not self.period.is_own(day):
            self.show_period(period_of(day))
        self.grid.go_to(day)

    def show_period(self, period: Period) -> None:
        """Another month."""
        if period != self.period:
            self.period = period
            self.refresh()
            self.turned.emit(period)

    def _fill(self) -> None:
        before, today = self.grid.entry(), self.desk.today
        if today != self.grid.look.today:
            self.data.turn_day()
        shown = self.data.load(self.period.first, self.period.last)
        if self._only is not None:
            shown = [one for one in shown if one.event in self._only]
        self.grid.show_period(self.period, shown, self.data.marks, today)
        self._ring()
        if before is not None and self.period.shows(before.day):
            own = before.shown.occurrence if before.shown else ""
            if not self.grid.go_to(before.day, own, is_quiet=True):
                self.grid.go_to(before.day, is_quiet=True)
        self._ahead.ask()

    def _read_ahead(self) -> None:
        """The months beside the one that is shown, for who turns on."""
        if not self.desk.is_closed and not self.is_stale:
            for months in (1, -1):
                beside = self.period.moved(months)
                self.data.load(beside.first, beside.last)

    def filter(self, events: Collection[str] | None) -> None:
        """Show only these events; None shows all."""
        self._only = events
        self.refresh()

    # --- which event ---------------------------------------------------------------------------------------------------

    def show_event(self, ref: Ref, day: date | None) -> None:
        """Ring the date of an event that begins on ``day``, in the month of that day; without one, where it is shown now. The
        chosen day goes along, so that the keys go on from there.
        """
        self._ref = ref
        if day is not None and not self.period.shows(day):
            self.show_period(period_of(day))
        self._ring(day)
        key = self.grid.look.chosen
        ringed = next((one for one in self.grid.shown if one.occurrence == key), None)
        if ringed is not None:
            self.grid.go_to(day or max(ringed.first_on, self.period.first), key, is_quiet=True)

    def ring_next(self) -> Ref | None:
        """Ring the date that comes next, or is going on, and answer its event; the chosen day stays."""
        coming = [one for one in self.grid.shown if one.last_on >= self.desk.today]
        first = min(
            coming, key=lambda one: (one.first_on < self.desk.today, one.starts_at, one.occurrence), default=None
        )
        if first is None:
            return None
        self._ref = _ref(first)
        self._ring(first.first_on)
        return self._ref

    def _ring(self, day: date | None = None) -> None:
        """One date of the chosen event: that of ``day``, else the one that was ringed, else its first that is shown."""
        own = [one for one in self.grid.shown if self._ref and one.event == self._ref.id]
        keys = [one.occurrence for one in own if one.first_on == day] or [one.occurrence for one in own]
        before = self.grid.look.chosen
        self.grid.choose(before if day is None and before in keys else keys[0] if keys else "")

    def _choose(self, shown: Shown) -> None:
        self._ref = _ref(shown)
        self.chosen.emit(self._ref)

    def show_rest(self, overflow: Overflow) -> None:
        """The popover under "+3 meer": every event of that day."""
        popup = RestPopup(overflow.day, self.grid.days.events_on(overflow.day), self.grid)
        popup.chosen.connect(lambda shown: self.grid.go_to(overflow.day, shown.occurrence))
        popup.open_at(self.grid.place.overflow(overflow).toRect(), self.grid.viewport())
        self.popup = popup

    # --- other days ----------------------------------------------------------------------------------------------------

    def reschedule(self, shown: Shown, first: int, last: int) -> None:
        """Give an event other days in one change, and tell at once what is in the way there."""
        ref = _ref(shown)
        try:
            done = reschedule(self.desk, ref, shown.original, first=first, last=last)
        except Refused as refused:
            self.stage.announce(str(refused))
            return
        self._choose(shown)
        self.show_event(ref, done.span.first_on)
        self.stage.announce(" ".join([self._told(shown, done), *self._in_the_way(ref, done)]), is_undoable=True)

    def _told(self, shown: Shown, done: Rescheduled) -> str:
        days = day_short(done.span.first_on, self.desk.today)
        if done.span.last_on != done.span.first_on:
            days = f"{days} – {day_short(done.span.last_on, self.desk.today)}"
        told = _("{title}: alleen deze datum, nu {days}.") if done.is_one_date else _("{title}: nu {days}.")
        return str(told.format(title=shown.title, days=days))

    def _in_the_way(self, ref: Ref, done: Rescheduled) -> list[str]:
        """The first hard clash on the new days, in words."""
        first, last = done.span.setup.date(), done.span.breakdown.date()
        hard = [c for c in clashes_of(self.desk, ref) if c.level == "hard" and first <= c.day <= last]
        return [hard[0].sentence(self.desk.today)] if hard else []

    # --- hearing -------------------------------------------------------------------------------------------------------

    def _hear(self, change: ChangeSet) -> None:
        if self.data.hear(change) or change.kind == NEW_DAY:
            self.outdate()
        if self._ref is not None and "starts_at" in change.changed.get(self._ref, ()) and self.isVisible():
            self._follow(self._ref)

    def _follow(self, ref: Ref) -> None:
        """An event that was given another day in its record goes there with the month, and does not vanish from it."""
        is_seen = any(one.event == ref.id for one in self.grid.shown)
        if is_seen or (self._only is not None and ref.id not in self._only):
            return
        with self.desk.read() as reader:
            day = next_date(reader, ref.id)
        if day is not None:
            self.show_event(ref, day)

    def _is_past(self) -> bool:
        return self.grid.look.today != self.desk.today


def _ref(shown: Shown) -> Ref:
    return Ref("event", shown.event)
