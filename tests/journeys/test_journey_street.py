"""Telling a street: a mail with everyone in bcc, a letter for who has no address, and nobody who signed off."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeys.desktop import Desktop, Tickets
from papers import whole
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def fill(desk: Desk) -> None:
    """Shops in two streets: with and without an address, one that signed off, one that is no entrepreneur."""
    keys = {row["title"]: row["id"] for kind in ("street", "contact_segment") for row in desk.rows(kind)}
    plein, brink = keys["Koopmansplein"], keys["Brink"]
    shops = {
        "Bakker": {"street": plein, "email": "bakker@plein.example"},
        "Slager": {"street": plein, "address": "Koopmansplein 4", "postcode": "9401 AB", "town": "Assen"},
        "Kapper": {"street": plein, "email": "kapper@plein.example", "is_unsubscribed": True},
        "Provincie": {"street": plein, "email": "info@provincie.example", "segment": keys["overheid"]},
        "Kroeg": {"street": brink, "email": "kroeg@brink.example", "segment": keys["ondernemer"]},
        "Bloemist": {"segment": keys["ondernemer"]},
    }
    with desk.change("Proef") as tx:
        refs = {name: tx.add("organisation", {"title": name} | given) for name, given in shops.items()}
        tx.add("person", {"title": "Vos", "organisation": refs["Bloemist"].id, "email": "vos@bloem.example"})
        tx.add("premises", {"title": "Koopmansplein 9", "street": plein, "user": refs["Bloemist"].id})


@pytest.fixture
def filled(desktop: Desktop) -> Desktop:
    desktop.sit_down("Huismeester")
    fill(desktop.window.desk)
    Tickets(desktop).log("Riool wordt vervangen", "Koopmansplein 12", "bestrat")
    return desktop


def run(desktop: Desktop) -> None:
    """The command behind the three dots."""
    desktop.hand.click("more", desktop.detail())
    desktop.hand.pick("Straat inlichten")


def told(desktop: Desktop) -> dict[str, str]:
    """Contact -> how it was told."""
    desk = desktop.window.desk
    rows = [desk.get(Ref("interaction", row["id"])) or {} for row in desk.rows("interaction")]
    with desk.read() as reader:
        names = reader.titles(row["contact"] for row in rows)
    return {names[row["contact"]]: row["medium"] for row in rows}


@pytest.mark.accept("T18")
def test_the_street_of_a_ticket_is_told_by_mail_and_letter(filled: Desktop, opened: list[Path]) -> None:
    run(filled)
    assert filled.hand.read("subject") == "Werk in Koopmansplein"
    assert "Riool wordt vervangen" in filled.hand.see("text", QPlainTextEdit).toPlainText()
    filled.hand.change(lambda: filled.hand.click("agree"))
    preview = filled.hand.see("preview", QWidget, filled.hand.top())
    filled.hand.wait(lambda: "1" in filled.hand.read("pageLabel", preview), "the letter")
    filled.hand.press("Esc")
    (draft,) = opened
    mail = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert mail["Bcc"] == "bakker@plein.example, vos@bloem.example"
    assert mail["To"] is None
    assert told(filled) == {"Bakker": "mail", "Bloemist": "mail", "Slager": "brief"}
    assert filled.toast() == "Mail aan 2 klaargezet, 1 brief gemaakt, 1 afgemeld"
    desk = filled.window.desk
    assert any("Straat ingelicht" in note["text"] for note in desk.notes(Ref("ticket", desk.rows("ticket")[0]["id"])))
    filled.undo()
    assert told(filled) == {}


@pytest.mark.accept("T18")
def test_streets_are_chosen_from_the_palette_and_the_letters_hold_each_address(filled: Desktop, tmp_path: Path) -> None:
    filled.find(">straat inlichten")
    filled.hand.type("Brink\n")
    filled.hand.type("Koopmans\n")
    filled.answer(subject="Kerstmarkt", text="Er is een markt.", way="Brief")
    preview = filled.hand.see("preview", QWidget, filled.hand.top())
    filled.hand.wait(lambda: filled.hand.see("saveButton", QWidget, preview).isEnabled(), "the letters")
    path = filled.hand.save_in(tmp_path, lambda: filled.hand.click("saveButton", preview))
    said = whole(path.read_bytes())
    assert "Slager" in said
    assert "Koopmansplein 4" in said
    assert "Kroeg" in said
    assert "Kapper" not in said
    assert "Provincie" not in said
    filled.hand.press("Esc")
    assert told(filled) == dict.fromkeys(("Bakker", "Bloemist", "Kroeg", "Slager"), "brief")


@pytest.mark.accept("T18")
def test_a_street_of_nobody_says_so_and_notes_nothing(filled: Desktop, opened: list[Path]) -> None:
    filled.find(">straat inlichten")
    filled.hand.type("Mulder\n")
    filled.hand.fill("subject", "Kerstmarkt")
    filled.hand.fill("text", "Er is een markt.")
    filled.hand.click("agree")
    assert filled.hand.read("streets_problem") == "In deze straten staat nog niemand bij Contacten."
    assert opened == []
    assert told(filled) == {}
