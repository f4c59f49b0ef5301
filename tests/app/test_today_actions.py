"""What a row of Vandaag can do where it stands: the button of a signal, and the menu of any row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from today import lines_of, page_of, row_called, ticket
from vaartdesk.kinds.signals.commands import write_signal
from vaartdesk.schema.listing import RowParts
from vaartdesk.store.desk import Desk
from vaartdesk.ui.preview.dialog import Preview
from vaartdesk.ui.question import Question

if TYPE_CHECKING:
    from vaartdesk.app.today.view import TodayPage
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")  # offscreen says so of every menu


def menu_of(page: TodayPage) -> QMenu:
    menus = [menu for menu in page.findChildren(QMenu, "rowMenu") if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


@pytest.mark.parametrize("way", ["button", "key", "menu key"])
def test_a_signal_offers_what_can_become_of_it(open_window: Opened, planned_desk: Desk, qtbot: QtBot, way: str) -> None:
    write_signal(planned_desk, "Ondernemers vragen om langer licht op koopavond")
    page = page_of(open_window(), qtbot)
    row = row_called(page, "Ondernemers vragen om langer licht op koopavond")
    page.list.scrollTo(page.model.index(row, 0))
    parts = page.model.parts(page.model.entries[row])
    assert isinstance(parts, RowParts)
    assert (parts.due, parts.chip) == (None, None)
    assert "vandaag 09:30" in [str(part) for part in parts.meta]

    if way == "button":
        place = page.list.button_of(row).center()
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    else:
        page.list.setFocus()
        page.list.setCurrentIndex(page.model.index(row, 0))
        if way == "key":
            QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        else:
            page.list.acted.emit(row, QPoint(10, 10))
    menu = menu_of(page)
    words = [action.text() for action in menu.actions() if action.text()]
    offered = [
        str(command.label) for command in planned_desk.kinds["signal"].commands if command.name != "write_signal"
    ]
    assert words == [*offered, "Openen"]
    assert "Agenderen" in words
    menu.close()


def test_what_is_chosen_in_the_menu_is_done(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    made = write_signal(planned_desk, "Hangjeugd bij de fietsenstalling")
    window = open_window()
    page = page_of(window, qtbot)
    page.show_menu(row_called(page, "Hangjeugd bij de fietsenstalling"), QPoint(10, 10))
    menu = menu_of(page)
    next(action for action in menu.actions() if action.text() == "Afsluiten").trigger()
    menu.close()
    question = window.frame.findChild(Question)
    assert question is not None
    question.boxes["outcome"].editor.show_value("Besproken met jongerenwerk")
    question.send()

    values = planned_desk.get(made)
    assert values is not None
    assert values["status"] == "afgesloten"
    assert "Nieuwe signalen" not in lines_of(page)


def test_a_row_without_an_action_has_no_button(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    ticket(planned_desk, "Lichtmast brandt niet", "2026-11-02")
    page = page_of(open_window(), qtbot)
    assert page.list.button_of(row_called(page, "Lichtmast brandt niet")).isEmpty()


@pytest.mark.accept("X1")
def test_a_signal_becomes_an_action_from_the_list(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    made = write_signal(planned_desk, "Ondernemers vragen om langer licht")
    window = open_window("Regisseur")
    page = page_of(window, qtbot)
    page.show_menu(row_called(page, "Ondernemers vragen om langer licht"), QPoint(10, 10))
    menu = menu_of(page)
    next(action for action in menu.actions() if action.text() == "Omzetten in actie").trigger()
    menu.close()
    question = window.frame.findChild(Question)
    assert question is not None
    assert question.values()["title"] == "Ondernemers vragen om langer licht"
    question.send()

    assert window.frame.current_tab() == "actions"
    shown = window.frame.page("actions")
    (link,) = planned_desk.chain(made)
    assert shown is not None
    assert shown.current() == link.ref  # type: ignore[attr-defined]
    assert planned_desk.title(link.ref) == "Ondernemers vragen om langer licht"


@pytest.mark.parametrize(("width", "words"), [(1366, ""), (1920, "Dagoverzicht")])
def test_the_day_is_shown_on_paper(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, width: int, words: str
) -> None:
    ticket(planned_desk, "Lichtmast brandt niet", "2026-11-02")
    window = open_window("Huismeester", width)
    page = page_of(window, qtbot)
    assert page.paper.text() == words
    assert page.paper.accessibleName() == "Dagoverzicht"
    QTest.mouseClick(page.paper, Qt.MouseButton.LeftButton)
    preview = window.frame.findChild(Preview)
    assert preview is not None
    qtbot.waitUntil(lambda: bool(preview.data))
    assert preview.job.name == "Dagoverzicht-2026-11-24.pdf"
    preview.reject()
