"""A date that is picked by hand, beside the event's own or those of its rule (K6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from vaartdesk.core.text import _
from vaartdesk.kinds.events.rules.occurrences import date_id, hand_picked, starts_of
from vaartdesk.kinds.events.rules.times import span_of
from vaartdesk.schema.ref import Problem, Ref, Refused

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def add_date(desk: Desk, event: Ref, day: date) -> None:
    """One more date, at the times of the others; one that was skipped goes ahead after all. Raises Refused."""
    with desk.change(_("Datum toegevoegd")) as tx:
        values = tx.get(event)
        span = span_of(values)
        if span is None:
            raise Refused([Problem("day", str(_("Vul eerst in wanneer dit evenement begint.")))])
        at = datetime.combine(day, span.starts.time())
        original = at.isoformat(timespec="minutes")
        override = Ref("event_override", date_id(event.id, original))
        skipped = tx.find(override)
        if at not in starts_of(values):
            picked = sorted({*hand_picked(values["dates"] or ""), at})
            tx.set(event, "dates", " ".join(one.isoformat(timespec="minutes") for one in picked))
        elif skipped is not None and skipped["alive"] and skipped["is_skipped"]:
            tx.set(override, "is_skipped", False)
        else:
            raise Refused([Problem("day", str(_("Op die dag is dit evenement er al.")))])
