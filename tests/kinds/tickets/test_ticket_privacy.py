"""A ticket that says too much waits as it is typed until somebody keeps it all the same, or changes it."""

from __future__ import annotations

from typing import Any

import pytest

from vaartdesk.kinds.tickets.commands.intake import add_reporter, log_ticket
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk

BSN, PLATE = "111222333", "12-ABC-3"


def fields(desk: Desk, **given: Any) -> dict[str, Any]:
    category = desk.rows("ticket_category")[0]["id"]
    return {"title": "Bus op de stoep", "place_text": "Brink", "category": category} | given


def got(desk: Desk, ref: Ref, name: str) -> Any:
    return (desk.get(ref) or {})[name]


@pytest.mark.accept("T16")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Van de man met BSN {BSN}", "burgerservicenummer"),
        (f"Wit, {PLATE}", "kenteken"),
        ("De dader liep weg", "dader"),
    ],
)
def test_what_says_too_much_is_not_written_but_warned_of(planned_desk: Desk, text: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        log_ticket(planned_desk, fields(planned_desk, description=text))
    problem = refused.value.problems[0]
    assert (problem.field, problem.is_warning, told in problem.sentence) == ("description", True, True)
    assert planned_desk.rows("ticket") == []


@pytest.mark.accept("T16")
def test_it_is_kept_all_the_same_when_somebody_says_so(planned_desk: Desk) -> None:
    with planned_desk.door.despite_warnings():
        ref = log_ticket(planned_desk, fields(planned_desk, description=f"Bus {PLATE}"))
    assert got(planned_desk, ref, "is_privacy_kept")
    with planned_desk.change("Meer") as tx:
        tx.set(ref, "description", f"Witte bus {PLATE}, al een week")
    with pytest.raises(Refused), planned_desk.change("Nog een") as tx:
        tx.set(ref, "description", f"Bus {PLATE} en auto 34-DEF-5")
    with planned_desk.change("Weg") as tx:
        tx.set(ref, "description", "Een witte bus, al een week")
    assert not got(planned_desk, ref, "is_privacy_kept")


def test_only_warnings_are_passed_over(planned_desk: Desk) -> None:
    with planned_desk.door.despite_warnings(), pytest.raises(Refused) as refused:
        log_ticket(planned_desk, fields(planned_desk, title="", description=f"Bus {PLATE}"))
    assert [(p.field, p.is_warning) for p in refused.value.problems] == [("title", False)]
    with pytest.raises(Refused):
        log_ticket(planned_desk, fields(planned_desk, description=f"Bus {PLATE}"))


@pytest.mark.accept("T16")
def test_results_notes_and_what_reporters_say_are_looked_at_too(planned_desk: Desk) -> None:
    ref = log_ticket(planned_desk, fields(planned_desk))
    with pytest.raises(Refused):
        move_ticket(planned_desk, ref, "afgehandeld", {"result": f"Kenteken {PLATE} gemeld bij de politie"})
    assert got(planned_desk, ref, "status") == "nieuw"
    with pytest.raises(Refused):
        add_reporter(planned_desk, ref, {"name": "Buurman", "text": f"Mijn bsn is {BSN}"})
    with pytest.raises(Refused), planned_desk.change("Notitie") as tx:
        tx.note(ref, "De verdachte woont om de hoek")
    with planned_desk.change("Notitie") as tx:
        tx.note(ref, "Gebeld met 06-12345678; hun kenmerk 111222333")
    with planned_desk.door.despite_warnings(), planned_desk.change("Notitie") as tx:
        tx.note(ref, "De verdachte woont om de hoek")
    assert len(planned_desk.notes(ref)) == 2


def test_the_team_chooses_its_own_words(planned_desk: Desk) -> None:
    with planned_desk.change("Woorden") as tx:
        tx.put_setting("privacy_words", ["junk"])
    log_ticket(planned_desk, fields(planned_desk, description="De dader is bekend"))
    with pytest.raises(Refused, match="junk"):
        log_ticket(planned_desk, fields(planned_desk, description="Weer die junk"))


def test_undo_brings_a_kept_text_back(planned_desk: Desk) -> None:
    with planned_desk.door.despite_warnings():
        ref = log_ticket(planned_desk, fields(planned_desk, description=f"Bus {PLATE}"))
    with planned_desk.change("Weg") as tx:
        tx.set(ref, "description", "Een bus")
    planned_desk.undo()
    assert PLATE in got(planned_desk, ref, "description")
