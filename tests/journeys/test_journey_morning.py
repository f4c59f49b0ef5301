"""The morning of the huismeester by keyboard alone: through the list, take, hand over, solve; follow up what came back."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView

from journeys.desktop import Desktop, Tickets, rows
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

TOWN, RESULT = "Gemeente Assen", "Rechtgelegd en aangestampt"


@pytest.fixture
def morning(desktop: Desktop) -> Desktop:
    """Three tickets of yesterday; the huismeester sits down."""
    desktop.sit_down("Huismeester")
    tickets = Tickets(desktop)
    for what in ("Klinkers los", "Lantaarn knippert", "Container vol"):
        tickets.log(what, "Brink 3", "vraag of w")
    return desktop


def stand_on_first(desktop: Desktop) -> None:
    """The first row of the list."""
    desktop.hand.see("list", QListView).setFocus()
    desktop.hand.press("Home")


def states(desktop: Desktop) -> dict[str, str]:
    """What -> state of every ticket."""
    return {row["title"]: row["status"] for row in desktop.window.desk.rows("ticket")}


def ask_today(desktop: Desktop) -> list[str]:
    desktop.go_to(1)
    return [row for view in desktop.hand.seen("list", QListView) for row in rows(view)]


def notes(desktop: Desktop, title: str) -> list[str]:
    desk = desktop.window.desk
    key = next(row["id"] for row in desk.rows("ticket") if row["title"] == title)
    return [note["text"] for note in desk.notes(Ref("ticket", key))]


@pytest.mark.accept("G10")
def test_a_round_of_the_list_takes_two_keys_a_ticket(morning: Desktop) -> None:
    stand_on_first(morning)
    with morning.counting() as strokes:
        for _ticket in range(3):
            morning.hand.change(lambda: morning.hand.press("Ctrl+B"))
            morning.hand.press("Down")
        assert strokes() == 6
    assert set(states(morning).values()) == {"in_behandeling"}
    morning.undo()
    assert sorted(states(morning).values()) == ["in_behandeling", "in_behandeling", "nieuw"]


@pytest.mark.accept("T4")
def test_solving_takes_the_result_and_two_keys(morning: Desktop) -> None:
    stand_on_first(morning)
    title = morning.shown("title")
    with morning.counting() as strokes:
        morning.hand.press("Ctrl+H")
        morning.hand.type(RESULT)
        morning.hand.change(lambda: morning.hand.press("Ctrl+Return"))
        assert strokes() - len(RESULT) == 2
    assert states(morning)[title] == "afgehandeld"
    assert morning.toast().endswith(": Afgehandeld")


@pytest.mark.accept("T7")
def test_handing_over_takes_the_party_and_three_keys_and_following_up_comes_by_itself(
    morning: Desktop, opened: list[Path], clock: FixedClock
) -> None:
    stand_on_first(morning)
    title = morning.shown("title")
    with morning.counting() as strokes:
        morning.hand.press("Ctrl+D")
        morning.hand.type(f"{TOWN}\t")
        morning.hand.change(lambda: morning.hand.press("Return"))
        assert strokes() - len(TOWN) == 3
    assert states(morning)[title] == "doorgezet"
    assert len(opened) == 1
    clock.advance(timedelta(days=8))
    morning.restart()
    (line,) = [row for row in ask_today(morning) if title in row]
    assert "Doorgezet" in line
    morning.find(title)
    morning.hand.click("more", morning.detail())
    morning.hand.pick("Mail aan wie het doet")
    reminder = message_from_bytes(opened[-1].read_bytes(), policy=policy.default)
    assert reminder["Subject"].startswith("Herinnering melding")
    assert len(notes(morning, title)) == 2
    assert not any(title in row for row in ask_today(morning))
    morning.find(title)
    stand_on_first(morning)
    assert morning.shown("title") == title
    morning.hand.press("Ctrl+H")
    morning.hand.type(RESULT)
    morning.hand.change(lambda: morning.hand.press("Ctrl+Return"))
    assert states(morning)[title] == "afgehandeld"


@pytest.mark.accept("T4")
def test_several_are_solved_at_once(morning: Desktop) -> None:
    stand_on_first(morning)
    with morning.counting() as strokes:
        morning.hand.press("Shift+Down", "Shift+Down", "Ctrl+H")
        morning.hand.type(RESULT)
        morning.hand.change(lambda: morning.hand.press("Ctrl+Return"))
        assert strokes() - len(RESULT) == 4
    assert set(states(morning).values()) == {"afgehandeld"}
    assert morning.toast() == "3 meldingen afgehandeld"
    morning.undo()
    assert set(states(morning).values()) == {"nieuw"}


def test_another_field_can_be_saved_while_the_result_is_still_asked(morning: Desktop) -> None:
    stand_on_first(morning)
    title = morning.shown("title")
    morning.hand.press("Ctrl+H")
    assert "Schrijf op wat er gedaan is" in morning.hand.read("result_problem")
    morning.type_over("place_text", "Brink 4")
    assert morning.shown("place_text") == "Brink 4"
    assert states(morning)[title] == "nieuw"
    morning.hand.fill("result", RESULT)
    morning.hand.change(lambda: morning.hand.press("Tab"))
    assert states(morning)[title] == "afgehandeld"
