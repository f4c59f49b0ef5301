"""The month report: from any tab to a paper on the screen, with keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from journeys.desktop import Desktop, Tickets
from papers import plain, whole
from vaartdesk.ui.preview.dialog import Preview

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

WORDS = "rapport meld"


def looked_at(desktop: Desktop) -> str:
    """What the paper in the preview says, once it is made."""
    preview = desktop.hand.see("preview", Preview, desktop.hand.top())
    desktop.hand.wait(lambda: desktop.hand.see("saveButton", QPushButton, preview).isEnabled(), "the pages")
    return plain(whole(preview.data))


@pytest.mark.accept("T23")
def test_the_month_report_takes_three_keys_and_a_word(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    Tickets(desktop).log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    desktop.go_to(1)
    with desktop.counting() as strokes:
        desktop.find(WORDS)
        assert desktop.hand.seen("question", QWidget)
        desktop.hand.press("Return")
        assert strokes() - len(WORDS) <= 3
    found = looked_at(desktop)
    assert "Meldingen, november 2026" in found
    assert "Er kwam 1 melding binnen" in found


@pytest.mark.accept("T23")
def test_the_figures_on_the_screen_go_to_paper_with_one_click(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    Tickets(desktop).log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    desktop.hand.click("figures")
    desktop.hand.click("quarter")
    desktop.hand.click("figuresReport")
    found = looked_at(desktop)
    assert "Meldingen, oktober tot en met december 2026" in found


@pytest.mark.accept("X14")
def test_a_street_goes_on_paper_from_the_palette(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    Tickets(desktop).log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    with desktop.counting() as strokes:
        desktop.find("speelt er")
        desktop.hand.type("Koopm\n")
        desktop.hand.press("Return")
        assert strokes() - len("speelt erKoopm") <= 4
    assert "Lantaarn knippert, Koopmansplein 12" in looked_at(desktop)


@pytest.mark.accept("T23")
def test_printing_the_figures_gives_their_report(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    Tickets(desktop).log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    desktop.hand.click("figures")
    desktop.hand.press("Ctrl+P")
    assert "Meldingen, november 2026" in looked_at(desktop)
