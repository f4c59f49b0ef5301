"""Times and dates of events: pure, on plain values."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.kinds.events.model.event import Event, EventOverride
from vaartdesk.kinds.events.rules import occurrences, times
from vaartdesk.kinds.events.rules.times import Span, span_of
from vaartdesk.schema.field import fields_of


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def event(**given: Any) -> dict[str, Any]:
    """The Lichtjesparade of 19 December 2026, half past six to nine."""
    values = {name: f.type.empty if f.default is None else f.default for name, f in fields_of(Event).items()}
    values |= {"id": "e" * 32, "alive": True, "title": "Lichtjesparade", "place": "p", "places": ()}
    return values | {"starts_at": at("2026-12-19T18:30"), "ends_at": at("2026-12-19T21:00")} | given


def override(original: str, **given: Any) -> dict[str, Any]:
    values: dict[str, Any] = {name: f.type.empty for name, f in fields_of(EventOverride).items()}
    return values | {"original_at": at(original)} | given


@pytest.mark.accept("K1")
@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"setup_at": at("2026-12-19T14:00"), "breakdown_at": at("2026-12-19T23:00")}, ""),
        ({"setup_at": at("2026-12-19T18:30"), "breakdown_at": at("2026-12-19T21:00")}, ""),
        ({"ends_at": at("2026-12-19T18:30")}, ""),
        ({"setup_at": at("2026-12-19T19:00")}, "starts_at"),
        ({"ends_at": at("2026-12-19T18:00")}, "ends_at"),
        ({"breakdown_at": at("2026-12-19T20:59")}, "breakdown_at"),
        ({"ends_at": None, "breakdown_at": at("2026-12-19T18:00")}, "breakdown_at"),
        ({"is_whole_day": True, "starts_at": at("2026-12-19T10:00"), "ends_at": at("2026-12-19T00:00")}, ""),
        ({"is_whole_day": True, "ends_at": at("2026-12-18T00:00")}, "ends_at"),
    ],
)
def test_setup_start_end_and_breakdown_stand_in_order(given: dict[str, Any], field: str) -> None:
    problem = times.times_in_order(event(**given), None)  # type: ignore[arg-type]
    assert (problem.field if problem else "") == field


@pytest.mark.parametrize(
    ("given", "span"),
    [
        ({}, ("2026-12-19T18:30", "2026-12-19T18:30", "2026-12-19T21:00", "2026-12-19T21:00")),
        ({"ends_at": None}, ("2026-12-19T18:30", "2026-12-19T18:30", "2026-12-19T19:30", "2026-12-19T19:30")),
        (
            {"setup_at": at("2026-12-18T08:00"), "breakdown_at": at("2026-12-20T01:00")},
            ("2026-12-18T08:00", "2026-12-19T18:30", "2026-12-19T21:00", "2026-12-20T01:00"),
        ),
        (
            {"is_whole_day": True, "ends_at": at("2026-12-20T00:00")},
            ("2026-12-19T00:00", "2026-12-19T00:00", "2026-12-21T00:00", "2026-12-21T00:00"),
        ),
    ],
)
def test_the_span_of_an_event(given: dict[str, Any], span: tuple[str, ...]) -> None:
    assert span_of(event(**given)) == Span(*map(at, span))


def test_what_ends_at_midnight_ends_on_the_day_before() -> None:
    span = span_of(event(ends_at=at("2026-12-20T00:00")))
    assert span is not None
    assert span.last_on == date(2026, 12, 19)


@given(st.dictionaries(st.sampled_from(times.TIMES), st.integers(-5000, 5000), min_size=1), st.booleans())
def test_a_span_is_always_in_order(minutes: dict[str, int], is_whole_day: bool) -> None:
    start = at("2026-12-19T18:30")
    given = {name: start + timedelta(minutes=n) for name, n in minutes.items()}
    span = span_of(event(**({"starts_at": start} | given), is_whole_day=is_whole_day))
    assert span is not None
    assert span.setup <= span.starts <= span.ends <= span.breakdown
    assert span.first_on <= span.last_on


@given(st.integers(-10_000, 10_000))
def test_moving_keeps_every_distance(minutes: int) -> None:
    values = event(setup_at=at("2026-12-19T14:00"), breakdown_at=at("2026-12-19T23:30"))
    moved = values | dict(times.shifted(values, values["starts_at"] + timedelta(minutes=minutes)))
    before, after = span_of(values), span_of(moved)
    assert before is not None
    assert after == before.moved(timedelta(minutes=minutes))


def test_clock_times_are_compared_across_the_end_of_summer_time() -> None:
    assert times.utc_text(at("2026-10-25T01:30"), "Europe/Amsterdam") == "2026-10-24T23:30:00.000Z"
    assert times.utc_text(at("2026-10-25T04:00"), "Europe/Amsterdam") == "2026-10-25T03:00:00.000Z"
    assert times.utc_text(at("2026-10-25T04:00"), "Nergens/Niets") == "2026-10-25T03:00:00.000Z"


def test_when_it_is_in_words() -> None:
    assert times.when_text(event()) == "zaterdag 19 december 2026, 18.30 – 21.00 uur"
    whole = event(is_whole_day=True, ends_at=at("2026-12-20T00:00"))
    assert times.when_text(whole) == "zaterdag 19 december 2026 – zondag 20 december 2026"


# --- dates -----------------------------------------------------------------------------------------------------------


def test_a_single_event_has_one_date() -> None:
    found = occurrences.expand(event(places=("q", "p")))
    assert [(d.original, d.places, d.is_moved) for d in found] == [("2026-12-19T18:30", ("p", "q"), False)]


def test_a_skipped_date_is_gone_and_a_moved_one_keeps_its_key() -> None:
    weekly = event(rrule="FREQ=WEEKLY;COUNT=3", setup_at=at("2026-12-19T14:00"))
    plain = occurrences.expand(weekly)
    changed = occurrences.expand(
        weekly,
        [
            override("2026-12-26T18:30", is_skipped=True),
            override("2027-01-02T18:30", starts_at=at("2027-01-03T12:00"), place="r"),
            override("2020-01-01T00:00", is_skipped=True),
        ],
    )
    assert [d.original for d in plain] == ["2026-12-19T18:30", "2026-12-26T18:30", "2027-01-02T18:30"]
    assert [d.id for d in changed] == [plain[0].id, plain[2].id]
    moved = changed[1]
    assert moved.span == Span(
        at("2027-01-03T07:30"), at("2027-01-03T12:00"), at("2027-01-03T14:30"), at("2027-01-03T14:30")
    )
    assert (moved.places, moved.is_moved) == (("r",), True)


def test_hand_picked_dates_join_the_series() -> None:
    values = event(dates="2026-12-12T18:30 2026-12-19T18:30 kapot")
    assert [d.original for d in occurrences.expand(values)] == ["2026-12-12T18:30", "2026-12-19T18:30"]


def test_what_is_called_off_shows_but_takes_no_place() -> None:
    dates, taken = occurrences.stored(event(status="afgelast"))
    assert (len(dates), taken) == (1, [])
    assert occurrences.stored(event(alive=False)) == ([], [])
