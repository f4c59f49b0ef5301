"""Who is at the table: votes, quorum, interests and the times people come and go."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evening import Evening, at, choose, wall
from keyboard import press
from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.meetings.commands import sitting
from vaartdesk.kinds.meetings.rules.people import Quorum
from vaartdesk.kinds.meetings.view.presence import QuorumCard
from vaartdesk.kinds.meetings.view.report_data import Presence
from vaartdesk.kinds.meetings.view.report_page import ReportPage
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.question import Question
from vaartdesk.ui.theme.theme import theme

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.mark.accept("M11")
def test_the_quorum_counts_votes_and_follows_every_mark(
    report: ReportPage, evening: Evening, planned_desk: Desk
) -> None:
    people = report.presence.view
    voters = [one.member for one in people.rows.rows if one.has_vote]
    assert len(voters) == 5
    assert report.presence.quorum.title.text() == "Geen quorum: 0 van 5 stemmen"
    for member in voters[:3]:
        people.choose(member)
        press(people, "Space")
    assert report.presence.quorum.title.text() == "Quorum: 3 van 5 stemmen"
    secretary = next(one.member for one in people.rows.rows if not one.has_vote)
    people.choose(secretary)
    press(people, "Space")
    assert report.presence.quorum.title.text() == "Quorum: 3 van 5 stemmen"
    people.choose(voters[0])
    choose(people.show_menu(), "afgemeld")
    assert report.presence.quorum.title.text() == "Geen quorum: 2 van 5 stemmen"


@pytest.mark.accept("M12")
def test_an_interest_leaves_a_vote_out_for_this_item_only(
    report: ReportPage, evening: Evening, planned_desk: Desk
) -> None:
    people = report.presence.view
    voters = [one.member for one in people.rows.rows if one.has_vote]
    for member in voters:
        sitting.mark_attendance(planned_desk, evening.meeting, member, "aanwezig")
    report.go_to(evening.items["Jaarkalender"].id)
    people.choose(voters[1])
    choose(people.show_menu(), "Heeft een belang bij dit punt")
    assert report.presence.quorum.below.text().startswith("Voor dit punt 4 van 4, zonder ")
    report.go_to(evening.items["Begroting"].id)
    assert report.presence.quorum.below.isHidden()


def test_who_comes_in_late_has_his_time(
    report: ReportPage, evening: Evening, clock: FixedClock, planned_desk: Desk
) -> None:
    people = report.presence.view
    member = people.rows.rows[0].member
    people.choose(member)
    at(clock, "20:15")
    choose(people.show_menu(), "Komt nu binnen")
    row = next(r for r in planned_desk.rows("attendance") if r["member"] == member)
    assert evening.value(Ref("attendance", row["id"]), "came_at") == wall("20:15")
    assert "20:15" in " ".join(people.rows.rows[0].parts.meta)


def test_a_guest_is_added_without_a_vote(report: ReportPage, planned_desk: Desk) -> None:
    role = next(row for row in planned_desk.rows("role") if row["title"] == "Verbinder")
    report.presence.guest.click()
    question = report.window().findChild(Question)
    assert question is not None
    question.boxes["member"].editor.show_value(role["id"])
    question.send()
    guest = next(one for one in report.presence.view.rows.rows if one.member == role["id"])
    assert guest.status == "aanwezig"
    assert not guest.has_vote
    assert "te gast" in guest.parts.meta[0]


def test_where_nobody_votes_nothing_is_wrong(qapp: QApplication, qtbot: QtBot) -> None:
    theme().install(qapp, "light")
    card = QuorumCard()
    qtbot.addWidget(card)
    card.show_votes(Presence((), Quorum(0, 0, 1), None, ()))
    assert (card.title.text(), card.title.property("role")) == ("Niemand heeft stem", "text2")
    card.show_votes(Presence((), Quorum(0, 5, 3), None, ()))
    assert card.title.property("role") == "warning"
