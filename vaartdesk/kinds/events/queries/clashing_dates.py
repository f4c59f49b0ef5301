"""The dates that a calendar marks with a triangle: they share a place with another event, and nobody accepted that."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from vaartdesk.core.clock import moment_text
from vaartdesk.kinds.events.model.event import ClashAcceptance
from vaartdesk.kinds.events.queries.clashes import COUNTED, event_values
from vaartdesk.kinds.events.queries.dates import driver
from vaartdesk.kinds.events.rules import clashes as rules
from vaartdesk.kinds.events.rules.meeting import meeting
from vaartdesk.schema.living import living
from vaartdesk.schema.reader import Reader

Pair = tuple[str, str]
Row = tuple[str, str, str, str, str]
_TAKEN: Final = f"""
select place, begins, ends, event, occurrence from occurrence_place
where ends >= (select min(begins) from occurrence_place where ends > :now) and event not in (
  select id from event where not alive or status not in ({", ".join(repr(status) for status in COUNTED)})
  or type in (select value from json_each(:off))
)
"""  # noqa: S608  our own words
"""When events that count take up places, from the first that is not over. A join of the table with itself would give the
pairs, and take longer than reading all and going through it once.
"""


def clashing_dates(reader: Reader) -> frozenset[str]:
    """Keys of the dates (`Occurrence.id`) from now on with a hard clash; one query, two more where one was accepted."""
    now = moment_text(reader.now)
    taken = _taken(reader, now)
    found = {row[4] for pair in _not_accepted(reader, meeting(taken)) for row in pair}
    return frozenset(found.difference(occurrence for _place, _begins, ends, _event, occurrence in taken if ends <= now))


def _taken(reader: Reader, now: str) -> Sequence[Row]:
    off = reader.settings.get(rules.OFF_SETTING) or ()
    asked = {"now": now, "off": json.dumps(list(off))}
    rows: Sequence[Row] = driver(reader.connection).execute(_TAKEN, asked).fetchall()
    return rows


def _not_accepted(reader: Reader, pairs: Iterator[tuple[Row, Row]]) -> Iterator[tuple[Row, Row]]:
    if driver(reader.connection).execute("select 1 from clash_acceptance where alive limit 1").fetchone() is None:
        return pairs
    accepted = _accepted(reader)
    return (pair for pair in pairs if not _is_accepted(reader, pair, accepted))


def _accepted(reader: Reader) -> Mapping[Pair, set[str]]:
    """Pair of events -> what was accepted between them, as fingerprints of times and places."""
    found: dict[Pair, set[str]] = defaultdict(set)
    for row in living(reader, ClashAcceptance):
        pair = min(row["event"], row["other"] or ""), max(row["event"], row["other"] or "")
        found[pair].add(row["fingerprint"])
    return found


def _is_accepted(reader: Reader, pair: tuple[Row, Row], accepted: Mapping[Pair, set[str]]) -> bool:
    one, other = sorted((pair[0][3], pair[1][3]))
    known = accepted.get((one, other))
    return known is not None and reader.remember(f"accepted {one} {other}", lambda: _holds(reader, one, other, known))


def _holds(reader: Reader, one: str, other: str, known: set[str]) -> bool:
    first, second = event_values(reader, one), event_values(reader, other)
    return first is not None and second is not None and rules.fingerprint(first, second) in known
