"""The days of the story, all relative to the day on which it is told, and what must be found back at the end."""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from vaartdesk.core.clock import Clock, amsterdam
from vaartdesk.core.clock import today as today_of
from vaartdesk.core.dataclass import dataclass

AHEAD = 63
"""So many days before the event the story begins: its permit is not late yet."""
SATURDAY, TUESDAY = 5, 1


@dataclass(frozen=True)
class Days:
    """``first``: the Saturday of the event; ``second``: the Thursday before it, for which the other one is planned."""

    now: datetime
    today: date
    first: date
    second: date
    meeting: date
    due: date

    @classmethod
    def of(cls, clock: Clock) -> Days:
        """Both events in the weeks that one month shows; the meeting on a Tuesday in two to three weeks."""
        today = today_of(clock)
        first = _next(today + timedelta(AHEAD), SATURDAY)
        while not 8 <= first.day <= 24:
            first += timedelta(7)
        meeting = _next(today + timedelta(14), TUESDAY)
        now = clock.now().astimezone(amsterdam())
        return cls(now, today, first, first - timedelta(2), meeting, meeting + timedelta(14))


def _next(day: date, weekday: int) -> date:
    return day + timedelta((weekday - day.weekday()) % 7)


@dataclass
class Made:
    """What the tour made, as it stood on the screen: the second process must find the same.

    ``numbers``: list of the command line -> number -> fields of that record that must read so.
    """

    records: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    agenda: list[str] = field(default_factory=list)
    """What the PDF must say."""
    pdf: Path = Path()

    def note(self, listing: str, number: str, **values: Any) -> None:
        """Expect this record in a list of the command line."""
        self.records.setdefault(listing, {})[number] = values
