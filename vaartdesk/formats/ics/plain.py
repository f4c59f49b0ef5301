"""The lines that nearly every program writes, read without the library: it takes twenty times as long over each of them.

What is here gives what the library gives, value for value (a test compares the two on any lines); of an event with a line that
is not as plain as that (`NotPlain`) all is left to the library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.pattern import Pattern
from vaartdesk.formats.ics.event import CalendarError
from vaartdesk.formats.ics.rule import parts_of
from vaartdesk.formats.ics.zones import with_plain_zone, zone_info

Parameters = Mapping[str, str]
_WORD: Final = r"[\w.+@/-](?:[\w .+@/()&-]*[\w.+@/()&-])?"
_HEAD: Final = Pattern(rf'([A-Z-]+)((?:;[A-Z-]+=(?:{_WORD}|"{_WORD}"))*)')
_PARAMETER: Final = Pattern(r';([A-Z-]+)=(?:"([^"]*)"|([^";]*))')
_AT: Final = Pattern("([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?")
_ESCAPED: Final = Pattern(r"\\([\\,;:nN])")
_ODD: Final = Pattern("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
"""Signs that some call the end of a line."""
_CHANGED: Final = Pattern(r"\+|(?<![0-9])0")
"""What the library writes otherwise in a rule: a sign or a nought in front of a number."""


class NotPlain(Exception):
    """The library must read this event."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a time, as the library would hold it."""

    dt: date | datetime
    params: Parameters


@dataclass(frozen=True, slots=True)
class Moments:
    """Several of them in one line."""

    dts: Sequence[Moment]


@dataclass(frozen=True, slots=True)
class Categories:
    """The words of a line of categories."""

    cats: Sequence[str]


class Rule(str):
    """The text of a recurrence rule."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """As the library writes it; the order of its parts is for `rule.normal`."""
        return self.encode()


class Address(str):
    """Someone who invites or is invited, with the name beside it."""

    __slots__ = ("params",)
    params: Parameters


def plain_event(block: Sequence[str]) -> dict[str, Any]:
    """The properties of an event by name, a list where one stands more than once. Raises NotPlain."""
    found: dict[str, Any] = {}
    for line in block:
        head, colon, value = line.partition(":")
        name, params = _head(head)
        if not colon or _ODD.search(value):
            raise NotPlain
        made = _READERS[name](value, params)
        before = found.get(name)
        if before is None:
            found[name] = made
        elif isinstance(before, list):
            before.append(made)
        else:
            found[name] = [before, made]
    return found


@lru_cache(maxsize=1024)
def _head(text: str) -> tuple[str, Parameters]:
    """The name of a line and its parameters: few of them occur, over and over."""
    match = _HEAD.fullmatch(with_plain_zone(f"{text}:").removesuffix(":"))
    if match is None or match[1] not in _READERS:
        raise NotPlain
    found = [(part[1], part[2] or part[3] or "") for part in _PARAMETER.finditer(match[2])]
    params = dict(found)
    if len(params) < len(found) or params.get("VALUE", "") not in _VALUES.get(match[1], ("",)):
        raise NotPlain
    return match[1], params


def _text(value: str, _params: Parameters) -> str:
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _number(value: str, _params: Parameters) -> str:
    if not (value.isascii() and value.isdigit() and len(value) <= 12):
        raise NotPlain
    return str(int(value))


def _address(value: str, params: Parameters) -> Address:
    made = Address(_text(value, params))
    made.params = params
    return made


def _moment(value: str, params: Parameters) -> Moment:
    match = _AT.fullmatch(value)
    if match is None:
        raise NotPlain
    year, month, day, hour, minute, second, is_utc = match.groups()
    zone, is_day = params.get("TZID"), hour is None
    if (is_day and zone) or params.get("VALUE") == ("DATE-TIME" if is_day else "DATE"):
        raise NotPlain
    try:
        if is_day:
            return Moment(date(int(year), int(month), int(day)), params)
        at = datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second), tzinfo=UTC if is_utc else None
        )
    except ValueError as error:
        raise NotPlain from error
    there = _zone(zone) if zone else None
    return Moment(at.replace(tzinfo=there) if there else at, params)


@lru_cache(maxsize=256)
def _zone(name: str) -> tzinfo | None:
    """The zone of this name; the library knows those of Windows too."""
    found = zone_info(name)
    if found is not None:
        return found
    from icalendar.timezone import tzp  # it costs 44 ms, and hardly any file needs it

    return tzp.timezone(name)


def _moments(value: str, params: Parameters) -> Moments:
    return Moments([_moment(part, params) for part in value.split(",")])


def _categories(value: str, _params: Parameters) -> Categories:
    if "\\" in value:
        raise NotPlain
    return Categories(value.split(","))


@lru_cache(maxsize=1024)
def _rule(value: str) -> Rule:
    try:
        parts = parts_of(value)
    except CalendarError as error:
        raise NotPlain from error
    until = parts.pop("UNTIL", "")
    if value != value.upper() or any(map(_CHANGED.search, parts.values())):
        raise NotPlain
    if until:
        _moment(until, {})
    return Rule(value)


_READERS: Final[Mapping[str, Callable[[str, Parameters], Any]]] = {
    "UID": _text,
    "SUMMARY": _text,
    "LOCATION": _text,
    "DESCRIPTION": _text,
    "STATUS": _text,
    "URL": _text,
    "CATEGORIES": _categories,
    "SEQUENCE": _number,
    "RRULE": lambda value, _params: _rule(value),
    "DTSTART": _moment,
    "DTEND": _moment,
    "RECURRENCE-ID": _moment,
    "EXDATE": _moments,
    "RDATE": _moments,
    "ORGANIZER": _address,
    "ATTENDEE": _address,
}
_DAY_OR_TIME: Final = ("", "DATE", "DATE-TIME")
_VALUES: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"), _DAY_OR_TIME),
    "URL": ("", "URI"),
}
