"""How full the weeks to come are."""

from __future__ import annotations

from datetime import date

from event_records import plan
from vaartdesk.kinds.events.queries.pressure import week_loads
from vaartdesk.store.desk import Desk


def test_every_date_counts_in_the_weeks_it_touches(desk: Desk) -> None:
    plan(desk, "Lichtjesparade", "2026-12-19T17:00", "2026-12-19T20:00", status="aangevraagd", is_large=True)
    plan(desk, "Kerstmarkt", "2026-12-18T10:00", "2026-12-22T18:00", status="optie")
    plan(desk, "Koopavond", "2026-12-03T18:00", "2026-12-03T21:00", status="aangevraagd", rrule="FREQ=WEEKLY;COUNT=3")
    plan(desk, "Plan", "2026-12-19T10:00", "2026-12-19T11:00", status="idee")
    plan(desk, "Geen feest", "2026-12-19T10:00", "2026-12-19T11:00", status="afgelast")
    plan(desk, "Voorjaar", "2027-04-19T10:00", "2027-04-19T11:00", status="aangevraagd")

    with desk.read() as reader:
        loads = week_loads(reader)

    assert [load.monday for load in loads[:2]] == [date(2026, 11, 23), date(2026, 11, 30)]
    assert [(load.number, load.count) for load in loads if load.count] == [(49, 1), (50, 1), (51, 3), (52, 1)]
    assert loads[3].titles == ("Lichtjesparade", "Kerstmarkt", "Koopavond")
    assert len(loads) == 12
    assert [load.number for load in loads[5:7]] == [53, 1]


def test_a_series_in_one_week_is_named_once(desk: Desk) -> None:
    plan(desk, "IJsbaan", "2026-12-14T10:00", "2026-12-14T20:00", status="aangevraagd", rrule="FREQ=DAILY;COUNT=6")
    with desk.read() as reader:
        full = week_loads(reader)[3]
    assert (full.count, full.titles) == (6, ("IJsbaan",))
