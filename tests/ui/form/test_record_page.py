"""The page of a record on a real workspace: leaving a field saves it, and what is wrong says why beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from sample_records import Samples
from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def page(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication, stage: Stage) -> RecordPage:
    made = RecordPage(bare_desk, bare_desk.kinds["action"], stage)
    qtbot.addWidget(made)
    made.resize(706, 700)
    made.show()
    made.show_record(samples.pilot)
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def line(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def retype(widget: QLineEdit, text: str) -> None:
    """As a person does: click, select all, type."""
    widget.setFocus()
    widget.selectAll()
    type_text(widget, text or "\b")


def problem(page: RecordPage, name: str) -> str:
    return page.saver.boxes[name].problem


def test_it_shows_every_field_of_the_sections_under_its_attribute_name(page: RecordPage) -> None:
    assert line(page, "title").text() == "Pilot leegstandsetalages"
    assert line(page, "due_on").text() == "za 21-11-2026"
    assert line(page, "owner").text() == "Verbinder"
    priority = page.findChild(QComboBox, "priority")
    assert priority is not None
    assert priority.currentText() == "Gewoon"
    assert page.findChild(QPlainTextEdit, "description") is not None
    status = page.findChild(QToolButton, "status")
    assert status is not None
    assert "Loopt" in status.accessibleName()
    assert page.head.meta.text().startswith("A-001")


def test_enter_and_leaving_a_field_save_it_in_one_change_named_after_it(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    retype(line(page, "title"), "Pilot etalages\n")
    assert (bare_desk.get(samples.pilot) or {})["title"] == "Pilot etalages"
    assert bare_desk.undoing.undo_label == "Actie gewijzigd"
    retype(line(page, "due_on"), "4 dec")
    line(page, "title").setFocus()
    assert (bare_desk.get(samples.pilot) or {})["due_on"] == date(2026, 12, 4)
    assert line(page, "due_on").text() == "vr 04-12-2026"


def test_leaving_without_typing_changes_nothing(page: RecordPage, bare_desk: Desk, samples: Samples) -> None:
    before = len(bare_desk.history(samples.pilot))
    for name in ("title", "due_on", "owner", "budget"):
        line(page, name).setFocus()
    page.flush()
    assert len(bare_desk.history(samples.pilot)) == before


def test_a_wrong_field_says_why_and_keeps_the_text(page: RecordPage, bare_desk: Desk, samples: Samples) -> None:
    retype(line(page, "due_on"), "31-11-2026\n")
    assert problem(page, "due_on") == "November heeft 30 dagen."
    assert line(page, "due_on").text() == "31-11-2026"
    assert line(page, "due_on").property("state") == "error"
    assert (bare_desk.get(samples.pilot) or {})["due_on"] == date(2026, 11, 21)
    retype(line(page, "due_on"), "30-11-2026\n")
    assert problem(page, "due_on") == ""
    assert (bare_desk.get(samples.pilot) or {})["due_on"] == date(2026, 11, 30)


def test_a_rule_that_refuses_is_told_beside_its_field(page: RecordPage, bare_desk: Desk, samples: Samples) -> None:
    page.fields.grids[0].add("starts_on")
    retype(line(page, "starts_on"), "1-12-2026\n")
    assert problem(page, "due_on") == "De deadline ligt voor het begin."
    assert line(page, "starts_on").text() == "1-12-2026"
    assert (bare_desk.get(samples.pilot) or {})["starts_on"] is None


def test_a_required_field_cannot_be_emptied(page: RecordPage, bare_desk: Desk, samples: Samples) -> None:
    retype(line(page, "title"), "")
    press(line(page, "title"), "Return")
    assert problem(page, "title")
    assert (bare_desk.get(samples.pilot) or {})["title"] == "Pilot leegstandsetalages"


def test_escape_gives_the_stored_value_back(page: RecordPage) -> None:
    retype(line(page, "title"), "Iets anders")
    press(line(page, "title"), "Escape")
    assert line(page, "title").text() == "Pilot leegstandsetalages"
    assert page.flush()


def test_ctrl_z_undoes_typing_first_and_belongs_to_the_program_when_there_is_none(page: RecordPage) -> None:
    title = line(page, "title")
    reached: list[str] = []
    action = QAction(page)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: reached.append("program"))
    page.addAction(action)
    retype(title, "I")
    press(title, "Ctrl+Z")
    assert title.text() == "Pilot leegstandsetalages"
    assert not reached
    retype(title, "Iets\n")
    press(title, "Ctrl+Z")
    assert reached == ["program"]


def test_a_change_from_elsewhere_shows_unless_the_field_is_being_typed_in(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    retype(line(page, "title"), "Half gety")
    with bare_desk.change("Elders") as tx:
        tx.update(samples.pilot, {"title": "Van elders", "budget": 250_00})
    assert line(page, "title").text() == "Half gety"
    assert "250,00" in line(page, "budget").text()
    press(line(page, "title"), "Escape")
    assert line(page, "title").text() == "Van elders"


def test_another_record_of_the_kind_fills_the_same_widgets(page: RecordPage, samples: Samples) -> None:
    before = {name: box.editor.widget for name, box in page.saver.boxes.items()}
    page.show_record(samples.light)
    assert line(page, "title").text() == "Sfeerverlichting Kruisstraat"
    assert {name: box.editor.widget for name, box in page.saver.boxes.items()} == before


def test_what_is_being_typed_is_saved_when_another_record_is_chosen(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    retype(line(page, "title"), "Bewaard bij het wisselen")
    page.show_record(samples.light)
    assert (bare_desk.get(samples.pilot) or {})["title"] == "Bewaard bij het wisselen"


def test_typing_survives_a_crash_as_a_draft_and_is_offered_again(
    page: RecordPage, bare_desk: Desk, samples: Samples, qtbot: QtBot, stage: Stage
) -> None:
    retype(line(page, "title"), "Nog niet klaar")
    qtbot.waitUntil(lambda: "title" in bare_desk.drafts.of("action", samples.pilot.id))
    again = RecordPage(bare_desk, bare_desk.kinds["action"], stage)
    qtbot.addWidget(again)
    again.show_record(samples.pilot)
    assert line(again, "title").text() == "Nog niet klaar"
    assert problem(again, "title").startswith("Nog niet bewaard")
    press(line(again, "title"), "Return")
    assert (bare_desk.get(samples.pilot) or {})["title"] == "Nog niet klaar"
    assert not bare_desk.drafts.of("action", samples.pilot.id)


def test_the_state_offers_the_allowed_moves_only(
    page: RecordPage, bare_desk: Desk, samples: Samples, qtbot: QtBot, stage: Stage
) -> None:
    offered = [action.text() for action in page.head.commands.status.menu().actions()]
    assert offered == ["Wacht", "Gereed"]
    with qtbot.waitSignal(stage.announced) as told:
        page.head.commands.status.menu().actions()[0].trigger()
    assert told.args == ["A-001: Wacht", True]
    assert (bare_desk.get(samples.pilot) or {})["status"] == "wacht"
    assert [a.text() for a in page.head.commands.status.menu().actions()] == ["Loopt"]


def test_optional_fields_wait_under_a_button_until_they_are_filled(page: RecordPage, samples: Samples) -> None:
    box = page.saver.boxes["phase"]
    assert box.isHidden()
    button = page.fields.grids[0].buttons["phase"]
    button.click()
    assert not box.isHidden()
    assert button.isHidden()
    retype(line(page, "phase"), "Eerste\n")
    page.show_record(samples.light)
    assert box.isHidden()
    page.show_record(samples.pilot)
    assert not box.isHidden()


def test_a_reference_is_found_by_typing_and_cleared_by_emptying(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    retype(line(page, "owner"), "regisseur\n")
    assert (bare_desk.get(samples.pilot) or {})["owner"] == samples.other.id
    assert line(page, "owner").text() == "Regisseur"
    retype(line(page, "owner"), "bestaat niet\n")
    assert "niet gevonden" in problem(page, "owner")
    assert line(page, "owner").text() == "bestaat niet"
    retype(line(page, "owner"), "")
    press(line(page, "owner"), "Return")
    assert (bare_desk.get(samples.pilot) or {})["owner"] is None


def test_links_are_added_by_typing_and_taken_away_by_their_cross(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    retype(line(page, "other_lines_add"), "prettig\n")
    assert (bare_desk.get(samples.pilot) or {})["other_lines"] == (samples.b.id,)
    chips = [b for b in page.findChildren(QToolButton) if b.text() == "Prettig & comfortabel"]
    press(chips[0], "Del")
    assert (bare_desk.get(samples.pilot) or {})["other_lines"] == ()


def test_a_note_goes_into_the_log_with_ctrl_enter(
    page: RecordPage, bare_desk: Desk, samples: Samples, qtbot: QtBot
) -> None:
    page.log.add.click()
    type_text(page.log.area, "Gebeld met de eigenaar")
    press(page.log.area, "Ctrl+Return")
    assert [note["text"] for note in bare_desk.notes(samples.pilot)] == ["Gebeld met de eigenaar"]
    model = page.log.view.model()
    qtbot.waitUntil(lambda: "Gebeld" in str(model.index(0, 0).data()))


def test_a_command_asks_its_fields_runs_and_tells(
    page: RecordPage, bare_desk: Desk, samples: Samples, qtbot: QtBot, stage: Stage
) -> None:
    page.head.commands.buttons["finish"].click()
    asked = page.window().findChild(QWidget, "question")
    assert asked is not None
    agree = asked.findChild(QPushButton, "agree")
    assert agree is not None
    agree.click()
    assert (bare_desk.get(samples.pilot) or {})["status"] == "loopt"
    area = asked.findChild(QPlainTextEdit, "result")
    assert area is not None
    type_text(area, "Tien etalages gevuld")
    with qtbot.waitSignal(stage.announced):
        agree.click()
    values = bare_desk.get(samples.pilot) or {}
    assert (values["status"], values["result"]) == ("gereed", "Tien etalages gevuld")
    assert page.head.commands.buttons["finish"].isHidden()


@pytest.mark.accept("G6")
def test_history_tells_who_when_field_old_and_new(
    page: RecordPage, bare_desk: Desk, samples: Samples, clock: FixedClock
) -> None:
    clock.advance(timedelta(minutes=12))
    bare_desk.set_who(samples.role)
    retype(line(page, "due_on"), "4 dec\n")
    page.head.history.click()
    shown = page.window().findChild(QWidget, "historyDialog")
    assert shown is not None
    entries = shown.view.model()  # type: ignore[attr-defined]
    first = str(entries.index(0, 0).data())
    assert first == "24-11 09:42, Deadline: za 21 nov → vr 4 dec, Verbinder"


def test_a_deleted_record_leaves_the_page_readable_but_locked(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    with bare_desk.change("Verwijderd") as tx:
        tx.delete(samples.pilot)
    assert line(page, "title").isReadOnly()
    bare_desk.undo()
    assert not line(page, "title").isReadOnly()


def test_a_picture_that_is_dropped_is_stored_small_and_shown(
    page: RecordPage, bare_desk: Desk, samples: Samples, qtbot: QtBot, photo_file: Callable[[], object]
) -> None:
    page.files.take([photo_file()])  # type: ignore[list-item]
    qtbot.waitUntil(lambda: bool(bare_desk.attachments(samples.pilot)))
    kept = bare_desk.attachments(samples.pilot)[0]
    assert kept["is_photo"]
    assert bare_desk.file(kept["sha256"]).exists()
    qtbot.waitUntil(page.files.photos.isVisible)
    page.files.remove(kept["id"])
    qtbot.waitUntil(lambda: not page.files.photos.isVisible())
    bare_desk.undo()
    qtbot.waitUntil(page.files.photos.isVisible)
