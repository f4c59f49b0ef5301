"""Recurrence rules: checked, brought into one form, and worked out into starts.

Only rules by day, week, month and year are accepted: a rule by the second runs for minutes. Numbers of weeks
(BYWEEKNO) are not, as hardly any program writes them and few read them alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Final

from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import _
from vaartdesk.formats.ics.event import LAST_YEAR, CalendarError, Event, Start, aware, local
from vaartdesk.formats.ics.walk import rule_days

MAX_LENGTH: Final = 500
MAX_STARTS: Final = 10_000
_NONE_WITHIN: Final = timedelta(days=366 * 10)
_FREQUENCIES: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_NUMBER: Final = r"[+-]?[0-9]{1,3}"
_LIST: Final = Pattern(rf"{_NUMBER}(?:,{_NUMBER})*")
_WEEKDAY: Final = r"(?:[+-]?[0-9]{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)"
_COUNTED: Final = Pattern(r"[1-9][0-9]{0,4}")
_UNTIL: Final = Pattern(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")
# In the order in which a rule is written.
_PARTS: Final[dict[str, Pattern]] = {
    "FREQ": Pattern("|".join(sorted(_FREQUENCIES))),
    "INTERVAL": Pattern("[1-9][0-9]{0,2}"),
    "COUNT": _COUNTED,
    "UNTIL": _UNTIL,
    "BYMONTH": Pattern("[0-9]{1,2}(?:,[0-9]{1,2})*"),
    "BYYEARDAY": _LIST,
    "BYMONTHDAY": _LIST,
    "BYDAY": Pattern(rf"{_WEEKDAY}(?:,{_WEEKDAY})*"),
    "BYSETPOS": _LIST,
    "WKST": Pattern("MO|TU|WE|TH|FR|SA|SU"),
}
# The largest number that each list may hold; zero never.
_BOUNDS: Final = {"BYMONTH": 12, "BYYEARDAY": 366, "BYMONTHDAY": 31, "BYSETPOS": 366}


def parts_of(rrule: str) -> dict[str, str]:
    """The parts of a rule, checked; raises CalendarError for one that is not understood or runs away."""
    if len(rrule) > MAX_LENGTH:
        raise CalendarError(_("De herhaalregel is te lang."))
    parts: dict[str, str] = {}
    for part in rrule.upper().split(";"):
        name, _equals, value = part.partition("=")
        form = _PARTS.get(name)
        if name in parts or form is None or not form.fullmatch(value) or not _is_within(name, value):
            raise CalendarError(_("Deze herhaalregel wordt niet gelezen: {part}.").format(part=part[:40]))
        parts[name] = value
    is_counted_day = parts.get("FREQ") in {"DAILY", "WEEKLY"} and any(char.isdigit() for char in parts.get("BYDAY", ""))
    if "FREQ" not in parts or {"COUNT", "UNTIL"} <= parts.keys() or is_counted_day:
        raise CalendarError(_("De herhaalregel klopt niet: {rule}.").format(rule=rrule[:80]))
    return parts


def _is_within(name: str, value: str) -> bool:
    bound = _BOUNDS.get(name)
    return bound is None or all(1 <= abs(int(number)) <= bound for number in value.split(","))


def _written(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={parts[name]}" for name in _PARTS if name in parts)


def normal(event: Event) -> Event:
    """The same series in the form that every program reads alike; an event that is no series as it is.

    The start is the first date of the rule (programs differ on a start outside it), UNTIL is in UTC, or a day for
    whole days, and the parts of the rule stand in a fixed order. Raises CalendarError for a rule without any date.
    """
    if not event.rrule:
        return event
    parts = parts_of(event.rrule)
    if "UNTIL" in parts:
        parts["UNTIL"] = _until_text(event, parts["UNTIL"])
    event = replace(event, rrule=_written(parts))
    begin = _day_of(event.start)
    first = next(_by_rule(event, begin, begin + _NONE_WITHIN), None)
    if first is None:
        raise CalendarError(_("De reeks ‘{title}’ heeft geen enkele datum.").format(title=event.title[:80]))
    return event if first == event.start else event.moved(first)


def starts(event: Event, first: date, last: date, limit: int = MAX_STARTS) -> list[Start]:
    """The starts of an event from day `first` up to and including `last`, in order, at most `limit`.

    Those of a series without the skipped ones and with the extra ones; of another event its own start. Events that
    replace a start are for the caller to lay over it. Raises CalendarError for a rule that is not accepted.
    """
    given = _by_rule(event, first, last) if event.rrule else iter([event.start])
    skipped = set(event.skipped)
    wanted = (start for start in given if _day_of(start) >= first and start not in skipped)
    found = set(islice(wanted, limit))
    found.update(start for start in event.extra if start not in skipped)
    return [start for start in sorted(found) if first <= _day_of(start) <= last][:limit]


def _by_rule(event: Event, first: date, last: date) -> Iterator[Start]:
    """What the rule alone gives, from the day `first` up to and including the day `last`, lazily."""
    parts = parts_of(event.rrule)
    count, until = parts.pop("COUNT", None), parts.pop("UNTIL", None)
    begin = _day_of(event.start)
    until_at = datetime.combine(min(last, date(LAST_YEAR, 12, 31)), time.max)
    if until is not None:
        until_at = min(until_at, _until(event, until))
    # Who counts must begin at the beginning.
    days = rule_days(parts, begin, begin if count else first, until_at.date())
    for day in islice(days, None if count is None else int(count)):
        if not isinstance(event.start, datetime):
            yield day
        elif (moment := datetime.combine(day, event.start.time())) <= until_at:
            yield moment


def _until(event: Event, text: str) -> datetime:
    """The last moment at which an occurrence may start, in local time of the event."""
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise CalendarError(_("De herhaalregel klopt niet: {rule}.").format(rule=text[:80]))
    day, clock, utc = match.groups()
    try:
        if clock is None:
            return datetime.combine(datetime.strptime(day, "%Y%m%d").date(), time.max)  # noqa: DTZ007 - a day has no zone
        moment = datetime.strptime(day + clock, "%Y%m%d%H%M%S")  # noqa: DTZ007 - local unless it says Z
        moment = local(moment.replace(tzinfo=UTC), event.zone) if utc else moment
    except (ValueError, OverflowError) as error:
        raise CalendarError(_("De herhaalregel klopt niet: {rule}.").format(rule=text)) from error
    return datetime.combine(moment.date(), time.max) if event.is_all_day else moment


def _until_text(event: Event, text: str) -> str:
    moment = _until(event, text)
    if event.is_all_day:
        return f"{moment:%Y%m%d}"
    return f"{aware(moment.replace(microsecond=0), event.zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day_of(start: Start) -> date:
    return start.date() if isinstance(start, datetime) else start
