"""Nog te melden: who was not told how it ended; one key makes the mails, and it is noted with each."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView, QWidget

from journeys.desktop import Desktop, rows
from vaartdesk.kinds.tickets.commands.intake import add_reporter, log_ticket
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def fill(desk: Desk) -> None:
    """A ticket with two reporters, one that is open, one without a reporter; a signal and a need that came to an end."""
    category = desk.rows("ticket_category")[0]["id"]
    given = {"title": "Kuil", "place_text": "Brink 3", "category": category}
    done = log_ticket(desk, given | {"reporter_name": "Bakker Smit", "reporter_email": "bakker@smit.example"})
    add_reporter(desk, done, {"name": "Slager Zuid", "phone": "0592 123456"})
    log_ticket(desk, given | {"title": "Nog open", "reporter_name": "Kapper"})
    own = log_ticket(desk, given | {"title": "Zelf gezien"})
    for ref in (done, own):
        move_ticket(desk, ref, "afgehandeld", {"result": "Gat gevuld."})
    with desk.change("Proef") as tx:
        florist = tx.add("organisation", {"title": "Bloemen Vos", "email": "vos@bloemen.example"})
        tx.add(
            "signal",
            {
                "text": "Fietsen voor de deur",
                "reported_by": florist.id,
                "status": "afgesloten",
                "outcome": "Er komen rekken.",
            },
        )
        tx.add("signal", {"text": "Nog nieuw", "reported_by": florist.id})
        tx.add(
            "need",
            {
                "title": "Hulp bij verlichting",
                "contact": florist.id,
                "status": "geholpen",
                "outcome": "Adviseur is langs geweest.",
            },
        )


@pytest.fixture
def untold(desktop: Desktop) -> Desktop:
    desktop.sit_down("Verbinder")
    fill(desktop.window.desk)
    desktop.find(">nog te melden")
    return desktop


def shown(desktop: Desktop) -> list[str]:
    return rows(desktop.hand.see("list", QListView))


@pytest.mark.accept("X15")
def test_everyone_who_was_not_told_stands_there_with_the_mail_that_is_ready(untold: Desktop) -> None:
    listed = shown(untold)
    assert [row for row in listed if row.count(",") == 1 and row[-1].isdigit()] == [
        "Meldingen, 2",
        "Signalen, 1",
        "Behoeften, 1",
    ]
    assert any("Bakker Smit" in row and "bakker@smit.example" in row for row in listed)
    assert any("Slager Zuid" in row and "Kuil" in row for row in listed)
    assert not any("Kapper" in row or "Nog nieuw" in row for row in listed)
    assert "Beste Bakker Smit" in untold.hand.read("untoldText")
    assert "Gat gevuld." in untold.hand.read("untoldText")
    untold.hand.see("list", QListView).setFocus()
    untold.hand.press("End")
    assert "Adviseur is langs geweest." in untold.hand.read("untoldText")


@pytest.mark.accept("X15")
def test_one_key_makes_the_mails_and_they_are_logged(untold: Desktop, opened: list[Path]) -> None:
    with untold.counting() as strokes:
        untold.hand.change(lambda: untold.hand.press("Ctrl+Return"))
        assert strokes() == 1
    assert untold.toast() == "3 mails klaargezet; 1 zonder adres"
    assert opened == []  # several at once would fill the screen: the toast shows their folder
    desk = untold.window.desk
    drafts = [
        message_from_bytes(path.read_bytes(), policy=policy.default) for path in (desk.folder / "concepten").iterdir()
    ]
    assert sorted(str(draft["To"]) for draft in drafts) == [
        "Bakker Smit <bakker@smit.example>",
        "Bloemen Vos <vos@bloemen.example>",
        "Bloemen Vos <vos@bloemen.example>",
    ]
    assert any("Er komen rekken." in str(draft.get_body(("plain",)).get_content()) for draft in drafts)  # type: ignore[union-attr]
    (left,) = [row for row in shown(untold) if "Slager" in row]
    assert "Slager Zuid" in left
    assert len(shown(untold)) == 2
    assert {row["title"] for row in desk.rows("interaction")} == {
        "Wat er met uw signaal is gebeurd",
        "Uw vraag: Hulp bij verlichting",
    }
    ticket = next(row for row in desk.rows("ticket") if row["title"] == "Kuil")
    assert [note["text"] for note in desk.notes(Ref("ticket", ticket["id"]))] == ["Mail klaargezet aan Bakker Smit."]
    untold.undo()
    assert len(desk.rows("interaction")) == 0
    untold.find(">nog te melden")
    assert len(shown(untold)) == 7


@pytest.mark.accept("X15")
def test_who_was_rung_is_told_by_one_key_and_an_empty_list_says_so(untold: Desktop) -> None:
    untold.hand.change(lambda: untold.hand.press("Ctrl+Return"))
    untold.hand.change(lambda: untold.hand.press("Alt+V"))
    assert untold.toast() == "Verteld: Slager Zuid"
    assert untold.hand.see("empty", QWidget).accessibleName() == "Iedereen weet hoe het afliep"
    untold.hand.press("Ctrl+N", "Ctrl+Return", "Alt+V")
    assert untold.hand.seen("empty", QWidget)


@pytest.mark.accept("X15")
def test_a_signal_that_became_a_ticket_is_told_with_the_ticket(desktop: Desktop) -> None:
    desktop.sit_down("Verbinder")
    desk = desktop.window.desk
    with desk.change("Proef") as tx:
        florist = tx.add("organisation", {"title": "Bloemen Vos", "email": "vos@bloemen.example"})
        signal = tx.add("signal", {"text": "Kuil voor de deur", "reported_by": florist.id})
    convert = next(command for command in desk.kinds["signal"].commands if command.name == "to_ticket")
    category = desk.rows("ticket_category")[0]["id"]
    outcome = convert.run(desk, [signal], {"title": "Kuil", "place_text": "Brink", "category": category})
    desktop.find(">nog te melden")
    assert desktop.hand.seen("empty", QWidget)
    assert outcome.show is not None
    move_ticket(desk, outcome.show, "afgehandeld", {"result": "Gevuld."})
    desktop.hand.settle()
    assert [row for row in shown(desktop) if "Bloemen Vos" in row and "Kuil" in row]
    assert len(shown(desktop)) == 2
