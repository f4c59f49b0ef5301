"""Wacht op: from any tab to the answers of the municipality in the log of each point, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from journeys.desktop import Desktop, Tickets

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

WORDS, ANSWER = ">wacht op", "Volgende week gemaakt"


@pytest.mark.accept("X7")
def test_an_answer_is_typed_back_with_five_keys_and_a_word(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    tickets = Tickets(desktop)
    tickets.log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    desktop.command("forward")
    desktop.hand.type("Gemeente Assen\t")
    desktop.answer(reference="G-2026-77")
    desktop.go_to(1)
    with desktop.counting() as strokes:
        desktop.find(WORDS)
        assert desktop.hand.seen("waitingDialog", QWidget)
        desktop.hand.press("Tab")
        desktop.hand.type(ANSWER)
        desktop.hand.change(lambda: desktop.hand.press("Ctrl+Return"))
        desktop.hand.press("Escape")
        assert strokes() - len(WORDS + ANSWER) <= 5
    assert desktop.toast() == "1 antwoord bewaard"
    desktop.find("M-2026-0001")
    ticket = desktop.window.desk.find_number("M-2026-0001")
    assert ticket is not None
    assert desktop.window.desk.notes(ticket)[0]["text"].endswith(f": {ANSWER}")


def test_the_figures_are_a_word_away_too(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    Tickets(desktop).log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    desktop.go_to(1)
    desktop.find("cijfers")
    assert desktop.tab() == "ticketsTab"
    assert desktop.hand.read("figure_came") == "In: 1"
