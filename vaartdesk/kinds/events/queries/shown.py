"""The dates that a month or a year shows: one question in SQLite's own words, since every turn waits for it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.schema.reader import Reader

NO_LINE: Final = "O"
"""The letter of what hangs on no theme line."""
_DATES: Final = """
select id, event, original, starts_at, ends_at, first_on, last_on from occurrence
where first_on <= ? and last_on >= ? order by first_on, last_on desc, starts_at, id
"""
_EVENTS: Final = """
select id, title, status, theme_line, is_whole_day, place_text, is_large from event
where alive and id in (select value from json_each(?))
"""


class Told(NamedTuple):
    """What a calendar tells of an event on each of its dates."""

    title: str
    status: str
    letter: str
    is_whole_day: bool
    place: str
    is_large: bool


def dates_between(reader: Reader, first: date, last: date) -> Sequence[Any]:
    """The stored dates from ``first`` to ``last``, longest first within a start day: key, event, and as they are stored the
    original start, begin, end, first and last day.
    """
    return reader.connection.exec_driver_sql(_DATES, (last.isoformat(), first.isoformat())).all()


def told_of(reader: Reader, events: Iterable[str], letters: Mapping[str, str]) -> dict[str, Told]:
    """What is told of these events. ``letters``: theme line -> its letter."""
    found = reader.connection.exec_driver_sql(_EVENTS, (json.dumps(sorted(events)),))
    return {
        key: Told(title, status, letters.get(line) or NO_LINE, bool(is_whole_day), place or "", bool(is_large))
        for key, title, status, line, is_whole_day, place, is_large in found
    }


def shown_of(dates: Sequence[Any], told: Mapping[str, Told], clashing: Collection[str]) -> list[Shown]:
    """The dates with what is told of their events. ``clashing``: the keys of dates that stand in another's way."""
    day, moment = date.fromisoformat, datetime.fromisoformat
    return [
        Shown(
            key, event, original, own.title, own.status, own.letter, moment(starts), moment(ends), day(first_on),
            day(last_on), own.is_whole_day, own.place, own.is_large, key in clashing,
        )
        for key, event, original, starts, ends, first_on, last_on in dates
        if (own := told.get(event)) is not None
    ]  # fmt: skip
