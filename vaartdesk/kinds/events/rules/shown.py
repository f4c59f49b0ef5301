"""One date of an event, as a calendar shows it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class Shown(NamedTuple):
    """A tuple, because a year brings hundreds at each turn.

    ``letter``: its theme line, 'O' for none; ``first_on`` to ``last_on`` are the days on which the public comes.
    """

    occurrence: str
    event: str
    original: str
    title: str
    status: str
    letter: str
    starts_at: datetime
    ends_at: datetime
    first_on: date
    last_on: date
    is_whole_day: bool = False
    place: str = ""
    is_large: bool = False
    is_clashing: bool = False

    @property
    def days(self) -> int:
        return (self.last_on - self.first_on).days + 1

    @property
    def is_span(self) -> bool:
        """Drawn as a bar of one lane: it lasts days, or has no time to tell."""
        return self.is_whole_day or self.first_on != self.last_on
