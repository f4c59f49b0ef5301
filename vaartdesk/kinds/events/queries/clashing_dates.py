"""The dates that a calendar marks with a triangle: they share a place with another event, and nobody accepted that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import func, select

from vaartdesk.core.clock import moment_text
from vaartdesk.kinds.events.model.event import ClashAcceptance
from vaartdesk.kinds.events.queries.clashes import COUNTED, EVENT, event_values
from vaartdesk.kinds.events.queries.dates import TAKEN
from vaartdesk.kinds.events.rules import clashes as rules
from vaartdesk.kinds.events.rules.meeting import Taken, meeting
from vaartdesk.schema.living import living
from vaartdesk.schema.reader import Reader

Pair = tuple[str, str]


def clashing_dates(reader: Reader) -> frozenset[str]:
    """Keys of the dates (`Occurrence.id`) from now on with a hard clash; one query, two more where one was accepted."""
    accepted, now = _accepted(reader), moment_text(reader.now)
    taken = _taken(reader, now)
    found: set[str] = set()
    settled: dict[Pair, bool] = {}
    for one, other in meeting(taken):
        if accepted:
            pair = min(one.event, other.event), max(one.event, other.event)
            if pair not in settled:
                settled[pair] = _is_accepted(reader, pair, accepted)
            if settled[pair]:
                continue
        found.add(one.occurrence)
        found.add(other.occurrence)
    return frozenset(found.difference(span.occurrence for span in taken if span.ends <= now))


def _taken(reader: Reader, now: str) -> list[Taken]:
    """When events that count take up places, from the first that is not over; a join of the table with itself would
    look at far more rows than it gives.
    """
    off = reader.settings.get(rules.OFF_SETTING) or ()
    first = select(func.min(TAKEN.c.begins)).where(TAKEN.c.ends > now).scalar_subquery()
    statement = (
        select(TAKEN.c.place, TAKEN.c.begins, TAKEN.c.ends, TAKEN.c.event, TAKEN.c.occurrence)
        .join(EVENT, EVENT.c.id == TAKEN.c.event)
        .where(TAKEN.c.ends >= first, EVENT.c.alive, EVENT.c.status.in_(COUNTED), EVENT.c.type.not_in(off))
    )
    return [Taken._make(row) for row in reader.connection.execute(statement).all()]


def _accepted(reader: Reader) -> Mapping[Pair, set[str]]:
    """Pair of events -> what was accepted between them, as fingerprints of times and places."""
    found: dict[Pair, set[str]] = defaultdict(set)
    for row in living(reader, ClashAcceptance):
        pair = min(row["event"], row["other"] or ""), max(row["event"], row["other"] or "")
        found[pair].add(row["fingerprint"])
    return found


def _is_accepted(reader: Reader, pair: Pair, accepted: Mapping[Pair, set[str]]) -> bool:
    if pair not in accepted:
        return False
    first, second = event_values(reader, pair[0]), event_values(reader, pair[1])
    return first is not None and second is not None and rules.fingerprint(first, second) in accepted[pair]
