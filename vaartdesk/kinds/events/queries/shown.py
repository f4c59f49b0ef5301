"""The dates that a month or a year shows: one question in SQLite's own words, since every turn waits for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Final

from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.schema.reader import Reader

NO_LINE: Final = "O"
"""The letter of what hangs on no theme line."""
_BETWEEN: Final = """
select o.id, o.event, o.original, e.title, e.status, e.theme_line, o.starts_at, o.ends_at, o.first_on, o.last_on,
       e.is_whole_day, e.place_text, e.is_large
from occurrence o join event e on e.id = o.event
where e.alive and o.first_on <= ? and o.last_on >= ?
order by o.first_on, o.last_on desc, o.starts_at, o.id
"""


def dates_shown(
    reader: Reader, first: date, last: date, letters: Mapping[str, str], clashing: Collection[str]
) -> list[Shown]:
    """The dates from ``first`` to ``last``, longest first within a start day.

    ``letters``: theme line -> its letter; ``clashing``: the keys of dates that stand in another's way.
    """
    day, moment = date.fromisoformat, datetime.fromisoformat
    found = reader.connection.exec_driver_sql(_BETWEEN, (last.isoformat(), first.isoformat()))
    return [
        Shown(
            key, event, original, title, status, letters.get(line) or NO_LINE, moment(starts), moment(ends),
            day(first_on), day(last_on), bool(is_whole_day), place or "", bool(is_large), key in clashing,
        )
        for key, event, original, title, status, line, starts, ends, first_on, last_on, is_whole_day, place, is_large
        in found
    ]  # fmt: skip
