"""What a permit hangs on: an event, or a ticket, contract or maintenance, of which only the day and the state are read (T19)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import bindparam, select

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.events.model.event import Event
from vaartdesk.kinds.events.ports import CONTRACT, MAINTENANCE, OVER, TICKET
from vaartdesk.kinds.events.rules import rows
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader

EVENT: Final = table(Event)
ASKED: Final = select(*(EVENT.c[name] for name in ("starts_at", "category", "status", "title", "alive"))).where(
    EVENT.c.id == bindparam("key")
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Its kind, the day on which what is asked for begins, whether it still goes on, and the category of an event."""

    kind: str
    starts_on: date | None
    is_live: bool
    category: str = ""


def holder_of(reader: Reader, key: str | None) -> Holder | None:
    """What a permit, a run-book point or a publication belongs to; None where that is nothing, or nothing of these."""
    event = event_of(reader, key)
    if event is not None:
        starts_at = event["starts_at"]
        is_live = event["alive"] and event["status"] not in rows.PAST
        return Holder("event", starts_at.date() if starts_at else None, is_live, event["category"])
    for asked in (TICKET, CONTRACT, MAINTENANCE):
        row = reader.connection.execute(select(asked).where(asked.c.id == key)).mappings().first() if key else None
        if row is not None:
            begins = row["planned_at"].astimezone(amsterdam()).date() if row.get("planned_at") else row.get("starts_on")
            return Holder(asked.name, begins, row["alive"] and row["status"] not in OVER)
    return None


def event_of(reader: Reader, key: str | None) -> Mapping[str, Any] | None:
    """The times and category of the event a permit or run-book point belongs to, each read once: a few of thousands are asked."""
    found: Mapping[str, Any] | None = reader.remember(f"event {key}", lambda: _read(reader, key)) if key else None
    return found


def _read(reader: Reader, key: str) -> Mapping[str, Any] | None:
    row = reader.connection.execute(ASKED, {"key": key}).mappings().first()
    return None if row is None else dict(row)
