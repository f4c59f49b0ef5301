"""What the program does by itself at opening."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from vaartdesk.app.place import Place
from vaartdesk.app.session import open_desk, open_for_reading
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.daily import Day, run_day
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.store.desk import Desk


def changes(desk: Desk) -> int:
    with desk.read() as reader:
        return int(reader.connection.execute(text("select count(*) from txn")).scalar() or 0)


def test_a_day_that_asks_for_nothing_writes_nothing(planned_desk: Desk) -> None:
    before = changes(planned_desk)
    assert run_day(planned_desk) == Day()
    assert changes(planned_desk) == before


@pytest.mark.accept("T14", "T16", "T17")
def test_opening_the_workspace_does_what_the_day_asks(tmp_path: Path, clock: FixedClock) -> None:
    where = Place(tmp_path / "werk", clock)
    with open_desk(where, may_make=True) as desk:
        category = desk.rows("ticket_category")[0]["id"]
        fields = {"title": "Kuil", "place_text": "Brink", "category": category, "reporter_name": "Bakker"}
        planned = len(desk.rows("action"))
        ticket = log_ticket(desk, fields)
        move_ticket(desk, ticket, "afgehandeld", {"result": "Dicht."})
        with desk.change("Contract en onderhoud") as tx:
            tx.add("contract", {"title": "Groen", "status": "lopend", "notice_on": date(2027, 12, 1), "warn_days": 60})
            tx.add("maintenance", {"title": "Snoeien", "starts_on": date(2027, 11, 20), "rrule": "FREQ=YEARLY"})
    clock.advance(timedelta(355))
    with open_desk(where) as desk:
        assert (len(desk.rows("ticket")), len(desk.rows("action"))) == (2, planned + 1)
        assert (desk.get(ticket) or {})["keep_until"] == date(2027, 11, 28)
        assert (desk.get(ticket) or {})["reporter_name"] == "Bakker"
        before = changes(desk)
    with open_desk(where) as desk:
        assert changes(desk) == before, "the second opening of a day adds nothing"
    clock.advance(timedelta(14))
    with open_desk(where) as desk:
        assert (desk.get(ticket) or {})["reporter_name"] == ""
        before = changes(desk)
    clock.advance(timedelta(40))
    with open_for_reading(where) as desk:
        assert changes(desk) == before


def test_one_that_is_refused_leaves_the_others_alone(planned_desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with planned_desk.change("Onderhoud met een kenteken in de titel") as tx:
        tx.add("maintenance", {"title": "Bus 12-ABC-3 wegslepen", "starts_on": date(2026, 11, 24)})
        tx.add("contract", {"title": "Groen", "status": "lopend", "notice_on": date(2026, 12, 1)})
    with caplog.at_level(logging.WARNING):
        assert run_day(planned_desk) == Day(actions=1)
    assert "title" in caplog.text
    assert "12-ABC-3" not in caplog.text
