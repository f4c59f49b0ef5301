from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats import terms
from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.formats.terms import Running

CALENDAR = WorkCalendar()
THURSDAY = date(2026, 11, 19)
TODAY = date(2026, 11, 24)

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
amounts = st.integers(0, 60)
units = st.sampled_from(["werkdagen", "kalenderdagen"])


@st.composite
def pauses_after(draw: st.DrawFn) -> tuple[date, tuple[terms.Pause, ...]]:
    start = draw(days)
    spans = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4))
    return start, tuple((start + timedelta(a), start + timedelta(a + n)) for a, n in spans)


@pytest.mark.accept("T5")
@pytest.mark.parametrize(
    ("start", "amount", "due"),
    [
        (THURSDAY, 5, date(2026, 11, 26)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # reported on a Saturday
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # two days of Christmas and a weekend
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Easter, Goede Vrijdag included
        (date(2026, 12, 31), 2, date(2027, 1, 5)),
        (THURSDAY, 0, THURSDAY),
    ],
)
def test_a_term_counts_working_days_without_dutch_holidays(start: date, amount: int, due: date) -> None:
    assert terms.due_on(start, amount, "werkdagen", CALENDAR) == due


@given(pauses_after(), amounts, units)
def test_net_days_on_the_last_day_are_the_term(
    started: tuple[date, tuple[terms.Pause, ...]], amount: int, unit: str
) -> None:
    start, pauses = started
    due = terms.due_on(start, amount, unit, CALENDAR, pauses)
    assert terms.passed(start, due, unit, CALENDAR, pauses) == amount
    assert due >= terms.due_on(start, amount, unit, CALENDAR)


@given(pauses_after(), days, units)
def test_net_and_stopped_make_gross(started: tuple[date, tuple[terms.Pause, ...]], end: date, unit: str) -> None:
    start, pauses = started
    net = terms.passed(start, end, unit, CALENDAR, pauses)
    assert net + terms.stopped(start, end, unit, CALENDAR, pauses) == terms.between(start, end, unit, CALENDAR)
    assert net >= 0


def test_overlapping_pauses_count_once() -> None:
    pauses = ((date(2026, 11, 2), date(2026, 11, 6)), (date(2026, 11, 4), date(2026, 11, 10)))
    assert terms.stopped(date(2026, 11, 1), TODAY, "werkdagen", CALENDAR, pauses) == 6


@pytest.mark.accept("T5")
def test_stopped_on_the_last_day_leaves_the_rest_of_that_day() -> None:
    paused = Running(start=THURSDAY, amount=1, pauses=((date(2026, 11, 20), None),))
    assert not paused.is_over(CALENDAR, TODAY)
    resumed = Running(start=THURSDAY, amount=1, pauses=((date(2026, 11, 20), TODAY),))
    assert resumed.due(CALENDAR, TODAY) == TODAY
    assert resumed.is_over(CALENDAR, TODAY + timedelta(1))


def test_what_was_late_when_it_stopped_stays_as_late() -> None:
    term = Running(start=date(2026, 11, 16), amount=1, pauses=((date(2026, 11, 18), None),))
    assert term.label(CALENDAR, TODAY).text == "1 werkdag te laat"
    assert (term.net(CALENDAR, TODAY), term.gross(CALENDAR, TODAY)) == (2, 6)


@pytest.mark.accept("T6")
@pytest.mark.parametrize("unit", ["werkdagen", "kalenderdagen"])
@pytest.mark.parametrize("times", [1, 3])
def test_over_a_term_begins_the_day_after(unit: str, times: int) -> None:
    term = Running(start=THURSDAY, amount=5, unit=unit)
    last = terms.due_on(THURSDAY, 5 * times, unit, CALENDAR)
    assert not term.is_over(CALENDAR, last, times)
    assert term.is_over(CALENDAR, last + timedelta(1), times)


@pytest.mark.parametrize(
    ("due", "text", "tone"),
    [
        (date(2026, 11, 18), "4 werkdagen te laat", "danger"),
        (date(2026, 11, 23), "1 werkdag te laat", "danger"),
        (TODAY, "vandaag", "warning"),
        (date(2026, 11, 26), "nog 2 werkdagen", "warning"),
        (date(2026, 11, 27), "nog 3 werkdagen", "neutral"),
        (date(2027, 1, 15), "vr 15 jan 2027", "neutral"),
    ],
)
def test_lateness_in_words(due: date, text: str, tone: str) -> None:
    label = terms.due_label(due, TODAY, "werkdagen", CALENDAR)
    assert (label.text, label.tone) == (text, tone)


def test_late_on_the_saturday_after() -> None:
    label = terms.due_label(date(2026, 11, 20), date(2026, 11, 21), "werkdagen", CALENDAR)
    assert label.text == "1 werkdag te laat"


@pytest.mark.accept("K8")
@pytest.mark.parametrize(
    ("day", "amount", "unit", "last"),
    [
        (date(2026, 12, 19), 15, "werkdagen", date(2026, 11, 30)),
        (date(2027, 1, 9), 15, "werkdagen", date(2026, 12, 17)),  # Christmas and New Year's Day skipped
        (date(2026, 12, 19), 3, "weken", date(2026, 11, 27)),  # a Saturday moves back
        (date(2027, 5, 31), 3, "maanden", date(2027, 2, 26)),  # 28 February is a Sunday
        (date(2026, 12, 18), 0, "werkdagen", date(2026, 12, 18)),
    ],
)
def test_the_last_filing_day(day: date, amount: int, unit: str, last: date) -> None:
    assert terms.before(day, amount, unit, CALENDAR) == last


@given(days, st.integers(1, 200), st.sampled_from(["werkdagen", "dagen", "weken", "maanden"]))
def test_a_filing_day_is_worked_and_early_enough(day: date, amount: int, unit: str) -> None:
    last = terms.before(day, amount, unit, CALENDAR)
    assert CALENDAR.is_working_day(last)
    if unit == "werkdagen":
        one = timedelta(1)
        assert CALENDAR.working_days_between(last - one, day - one) == amount
    assert last < day


@pytest.mark.accept("K8")
def test_a_filing_day_turns_amber_14_days_before_and_red_when_passed() -> None:
    last = date(2026, 11, 30)
    tones = [terms.permit_tone(last, last + timedelta(n)) for n in (-15, -14, 0, 1)]
    assert tones == ["neutral", "warning", "warning", "danger"]


def test_the_clock_has_a_segment_per_working_day() -> None:
    drawn = terms.clock(Running(start=THURSDAY, amount=5, started="gemeld"), TODAY, CALENDAR)
    assert [d.part for d in drawn.days] == ["passed", "passed", "today", "ahead", "ahead"]
    assert [d.after_gap for d in drawn.days] == [False, True, False, False, False]
    assert (drawn.words, drawn.tone) == ("Nog 2 werkdagen", "warning")
    assert drawn.detail == "termijn 5 werkdagen · uiterlijk do 26-11-2026"
    assert (drawn.start, drawn.now, drawn.end) == ("do 19-11 gemeld", "vandaag", "do 26-11")


@pytest.mark.accept("T5")
def test_the_clock_shows_what_stood_still_with_net_and_gross() -> None:
    term = Running(start=date(2026, 11, 12), amount=5, pauses=((date(2026, 11, 16), date(2026, 11, 18)),))
    drawn = terms.clock(term, TODAY, CALENDAR)
    states = [d.part for d in drawn.days]
    assert states == ["passed", "passed", "paused", "paused", "passed", "passed", "passed", "late"]
    assert "netto 6, bruto 8 werkdagen" in drawn.sentence


def test_a_finished_term_is_drawn_as_done() -> None:
    drawn = terms.clock(Running(start=THURSDAY, amount=3, done_on=date(2026, 11, 23)), TODAY, CALENDAR)
    assert [d.part for d in drawn.days] == ["done", "done", "ahead"]
    assert (drawn.words, drawn.tone) == ("Klaar in 2 werkdagen", "success")


def test_what_was_finished_at_once_took_no_days() -> None:
    drawn = terms.clock(Running(start=THURSDAY, amount=3, done_on=THURSDAY), TODAY, CALENDAR)
    assert drawn.words == "Klaar op dezelfde dag"


def test_a_long_term_shares_segments() -> None:
    drawn = terms.clock(Running(start=date(2026, 6, 1), amount=200), TODAY, CALENDAR)
    assert len(drawn.days) <= terms.MOST_SEGMENTS
    assert sum(d.part == "today" for d in drawn.days) == 1


@pytest.mark.parametrize(("amount", "segments"), [(15, 15), (16, 4), (89, 18), (200, 20)])
def test_beyond_three_weeks_a_segment_is_a_week(amount: int, segments: int) -> None:
    drawn = terms.clock(Running(start=TODAY, amount=amount), TODAY, CALENDAR)
    assert len(drawn.days) == segments
    assert f"termijn {amount} werkdagen" in drawn.sentence


def test_the_team_chooses_its_free_days() -> None:
    shop = terms.calendar_of({"holidays": "winkels", "free_days": ["2026-11-25"]})
    assert shop.is_working_day(date(2026, 4, 3))  # Goede Vrijdag
    assert not shop.is_working_day(date(2026, 11, 25))
    assert terms.calendar_of({}) is terms.calendar_of({})
