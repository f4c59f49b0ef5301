"""The list of events: a series stands where its next date is, and what is going on stands in this month."""

from __future__ import annotations

import pytest

from event_records import at, plan
from papers import whole
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.list_print import print_list
from vaartdesk.kinds.events.commands import rescheduling
from vaartdesk.kinds.events.rules.occurrences import date_id
from vaartdesk.schema.context import row_context
from vaartdesk.schema.listing import Header
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.shown import ShownList
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.large import shared_rows
from vaartdesk.ui.list.query import Query, first_query
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Sift


def rows_of(desk: Desk) -> Rows:
    rows = shared_rows(desk, desk.kinds["event"])
    rows.load()

    def listen(change: ChangeSet) -> None:
        rows.hear(change)

    desk.bus.subscribe(listen)
    return rows


def shown(rows: Rows, query: Query | None = None) -> dict[str, list[str]]:
    """Header -> titles below it."""
    found: dict[str, list[str]] = {}
    for entry in Sift(rows).entries(query or first_query(rows.kind)):
        if isinstance(entry, Header):
            found[entry.text] = []
        else:
            found[list(found)[-1]].append(rows.parts(entry).title)
    return found


@pytest.fixture
def market(desk: Desk) -> Ref:
    """Every Wednesday from June on, to the end of the year."""
    rule = "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231T235900"
    return plan(desk, "Warenmarkt", "2026-06-03T08:00", "2026-06-03T16:00", rrule=rule)


def test_a_printed_list_names_the_date_that_comes(desk: Desk, market: Ref) -> None:
    text = whole(print_list(desk, ShownList("event", "Evenementen", (("November 2026", (market.id,)),)))[0])
    assert "wo 25 nov" in text
    assert "3 jun" not in text


def test_events_stand_by_the_month_of_their_next_date(desk: Desk, market: Ref) -> None:
    plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00")
    plan(desk, "Paviljoen", "2026-10-30T00:00", "2027-01-03T00:00", is_whole_day=True)
    plan(desk, "Vrijdagborrel", "2026-11-27T17:00", "2026-11-27T19:00")
    plan(desk, "Preuvenement", "2026-09-05T12:00", "2026-09-06T22:00")
    plan(desk, "Bevrijdingsdag", "2026-05-05T12:00", "2026-05-05T22:00")
    coming = {"November 2026": ["Paviljoen", "Warenmarkt", "Vrijdagborrel"], "December 2026": ["Parade"]}
    rows = rows_of(desk)
    assert shown(rows) == coming
    every = shown(rows, Query(grouping="maand"))
    assert every == coming | {"September 2026": ["Preuvenement"], "Mei 2026": ["Bevrijdingsdag"]}
    assert list(every)[-2:] == ["September 2026", "Mei 2026"]


def test_a_series_shows_the_day_and_time_of_its_next_date(desk: Desk, market: Ref, clock: FixedClock) -> None:
    rows = rows_of(desk)
    parts = rows.parts(market.id)
    assert (parts.day, parts.meta) == (("wo", "25"), ("08:00–16:00",))
    assert parts.due is not None
    assert parts.due.text == "wo 25 nov"
    clock.set(at("2027-01-02T09:00:00+01:00"))
    rows.turn_day()
    assert rows.parts(market.id).day == ("wo", "30")
    assert shown(rows) == {}


def test_a_skipped_or_moved_date_is_not_the_next_one(desk: Desk, market: Ref) -> None:
    rows = rows_of(desk)
    skipped = {"event": market.id, "original_at": at("2026-11-25T08:00"), "is_skipped": True}
    with desk.change("Datum overgeslagen") as tx:
        tx.add("event_override", skipped, id=date_id(market.id, "2026-11-25T08:00"))
    assert rows.parts(market.id).day == ("wo", "2")
    assert list(shown(rows)) == ["December 2026"]
    rescheduling.reschedule(desk, market, "2026-12-02T08:00", first=-1, last=-1)
    assert rows.parts(market.id).day == ("di", "1")
    desk.undo()
    assert rows.parts(market.id).day == ("wo", "2")


def test_on_paper_a_series_has_its_next_date_too(desk: Desk, market: Ref) -> None:
    with desk.read() as reader:
        context = row_context(reader, [], (), desk.kinds["event"])
    assert desk.rows("event")[0]["starts_at"] == at("2026-06-03T08:00")
    assert context.beside == {market.id: (at("2026-11-25T08:00"), at("2026-11-25T16:00"))}


def test_on_paper_a_whole_day_has_no_time(desk: Desk) -> None:
    picnic = plan(desk, "Singelpicknick", "2027-06-20T00:00", "2027-06-20T00:00", is_whole_day=True)
    text = whole(print_list(desk, ShownList("event", "Evenementen", (("Juni 2027", (picnic.id,)),)))[0])
    assert "zo 20 jun 2027" in text
    assert "00:00" not in text
