"""The page of an action: how far it is, its sub-actions to tick off, and the way to each (picture 04)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from keyboard import type_text
from vaartdesk.kinds.actions.view.action_record import ActionRecord
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.focus_chain import focus_chain
from vaartdesk.ui.form.ticks import TickRow
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.theme import theme

NAMES = ("Toestemming vragen", "Oproep aan makers", "Etalages inrichten", "Geschrapt")


class Pilot:
    """An action on line A with three sub-actions, one of them done, and one that was dropped."""

    def __init__(self, desk: Desk) -> None:
        line = next(row["id"] for row in desk.rows("theme_line") if row["code"] == "A")
        owner = next(row["id"] for row in desk.rows("role") if row["title"] == "Verbinder")
        with desk.change("Pilot") as tx:
            self.ref = tx.add("action", {"title": "Pilot leegstandsetalages", "theme_line": line, "status": "loopt"})
            given = {"theme_line": line, "parent": self.ref.id, "owner": owner}
            states = ("gereed", "loopt", "gepland", "vervallen")
            days = (date(2026, 9, 30), date(2026, 12, 4), date(2026, 11, 21), date(2026, 12, 1))
            self.parts = [
                tx.add("action", given | {"title": title, "status": status, "due_on": day})
                for title, status, day in zip(NAMES, states, days, strict=True)
            ]


@pytest.fixture
def pilot(planned_desk: Desk) -> Pilot:
    return Pilot(planned_desk)


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def page(planned_desk: Desk, pilot: Pilot, stage: Stage, qtbot: QtBot, qapp: QApplication) -> Iterator[ActionRecord]:
    theme().install(qapp, "light")
    made = ActionRecord(planned_desk, stage)
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show()
    made.show_record(pilot.ref)
    qtbot.waitUntil(lambda: made.parts.head.count_text != "")
    yield made
    made.close()


def rows(page: ActionRecord) -> list[TickRow]:
    return [row for row in page.parts.rows if row.isVisible()]


@pytest.mark.accept("A9")
def test_sub_actions_show_whose_and_when_and_the_bar_their_share(page: ActionRecord) -> None:
    assert [(row.text(), row.isChecked(), row.tick.who) for row in rows(page)] == [
        (NAMES[0], True, "Verbinder"),
        (NAMES[1], False, "Verbinder"),
        (NAMES[2], False, "Verbinder"),
    ]
    due = rows(page)[2].tick.due
    assert due is not None
    assert (due.text, due.tone) == ("za 21 nov", "danger")
    assert (page.share.told, page.share.share, page.share.letter) == ("1 van 3", 33, "A")
    assert page.parts.head.count_text == "1 van 3"
    assert "Deelacties gereed" not in {label.text() for line in page.facts._lines for label in line}


def test_the_bar_is_painted_in_the_colour_of_the_line(page: ActionRecord) -> None:
    bar = page.share.bar()
    image = page.share.grab().toImage()
    middle = round(bar.center().y())
    assert image.pixelColor(round(bar.left()) + 8, middle).name() == theme().line("A").base.lower()
    assert image.pixelColor(round(bar.right()) - 8, middle).name() == theme().colour("groove").name()
    assert 0 < bar.left() < bar.right() < page.share.width()


@pytest.mark.accept("A9")
def test_a_tick_finishes_a_sub_action_and_taking_it_away_takes_it_up(
    page: ActionRecord, pilot: Pilot, planned_desk: Desk
) -> None:
    row = rows(page)[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(30, row.height() // 2))
    done = planned_desk.get(pilot.parts[1])
    assert done is not None
    assert (done["status"], done["finished_on"]) == ("gereed", date(2026, 11, 24))
    assert page.share.told == "2 van 3"
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    again = planned_desk.get(pilot.parts[1])
    assert again is not None
    assert again["status"] == "loopt"
    assert page.share.told == "1 van 3"


def test_the_rest_of_a_row_and_enter_open_the_sub_action(page: ActionRecord, pilot: Pilot, stage: Stage) -> None:
    opened: list[Ref] = []
    stage.open_requested.connect(opened.append)
    row = rows(page)[2]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(200, row.height() // 2))
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened == [pilot.parts[2]] * 2
    assert not row.isChecked()


def test_a_new_sub_action_belongs_to_this_one(page: ActionRecord, pilot: Pilot, planned_desk: Desk) -> None:
    button = page.findChild(QPushButton, "addSubAction")
    assert isinstance(button, QPushButton)
    button.click()
    entry = page.findChild(QuickEntry)
    assert isinstance(entry, QuickEntry)
    type_text(entry.boxes["title"].editor.widget, "Opening vieren")
    entry.save()
    made = next(row for row in planned_desk.rows("action") if row["title"] == "Opening vieren")
    before = planned_desk.get(pilot.ref)
    assert before is not None
    assert (made["parent"], made["theme_line"]) == (pilot.ref.id, before["theme_line"])
    assert page.share.told == "1 van 4"


def test_what_was_filled_in_gives_the_bar_of_an_action_without_parts(
    page: ActionRecord, pilot: Pilot, planned_desk: Desk, qtbot: QtBot
) -> None:
    assert page.saver.boxes["progress"].isHidden()
    page.show_record(pilot.parts[1])
    qtbot.waitUntil(lambda: page.parts.head.count_text == "")
    assert not page.share.isVisible()
    with planned_desk.change("Voortgang") as tx:
        tx.set(pilot.parts[1], "progress", 60)
    qtbot.waitUntil(page.share.isVisible)
    assert (page.share.share, page.share.told) == (60, "60\N{NO-BREAK SPACE}%")
    assert page.saver.boxes["progress"].isVisible()


def test_tab_goes_through_the_page_as_it_lies(page: ActionRecord, pilot: Pilot, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.log.head.count_text != "")
    inner = page.area.widget()
    assert inner is not None
    parts = inner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    chain = [w for w in focus_chain(page.head) if inner.isAncestorOf(w) and w.isVisible()]
    reached = [w for w in chain if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    heights = [next(p.y() for p in parts if p is w or p.isAncestorOf(w)) for w in reached]
    assert len(set(heights)) > 5
    assert heights == sorted(heights)
    order = [page.parts, page.log, page.fields.shown_last[0]]
    tops = [part.mapTo(inner, QPoint(0, 0)).y() for part in order]
    assert tops == sorted(tops)
