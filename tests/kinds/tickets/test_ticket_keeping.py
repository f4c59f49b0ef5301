"""Who reported a ticket: kept for a year, told a fortnight ahead, put off, and then gone from everywhere but the counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.tickets.commands.intake import add_reporter, log_ticket
from vaartdesk.kinds.tickets.commands.keeping import KEEP_REPORTER, announce, anonymise
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.kinds.tickets.queries import figures as queries
from vaartdesk.kinds.tickets.queries.keeping import announcements
from vaartdesk.schema.kind import Need
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk

NAME, MAIL, PHONE = "Bakkerij Oosterbroek", "winkel@oosterbroek.example", "+31592123456"


def got(desk: Desk, ref: Ref) -> Values:
    return desk.get(ref) or {}


def closed_ticket(desk: Desk, **fields: Any) -> Ref:
    category = desk.rows("ticket_category")[0]["id"]
    given = {"title": "Kuil", "place_text": "Brink", "category": category, "reporter_name": NAME}
    ref = log_ticket(desk, given | fields)
    move_ticket(desk, ref, "afgehandeld", {"result": "Dicht."})
    return ref


def told(desk: Desk) -> list[Need]:
    with desk.read() as reader:
        return list(announcements(reader))


def test_nothing_is_told_or_wiped_before_its_time(planned_desk: Desk, clock: FixedClock) -> None:
    closed_ticket(planned_desk)
    clock.advance(timedelta(350))
    assert (announce(planned_desk), anonymise(planned_desk), told(planned_desk)) == (0, 0, [])


@pytest.mark.accept("T16")
def test_it_is_told_a_fortnight_ahead_and_then_done(planned_desk: Desk, clock: FixedClock) -> None:
    ref = closed_ticket(planned_desk, reporter_email=MAIL, reporter_phone=PHONE)
    open_one = log_ticket(
        planned_desk,
        {
            "title": "Nog open",
            "place_text": "Brink",
            "category": got(planned_desk, ref)["category"],
            "reporter_name": NAME,
        },
    )
    other = add_reporter(planned_desk, ref, {"name": "Slager Zuidema", "text": "Hij struikelde ook"})
    clock.advance(timedelta(351))
    announce(planned_desk)
    assert [(need.ref, str(need.parts.due.text)) for need in told(planned_desk) if need.parts.due] == [
        (ref, "gewist op wo 24 nov")
    ]
    assert anonymise(planned_desk) == 0
    clock.advance(timedelta(13))
    assert anonymise(planned_desk) == 0
    clock.advance(timedelta(1))

    assert anonymise(planned_desk) == 1
    values = got(planned_desk, ref)
    assert [values[name] for name in ("reporter_name", "reporter_email", "reporter_phone")] == ["", "", ""]
    assert got(planned_desk, other)["name"] == ""
    assert values["anonymised_on"] == planned_desk.today
    assert got(planned_desk, open_one)["reporter_name"] == NAME
    assert told(planned_desk) == []
    assert anonymise(planned_desk) == 0


@pytest.mark.accept("T16")
def test_wiped_is_wiped_in_search_history_and_log_and_undo_does_not_bring_it_back(
    planned_desk: Desk, clock: FixedClock
) -> None:
    ref = closed_ticket(planned_desk, reporter_email=MAIL)
    clock.advance(timedelta(351))
    announce(planned_desk)
    clock.advance(timedelta(14))
    anonymise(planned_desk)
    assert planned_desk.search("Oosterbroek") == []
    assert not any("Oosterbroek" in f"{line.old} {line.new}" for line in planned_desk.history(ref))
    with planned_desk.read() as reader:
        log = reader.connection.execute(text("select count(*) from change where value like '%Oosterbroek%'"))
        assert log.scalar() == 0
    while planned_desk.undo() is not None:
        assert got(planned_desk, ref)["reporter_name"] == ""
    assert planned_desk.door.journal.verify() == []


@pytest.mark.accept("T16")
def test_all_counts_stay_equal(planned_desk: Desk, clock: FixedClock) -> None:
    for _n in range(6):
        closed_ticket(planned_desk)
    clock.advance(timedelta(60))
    with planned_desk.read() as reader:
        before = (queries.flow(reader, 20), queries.speed(reader, 20), len(planned_desk.rows("ticket")))
    with planned_desk.change("Korter") as tx:
        tx.put_setting("anonymise_days", 30)
    announce(planned_desk)
    clock.advance(timedelta(14))
    assert anonymise(planned_desk) == 6
    with planned_desk.read() as reader:
        flow = queries.flow(reader, 22)
        assert queries.speed(reader, 22) == before[1]
    assert flow.open[2:] == before[0].open
    assert (sum(flow.came), sum(flow.went)) == (6, 6) == (sum(before[0].came), sum(before[0].went))
    assert len(planned_desk.rows("ticket")) == before[2]


@pytest.mark.accept("T16")
def test_it_can_be_put_off(planned_desk: Desk, clock: FixedClock) -> None:
    ref = closed_ticket(planned_desk)
    clock.advance(timedelta(352))
    announce(planned_desk)
    assert KEEP_REPORTER.fits(got(planned_desk, ref))
    later = planned_desk.today + timedelta(100)
    KEEP_REPORTER.run(planned_desk, [ref], {"keep_until": later})
    assert told(planned_desk) == []
    clock.advance(timedelta(99))
    assert (announce(planned_desk), anonymise(planned_desk)) == (0, 0)
    assert [need.ref for need in told(planned_desk)] == [ref]
    clock.advance(timedelta(1))
    assert anonymise(planned_desk) == 1


def test_a_day_that_has_passed_is_refused(planned_desk: Desk) -> None:
    ref = closed_ticket(planned_desk)
    with pytest.raises(Refused, match="na vandaag"):
        KEEP_REPORTER.run(planned_desk, [ref], {"keep_until": date(2026, 11, 24)})


def test_after_a_long_absence_it_is_still_told_for_a_fortnight(planned_desk: Desk, clock: FixedClock) -> None:
    closed_ticket(planned_desk)
    clock.advance(timedelta(700))
    assert anonymise(planned_desk) == 0
    assert announce(planned_desk) == 1
    assert anonymise(planned_desk) == 0
    assert len(told(planned_desk)) == 1
    clock.advance(timedelta(14))
    assert anonymise(planned_desk) == 1


def test_a_ticket_that_is_reopened_keeps_its_reporter(planned_desk: Desk, clock: FixedClock) -> None:
    ref = closed_ticket(planned_desk)
    clock.advance(timedelta(360))
    announce(planned_desk)
    move_ticket(planned_desk, ref, "heropend")
    clock.advance(timedelta(30))
    assert anonymise(planned_desk) == 0
    assert got(planned_desk, ref)["keep_until"] is None
    assert got(planned_desk, ref)["reporter_name"] == NAME
