"""Long Dutch words are never clipped: text wraps by words, and inside a word only where one is too wide."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel

from vaartdesk.ui.labels import Label
from vaartdesk.ui.log_view import LogEntry, laid_out
from vaartdesk.ui.theme.fonts import font, metrics
from vaartdesk.ui.wrapping import units, wrapped, wrapped_lines

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


def test_an_emoji_shifts_nothing(dressed: QApplication) -> None:
    text = "Feest \N{PARTY POPPER} op het plein \N{PARTY POPPER} tot laat"
    assert " ".join(wrapped_lines(text, font("body"), 90)) == text
    assert units(text) == len(text) + 2


def test_the_author_in_a_log_keeps_his_own_dress_after_an_emoji(dressed: QApplication) -> None:
    entry = LogEntry("24-11 09:30", "Gebeld \N{GRINNING FACE}", "Huismeester")
    layout, _height = laid_out(entry, 400)
    [muted] = layout.formats()
    assert (muted.start, muted.length) == (units(entry.sentence), units("  Huismeester"))


def test_a_word_without_end_stays_inside_the_log(dressed: QApplication) -> None:
    layout, _height = laid_out(LogEntry("24-11 09:30", "x" * 2000), 300)
    assert all(layout.lineAt(n).naturalTextWidth() <= 301 for n in range(layout.lineCount()))


def test_a_label_with_a_word_without_end_stays_narrow(dressed: QApplication) -> None:
    sentence = f"Kies iets uit de lijst: \N{LEFT SINGLE QUOTATION MARK}{'x' * 2000}\N{RIGHT SINGLE QUOTATION MARK}."
    label = Label(sentence, wrap=True)
    assert label.text() == sentence
    assert label.minimumSizeHint().width() < 400
    label.setText(WORD)
    assert "\N{ZERO WIDTH SPACE}" not in QLabel.text(label)[:30]
