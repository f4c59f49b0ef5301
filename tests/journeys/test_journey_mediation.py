"""Mediation in the window: two parties, what each says, what they agreed, and the day on which it is looked at again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QListView, QPlainTextEdit, QWidget

from journeys.desktop import Desktop, Tickets, rows
from vaartdesk.core.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def complaint(desktop: Desktop) -> Desktop:
    desktop.sit_down("Huismeester")
    Tickets(desktop).log("Muziek tot laat", "Brink 3", "overlast")
    return desktop


def mediate(desktop: Desktop, day: str = "8 dec") -> None:
    """The quick entry of a mediation, from Tab to Tab."""
    desktop.hand.click("offer_mediation")
    desktop.hand.fill("first_name", "Kroeg de Brink")
    desktop.hand.fill("first_says", "Wij stoppen om elf uur")
    desktop.hand.fill("second_name", "Bewoner boven")
    desktop.hand.fill("second_says", "De bas gaat door")
    desktop.hand.fill("agreement", "Na tien uur geen bas")
    desktop.hand.fill("review_on", day)
    desktop.hand.change(lambda: desktop.hand.press("Return"))


def today(desktop: Desktop) -> list[str]:
    desktop.go_to(1)
    return [row for view in desktop.hand.seen("list", QListView) for row in rows(view) if "Kroeg de Brink" in row]


@pytest.mark.accept("T20")
def test_two_parties_what_each_says_and_what_they_agreed_stand_on_the_ticket(complaint: Desktop) -> None:
    mediate(complaint)
    section = complaint.hand.see("parts_mediation", QWidget)
    (line,) = rows(section.findChild(QListView))  # type: ignore[arg-type]
    assert "Kroeg de Brink en Bewoner boven" in line
    assert "Na tien uur geen bas" in line
    section.findChild(QListView).setFocus()  # type: ignore[union-attr]
    complaint.hand.press("Home", "Return")
    part = complaint.hand.see("part", QWidget)
    for name, said in (("first_says", "Wij stoppen om elf uur"), ("second_says", "De bas gaat door")):
        assert complaint.hand.see(name, QPlainTextEdit, part).toPlainText() == said


@pytest.mark.accept("T20")
def test_it_comes_back_on_its_day_until_it_is_written_how_it_went(complaint: Desktop, clock: FixedClock) -> None:
    mediate(complaint)
    assert today(complaint) == []
    clock.advance(timedelta(days=14))
    complaint.restart()
    (line,) = today(complaint)
    assert "vandaag" in line
    desk = complaint.window.desk
    view = complaint.hand.see("list", QListView)
    view.setFocus()
    at = next(row for row in range(view.model().rowCount()) if "Kroeg" in str(view.model().index(row, 0).data()))
    view.setCurrentIndex(view.model().index(at, 0))
    complaint.hand.press("Return")
    assert complaint.tab() == "ticketsTab"
    assert complaint.shown("title") == "Muziek tot laat"
    complaint.hand.see("parts_mediation", QWidget).findChild(QListView).setFocus()  # type: ignore[union-attr]
    complaint.hand.press("Home", "Return")
    complaint.hand.fill("outcome", "Het gaat goed")
    complaint.hand.change(lambda: complaint.hand.press("Tab"))
    complaint.hand.press("Esc")
    assert today(complaint) == []
    assert desk.rows("mediation")[0]["outcome"] == "Het gaat goed"


@pytest.mark.accept("T20")
def test_looking_again_before_the_agreement_is_told(complaint: Desktop) -> None:
    mediate(complaint)
    complaint.hand.see("parts_mediation", QWidget).findChild(QListView).setFocus()  # type: ignore[union-attr]
    complaint.hand.press("Home", "Return")
    complaint.hand.fill("agreed_on", "20 dec")
    complaint.hand.press("Tab")
    assert complaint.hand.read("review_on_problem") == "Dit ligt voor de dag van de afspraak."
