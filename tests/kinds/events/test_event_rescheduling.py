"""Other days for an event or one date of a series, as dragging and keys ask for them."""

from __future__ import annotations

import pytest

from event_records import at, got, place, plan
from vaartdesk.kinds.events.commands.planning import clashes_of
from vaartdesk.kinds.events.commands.rescheduling import reschedule
from vaartdesk.kinds.events.queries.dates import shown_between
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk


def dates(desk: Desk, ref: Ref) -> list[tuple[str, str]]:
    """First and last day of every date of an event in 2027."""
    with desk.read() as reader:
        rows = shown_between(reader, at("2027-01-01").date(), at("2027-12-31").date())
    own = sorted((row["first_on"], row["last_on"]) for row in rows if row["event"] == ref.id)
    return [(first.isoformat()[5:], last.isoformat()[5:]) for first, last in own]


def test_moving_keeps_length_set_up_and_break_down(desk: Desk) -> None:
    ref = plan(desk, "Markt", "2027-05-08T10:00", "2027-05-09T16:00", setup_at=at("2027-05-07T20:00"))
    done = reschedule(desk, ref, "", first=-3, last=-3)
    values = got(desk, ref)
    assert (values["setup_at"], values["starts_at"]) == (at("2027-05-04T20:00"), at("2027-05-05T10:00"))
    assert values["ends_at"] == at("2027-05-06T16:00")
    assert (done.span.starts, done.is_one_date) == (at("2027-05-05T10:00"), False)


def test_drawing_out_the_end_takes_the_break_down_along(desk: Desk) -> None:
    ref = plan(desk, "Markt", "2027-05-08T10:00", "2027-05-08T16:00", breakdown_at=at("2027-05-08T19:00"))
    reschedule(desk, ref, "", last=2)
    values = got(desk, ref)
    assert (values["ends_at"], values["breakdown_at"]) == (at("2027-05-10T16:00"), at("2027-05-10T19:00"))
    assert values["starts_at"] == at("2027-05-08T10:00")


def test_drawing_out_the_begin_takes_the_set_up_along(desk: Desk) -> None:
    ref = plan(desk, "Markt", "2027-05-08T10:00", "2027-05-08T16:00", setup_at=at("2027-05-08T07:00"))
    reschedule(desk, ref, "", first=-1)
    values = got(desk, ref)
    assert (values["setup_at"], values["starts_at"]) == (at("2027-05-07T07:00"), at("2027-05-07T10:00"))
    assert values["ends_at"] == at("2027-05-08T16:00")


@pytest.mark.parametrize(("first", "last", "expected"), [(-1, 0, ("05-07", "05-08")), (0, 2, ("05-08", "05-10"))])
def test_a_whole_day_without_an_end_becomes_days(desk: Desk, first: int, last: int, expected: tuple[str, str]) -> None:
    with desk.change("Evenement") as tx:
        ref = tx.add("event", {"title": "Kermis", "starts_at": at("2027-05-08T00:00"), "is_whole_day": True})
    reschedule(desk, ref, "", first=first, last=last)
    assert dates(desk, ref) == [expected]


def test_an_event_without_an_end_is_drawn_out(desk: Desk) -> None:
    with desk.change("Evenement") as tx:
        ref = tx.add("event", {"title": "Borrel", "starts_at": at("2027-05-08T17:00")})
    reschedule(desk, ref, "", last=1)
    assert got(desk, ref)["ends_at"] == at("2027-05-09T18:00")


def test_an_event_never_ends_before_it_begins(desk: Desk) -> None:
    ref = plan(desk, "Markt", "2027-05-08T10:00", "2027-05-08T16:00")
    before = got(desk, ref)
    for first, last in ((1, 0), (0, -1)):
        with pytest.raises(Refused, match="eindigt voor het begint"):
            reschedule(desk, ref, "", first=first, last=last)
    assert got(desk, ref) == before


@pytest.mark.accept("K4")
def test_one_date_of_a_series_moves_and_no_longer_clashes(desk: Desk) -> None:
    square = place(desk, "Koopmansplein")
    series = plan(desk, "Markt", "2027-05-05T08:00", "2027-05-05T12:00", place=square, rrule="FREQ=WEEKLY;COUNT=3")
    plan(desk, "Parade", "2027-05-12T10:00", "2027-05-12T18:00", place=square)
    assert [clash.day.isoformat() for clash in clashes_of(desk, series)] == ["2027-05-12"]
    done = reschedule(desk, series, "2027-05-12T08:00", first=1, last=1)
    assert done.is_one_date
    assert [first for first, _last in dates(desk, series)] == ["05-05", "05-13", "05-19"]
    assert [clash for clash in clashes_of(desk, series) if clash.level == "hard"] == []
    assert got(desk, series)["starts_at"] == at("2027-05-05T08:00")
    reschedule(desk, series, "2027-05-12T08:00", last=1)
    assert dates(desk, series)[1] == ("05-13", "05-14")
    desk.undo()
    desk.undo()
    assert [first for first, _last in dates(desk, series)] == ["05-05", "05-12", "05-19"]


def test_a_date_of_a_series_keeps_its_set_up_and_break_down(desk: Desk) -> None:
    ref = plan(
        desk,
        "Concert",
        "2027-05-05T20:00",
        "2027-05-05T23:00",
        setup_at=at("2027-05-05T15:00"),
        breakdown_at=at("2027-05-06T01:00"),
        rrule="FREQ=WEEKLY;COUNT=2",
    )
    span = reschedule(desk, ref, "2027-05-12T20:00", first=2, last=2).span
    assert (span.setup, span.breakdown) == (at("2027-05-14T15:00"), at("2027-05-15T01:00"))
    again = reschedule(desk, ref, "2027-05-12T20:00", first=-1, last=-1).span
    assert (again.setup, again.breakdown) == (at("2027-05-13T15:00"), at("2027-05-14T01:00"))


def test_whole_day_dates_of_a_series_are_drawn_out(desk: Desk) -> None:
    ref = plan(desk, "Kermis", "2027-05-05T00:00", "2027-05-06T00:00", is_whole_day=True, rrule="FREQ=MONTHLY;COUNT=2")
    reschedule(desk, ref, "2027-06-05T00:00", first=1, last=3)
    assert dates(desk, ref) == [("05-05", "05-06"), ("06-06", "06-09")]


def test_what_is_gone_is_refused(desk: Desk) -> None:
    ref = plan(desk, "Markt", "2027-05-05T08:00", "2027-05-05T12:00", rrule="FREQ=WEEKLY;COUNT=2")
    with pytest.raises(Refused, match="hoort niet meer bij de reeks"):
        reschedule(desk, ref, "2027-05-06T08:00", first=1, last=1)
    with desk.change("Weg") as tx:
        tx.delete(ref)
    with pytest.raises(Refused, match="bestaat niet meer"):
        reschedule(desk, ref, "2027-05-05T08:00", first=1, last=1)
