"""The four times of an event: set-up start, public start, public end, break-down end (K1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final
from zoneinfo import ZoneInfo

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_weekday_long, time_prose
from vaartdesk.core.text import _
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

NOTHING: Final = timedelta()
INSTANT: Final = timedelta(microseconds=1)
UNTOLD_HOURS: Final = 1
"""How long an event lasts whose end nobody filled in."""
TIMES: Final = ("setup_at", "starts_at", "ends_at", "breakdown_at")


@dataclass(frozen=True, slots=True)
class Span:
    """The times of one date, naive, in order: the place is taken from ``setup`` up to (not including) ``breakdown``."""

    setup: datetime
    starts: datetime
    ends: datetime
    breakdown: datetime

    @property
    def first_on(self) -> date:
        return self.starts.date()

    @property
    def last_on(self) -> date:
        """The last public day; what ends at midnight ends on the day before."""
        return max(self.first_on, (self.ends - INSTANT).date())

    def moved(self, step: timedelta) -> Span:
        return Span(self.setup + step, self.starts + step, self.ends + step, self.breakdown + step)


def span_of(values: Values) -> Span | None:
    """The times of an event's (first) date; None without a start. Times out of order never shorten the public part."""
    starts: datetime | None = values["starts_at"]
    if starts is None:
        return None
    if values["is_whole_day"]:
        starts = datetime.combine(_day(starts), time())
        last = _day(values["ends_at"]) if values["ends_at"] else starts.date()
        ends = datetime.combine(max(last, starts.date()), time()) + timedelta(1)
    else:
        ends = max(values["ends_at"] or starts + timedelta(hours=UNTOLD_HOURS), starts)
    setup = min(values["setup_at"] or starts, starts)
    return Span(setup, starts, ends, max(values["breakdown_at"] or ends, ends))


def _day(at: date) -> date:
    """The day of a time; on paper a whole day is a day already."""
    return at.date() if isinstance(at, datetime) else at


def span_on(values: Values, following: tuple[datetime, datetime] | None) -> Span | None:
    """The times of the date with that begin and end, set-up and break-down as far off as ever; without one its own."""
    own = span_of(values)
    if own is None or following is None:
        return own
    starts, ends = following
    return Span(starts - (own.starts - own.setup), starts, ends, ends + (own.breakdown - own.ends))


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """The zone of that IANA name; Amsterdam for one that this machine does not know."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return amsterdam()


def utc_text(local: datetime, zone: str) -> str:
    """A wall-clock time of a zone as a stored UTC moment, so that text order is time order across zones."""
    at = local - (
        zone_of(zone).utcoffset(local) or NOTHING
    )  # asked of the zone: a time that bears it would cost thrice as much
    return f"{at.isoformat()}.000Z" if not at.microsecond else f"{at.isoformat(timespec='milliseconds')}Z"


def times_in_order(values: Values, reader: Reader) -> Problem | None:
    """Set-up <= start <= end <= break-down (K1); the sentence stands beside the later one of the two that clash."""
    known = [(name, values[name]) for name in TIMES if values[name] is not None]
    for (name, at), (later, until) in pairwise(known):
        if until < at and not (values.get("is_whole_day") and until.date() >= at.date()):
            return Problem(later, str(_OUT_OF_ORDER[name, later]))
    return None


_OUT_OF_ORDER: Final = {
    ("setup_at", "starts_at"): _("Het evenement begint voor de opbouw."),
    ("setup_at", "ends_at"): _("Het evenement eindigt voor de opbouw."),
    ("setup_at", "breakdown_at"): _("De afbouw is klaar voor de opbouw begint."),
    ("starts_at", "ends_at"): _("Het evenement eindigt voor het begint."),
    ("starts_at", "breakdown_at"): _("De afbouw is klaar voor het evenement begint."),
    ("ends_at", "breakdown_at"): _("De afbouw is klaar voor het evenement eindigt."),
}


def shifted(values: Values, starts: datetime) -> Mapping[str, Any]:
    """The four times of an event that is moved to ``starts``; its length, set-up and break-down stay."""
    if values["starts_at"] is None:
        return {"starts_at": starts}
    step = starts - values["starts_at"]
    return {name: values[name] + step for name in TIMES if values[name] is not None}


def along(before: Values, after: Values) -> dict[str, datetime]:
    """The other times of an event of which only the begin was changed, and past its end: they are as far from it as they were."""
    old, new = before["starts_at"], after["starts_at"]
    others = [name for name in TIMES if name != "starts_at" and after[name] is not None]
    is_only = all(before[name] == after[name] for name in others)
    is_past = (
        any(after[name] is not None and after[name] < new for name in ("ends_at", "breakdown_at")) if new else False
    )
    if old is None or old == new or not is_only or not is_past or after["is_whole_day"] != before["is_whole_day"]:
        return {}
    return {name: after[name] + (new - old) for name in others}


def when_text(values: Values) -> str:
    """`zaterdag 19 december 2026, 18.30 – 21.00 uur`, as the record's page says it."""
    span = span_of(values)
    return "" if span is None else span_text(span, values)


def span_text(span: Span, values: Values) -> str:
    """The same of one date of an event."""
    first, last = day_weekday_long(span.first_on), day_weekday_long(span.last_on)
    if values["is_whole_day"]:
        return first if span.first_on == span.last_on else f"{first} – {last}"
    if values["ends_at"] is None:
        return f"{first}, {time_prose(span.starts)}"
    if span.first_on == span.last_on:
        return f"{first}, {time_prose(span.starts).removesuffix(' uur')} – {time_prose(span.ends)}"
    return f"{first}, {time_prose(span.starts)} – {last}, {time_prose(span.ends)}"
