"""Work on the place of an event: maintenance that is planned there, and tickets that are open (K19)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import BindParameter, bindparam, or_, select

from vaartdesk.core.clock import amsterdam
from vaartdesk.formats.ics.series import series_starts
from vaartdesk.kinds.events.ports import LINK, MAINTENANCE, OVER, PLACE, TICKET
from vaartdesk.kinds.events.queries.dates import DATE
from vaartdesk.kinds.events.rules.clashes import Clash
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

SOON: Final = timedelta(28)
"""A ticket without a day may still be open then."""
RESTING: Final = frozenset({"onderbroken"})
Days = tuple[date, date]
_PLACES: Final[BindParameter[Any]] = bindparam("places", expanding=True)
# Made once: each drag of an event asks them.
_DATES: Final = (
    select(DATE.c.first_on, DATE.c.last_on)
    .where(DATE.c.event == bindparam("event"), DATE.c.last_on >= bindparam("today"))
    .order_by(DATE.c.first_on)
)
_WORK: Final = select(MAINTENANCE).where(
    MAINTENANCE.c.alive,
    MAINTENANCE.c.status.not_in(sorted(OVER | RESTING)),
    MAINTENANCE.c.starts_on.is_not(None),
    or_(
        MAINTENANCE.c.place.in_(_PLACES),
        MAINTENANCE.c.id.in_(
            select(LINK.c.from_id).where(LINK.c.to_id.in_(_PLACES), LINK.c.role == "plaats", LINK.c.alive)
        ),
        MAINTENANCE.c.place.is_(None)
        & MAINTENANCE.c.street.in_(select(PLACE.c.street).where(PLACE.c.id.in_(_PLACES), PLACE.c.street.is_not(None))),
    ),
)
_TICKETS: Final = select(TICKET).where(
    TICKET.c.alive, TICKET.c.status.not_in(sorted(OVER)), TICKET.c.place.in_(_PLACES)
)


def places_of(own: Values) -> list[str]:
    """The places of an event."""
    return [key for key in dict.fromkeys((own["place"], *own["places"])) if key]


def works_at(reader: Reader, own: Values) -> Iterator[Clash]:
    """What is done on the places of an event on its coming dates; each work once per date."""
    places = places_of(own)
    if not places:
        return
    asked = {"event": own["id"], "today": reader.today}
    dates: list[Days] = [(first, last) for first, last in reader.connection.execute(_DATES, asked)]
    if dates:
        yield from _maintenance(reader, own, places, dates)
        yield from _tickets(reader, own, places, dates)


def _maintenance(reader: Reader, own: Values, places: Sequence[str], dates: Sequence[Days]) -> Iterator[Clash]:
    for row in reader.connection.execute(_WORK, {"places": list(places)}):
        for begin, end in _times(row, dates[0][0], dates[-1][1]):
            for first, last in dates:
                if begin <= last and end >= first:
                    day = max(first, begin)
                    yield Clash("soft", "onderhoud", Ref("maintenance", row.id), row.title, day, own["title"])


def _times(row: Any, first: date, last: date) -> Iterator[Days]:
    """When the work is there, from day to day, as far as the dates of the event reach."""
    stays = timedelta(max(1, row.stays_days or 1) - 1)
    until = min(last, row.ends_on or last)
    starts = series_starts(row.rrule, row.starts_on, first=first - stays, last=until) if row.rrule else [row.starts_on]
    for start in starts:
        begin = start.date() if isinstance(start, datetime) else start
        if begin <= until:
            yield begin, begin + stays


def _tickets(reader: Reader, own: Values, places: Sequence[str], dates: Sequence[Days]) -> Iterator[Clash]:
    """On the day that is planned for it; without one a ticket stands in the way of what comes soon."""
    for row in reader.connection.execute(_TICKETS, {"places": list(places)}):
        planned = row.planned_at.astimezone(amsterdam()).date() if row.planned_at is not None else None
        for first, last in dates:
            is_then = first <= planned <= last if planned is not None else first <= reader.today + SOON
            if is_then:
                yield Clash("soft", "melding", Ref("ticket", row.id), row.title, planned or first, own["title"])
