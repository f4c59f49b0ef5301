"""The time of day, always handed in: who needs "now" takes a `Clock`, so that a test can stand still."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from vaartdesk.core.pattern import Pattern


class Clock(Protocol):
    """Where the moment comes from."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that moves only when told to."""

    def __init__(self, moment: datetime) -> None:
        self._moment = _utc(moment)

    def now(self) -> datetime:
        """The moment last set, aware, in UTC."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Go to an aware `moment`, forward or back."""
        self._moment = _utc(moment)

    def advance(self, step: timedelta) -> None:
        """Go `step` further."""
        self._moment += step


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs a time zone: {moment!r}")
    return moment.astimezone(UTC)


@lru_cache(maxsize=1)
def amsterdam() -> ZoneInfo:
    """The zone whose date is "vandaag", whatever zone the machine stands in."""
    return ZoneInfo("Europe/Amsterdam")


def today(clock: Clock) -> date:
    """The date in Europe/Amsterdam."""
    return day_of(clock.now())


def day_of(moment: datetime) -> date:
    """The date in Europe/Amsterdam at an aware moment."""
    return moment.astimezone(amsterdam()).date()


def midnight(day: date) -> datetime:
    """When a date in Europe/Amsterdam begins, aware, in UTC."""
    return datetime.combine(day, time(), amsterdam()).astimezone(UTC)


_MOMENT: Final = Pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


def moment_text(moment: datetime) -> str:
    """`2026-11-24T17:32:08.120Z`, the stored form of an aware moment; below a millisecond is cut off."""
    return _utc(moment).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def parse_moment(text: str) -> datetime:
    """The aware UTC moment of the stored form; ValueError for any other form."""
    if not _MOMENT.fullmatch(text):
        raise ValueError(f"not a stored moment: {text!r}")
    return datetime.fromisoformat(text)
