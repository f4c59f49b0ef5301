"""Quick entry: four fields, no mouse, Enter; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from sample_records import Samples
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def host(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def stage() -> Stage:
    return Stage()


def opened(host: QWidget, desk: Desk, stage: Stage) -> QuickEntry:
    entry = QuickEntry(desk, desk.kinds["action"], stage)
    stage.show_dialog(host, entry)
    return entry


def typed(text: str) -> None:
    """Into whatever has the focus, as a person types."""
    for part in text:
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, part)


def titles(desk: Desk) -> list[str]:
    return [row["title"] for row in desk.rows("action")]


def test_four_fields_by_keyboard_and_enter_make_a_record(
    host: QWidget, bare_desk: Desk, stage: Stage, samples: Samples
) -> None:
    entry = opened(host, bare_desk, stage)
    made: list[Ref] = []
    entry.saved.connect(made.append)
    assert entry.number.text() == "wordt A-006"
    typed("Afvalcontainer loopt over")
    press(QApplication.focusWidget(), "Tab")  # type: ignore[arg-type]
    typed("regi\n")
    press(QApplication.focusWidget(), "Tab")  # type: ignore[arg-type]
    typed("4 dec\t")
    press(QApplication.focusWidget(), "Left")  # type: ignore[arg-type]
    press(QApplication.focusWidget(), "Return")  # type: ignore[arg-type]
    values = bare_desk.get(made[0]) or {}
    assert (values["title"], values["owner"], values["due_on"], values["priority"], values["number"]) == (
        "Afvalcontainer loopt over", samples.other.id, date(2026, 12, 4), "hoog", "A-006",
    )  # fmt: skip
    assert host.findChild(QWidget, "scrim") is None or not entry.isVisible()


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_made(
    host: QWidget, bare_desk: Desk, stage: Stage
) -> None:
    entry = opened(host, bare_desk, stage)
    before = titles(bare_desk)
    entry.save()
    assert entry.boxes["title"].problem
    typed("Iets")
    entry.boxes["due_on"].editor.put_text("31 nov")
    entry.save()
    assert entry.boxes["due_on"].problem == "November heeft 30 dagen."
    assert titles(bare_desk) == before
    assert entry.isVisible()


def test_what_is_typed_survives_a_crash_and_escape_throws_it_away(
    host: QWidget, bare_desk: Desk, stage: Stage, qtbot: QtBot
) -> None:
    first = opened(host, bare_desk, stage)
    typed("Half verhaal")
    qtbot.waitUntil(lambda: "title" in bare_desk.drafts.of("action"))
    first.hide()
    again = opened(host, bare_desk, stage)
    line = again.findChild(QLineEdit, "title")
    assert line is not None
    assert line.text() == "Half verhaal"
    again.reject()
    assert not bare_desk.drafts.of("action")


def test_a_photo_comes_along_in_the_same_change(
    host: QWidget, bare_desk: Desk, stage: Stage, photo_file: Callable[[], Path]
) -> None:
    entry = opened(host, bare_desk, stage)
    made: list[Ref] = []
    entry.saved.connect(made.append)
    typed("Met foto")
    entry.photos.take([photo_file()])
    entry.save()
    assert [file["is_photo"] for file in bare_desk.attachments(made[0])] == [True]
    bare_desk.undo()
    assert "Met foto" not in titles(bare_desk)


def test_a_photo_that_was_not_saved_yet_survives_a_crash(
    host: QWidget, bare_desk: Desk, stage: Stage, photo_file: Callable[[], Path]
) -> None:
    entry = opened(host, bare_desk, stage)
    entry.photos.take([photo_file()])
    entry.photos.finished()
    entry.hide()
    again = opened(host, bare_desk, stage)
    assert [file.is_photo for file in again.photos.files] == [True]


def test_a_broken_photo_is_told_and_hinders_nothing(
    host: QWidget, bare_desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "kapot.jpg"
    path.write_bytes(b"geen foto")
    entry = opened(host, bare_desk, stage)
    entry.photos.take([path])
    assert entry.photos.finished() == []
    assert "foto" in entry.photos.note.text().lower()


def test_further_fields_are_added_from_the_form(host: QWidget, bare_desk: Desk, stage: Stage) -> None:
    entry = opened(host, bare_desk, stage)
    names = [field.name for field in entry.others()]
    assert "description" in names
    assert "title" not in names
    entry.add_field("budget")
    typed("12,50")
    typed("\n")
    assert entry.boxes["title"].problem
    assert entry.values()[0]["budget"] == 1250


def test_words_from_elsewhere_stand_in_the_first_field(host: QWidget, bare_desk: Desk, stage: Stage) -> None:
    stage.ask_new("action", "cafe")
    entry = opened(host, bare_desk, stage)
    assert entry.boxes["title"].editor.text() == "cafe"
