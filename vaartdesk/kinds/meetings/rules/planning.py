"""When a body meets, as long as nobody says otherwise."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from vaartdesk.core.dates import parse_time

TUESDAY = 1
EVENING = time(19, 30)


def usual_start(usual_time: str, today: date) -> datetime:
    """The next Tuesday after today at the body's usual time; half past seven where that does not read as a time."""
    ahead = (TUESDAY - today.weekday() - 1) % 7 + 1
    return datetime.combine(today + timedelta(days=ahead), _time(usual_time))


def _time(text: str) -> time:
    try:
        return parse_time(text)
    except ValueError:
        return EVENING
