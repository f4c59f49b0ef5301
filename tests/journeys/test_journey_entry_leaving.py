"""Leaving a field of a dialog: what is wrong is said there and then, what is right is shown as it was understood."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget

from journeys.desktop import Desktop, Tickets

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def tickets(desktop: Desktop) -> Tickets:
    desktop.sit_down("Huismeester")
    return Tickets(desktop)


def complaint(desktop: Desktop, field: str) -> str:
    """The sentence under a field, '' when there is none."""
    return "".join(label.text() for label in desktop.hand.seen(f"{field}_problem", QLabel))


def test_a_word_that_is_in_no_list_is_told_on_leaving_and_forgiven_on_typing(
    desktop: Desktop, tickets: Tickets
) -> None:
    tickets.log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Bord scheef\tBrink 3\t")
    assert "Termijn" in desktop.hand.read("remark")
    desktop.hand.fill("category", "bewegw")
    desktop.hand.press("Tab")
    assert complaint(desktop, "category") == "Kies iets uit de lijst: ‘bewegw’ is niet gevonden."
    assert desktop.hand.read("remark") == "", "no term of the category that stood there before"
    desktop.hand.fill("category", "afv")
    desktop.hand.press("Escape")
    assert complaint(desktop, "category") == ""
    desktop.hand.press("Tab")
    assert complaint(desktop, "category") == "Kies iets uit de lijst: ‘afv’ kan meer dan één ding zijn."
    desktop.hand.fill("category", "bestrat")
    desktop.hand.press("Tab")
    assert complaint(desktop, "category") == ""
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert desktop.shown("category").endswith("Bestrating")


def test_the_category_one_means_comes_before_those_that_have_its_letters_inside(
    desktop: Desktop, tickets: Tickets
) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Lamp uit\tBrink 3\tverl\t")
    assert desktop.hand.read("category").endswith("Openbare verlichting")


def test_a_day_is_shown_as_it_was_understood(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log("Kuil", "Brink 3", "bestrat")
    desktop.command("forward")
    desktop.hand.fill("expected_on", "+1w")
    desktop.hand.press("Tab")
    assert desktop.hand.read("expected_on") == "di 01-12-2026"
    desktop.hand.fill("expected_on", "31 nov")
    desktop.hand.press("Tab")
    assert "November heeft 30 dagen" in complaint(desktop, "expected_on")


def test_what_is_no_photo_is_told_beside_the_photo_and_not_across_it(
    desktop: Desktop, tickets: Tickets, tmp_path: Path, shot: Callable[[], Path]
) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.drop([shot()], "quickEntry")
    entry = desktop.hand.see("quickEntry", QWidget)
    desktop.hand.wait(lambda: len(entry.photos.files) == 1, "the photo")  # type: ignore[attr-defined]
    width = desktop.hand.see("place_text", QWidget).width()
    wrong = tmp_path / "kapot.jpg"
    wrong.write_text("dit is geen foto")
    desktop.hand.drop([wrong], "quickEntry")
    desktop.hand.wait(lambda: "geen foto" in desktop.hand.read("photoNote"), "the sentence")
    desktop.hand.settle()
    photo, note = entry.photos.shown, desktop.hand.see("photoNote", QLabel)  # type: ignore[attr-defined]
    assert QRect(photo.geometry()).intersected(note.geometry()).isEmpty()
    assert note.height() >= note.heightForWidth(note.width())
    assert desktop.hand.see("place_text", QWidget).width() == width


@pytest.fixture
def shot(tmp_path: Path) -> Callable[[], Path]:
    """Writes a photo."""

    def take() -> Path:
        path = tmp_path / "stoep.jpg"
        Image.new("RGB", (640, 480), "brown").save(path, "JPEG")
        return path

    return take


def test_a_street_typed_wrong_is_offered_as_it_is_written_and_can_stay(desktop: Desktop, tickets: Tickets) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Tegel los\tKoopmanspleijn 12\t")
    card = desktop.hand.see("street", QWidget)
    assert card.accessibleName() == "Deze straat ken ik niet. Bedoel je Koopmansplein 12?"
    with desktop.counting() as strokes:
        desktop.hand.press("Alt+S")
        assert strokes() == 1
    assert desktop.hand.read("place_text") == "Koopmansplein 12"
    assert not desktop.hand.seen("street", QWidget)
    desktop.hand.fill("place_text", "Koopmanspleijn")
    desktop.hand.press("Tab", "Alt+Z")
    desktop.hand.press("Shift+Tab", "Tab")
    assert not desktop.hand.seen("street", QWidget), "asked once"
    desktop.hand.type("bestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert desktop.shown("place_text") == "Koopmanspleijn"
