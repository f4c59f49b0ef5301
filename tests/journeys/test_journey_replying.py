"""Standard texts: made in the window, filled with what the ticket says, in the answer to who reported it and in handing over."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from journeys.desktop import Desktop, Tickets
from vaartdesk.schema.ref import Ref

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

WHAT, WHERE, CATEGORY = "Lantaarn knippert", "Koopmansplein 12", "openbare verl"
TEXT = "Beste {naam}, melding {nummer} op {plaats} is klaar op {datum}: {resultaat}"


@pytest.fixture
def tickets(desktop: Desktop) -> Tickets:
    desktop.sit_down("Huismeester")
    return Tickets(desktop)


def write_text(desktop: Desktop, title: str, text: str, status: str = "") -> None:
    """Ctrl+K, Standaardteksten, Ctrl+N, its fields."""
    desktop.find(">standaardteksten")
    desktop.hand.press("Ctrl+N")
    desktop.hand.type(f"{title}\t\t{status}\t{text}")
    desktop.hand.press("Ctrl+Return")


def mail(opened: list[Path]) -> EmailMessage:
    return message_from_bytes(opened[-1].read_bytes(), policy=policy.default)


def words_of(found: EmailMessage) -> str:
    body = found.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def reported(desktop: Desktop, tickets: Tickets) -> None:
    """A ticket that a baker reported."""
    tickets.log(WHAT, WHERE, CATEGORY)
    desktop.type_over("reporter_name", "Bakker Smit")
    desktop.type_over("reporter_email", "bakker@smit.example")


def notes(desktop: Desktop) -> list[str]:
    """The log of the ticket."""
    desk = desktop.window.desk
    return [row["text"] for row in desk.notes(Ref("ticket", desk.rows("ticket")[0]["id"]))]


def told_on(desktop: Desktop) -> object:
    """The day on which it was noted that the reporter knows."""
    desk = desktop.window.desk
    return (desk.get(Ref("ticket", desk.rows("ticket")[0]["id"])) or {})["told_on"]


def choose(desktop: Desktop, title: str) -> None:
    """The standard text of that name, with the arrows."""
    box = desktop.hand.see("standard_text", QComboBox)
    box.setFocus()
    to = box.findText(title)
    while box.currentIndex() != to:
        desktop.hand.press("Down" if box.currentIndex() < to else "Up")


@pytest.mark.accept("T11")
def test_the_answer_is_a_standard_text_filled_in(desktop: Desktop, tickets: Tickets, opened: list[Path]) -> None:
    reported(desktop, tickets)
    write_text(desktop, "Klaar", TEXT, "afgehandeld")
    write_text(desktop, "Ontvangen", "Beste {naam}, wij kregen {nummer}.")
    desktop.find("M-2026-0001")
    desktop.hand.press("Ctrl+R")
    area = desktop.hand.see("text", QPlainTextEdit)
    assert area.toPlainText() == "Beste Bakker Smit, wij kregen M-2026-0001."
    desktop.hand.press("Esc")
    desktop.solve("Lamp vervangen")
    with desktop.counting() as strokes:
        desktop.hand.press("Ctrl+R")
        desktop.hand.change(lambda: desktop.hand.press("Ctrl+Return"))
        assert strokes() == 2
    found = mail(opened)
    assert found["To"] == "bakker@smit.example"
    assert found["Subject"] == f"Uw melding M-2026-0001: {WHAT}, {WHERE}"
    said = f"Beste Bakker Smit, melding M-2026-0001 op {WHERE} is klaar op 24 november 2026: Lamp vervangen"
    assert words_of(found).startswith(said)
    assert "Met vriendelijke groet,\nHuismeester" in words_of(found)
    assert desktop.shown("told_on") == "di 24-11-2026"
    (note,) = notes(desktop)
    assert note == f"Antwoord klaargezet aan Bakker Smit.\n{said}"
    desktop.undo()
    assert told_on(desktop) is None


@pytest.mark.accept("T11")
def test_another_text_is_chosen_and_what_was_typed_stays(
    desktop: Desktop, tickets: Tickets, opened: list[Path]
) -> None:
    reported(desktop, tickets)
    write_text(desktop, "Ontvangen", "Beste {naam}, wij kregen {nummer}.")
    write_text(desktop, "Uitleg", "Meer op onze site.")
    desktop.find("M-2026-0001")
    desktop.hand.press("Ctrl+R")
    area = desktop.hand.see("text", QPlainTextEdit)
    choose(desktop, "Uitleg")
    assert area.toPlainText() == "Meer op onze site."
    desktop.hand.fill("text", "Eigen woorden. ")
    choose(desktop, "Ontvangen")
    assert area.toPlainText().endswith("Beste Bakker Smit, wij kregen M-2026-0001.")
    assert "Eigen woorden." in area.toPlainText()


@pytest.mark.accept("T11")
def test_handing_over_takes_a_standard_text_along(desktop: Desktop, tickets: Tickets, opened: list[Path]) -> None:
    reported(desktop, tickets)
    write_text(desktop, "Spoed", "Graag spoed bij {nummer}, {plaats}.", "doorgezet")
    desktop.find("M-2026-0001")
    desktop.command("forward")
    choose(desktop, "Spoed")
    desktop.answer(reference="G-1")
    assert f"Graag spoed bij M-2026-0001, {WHERE}." in words_of(mail(opened))
    assert "Bakker" not in words_of(mail(opened))
    assert any("Graag spoed" in note for note in notes(desktop))


@pytest.mark.accept("T11")
def test_words_between_braces_that_are_no_placeholder_are_told(desktop: Desktop, tickets: Tickets) -> None:
    write_text(desktop, "Fout", "Beste {klant}, hallo {naam}")
    told = desktop.hand.read("text_problem")
    assert told.startswith("{klant} wordt niet ingevuld. Kies uit {nummer}, {plaats}, {datum}, {naam}")
    assert desktop.titles("standard_text") == []
    desktop.hand.fill("text", "Beste ")
    desktop.hand.press("Ctrl+A")
    desktop.hand.type("Beste {naam}")
    desktop.hand.change(lambda: desktop.hand.press("Ctrl+Return"))
    assert desktop.titles("standard_text") == ["Fout"]
    desktop.find("Fout")
    desktop.hand.fill("text", " {straat}")
    desktop.hand.press("Tab")
    assert "{straat} wordt niet ingevuld" in desktop.hand.read("text_problem")


def test_without_standard_texts_the_answer_says_how_it_stands(
    desktop: Desktop, tickets: Tickets, opened: list[Path]
) -> None:
    reported(desktop, tickets)
    desktop.hand.press("Ctrl+R")
    desktop.hand.change(lambda: desktop.hand.click("agree"))
    said = words_of(mail(opened))
    assert said.startswith(
        "Beste Bakker Smit,\n\nWij hebben uw melding M-2026-0001 (Lantaarn knippert, Koopmansplein 12)"
    )
    assert told_on(desktop) is None
