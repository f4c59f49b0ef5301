"""Two laptops changed the same field: both values are kept, the mark says so, a person chooses (picture 10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sample_kinds import SAMPLES
from sample_records import Samples
from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import hand_out, take_in
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.form.versions import VersionsDialog
from vaartdesk.ui.stage import Stage
from workspace import open_desk


@pytest.fixture
def page(
    bare_desk: Desk, samples: Samples, tmp_path: Path, clock: FixedClock, qtbot: QtBot, dressed: QApplication
) -> Iterator[RecordPage]:
    """The page of an action whose deadline and budget were set differently on a second laptop."""
    bare_desk.set_who(samples.other)
    with open_desk(tmp_path / "tweede", clock, kinds=SAMPLES) as second:
        take_in(second, hand_out(bare_desk) or b"")
        second.set_who(samples.role)
        with second.change("Deadline gewijzigd") as tx:
            tx.update(samples.pilot, {"due_on": date(2026, 11, 25), "budget": 100_00})
        clock.advance(timedelta(minutes=5))
        with bare_desk.change("Deadline gewijzigd") as tx:
            tx.update(samples.pilot, {"due_on": date(2026, 11, 27), "budget": 200_00})
        take_in(bare_desk, hand_out(second) or b"")
    made = RecordPage(bare_desk, bare_desk.kinds["action"], Stage())
    qtbot.addWidget(made)
    made.resize(706, 700)
    made.show()
    made.show_record(samples.pilot)
    qtbot.waitUntil(lambda: made.findChild(QPushButton, "due_on_versions") is not None)
    yield made
    made.close()


def dialog(page: RecordPage) -> VersionsDialog:
    button = page.findChild(QPushButton, "due_on_versions")
    assert button is not None
    button.click()
    found = page.findChild(VersionsDialog, "versionsDialog")
    assert found is not None
    return found


def choose(found: VersionsDialog, words: str) -> None:
    card = next(card for card in found.cards if words in card.version.shown)
    card.radio.setChecked(True)


@pytest.mark.accept("S2")
def test_the_field_says_how_many_values_there_are_and_shows_who_wrote_them(page: RecordPage) -> None:
    button = page.findChild(QPushButton, "due_on_versions")
    assert button is not None
    assert button.text() == "2 waarden"
    found = dialog(page)
    told = {(card.version.shown, card.version.who) for card in found.cards}
    assert told == {("27 november 2026", "Regisseur"), ("25 november 2026", "Verbinder")}
    assert {card.radio.text() for card in found.cards} == {"Jij, op deze laptop", "Verbinder"}
    assert {card.version.when for card in found.cards} == {"vandaag 09:30", "vandaag 09:35"}
    assert (found.count.text(), found.explanation.isVisible()) == ("1 van 2", True)
    assert found.note.text().startswith("Was: ")
    assert "De andere waarde blijft in de geschiedenis staan." in found.note.text()


@pytest.mark.accept("S2")
def test_the_chosen_value_counts_and_the_mark_goes(
    page: RecordPage, bare_desk: Desk, samples: Samples, qtbot: QtBot
) -> None:
    found = dialog(page)
    choose(found, "25 november")
    found.keep.click()
    assert (bare_desk.get(samples.pilot) or {})["due_on"] == date(2026, 11, 25)
    assert set(bare_desk.conflicts(samples.pilot)) == {"budget"}
    found.keep.click()
    assert not bare_desk.conflicts(samples.pilot)
    mark = page.findChild(QWidget, "due_on_versions")
    assert mark is not None
    qtbot.waitUntil(mark.isHidden)


def test_one_choice_can_count_for_the_others_too(page: RecordPage, bare_desk: Desk, samples: Samples) -> None:
    found = dialog(page)
    assert found.rest.text() == "Ook voor het andere veld"
    found.rest.setChecked(True)
    found.keep.click()
    assert not bare_desk.conflicts(samples.pilot)
    values = bare_desk.get(samples.pilot) or {}
    assert (values["due_on"], values["budget"]) == (date(2026, 11, 27), 200_00)


def test_both_can_be_written_into_the_log(page: RecordPage, bare_desk: Desk, samples: Samples) -> None:
    found = dialog(page)
    found.both.click()
    noted = [note["text"] for note in bare_desk.notes(samples.pilot)]
    assert noted == ["Deadline: Regisseur: 27 november 2026 / Verbinder: 25 november 2026"]


def test_later_leaves_both_values(page: RecordPage, bare_desk: Desk, samples: Samples) -> None:
    found = dialog(page)
    found.reject()
    assert set(bare_desk.conflicts(samples.pilot)) == {"due_on", "budget"}
