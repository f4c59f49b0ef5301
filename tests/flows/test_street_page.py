"""Wat speelt er in deze straat: one page, whatever there is to tell."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from papers import ink, pages, plain, whole
from vaartdesk.flows.street_command import STREET_PAGE
from vaartdesk.flows.street_page import Line, StreetNews, street_news
from vaartdesk.flows.street_paper import shares, street_paper
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import NotFound

NOON = datetime.fromisoformat("2026-12-12T12:00")


def street(desk: Desk, title: str) -> dict[str, Any]:
    return next(row for row in desk.rows("street") if row["title"] == title)


@pytest.fixture
def brink(planned_desk: Desk) -> dict[str, Any]:
    return street(planned_desk, "Brink")


def add(desk: Desk, kind: str, **fields: Any) -> Ref:
    with desk.change("Erbij") as tx:
        return tx.add(kind, fields)


def log(desk: Desk, title: str, where: str, **more: Any) -> Ref:
    category = desk.rows("ticket_category")[0]["id"]
    return add(desk, "ticket", title=title, place_text=where, category=category, reporter_name="Geheim BV", **more)


def event(desk: Desk, title: str, where: str, day: datetime = NOON, **more: Any) -> Ref:
    fields = {"status": "aangevraagd", "starts_at": day, "ends_at": day + timedelta(hours=4)} | more
    return add(desk, "event", title=title, place_text=where, **fields)


def news(desk: Desk, row: dict[str, Any]) -> StreetNews:
    with desk.read() as reader:
        return street_news(reader, desk.get(Ref("street", row["id"])) or {})


@pytest.fixture
def lively(planned_desk: Desk, brink: dict[str, Any]) -> Desk:
    desk = planned_desk
    log(desk, "Bank stuk", "Brink 4")
    log(desk, "Elders", "Kruisstraat 4")
    log(desk, "Lijkt erop", "Brinkstraat 4")
    log(desk, "Al klaar", "Brink 9", status="afgehandeld", result="Klaar")
    event(desk, "Kerstmarkt", "Brink en Kruisstraat")
    event(desk, "Maar een idee", "Brink", status="idee")
    event(desk, "Geheim feest", "Brink", is_confidential=True)
    event(desk, "Pas in het voorjaar", "Brink", NOON + timedelta(days=90))
    add(desk, "maintenance", title="Vlaggen wisselen", status="actief", starts_on=date(2026, 12, 7),
        rrule="FREQ=WEEKLY", street=brink["id"])  # fmt: skip
    add(desk, "marker", title="Riolering Brink", type="werk", from_on=date(2026, 11, 1), to_on=date(2026, 12, 1))
    empty = add(desk, "premises", title="Brink 12", street=brink["id"], status="leeg", since_on=date(2026, 3, 1))
    assert empty
    shop = add(desk, "organisation", title="Bakker & Zn", address="Brink 10", phone="+31592123456")
    add(desk, "person", title="Jo Bakker", organisation=shop.id)
    add(desk, "organisation", title="Ver weg", address="Kruisstraat 1")
    return desk


@pytest.mark.accept("X14")
def test_everything_of_the_street_and_nothing_of_another(lively: Desk, brink: dict[str, Any]) -> None:
    found = news(lively, brink)
    assert [line.second for line in found.tickets] == ["Bank stuk, Brink 4"]
    assert [line.second for line in found.events] == ["Kerstmarkt"]
    assert [(line.first, line.second) for line in found.works] == [
        ("di 24 nov", "Riolering Brink"),
        ("ma 7 dec", "Vlaggen wisselen"),
    ]
    assert [(line.first, line.second) for line in found.contacts] == [("Brink 10", "Bakker & Zn (Jo Bakker)")]
    assert found.contacts[0].third == "0592 123 456, nog niet gesproken"
    assert [line.first for line in found.empty] == ["Brink 12"]


@pytest.mark.accept("X14")
def test_it_is_one_page_to_walk_into_a_shop_with(lively: Desk, brink: dict[str, Any]) -> None:
    paper = street_paper(lively, brink["id"])
    assert paper.name == "straat-brink.pdf"
    data, warnings = paper.make()
    assert warnings == ()
    assert len(pages(data)) == 1
    found = plain(whole(data))
    for words in (
        "Wat speelt er: Brink",
        "Bank stuk",
        "Kerstmarkt",
        "Riolering Brink",
        "Bakker & Zn",
        "sinds zo 1 mrt",
    ):
        assert words in found
    assert "1 open melding, 1 pand leeg of in transformatie, 1 contact." in found
    assert "Geheim" not in found, "neither who reported it nor what is confidential"


@pytest.mark.accept("X14")
@pytest.mark.parametrize("amount", [0, 9, 60])
def test_it_stays_one_page_and_says_how_many_more(planned_desk: Desk, brink: dict[str, Any], amount: int) -> None:
    desk = planned_desk
    long = "Een heel lang verhaal over wat er in deze straat aan de hand is en nog veel meer dan dat. " * 30
    with desk.change("Veel") as tx:
        category = desk.rows("ticket_category")[0]["id"]
        for number in range(amount):
            where = f"Brink {number}"
            tx.add("ticket", {"title": f"{number} {long}", "place_text": where, "category": category})
            tx.add("organisation", {"title": f"Zaak {number} {long}"[:200], "address": where})
            tx.add("premises", {"title": where, "street": brink["id"], "status": "leeg", "wanted_use": long})
            tx.add("marker", {"title": f"Werk {number} Brink", "type": "werk", "from_on": desk.today})
    data, _warnings = street_paper(desk, brink["id"]).make()
    assert len(pages(data)) == 1
    found = plain(whole(data))
    assert f"{amount} open meldingen" in found
    assert found.count("Niets bekend.") == (5 if not amount else 1)
    assert ("En nog " in found) is (amount > 5)
    for _left, top, _right, bottom in ink(data):
        assert 0 < top < bottom < 842


def test_what_needs_little_leaves_its_room_to_the_rest() -> None:
    line = Line("x")
    found = StreetNews("Brink", date(2026, 12, 1), (line,) * 20, (line,), (line,) * 2, (line,) * 3, ())
    assert shares(found, 12) == {"tickets": 7, "works": 2, "events": 2, "contacts": 3, "empty": 0}
    assert shares(found, 0) == dict.fromkeys(("tickets", "works", "events", "contacts", "empty"), 0)
    assert shares(found, 99)["tickets"] == 20


@pytest.mark.accept("X14")
def test_it_comes_from_every_record_that_lies_in_a_street(lively: Desk, brink: dict[str, Any]) -> None:
    ticket = next(Ref("ticket", row["id"]) for row in lively.rows("ticket") if row["title"] == "Bank stuk")
    premises = next(Ref("premises", row["id"]) for row in lively.rows("premises") if row["title"] == "Brink 12")
    for ref in (ticket, premises, Ref("street", brink["id"])):
        command = next(c for c in lively.kinds[ref.kind].commands if c.name == STREET_PAGE.name)
        assert command.fits(lively.get(ref) or {})
        paper = command.run(lively, [ref], {}).paper
        assert paper is not None
        assert paper.name == "straat-brink.pdf"
    nowhere = log(lively, "Nergens", "ergens")
    assert not STREET_PAGE.fits(lively.get(nowhere) or {})


def test_a_street_that_is_gone_says_so(planned_desk: Desk) -> None:
    with pytest.raises(NotFound, match="er niet meer"):
        street_paper(planned_desk, "0" * 32).make()
