"""What the huismeester arranges: contracts by their notice date, and maintenance that comes back, typed in one go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QListView

from journeys.desktop import Desktop, rows
from vaartdesk.schema.ref import Ref

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def caretaker(desktop: Desktop) -> Desktop:
    desktop.sit_down("Huismeester")
    return desktop


@pytest.mark.accept("T17")
def test_maintenance_is_typed_with_how_often_it_comes_back(caretaker: Desktop) -> None:
    hand = caretaker.hand
    caretaker.go_to(4)
    hand.click("maintenance")
    with caretaker.counting() as strokes:
        hand.press("Ctrl+N")
        hand.type("Terras nalopen\t\t7 dec\teerste maandag van de maand")
        hand.change(lambda: hand.press("Return"))
        typed = len("Terras nalopen" + "7 dec" + "eerste maandag van de maand")
        assert strokes() - typed == 5
    desk = caretaker.window.desk
    (row,) = desk.rows("maintenance")
    values = desk.get(Ref("maintenance", row["id"])) or {}
    assert values["rrule"]
    assert caretaker.shown("rrule") == "eerste maandag van de maand"


@pytest.mark.accept("T14")
def test_the_contract_that_must_be_ended_first_stands_first(caretaker: Desktop) -> None:
    desk = caretaker.window.desk
    with desk.change("Proef") as tx:
        for title, days in (("Groen", 90), ("Kerst", 8), ("Schoonmaak", 30)):
            tx.add("contract", {"title": title, "status": "lopend", "notice_on": desk.today + timedelta(days)})
    caretaker.go_to(4)
    caretaker.hand.click("contract")
    listed = rows(caretaker.hand.see("list", QListView))
    order = [name for line in listed for name in ("Groen", "Kerst", "Schoonmaak") if name in line]
    assert order == ["Kerst", "Schoonmaak", "Groen"]
