"""Calendar files from outside, read without trusting them: sizes, dates, rules and zones are bounded.

The file is cut into its events first and each is read by itself, so that a broken one costs only itself. Time zone
definitions inside the file are never worked out (a hostile one runs for ever); zones are known by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.ids import rule_id
from vaartdesk.core.progress import Progress, told, unheard
from vaartdesk.core.text import _, clean, fold
from vaartdesk.formats.ics.blocks import event_blocks
from vaartdesk.formats.ics.event import (
    AMSTERDAM,
    FIRST_YEAR,
    LAST_YEAR,
    UTC_ZONE,
    CalendarError,
    Event,
    Party,
    Start,
    local,
)
from vaartdesk.formats.ics.plain import NotPlain, plain_event
from vaartdesk.formats.ics.rule import normal
from vaartdesk.formats.ics.zones import with_plain_zone, zone_of

Properties = Mapping[str, Any]
"""An event as the library read it: properties by name, a list where one stands more than once."""

MAX_SKIPS: Final = 5_000
_NAME, _TEXT, _PARTIES = 300, 20_000, 500
_TOLD: Final = ("SUMMARY", "LOCATION", "DESCRIPTION")
"""Of these it is said when they are longer than a text may be."""
_STATUSES: Final = frozenset({"CONFIRMED", "TENTATIVE", "CANCELLED"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar file held: its events in order, and in Dutch what was left out and what was assumed."""

    events: tuple[Event, ...]
    skipped: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def read_calendar(data: bytes, progress: Progress = unheard) -> Reading:
    """The events of an `.ics` file; times of a single event are turned into those of Amsterdam.

    Of two versions of one event the one with the higher SEQUENCE counts. Raises CalendarError for what is no
    calendar or too large, and Cancelled when `progress` does; what is wrong with one event is a sentence in `skipped`.
    """
    events: dict[tuple[str, str], Event] = {}
    skipped: list[str] = []
    assumed: list[str] = []
    blocks, is_cut = event_blocks(data)
    for n, block in enumerate(told(blocks, progress, 0.2, 1.0), start=1):
        try:
            event = _event(block, assumed)
        except CalendarError as error:
            skipped.append(str(error))
        except Exception:  # noqa: BLE001 - what the parser raises on hostile lines is not documented
            skipped.append(_("Afspraak {n} is niet te lezen.").format(n=n))
        else:
            key = (event.uid, "" if event.replaces is None else event.replaces.isoformat())
            if key not in events or event.sequence >= events[key].sequence:
                events[key] = event
    if is_cut:
        skipped.append(_("Het bestand houdt midden in een afspraak op; die is niet gelezen."))
    return Reading(tuple(events.values()), tuple(skipped), tuple(dict.fromkeys(assumed)))


def _event(block: list[str], assumed: list[str]) -> Event:
    try:
        return event_of(plain_event(block), assumed)
    except NotPlain:
        return event_of(by_library(block), assumed)


def event_of(component: Properties, assumed: list[str]) -> Event:
    """The event that these properties tell. Raises CalendarError with a sentence that names it."""
    title = _text(component, "SUMMARY", _TEXT) or str(_("(zonder titel)"))
    try:
        return _read(component, title, assumed)
    except CalendarError as error:
        raise CalendarError(_("‘{title}’: {why}").format(title=title[:80], why=error)) from error
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise CalendarError(_("‘{title}’: de datum is niet te lezen.").format(title=title[:80])) from error


def by_library(block: list[str]) -> Properties:
    """The properties in these lines of an event, whatever they look like; raises many things."""
    # Imported here because it costs 44 ms, which start-up has no need of.
    from icalendar import Event as Component

    text = "\r\n".join(["BEGIN:VEVENT", *map(with_plain_zone, block), "END:VEVENT", ""])
    return cast("Properties", Component.from_ical(text))


def _read(component: Properties, title: str, assumed: list[str]) -> Event:
    if any(len(str(value)) > _TEXT for name in _TOLD for value in _all(component, name)[:1]):
        sentence = _("‘{title}’: een tekst van meer dan {n} tekens is daar afgekapt.")
        assumed.append(sentence.format(title=title[:80], n=_TEXT))
    rrule = _rule(component)
    start, zone = _start(component, title, bool(rrule), assumed)
    location = _text(component, "LOCATION", _TEXT)
    uid = _text(component, "UID", _NAME)
    event = Event(
        uid=uid or rule_id("ics", fold(title).replace("|", " "), f"{start.isoformat()} {fold(location)}"),
        title=title,
        start=start,
        end=_end(component, start, zone),
        zone=zone,
        location=location,
        description=_text(component, "DESCRIPTION", _TEXT),
        url=_url(component),
        status=status if (status := _text(component, "STATUS", 20).upper()) in _STATUSES else "",
        categories=_categories(component),
        rrule=rrule,
        skipped=_moments(component, "EXDATE", start, zone),
        extra=_moments(component, "RDATE", start, zone),
        replaces=_replaces(component, start, zone),
        sequence=_sequence(component),
        organiser=next(_parties(component, "ORGANIZER"), None),
        attendees=tuple(_parties(component, "ATTENDEE")),
    )
    return normal(replace(event, rrule="") if event.replaces is not None else event)


def _all(component: Properties, name: str) -> list[Any]:
    value = component.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(component: Properties, name: str, length: int) -> str:
    values = _all(component, name)
    return clean(str(values[0]))[:length].strip() if values else ""


def _rule(component: Properties) -> str:
    rules = _all(component, "RRULE")
    if len(rules) > 1:
        raise CalendarError(_("meer dan één herhaalregel wordt niet gelezen."))
    if not rules:
        return ""
    # Hours that only repeat the start are harmless and common; others are refused with the rest.
    parts = rules[0].to_ical().decode().upper().split(";")
    start = component["DTSTART"].dt if "DTSTART" in component else None  # of which `_start` tells
    if not isinstance(start, datetime):
        return ";".join(parts)
    own = {f"BYHOUR={start.hour}", f"BYMINUTE={start.minute}", f"BYSECOND={start.second}"}
    return ";".join(part for part in parts if part not in own)


def _start(component: Properties, title: str, is_series: bool, assumed: list[str]) -> tuple[Start, str]:
    """The start and the zone it is kept in."""
    if "DTSTART" not in component:
        raise CalendarError(_("er staat geen begin bij."))
    found = component["DTSTART"]
    start = found.dt
    named = str(found.params.get("TZID", ""))
    zone, is_sure = zone_of(start, named)
    if not is_sure:
        assumed.append(
            _("‘{title}’: de tijdzone {zone} is onbekend, gelezen als Nederlandse tijd.").format(
                title=title[:80], zone=named[:80]
            )
        )
    if zone in {AMSTERDAM, UTC_ZONE} and (is_series or zone == AMSTERDAM):
        kept = zone
    elif is_series:
        raise CalendarError(_("een reeks in de tijdzone {zone} wordt niet gelezen.").format(zone=zone))
    else:
        kept = AMSTERDAM
    return _plain(start, zone, kept), kept


def _plain(value: object, zone: str, kept: str) -> Start:
    """A day, or a local time of the zone that is kept; raises CalendarError outside 1900-2199."""
    if not isinstance(value, date):
        raise CalendarError(_("de datum is niet te lezen."))
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise CalendarError(
            _("het jaar moet tussen {first} en {last} liggen.").format(first=FIRST_YEAR, last=LAST_YEAR)
        )
    if not isinstance(value, datetime):
        return value
    moment = value if value.tzinfo is not None else value.replace(tzinfo=ZoneInfo(zone))
    return local(moment, kept).replace(microsecond=0, fold=0)


def _end(component: Properties, start: Start, zone: str) -> Start:
    least = start if isinstance(start, datetime) else start + timedelta(days=1)
    if "DTEND" in component:
        end = _like(component["DTEND"].dt, start, zone)
    elif "DURATION" in component:
        length = component["DURATION"].dt
        if not timedelta() <= length <= timedelta(days=3660):
            raise CalendarError(_("de duur is niet te lezen."))
        end = start + length
    else:
        end = least
    return max(end, least)


def _like(value: object, start: Start, zone: str) -> Start:
    """A value in the sort of the start: a day among times is that day at the same time."""
    plain = _plain(value, zone, zone)
    if isinstance(start, datetime) and not isinstance(plain, datetime):
        return datetime.combine(plain, start.time())
    if isinstance(plain, datetime) and not isinstance(start, datetime):
        return plain.date()
    return plain


def _moments(component: Properties, name: str, start: Start, zone: str) -> tuple[Start, ...]:
    found: list[Start] = []
    for value in _all(component, name):
        for entry in getattr(value, "dts", [value]):
            moment = entry.dt[0] if isinstance(entry.dt, tuple) else entry.dt
            found.append(_like(moment, start, zone))
    if len(found) > MAX_SKIPS:
        raise CalendarError(_("er staan te veel losse datums bij."))
    return tuple(sorted(set(found), key=str))


def _replaces(component: Properties, start: Start, zone: str) -> Start | None:
    if "RECURRENCE-ID" not in component:
        return None
    found = component["RECURRENCE-ID"]
    if "RANGE" in found.params:
        raise CalendarError(_("een wijziging van deze en alle volgende wordt niet gelezen."))
    return _like(found.dt, start, zone)


def _sequence(component: Properties) -> int:
    text = _text(component, "SEQUENCE", 12)
    return int(text) if text.isascii() and text.isdigit() else 0


def _url(component: Properties) -> str:
    url = _text(component, "URL", 2_000)
    return url if url.lower().startswith(("https://", "http://")) else ""


def _categories(component: Properties) -> tuple[str, ...]:
    names = (clean(str(name))[:100].strip() for value in _all(component, "CATEGORIES") for name in value.cats)
    return tuple(dict.fromkeys(name for name in names if name))[:50]


def _parties(component: Properties, name: str) -> Iterator[Party]:
    for value in _all(component, name)[:_PARTIES]:
        address = clean(str(value)).strip()[:254]
        if address.lower().startswith("mailto:") and "@" in address:
            yield Party(address[7:], clean(str(value.params.get("CN", "")))[:_NAME].strip())
