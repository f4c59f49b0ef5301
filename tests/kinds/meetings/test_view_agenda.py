"""Building an agenda by hand and by keys: order, times, minutes, purposes, and the stock beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dragging import LEFT, drag, middle
from evening import Evening, choose
from keyboard import press, type_text
from vaartdesk.kinds.meetings.view.agenda_page import AgendaPage
from vaartdesk.kinds.meetings.view.agenda_paint import row_height
from vaartdesk.kinds.meetings.view.agenda_view import AgendaView
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.question import Question

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def shown(view: AgendaView) -> list[str]:
    return [f"{row.number} {row.title}" for row in view.rows_model.rows]


# --- order -----------------------------------------------------------------------------------------------------------


@pytest.mark.accept("M3")
def test_dragging_an_item_up_renumbers_the_agenda_and_its_times(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    place = view.visualRect(view.rows_model.index(1, 0)).topLeft() + QPoint(100, 3)

    drag(view.viewport(), middle(view, 5), place)

    assert shown(view)[:3] == ["1 Opening en agenda", "2 Fietsparkeren", "3 Mededelingen en post"]
    assert shown(view) == evening.order()
    assert [row.starts for row in view.rows_model.rows[:3]] == ["19:30", "19:35", "19:50"]
    assert view.current() == evening.items["Fietsparkeren"]


@pytest.mark.accept("M3")
def test_dropping_further_to_the_right_makes_a_sub_item(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    below = view.visualRect(view.rows_model.index(1, 0)).bottomLeft()

    drag(view.viewport(), middle(view, 5), QPoint(150, below.y() + 2))

    assert shown(view)[1:4] == ["2 Mededelingen en post", "2.1 Fietsparkeren", "3 Verslag en lijsten"]
    assert shown(view) == evening.order()


def test_a_drag_beside_the_lists_changes_nothing(page: AgendaPage, evening: Evening) -> None:
    before = evening.order()
    view = page.agenda.view
    drag(view.viewport(), middle(view, 5), QPoint(-120, 40))
    assert evening.order() == before
    assert view.drop is None
    assert not any(card.isVisible() for card in page.window().findChildren(QWidget, "carried"))


def test_alt_with_arrows_moves_an_item_and_stays_on_it(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    view.choose(evening.items["Jaarkalender"].id)
    view.setFocus()
    press(view, "Alt+Up")
    press(view, "Alt+Up")
    assert evening.order()[2] == "3 Jaarkalender"
    press(view, "Alt+Down")
    assert evening.order()[3] == "4 Jaarkalender"
    assert view.current() == evening.items["Jaarkalender"]


def test_alt_right_puts_an_item_under_the_one_above_and_alt_left_takes_it_out(
    page: AgendaPage, evening: Evening
) -> None:
    view = page.agenda.view
    view.choose(evening.items["Verslag en lijsten"].id)
    view.setFocus()
    press(view, "Alt+Right")
    assert evening.order()[2] == "2.1 Verslag en lijsten"
    press(view, "Alt+Left")
    assert evening.order()[2] == "3 Verslag en lijsten"


def test_one_undo_takes_back_one_move(page: AgendaPage, evening: Evening, planned_desk: Desk) -> None:
    before = shown(page.agenda.view)
    view = page.agenda.view
    drag(view.viewport(), middle(view, 5), QPoint(100, row_height() + 3))
    assert shown(view) != before
    planned_desk.undo()
    assert shown(view) == before


# --- times -----------------------------------------------------------------------------------------------------------


@pytest.mark.accept("M5")
def test_what_runs_over_the_planned_end_is_told_and_shown_in_red(page: AgendaPage, evening: Evening) -> None:
    bar, view = page.agenda.bar, page.agenda.view
    assert bar.span() == "19:30 – 21:38"
    assert bar.overrun() == "8 min te lang"
    assert bar.planned_end() == "einde 21:30"
    assert [row.title for row in view.rows_model.rows if row.is_over] == ["Rondvraag en sluiting"]
    over = [(piece.row.title, piece.start, piece.end) for piece in bar.pieces if piece.is_over]
    assert over == [("Begroting", 120, 123), ("Rondvraag en sluiting", 123, 128)]


@pytest.mark.accept("M5")
def test_fewer_minutes_end_in_time_and_nothing_is_red(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    view.choose(evening.items["Jaarkalender"].id)
    view.setFocus()
    type_text(view, "1")
    assert view.edit_line.isVisible()
    type_text(view.edit_line, "7\n")
    assert evening.value(evening.items["Jaarkalender"], "minutes") == 17
    assert page.agenda.bar.overrun() == ""
    assert not any(piece.is_over for piece in page.agenda.bar.pieces)
    assert view.rows_model.rows[-1].starts == "21:25"
    assert view.hasFocus()


def test_the_pieces_of_the_bar_are_to_scale(page: AgendaPage) -> None:
    bar = page.agenda.bar
    whole = bar.bar().width()
    for piece in bar.pieces:
        assert bar.piece_rect(piece).width() == pytest.approx((piece.end - piece.start) / 128 * whole - 2)


def test_minutes_are_edited_by_a_press_and_down_goes_on_to_the_next(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    QTest.mouseClick(view.viewport(), LEFT, pos=view.parts(0).minutes.center().toPoint())
    assert view.edit_line.hasSelectedText()
    type_text(view.edit_line, "8")
    press(view.edit_line, "Down")
    assert evening.value(evening.items["Opening en agenda"], "minutes") == 8
    assert view.current() == evening.items["Mededelingen en post"]
    assert view.edit_line.text() == "10"
    press(view.edit_line, "Esc")
    assert evening.value(evening.items["Mededelingen en post"], "minutes") == 10


def test_minutes_that_are_no_number_keep_the_field_open_and_say_why(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    view.choose(evening.items["Begroting"].id)
    view.edit_minutes()
    type_text(view.edit_line, "veel\n")
    assert view.edit_line.isVisible()
    assert view.edit_line.text() == "veel"
    assert view.edit_line.problem.isVisible()
    assert view.edit_line.problem.text()
    assert evening.value(evening.items["Begroting"], "minutes") == 18


# --- purpose, flags, removing ------------------------------------------------------------------------------------------


def test_the_purpose_is_chosen_from_its_chip(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    view.choose(evening.items["Etalagepilot leegstand"].id)
    choose(view.show_purposes(), "hamerstuk")
    assert evening.value(evening.items["Etalagepilot leegstand"], "purpose") == "hamerstuk"


@pytest.mark.accept("M4")
def test_an_item_to_decide_on_without_a_proposal_is_flagged(page: AgendaPage, evening: Evening) -> None:
    flagged = [row.title for row in page.agenda.view.rows_model.rows if row.lacks_proposal]
    assert flagged == ["Begroting"]
    assert "voorstel ontbreekt" in page.agenda.view.rows_model.rows[7].spoken()


def test_every_row_says_itself(page: AgendaPage) -> None:
    model = page.agenda.view.rows_model
    told = model.data(model.index(4, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("5 Jaarkalender, 20:15, 25 minuten, ter besluitvorming")
    assert page.agenda.bar.accessibleName().endswith("8 min te lang, einde 21:30")


def test_a_new_item_is_asked_for_and_chosen(page: AgendaPage, evening: Evening, qtbot: QtBot) -> None:
    press(page.agenda.view, "Ins")
    question = page.window().findChild(Question)
    assert question is not None
    type_text(question.boxes["title"].editor.widget, "Sleutelbeheer")
    question.send()
    assert evening.order()[-1] == "10 Sleutelbeheer"
    row = page.agenda.view.current_row()
    assert row is not None
    assert row.title == "Sleutelbeheer"


# --- what the window asks ------------------------------------------------------------------------------------------------


def test_an_item_from_elsewhere_is_shown_on_its_agenda(page: AgendaPage, evening: Evening) -> None:
    page.show_record(evening.items["Begroting"])
    assert page.current() == evening.meeting
    assert page.agenda.view.current() == evening.items["Begroting"]


def test_a_deleted_meeting_leaves_an_empty_page_that_says_how_to_begin(
    page: AgendaPage, evening: Evening, planned_desk: Desk
) -> None:
    with planned_desk.change("weg") as tx:
        tx.delete(evening.meeting)
    assert page.current() is None
    assert page.agenda.stack.currentWidget() is page.agenda.nothing


def test_preview_asks_to_print_the_meeting(page: AgendaPage, evening: Evening) -> None:
    asked: list[Ref] = []
    page.stage.print_requested.connect(asked.append)
    page.preview.click()
    assert asked == [evening.meeting]


@pytest.mark.accept("M4")
def test_sending_asks_first_when_a_proposal_is_missing_and_records_who_is_invited(
    page: AgendaPage, evening: Evening, planned_desk: Desk
) -> None:
    page.doing.move_meeting("verzonden")
    question = page.window().findChild(Question)
    assert question is not None
    question.send()
    assert "punt 8" in question.boxes["is_sure"].problem
    assert evening.value(evening.meeting, "status") == "concept"
    question.boxes["is_sure"].editor.put_text("1")
    question.send()
    assert evening.value(evening.meeting, "status") == "verzonden"
    assert evening.value(evening.meeting, "sent_on") == planned_desk.today
    assert len(planned_desk.rows("attendance")) == 6
    assert page.agenda.papers.text() == "Verzonden op"


def test_the_menu_of_a_row_says_what_the_keys_do(page: AgendaPage, evening: Evening) -> None:
    page.agenda.view.choose(evening.items["Begroting"].id)
    menu = page.menus.of_item(QPoint(0, 0))
    assert menu is not None
    assert "Van de agenda halen\tDel" in [action.text() for action in menu.actions()]
    up = QKeySequence("Alt+Up").toString(QKeySequence.SequenceFormat.NativeText)  # once the program started: Dutch
    choose(menu, f"Omhoog\t{up}")
    assert evening.order()[6] == "7 Begroting"


def test_a_locked_agenda_is_read_only(page: AgendaPage, evening: Evening) -> None:
    for status in ("gehouden", "verslag_concept", "verslag_vastgesteld"):
        page.doing.move_meeting(status)
    view = page.agenda.view
    assert view.is_fixed
    view.choose(evening.items["Begroting"].id)
    view.edit_minutes()
    assert view.edit_line.isHidden()
    assert view.show_purposes() is None
    page.doing.remove(evening.items["Begroting"])
    assert "8 Begroting" in evening.order()
