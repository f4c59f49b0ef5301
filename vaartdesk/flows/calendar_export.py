"""Events as a calendar file (K12): one event, a series with its exceptions, or all of a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.formats.ics.event import AMSTERDAM, UTC_ZONE, CalendarError, Event, Start
from vaartdesk.formats.ics.rule import normal
from vaartdesk.formats.ics.writer import write_calendar
from vaartdesk.kinds.events.rules.occurrences import hand_picked
from vaartdesk.kinds.events.rules.times import UNTOLD_HOURS, zone_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_rows

OWN_UID: Final = "@vaartdesk"
STATUSES: Final[Mapping[str, str]] = {"bevestigd": "CONFIRMED", "geweest": "CONFIRMED", "afgelast": "CANCELLED"}
"""Other states are tentative."""
HIDDEN: Final = frozenset({"idee"})


@dataclass(frozen=True)
class Calendar:
    """A calendar file: its bytes, how many events it holds, and what was left out (Dutch)."""

    data: bytes
    count: int
    warnings: tuple[str, ...] = ()


def export_calendar(desk: Desk, ids: Sequence[str] | None = None, *, with_hidden: bool = False) -> Calendar:
    """The events (those of ``ids``, or all). Confidential ones and mere ideas are left out unless ``with_hidden``."""
    kind = desk.kinds["event"]
    with desk.read() as reader:
        rows = read_rows(reader.connection, kind, tuple(kind.fields), ids)
        overrides, places = overrides_of(desk, reader), place_names(desk, reader)
        kept = [row for row in rows if with_hidden or not (row["is_confidential"] or row["status"] in HIDDEN)]
        events: list[Event] = []
        warnings = _left_out(len(rows) - len(kept))
        for row in kept:
            try:
                events += [normal(event) for event in ics_events(row, overrides.get(row["id"], ()), places)]
            except CalendarError as error:
                warnings.append(f"{row['title'][:80]}: {error}")
        data = write_calendar(events, stamp=reader.now, name=str(_("Evenementen")))
    return Calendar(data, len({event.uid for event in events}), tuple(warnings))


def _left_out(count: int) -> list[str]:
    if not count:
        return []
    return [str(_("Vertrouwelijke evenementen en ideeën weggelaten: {n}.").format(n=count))]


def overrides_of(desk: Desk, reader: Reader) -> dict[str, list[Values]]:
    """Event -> its skipped and moved dates."""
    kind = desk.kinds["event_override"]
    found: dict[str, list[Values]] = {}
    for row in read_rows(reader.connection, kind, tuple(kind.fields)):
        if row["original_at"] is not None:
            found.setdefault(row["event"], []).append(row)
    return found


def place_names(desk: Desk, reader: Reader) -> dict[str, str]:
    """Place -> its name."""
    return {row["id"]: row["title"] for row in read_rows(reader.connection, desk.kinds["place"], ("title",))}


def ics_events(values: Values, overrides: Sequence[Values], places: Mapping[str, str]) -> list[Event]:
    """The event or series, then its moved dates. Raises CalendarError for a series in a zone that no file can name."""
    zone = values["zone"] if values["zone"] in (AMSTERDAM, UTC_ZONE) else ""
    if not zone and (values["rrule"] or values["dates"]):
        raise CalendarError(_("een reeks in een andere tijdzone kan niet worden geëxporteerd."))
    if values["starts_at"] is None:
        raise CalendarError(_("er staat geen begin bij."))
    start, end = _span(values)
    main = Event(
        uid=values["uid"] or values["id"] + OWN_UID,
        title=values["title"],
        start=_here(start, values["zone"], zone),
        end=_here(end, values["zone"], zone),
        zone=zone or AMSTERDAM,
        location=places.get(values["place"] or "", "") or values["place_text"],
        description=values["description"],
        url=values["public_url"],
        status=STATUSES.get(values["status"], "TENTATIVE"),
        rrule=values["rrule"].strip().upper().removeprefix("RRULE:"),
        extra=tuple(_same_sort(at, start) for at in hand_picked(values["dates"] or "")),
        sequence=values["sequence"] or 0,
    )
    skipped = tuple(_same_sort(row["original_at"], start) for row in overrides if row["is_skipped"])
    moved = [_moved(replace(main, rrule="", extra=()), row, places) for row in overrides if not row["is_skipped"]]
    return [replace(main, skipped=skipped), *(event for event in moved if event is not None)]


def _span(values: Values) -> tuple[Start, Start]:
    """Start and end as a file says them: whole days, or wall-clock times."""
    starts, ends = values["starts_at"], values["ends_at"]
    if values["is_whole_day"]:
        return starts.date(), max((ends or starts).date(), starts.date()) + timedelta(days=1)
    return starts, max(ends or starts + timedelta(hours=UNTOLD_HOURS), starts)


def _here(at: Start, zone: str, kept: str) -> Start:
    """A time of another zone as Dutch time."""
    if kept or not isinstance(at, datetime):
        return at
    return at.replace(tzinfo=zone_of(zone)).astimezone(amsterdam()).replace(tzinfo=None)


def _same_sort(at: datetime, start: Start) -> Start:
    return at if isinstance(start, datetime) else at.date()


def _moved(main: Event, row: Values, places: Mapping[str, str]) -> Event | None:
    """The event that stands for one date of the series; None where nothing differs."""
    original = _same_sort(row["original_at"], main.start)
    given: dict[str, Any] = {}
    if row["title"]:
        given["title"] = row["title"]
    if row["place"]:
        given["location"] = places.get(row["place"], "")
    start = _same_sort(row["starts_at"], main.start) if row["starts_at"] else original
    event = main.moved(start)
    if row["ends_at"] and isinstance(event.start, datetime):
        given["end"] = max(row["ends_at"], event.start)
    elif row["ends_at"]:
        given["end"] = max(row["ends_at"].date(), event.start) + timedelta(days=1)
    if start == original and not given:
        return None
    return replace(event, replaces=original, **given)
