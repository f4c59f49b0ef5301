"""What tickets count up to, on plain values and on the real store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from vaartdesk.core.periods import month_of
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.queries import figures as queries
from vaartdesk.kinds.tickets.rules.figures import Case, Figures, Speed, case_of, flow, measure, speed
from vaartdesk.store.desk import Desk

MONDAY = date(2026, 9, 7)
"""Of the first of the twelve weeks that end with that of Tuesday 24 November 2026."""


def at(day: str, hour: int = 12) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC) + timedelta(hours=hour)


def test_weeks_are_counted_back_from_what_is_open_now() -> None:
    assert flow((0, 1, 1), (0, 1, 1), 5).open == (5, 5, 5)
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
        "status": "afgehandeld",
        "category": None,
        "street": None,
    }


def told(rows: list[dict[str, Any]]) -> Speed:
    return speed(case_of(row, calendar_of({})) for row in rows)


@pytest.mark.accept("D5")
def test_under_five_cases_there_is_no_median_and_no_share() -> None:
    four = [solved("2026-11-02", "2026-11-04", "2026-11-09")] * 4
    assert told(four) == Speed(4, None, 4, 4)
    assert told(four).share is None

    five = told([*four, solved("2026-11-02", "2026-11-12", "2026-11-09")])
    assert (five.days, five.in_time, five.share) == (2, 4, 80)


def test_days_on_which_a_ticket_waited_do_not_count() -> None:
    waited = [solved("2026-11-02", "2026-11-12", None, "2026-11-03/2026-11-10")] * 5
    assert told(waited).days == 3
    assert (told(waited).with_term, told(waited).share) == (0, None)


NOVEMBER = month_of(date(2026, 11, 24))


@pytest.mark.accept("D5")
def test_a_period_tells_what_came_went_and_was_open_at_its_end() -> None:
    first, last, before, after = NOVEMBER.first, NOVEMBER.last, date(2026, 10, 31), date(2026, 12, 1)
    cases = [
        Case(before, None),
        Case(before, first, is_solved=True, days=1, in_time=True),
        Case(first, last, is_solved=False),
        Case(last, after, is_solved=True, days=1, in_time=True),
        Case(after, None),
        Case(None, None),
    ]
    assert measure(cases, NOVEMBER) == Figures(2, 2, 3, Speed(1, None, 1, 1))
    assert measure(cases, month_of(after)) == Figures(1, 1, 3, Speed(1, None, 1, 1))


def test_what_was_called_off_went_but_was_not_solved() -> None:
    called_off = solved("2026-11-02", "2026-11-03", "2026-11-09") | {"status": "geannuleerd"}
    case = case_of(called_off, calendar_of({}))
    assert (case.went_on, case.is_solved, case.days, case.in_time) == (date(2026, 11, 3), False, None, None)


def test_only_tickets_of_the_period_and_the_street_are_asked_for(planned_desk: Desk) -> None:
    desk = planned_desk
    street = desk.rows("street")[0]
    category = desk.rows("ticket_category")[0]["id"]
    fields = {"title": "Losse klinker", "category": category, "result": "Gelegd"}
    done = {"status": "afgehandeld"}
    with desk.change("Meldingen") as tx:
        tx.add("ticket", fields | {"place_text": f"{street['title']} 4", "reported_at": at("2026-01-12")})
        tx.add("ticket", fields | {"place_text": "elders", "reported_at": at("2026-11-02")})
        for start, end in (("2026-10-01", "2026-10-31"), ("2026-10-01", "2026-11-02"), ("2026-12-01", "2026-12-03")):
            tx.add("ticket", fields | done | {"place_text": "elders", "reported_at": at(start), "closed_at": at(end)})
    with desk.read() as reader:
        found, there = queries.cases(reader, NOVEMBER), queries.cases(reader, NOVEMBER, street["id"])
    assert sorted(str(case.came_on) for case in found) == ["2026-01-12", "2026-10-01", "2026-11-02"]
    assert [(case.came_on, case.street) for case in there] == [(date(2026, 1, 12), street["id"])]


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
        weeks, fast = queries.flow(reader), queries.speed(reader)

    assert len(weeks.open) == 12
    assert weeks.open[-5:] == (1, 2, 2, 2, 3)
    assert (weeks.came[-2:], weeks.went[-2:]) == ((0, 2), (0, 1))
    assert queries.first_monday(desk.today, 12) == MONDAY
    assert (fast.solved, fast.days, fast.with_term, fast.in_time) == (1, None, 1, 0)
