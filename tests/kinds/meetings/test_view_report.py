"""Taking minutes: the clock of the evening, notes, decisions and actions of one line, presence and quorum."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from evening import PROPOSED, Evening, at, wall
from keyboard import press, type_text
from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.meetings.commands import note_taking
from vaartdesk.kinds.meetings.view.new_meeting import NewMeeting
from vaartdesk.kinds.meetings.view.page import MeetingViews
from vaartdesk.kinds.meetings.view.report_data import progress
from vaartdesk.kinds.meetings.view.report_lines import LineRow
from vaartdesk.kinds.meetings.view.report_page import ReportPage
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def lines(report: ReportPage) -> list[str]:
    """The lines as `20:18 text`, a decision with its number."""
    return [
        f"{row.line.clock} {row.line.taken.number + ' ' if row.line.taken else ''}{row.line.text}"
        for row in report.pane.lines.rows
    ]


def write(report: ReportPage, text: str) -> None:
    type_text(report.pane.entry.text, text + "\n")


def decisions(desk: Desk) -> list[str]:
    return [row["number"] for row in desk.rows("decision")]


# --- the evening -----------------------------------------------------------------------------------------------------


def test_ctrl_down_begins_the_first_item_and_goes_on_at_the_clock_of_now(
    report: ReportPage, evening: Evening, clock: FixedClock
) -> None:
    press(report.pane.entry.text, "Ctrl+Down")
    assert evening.value(evening.items["Opening en agenda"], "started_at") == wall("19:30")
    at(clock, "19:38")
    press(report.pane.entry.text, "Ctrl+Down")
    opening, second = evening.items["Opening en agenda"], evening.items["Mededelingen en post"]
    assert evening.value(opening, "status") == "behandeld"
    assert evening.value(opening, "ended_at") == wall("19:38")
    assert evening.value(second, "started_at") == wall("19:38")
    assert report.item == second
    assert report.behind.accessibleName() == "3 min achter"
    agenda = report.chosen.agenda
    assert agenda is not None
    shown = progress(agenda, wall("19:42"))
    assert [(one.state, one.clock) for one in shown[:3]] == [("done", "19:30"), ("now", "19:38"), ("ahead", "19:48")]
    assert shown[1].told == "nu, 4 van 10 min"


def test_going_on_can_be_undone_in_one_step(report: ReportPage, evening: Evening, planned_desk: Desk) -> None:
    report.go_on()
    report.go_on()
    planned_desk.undo()
    assert evening.value(evening.items["Opening en agenda"], "status") == "open"
    assert evening.value(evening.items["Mededelingen en post"], "started_at") is None


def test_what_is_typed_is_kept_at_the_item_it_was_typed_at(
    report: ReportPage, evening: Evening, planned_desk: Desk
) -> None:
    type_text(report.pane.entry.text, "Halve zin")
    report.go_to(evening.items["Begroting"].id)
    assert [note["text"] for note in planned_desk.notes(evening.items["Opening en agenda"])] == ["Halve zin"]
    assert report.pane.entry.words() == ""
    assert lines(report) == []


# --- one line, three dresses -------------------------------------------------------------------------------------------


@pytest.mark.accept("M13")
def test_enter_notes_with_the_time_and_f8_makes_a_numbered_decision(
    report: ReportPage, evening: Evening, clock: FixedClock, planned_desk: Desk, told: list[str]
) -> None:
    report.go_to(evening.items["Etalagepilot leegstand"].id)
    at(clock, "20:01")
    write(report, "Verbinder licht toe.")
    at(clock, "20:04")
    type_text(report.pane.entry.text, "We gaan door met de pilot")
    press(report.pane.entry.text, "F8")
    assert report.pane.entry.head.text() == "Besluit B-2026-001"
    type_text(report.pane.entry.text, "\n")
    assert lines(report) == ["20:01 Verbinder licht toe.", "20:04 B-2026-001 We gaan door met de pilot"]
    assert told[-1] == "Besluit B-2026-001 vastgelegd."
    assert evening.value(evening.items["Etalagepilot leegstand"], "status") == "behandeld"
    assert report.presence.decided.accessibleName() == "1 besluit"
    assert report.pane.entry.dress.name == "note"


@pytest.mark.accept("M13")
def test_a_note_becomes_a_decision_and_a_note_again(
    report: ReportPage, evening: Evening, planned_desk: Desk, clock: FixedClock
) -> None:
    write(report, "De agenda wordt vastgesteld")
    row = report.pane.lines.rows[0]
    row.setFocus()
    press(row, "F8")
    type_text(report.pane.entry.text, "\n")
    assert decisions(planned_desk) == ["B-2026-001"]
    assert planned_desk.notes(evening.items["Opening en agenda"]) == []
    row = report.pane.lines.rows[0]
    row.setFocus()
    press(row, "F7")
    assert decisions(planned_desk) == []
    assert [line.split(" ", 1)[1] for line in lines(report)] == ["De agenda wordt vastgesteld"]


@pytest.mark.accept("M13")
def test_f9_makes_an_action_of_the_line_with_the_decision_before_it(
    report: ReportPage, evening: Evening, planned_desk: Desk, told: list[str]
) -> None:
    report.go_to(evening.items["Jaarkalender"].id)
    press(report.pane.entry.text, "F8")
    assert report.pane.entry.words() == PROPOSED
    type_text(report.pane.entry.text, "\n")
    type_text(report.pane.entry.text, "Kalender naar de gemeente")
    press(report.pane.entry.text, "F9")
    type_text(report.pane.entry.text, "\n")
    made = Ref("decision", planned_desk.rows("decision")[0]["id"])
    assert [link.title for link in planned_desk.chain(made) if link.direction == "naar"] == [
        "Kalender naar de gemeente"
    ]
    assert report.presence.acted.accessibleName() == "1 actie"
    [number] = [link.number for link in planned_desk.chain(made) if link.direction == "naar"]
    assert number
    assert told[-1] == f"Actie {number} gemaakt"
    with pytest.raises(Refused, match="acties"):
        note_taking.note_from_decision(planned_desk, made)


def test_an_action_without_a_decision_is_explained_and_nothing_typed_is_lost(
    report: ReportPage, planned_desk: Desk
) -> None:
    before = len(planned_desk.rows("action"))
    type_text(report.pane.entry.text, "Bellen")
    press(report.pane.entry.text, "F9")
    assert "F8" in report.pane.entry.problem.text()
    assert report.pane.entry.words() == "Bellen"
    assert len(planned_desk.rows("action")) == before


def test_a_decision_that_is_not_finished_is_not_left_behind(report: ReportPage, evening: Evening) -> None:
    type_text(report.pane.entry.text, "Half besluit")
    press(report.pane.entry.text, "F8")
    report.go_to(evening.items["Begroting"].id)
    assert report.item == evening.items["Opening en agenda"]
    assert report.pane.entry.problem.isVisible()
    press(report.pane.entry.text, "F7")
    report.go_to(evening.items["Begroting"].id)
    assert report.item == evening.items["Begroting"]


def test_a_wrong_date_is_told_and_kept(report: ReportPage, planned_desk: Desk) -> None:
    type_text(report.pane.entry.text, "Besluit met datum")
    press(report.pane.entry.text, "F8")
    report.pane.entry.editors["decision"]["due_on"].put_text("31-02-2027")
    report.pane.entry.send()
    assert "februari" in report.pane.entry.problem.text().lower()
    assert decisions(planned_desk) == []
    assert report.pane.entry.words() == "Besluit met datum"


def test_a_note_is_corrected_and_removed_with_keys(report: ReportPage, evening: Evening, planned_desk: Desk) -> None:
    write(report, "Tikfoutt")
    row = report.pane.lines.rows[0]
    row.setFocus()
    press(row, "Return")
    assert report.pane.entry.words() == "Tikfoutt"
    type_text(report.pane.entry.text, "\b\n")
    assert [line.split(" ", 1)[1] for line in lines(report)] == ["Tikfout"]
    row = report.pane.lines.rows[0]
    row.setFocus()
    press(row, "Del")
    assert lines(report) == []
    planned_desk.undo()
    assert [line.split(" ", 1)[1] for line in lines(report)] == ["Tikfout"]


def test_hostile_words_stay_words(report: ReportPage, planned_desk: Desk) -> None:
    write(report, "<b>vet</b> & \U0001f389")
    assert [row.line.text for row in report.pane.lines.rows] == ["<b>vet</b> & \U0001f389"]


# --- closing -----------------------------------------------------------------------------------------------------------


@pytest.mark.accept("M10")
def test_closing_goes_stage_by_stage_and_an_approved_report_is_locked(
    report: ReportPage, evening: Evening, told: list[str]
) -> None:
    button = report.findChild(QPushButton, "closeMeeting")
    assert button is not None
    for label, status in (
        ("Vergadering sluiten", "gehouden"),
        ("Verslag uitwerken", "verslag_concept"),
        ("Verslag vaststellen", "verslag_vastgesteld"),
    ):
        assert button.text() == label
        button.click()
        assert evening.value(evening.meeting, "status") == status
    assert told == ["Vergadering gesloten", "Het verslag is nu een concept", "Verslag vastgesteld"]
    assert button.isHidden()
    assert report.pane.entry.isHidden()
    assert report.presence.view.show_menu() is None


def test_every_line_says_itself(report: ReportPage, clock: FixedClock) -> None:
    at(clock, "19:33")
    write(report, "Welkom")
    row = report.findChild(LineRow, "line")
    assert row is not None
    assert row.accessibleName() == "19:33, Welkom"


def test_the_views_stay_with_the_meeting(views: MeetingViews, report: ReportPage, evening: Evening) -> None:
    assert report.current() == evening.meeting
    assert views.current() == evening.meeting


def test_undoing_a_step_of_the_evening_stays_with_the_minutes(
    views: MeetingViews, report: ReportPage, evening: Evening
) -> None:
    views.show_record(evening.items["Begroting"])
    assert views.currentWidget() is report
    assert report.item == evening.items["Begroting"]


def test_a_new_meeting_begun_from_the_minutes_is_asked_for_on_the_agenda(
    views: MeetingViews, report: ReportPage
) -> None:
    views.make_new()
    assert views.currentWidget() is not report
    assert views.findChild(NewMeeting) is not None or views.window().findChild(NewMeeting) is not None
