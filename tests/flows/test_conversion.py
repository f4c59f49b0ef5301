"""A signal becomes something else in one step, and stays linked to it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from vaartdesk.flows.conversion import TARGETS, Target, convert
from vaartdesk.kinds.signals.commands import write_signal
from vaartdesk.schema.command import Command
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk

TEXT = "Losse klinkers voor de passage\nDrie mensen struikelden."


def got(desk: Desk, ref: Ref) -> Values:
    values = desk.get(ref)
    assert values is not None
    return values


def command(desk: Desk, name: str) -> Command:
    return next(found for found in desk.kinds["signal"].commands if found.name == name)


def target(kind: str) -> Target:
    return next(found for found in TARGETS if found.kind == kind)


@pytest.fixture
def heard(planned_desk: Desk) -> Ref:
    """A signal of an entrepreneur, with where it is and what it is about."""
    desk = planned_desk
    with desk.change("Ondernemer") as tx:
        person = tx.add("person", {"title": "Eigenaar Mulderstraat 14"}).id
    category = desk.rows("ticket_category")[0]["id"]
    line = desk.rows("theme_line")[1]["id"]
    fields = {"reported_by": person, "place_text": "Mulderstraat 14", "category": category, "theme_line": line}
    return write_signal(desk, TEXT, fields | {"wants_answer": True})


ANSWERS: dict[str, dict[str, Any]] = {
    "to_ticket": {"urgency": "hoog"},
    "to_action": {"due_on": date(2026, 12, 1)},
    "to_event": {"starts_at": datetime(2026, 12, 12, 14)},  # noqa: DTZ001  a wall-clock time
    "to_contact": {"medium": "gesprek"},
}


@pytest.mark.accept("X1")
@pytest.mark.parametrize("name", ANSWERS)
def test_one_step_makes_it_and_keeps_the_link(planned_desk: Desk, heard: Ref, name: str) -> None:
    chosen = command(planned_desk, name)
    with planned_desk.read() as reader:
        start = {field.name: field.default for field in chosen.asks(reader, [heard])}
    assert start["title"] == "Losse klinkers voor de passage"

    outcome = chosen.run(planned_desk, [heard], start | ANSWERS[name])

    (link,) = planned_desk.chain(heard)
    assert link.direction == "naar"
    made = got(planned_desk, link.ref)
    assert made["title"] == "Losse klinkers voor de passage"
    assert planned_desk.chain(link.ref)[0].ref == heard
    assert got(planned_desk, heard)["status"] == "omgezet"
    assert got(planned_desk, heard)["closed_on"] == planned_desk.today
    assert outcome.sentence.startswith("S-2026-0001 is nu ")
    assert outcome.show == (None if name == "to_contact" else link.ref)

    planned_desk.undo()
    assert got(planned_desk, heard)["status"] == "nieuw"
    assert planned_desk.chain(heard) == []


@pytest.mark.accept("X1")
def test_a_signal_becomes_an_agenda_proposal_too(planned_desk: Desk, heard: Ref) -> None:
    body = planned_desk.rows("body")[0]["id"]
    command(planned_desk, "agenderen").run(planned_desk, [heard], {"body": body})
    assert [link.ref.kind for link in planned_desk.chain(heard)] == ["stock_topic"]


def test_a_ticket_takes_over_where_what_and_who_wants_to_hear_of_it(planned_desk: Desk, heard: Ref) -> None:
    signal = got(planned_desk, heard)
    made = got(planned_desk, convert(planned_desk, heard, target("ticket"), {}))
    assert made["description"] == TEXT
    assert made["place_text"] == "Mulderstraat 14"
    assert (made["category"], made["theme_line"]) == (signal["category"], signal["theme_line"])
    assert (made["reporter"], made["wants_answer"]) == (signal["reported_by"], True)
    assert made["number"] == "M-2026-0001"


def test_a_contact_moment_was_when_it_was_heard(planned_desk: Desk, heard: Ref) -> None:
    signal = got(planned_desk, heard)
    made = got(planned_desk, convert(planned_desk, heard, target("interaction"), {}))
    assert (made["contact"], made["at"], made["text"]) == (signal["reported_by"], signal["noted_at"], TEXT)


def test_a_role_that_passed_it_on_is_nobody_to_answer(planned_desk: Desk) -> None:
    role = planned_desk.rows("role")[0]["id"]
    category = planned_desk.rows("ticket_category")[0]["id"]
    heard = write_signal(planned_desk, "Hangjeugd", {"reported_by": role})
    answers = {"category": category, "place_text": "Brink"}
    made = got(planned_desk, convert(planned_desk, heard, target("ticket"), answers))
    assert made["reporter"] is None


def test_what_is_refused_leaves_the_signal_as_it_was(planned_desk: Desk) -> None:
    heard = write_signal(planned_desk, "Iets zonder plaats")
    with pytest.raises(Refused):
        convert(planned_desk, heard, target("ticket"), {})
    assert got(planned_desk, heard)["status"] == "nieuw"
    assert planned_desk.chain(heard) == []


def test_what_became_something_is_not_converted_again(planned_desk: Desk, heard: Ref) -> None:
    convert(planned_desk, heard, target("action"), {})
    values = got(planned_desk, heard)
    assert not any(command(planned_desk, name).fits(values) for name in ANSWERS)
