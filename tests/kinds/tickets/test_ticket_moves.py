"""Moves of tickets, on the real store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.tickets.commands.intake import add_reporter, log_ticket
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.kinds.tickets.commands.verbs import COMMANDS
from vaartdesk.kinds.tickets.model.ticket import STATUSES
from vaartdesk.kinds.tickets.rules.moves import CLOSED, MOVES, allowed
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk

SLUGS = [option.slug for option in STATUSES]
ANSWERS: dict[str, Any] = {"result": "Gemaakt", "lies_with": "gemeente"}


def category(desk: Desk, **given: Any) -> str:
    with desk.change("Categorie") as tx:
        values = {"aspect": "heel", "title": "Bestrating", "term": 5, "lies_with": "gemeente"}
        return tx.add("ticket_category", values | given).id


def logged(desk: Desk, **given: Any) -> Ref:
    known = desk.rows("ticket_category")
    fields = {"title": "Losse klinkers", "place_text": "Mulderstraat 14", "urgency": "gewoon"}
    return log_ticket(desk, fields | {"category": known[0]["id"] if known else category(desk)} | given)


def got(desk: Desk, ref: Ref) -> Values:
    values = desk.get(ref)
    assert values is not None
    return values


@pytest.mark.accept("T4")
def test_the_nine_states_and_what_is_offered() -> None:
    assert set(MOVES) == set(SLUGS)
    assert "afgehandeld" in allowed("nieuw")
    assert all(set(MOVES[status]) <= set(SLUGS) for status in SLUGS)
    assert {status for status in SLUGS if MOVES[status] == ("heropend",)} == CLOSED
    assert "heropend" not in allowed("in_behandeling")


@pytest.mark.accept("T4")
@pytest.mark.parametrize("status", SLUGS)
def test_only_allowed_moves_are_made(desk: Desk, status: str) -> None:
    other = logged(desk)
    for wanted in SLUGS:
        ref = logged(desk)
        answers = ANSWERS | {"duplicate_of": other.id}
        with desk.change("Zo staat hij") as tx:
            tx.update(ref, {"status": status, "result": "Gemaakt", "duplicate_of": other.id})
        if wanted in allowed(status):
            move_ticket(desk, ref, wanted, answers)
            assert got(desk, ref)["status"] == wanted
        else:
            with pytest.raises(Refused, match="kan een melding niet naar"):
                move_ticket(desk, ref, wanted, answers)


@pytest.mark.accept("T4")
def test_solved_needs_a_result(desk: Desk) -> None:
    ref = logged(desk)
    with pytest.raises(Refused) as refused:
        move_ticket(desk, ref, "afgehandeld")
    assert [problem.field for problem in refused.value.problems] == ["result"]
    assert got(desk, ref)["status"] == "nieuw"
    move_ticket(desk, ref, "afgehandeld", {"result": "Klinkers vastgezet."})
    assert got(desk, ref)["closed_at"] == desk.clock.now()


def test_a_result_cannot_be_taken_away_later(desk: Desk) -> None:
    ref = logged(desk)
    move_ticket(desk, ref, "afgehandeld", {"result": "Gedaan."})
    with pytest.raises(Refused), desk.change("Resultaat leeg") as tx:
        tx.set(ref, "result", "")


@pytest.mark.accept("T5")
def test_waiting_stops_the_clock_whoever_changes_the_state(desk: Desk, clock: FixedClock) -> None:
    ref = logged(desk)
    assert got(desk, ref)["due_on"] == date(2026, 12, 1)
    with desk.change("Status gewijzigd") as tx:  # as the chip of the page does it
        tx.set(ref, "status", "wacht_op_reactie")
    assert got(desk, ref)["paused_since"] == date(2026, 11, 24)
    clock.advance(timedelta(days=3))
    with desk.change("Status gewijzigd") as tx:
        tx.set(ref, "status", "in_behandeling")
    values = got(desk, ref)
    assert (values["paused_since"], values["pauses"]) == (None, "2026-11-24/2026-11-27")
    assert values["due_on"] == date(2026, 12, 4)
    with desk.read() as reader:
        facts = desk.kinds["ticket"].facts
        assert facts is not None
        assert list(facts(values, reader)) == [("Verstreken", "0 werkdagen netto, 3 bruto")]


def test_undo_takes_the_pause_back_too(desk: Desk) -> None:
    ref = logged(desk)
    before = got(desk, ref)
    move_ticket(desk, ref, "wacht_op_reactie", {"waits_for": "sleutel"})
    desk.undo()
    assert got(desk, ref) == before


def test_the_time_it_was_closed_does_not_count_after_reopening(desk: Desk, clock: FixedClock) -> None:
    ref = logged(desk)
    move_ticket(desk, ref, "afgehandeld", {"result": "Gedaan."})
    clock.advance(timedelta(days=7))
    move_ticket(desk, ref, "heropend")
    values = got(desk, ref)
    assert (values["closed_at"], values["due_on"]) == (None, date(2026, 12, 8))


@pytest.mark.accept("T4")
def test_what_was_done_before_it_was_reopened_is_history_and_is_asked_anew(desk: Desk) -> None:
    ref = logged(desk)
    move_ticket(desk, ref, "afgehandeld", {"result": "Geleegd."})
    move_ticket(desk, ref, "heropend")
    assert got(desk, ref)["result"] == ""
    assert any("Geleegd." in str(line) for line in desk.history(ref))
    with pytest.raises(Refused, match="Schrijf op wat er gedaan is"):
        move_ticket(desk, ref, "afgehandeld")
    desk.undo()
    assert (got(desk, ref)["status"], got(desk, ref)["result"]) == ("afgehandeld", "Geleegd.")


@pytest.mark.accept("T7")
def test_handing_over_stores_party_date_reference_and_expected_day(desk: Desk) -> None:
    ref = logged(desk, lies_with="huismeester")
    with desk.change("Gemeente") as tx:
        town = tx.add("organisation", {"title": "Gemeente Assen"})
    answers = {"forwarded_to": town.id, "reference": "2026-118834", "expected_on": date(2026, 11, 25)}
    move_ticket(desk, ref, "doorgezet", answers)
    values = got(desk, ref)
    assert {name: values[name] for name in answers} == answers
    assert (values["forwarded_on"], values["lies_with"]) == (date(2026, 11, 24), "gemeente")
    assert values["returns_on"] == date(2026, 11, 26)
    move_ticket(desk, ref, "doorgezet", {"forwarded_text": "aannemer", "lies_with": "leverancier"})
    values = got(desk, ref)
    assert (values["reference"], values["expected_on"], values["forwarded_to"]) == ("", None, None)


def test_handing_over_needs_a_party(desk: Desk) -> None:
    ref = logged(desk)
    with pytest.raises(Refused, match="Kies aan wie"):
        move_ticket(desk, ref, "doorgezet", {"reference": "1"})


@pytest.mark.accept("T7")
def test_it_comes_back_on_vandaag_unless_something_was_noted(desk: Desk, clock: FixedClock) -> None:
    ref = logged(desk, category=category(desk, term=None))
    move_ticket(desk, ref, "doorgezet", {"lies_with": "gemeente", "return_after": 3})

    def followed() -> bool:
        with desk.read() as reader:
            needs = desk.kinds["ticket"].attention[0].query(reader)
        return any(need.ref == ref and need.group == "opvolgen" for need in needs)

    clock.advance(timedelta(days=2))
    assert not followed()
    clock.advance(timedelta(days=1))
    assert followed()
    with desk.change("Notitie") as tx:
        tx.note(ref, "Gebeld: komt maandag.")
    assert not followed()
    clock.advance(timedelta(days=3))
    assert followed()


@pytest.mark.accept("T9")
def test_a_ticket_with_open_parts_closes_only_when_confirmed(desk: Desk) -> None:
    main = logged(desk)
    part = logged(desk, title="Deel: hekwerk", parent=main.id)
    with pytest.raises(Refused, match=got(desk, part)["number"]):
        move_ticket(desk, main, "afgehandeld", {"result": "Gedaan."})
    with desk.read() as reader:
        asked = next(c for c in COMMANDS if c.name == "finish").asks(reader, [main])
    assert [field.name for field in asked] == ["result", "with_open_parts"]
    move_ticket(desk, main, "afgehandeld", {"result": "Gedaan.", "with_open_parts": True})
    assert (got(desk, main)["status"], got(desk, part)["status"]) == ("afgehandeld", "nieuw")


def test_a_double_hands_its_reporter_to_the_original(desk: Desk) -> None:
    original, double = logged(desk), logged(desk, reporter_name="Bakkerij", reporter_phone="+31592123456")
    move_ticket(desk, double, "dubbel", {"duplicate_of": original.id})
    added = desk.rows("ticket_reporter")
    assert [(row["ticket"], row["name"], row["phone"]) for row in added] == [(original.id, "Bakkerij", "+31592123456")]
    with pytest.raises(Refused):
        move_ticket(desk, original, "dubbel", {"duplicate_of": original.id})
    desk.undo()
    assert got(desk, double)["status"] == "nieuw"
    assert desk.rows("ticket_reporter") == []


def test_a_reporter_without_a_name_is_none(desk: Desk) -> None:
    ref = logged(desk)
    with pytest.raises(Refused):
        add_reporter(desk, ref, {"text": "het is erg"})
    add_reporter(desk, ref, {"name": "Slager"})
    assert desk.title(Ref("ticket_reporter", desk.rows("ticket_reporter")[0]["id"])) == "Slager"


def test_verbs_are_offered_where_they_fit(desk: Desk) -> None:
    ref = logged(desk)
    fitting = [command.name for command in COMMANDS if command.fits(got(desk, ref))]
    assert "finish" in fitting
    assert "reopen" not in fitting
    finish = next(command for command in COMMANDS if command.name == "finish")
    outcome = finish.run(desk, [ref], {"result": "Gedaan."})
    assert outcome.sentence == "M-2026-0001 afgehandeld"
    assert [c.name for c in COMMANDS if c.fits(got(desk, ref)) and c.name != "add_reporter"] == ["reopen"]


def test_several_at_once_are_one_change(desk: Desk) -> None:
    refs = [logged(desk) for _n in range(3)]
    finish = next(command for command in COMMANDS if command.name == "finish")
    assert finish.run(desk, refs, {"result": "Gedaan."}).sentence == "3 meldingen afgehandeld"
    desk.undo()
    assert {got(desk, ref)["status"] for ref in refs} == {"nieuw"}


@given(st.lists(st.tuples(st.sampled_from(SLUGS), st.integers(0, 9)), max_size=12))
def test_any_walk_keeps_pause_and_closing_in_step(walk: list[tuple[str, int]]) -> None:
    """Pure: the fields that follow fit the state, whatever the order of moves."""
    from vaartdesk.kinds.tickets.rules.moves import moved

    values: dict[str, Any] = {
        "status": "nieuw",
        "paused_since": None,
        "pauses": "",
        "closed_at": None,
        "forwarded_on": None,
    }
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    for status, days in walk:
        now += timedelta(days=days)
        old, values["status"] = values["status"], status
        if old != status:
            values |= moved(old, values, now.date(), now)
        again = moved(old, values, now.date(), now) if old != status else {}
        assert again == {}, "settling twice changes nothing"
        assert (values["paused_since"] is not None) == (status == "wacht_op_reactie")
        assert (values["closed_at"] is not None) == (status in CLOSED)
