"""A day of the huismeester: log what is wrong in the street, find it back, hand it over, think again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeys.desktop import Desktop, Tickets

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

WHAT, WHERE, CATEGORY = "Lantaarn bij het café knippert", "Koopmansplein 12", "openbare verl"


@pytest.fixture
def tickets(desktop: Desktop) -> Tickets:
    desktop.sit_down("Huismeester")
    return Tickets(desktop)


def test_the_first_start_opens_the_tab_of_who_sits_there(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    assert desktop.tab() == "ticketsTab"
    desktop.restart()
    assert not desktop.hand.seen("whoDialog", QWidget)
    assert desktop.tab() == "ticketsTab"


@pytest.mark.accept("T1")
def test_an_incident_takes_four_fields_and_eight_keys(desktop: Desktop, tickets: Tickets) -> None:
    with desktop.counting() as strokes:
        tickets.log(WHAT, WHERE, CATEGORY)
        assert strokes() - len(WHAT + WHERE + CATEGORY) <= 8
    assert desktop.shown("title") == WHAT
    assert desktop.shown("place_text") == WHERE
    assert desktop.shown("category").endswith("Openbare verlichting")
    assert desktop.shown("urgency") == "Hoog"
    assert desktop.toast() == "M-2026-0001 bewaard"
    assert any(WHAT in row and "M-2026-0001" in row for row in tickets.listed())


@pytest.mark.accept("G3")
def test_a_word_and_enter_find_it_from_any_tab(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log(WHAT, WHERE, CATEGORY)
    desktop.go_to(1)
    with desktop.counting() as strokes:
        desktop.find("cafe")
        assert strokes() == len("cafe") + 2
    assert desktop.tab() == "ticketsTab"
    assert desktop.shown("title") == WHAT
    desktop.go_to(5)
    desktop.find("M-2026-0001")
    assert desktop.shown("title") == WHAT


def test_handing_over_can_be_undone(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log(WHAT, WHERE, CATEGORY)
    tickets.forward("G-2026-77")
    assert desktop.state() == "Doorgezet"
    assert desktop.shown("reference") == "G-2026-77"
    desktop.undo()
    assert desktop.state() == "Nieuw"
    assert desktop.shown("reference") == ""
    assert "ngedaan" in desktop.toast()


def test_it_can_be_undone_after_a_restart_too(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log(WHAT, WHERE, CATEGORY)
    tickets.forward("G-2026-77")
    desktop.restart()
    desktop.find("cafe")
    assert desktop.state() == "Doorgezet"
    desktop.undo()
    assert desktop.state() == "Nieuw"
    desktop.undo()
    assert not any(WHAT in row for row in tickets.listed())


def test_what_was_typed_and_not_saved_is_offered_again(desktop: Desktop, tickets: Tickets) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type(f"{WHAT}\tBri")
    desktop.restart()
    desktop.hand.press("Ctrl+N")
    assert desktop.hand.read("title") == WHAT
    assert desktop.hand.read("place_text") == "Bri"


def test_what_is_finished_leaves_the_list_and_stays_in_sight(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log("Prullenbak vol", "Brink 3", "Afval")
    tickets.log("Lamp uit", "Koopmansplein 7", "Verlichting")
    desktop.command("finish")
    desktop.hand.fill("result", "Lamp vervangen")
    desktop.hand.change(lambda: desktop.hand.press("Ctrl+Return"))
    assert desktop.shown("title") == "Lamp uit"
    assert desktop.state() == "Afgehandeld"
    assert not any("Lamp uit" in row for row in tickets.listed())
    assert any("Prullenbak vol" in row for row in tickets.listed())
    desktop.undo()
    assert any("Lamp uit" in row for row in tickets.listed())


def test_on_the_first_page_the_day_is_printed(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log("Prullenbak vol", "Brink 3", "Afval")
    desktop.go_to(1)
    with desktop.paper() as text:
        assert "Prullenbak vol" in text
        assert "Huismeester" in text
        assert "Gegevens" not in text


@pytest.mark.accept("T4")
def test_a_reopened_ticket_asks_again_what_was_done(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    Tickets(desktop).log("Bak vol", "Brink 3", "volle")
    desktop.solve("Geleegd")
    assert desktop.state() == "Afgehandeld"
    desktop.hand.change(lambda: desktop.command("reopen"))
    assert desktop.state() == "Heropend"
    desktop.solve("Nog eens geleegd, en een tweede bak geplaatst")
    assert desktop.state() == "Afgehandeld"
    result = desktop.hand.see("result", QPlainTextEdit, desktop.detail())
    assert result.toPlainText() == "Nog eens geleegd, en een tweede bak geplaatst"
