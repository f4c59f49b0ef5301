"""Records that belong to another one stand on its page, and open over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from vaartdesk.schema.kind import part_kinds
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.parts import Parts
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.record_dialog import RecordDialog
from vaartdesk.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def person(bare_desk: Desk) -> Ref:
    with bare_desk.change("Contact") as tx:
        made = tx.add("person", {"title": "Bakker"})
        other = tx.add("person", {"title": "Ander"})
        shop = tx.add("organisation", {"title": "Bakkerij De Brink"})
        tx.add("function", {"person": made.id, "organisation": shop.id, "title": "Voorzitter"})
        tx.add("function", {"person": other.id, "organisation": shop.id, "title": "Penningmeester"})
    return made


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def page(bare_desk: Desk, person: Ref, qtbot: QtBot, dressed: QApplication, stage: Stage) -> Iterator[ListDetailPage]:
    made = ListDetailPage(bare_desk, bare_desk.kinds["person"], stage)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_record(person)
    qtbot.waitUntil(lambda: parts(made).ref == person)
    yield made
    made.close()


def parts(page: ListDetailPage) -> Parts:
    found = page.findChild(Parts)
    assert found is not None
    return found


def titles(page: ListDetailPage) -> list[str]:
    section = parts(page).sections[0]
    return [str(section.rows.values[str(entry)]["title"]) for entry in section.model.entries]


def test_the_kinds_of_parts_follow_from_their_parent_field(bare_desk: Desk) -> None:
    assert [kind.name for kind in part_kinds(bare_desk.kinds, bare_desk.kinds["person"])] == ["function"]
    assert part_kinds(bare_desk.kinds, bare_desk.kinds["action"]) == []


def test_only_the_parts_of_this_record_are_shown(page: ListDetailPage) -> None:
    assert titles(page) == ["Voorzitter"]
    assert parts(page).sections[0].isVisible()
    assert parts(page).sections[0].head.count_text == "1"


def test_a_part_opens_over_the_page_saves_when_left_and_the_section_follows(
    page: ListDetailPage, bare_desk: Desk
) -> None:
    parts(page).sections[0].view.setFocus()
    press(parts(page).sections[0].view, "Down")
    press(parts(page).sections[0].view, "Return")
    dialog = page.window().findChild(RecordDialog)
    assert dialog is not None
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.objectName() == "title"
    line.selectAll()
    type_text(line, "Secretaris")
    dialog.close_button.click()
    assert titles(page) == ["Secretaris"]
    assert not dialog.isVisible()


def test_a_part_is_added_with_this_record_as_its_parent(page: ListDetailPage, bare_desk: Desk, person: Ref) -> None:
    parts(page).sections[0].add.click()
    asked = page.window().findChild(QWidget, "question")
    assert asked is not None
    line = asked.findChild(QLineEdit, "title")
    assert line is not None
    type_text(line, "Lid")
    organisation = asked.findChild(QLineEdit, "organisation")
    assert organisation is not None
    type_text(organisation, "bakkerij")
    press(organisation, "Return")
    agree = asked.findChild(QPushButton, "agree")
    assert agree is not None
    agree.click()
    assert titles(page) == ["Voorzitter", "Lid"]


def test_del_takes_a_part_away_with_a_way_back(
    page: ListDetailPage, bare_desk: Desk, qtbot: QtBot, stage: Stage
) -> None:
    view = parts(page).sections[0].view
    view.setFocus()
    press(view, "Down")
    with qtbot.waitSignal(stage.announced) as told:
        press(view, "Del")
    assert told.args == ["Naar de prullenbak: Voorzitter", True]
    assert titles(page) == []
    assert not parts(page).sections[0].isVisible()
    assert parts(page)._offers["function"].isVisible()
    bare_desk.undo()
    assert titles(page) == ["Voorzitter"]
