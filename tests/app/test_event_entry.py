"""What is asked of events and permits, by keyboard: Tab goes as the fields lie, and what is known stands there already."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from vaartdesk.app.tour.hand import Hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window("Event-coördinator")


@pytest.fixture
def hand(hand: Hand, window: Window) -> Hand:
    """At the events."""
    window.frame.show_tab("events")
    hand.settle()
    return hand


def focus() -> str:
    at = QApplication.focusWidget()
    return at.objectName() if at is not None else ""


def toast(hand: Hand) -> str:
    return hand.seen("toast", QWidget, hand.window)[-1].accessibleName()


def tabbed(hand: Hand, times: int) -> list[str]:
    found = []
    for _time in range(times):
        hand.press("Tab")
        found.append(focus())
    return found


def test_tab_comes_to_a_field_that_was_added_before_the_photos(hand: Hand) -> None:
    hand.press("Ctrl+N")
    assert tabbed(hand, 3) == ["starts_at", "ends_at", "place"]
    hand.click("addField")
    hand.pick("Herhaling")
    assert focus() == "rrule"
    hand.click("addField")
    hand.pick("Omschrijving")
    hand.press("Shift+Tab", "Shift+Tab")
    assert focus() == "place"
    assert tabbed(hand, 2) == ["rrule", "description"]


def test_a_letter_finds_a_further_field(hand: Hand) -> None:
    hand.press("Ctrl+N")
    hand.click("addField")
    hand.press("h", "Return")
    assert focus() == "rrule"
    hand.click("addField")
    hand.press("t", "Right", "a", "Return")
    assert focus() == "breakdown_at"


def test_a_permit_of_an_event_begins_with_what_is_not_known(hand: Hand) -> None:
    with hand.desk.change("Voorbeeld") as tx:
        event = tx.add("event", {"title": "Proef", "starts_at": datetime(2026, 11, 28, 10)})  # noqa: DTZ001
    hand.press("Ctrl+K")
    hand.type("Proef")
    hand.press("Return")
    hand.click("addPermit")
    assert focus() == "type"
    hand.change(lambda: hand.press("Return"))
    assert [row["record"] for row in hand.desk.rows("permit")] == [event.id]
    assert toast(hand).startswith("Vergunning bewaard")


def test_the_reference_given_when_asked_stands_there_when_granted(window: Window, hand: Hand) -> None:
    with hand.desk.change("Voorbeeld") as tx:
        event = tx.add("event", {"title": "Proef", "starts_at": datetime(2027, 5, 15, 10)})  # noqa: DTZ001
        permit = tx.add("permit", {"record": event.id, "category": "b", "reference": "Z-77"})
    window.show_record(permit)
    hand.settle()
    assert "nog niet bekend" in " ".join(
        label.text() for label in hand.window.findChildren(QLabel) if label.isVisible()
    )
    hand.press_button("Verleend")
    assert hand.read("reference") == "Z-77"
    hand.change(lambda: hand.press("Return"))
    assert [(row["status"], row["reference"]) for row in hand.desk.rows("permit")] == [("verleend", "Z-77")]


def test_moving_begins_with_the_begin_of_now_and_a_day_alone_keeps_the_time(window: Window, hand: Hand) -> None:
    with hand.desk.change("Voorbeeld") as tx:
        event = tx.add("event", {"title": "Proef", "starts_at": datetime(2027, 5, 15, 19, 30)})  # noqa: DTZ001
    window.show_record(event)
    hand.settle()
    hand.click("more")
    hand.pick("Verplaatsen")
    hand.fill("starts_at", "16-05-2027")
    hand.change(lambda: hand.press("Return"))
    assert [row["starts_at"] for row in hand.desk.rows("event")] == [datetime(2027, 5, 16, 19, 30)]  # noqa: DTZ001


def test_what_was_done_bears_a_tick_and_what_could_not_be_does_not(window: Window, hand: Hand) -> None:
    with hand.desk.change("Voorbeeld") as tx:
        event = tx.add("event", {"title": "Proef", "starts_at": datetime(2027, 5, 15, 10)})  # noqa: DTZ001
    window.show_record(event)
    hand.settle()
    hand.click("more")
    hand.change(lambda: hand.pick("Kopiëren naar volgend jaar"))
    assert hand.seen("sign_check", QLabel, hand.window)
    window.show_record(event)
    hand.settle()
    hand.click("more")
    hand.pick("Kopiëren naar volgend jaar")
    assert "Niets te kopiëren" in toast(hand)
    assert hand.seen("sign_info", QLabel, hand.window)
