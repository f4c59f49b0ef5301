"""The month as a list of days and their events: what keys walk through and a screen reader tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
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
        self.entries: list[Entry] = []
        self._rows: dict[tuple[date, str], int] = {}
        self._marks: Callable[[date], tuple[DayMark, ...]] = lambda day: ()

    def show(self, period: Period, shown: Iterable[Shown], marks: Callable[[date], tuple[DayMark, ...]]) -> None:
        """Take the days and events of a period."""
        first, count = period.first, period.weeks * DAYS
        by_day: list[list[Shown]] = [[] for _day in range(count)]
        for one in sorted(shown, key=lambda s: (not s.is_span, s.starts_at, s.title, s.occurrence)):
            begin, end = (one.first_on - first).days, (one.last_on - first).days
            for number in range(max(0, begin), min(count, end + 1)):
                by_day[number].append(one)
        self.beginResetModel()
        self._marks, self.entries, self._rows = marks, [], {}
        for day, events in zip(period.days(), by_day, strict=True):
            self._rows[day, ""] = len(self.entries)
            self.entries.append(Entry(day))
            for one in events:
                self._rows[day, one.occurrence] = len(self.entries)
                self.entries.append(Entry(day, one))
        self.endResetModel()

    def row_of(self, day: date, occurrence: str = "") -> int:
        """The row of a day, or of a date on it; -1 where it is not shown."""
        return self._rows.get((day, occurrence), -1)

    def entry(self, row: int) -> Entry | None:
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def events_on(self, day: date) -> list[Shown]:
        """The events of a day in the order of their rows."""
        found: list[Shown] = []
        row = self.row_of(day) + 1
        while 0 < row < len(self.entries) and (shown := self.entries[row].shown) is not None:
            found.append(shown)
            row += 1
        return found

    # --- Qt's side -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

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
