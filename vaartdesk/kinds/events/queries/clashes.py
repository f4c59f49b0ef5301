"""Clashes looked up in the stored dates: one indexed query per kind of clash, whatever the number of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from vaartdesk.core.clock import parse_moment
from vaartdesk.kinds.events.model.event import ClashAcceptance, Event
from vaartdesk.kinds.events.model.runbook import Marker
from vaartdesk.kinds.events.ports import MAINTENANCE, PLACE, TICKET
from vaartdesk.kinds.events.queries.dates import DATE, TAKEN, other_places
from vaartdesk.kinds.events.queries.works import places_of, works_at
from vaartdesk.kinds.events.rules import clashes as rules
from vaartdesk.kinds.events.rules.clashes import Clash
from vaartdesk.kinds.events.rules.times import zone_of
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

EVENT = table(Event)
OTHERS = {"marker": table(Marker), "maintenance": MAINTENANCE, "ticket": TICKET}
"""What can stand in the way beside other events."""
TIMES_OF_WORK = {
    "maintenance": (("starts_at", "starts_on"), ("ends_at", "ends_on"), ("breakdown_at", "stays_days")),
    "ticket": (("starts_at", "planned_at"),),
}
"""Under which names of an event the times of work stand in a fingerprint: what was accepted holds as long as those stay."""
COUNTED = ("idee", "optie", "aangevraagd", "bevestigd")
"""States in which an event can still get in the way."""


def event_values(reader: Reader, key: str) -> dict[str, Any] | None:
    """An event with its places; None where there is none."""
    row = reader.connection.execute(select(EVENT).where(EVENT.c.id == key)).mappings().first()
    return None if row is None else {**row, "places": tuple(other_places(reader.connection, [key]).get(key, ()))}


def clashes_of(reader: Reader, key: str, *, with_accepted: bool = False) -> list[Clash]:
    """What gets in the way of an event, hard ones first, then by day; accepted ones only on request."""
    own = event_values(reader, key)
    if own is None or not own["alive"] or own["status"] not in COUNTED or rules.is_off(own, reader.settings):
        return []
    found = [*_same_place(reader, own), *_same_day(reader, own), *_marked(reader, own), *works_at(reader, own)]
    found = _without_lesser([c for c in found if c.day >= reader.today])
    accepted = _acceptances(reader, key)
    found = [_judged(reader, own, clash, accepted) for clash in found]
    kept = [clash for clash in found if with_accepted or not clash.accepted]
    return sorted(kept, key=lambda c: (c.level != "hard", c.day, c.other_title, c.other.id))


def meets(mine: Any, theirs: Any) -> ColumnElement[bool]:
    """Two rows of ``occurrence_place`` of different events that want one place at the same time."""
    return and_(
        theirs.c.place == mine.c.place,
        theirs.c.begins < mine.c.ends,
        theirs.c.ends > mine.c.begins,
        theirs.c.event != mine.c.event,
    )


def _same_place(reader: Reader, own: Values) -> Iterator[Clash]:
    """Spans from set-up to break-down that overlap on one place. What ends when the other begins does not."""
    mine, theirs = TAKEN.alias("mine"), TAKEN.alias("theirs")
    statement = (
        select(
            EVENT.c.id,
            EVENT.c.title,
            EVENT.c.type,
            PLACE.c.title,
            func.max(mine.c.begins, theirs.c.begins),
            func.min(mine.c.ends, theirs.c.ends),
        )
        .select_from(mine)
        .join(theirs, meets(mine, theirs))
        .join(EVENT, EVENT.c.id == theirs.c.event)
        .outerjoin(PLACE, PLACE.c.id == mine.c.place)
        .where(mine.c.event == own["id"], EVENT.c.alive, EVENT.c.status.in_(COUNTED))
    )
    zone = zone_of(own["zone"])
    for key, title, kind, place, begins, ends in reader.connection.execute(statement):
        if rules.is_off({"type": kind}, reader.settings):
            continue
        start, end = (parse_moment(text).astimezone(zone).replace(tzinfo=None) for text in (begins, ends))
        yield Clash("hard", "plaats", Ref("event", key), title, start.date(), own["title"], place or "", start, end)


def _same_day(reader: Reader, own: Values) -> Iterator[Clash]:
    """Another event on the same public day: for the same audience, in the same street, or a large one."""
    mine, theirs = DATE.alias("mine"), DATE.alias("theirs")
    street = reader.value(select(PLACE.c.street).where(PLACE.c.id == own["place"])) if own["place"] else None
    reasons: list[tuple[rules.Reason, ColumnElement[bool]]] = []
    if own["audience"] not in ("", "iedereen"):
        reasons.append(("doelgroep", EVENT.c.audience == own["audience"]))
    if street:
        reasons.append(("omgeving", PLACE.c.street == street))
    reasons.append(("groot", EVENT.c.is_large if not own["is_large"] else EVENT.c.id.is_not(None)))
    statement = (
        select(
            EVENT.c.id, EVENT.c.title, EVENT.c.type, mine.c.first_on, theirs.c.first_on, *(test for _r, test in reasons)
        )
        .select_from(mine)
        .join(theirs, _same_days(reader, mine, theirs))
        .join(EVENT, EVENT.c.id == theirs.c.event)
        .outerjoin(PLACE, PLACE.c.id == EVENT.c.place)
        .where(mine.c.event == own["id"], theirs.c.event != own["id"], EVENT.c.alive, EVENT.c.status.in_(COUNTED))
        .where(or_(*(test for _r, test in reasons)))
    )
    for key, title, kind, first, other_first, *fits in reader.connection.execute(statement):
        if rules.is_off({"type": kind}, reader.settings):
            continue
        reason = next(name for (name, _test), fit in zip(reasons, fits, strict=True) if fit)
        yield Clash("soft", reason, Ref("event", key), title, max(first, other_first), own["title"])


def _same_days(reader: Reader, mine: Any, theirs: Any) -> ColumnElement[bool]:
    """Dates that share a day which is not past. No date begins longer before a day than the longest one lasts: without that
    bound half of all dates would be looked at for each.
    """
    longest = reader.value(select(func.max(func.julianday(DATE.c.last_on) - func.julianday(DATE.c.first_on))))
    earliest = func.date(mine.c.first_on, f"-{int(longest or 0)} days", type_=DATE.c.first_on.type)
    return and_(
        theirs.c.first_on.between(earliest, mine.c.last_on),
        theirs.c.last_on >= mine.c.first_on,
        theirs.c.last_on >= reader.today,
        mine.c.last_on >= reader.today,
    )


def _marked(reader: Reader, own: Values) -> Iterator[Clash]:
    """Marked days that the team wants to hear of, and those that are about a place of the event, as road works are."""
    marker = table(Marker)
    is_told = or_(marker.c.is_warning, marker.c.place.in_(places_of(own)))
    statement = (
        select(marker.c.id, marker.c.title, marker.c.from_on, DATE.c.first_on)
        .join(DATE, and_(marker.c.from_on <= DATE.c.last_on, _end(marker) >= DATE.c.first_on))
        .where(DATE.c.event == own["id"], marker.c.alive, is_told)
    )
    for key, title, from_on, first in reader.connection.execute(statement):
        yield Clash("soft", "markering", Ref("marker", key), title, max(from_on, first), own["title"])


def _end(marker: Any) -> ColumnElement[Any]:
    return func.coalesce(marker.c.to_on, marker.c.from_on)


def _without_lesser(found: list[Clash]) -> list[Clash]:
    """Of one other event on one day the heaviest reason only."""
    order: Mapping[str, int] = {name: place for place, name in enumerate(rules.HEADINGS)}
    best: dict[tuple[Ref, date], Clash] = {}
    for clash in found:
        key = (clash.other, clash.day)
        if key not in best or order[clash.reason] < order[best[key].reason]:
            best[key] = clash
    hard = {other for (other, _day), clash in best.items() if clash.level == "hard"}
    return [c for c in best.values() if c.level == "hard" or c.other not in hard]


# --- acceptance ------------------------------------------------------------------------------------------------------


def _acceptances(reader: Reader, key: str) -> Mapping[str, list[Values]]:
    """Other record -> what was accepted between it and the event, whichever of the two was open."""
    chosen = table(ClashAcceptance)
    found: dict[str, list[Values]] = {}
    for row in living(reader, ClashAcceptance, or_(chosen.c.event == key, chosen.c.other == key)):
        found.setdefault(row["other"] if row["event"] == key else row["event"], []).append(row)
    return found


def _judged(reader: Reader, own: Values, clash: Clash, accepted: Mapping[str, list[Values]]) -> Clash:
    rows = accepted.get(clash.other.id)
    if not rows:
        return clash
    other = other_values(reader, clash.other)
    now = rules.fingerprint(own, other) if other else ""
    reason = next((row["reason"] for row in rows if row["fingerprint"] == now), "")
    return replace(clash, accepted=reason)


def other_values(reader: Reader, other: Ref) -> Mapping[str, Any] | None:
    """What stands in the way: an event, a marked day, or work on the place."""
    if other.kind == "event":
        return event_values(reader, other.id)
    source = OTHERS[other.kind]
    row = reader.connection.execute(select(source).where(source.c.id == other.id)).mappings().first()
    return None if row is None else {**row, **{told: row[name] for told, name in TIMES_OF_WORK.get(other.kind, ())}}
