"""Recurrence rules of RFC 5545 (3.3.10) for days and longer, bounded so that no rule can hang the program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, datetime, timedelta
from itertools import islice
from typing import Final

from dateutil.rrule import rrule, rrulestr

MOST: Final = 2_000
YEARS: Final = 20
REACH: Final = timedelta(days=365 * YEARS)
"""A series is followed this far from its start, whether it ends or not."""
_FREQUENCIES: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


def is_rule(text: str) -> bool:
    """True for one rule of days, weeks, months or years that can be read; dateutil alone would take far more."""
    try:
        _read(text, datetime(2026, 1, 1))  # noqa: DTZ001 - local time
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return False
    return True


def starts(text: str, first: datetime, most: int = MOST) -> Iterator[datetime]:
    """The local starts of a series in order, ``first`` included even where the rule would not give it (RFC 5545 3.8.5.3).

    ``first`` counts as the first of COUNT. A rule that cannot be read gives ``first`` alone.
    """
    yield first
    if not text or not is_rule(text):
        return
    rule, count, shift = _read(text, first)
    later = first.replace(year=first.year + shift)
    rest = (start for start in rule if start > later)
    for start in islice(rest, min(most, count) - 1):
        yield start.replace(year=start.year - shift)


def _read(text: str, first: datetime) -> tuple[rrule, int, int]:
    """The rule with an end, how many dates it has at most, and by how many years it was moved.

    dateutil looks for a 30 February until the year 9999, whatever COUNT and UNTIL say. So the rule is read as near to
    that year as whole Gregorian cycles of 400 years allow: the calendar is the same there, and the search short.
    """
    parts = _parts(text)
    count = int(parts.pop("COUNT", MOST))
    if parts.get("FREQ") not in _FREQUENCIES or count < 1 or int(parts.get("INTERVAL", 1)) < 1:
        raise ValueError(f"no rule of days or longer: {text!r}")
    shift = (MAXYEAR - YEARS - first.year) // 400 * 400
    later = first.replace(year=first.year + shift)
    rule = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=later)
    if not isinstance(rule, rrule):
        raise TypeError(f"more than one rule: {text!r}")
    until = rule._until  # type: ignore[attr-defined]  # noqa: SLF001 - dateutil has no other way to ask
    end = min(first + REACH, until) if until else first + REACH
    return rule.replace(until=end.replace(year=end.year + shift)), count, shift


def _parts(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in found or "\n" in value:
            raise ValueError(f"no rule: {text!r}")
        found[name] = value
    return found
