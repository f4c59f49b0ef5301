from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from vaartdesk.kinds.meetings.model.states import MEETING_STATES, TOPIC_STATES
from vaartdesk.kinds.meetings.rules.rows import by_time, late
from vaartdesk.kinds.meetings.rules.stages import (
    MOVES,
    TOPIC_MOVES,
    follow_up,
    is_held,
    moves,
    next_of,
    papers_due,
)
from vaartdesk.schema.kind import RowContext

TODAY = date(2026, 11, 24)


def test_every_stage_has_its_moves_and_an_approved_report_has_none() -> None:
    assert set(MOVES) == {option.slug for option in MEETING_STATES}
    assert {to for found in MOVES.values() for to in found} <= set(MOVES)
    assert set(TOPIC_MOVES) == {option.slug for option in TOPIC_STATES}
    assert moves("verslag_vastgesteld") == ()
    assert moves("van een nieuwere versie") == ()


def test_papers_go_out_calendar_days_before() -> None:
    assert papers_due(datetime.fromisoformat("2026-12-08 19:30"), 7) == date(2026, 12, 1)
    assert papers_due(datetime.fromisoformat("2026-12-08 00:00"), 0) == date(2026, 12, 8)
    assert papers_due(None, 7) is None
    assert papers_due(datetime.fromisoformat("2026-12-08 19:30"), None) is None


@pytest.mark.accept("M14")
@pytest.mark.parametrize(
    ("outcome", "no_follow_up", "actions", "state"),
    [
        ("aangenomen", False, [], "open"),
        ("aangenomen", True, [], "geen_vervolg"),
        ("aangenomen", False, ["gepland"], "open"),
        ("aangenomen", False, ["gereed", "gepland"], "loopt"),
        ("aangenomen", False, ["wacht"], "loopt"),
        ("aangenomen", False, ["gereed", "gereed"], "uitgevoerd"),
        ("aangenomen", False, ["gereed", "vervallen"], "uitgevoerd"),
        ("aangenomen", False, ["vervallen"], "open"),
        ("aangenomen", True, ["loopt"], "loopt"),
        ("verworpen", False, [], "geen_vervolg"),
        ("kennisgenomen", False, [], "geen_vervolg"),
        ("aangehouden", False, [], "open"),
    ],
)
def test_a_decision_is_carried_out_when_its_actions_are_done(
    outcome: str, no_follow_up: bool, actions: list[str], state: str
) -> None:
    assert follow_up(outcome, no_follow_up, actions) == state


def test_the_next_meeting_is_the_first_that_goes_on() -> None:
    now = datetime.fromisoformat("2026-11-24 09:30")

    def meeting(key: str, start: datetime | None, status: str = "concept") -> dict[str, Any]:
        return {"id": key, "starts_at": start, "status": status}

    rows = [
        meeting("later", datetime.fromisoformat("2027-01-12 19:30")),
        meeting("af", datetime.fromisoformat("2026-12-01 19:30"), "vervallen"),
        meeting("open", None),
        meeting("eerst", datetime.fromisoformat("2026-12-08 19:30")),
        meeting("bezig", now),
    ]
    found = next_of(rows, now)
    assert found is not None
    assert found["id"] == "eerst"
    assert next_of(rows, now, skip={"eerst", "later"}) is None
    assert is_held(rows[4], now)
    assert not is_held(rows[2], now)


@pytest.mark.parametrize(
    ("day", "text", "tone"),
    [
        (date(2026, 11, 22), "2 dagen te laat", "danger"),
        (date(2026, 11, 23), "1 dag te laat", "danger"),
        (TODAY, "vandaag", "warning"),
        (date(2026, 11, 25), "nog 1 dag", "warning"),
        (date(2026, 12, 1), "nog 7 dagen", "warning"),
        (date(2026, 12, 2), "wo 2 dec", "neutral"),
    ],
)
def test_lateness_is_told_in_words(day: date, text: str, tone: str) -> None:
    due = late(day, TODAY)
    assert due is not None
    assert (due.text, due.tone) == (text, tone)
    assert late(None, TODAY) is None


def test_meetings_stand_by_week_month_and_earlier() -> None:
    context = RowContext(TODAY, datetime.fromisoformat("2026-11-24 09:30").astimezone(), {}, {}, {})
    starts = [
        datetime.fromisoformat("2026-10-27 19:30"),
        datetime.fromisoformat("2027-01-12 19:30"),
        datetime.fromisoformat("2026-11-23 09:00"),
        None,
        datetime.fromisoformat("2026-12-08 19:30"),
        datetime.fromisoformat("2026-11-30 09:00"),
        datetime.fromisoformat("2026-11-29 09:00"),
    ]
    found = sorted((by_time({"starts_at": start}, context) for start in starts), key=lambda g: g[0])
    assert list(dict.fromkeys(header.text for _order, header in found)) == [
        "Deze week",
        "November",
        "December",
        "Januari 2027",
        "Nog te plannen",
        "Eerder",
    ]
