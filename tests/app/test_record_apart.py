"""What is found but stands in no list of a tab opens over the page that is on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from vaartdesk.app.tour.hand import Hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def test_an_advice_that_is_found_opens_and_can_be_changed(open_window: Callable[..., Window]) -> None:
    window = open_window("Event-coördinator")
    hand = Hand(window.frame, window.desk)
    hand.come_back()
    with window.desk.change("Voorbeeld") as tx:
        body = tx.add("body", {"title": "Proefoverleg"})
        tx.add("advice", {"title": "Verlichting achterpaden", "body": body.id})
    hand.press("Ctrl+K")
    hand.type("achterpaden")
    hand.press("Return")
    dialog = hand.see("recordDialog", QWidget)
    assert hand.see("title", QLineEdit, dialog).text() == "Verlichting achterpaden"
    hand.fill("title", "Verlichting van de achterpaden")
    hand.change(lambda: hand.press("Tab"))
    assert [row["title"] for row in window.desk.rows("advice")] == ["Verlichting van de achterpaden"]
    hand.press("Escape")
    assert not hand.seen("recordDialog", QWidget)
