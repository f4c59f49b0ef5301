"""Anybody on the street: a signal in five seconds, and back to what one was doing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journeys.desktop import Desktop, Tickets
from vaartdesk.schema.ref import Ref

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

HEARD = "Ondernemers vragen om langer licht op koopavond"


def test_a_signal_is_one_field_and_enter(desktop: Desktop) -> None:
    desktop.sit_down("Verbinder")
    with desktop.counting() as strokes:
        desktop.note_signal(HEARD)
        assert strokes() == len(HEARD) + 2
    assert desktop.tab() == "contactsTab"
    assert desktop.toast() == "Signaal genoteerd"
    assert any(HEARD in title for title in desktop.titles("signal"))


def test_a_signal_that_was_half_written_stands_there_again(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    desktop.hand.press("Ctrl+Shift+N")
    desktop.hand.type("Vlaggen lang")
    desktop.restart()
    desktop.hand.press("Ctrl+Shift+N")
    assert desktop.hand.read("text") == "Vlaggen lang"
    desktop.hand.press("End")
    desktop.hand.type("s de gracht")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert desktop.titles("signal") == ["Vlaggen langs de gracht"]


def test_an_empty_signal_says_so_and_makes_nothing(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    desktop.hand.press("Ctrl+Shift+N", "Return")
    assert desktop.hand.seen("signalDialog", QWidget)
    assert desktop.titles("signal") == []


def test_what_a_colleague_did_is_undone_by_the_button_of_the_toast(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    tickets = Tickets(desktop)
    tickets.log("Fiets in de gracht", "Vaart NZ", "fietsen")
    desktop.hand.change(lambda: desktop.hand.click("toastAction", desktop.window.frame))
    assert tickets.listed() == []


def test_a_page_that_is_pasted_as_a_signal_is_kept_whole(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    page = "wat er speelt " * 3000  # longer than Qt's own fields take
    QGuiApplication.clipboard().setText(page)
    desktop.hand.press("Ctrl+Shift+N", "Ctrl+V")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    (row,) = desktop.window.desk.rows("signal")
    values = desktop.window.desk.get(Ref("signal", row["id"]))
    assert values is not None
    assert values["text"] == page.strip()
