"""What month and year show, read by one query per period; what hardly changes is kept between periods."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dates import FIRST_YEAR, LAST_YEAR
from vaartdesk.kinds.events.queries.clashing_dates import clashing_dates
from vaartdesk.kinds.events.queries.planning import DayMark, marks_between
from vaartdesk.kinds.events.queries.shown import dates_shown
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.schema.reader import Reader

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

YEARS_AROUND: Final = 1
"""Marked days are read for the year shown and so many years before and after it."""
OF_DATES: Final = frozenset({"event", "event_override", "link"})
OF_CLASHES: Final = OF_DATES | {"clash_acceptance", "setting"}


class CalendarData:
    """Reads for a calendar; `hear` says whether a change makes what it shows stale."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._letters: Mapping[str, str] | None = None
        self._clashing: frozenset[str] | None = None
        self._marks: Mapping[date, tuple[DayMark, ...]] = {}
        self._marked_years = range(0)

    def load(self, first: date, last: date) -> list[Shown]:
        """The dates from ``first`` to ``last``, longest first within a start day."""
        with self.desk.read() as reader:
            letters, clashing = self._learn(reader, first, last)
            return dates_shown(reader, first, last, letters, clashing)

    def marks(self, day: date) -> tuple[DayMark, ...]:
        """What is special about a day of the loaded period."""
        return self._marks.get(day, ())

    def hear(self, change: ChangeSet) -> bool:
        """Forget what a change makes wrong; whether the month must be read again."""
        kinds = change.kinds
        if kinds & OF_CLASHES:
            self._clashing = None
        if "theme_line" in kinds:
            self._letters = None
        if "marker" in kinds:
            self._marked_years = range(0)
        return bool(kinds & (OF_CLASHES | {"theme_line", "marker"}))

    def turn_day(self) -> None:
        """Another day: clashes that are past no longer count."""
        self._clashing = None

    def _learn(self, reader: Reader, first: date, last: date) -> tuple[Mapping[str, str], frozenset[str]]:
        """The letters of the theme lines and the dates that clash; the marked days too are known after this."""
        if self._letters is None:
            self._letters = {row["id"]: str(row.get("code") or "") for row in self.desk.rows("theme_line")}
        if self._clashing is None:
            self._clashing = clashing_dates(reader)
        if not {first.year, last.year} <= set(self._marked_years):
            early = max(FIRST_YEAR, first.year - YEARS_AROUND)
            late = min(LAST_YEAR, last.year + YEARS_AROUND)
            self._marked_years = range(early, late + 1)
            self._marks = marks_between(reader, date(early, 1, 1), date(late, 12, 31))
        return self._letters, self._clashing
