"""Maintenance makes its tickets ahead, once, on whichever laptop; the season is a list of days."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.tickets.commands.upkeep import PLAN_NEXT, make_tickets
from vaartdesk.kinds.tickets.queries import upkeep as queries
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import hand_out, take_in
from workspace import open_desk

FIRST_MONDAY = "FREQ=MONTHLY;BYDAY=1MO"


def plan(desk: Desk, **given: Any) -> Ref:
    fields = {"title": "Goten legen", "starts_on": date(2026, 3, 1), "rrule": FIRST_MONDAY, "place_text": "Brink"}
    category = next(row["id"] for row in desk.rows("ticket_category") if row["title"] == "Bestrating")
    with desk.change("Onderhoud") as tx:
        contract = tx.add("contract", {"title": "Reiniging", "status": "lopend"})
        return tx.add("maintenance", {**fields, "category": category, "contract": contract.id, **given})


def tickets(desk: Desk) -> list[Values]:
    return [desk.get(Ref("ticket", row["id"])) or {} for row in desk.rows("ticket")]


@pytest.mark.accept("T17")
def test_a_ticket_is_made_so_many_days_ahead_with_its_contract(planned_desk: Desk, clock: FixedClock) -> None:
    ref = plan(planned_desk, lead_days=7)
    assert make_tickets(planned_desk) == []
    clock.advance(timedelta(6))
    assert len(make_tickets(planned_desk)) == 1
    (ticket,) = tickets(planned_desk)
    contract = (planned_desk.get(ref) or {})["contract"]
    assert (ticket["title"], ticket["status"], ticket["type"]) == ("Goten legen", "ingepland", "onderhoud")
    assert (ticket["contract"], ticket["maintenance"], ticket["lies_with"]) == (contract, ref.id, "leverancier")
    assert ticket["planned_at"].astimezone().date() == date(2026, 12, 7)
    assert ticket["due_on"] == date(2026, 12, 14)
    assert ticket["number"] == "M-2026-0001"
    assert make_tickets(planned_desk) == []
    clock.advance(timedelta(30))
    assert len(make_tickets(planned_desk)) == 1


def test_it_is_not_made_again_when_it_was_thrown_away_and_not_undone_by_chance(
    planned_desk: Desk, clock: FixedClock
) -> None:
    plan(planned_desk)
    clock.set(clock.now().replace(month=12, day=2))
    (made,) = make_tickets(planned_desk)
    planned_desk.undo()
    assert (planned_desk.get(made) or {})["alive"], "what the program did by itself is not the last own change"
    with planned_desk.change("Weg") as tx:
        tx.delete(made)
    assert make_tickets(planned_desk) == []


def test_what_was_missed_is_made_up(planned_desk: Desk, clock: FixedClock) -> None:
    plan(planned_desk, rrule="FREQ=WEEKLY;BYDAY=TU", lead_days=0)
    assert len(make_tickets(planned_desk)) == 1
    clock.advance(timedelta(22))
    assert len(make_tickets(planned_desk)) == 3


@pytest.mark.parametrize(
    "given", [{"status": "onderbroken"}, {"ends_on": date(2026, 12, 6)}, {"starts_on": None, "rrule": ""}]
)
def test_what_stands_still_or_is_over_makes_none(planned_desk: Desk, clock: FixedClock, given: dict[str, Any]) -> None:
    plan(planned_desk, **given)
    clock.advance(timedelta(10))
    assert make_tickets(planned_desk) == []


@pytest.mark.accept("T17")
def test_two_laptops_make_the_same_ticket(planned_desk: Desk, clock: FixedClock, tmp_path: Path) -> None:
    plan(planned_desk)
    with open_desk(tmp_path / "ander", clock) as other:
        take_in(other, hand_out(planned_desk) or b"")
        clock.advance(timedelta(10))
        here, there = make_tickets(planned_desk), make_tickets(other)
        assert here == there
        assert len(here) == 1
        take_in(other, hand_out(planned_desk) or b"")
        take_in(planned_desk, hand_out(other) or b"")
        for desk in (planned_desk, other):
            assert len(tickets(desk)) == 1
            assert desk.conflicts(here[0]) == {}
            assert make_tickets(desk) == []


@pytest.mark.accept("T17")
def test_the_season_tells_each_day_and_its_ticket(planned_desk: Desk, clock: FixedClock) -> None:
    plan(planned_desk)
    plan(planned_desk, title="Kerstverlichting", rrule="FREQ=YEARLY", starts_on=date(2025, 11, 30))
    clock.advance(timedelta(8))
    make_tickets(planned_desk)
    with planned_desk.read() as reader:
        turns = queries.season(reader, date(2026, 11, 1), date(2027, 1, 31))
    assert [(turn.day, turn.maintenance["title"], turn.ticket is not None) for turn in turns] == [
        (date(2026, 11, 2), "Goten legen", False),
        (date(2026, 11, 30), "Kerstverlichting", False),
        (date(2026, 12, 7), "Goten legen", True),
        (date(2027, 1, 4), "Goten legen", False),
    ]


def test_the_next_one_can_be_planned_by_hand(planned_desk: Desk) -> None:
    ref = plan(planned_desk)
    outcome = PLAN_NEXT.run(planned_desk, [ref], {})
    assert outcome.sentence == "M-2026-0001 ingepland op ma 7 dec"
    assert PLAN_NEXT.run(planned_desk, [ref], {}).sentence.endswith("ma 4 jan 2027")
    done = plan(planned_desk, ends_on=date(2026, 11, 1))
    with pytest.raises(Refused, match="geen dag"):
        PLAN_NEXT.run(planned_desk, [done], {})


def test_the_page_tells_the_coming_days(planned_desk: Desk) -> None:
    values = planned_desk.get(plan(planned_desk)) or {}
    facts = planned_desk.kinds["maintenance"].facts
    assert facts is not None
    with planned_desk.read() as reader:
        assert list(facts(values, reader)) == [("Volgende keren", "ma 7 dec, ma 4 jan 2027, ma 1 feb 2027")]
