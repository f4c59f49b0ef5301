"""What month and year show, read by one query per period; what hardly changes is kept between periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dates import FIRST_YEAR, LAST_YEAR
from vaartdesk.kinds.events.queries.clashing_dates import clashing_dates
from vaartdesk.kinds.events.queries.planning import DayMark, marks_between
from vaartdesk.kinds.events.queries.shown import Told, dates_between, shown_of, told_of
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.schema.reader import Reader

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

YEARS_AROUND: Final = 1
"""Marked days are read for the years asked for, and so many before and after."""
MOST_YEARS: Final = 9
"""So many years of marked days are kept beside each other."""
KEPT: Final = 24
"""So many months or years are kept."""
OF_DATES: Final = frozenset({"event", "event_override", "link"})
OF_CLASHES: Final = OF_DATES | {"clash_acceptance", "setting"}


class CalendarData:
    """Reads for a calendar, and keeps what was read; `hear` says whether a change makes that stale."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._kept: dict[tuple[date, date], Sequence[Shown]] = {}
        self._letters: Mapping[str, str] | None = None
        self._told: dict[str, Told] = {}
        self._clashing: frozenset[str] | None = None
        self._marks: Mapping[date, tuple[DayMark, ...]] = {}
        self._marked_years = range(0)

    def load(self, first: date, last: date) -> Sequence[Shown]:
        """The dates from ``first`` to ``last``, longest first within a start day."""
        if (first, last) not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[first, last] = self._read(first, last)
        return self._kept[first, last]

    def _read(self, first: date, last: date) -> Sequence[Shown]:
        with self.desk.read() as reader:
            letters, clashing = self._learn(reader, first, last)
            dates = dates_between(reader, first, last)
            unknown = {row.event for row in dates} - self._told.keys()
            if unknown:
                self._told |= told_of(reader, unknown, letters)
            return shown_of(dates, self._told, clashing)

    def marks(self, day: date) -> tuple[DayMark, ...]:
        """What is special about a day of the loaded period."""
        return self._marks.get(day, ())

    def hear(self, change: ChangeSet) -> bool:
        """Forget what a change makes wrong; whether what is shown must be read again."""
        kinds = change.kinds
        if kinds & OF_CLASHES:
            self._clashing = None
        for ref in change.changed:
            if ref.kind == "event":
                self._told.pop(ref.id, None)
        if "theme_line" in kinds:
            self._letters = None
            self._told.clear()
        if "marker" in kinds:
            self._marked_years = range(0)
        is_stale = bool(kinds & (OF_CLASHES | {"theme_line", "marker"}))
        if is_stale:
            self._kept.clear()
        return is_stale

    def turn_day(self) -> None:
        """Another day: clashes that are past no longer count."""
        self._clashing = None
        self._kept.clear()

    def _learn(self, reader: Reader, first: date, last: date) -> tuple[Mapping[str, str], frozenset[str]]:
        """The letters of the theme lines and the dates that clash; the marked days too are known after this."""
        if self._letters is None:
            self._letters = {row["id"]: str(row.get("code") or "") for row in self.desk.rows("theme_line")}
        if self._clashing is None:
            self._clashing = clashing_dates(reader)
        if not {first.year, last.year} <= set(self._marked_years):
            years = self._years_around(first.year, last.year)
            self._marked_years = years
            self._marks = marks_between(reader, date(years.start, 1, 1), date(years.stop - 1, 12, 31))
        return self._letters, self._clashing

    def _years_around(self, first: int, last: int) -> range:
        """The years to read marked days of: with those known already, since what was read before may be on the screen."""
        own = range(max(FIRST_YEAR, first - YEARS_AROUND), min(LAST_YEAR, last + YEARS_AROUND) + 1)
        known = self._marked_years or own
        both = range(min(own.start, known.start), max(own.stop, known.stop))
        return both if len(both) <= MOST_YEARS else own
