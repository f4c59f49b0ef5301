"""Ctrl+K on a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from sample_records import Samples
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.finding import Found, PaletteCommand
from vaartdesk.ui.palette import MOST, Palette, pieces
from vaartdesk.ui.stage import Stage

RAN: list[str] = []
COMMANDS = [
    PaletteCommand("backup", "Reservekopie maken", "hard-drive", "", lambda: RAN.append("backup")),
    PaletteCommand("print", "Afdrukken", "printer", "Ctrl+P", lambda: RAN.append("print")),
]


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def palette(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication, stage: Stage) -> Iterator[Palette]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()
    made = Palette(bare_desk, stage, COMMANDS)
    stage.show_dialog(host, made)
    yield made
    host.close()


def shown(palette: Palette) -> list[str]:
    return [row.label for row in palette.model.rows if not row.is_head]


@pytest.mark.accept("G3")
def test_a_word_without_accents_or_a_number_finds_and_enter_opens(
    palette: Palette, samples: Samples, stage: Stage
) -> None:
    opened: list[Ref] = []
    stage.open_requested.connect(opened.append)
    type_text(palette.line, "CAFE")
    assert shown(palette)[0] == "Café-avond voor makers"
    press(palette.line, "Return")
    assert opened == [samples.cafe]


@pytest.mark.accept("G3")
def test_a_number_finds(palette: Palette) -> None:
    type_text(palette.line, "a-003")
    assert shown(palette)[0] == "Sfeerverlichting Kruisstraat"


def test_records_come_first_then_deeds_with_the_words_filled_in(palette: Palette, stage: Stage) -> None:
    asked: list[str] = []
    stage.new_requested.connect(asked.append)
    type_text(palette.line, "afdruk")
    assert shown(palette) == ["Afdrukken", "Nieuwe actie: ‘afdruk’"]
    press(palette.line, "Down")
    press(palette.line, "Return")
    assert asked == ["action"]
    assert stage.take_words() == "afdruk"


def test_prefixes_narrow_to_commands_numbers_and_contacts(palette: Palette, bare_desk: Desk) -> None:
    with bare_desk.change("Contact") as tx:
        tx.add("person", {"title": "Bakker Verbinder", "email": "bakker@voorbeeld.nl"})
    type_text(palette.line, ">reserve")
    assert shown(palette) == ["Reservekopie maken"]
    palette.line.clear()
    type_text(palette.line, "#a-002")
    assert shown(palette) == ["Café-avond voor makers"]
    palette.line.clear()
    type_text(palette.line, "@verbinder")
    assert shown(palette) == ["Bakker Verbinder"]


def test_arrows_pass_over_headings_and_enter_runs_a_command(palette: Palette) -> None:
    RAN.clear()
    assert palette.model.rows[0].is_head
    assert palette.list.currentIndex().row() == 1
    press(palette.line, "Up")
    assert palette.list.currentIndex().row() == 1
    press(palette.line, "Down")
    press(palette.line, "Return")
    assert RAN == ["print"]


def test_nothing_found_says_so(palette: Palette) -> None:
    type_text(palette.line, "#zzz")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()


@pytest.mark.parametrize(
    ("label", "words", "matches"),
    [
        ("Café De Brink", "cafe", ["Café"]),
        ("Muziekcafé in de straat", "cafe straat", ["café", "straat"]),
        ("Geen", "cafe", []),
        ("Kruisstraat", "s", ["ss"]),
    ],
)
def test_matches_are_marked_without_accents_and_case(label: str, words: str, matches: list[str]) -> None:
    found = pieces(label, words)
    assert "".join(text for text, _is in found) == label
    assert [text for text, is_match in found if is_match] == matches


def chosen(palette: Palette) -> Found:
    return palette.model.rows[palette.list.currentIndex().row()]


def test_a_record_tells_its_number_its_state_and_its_line(palette: Palette) -> None:
    type_text(palette.line, "cafe")
    assert (chosen(palette).note, chosen(palette).kind) == ("A-002 · gepland", "actie")
    spoken = palette.list.currentIndex().data()
    assert spoken == "Café-avond voor makers, actie, A-002 · gepland"


@pytest.mark.accept("G3")
def test_a_month_beside_the_words_finds_what_is_of_it(palette: Palette, bare_desk: Desk, samples: Samples) -> None:
    with bare_desk.change("Proef") as tx:
        for month in (3, 3, 6):
            tx.add("action", {"title": "Gevel schoon", "theme_line": samples.a.id, "due_on": date(2026, month, 12)})
        tx.add("action", {"title": "Gevel in maart", "theme_line": samples.a.id, "due_on": date(2025, 5, 1)})
    type_text(palette.line, "gevel maart")
    assert shown(palette)[:3] == ["Gevel in maart", "Gevel schoon", "Gevel schoon"], "by its words, then by its day"
    palette.line.clear()
    type_text(palette.line, "gevel jun 2026")
    assert shown(palette)[0] == "Gevel schoon"
    assert chosen(palette).note.startswith("A-")
    palette.line.clear()
    type_text(palette.line, "gevel schoon jun 2025")
    assert "Gevel schoon" not in shown(palette)


def test_namesakes_tell_when_they_are(palette: Palette, bare_desk: Desk, samples: Samples) -> None:
    with bare_desk.change("Proef") as tx:
        for month in (3, 6):
            tx.add("action", {"title": "Gevel schoon", "theme_line": samples.a.id, "due_on": date(2026, month, 12)})
    type_text(palette.line, "gevel")
    notes = [row.note for row in palette.model.rows if row.label == "Gevel schoon"]
    assert len(notes) == 2
    assert any("12 mrt" in note for note in notes)
    assert any("12 jun" in note for note in notes)


def test_ctrl_enter_puts_a_record_on_an_agenda_and_leaves_a_command_alone(palette: Palette) -> None:
    RAN.clear()
    type_text(palette.line, ">afdruk")
    press(palette.line, "Ctrl+Return")
    assert (palette.isVisible(), RAN) == (True, [])
    asked: list[QWidget] = []
    host = palette.window()
    palette.model.rows[1] = replace(chosen(palette), put_forward=asked.append)
    press(palette.line, "Ctrl+Return")
    assert asked == [host]
    assert not palette.isVisible()


def test_the_line_is_high_and_no_row_is_cut_in_half(palette: Palette) -> None:
    assert palette.list.y() in {57, 58}  # below the line of 56 and its rule
    rows = range(palette.model.rowCount())
    heights = [palette.list.sizeHintForRow(row) for row in rows]
    assert palette.list.height() - 8 in {sum(heights[:count]) for count in range(1, len(heights) + 1)}
    assert palette.list.height() <= MOST + 8
