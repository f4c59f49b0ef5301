"""Contacts as cards: written as vCard 4, read back without doubles; nothing that a card does not say is emptied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.contact_cards import export_cards
from vaartdesk.flows.file_import import Unreadable, open_files
from vaartdesk.flows.table_import import apply
from vaartdesk.flows.table_plan import Plan, State
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from workspace import open_desk


@pytest.fixture
def other_desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    with open_desk(tmp_path / "elders", clock) as opened:
        yield opened


def people(desk: Desk) -> Ref:
    with desk.change("Gemaakt") as tx:
        shop = tx.add("organisation", {"title": "Bakker; & Zoon, B.V.", "phone": "+31592123456", "tags": "brood, koek"})
        ref = tx.add(
            "person",
            {
                "title": "Zoë van der Berg", "organisation": shop.id, "mobile": "+31612345678", "email": "zoe@bakker.nl",
                "function_title": "Eigenaar", "address": "Mulderstraat 14", "postcode": "9401 AB", "town": "Assen",
            },
        )  # fmt: skip
        tx.add("person", {"title": "Afgemelde Piet", "is_unsubscribed": True})
    return ref


def read_in(desk: Desk, path: Path) -> Plan:
    ready = open_files(desk, [path]).plan(desk)
    apply(desk, ready)
    return ready


def shown(desk: Desk, kind: str, *names: str) -> list[tuple[Any, ...]]:
    rows = [desk.get(Ref(kind, row["id"])) or {} for row in desk.rows(kind)]
    return [tuple(row[name] for name in names) for row in rows]


def test_cards_come_back_as_the_same_contacts(desk: Desk, other_desk: Desk, tmp_path: Path) -> None:
    people(desk)
    made = export_cards(desk)
    assert made.count == 2
    assert "1 afgemeld contact" in made.warnings[0]
    assert b"Piet" not in made.data
    assert b"N:Berg;Zo\xc3\xab;van der;;" in made.data
    path = tmp_path / "kaartjes.vcf"
    path.write_bytes(made.data)
    assert {line.state for line in open_files(desk, [path]).plan(desk).lines} == {State.SAME}
    assert read_in(other_desk, path).count(State.NEW) == 2
    names = ("id", "title", "function_title", "organisation", "mobile", "email", "address", "postcode", "town")
    assert shown(other_desk, "person", *names) == shown(desk, "person", *names)[:1]
    assert shown(other_desk, "organisation", "id", "title", "phone", "tags") == shown(
        desk, "organisation", "id", "title", "phone", "tags"
    )
    assert {line.state for line in read_in(other_desk, path).lines} == {State.SAME}


def test_a_card_of_others_adds_to_who_is_known_and_empties_nothing(desk: Desk, tmp_path: Path) -> None:
    ref = people(desk)
    path = tmp_path / "telefoon.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Zoe van der Berg\nN:Berg;Zoe;van der;;\nEMAIL:zoe@bakker.nl\nTEL;TYPE=work:0592 65 43 21\n"
        "ORG:Nieuwe Winkel\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nTEL:1\nEND:VCARD\n"
    )
    ready = read_in(desk, path)
    assert [(line.state, line.title) for line in ready.lines] == [
        (State.NEW, "Nieuwe Winkel"),
        (State.NEW, "Zoe van der Berg"),
    ]
    assert "heeft geen naam" in ready.remarks[0]
    desk.undo()
    path.write_text(path.read_text().replace("ORG:Nieuwe Winkel\n", ""))
    ready = read_in(desk, path)
    assert [line.state for line in ready.lines] == [State.CHANGED]
    values = desk.get(ref) or {}
    assert (values["phone"], values["mobile"], values["title"]) == ("+31592654321", "+31612345678", "Zoë van der Berg")
    assert values["address"] == "Mulderstraat 14"


def test_what_holds_no_cards_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "leeg.vcf"
    path.write_text("niets")
    with pytest.raises(Unreadable, match=r"leeg\.vcf"):
        open_files(desk, [path])
    with pytest.raises(Unreadable, match="is er niet"):
        open_files(desk, [tmp_path / "weg.csv"])
