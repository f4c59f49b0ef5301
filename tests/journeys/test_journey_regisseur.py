"""The regisseur makes a board meeting out of what the team put forward, and prints it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from journeys.desktop import BOARD, Calendar, Desktop, Meetings, Tickets
from vaartdesk.ui.preview.dialog import Preview

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

TICKET, EVENT = "Lantaarn uit", "Streekmarkt"


@pytest.fixture
def meetings(desktop: Desktop) -> Meetings:
    """A coming meeting of the board, and a ticket and an event of colleagues."""
    desktop.sit_down("Huismeester")
    Tickets(desktop).log(TICKET, "Brink 4", "openbare verl")
    desktop.become("Event-coördinator")
    desktop.go_to(3)
    Calendar(desktop).plan(EVENT, "16-1-2027 10:00", "16-1-2027 17:00", "Brink")
    desktop.become("Regisseur")
    desktop.go_to(6)
    made = Meetings(desktop)
    made.plan(BOARD, "8-12-2026 19:30")
    return made


def test_a_meeting_of_the_board_comes_with_its_standing_items(meetings: Meetings) -> None:
    titles = meetings.agenda()
    assert titles[:4] == ["Opening", "Vaststellen agenda", "Mededelingen", "Ingekomen stukken"]
    assert titles[-2:] == ["Rondvraag", "Sluiting"]


def test_a_ticket_comes_on_the_agenda_in_two_steps(desktop: Desktop, meetings: Meetings) -> None:
    desktop.find(TICKET)
    desktop.put_forward()
    assert BOARD in desktop.toast()
    desktop.go_to(6)
    meetings.take_from_stock()
    assert meetings.agenda()[-3:] == [TICKET, "Rondvraag", "Sluiting"]


def test_what_is_moved_is_numbered_and_timed_anew(desktop: Desktop, meetings: Meetings) -> None:
    for words in (TICKET, EVENT):
        desktop.find(words)
        desktop.put_forward()
    desktop.go_to(6)
    meetings.take_from_stock()
    meetings.take_from_stock()
    first, second = meetings.agenda()[7:9]
    assert {first, second} == {TICKET, EVENT}
    meetings.stand_on(second)
    desktop.hand.change(lambda: desktop.hand.press("Alt+Up"))
    assert meetings.agenda()[7:9] == [second, first]
    meetings.stand_on(second)
    desktop.hand.type("25")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    spoken = meetings.read_aloud()
    assert spoken[7].startswith(f"8 {second}, 20:15, 25 minuten")
    assert spoken[8].startswith(f"9 {first}, 20:40")


def test_a_decision_becomes_an_action_of_somebody(desktop: Desktop, meetings: Meetings) -> None:
    meetings.stand_on("Mededelingen")
    desktop.hand.press("F8")
    desktop.answer(text="De lantaarn wordt vervangen.", owner="Huismeester\t", due_on="22-12-2026")
    assert "B-2026-001" in desktop.toast()
    desktop.hand.press("Return")
    desktop.hand.click("makeAction")
    desktop.answer(title="Lantaarn laten vervangen")
    assert desktop.tab() == "actionsTab"
    assert desktop.shown("title") == "Lantaarn laten vervangen"
    assert desktop.shown("owner") == "Huismeester"
    assert desktop.shown("due_on") == "di 22-12-2026"


def test_the_next_agenda_is_printed_in_two_steps(desktop: Desktop, meetings: Meetings) -> None:
    desktop.go_to(1)
    with desktop.counting() as strokes:
        desktop.go_to(6)
        told = meetings.preview()
        assert strokes() == 2
    assert told == "bladzijde 1 van 1"
    outline = desktop.hand.see("outline", QWidget, desktop.hand.top())
    assert outline is not None
    desktop.hand.press("Escape")
    assert not desktop.hand.seen("preview", QWidget, desktop.window.frame.findChild(QWidget, "scrim"))


def test_what_a_question_proposes_is_typed_over_and_tab_takes_the_marked_one(desktop: Desktop) -> None:
    desktop.sit_down("Regisseur")
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("thematafel c")
    assert desktop.hand.read("body", desktop.hand.top()) == "thematafel c"
    desktop.hand.press("Tab")
    assert desktop.hand.read("body", desktop.hand.top()) == "ThemaTafel C"
    desktop.hand.press("Shift+Tab")
    desktop.hand.type("binnenstadb")
    desktop.hand.press("Tab")
    chosen = desktop.hand.read("body", desktop.hand.top())
    assert "Binnenstadb" in chosen
    desktop.hand.type("15-12-2026 20:00")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert desktop.titles("meeting")


def test_a_measurement_is_of_today_unless_told_otherwise(desktop: Desktop) -> None:
    desktop.sit_down("Regisseur")
    desktop.go_to(2)
    desktop.hand.click("goal")
    desktop.find("leegstand")
    desktop.command("meting")
    desktop.answer(value="18,2")
    days = [row["measured_on"] for row in desktop.window.desk.rows("measurement") if row["value"] == 1820]
    assert [str(day) for day in days] == ["2026-11-24"]


def test_a_page_beside_its_outline_fits_in_width(desktop: Desktop, meetings: Meetings) -> None:
    desktop.go_to(6)
    meetings.preview()
    preview = desktop.hand.see("preview", Preview, desktop.hand.top())
    assert preview.outline.isVisible()
    desktop.hand.settle()
    assert preview.pages.horizontalScrollBar().maximum() == 0
