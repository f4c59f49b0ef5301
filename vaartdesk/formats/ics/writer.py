"""Calendar files and invitations (RFC 5545, RFC 5546), byte for byte the same for the same input.

The time zone is a constant: the one that the library makes has summer time begin an hour late, which one in three
programs notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from vaartdesk.core.text import _, clean
from vaartdesk.formats.ics.event import AMSTERDAM, UTC_ZONE, CalendarError, Event, Party, Start, aware
from vaartdesk.formats.ics.rule import normal

if TYPE_CHECKING:
    from icalendar import Event as Component

PRODUCT: Final = "-//Vaart in Assen//VaartDesk//NL"
VTIMEZONE: Final = "\r\n".join(  # noqa: FLY002 - one line of the file on each line
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]
)
_EMAIL: Final = re.compile(r"[^\s@<>\"';:,]+@[^\s@<>\"';:,]+")
_STATUSES: Final = frozenset({"CONFIRMED", "TENTATIVE", "CANCELLED"})


def write_calendar(events: Iterable[Event], *, stamp: datetime, name: str = "", method: str = "PUBLISH") -> bytes:
    """A calendar file with these events. `stamp` is the aware moment of making, `name` what calendars call it.

    Series are brought into normal form first. Raises CalendarError for an event that ends before it starts, has no
    UID, a zone other than Amsterdam or UTC, or a rule that is not accepted.
    """
    # Imported here because it costs 44 ms, which start-up has no need of.
    from icalendar import Calendar

    head = Calendar()
    head.add("VERSION", "2.0")
    head.add("PRODID", PRODUCT)
    head.add("METHOD", method)
    if name:
        head.add("X-WR-CALNAME", clean(name))
    end = b"END:VCALENDAR\r\n"
    pieces = [head.to_ical().removesuffix(end), VTIMEZONE.encode()]
    pieces.extend(_component(normal(_checked(event)), stamp).to_ical() for event in events)
    return b"".join([*pieces, end])


def write_invitation(
    event: Event, organiser: Party, attendees: Sequence[Party], *, stamp: datetime, is_cancelled: bool = False
) -> bytes:
    """An invitation that mail programs answer to; `is_cancelled` takes an earlier one back.

    Raise `event.sequence` with each change. Raises CalendarError, also for an address that cannot be.
    """
    invited = replace(
        event,
        organiser=organiser,
        attendees=tuple(attendees),
        status="CANCELLED" if is_cancelled else event.status or "CONFIRMED",
    )
    return write_calendar([invited], stamp=stamp, method="CANCEL" if is_cancelled else "REQUEST")


def _checked(event: Event) -> Event:
    same_sort = isinstance(event.start, datetime) == isinstance(event.end, datetime)
    if not event.uid or not same_sort or event.start > event.end:
        raise CalendarError(_("‘{title}’ heeft geen geldig begin en einde.").format(title=event.title[:80]))
    if event.zone not in {AMSTERDAM, UTC_ZONE}:
        raise CalendarError(
            _("‘{title}’ staat in een andere tijdzone: {zone}.").format(title=event.title[:80], zone=event.zone)
        )
    return event


def _component(event: Event, stamp: datetime) -> Component:
    from icalendar import Event as Component
    from icalendar import vRecur

    component = Component()
    component.add("UID", clean(event.uid))
    component.add("DTSTAMP", stamp.astimezone(UTC).replace(microsecond=0))
    component.add("DTSTART", _moment(event.start, event.zone))
    component.add("DTEND", _moment(event.end, event.zone))
    component.add("SEQUENCE", event.sequence)
    for name in ("title", "location", "description"):
        text = clean(getattr(event, name))
        if text:
            component.add("SUMMARY" if name == "title" else name, text)
    if event.url:
        component.add("URL", "".join(clean(event.url).split()))
    if event.status in _STATUSES:
        component.add("STATUS", event.status)
    if event.categories:
        component.add("CATEGORIES", [clean(category) for category in event.categories])
    if event.rrule:
        component.add("RRULE", vRecur.from_ical(event.rrule))
    for name, moments in (("EXDATE", event.skipped), ("RDATE", event.extra)):
        for moment in sorted(moments, key=str):
            component.add(name, _moment(moment, event.zone))
    if event.replaces is not None:
        component.add("RECURRENCE-ID", _moment(event.replaces, event.zone))
    _add_parties(component, event)
    return component


def _moment(start: Start, zone: str) -> date | datetime:
    if not isinstance(start, datetime):
        return start
    return start.replace(tzinfo=UTC) if zone == UTC_ZONE else aware(start, zone)


def _add_parties(component: Component, event: Event) -> None:
    if event.organiser is not None:
        component.add("ORGANIZER", f"mailto:{_email(event.organiser)}", parameters=_name(event.organiser))
    for attendee in event.attendees:
        answer = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
        component.add("ATTENDEE", f"mailto:{_email(attendee)}", parameters=_name(attendee) | answer)


def _email(party: Party) -> str:
    if not _EMAIL.fullmatch(party.email):
        raise CalendarError(_("‘{text}’ is geen e-mailadres.").format(text=party.email[:80]))
    return party.email


def _name(party: Party) -> dict[str, str]:
    # A parameter cannot hold a double quote in any way, nor a line break.
    name = " ".join(clean(party.name).replace('"', "").split())
    return {"CN": name} if name else {}
