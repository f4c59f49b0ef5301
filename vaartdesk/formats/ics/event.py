"""An event as a calendar file knows it (RFC 5545), in plain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import fold

AMSTERDAM: Final = "Europe/Amsterdam"
UTC_ZONE: Final = "UTC"
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199

Start = date | datetime
"""A day (`date`, all day long) or a local time without a zone (`datetime`)."""


class CalendarError(ValueError):
    """The file or the event is not acceptable; the text is a Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who invites or is invited."""

    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event, or one series of them.

    `start` and `end` are both days, or both local times in `zone` (`Europe/Amsterdam` or `UTC`); `end` is the first
    moment after it, so an event of one whole day ends on the next day. `rrule` is RFC text without `RRULE:`.
    `skipped` are starts of the series that do not take place, `extra` ones that the rule does not give. An event
    with `replaces` stands for that start of the series with the same `uid`. `status` is CONFIRMED, TENTATIVE,
    CANCELLED or empty.
    """

    uid: str
    title: str
    start: Start
    end: Start
    zone: str = AMSTERDAM
    location: str = ""
    description: str = ""
    url: str = ""
    status: str = ""
    categories: tuple[str, ...] = ()
    rrule: str = ""
    skipped: tuple[Start, ...] = ()
    extra: tuple[Start, ...] = ()
    replaces: Start | None = None
    sequence: int = 0
    organiser: Party | None = None
    attendees: tuple[Party, ...] = ()

    @property
    def is_all_day(self) -> bool:
        """True for whole days."""
        return not isinstance(self.start, datetime)

    @property
    def length(self) -> timedelta:
        """From start to end, by the clock on the wall."""
        return self.end - self.start  # both are days or both are times

    def likeness(self) -> tuple[str, str, str]:
        """What two copies share when a program changed the UID: title, start and place, folded."""
        return fold(self.title), self.start.isoformat(), fold(self.location)

    def moved(self, start: Start) -> Event:
        """The same event at another start of the same sort, as long as before."""
        return replace(self, start=start, end=start + self.length)


def aware(moment: datetime, zone: str) -> datetime:
    """A local time of `zone` with that zone."""
    return moment.replace(tzinfo=ZoneInfo(zone))


def local(moment: datetime, zone: str) -> datetime:
    """An aware moment as local time of `zone`, without a zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
