"""What tickets count up to, on plain values and on the real store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules.figures import Speed, flow, speed
from vaartdesk.store.desk import Desk

MONDAY = date(2026, 9, 7)
"""Of the first of the twelve weeks that end with that of Tuesday 24 November 2026."""


def at(day: str, hour: int = 12) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC) + timedelta(hours=hour)


def test_weeks_are_counted_back_from_what_is_open_now() -> None:
    told = flow((0, 1, 1), (0, 1, 1), 5)
    assert told.open == (5, 5, 5)
    assert flow((0, 3), (0, 0), 10).open == (7, 10)
    assert flow((2, 1, 0), (0, 0, 4), 1).open == (4, 5, 1)
    assert flow((0, 9), (0, 0), 4).open == (0, 4), "never fewer than none, whatever was imported"


def solved(start: str, end: str, due: str | None, pauses: str = "") -> dict[str, Any]:
    return {
        "reported_at": at(start),
        "closed_at": at(end),
        "due_on": date.fromisoformat(due) if due else None,
        "pauses": pauses,
        "paused_since": None,
    }


@pytest.mark.accept("D5")
def test_under_five_cases_there_is_no_median_and_no_share() -> None:
    four = [solved("2026-11-02", "2026-11-04", "2026-11-09")] * 4
    assert speed(four, calendar_of({})) == Speed(4, None, 4, 4)
    assert speed(four, calendar_of({})).share is None

    five = speed([*four, solved("2026-11-02", "2026-11-12", "2026-11-09")], calendar_of({}))
    assert (five.days, five.in_time, five.share) == (2, 4, 80)


def test_days_on_which_a_ticket_waited_do_not_count() -> None:
    waited = [solved("2026-11-02", "2026-11-12", None, "2026-11-03/2026-11-10")] * 5
    told = speed(waited, calendar_of({}))
    assert told.days == 3
    assert (told.with_term, told.share) == (0, None)


def test_the_store_is_asked_for_the_last_weeks(desk: Desk) -> None:
    with desk.change("Meldingen") as tx:
        category = tx.add("ticket_category", {"aspect": "heel", "title": "Bestrating", "term": 5}).id
        fields = {"title": "Losse klinker", "place_text": "Brink", "category": category, "result": "Gelegd"}
        for start, end in (("2026-01-12", None), ("2026-11-23", None), ("2026-11-03", "2026-11-23")):
            closed = {"status": "afgehandeld", "closed_at": at(end)} if end else {}
            tx.add("ticket", fields | {"reported_at": at(start)} | closed)
        gone = tx.add("ticket", fields | {"reported_at": at("2026-11-23")})
        tx.delete(gone)
        half_past_midnight = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # on Monday, in Assen
        tx.add("ticket", fields | {"reported_at": half_past_midnight})

    with desk.read() as reader:
        told, fast = queries.flow(reader), queries.speed(reader)

    assert len(told.open) == 12
    assert told.open[-5:] == (1, 2, 2, 2, 3)
    assert (told.came[-2:], told.went[-2:]) == ((0, 2), (0, 1))
    assert queries._first_monday(desk.today, 12) == MONDAY
    assert (fast.solved, fast.days, fast.with_term, fast.in_time) == (1, None, 1, 0)
