"""This date of a series and all that follow: as many dates as there were, on their new days, with their exceptions (K7)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_records import at, got, plan
from vaartdesk.core.rule_words import CODES
from vaartdesk.kinds.events.commands.following import move_following
from vaartdesk.kinds.events.commands.rescheduling import reschedule
from vaartdesk.kinds.events.commands.skipping import skip_date
from vaartdesk.kinds.events.queries.dates import shown_between
from vaartdesk.kinds.events.rules.following import split
from vaartdesk.kinds.events.rules.occurrences import starts_of
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk

MONDAY = at("2027-03-01T10:00")


def series(rule: str, starts: datetime = MONDAY, dates: str = "") -> dict[str, Any]:
    """What an event holds of its dates."""
    empty = dict.fromkeys(("ends_at", "setup_at", "breakdown_at"))
    return empty | {
        "starts_at": starts,
        "rrule": rule,
        "dates": dates,
        "zone": "Europe/Amsterdam",
        "is_whole_day": False,
    }


def days(desk: Desk, ref: Ref) -> list[str]:
    with desk.read() as reader:
        rows = shown_between(reader, at("2027-01-01").date(), at("2027-12-31").date())
    return sorted(row["first_on"].isoformat()[5:] for row in rows if row["event"] == ref.id)


def market(desk: Desk, rule: str, **more: Any) -> Ref:
    return plan(desk, "Markt", "2027-03-01T10:00", "2027-03-01T16:00", rrule=rule, **more)


@given(
    codes=st.sets(st.sampled_from(CODES), min_size=1, max_size=4),
    interval=st.integers(1, 3),
    count=st.integers(2, 30),
    place=st.integers(0, 29),
    step=st.integers(-20, 20),
)
def test_a_counted_series_keeps_its_number_and_every_day_moves_as_far(
    codes: set[str], interval: int, count: int, place: int, step: int
) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL={interval};COUNT={count};BYDAY={','.join(sorted(codes, key=CODES.index))}"
    values = series(rule)
    whole = starts_of(values)
    cut = split(values, whole[place % count], step)
    assert cut is not None
    before = [] if cut.before is None else starts_of(values | cut.before)
    after = starts_of(values | cut.after)
    assert before == whole[: place % count]
    assert after == [start + timedelta(step) for start in whole[place % count :]]


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;COUNT=9", "FREQ=MONTHLY;BYDAY=1MO;COUNT=9", "FREQ=YEARLY;COUNT=9"])
@pytest.mark.parametrize("step", [-2, 1, 5])
def test_a_series_by_month_keeps_its_number(rule: str, step: int) -> None:
    values = series(rule)
    cut = split(values, starts_of(values)[3], step)
    assert cut is not None
    assert cut.before is not None
    assert len(starts_of(values | cut.before)) + len(starts_of(values | cut.after)) == 9
    assert starts_of(values | cut.after)[0] == starts_of(values)[3] + timedelta(step)


def test_picked_dates_are_parted_too() -> None:
    values = series("", dates="2027-03-04T10:00 2027-04-01T10:00 2027-05-06T10:00")
    cut = split(values, at("2027-04-01T10:00"), 1)
    assert cut is not None
    assert cut.before is not None
    assert starts_of(values | cut.before) == [MONDAY, at("2027-03-04T10:00")]
    assert starts_of(values | cut.after) == [at("2027-04-02T10:00"), at("2027-05-07T10:00")]


@pytest.mark.accept("K7")
def test_another_weekday_for_this_and_following_keeps_exactly_as_many(desk: Desk) -> None:
    ref = market(desk, "FREQ=WEEKLY;BYDAY=MO;COUNT=5", status="aangevraagd", description="Kramen op de Brink")
    rest = move_following(desk, ref, "2027-03-15T10:00", 2)
    assert days(desk, ref) == ["03-01", "03-08"]
    assert days(desk, rest) == ["03-17", "03-24", "03-31"]
    assert (got(desk, rest)["description"], got(desk, rest)["status"]) == ("Kramen op de Brink", "aangevraagd")
    desk.undo()
    assert days(desk, ref) == ["03-01", "03-08", "03-15", "03-22", "03-29"]
    assert days(desk, rest) == []


@pytest.mark.accept("K7", "K6")
def test_what_was_skipped_or_moved_stays_so(desk: Desk) -> None:
    ref = market(desk, "FREQ=WEEKLY;BYDAY=MO;COUNT=5")
    skip_date(desk, ref, "2027-03-22T10:00")
    reschedule(desk, ref, "2027-03-29T10:00", first=3, last=3)
    rest = move_following(desk, ref, "2027-03-08T10:00", 1)
    assert days(desk, ref) == ["03-01"]
    assert days(desk, rest) == ["03-09", "03-16", "04-02"]
    assert got(desk, ref)["rrule"] == ""  # one date is no series any more


def test_from_the_first_date_on_it_stays_one_event(desk: Desk) -> None:
    ref = market(desk, "FREQ=WEEKLY;COUNT=3")
    skip_date(desk, ref, "2027-03-08T10:00")
    assert move_following(desk, ref, "2027-03-01T10:00", 7) == ref
    assert days(desk, ref) == ["03-08", "03-22"]


def test_a_series_without_end_goes_on_without_end(desk: Desk) -> None:
    ref = market(desk, "FREQ=WEEKLY;BYDAY=MO")
    rest = move_following(desk, ref, "2027-03-15T10:00", 1)
    assert (days(desk, ref), days(desk, rest)[:2]) == (["03-01", "03-08"], ["03-16", "03-23"])
    assert got(desk, rest)["rrule"] == "FREQ=WEEKLY;BYDAY=TU"


def test_a_confirmed_series_says_where_its_permit_is(desk: Desk) -> None:
    ref = market(desk, "FREQ=WEEKLY;COUNT=3")
    with desk.change("Vergund") as tx:
        tx.add("permit", {"record": ref.id, "status": "verleend", "granted_on": at("2026-11-01").date()})
    with desk.change("Bevestigd") as tx:
        tx.set(ref, "status", "bevestigd")
    rest = move_following(desk, ref, "2027-03-08T10:00", 1)
    assert got(desk, rest)["status"] == "bevestigd"
    assert str(got(desk, ref)["number"]) in got(desk, rest)["confirm_reason"]


def test_what_no_rule_can_say_is_refused_and_nothing_changes(desk: Desk) -> None:
    ref = market(desk, "FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=6")
    before = days(desk, ref)
    with pytest.raises(Refused, match="zo niet te verschuiven"):
        move_following(desk, ref, "2027-03-15T10:00", 1)
    assert days(desk, ref) == before
