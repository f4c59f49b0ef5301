"""Long Dutch words are never clipped: text wraps by words, and inside a word only where one is too wide."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from vaartdesk.ui.theme.fonts import font, metrics
from vaartdesk.ui.wrapping import wrapped, wrapped_lines

WORD = "Binnenstadsbereikbaarheidsoverleg"


def test_words_stay_whole_where_they_fit(dressed: QApplication) -> None:
    width = metrics("body").horizontalAdvance("Mulderstraat 14, voor")
    assert list(wrapped_lines("Mulderstraat 14, voor de passage", font("body"), width + 1)) == [
        "Mulderstraat 14, voor",
        "de passage",
    ]


def test_a_word_wider_than_its_place_is_broken_and_not_cut(dressed: QApplication) -> None:
    width = metrics("body").horizontalAdvance(WORD) / 2
    lines = list(wrapped_lines(WORD, font("body"), width))
    assert len(lines) >= 2
    assert "".join(lines) == WORD
    assert all(metrics("body").horizontalAdvance(line) <= width + 1 for line in lines)


def test_the_height_follows_the_lines(dressed: QApplication) -> None:
    one = wrapped("Kort", font("title"), 400).boundingRect().height()
    assert wrapped("Kort " * 60, font("title"), 400).boundingRect().height() > 2 * one
    assert wrapped("", font("title"), 400).lineCount() <= 1
