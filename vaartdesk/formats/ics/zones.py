"""Time zones of calendar files, by name only: a definition inside a file is never worked out."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from vaartdesk.formats.ics.event import AMSTERDAM, UTC_ZONE

_TZID: Final = re.compile(r';TZID=(?:"([^"]*)"|([^";:]*))(?=[;:])', re.IGNORECASE)
_UTC_NAMES: Final = frozenset({"UTC", "Etc/UTC", "Etc/GMT", "GMT", "Zulu", "Etc/Zulu", "Etc/Universal"})


def with_plain_zone(line: str) -> str:
    """The line with a TZID that the library can take: it refuses the whole event for a name with a path in it."""
    return _TZID.sub(_plain_zone, line, count=1)


def _plain_zone(match: re.Match[str]) -> str:
    name = match.group(1) or match.group(2) or ""
    if "/" not in name:
        return match.group()
    return f';TZID="{_zone_in(name) or " ".join(name.strip("/").split("/"))}"'


def zone_of(value: object, named: str) -> tuple[str, bool]:
    """The zone that a value of a calendar file is in, and whether that is sure; `named` is its TZID.

    Amsterdam for days, for times without a zone, and for zones that keep the same time. Not sure: an unknown name,
    taken for Amsterdam.
    """
    if not isinstance(value, datetime):
        return AMSTERDAM, True
    if value.tzinfo is not None:
        return _same_time(str(getattr(value.tzinfo, "key", value.tzinfo))), True
    found = _zone_in(named) if named else AMSTERDAM
    return _same_time(found or AMSTERDAM), found is not None


def _zone_in(name: str) -> str | None:
    """The zone at the end of a name like `/vendor/20200101/Europe/Berlin`."""
    pieces = name.strip("/").split("/")
    for zone in ("/".join(pieces[-2:]), pieces[-1]):
        if zone_info(zone):
            return zone
    return None


def zone_info(name: str) -> ZoneInfo | None:
    """The zone of that IANA name; None where this machine has none."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        # The name of a folder, one that leads out of the folder, or one that is not there.
        return None


@lru_cache(maxsize=256)
def _same_time(zone: str) -> str:
    """Amsterdam for a zone that has had its clock since 2000 (Berlin, Brussels, Paris), UTC for its names."""
    if zone in _UTC_NAMES:
        return UTC_ZONE
    here, there = ZoneInfo(AMSTERDAM), zone_info(zone)
    days = (datetime(2000, 1, 1, 12) + timedelta(days=n) for n in range(0, 40 * 366, 5))  # noqa: DTZ001 - in both zones
    return AMSTERDAM if there and all(here.utcoffset(day) == there.utcoffset(day) for day in days) else zone
