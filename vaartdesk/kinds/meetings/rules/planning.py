"""When a body meets, as long as nobody says otherwise."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from vaartdesk.core.dates import parse_time

TUESDAY = 1
EVENING = time(19, 30)


def usual_start(usual_time: str, today: date, last: datetime | None = None) -> datetime:
    """The next usual evening after today: on the weekday of the ``last`` meeting, a Tuesday without one; at the body's usual time,
    else at that of the last meeting, else at half past seven.
    """
    weekday = last.weekday() if last is not None else TUESDAY
    ahead = (weekday - today.weekday() - 1) % 7 + 1
    return datetime.combine(
        today + timedelta(days=ahead), _time(usual_time, last.time() if last is not None else EVENING)
    )


def _time(text: str, otherwise: time) -> time:
    try:
        return parse_time(text)
    except ValueError:
        return otherwise
