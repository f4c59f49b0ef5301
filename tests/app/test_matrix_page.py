"""The matrix in the window: it fits, is walked by keys, and every cell opens the list it counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vaartdesk.app.themes.matrix_page import MatrixPage
from vaartdesk.app.themes.matrix_view import MatrixView
from vaartdesk.app.themes.page import ThemeViews
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list_detail import ListDetailPage
from window_parts import top_page

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def key(desk: Desk, kind: str, name: str) -> str:
    field = "code" if kind == "theme_line" else "title"
    return str(next(row["id"] for row in desk.rows(kind) if row[field] == name))


def act(desk: Desk, title: str, role: str, line: str) -> Ref:
    values = {"title": title, "owner": key(desk, "role", role), "theme_line": key(desk, "theme_line", line)}
    with desk.change("Actie") as tx:
        return tx.add("action", values)


def matrix_page(window: Window) -> MatrixPage:
    tab = window.frame.show_tab("actions")
    assert isinstance(tab, ThemeViews)
    assert top_page(window).page is not None  # the list was on top before: its record is built
    page = tab.choose("matrix")
    assert isinstance(page, MatrixPage)
    QApplication.processEvents()
    return page


def shown_titles(page: ListDetailPage) -> list[str]:
    rows = page.list.rows
    return [rows.parts(entry).title for entry in page.list.model.entries if isinstance(entry, str)]


def at(view: MatrixView) -> tuple[str, str]:
    found = view.current()
    assert found is not None
    return found.role.title, found.line.code


def centre(view: MatrixView, desk: Desk, role: str, line: str) -> QPoint:
    view.choose(key(desk, "role", role), key(desk, "theme_line", line))
    return view.visualRect(view.currentIndex()).center()


@pytest.mark.accept("A2")
def test_enter_opens_the_list_that_the_cell_counted(open_window: Opened, planned_desk: Desk) -> None:
    act(planned_desk, "Bewegwijzering", "Regisseur", "C")
    act(planned_desk, "Verkeersproef", "Regisseur", "C")
    act(planned_desk, "Fietsen", "Huismeester", "C")
    act(planned_desk, "Etalages", "Regisseur", "A")
    window = open_window("Regisseur")
    page = matrix_page(window)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert at(page.view) == ("Regisseur", "C")
    assert page.foot.counts.text() == "2 open"
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert sorted(shown_titles(top_page(window))) == ["Bewegwijzering", "Verkeersproef"]


@pytest.mark.accept("A2")
def test_a_click_opens_it_too_and_the_mouse_shows_what_is_there(open_window: Opened, planned_desk: Desk) -> None:
    act(planned_desk, "Fietsen", "Huismeester", "C")
    window = open_window("Regisseur")
    page = matrix_page(window)
    point = centre(page.view, planned_desk, "Huismeester", "C")
    page.view.choose(key(planned_desk, "role", "Regisseur"), key(planned_desk, "theme_line", "A"))
    QTest.mouseMove(page.view.viewport(), point)
    assert page.foot.name.text() == "Huismeester × C Bereikbaar"
    assert page.foot.first.text().endswith("Fietsen")
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert shown_titles(top_page(window)) == ["Fietsen"]


def test_an_empty_cell_opens_nothing(open_window: Opened, planned_desk: Desk) -> None:
    page = matrix_page(open_window("Regisseur"))
    point = centre(page.view, planned_desk, "Marketeer", "B")
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.isVisible()
    assert not page.foot.button.isEnabled()


def test_arrows_stay_among_the_cells(open_window: Opened) -> None:
    page = matrix_page(open_window("Regisseur"))
    for move, place in (
        (Qt.Key.Key_Left, ("Regisseur", "A")),
        (Qt.Key.Key_Up, ("Regisseur", "A")),
        (Qt.Key.Key_End, ("Regisseur", "F")),
        (Qt.Key.Key_PageDown, ("Backoffice", "F")),
        (Qt.Key.Key_Down, ("Backoffice", "F")),
        (Qt.Key.Key_Home, ("Backoffice", "A")),
    ):
        QTest.keyClick(page.view, move)
        assert at(page.view) == place


@pytest.mark.accept("A3")
def test_warnings_stand_above_as_chips_and_hear_of_changes(open_window: Opened, planned_desk: Desk) -> None:
    page = matrix_page(open_window("Regisseur"))
    assert [chip.accessibleName() for chip in page.chips] == [
        "C en E hebben geen zwaartepunt",
        "A en F: rol nog niet operationeel",
    ]
    with planned_desk.change("Zwaartepunt") as tx:
        place = {"role": key(planned_desk, "role", "Backoffice"), "theme_line": key(planned_desk, "theme_line", "E")}
        tx.add("matrix_cell", place | {"weight": "zwaartepunt"})
    assert page.chips[0].accessibleName() == "C heeft geen zwaartepunt"


def test_eight_roles_fit_a_small_screen(open_window: Opened, planned_desk: Desk) -> None:
    page = matrix_page(open_window("Regisseur"))
    assert len(page.view.table.matrix.roles) == 8
    assert page.view.verticalScrollBar().maximum() == 0
    assert page.view.horizontalScrollBar().maximum() == 0
    columns = range(page.view.table.columnCount())
    assert sum(page.view.columnWidth(column) for column in columns) <= page.view.viewport().width()


def test_every_cell_is_told_to_a_screen_reader(open_window: Opened) -> None:
    page = matrix_page(open_window("Regisseur"))
    heard = QAccessible.queryAccessibleInterface(page.view)
    names = [heard.child(place).text(QAccessible.Text.Name) for place in range(heard.childCount())]
    assert any(name.startswith("Regisseur, C Bereikbaar: betrokken") for name in names)
    assert "Marketeer, nog niet operationeel" in names


def test_what_is_due_first_opens_its_record(open_window: Opened, planned_desk: Desk) -> None:
    ref = act(planned_desk, "Bewegwijzering", "Regisseur", "C")
    window = open_window("Regisseur")
    page = matrix_page(window)
    page.view.choose(key(planned_desk, "role", "Regisseur"), key(planned_desk, "theme_line", "C"))
    QTest.mouseClick(page.foot.first, Qt.MouseButton.LeftButton)
    assert top_page(window).current() == ref
