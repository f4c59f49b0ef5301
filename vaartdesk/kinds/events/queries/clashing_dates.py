"""The dates that a calendar marks with a triangle: they share a place with another event, and nobody accepted that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select

from vaartdesk.core.clock import moment_text
from vaartdesk.kinds.events.model.event import ClashAcceptance
from vaartdesk.kinds.events.queries.clashes import COUNTED, EVENT, event_values, meets
from vaartdesk.kinds.events.queries.dates import TAKEN
from vaartdesk.kinds.events.rules import clashes as rules
from vaartdesk.schema.living import living
from vaartdesk.schema.reader import Reader

Pair = tuple[str, str]


def clashing_dates(reader: Reader) -> frozenset[str]:
    """Keys of the dates (`Occurrence.id`) from now on with a hard clash; one query, two more where one was accepted."""
    accepted = _accepted(reader)
    off = reader.settings.get(rules.OFF_SETTING) or ()
    found: set[str] = set()
    for occurrence, own, other, own_type, other_type in reader.connection.execute(_shared_places(reader)):
        if own_type in off or other_type in off:
            continue
        if not _is_accepted(reader, (min(own, other), max(own, other)), accepted):
            found.add(occurrence)
    return frozenset(found)


def _shared_places(reader: Reader) -> Select[Any]:
    mine, theirs = TAKEN.alias("mine"), TAKEN.alias("theirs")
    own, other = EVENT.alias("own"), EVENT.alias("other")
    return (
        select(mine.c.occurrence, own.c.id, other.c.id, own.c.type, other.c.type)
        .select_from(mine)
        .join(theirs, meets(mine, theirs))
        .join(own, own.c.id == mine.c.event)
        .join(other, other.c.id == theirs.c.event)
        .where(mine.c.ends > moment_text(reader.now), own.c.alive, other.c.alive)
        .where(own.c.status.in_(COUNTED), other.c.status.in_(COUNTED))
        .distinct()
    )


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
