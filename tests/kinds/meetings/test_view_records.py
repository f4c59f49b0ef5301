"""What opens from an agenda: items and their decisions, new meetings, bodies with their parts."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evening import Evening
from keyboard import press, type_text
from vaartdesk.kinds.meetings.commands.agenda import new_meeting
from vaartdesk.kinds.meetings.rules.planning import usual_start
from vaartdesk.kinds.meetings.view.agenda_page import AgendaPage
from vaartdesk.kinds.meetings.view.bodies_page import BodiesPage
from vaartdesk.kinds.meetings.view.item_page import ItemDialog
from vaartdesk.kinds.meetings.view.new_meeting import NewMeeting
from vaartdesk.kinds.meetings.view.page import MeetingViews
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.question import Question

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def opened(widget: QWidget, kind: type[QWidget]) -> QWidget:
    """The dialog that is open over the window."""
    found = [dialog for dialog in widget.window().findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def question(widget: QWidget) -> Question:
    found = opened(widget, Question)
    assert isinstance(found, Question)
    return found


# --- items -----------------------------------------------------------------------------------------------------------


def test_enter_opens_an_item_and_closing_saves_what_was_typed(page: AgendaPage, evening: Evening) -> None:
    view = page.agenda.view
    view.choose(evening.items["Begroting"].id)
    view.setFocus()
    press(view, "Return")
    dialog = opened(page, ItemDialog)
    assert isinstance(dialog, ItemDialog)
    editor = dialog.page.saver.boxes["proposed_decision"].editor
    editor.put_text("Het bestuur stelt de begroting vast.")
    dialog.accept()
    assert evening.value(evening.items["Begroting"], "proposed_decision") == "Het bestuur stelt de begroting vast."
    assert not any(row.lacks_proposal for row in page.agenda.view.rows_model.rows)


@pytest.mark.accept("M14")
def test_a_decision_on_an_item_shows_with_its_number(page: AgendaPage, evening: Evening, told: list[str]) -> None:
    view = page.agenda.view
    view.choose(evening.items["Jaarkalender"].id)
    view.setFocus()
    press(view, "F8")
    asked = question(page)
    type_text(asked.boxes["text"].editor.widget, "Vastgesteld")
    asked.send()
    assert told[-1] == "Besluit B-2026-001 vastgelegd."
    row = view.current_row()
    assert row is not None
    assert row.decided == ("B-2026-001",)
    page.open_record(evening.items["Jaarkalender"])
    dialog = opened(page, ItemDialog)
    assert isinstance(dialog, ItemDialog)
    dialog.page.filled.emit(evening.items["Jaarkalender"])
    card = dialog.page.findChild(QWidget, "decision")
    assert card is not None
    assert card.accessibleName() == "Besluit B-2026-001, aangenomen, Vastgesteld"
    dialog.accept()


def test_enter_in_a_field_of_the_dialog_does_not_close_it(page: AgendaPage, evening: Evening) -> None:
    page.open_record(evening.items["Begroting"])
    dialog = opened(page, ItemDialog)
    assert isinstance(dialog, ItemDialog)
    title = dialog.page.head.title
    assert title is not None
    title.line.selectAll()
    type_text(title.line, "Begroting 2027\n")
    assert dialog.isVisible()
    assert evening.value(evening.items["Begroting"], "title") == "Begroting 2027"
    press(title.line, "Esc")
    assert page.window().findChild(ItemDialog) is None or not dialog.isVisible()


# --- wide --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def wide(views: MeetingViews, qtbot: QtBot, qapp: QApplication) -> AgendaPage:
    views.resize(1712, 1000)
    qtbot.waitUntil(lambda: views.width() == 1712)
    found = views.currentWidget()
    assert isinstance(found, AgendaPage)
    return found


def test_on_a_wide_screen_the_chosen_item_stands_beside_the_list(wide: AgendaPage, evening: Evening) -> None:
    assert wide.side is not None
    wide.agenda.view.choose(evening.items["Fietsparkeren"].id)
    assert wide.side.ref == evening.items["Fietsparkeren"]
    wide.agenda.view.setFocus()
    press(wide.agenda.view, "Return")
    assert wide.side.head.title is not None
    assert wide.side.head.title.line.hasFocus()
    assert not wide.window().findChildren(ItemDialog)


# --- meetings ----------------------------------------------------------------------------------------------------------


def test_a_new_meeting_proposes_the_usual_evening_of_its_body(
    page: AgendaPage, evening: Evening, planned_desk: Desk
) -> None:
    page.make_new()
    dialog = opened(page, NewMeeting)
    assert isinstance(dialog, NewMeeting)
    assert dialog.boxes["starts_at"].editor.value() == datetime.fromisoformat("2026-12-01 19:30")
    dialog.send()
    made = page.current()
    assert made is not None
    assert made != evening.meeting
    assert evening.value(made, "body") == evening.board.id
    assert evening.value(made, "planned_minutes") == evening.value(evening.board, "duration")


def test_another_body_brings_its_own_standing_items(page: AgendaPage, planned_desk: Desk) -> None:
    team = next(row["id"] for row in planned_desk.rows("body") if row["title"] == "Teamoverleg")
    page.make_new()
    dialog = opened(page, NewMeeting)
    assert isinstance(dialog, NewMeeting)
    dialog.boxes["body"].editor.show_value(team)
    dialog.boxes["body"].editor.left.emit()
    assert "vaste punt" in dialog.explanation.text()
    dialog.send()
    template = [row["title"] for row in planned_desk.rows("template_item") if row["body"] == team]
    assert {row.title for row in page.agenda.view.rows_model.rows} == set(template)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 23), datetime.fromisoformat("2026-11-24 16:00")),
        (date(2026, 11, 24), datetime.fromisoformat("2026-12-01 16:00")),
        (date(2026, 11, 25), datetime.fromisoformat("2026-12-01 16:00")),
    ],
)
def test_the_usual_start_is_the_next_tuesday(today: date, expected: datetime) -> None:
    assert usual_start("16.00", today) == expected


def test_a_body_without_a_usual_time_meets_on_the_weekday_and_at_the_time_of_before(
    page: AgendaPage, planned_desk: Desk
) -> None:
    project = next(row["id"] for row in planned_desk.rows("body") if row["title"] == "Projectgroep Binnenstad")
    with planned_desk.change("Vergadering") as tx:
        tx.set(Ref("body", project), "usual_time", "")
    new_meeting(planned_desk, Ref("body", project), datetime.fromisoformat("2026-11-18 09:30"))
    page.make_new()
    dialog = opened(page, NewMeeting)
    assert isinstance(dialog, NewMeeting)
    dialog.boxes["body"].editor.show_value(project)
    dialog.boxes["body"].editor.left.emit()
    assert dialog.boxes["starts_at"].editor.value() == datetime.fromisoformat("2026-11-25 09:30")


def test_a_usual_time_that_does_not_read_is_half_past_seven() -> None:
    assert usual_start("na het eten", date(2026, 11, 23)).hour == 19


# --- bodies ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def bodies(views: MeetingViews, evening: Evening) -> BodiesPage:
    views.show_record(evening.board)
    found = views.currentWidget()
    assert isinstance(found, BodiesPage)
    found.page.filled.emit(evening.board)
    return found


def test_a_body_shows_its_seats_and_takes_new_standing_items(
    bodies: BodiesPage, evening: Evening, planned_desk: Desk
) -> None:
    assert len(bodies.parts["seat"].view.parts.rows) == 5
    section = bodies.parts["template_item"]
    assert not section.view.parts.rows
    for title in ("Opening", "Sluiting"):
        section.ask()
        asked = question(bodies)
        asked.boxes["title"].editor.put_text(title)
        asked.send()
        asked.hide()
    assert [parts.title for _key, parts in section.view.parts.rows] == ["Opening", "Sluiting"]
    section.view.setFocus()
    section.view.setCurrentIndex(section.view.parts.index(1, 0))
    press(section.view, "Alt+Up")
    assert [parts.title for _key, parts in section.view.parts.rows] == ["Sluiting", "Opening"]
    press(section.view, "Del")
    assert [parts.title for _key, parts in section.view.parts.rows] == ["Opening"]
    planned_desk.undo()
    assert [parts.title for _key, parts in section.view.parts.rows] == ["Sluiting", "Opening"]


def test_a_decision_from_elsewhere_shows_on_the_view_of_decisions(
    views: MeetingViews, evening: Evening, planned_desk: Desk
) -> None:
    from vaartdesk.kinds.meetings.commands.sitting import decide

    made = decide(planned_desk, evening.items["Jaarkalender"], "aangenomen", "Vastgesteld")
    views.show_record(made)
    assert views.current() == made
    assert views.findChild(QPushButton, "newButton") is not None
    views.show_record(Ref("meeting", evening.meeting.id))
    assert views.current() == evening.meeting
