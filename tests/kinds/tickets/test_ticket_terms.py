"""The term of a ticket, on plain values; and the order of the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.rules import moves, rows, term
from vaartdesk.schema.field import fields_of
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Header
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.query import first_query
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Sift

CALENDAR = WorkCalendar()
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
PAVING = {"term": 5, "term_unit": "werkdagen", "icon": ""}


def ticket(category: dict[str, Any] | None = None, **given: Any) -> dict[str, Any]:
    """A ticket of Thursday 19 November with its derived fields, for a category of five working days."""
    values = {name: f.type.empty if f.default is None else f.default for name, f in fields_of(Ticket).items()}
    values |= {"id": "1" * 32, "alive": True, "title": "Losse klinkers", "place_text": "Mulderstraat 14"}
    values |= {"reported_at": datetime(2026, 11, 19, 9, 42, tzinfo=UTC), "number": "M-2026-0133"} | given
    return values | term.derived(values, category or PAVING, CALENDAR, {})


def context(today: date = TODAY) -> RowContext:
    return RowContext(today, NOW, {"b": "Prettig & comfortabel"}, {"b": "B"}, {})


@pytest.mark.accept("T5")
def test_the_last_day_follows_from_the_category() -> None:
    assert ticket()["due_on"] == date(2026, 11, 26)
    assert ticket({**PAVING, "term_unit": "kalenderdagen"})["due_on"] == TODAY
    assert ticket({**PAVING, "term": None})["due_on"] is None


@pytest.mark.accept("T5")
def test_a_closed_pause_moves_the_last_day() -> None:
    values = ticket(pauses="2026-11-20/2026-11-24")
    assert values["due_on"] == date(2026, 11, 30)
    assert term.day_counts(values, TODAY, CALENDAR) == "1 werkdag netto, 3 bruto"


@pytest.mark.accept("T5")
def test_the_clock_stands_still_while_it_waits() -> None:
    values = ticket(status="wacht_op_reactie", paused_since=date(2026, 11, 20))
    later = TODAY + timedelta(days=60)
    assert not term.is_over(values, later, CALENDAR)
    label = term.due_label(values, later, CALENDAR)
    assert label is not None
    assert label.text == "staat stil"


def test_a_pause_that_cannot_be_read_is_left_out() -> None:
    assert moves.closed_pauses("kapot 2026-11-03/2026-11-05 2026-13-01/x") == ((date(2026, 11, 3), date(2026, 11, 5)),)


@pytest.mark.accept("T6")
@pytest.mark.parametrize("unit", ["werkdagen", "kalenderdagen"])
def test_over_term_and_three_times_begin_the_day_after(unit: str) -> None:
    values = ticket({**PAVING, "term_unit": unit})
    once = values["due_on"]
    thrice = CALENDAR.add_working_days(date(2026, 11, 19), 15) if unit == "werkdagen" else date(2026, 12, 4)
    for times, last in ((1, once), (3, thrice)):
        assert not term.is_over(values, last, CALENDAR, times)
        assert term.is_over(values, last + timedelta(1), CALENDAR, times)
    assert not term.is_over({**values, "status": "afgehandeld"}, thrice + timedelta(9), CALENDAR)


@pytest.mark.accept("T6")
def test_the_lists_ask_the_same_question() -> None:
    values = ticket()
    over = next(f for f in rows.FILTERS if f.name == "over_termijn")
    thrice = next(f for f in rows.FILTERS if f.name == "driemaal")
    assert [over.test(values, context(date(2026, 11, 26 + n))) for n in (0, 1)] == [False, True]
    assert [thrice.test(values, context(date(2026, 12, 10 + n))) for n in (0, 1)] == [False, True]


@pytest.mark.accept("T3")
def test_an_emergency_is_on_top_and_red_from_the_first_minute() -> None:
    values = ticket(type="calamiteit", reported_at=NOW)
    late = ticket(reported_at=datetime(2026, 10, 1, tzinfo=UTC))
    shown = rows.ticket_row(values, context())
    assert (shown.icon, shown.icon_tone) == ("triangle-alert", "danger")
    assert shown.due is not None
    assert (shown.due.text, shown.due.tone) == ("direct", "danger")
    for grouping in rows.GROUPINGS:
        assert grouping.key(values, context())[0] <= grouping.key({**late, "status": values["status"]}, context())[0]
    assert rows.by_term(values, context())[0] < rows.by_term(late, context())[0]
    assert rows.by_term(values, context())[1] == rows.by_term(late, context())[1]


def test_a_solved_emergency_is_calm() -> None:
    values = ticket(type="calamiteit", status="afgehandeld", closed_at=NOW)
    shown = rows.ticket_row(values, context())
    assert shown.icon_tone == "neutral"
    assert shown.due is not None
    assert shown.due.is_done


@pytest.mark.parametrize(
    ("given", "group"),
    [
        ({"reported_at": datetime(2026, 11, 16, 9, tzinfo=UTC)}, "Over termijn en calamiteit"),
        ({"reported_at": datetime(2026, 11, 17, 9, tzinfo=UTC)}, "Vandaag"),
        ({}, "Deze week"),
        ({"reported_at": NOW}, "Later"),
        ({"status": "wacht_op_reactie", "paused_since": TODAY}, "Staat stil"),
        ({"status": "afgehandeld"}, "Gesloten"),
        ({"reported_at": None}, "Zonder termijn"),
    ],
)
def test_groups_by_term(given: dict[str, Any], group: str) -> None:
    assert rows.by_term(ticket(**given), context())[1].text == group


def test_the_row_answers_the_five_questions() -> None:
    shown = rows.ticket_row(ticket(theme_line="b", lies_with="gemeente", status="doorgezet"), context())
    assert (shown.title, shown.number, shown.icon) == ("Losse klinkers", "M-2026-0133", "message-square-warning")
    assert [badge.letter for badge in shown.badges] == ["B"]
    assert shown.meta == ("Mulderstraat 14", "gemeente")
    assert shown.due is not None
    assert (shown.due.text, shown.due.tone) == ("nog 2 werkdagen", "warning")
    assert shown.chip is not None
    assert (shown.chip.label, shown.chip.icon, shown.chip.tone) == ("Doorgezet", "share", "info")


@pytest.mark.parametrize(
    ("given", "back"),
    [
        ({"forwarded_on": date(2026, 11, 20)}, date(2026, 11, 27)),
        ({"forwarded_on": date(2026, 11, 20), "return_after": 3}, date(2026, 11, 23)),
        ({"forwarded_on": date(2026, 11, 20), "expected_on": date(2026, 11, 25)}, date(2026, 11, 26)),
        ({"forwarded_on": date(2026, 11, 20), "expected_on": date(2026, 11, 27)}, date(2026, 11, 30)),
        ({}, None),
    ],
)
def test_what_was_handed_over_comes_back(given: dict[str, Any], back: date | None) -> None:
    assert ticket(status="doorgezet", **given)["returns_on"] == back
    assert ticket(status="in_behandeling", **given)["returns_on"] is None


@pytest.mark.accept("T3")
def test_the_list_shows_emergencies_first_below_the_one_header(desk: Desk) -> None:
    with desk.change("Categorie") as tx:
        category = tx.add("ticket_category", {"title": "Bestrating", "aspect": "heel", "term": 1}).id
    long_ago = datetime(2026, 10, 1, 9, tzinfo=UTC)
    for title, given in (
        ("te laat", {"reported_at": long_ago}),
        ("ruit kapot", {"type": "calamiteit"}),
        ("later", {}),
    ):
        log_ticket(desk, {"title": title, "place_text": "Brink", "category": category} | given)
    listed = Rows(desk, desk.kinds["ticket"])
    listed.load()
    for grouping in rows.GROUPINGS:
        entries = Sift(listed).entries(replace(first_query(desk.kinds["ticket"]), grouping=grouping.name))
        shown = [(e.text, e.count) if isinstance(e, Header) else listed.values[e]["title"] for e in entries]
        assert shown[1] == "ruit kapot"
        if grouping.name == "termijn":
            assert shown[:3] == [("Over termijn en calamiteit", 2), "ruit kapot", "te laat"]
