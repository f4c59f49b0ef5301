"""The quick entries of events and permits by keyboard: Tab goes through the fields as they lie, and what is known is not asked."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from vaartdesk.app.tour.hand import Hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def hand(open_window: Callable[..., Window]) -> Hand:
    window = open_window("Event-coördinator")
    made = Hand(window.frame, window.desk)
    made.come_back()
    window.frame.show_tab("events")
    made.settle()
    return made


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
