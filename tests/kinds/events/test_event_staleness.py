"""A changed event makes its own permits and run-book points new, and no other's."""

from __future__ import annotations

from datetime import date

from event_records import at, got, plan
from vaartdesk.kinds.events.commands import planning
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.desk import Desk


def test_only_what_belongs_to_the_event_is_worked_out_again(planned_desk: Desk) -> None:
    desk = planned_desk
    events = [plan(desk, title, "2026-12-19T18:30", "2026-12-19T21:00", category="kennisgeving") for title in "ab"]
    with desk.change("Erbij") as tx:
        permits = [tx.add("permit", {"record": event.id}) for event in events]
        points = [tx.add("checklist_item", {"event": event.id, "title": "Punt", "offset_days": -7}) for event in events]
    heard: list[ChangeSet] = []
    desk.bus.subscribe(heard.append)
    planning.move_event(desk, events[0], at("2026-12-26T18:30"))
    assert [got(desk, point)["due_on"] for point in points] == [date(2026, 12, 19), date(2026, 12, 12)]
    assert got(desk, permits[0])["submit_by"] != got(desk, permits[1])["submit_by"]
    touched: set[Ref] = set(heard[0].changed)
    assert touched == {events[0], permits[0], points[0]}
