"""The board in the window: undoing a move stays with the cards, and what is done makes room for what is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vaartdesk.kinds.actions.view.board_page import BoardPage
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def act(desk: Desk, title: str, status: str) -> Ref:
    line = next(row["id"] for row in desk.rows("theme_line") if row["code"] == "C")
    with desk.change("Actie") as tx:
        return tx.add("action", {"title": title, "status": status, "theme_line": line, "due_on": date(2026, 11, 24)})


def board_of(window: Window) -> BoardPage:
    page = window.frame.show_tab("actions").choose("board")  # type: ignore[attr-defined]
    assert isinstance(page, BoardPage)
    QApplication.processEvents()
    return page


@pytest.mark.accept("A5")
def test_undoing_a_move_stays_on_the_board_with_the_card(open_window: Opened, planned_desk: Desk) -> None:
    ref = act(planned_desk, "Bewegwijzering", "gepland")
    window = open_window("Regisseur")
    board = board_of(window)
    assert board.reveal(ref)
    held = next(column for column in board.columns if column.value == "gepland")
    QTest.keyClick(held.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (planned_desk.get(ref) or {})["status"] == "loopt"

    window.undo()
    assert (planned_desk.get(ref) or {})["status"] == "gepland"
    assert window.frame.page("actions").currentWidget() is board  # type: ignore[union-attr]
    assert board.current() == ref

    goal = planned_desk.rows("goal")[0]
    with planned_desk.change("Doel") as tx:
        tx.set(Ref("goal", goal["id"]), "title", "Anders")
    window.undo()
    assert window.frame.page("actions").currentWidget() is not board, "what the board has no card of is shown elsewhere"  # type: ignore[union-attr]


def test_by_theme_line_what_is_done_stands_last_and_says_so(open_window: Opened, planned_desk: Desk) -> None:
    act(planned_desk, "Gedaan", "gereed")
    act(planned_desk, "Te doen", "loopt")
    board = board_of(open_window("Regisseur"))
    board.groups.choose("theme_line")
    cards = next(column.list.cards.rows for column in board.columns if column.label == "Bereikbaar")
    assert cards[-1].parts.title == "Gedaan"
    assert cards[-1].parts.due is not None
    assert cards[-1].parts.due.text == "gereed"
    assert "Te doen" in [card.parts.title for card in cards[:-1]]
