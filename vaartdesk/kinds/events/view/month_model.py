"""The month as a list of days and their events: what keys walk through and a screen reader tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vaartdesk.core.dates import day_weekday_long, time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.events.model.event import STATUSES
from vaartdesk.kinds.events.queries.planning import DayMark
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.period import DAYS, Period
from vaartdesk.schema.chips import word

Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """A day, or an event on it."""

    day: date
    shown: Shown | None = None


class MonthModel(QAbstractListModel):
    """One row per day and per event on a day, in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._first = date.min
        self._days: list[list[Shown]] = []
        self._rows: list[int] = [0]
        """The row of each day, and in the end how many there are."""
        self._marks: Callable[[date], tuple[DayMark, ...]] = lambda day: ()

    def show(self, period: Period, shown: Iterable[Shown], marks: Callable[[date], tuple[DayMark, ...]]) -> None:
        """Take the days and events of a period."""
        first, days = period.first, list[list[Shown]]([] for _day in range(period.weeks * DAYS))
        for one in sorted(shown, key=lambda s: (not s.is_span, s.starts_at, s.title, s.occurrence)):
            begin, end = (one.first_on - first).days, (one.last_on - first).days
            for events in days[max(0, begin) : max(0, end + 1)]:
                events.append(one)
        self.beginResetModel()
        self._first, self._days, self._marks = first, days, marks
        self._rows = list(accumulate((1 + len(events) for events in days), initial=0))
        self.endResetModel()

    def row_of(self, day: date, occurrence: str = "") -> int:
        """The row of a day, or of a date on it; -1 where it is not shown."""
        number = (day - self._first).days
        if not 0 <= number < len(self._days):
            return -1
        row = self._rows[number]
        if not occurrence:
            return row
        keys = (one.occurrence for one in self._days[number])
        return next((row + 1 + place for place, key in enumerate(keys) if key == occurrence), -1)

    def entry(self, row: int) -> Entry | None:
        if not 0 <= row < self._rows[-1]:
            return None
        number = bisect_right(self._rows, row) - 1
        place = row - self._rows[number]
        day = self._first + timedelta(number)
        return Entry(day, self._days[number][place - 1]) if place else Entry(day)

    def events_on(self, day: date) -> list[Shown]:
        """The events of a day in the order of their rows."""
        number = (day - self._first).days
        return self._days[number] if 0 <= number < len(self._days) else []

    # --- Qt's side -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else self._rows[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is not None and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.event_text(entry.shown) if entry.shown else self.day_text(entry.day)
        return None

    def day_text(self, day: date) -> str:
        """`zaterdag 19 december 2026, Kerstvakantie, 2 evenementen`."""
        count = len(self.events_on(day))
        told = ngettext("{n} evenement", "{n} evenementen", count).format(n=count) if count else ""
        return ", ".join(part for part in (day_weekday_long(day), *(m.title for m in self._marks(day)), told) if part)

    @staticmethod
    def event_text(shown: Shown) -> str:
        """`Lichtjesparade, 18:30–21:00, Aangevraagd, botst met een ander evenement`."""
        if shown.days > 1:
            when = f"{day_weekday_long(shown.first_on)} {_('tot en met')} {day_weekday_long(shown.last_on)}"
        elif shown.is_whole_day:
            when = str(_("hele dag"))
        else:
            when = f"{time_text(shown.starts_at)}–{time_text(shown.ends_at)}"
        clash = str(_("botst met een ander evenement")) if shown.is_clashing else ""
        parts = (shown.title, when, word(STATUSES, shown.status), shown.place, clash)
        return ", ".join(part for part in parts if part)
