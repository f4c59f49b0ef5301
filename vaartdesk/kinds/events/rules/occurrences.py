"""The dates of an event: one, or those of a series (RFC 5545) with the ones that were skipped or moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import _
from vaartdesk.formats.ics.event import Start
from vaartdesk.formats.ics.series import MOST, is_rule, series_starts
from vaartdesk.kinds.events.rules.times import Span, span_of, utc_text, zone_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

FREE: Final = frozenset({"afgelast"})
"""In these states an event takes up no place."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of an event. ``original``: the local start that the series gave it, which names it for ever."""

    id: str
    original: str
    span: Span
    places: tuple[str, ...]
    is_moved: bool = False


def date_id(event: str, original: str) -> str:
    """The key of a date, and of the override that skips or moves it."""
    return rule_id("date", event, original)


def expand(values: Values, overrides: Iterable[Values] = ()) -> list[Dated]:
    """The dates of an event in order of start; overrides of dates that the series no longer has are ignored."""
    span = span_of(values)
    if span is None:
        return []
    changed = {_key(row["original_at"]): row for row in overrides if row["original_at"] is not None}
    places = tuple(dict.fromkeys(p for p in (values["place"], *values["places"]) if p))
    found = []
    for start in starts_of(values):
        original = _key(start)
        override = changed.get(original)
        if override is not None and override["is_skipped"]:
            continue
        own = span.moved(start - span.starts)
        key = date_id(values["id"], original)
        if override is None:
            found.append(Dated(key, original, own, places))
        else:
            found.append(_overridden(values, Dated(key, original, own, places), override))
    return sorted(found, key=lambda date: (date.span.starts, date.original))


def starts_of(values: Values) -> list[datetime]:
    """The local starts of the series and of the hand-picked list, in order; without a series its own start."""
    span = span_of(values)
    if span is None:
        return []
    first = span.starts
    ruled = [_at_midnight(start) for start in series_starts(*_series(values, first))] if values["rrule"] else []
    if not values["dates"]:
        return ruled or [first]
    return sorted({*(ruled or [first]), *hand_picked(values["dates"])})[:MOST]


def _series(values: Values, first: datetime) -> tuple[str, Start, str]:
    """The rule of an event, its start (a day for whole days) and the zone of both."""
    start = first.date() if values["is_whole_day"] else first
    return values["rrule"] or "", start, zone_of(values["zone"]).key


def _at_midnight(start: Start) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(start, time())


def hand_picked(text: str) -> Iterator[datetime]:
    """Local starts from a list of ISO times; what cannot be read is left out."""
    for part in text.split():
        try:
            at = datetime.fromisoformat(part)
        except ValueError:
            continue
        if at.tzinfo is None:
            yield at


def _overridden(values: Values, dated: Dated, override: Values) -> Dated:
    """A date with what was changed of it alone."""
    given = {name: override[name] for name in ("starts_at", "ends_at", "setup_at", "breakdown_at") if override[name]}
    places = (override["place"],) if override["place"] else dated.places
    is_moved = bool(given or override["place"])
    return Dated(dated.id, dated.original, _moved(values, dated.span, given), places, is_moved=is_moved)


def _moved(values: Values, span: Span, given: Mapping[str, datetime]) -> Span:
    """The times of a moved date: those given, the others as far from the start as they were."""
    shifted = span.moved(given["starts_at"] - span.starts) if "starts_at" in given else span
    ends = given.get("ends_at", shifted.ends)
    row = {
        "is_whole_day": values["is_whole_day"],
        "starts_at": shifted.starts,
        "ends_at": ends - timedelta(1) if values["is_whole_day"] and "ends_at" not in given else ends,
        "setup_at": given.get("setup_at", shifted.setup),
        "breakdown_at": given.get("breakdown_at", shifted.breakdown if "ends_at" not in given else None),
    }
    return span_of(row) or shifted


def _key(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


# --- stored rows -----------------------------------------------------------------------------------------------------


def stored(values: Values, overrides: Iterable[Values] = ()) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of ``occurrence`` and ``occurrence_place`` of an event; none for a deleted one."""
    if not values["alive"]:
        return [], []
    dates = expand(values, overrides)
    rows = [
        {
            "id": date.id,
            "event": values["id"],
            "original": date.original,
            "starts_at": date.span.starts,
            "ends_at": date.span.ends,
            "first_on": date.span.first_on,
            "last_on": date.span.last_on,
            "is_moved": date.is_moved,
        }
        for date in dates
    ]
    return rows, [] if values["status"] in FREE else list(_taken(values, dates))


def _taken(values: Values, dates: Sequence[Dated]) -> Iterator[dict[str, Any]]:
    for date in dates:
        begins = utc_text(date.span.setup, values["zone"])
        ends = utc_text(date.span.breakdown, values["zone"])
        for place in date.places:
            yield {"occurrence": date.id, "event": values["id"], "place": place, "begins": begins, "ends": ends}


def series_readable(values: Values, reader: Reader) -> Problem | None:
    """The rule of a series can be read, and has a date."""
    if values["rrule"] and values["starts_at"] and not is_rule(*_series(values, values["starts_at"])):
        return Problem("rrule", str(_("Deze herhaling geeft geen enkele datum, gerekend vanaf het begin.")))
    return None
