"""Where the keyboard is after one came to a permit: by its link, from another tab, and by Enter in its list."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from vaartdesk.app.tour.hand import Hand
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window("Event-coördinator")


@pytest.fixture
def permit(window: Window) -> Ref:
    with window.desk.change("Voorbeeld") as tx:
        event = tx.add("event", {"title": "Proef", "starts_at": datetime(2026, 11, 28, 10)})  # noqa: DTZ001
        return tx.add("permit", {"record": event.id, "category": "a"})


def focus() -> str:
    at = QApplication.focusWidget()
    return at.objectName() if at is not None else ""


@pytest.mark.parametrize("start", ["events", "today"])
def test_the_keyboard_comes_along_to_the_list_of_permits_and_enter_into_the_permit(
    window: Window, hand: Hand, permit: Ref, start: str
) -> None:
    window.frame.show_tab(start)
    hand.settle()
    window.show_record(permit)
    hand.settle()
    assert focus() == "list"
    hand.press("Return")
    assert focus() == "record"


def test_a_click_on_the_times_brings_the_begin_into_sight_though_its_section_was_folded(
    window: Window, hand: Hand, permit: Ref
) -> None:
    window.show_record(Ref("event", window.desk.rows("event")[0]["id"]))
    hand.settle()
    begin = hand.see("detail", QWidget).findChild(QWidget, "starts_at")
    assert begin is not None
    assert not begin.isVisible()
    hand.click("subtitle")
    hand.settle()
    assert focus() == "starts_at"
    assert begin.visibleRegion().boundingRect() == begin.rect()
