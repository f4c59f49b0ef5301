"""A calendar file as rows of events (K12): known ones are changed in place, by UID or by title, start and place.

Only what the file says otherwise than our own export would is written, so that a file of ours changes nothing, and what a
calendar program does not know (stage, organiser, permits) stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime, time, timedelta
from pathlib import PurePath
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.ids import new_id
from vaartdesk.core.progress import Progress, unheard
from vaartdesk.core.text import _, fold
from vaartdesk.flows.calendar_export import OWN_UID, ics_events, overrides_of, place_names
from vaartdesk.flows.table_columns import Mapped
from vaartdesk.flows.table_source import ABSENT, Row, Table
from vaartdesk.formats.ics.event import CalendarError, Event, Start
from vaartdesk.formats.ics.reader import read_calendar
from vaartdesk.formats.ics.rule import normal
from vaartdesk.kinds.events.rules.occurrences import date_id
from vaartdesk.schema.ref import Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_rows

PLAIN: Final[Mapping[str, str]] = {
    "title": "title",
    "description": "description",
    "url": "public_url",
    "rrule": "rrule",
}
"""Attribute of a calendar event -> attribute of ours, where both are text."""
NEW_STATUS, OFF = "optie", "afgelast"


def calendar_tables(
    desk: Desk, name: str, data: bytes, progress: Progress = unheard
) -> tuple[list[Mapped], tuple[str, ...]]:
    """The events of a file and the exceptions of its series, as tables; then what was left out or assumed (Dutch).

    Raises CalendarError for what is no calendar, and Cancelled when ``progress`` does.
    """
    reading = read_calendar(data, lambda share: progress(0.6 * share))
    known = _Known.of(desk, PurePath(name).stem)
    progress(0.7)
    rows = [known.row(event) for event in reading.events if event.replaces is None]
    progress(0.9)
    exceptions, homeless = known.exceptions(reading.events)
    tables = [_table(desk, name, "event", rows), _table(desk, name, "event_override", exceptions)]
    return [t for t in tables if t.table.rows], (*reading.skipped, *reading.assumed, *homeless)


def _table(desk: Desk, name: str, kind: str, records: Sequence[Mapping[str, Any]]) -> Mapped:
    headers = tuple(dict.fromkeys(key for record in records for key in record))
    rows = tuple(Row(n, tuple(record.get(h, ABSENT) for h in headers)) for n, record in enumerate(records, 1))
    return Mapped(Table(name, kind, headers, rows, is_plain=True), desk.kinds[kind], headers)


@dataclass
class _Known:
    """The events that are here, as a calendar file would tell them."""

    source: str
    now_ms: int
    values: Mapping[str, Values]
    told: Mapping[str, Sequence[Event]]
    places: Mapping[str, str]
    by_uid: dict[str, str] = field(default_factory=dict)
    by_likeness: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    """UID in the file -> key of the event here."""
    mains: dict[str, Event] = field(default_factory=dict)
    """Key -> the event or series in the file."""
    place_of: dict[str, str] = field(default_factory=dict)
    """Folded name -> key of the place, the oldest where two share it."""

    @classmethod
    def of(cls, desk: Desk, source: str) -> _Known:
        kind = desk.kinds["event"]
        with desk.read() as reader:
            rows = read_rows(reader.connection, kind, tuple(kind.fields))
            overrides, places = overrides_of(desk, reader), place_names(desk, reader)
            now_ms = int(reader.now.timestamp() * 1000)
        told = {row["id"]: _as_told(row, overrides.get(row["id"], ()), places) for row in rows}
        found = cls(source, now_ms, {row["id"]: row for row in rows}, told, places)
        for key, title in places.items():
            found.place_of.setdefault(fold(title), key)
        for row in rows:
            found.by_uid.setdefault(row["uid"] or row["id"] + OWN_UID, row["id"])
            for event in told[row["id"]][:1]:
                found.by_likeness.setdefault(event.likeness(), []).append(row["id"])
        return found

    def row(self, event: Event) -> dict[str, Any]:
        """The record that an event of the file becomes, or what differs from the one that is here."""
        key = self._key(event)
        if not key:
            key = new_id(self.now_ms)
            self.keys[event.uid], self.mains[key] = key, event
            return {"id": key, **self._fresh(event)}
        self.keys[event.uid], self.mains[key] = key, event
        return {"id": key, **self._different(event, self.values[key], next(iter(self.told[key]), None))}

    def _key(self, event: Event) -> str:
        key = self.by_uid.get(event.uid, "")
        if key and key not in self.mains:
            return key
        return next((alike for alike in self.by_likeness.get(event.likeness(), ()) if alike not in self.mains), "")

    def _fresh(self, event: Event) -> dict[str, Any]:
        own = event.uid.endswith(OWN_UID)
        return {
            **{ours: getattr(event, theirs) for theirs, ours in PLAIN.items() if getattr(event, theirs)},
            **self._times(event),
            **self._place(event.location),
            "title": _line(event.title),
            "status": OFF if event.status == "CANCELLED" else NEW_STATUS,
            "dates": _dates(event.extra),
            "uid": "" if own else event.uid,
            "source": self.source,
            **({"sequence": event.sequence} if event.sequence else {}),
        }

    def _different(self, event: Event, values: Values, told: Event | None) -> dict[str, Any]:
        """What the file says otherwise than we would."""
        if told is None:
            return {**self._fresh(event), "status": values["status"]}
        found = {o: getattr(event, t) for t, o in PLAIN.items() if getattr(event, t) != getattr(told, t)}
        if _line(event.title) == _line(told.title):
            found.pop("title", None)
        if (event.start, event.end, event.zone) != (told.start, told.end, told.zone):
            found |= self._times(event) | _shifted(event, values)
        if fold(event.location) != fold(told.location):
            found |= self._place(event.location)
        if set(event.extra) != set(told.extra):
            found["dates"] = _dates(event.extra)
        if (event.status == "CANCELLED") != (told.status == "CANCELLED") and event.status:
            found["status"] = OFF if event.status == "CANCELLED" else NEW_STATUS
        if not values["uid"] and not event.uid.endswith(OWN_UID):
            found["uid"] = event.uid
        if found and event.sequence > (values["sequence"] or 0):
            found["sequence"] = event.sequence
        return found

    def _times(self, event: Event) -> dict[str, Any]:
        if isinstance(event.start, datetime) and isinstance(event.end, datetime):
            return {"starts_at": _iso(event.start), "ends_at": _iso(event.end), "is_whole_day": 0, "zone": event.zone}
        last = event.end - timedelta(days=1)
        ends = _iso(last) if last > event.start else None
        return {"starts_at": _iso(event.start), "ends_at": ends, "is_whole_day": 1, "zone": event.zone}

    def _place(self, location: str) -> dict[str, Any]:
        """The place of that name, or the words."""
        key = self.place_of.get(fold(location)) if location else None
        return {"place": {"key": key} if key else None, "place_text": "" if key else _line(location)}

    # --- exceptions of a series --------------------------------------------------------------------------------------

    def exceptions(self, events: Sequence[Event]) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
        """Skipped, moved and put back dates; then, in Dutch, those whose series is unknown."""
        found: dict[str, dict[str, Any]] = {}
        homeless: list[str] = []
        for event in events:
            if event.replaces is None:
                found.update(self._skips(event))
        for event in events:
            if event.replaces is None:
                continue
            key = self.keys.get(event.uid) or self.by_uid.get(event.uid, "")
            if key:
                found.update([self._exception(key, event.replaces, event)])
            else:
                homeless.append(_("‘{title}’ hoort bij een reeks die er niet is.").format(title=event.title[:80]))
        return list(found.values()), tuple(homeless)

    def _skips(self, event: Event) -> Iterator[tuple[str, dict[str, Any]]]:
        """The dates that the file skips, and those that it has again."""
        key = self.keys[event.uid]
        told = self.told.get(key, ())
        for at in event.skipped:
            yield self._exception(key, at, None)
        again = {at for own in told[:1] for at in own.skipped} | {own.replaces for own in told[1:] if own.replaces}
        for at in again - set(event.skipped):
            yield self._exception(key, at, replace(event.moved(at), replaces=at))

    def _exception(self, key: str, at: Start, event: Event | None) -> tuple[str, dict[str, Any]]:
        """One date; ``event`` None or cancelled: it does not take place."""
        original = _iso(at)
        row: dict[str, Any] = {"id": date_id(key, original), "event": {"key": key}, "original_at": original}
        if event is None or event.status == "CANCELLED":
            return row["id"], row | {"is_skipped": 1}
        main = self.mains.get(key) or next(iter(self.told.get(key, ())), event)
        is_moved = event.start != at or event.length != main.length
        times = self._times(event) if is_moved else {"starts_at": None, "ends_at": None}
        row |= {"is_skipped": 0, "starts_at": times["starts_at"], "ends_at": times["ends_at"]}
        row["title"] = _line(event.title) if _line(event.title) != _line(main.title) else ""
        is_elsewhere = fold(event.location) != fold(main.location)
        row["place"] = self._place(event.location)["place"] if is_elsewhere else None
        return row["id"], row


def _as_told(row: Values, overrides: Sequence[Values], places: Mapping[str, str]) -> Sequence[Event]:
    try:
        return [normal(event) for event in ics_events(row, overrides, places)]
    except CalendarError:
        return ()


def _shifted(event: Event, values: Values) -> dict[str, Any]:
    """Set-up and break-down go along with a start that moved."""
    start = event.start if isinstance(event.start, datetime) else datetime.combine(event.start, time())
    step = start - values["starts_at"]
    return {name: _iso(values[name] + step) for name in ("setup_at", "breakdown_at") if values[name] is not None}


def _iso(at: date | datetime) -> str:
    whole = at if isinstance(at, datetime) else datetime.combine(at, time())
    return whole.replace(tzinfo=None).isoformat(timespec="minutes")


def _dates(starts: Sequence[Start]) -> str:
    return " ".join(_iso(at) for at in sorted(starts, key=str))


def _line(text: str) -> str:
    return " ".join(text.split())
