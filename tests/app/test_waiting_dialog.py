"""Extra > Wacht op: choose, print, type the answers back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clipping import cut, outside, settle
from keyboard import type_text
from papers import plain, whole
from vaartdesk.app.window.traffic import show_waiting
from vaartdesk.app.window.waiting import WaitingDialog
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.preview.dialog import Preview
from window_parts import dialog, toast

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


@pytest.fixture
def refs(planned_desk: Desk) -> list[Ref]:
    category = planned_desk.rows("ticket_category")[0]["id"]
    found = []
    for title in ("Container vol", "Paal scheef"):
        with planned_desk.change("Melding") as tx:
            ref = tx.add("ticket", {"title": title, "place_text": "elders", "category": category})
        found.append(move_ticket(planned_desk, ref, "doorgezet", {"lies_with": "gemeente"}))
    return found


def opened(window: Window) -> WaitingDialog:
    show_waiting(window)
    found = dialog(window, "waitingDialog")
    assert isinstance(found, WaitingDialog)
    return found


@pytest.mark.accept("X7")
def test_the_answers_are_typed_back_with_keys_alone(open_window: Opened, planned_desk: Desk, refs: list[Ref]) -> None:
    window = open_window()
    shown = opened(window)
    assert shown.party.currentText() == "Gemeente  2"
    assert [row.item.title for row in shown.rows] == ["Container vol", "Paal scheef"]
    assert shown.focusable()[:2] == [shown.party, shown.rows[0].reply]
    shown.rows[0].reply.setFocus(Qt.FocusReason.TabFocusReason)
    for answer in ("Morgen geleegd", "Staat op de lijst"):
        focus = window.frame.focusWidget()
        assert focus is not None
        type_text(focus, answer)
        QTest.keyClick(focus, Qt.Key.Key_Return)
    shown.rows[0].back.click()  # type: ignore[union-attr]
    QTest.keyClick(shown.rows[0].reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "2 antwoorden bewaard" in toast(window)
    assert [note["text"] for note in planned_desk.notes(refs[1])] == ["Antwoord van Gemeente: Staat op de lijst"]
    assert (planned_desk.get(refs[0]) or {})["status"] == "in_behandeling"
    assert [row.item.title for row in shown.rows] == ["Paal scheef"]
    assert planned_desk.drafts.all() == []


def test_what_was_typed_is_there_again_after_closing(open_window: Opened, refs: list[Ref]) -> None:
    window = open_window()
    shown = opened(window)
    type_text(shown.rows[1].reply, "Halve zin")
    shown.reject()
    again = opened(window)
    assert [row.reply.text() for row in again.rows] == ["", "Halve zin"]
    again.save()
    assert "1 antwoord bewaard" in toast(window)


@pytest.mark.accept("X7")
def test_it_prints_for_the_meeting(open_window: Opened, refs: list[Ref], qtbot: QtBot) -> None:
    window = open_window()
    opened(window).print_button.click()
    qtbot.waitUntil(lambda: bool(dialog(window, "preview")) and bool(dialog(window, "preview").data))
    preview = dialog(window, "preview")
    assert isinstance(preview, Preview)
    assert "2 punten wachten op een antwoord." in plain(whole(preview.data))


def test_words_that_say_too_much_are_warned_of_first(open_window: Opened, planned_desk: Desk, refs: list[Ref]) -> None:
    shown = opened(open_window())
    type_text(shown.rows[0].reply, "De dader is bekend")
    shown.save()
    if not planned_desk.notes(refs[0]):
        assert shown.problem.isVisible()
        shown.anyway.click()
    assert planned_desk.notes(refs[0])


def test_when_nothing_waits_it_says_so(open_window: Opened) -> None:
    shown = opened(open_window())
    assert shown.rows == []
    assert not shown.save_button.isEnabled()
    assert not shown.print_button.isEnabled()
    assert shown.findChild(QWidget, "reply") is None


def test_nothing_is_cut_and_every_answer_says_what_it_is_about(open_window: Opened, refs: list[Ref]) -> None:
    window = open_window(width=1024, height=640)
    shown = opened(window)
    settle(window.frame)
    assert cut(shown) == []
    assert outside(shown) == []
    assert [row.reply.accessibleName() for row in shown.rows] == [
        "Antwoord op M-2026-0001 Container vol",
        "Antwoord op M-2026-0002 Paal scheef",
    ]
