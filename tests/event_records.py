"""Events and places made in a line, for the tests of the calendar."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from vaartdesk.kinds.events.commands import planning
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.desk import Desk


def at(value: str) -> datetime:
    return datetime.fromisoformat(value)


def got(desk: Desk, ref: Ref) -> Values:
    values = desk.get(ref)
    assert values is not None
    return values


def place(desk: Desk, title: str, **given: Any) -> str:
    with desk.change("Plaats") as tx:
        return tx.add("place", {"title": title} | given).id


def plan(desk: Desk, title: str, start: str, end: str, **given: Any) -> Ref:
    return planning.plan_event(desk, {"title": title, "starts_at": at(start), "ends_at": at(end)} | given)
