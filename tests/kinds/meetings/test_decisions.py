from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from vaartdesk.kinds.meetings.commands import agenda, menu, sitting
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.queries import needs
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk
from vaartdesk.store.model import CHAIN


@pytest.fixture
def item(planned_desk: Desk) -> Ref:
    board = next(row["id"] for row in planned_desk.rows("body") if row["title"] == "Binnenstadbestuur")
    meeting = agenda.new_meeting(planned_desk, Ref("body", board), datetime.fromisoformat("2026-11-17 19:30"))
    line = next(row["id"] for row in planned_desk.rows("theme_line") if row["code"] == "D")
    return agenda.add_item(planned_desk, meeting, "Jaarkalender 2027", theme_line=line, purpose="besluitvorming")


def got(desk: Desk, ref: Ref) -> dict[str, Any]:
    found = desk.get(ref)
    assert found is not None
    return dict(found)


def role(desk: Desk, title: str) -> str:
    return next(str(row["id"]) for row in desk.rows("role") if row["title"] == title)


@pytest.mark.accept("M14")
def test_a_decision_takes_its_number_and_place_from_the_item(planned_desk: Desk, item: Ref) -> None:
    owner = role(planned_desk, "Event-coördinator")
    due = date(2026, 12, 18)
    made = sitting.decide(planned_desk, item, "aangenomen", "Het bestuur stelt vast.", owner=owner, due_on=due)

    values = got(planned_desk, made)
    assert values["number"] == "B-2026-001"
    assert (values["title"], values["decided_on"], values["follow_up"]) == (
        "Jaarkalender 2027",
        date(2026, 11, 17),
        "open",
    )
    assert values["theme_line"] == got(planned_desk, item)["theme_line"]
    assert values["meeting"] == got(planned_desk, item)["meeting"]
    assert got(planned_desk, item)["status"] == "behandeld"
    assert [link.ref for link in planned_desk.chain(made)] == [item]
    second = sitting.decide(planned_desk, item, "aangehouden", "Volgende keer.")
    assert got(planned_desk, second)["number"] == "B-2026-002"
    assert got(planned_desk, item)["status"] == "aangehouden"


@pytest.mark.accept("M14")
def test_a_decision_is_carried_out_only_when_its_actions_are_done(planned_desk: Desk, item: Ref) -> None:
    desk = planned_desk
    decision = sitting.decide(desk, item, "aangenomen", "Doen.")
    with desk.change("Acties gemaakt") as tx:
        actions = [tx.add("action", {"title": title}) for title in ("Kalender aanleveren", "Organisaties inlichten")]
        for action in actions:
            tx.link(decision, CHAIN, action)
    assert got(desk, decision)["follow_up"] == "open"

    for action, state in zip(actions, ("loopt", "uitgevoerd"), strict=True):
        with desk.change("Stand gewijzigd") as tx:
            tx.set(action, "status", "gereed")
        assert got(desk, decision)["follow_up"] == state
    desk.undo()
    assert got(desk, decision)["follow_up"] == "loopt"

    with desk.change("Koppeling verwijderd") as tx:
        tx.unlink(decision, CHAIN, actions[1])
    assert got(desk, decision)["follow_up"] == "uitgevoerd"


@pytest.mark.accept("M14")
def test_vandaag_follows_decisions_until_they_are_carried_out(planned_desk: Desk, item: Ref) -> None:
    desk = planned_desk
    owner = role(desk, "Huismeester")
    late = sitting.decide(desk, item, "aangenomen", "Doen.", owner=owner, due_on=date(2026, 11, 22))
    sitting.decide(desk, item, "verworpen", "Niet doen.")
    sitting.decide(desk, item, "aangenomen", "Vanzelf.", has_no_follow_up=True)
    with desk.read() as reader:
        found = needs.decisions_to_follow(reader)
        assert [d["id"] for d in queries.open_decisions(reader)] == [late.id]
    assert [(need.ref, need.owner, need.group) for need in found] == [(late, owner, "opvolgen")]
    assert found[0].parts.due is not None
    assert found[0].parts.due.text == "2 dagen te laat"


def test_the_command_decides_and_says_the_number(planned_desk: Desk, item: Ref) -> None:
    decide = next(command for command in menu.ITEM if command.name == "besluiten")
    with planned_desk.read() as reader:
        assert [field.name for field in decide.asks(reader, [item])] == ["outcome", "text", "owner", "due_on"]
    answers = {"outcome": "aangenomen", "text": "Doen.", "owner": None, "due_on": None}
    outcome = decide.run(planned_desk, [item], answers)
    assert outcome.sentence == "Besluit B-2026-001 vastgelegd."
    assert outcome.show is not None
    assert outcome.show.kind == "decision"


def test_advice_waits_for_a_reply_with_a_reason(planned_desk: Desk) -> None:
    desk = planned_desk
    table = next(row["id"] for row in desk.rows("body") if row["title"] == "ThemaTafel C")
    with desk.change("Advies ingevoerd") as tx:
        old = tx.add("advice", {"title": "Verkeersproef", "body": table, "given_on": date(2026, 10, 13)})
        tx.add("advice", {"title": "Fietsroutes", "body": table, "given_on": date(2026, 10, 14)})
    with desk.read() as reader:
        found = needs.unanswered_advice(reader)
    assert [need.ref for need in found] == [old]
    assert found[0].parts.due is not None
    assert found[0].parts.due.text == "6 weken zonder antwoord"
    with pytest.raises(Refused), desk.change("Advies beantwoord") as tx:
        tx.set(old, "status", "niet")
    with desk.change("Advies beantwoord") as tx:
        tx.update(old, {"status": "niet", "reply": "Te duur."})
    with desk.read() as reader:
        assert needs.unanswered_advice(reader) == []
