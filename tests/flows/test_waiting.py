"""Wacht op: everything that lies with one counterpart, on paper, and the answers back at the records."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from papers import pages, plain, whole
from vaartdesk.flows.waiting import Reply, parties, party_key, save_replies, waiting, waiting_for
from vaartdesk.flows.waiting_paper import find_party, waiting_paper
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk

NOON = datetime.fromisoformat("2026-12-12T12:00")
HELPER = "assistent wijkbeheerder"


def log(desk: Desk, title: str, **more: Any) -> Ref:
    category = next(row["id"] for row in desk.rows("ticket_category") if row["lies_with"] == "huismeester")
    fields = {"title": title, "place_text": "elders", "category": category, "lies_with": "huismeester"}
    with desk.change("Melding") as tx:
        return tx.add("ticket", fields | more)


@pytest.fixture
def busy(planned_desk: Desk) -> Desk:
    """Something of every kind waits, and something of every kind does not."""
    desk = planned_desk
    mine = log(desk, "Van mijzelf")
    assert mine
    with desk.change("Partijen") as tx:
        town = tx.add("municipality", {"title": "Assen"})
        supplier = tx.add("organisation", {"title": "Licht BV"})
        contract = tx.add("contract", {"title": "Kerstlicht", "supplier": supplier.id, "status": "lopend"})
        event = tx.add(
            "event",
            {"title": "Kerstmarkt", "starts_at": NOON, "ends_at": NOON + timedelta(hours=5)},
        )
        tx.add("permit", {"record": event.id, "authority": town.id, "status": "aangevraagd", "reference": "Z-77",
                          "submitted_on": date(2026, 11, 2)})  # fmt: skip
        tx.add("permit", {"record": event.id, "authority": town.id, "status": "verleend"})
        tx.add("action", {"title": "Bankjes", "status": "wacht", "waits_text": "ontwerp van de gemeente",
                          "waits_since": date(2026, 10, 1)})  # fmt: skip
        tx.add("action", {"title": "Loopt gewoon", "status": "loopt"})
    helper = log(desk, "Container vol")
    move_ticket(desk, helper, "doorgezet", {"forwarded_text": HELPER, "lies_with": "gemeente"})
    lamp = log(desk, "Lamp stuk")
    move_ticket(desk, lamp, "doorgezet", {"contract": contract.id})
    asked = log(desk, "Wens bankje")
    move_ticket(desk, asked, "wacht_op_reactie", {"waits_for": "eigenaar van het pand"})
    done = log(desk, "Al klaar", lies_with="gemeente")
    move_ticket(desk, done, "afgehandeld", {"result": "Klaar"})
    return desk


def titles(desk: Desk, key: str) -> list[str]:
    with desk.read() as reader:
        return [item.title for item in waiting_for(reader, key)]


def ref_of(desk: Desk, title: str) -> Ref:
    with desk.read() as reader:
        return next(item.ref for item in waiting(reader) if item.title == title)


@pytest.mark.accept("X7")
def test_everything_that_waits_for_one_counterpart_whatever_its_kind(busy: Desk) -> None:
    assert titles(busy, "gemeente") == ["Bankjes", "Vergunning evenement: Kerstmarkt", "Container vol"]
    assert titles(busy, HELPER) == ["Container vol"]
    assert titles(busy, "licht bv") == ["Lamp stuk"]
    assert titles(busy, "eigenaar van het pand") == ["Wens bankje"]
    with busy.read() as reader:
        found = parties(waiting(reader))
        by_title = {item.title: item for item in waiting(reader)}
    assert (found[0].name, found[0].count) == ("Gemeente", 3)
    assert by_title["Container vol"].since == date(2026, 11, 24)
    assert by_title["Container vol"].owner == "Huismeester"
    assert by_title["Bankjes"].since == date(2026, 10, 1)


def test_the_town_is_one_under_all_its_names(busy: Desk) -> None:
    assert party_key("Gemeente Assen") == party_key(" gemeente ") == "gemeente"
    log(busy, "Bij de gemeente als organisatie")
    ref = next(Ref("ticket", row["id"]) for row in busy.rows("ticket") if row["title"].startswith("Bij de"))
    with busy.change("Organisatie") as tx:
        town = tx.add("organisation", {"title": "Gemeente Assen"})
    move_ticket(busy, ref, "doorgezet", {"forwarded_to": town.id})
    assert "Bij de gemeente als organisatie" in titles(busy, "gemeente")
    with busy.read() as reader:
        assert [party.name for party in parties(waiting(reader)) if "emeente" in party.name] == [
            "Gemeente",
            "Ontwerp van de gemeente",
        ]


@pytest.mark.accept("X7")
def test_the_paper_has_since_when_who_and_room_for_the_answer(busy: Desk) -> None:
    paper = waiting_paper(busy, "gemeente")
    assert paper.name == "wacht-op-gemeente.pdf"
    data, warnings = paper.make()
    assert warnings == ()
    found = plain(whole(data))
    assert "Wacht op: Gemeente" in found
    assert "3 punten wachten op een antwoord." in found
    for words in ("Nummer Wat en waar Sinds Van ons Antwoord", "do 1 okt", "Z-77", "Kerstmarkt", "Container vol"):
        assert words in found
    assert len(pages(data)) == 1
    assert "Er wacht nu niets." in plain(whole(waiting_paper(busy, "niemand").make()[0]))


def test_a_counterpart_is_found_by_few_words(busy: Desk) -> None:
    with busy.read() as reader:
        found = parties(waiting(reader))
    for words, key in (("Gemeente Assen", "gemeente"), ("wijkbeheerder", HELPER), ("licht", "licht bv")):
        party = find_party(found, words)
        assert party is not None
        assert party.key == key
    assert find_party(found, "niemand") is None
    assert find_party(found, "e") is None, "more than one fits"


@pytest.mark.accept("X7")
def test_answers_go_to_their_records_and_bring_back_what_is_our_turn_in_one_step(busy: Desk) -> None:
    box, bench, permit = (ref_of(busy, t) for t in ("Container vol", "Bankjes", "Vergunning evenement: Kerstmarkt"))
    before = len(busy.history(box))
    count = save_replies(
        busy,
        "Gemeente",
        [Reply(box, "Geleegd op maandag", True), Reply(bench, "", True), Reply(permit, " Volgt <b> "), Reply(box, " ")],
    )
    assert count == 3
    assert next(note["text"] for note in busy.notes(box)) == "Antwoord van Gemeente: Geleegd op maandag"
    assert [note["text"] for note in busy.notes(permit)] == ["Antwoord van Gemeente: Volgt <b>"]
    ticket, action = busy.get(box) or {}, busy.get(bench) or {}
    assert (ticket["status"], ticket["lies_with"]) == ("in_behandeling", "huismeester")
    assert (action["status"], action["waits_text"], action["waits_since"]) == ("loopt", "", None)
    assert titles(busy, "gemeente") == ["Vergunning evenement: Kerstmarkt"]
    assert len(busy.history(box)) > before
    busy.undo()
    assert busy.notes(permit) == []
    assert titles(busy, "gemeente") == ["Bankjes", "Vergunning evenement: Kerstmarkt", "Container vol"]


def test_nothing_is_kept_when_one_of_them_is_refused(busy: Desk) -> None:
    box, permit = ref_of(busy, "Container vol"), ref_of(busy, "Vergunning evenement: Kerstmarkt")
    with busy.change("Weg") as tx:
        tx.delete(box)
    with pytest.raises((Refused, KeyError)):
        save_replies(busy, "Gemeente", [Reply(permit, "Ja"), Reply(Ref("ticket", "0" * 32), "Nee", True)])
    assert busy.notes(permit) == []
    assert save_replies(busy, "Gemeente", []) == 0
