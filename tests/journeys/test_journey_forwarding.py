"""Handing a ticket over and hearing of it again: the mail is ready, and the ticket comes back by itself."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView, QWidget

from journeys.desktop import Desktop, Tickets, rows
from vaartdesk.core.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

WHAT, WHERE, CATEGORY = "Lantaarn bij het café knippert", "Koopmansplein 12", "openbare verl"
TOWN = "Gemeente Assen"


@pytest.fixture
def tickets(desktop: Desktop) -> Tickets:
    desktop.sit_down("Huismeester")
    found = Tickets(desktop)
    found.log(WHAT, WHERE, CATEGORY)
    return found


def asks_today(desktop: Desktop) -> list[str]:
    """The rows of Vandaag as a screen reader reads them."""
    desktop.go_to(1)
    return [row for view in desktop.hand.seen("list", QListView) for row in rows(view)]


@pytest.mark.accept("T7")
def test_it_is_handed_over_in_ten_strokes_and_comes_back_by_itself(
    desktop: Desktop, tickets: Tickets, opened: list[Path], clock: FixedClock
) -> None:
    desktop.command("forward")
    with desktop.counting() as strokes:
        desktop.hand.type(f"{TOWN}\t")
        desktop.answer(reference="G-2026-77", expected_on="27-11-2026")
        assert strokes() - len(TOWN + "G-2026-77" + "27-11-2026") <= 10
    assert desktop.state() == "Doorgezet"
    assert desktop.shown("reference") == "G-2026-77"
    (draft,) = opened
    mail = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert mail["Subject"] == f"Melding M-2026-0001: {WHAT}, {WHERE}"
    assert "27 november 2026" in str(mail.get_body(("plain",)))
    assert "klaargezet" in desktop.toast()

    clock.advance(timedelta(days=1))
    desktop.restart()
    assert not any(WHAT in row and "Opvolgen" in row for row in asks_today(desktop))
    clock.advance(timedelta(days=7))
    desktop.restart()
    assert any(WHAT in row for row in asks_today(desktop))


def test_the_letter_is_looked_at_before_it_is_printed(desktop: Desktop, tickets: Tickets, opened: list[Path]) -> None:
    desktop.command("forward")
    desktop.answer(forwarded_to=f"{TOWN}\t", after="Brief")
    preview = desktop.hand.see("preview", QWidget, desktop.hand.top())
    desktop.hand.wait(lambda: "1" in desktop.hand.read("pageLabel", preview), "the letter")
    desktop.hand.press("Esc")
    assert opened == []
    assert desktop.state() == "Doorgezet"
