"""Where the keyboard is while minutes are taken, and what the clock says on another day than the evening's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from evening import PROPOSED, Evening
from keyboard import press, type_text
from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.meetings.view.report_data import behind_chip, progress, read_lines
from vaartdesk.kinds.meetings.view.report_page import ReportPage
from vaartdesk.store.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def focus_name(report: ReportPage) -> str:
    """The label of the field that has the focus, or the object name."""
    widget = QApplication.focusWidget()
    editors = report.pane.entry.editors
    found = (name for dress in editors.values() for name, one in dress.items() if one.widget is widget)
    return next(found, widget.objectName() if widget is not None else "")


def test_after_going_on_one_types_the_note_wherever_one_was(report: ReportPage, evening: Evening) -> None:
    people = report.presence.view
    people.setFocus()
    press(people, "Ctrl+Down")
    assert focus_name(report) == "entryText"
    type_text(report.pane.entry.text, "Welkom aan allen.\n")
    assert [row.line.text for row in report.pane.lines.rows] == ["Welkom aan allen."]


def test_a_proposed_decision_is_taken_with_enter_and_replaced_by_typing(
    report: ReportPage, evening: Evening, planned_desk: Desk
) -> None:
    report.go_to(evening.items["Jaarkalender"].id)
    press(report.pane.entry.text, "F8")
    assert report.pane.entry.words() == PROPOSED
    type_text(report.pane.entry.text, "Anders besloten\n")
    assert [line.text for line in read_lines(planned_desk, evening.items["Jaarkalender"])] == ["Anders besloten"]


def test_tab_goes_from_the_words_of_a_decision_to_what_is_asked_beside_them(report: ReportPage) -> None:
    report.activateWindow()
    type_text(report.pane.entry.text, "Besluit")
    press(report.pane.entry.text, "F8")
    passed = []
    for _step in range(3):
        widget = QApplication.focusWidget()
        assert widget is not None
        press(widget, "Tab")
        passed.append(focus_name(report))
    assert passed == ["outcome", "owner", "due_on"]


def test_a_report_written_on_another_day_tells_of_no_delay_and_keeps_the_planned_times(
    report: ReportPage, clock: FixedClock
) -> None:
    clock.set(clock.now() + timedelta(days=1))
    press(report.pane.entry.text, "Ctrl+Down")
    agenda = report.chosen.agenda
    assert agenda is not None
    assert behind_chip(agenda) is None
    assert report.behind.isHidden()
    assert progress(agenda, clock.now().replace(tzinfo=None))[1].clock == "19:35"
