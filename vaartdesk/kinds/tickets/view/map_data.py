"""What the plan shows: tickets that fit the filters and events of the coming weeks, each on its spot or at its street."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.ports import PAST_EVENTS, UNCERTAIN_EVENTS
from vaartdesk.kinds.tickets.queries.spots import Spot, event_spots, ticket_spots
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.listing import Header, RowParts, Tone, spoken
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.large import shared_rows
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Entry, Sift
from vaartdesk.ui.map.pins import Pin
from vaartdesk.ui.map.plan import Plan, Point

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

WEEKS: Final = 4
"""Events of so many weeks from today are shown."""
EVENT_LINE: Final = "D"
AT_ONCE: Final = 250
"""So many tickets are worked out before the window may paint again."""
PLACED_BY: Final = frozenset({"ticket", "event", "place", "premises", "street"})
"""Kinds whose change may move a pin."""


@dataclass(frozen=True)
class Shown:
    """Pins, and the lines of the list beside them: a header per street, what has no spot at all last."""

    pins: tuple[Pin, ...] = ()
    entries: tuple[Entry, ...] = ()
    tickets: int = 0
    off_plan: int = 0


class MapData:
    """The rows of the lists, and where they are."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.tickets = shared_rows(desk, desk.kinds["ticket"])
        self.events = shared_rows(desk, desk.kinds["event"])
        self.sift = Sift(self.tickets)
        self._spots: dict[str, Spot] | None = None
        self._ready: set[str] = set()
        """Tickets whose lateness is worked out."""

    def load(self) -> None:
        """Read what is not read yet."""
        for rows in (self.tickets, self.events):
            if not rows.is_loaded:
                rows.load()
        if self._spots is None:
            with self.desk.read() as reader:
                self._spots = ticket_spots(reader) | event_spots(reader)

    def hear(self, change: ChangeSet) -> bool:
        """Take in a change; whether something may look different."""
        touched = [rows.hear(change) for rows in (self.tickets, self.events) if rows.is_loaded]
        self._ready.clear()
        if change.kinds & PLACED_BY:
            self._spots = None
        return any(touched) or bool(change.kinds & PLACED_BY)

    def turn_day(self) -> None:
        """The date changed: lateness is worked out again."""
        for rows in (self.tickets, self.events):
            if rows.is_loaded and rows.context.today != self.desk.today:
                rows.turn_day()

    def ref(self, key: str) -> Ref:
        """The record of a pin."""
        return self._rows(key).ref(key)

    def parts(self, key: str) -> RowParts:
        """The row of a pin."""
        return self._rows(key).parts(key)

    def _rows(self, key: str) -> Rows:
        return self.events if key in self.events.values else self.tickets

    def card(self, key: str) -> tuple[RowParts, TermFace | None] | None:
        """What the card of a pin tells; None for a record that is gone."""
        ref = self.ref(key)
        values, clock = self.desk.get(ref), self.desk.kinds[ref.kind].clock
        if values is None or not values["alive"]:
            return None
        with self.desk.read() as reader:
            return self.parts(key), clock(values, reader) if clock is not None else None

    def spot(self, key: str) -> Spot | None:
        """Where a record is."""
        self.load()
        return (self._spots or {}).get(key)

    def prepare(self, query: Query) -> bool:
        """Work out the lateness of some more tickets; whether all that fit are done. Thousands at once would be felt."""
        self.load()
        waiting = [key for key in self.sift.keys(query) if key not in self._ready]
        self.tickets.bring(waiting[:AT_ONCE])
        for key in waiting[:AT_ONCE]:
            self.parts(key)
        self._ready.update(waiting[:AT_ONCE])
        return len(waiting) <= AT_ONCE

    # --- gathering ---------------------------------------------------------------------------------------------------

    def shown(self, query: Query, plan: Plan, *, has_events: bool) -> Shown:
        """What fits, on this plan."""
        self.load()
        tickets = self.sift.keys(query)
        self.tickets.bring(tickets)
        events = self._coming() if has_events else []
        pins: list[Pin] = []
        streets: dict[str, list[str]] = {}
        off: list[str] = []
        for key in (*tickets, *events):
            spot = (self._spots or {}).get(key)
            point = point_of(spot, plan)
            if spot is None or point is None:
                off.append(key)
                continue
            pins.append(self._pin(key, point))
            streets.setdefault(spot.street or plan.nearest_name(point), []).append(key)
        return Shown(tuple(pins), tuple(self._lines(streets, off)), len(tickets), len(off))

    def _coming(self) -> list[str]:
        """Events that are not past, of the coming weeks, the first one first."""
        today, beside = self.desk.today, self.events.context.beside
        last, found = today + timedelta(7 * WEEKS), []
        for key, row in self.events.values.items():
            starts, ends = beside.get(key) or (row["starts_at"], row["ends_at"] or row["starts_at"])
            is_coming = starts is not None and starts.date() <= last and ends.date() >= today
            if is_coming and row["status"] not in PAST_EVENTS:
                found.append((starts, key))
        return [key for _starts, key in sorted(found)]

    def _pin(self, key: str, point: Point) -> Pin:
        parts = self.parts(key)
        if key in self.events.values:
            is_hollow = self.events.values[key]["status"] in UNCERTAIN_EVENTS
            return Pin(key, *point, "accent", parts.icon, spoken(parts), EVENT_LINE, is_hollow)
        return Pin(key, *point, tone_of(parts), parts.icon, spoken(parts))

    def _lines(self, streets: Mapping[str, list[str]], off: list[str]) -> list[Entry]:
        """The fullest street first; what lies nowhere is named last."""
        entries: list[Entry] = []
        for street, keys in sorted(streets.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0])):
            late = any(self.parts(key).due is not None and tone_of(self.parts(key)) == "danger" for key in keys)
            title = street or str(_("Zonder straat"))
            entries += [Header(title, len(keys), "danger" if late else "neutral"), *keys]
        if off:
            entries += [Header(str(_("Niet op de plattegrond")), len(off)), *off]
        return entries


def point_of(spot: Spot | None, plan: Plan) -> Point | None:
    """Where a record stands: on its own spot, else on the middle of its place or street; None where the plan has neither."""
    if spot is None:
        return None
    if spot.degrees is not None:
        point = plan.point(*spot.degrees)
        if plan.holds(point):
            return point
    return next((found for name in spot.names if (found := plan.middle_of(name)) is not None), None)


def tone_of(parts: RowParts) -> Tone:
    """The colour of lateness, as the list tells it in words; what stands still or is done is neutral."""
    if parts.due is None or parts.due.is_done or parts.due.icon == "pause":
        return "neutral"
    return parts.due.tone if parts.due.tone in {"danger", "warning"} else "accent"
