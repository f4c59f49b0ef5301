"""How full the weeks to come are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.events.model.event import Event
from vaartdesk.kinds.events.queries.dates import DATE
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader

BUSY: Final = 7
FULL: Final = 9
"""So many events in one ISO week make it busy, and full."""
UNCOUNTED: Final = ("idee", "afgelast")
"""An idea takes no place in the calendar yet, and what is called off no more."""


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """An ISO week from its Monday: how many event dates touch it, and their titles, the large ones first, each once."""

    monday: date
    count: int
    titles: tuple[str, ...]

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week


def week_loads(reader: Reader, weeks: int = 12) -> list[WeekLoad]:
    """The week of today and those after it. A date of several days counts in every week it touches."""
    first = reader.today - timedelta(reader.today.weekday())
    last = first + timedelta(7 * weeks - 1)
    event = table(Event)
    statement = (
        select(DATE.c.first_on, DATE.c.last_on, event.c.title, event.c.is_large, event.c.visitors)
        .join(event, event.c.id == DATE.c.event)
        .where(event.c.alive, event.c.status.not_in(UNCOUNTED), DATE.c.first_on <= last, DATE.c.last_on >= first)
    )
    found: list[list[tuple[bool, int, str]]] = [[] for _week in range(weeks)]
    for begins, ends, title, is_large, visitors in map(tuple, reader.all(statement)):
        for week in range(max(0, (begins - first).days // 7), min(weeks - 1, (ends - first).days // 7) + 1):
            found[week].append((not is_large, -(visitors or 0), title))
    return [
        WeekLoad(
            first + timedelta(7 * week), len(dates), tuple(dict.fromkeys(title for *_order, title in sorted(dates)))
        )
        for week, dates in enumerate(found)
    ]
