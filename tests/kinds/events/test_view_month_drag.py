"""Other days for an event: dragged, drawn out, by key; in one change, with what is in the way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from december import December
from month import Mouse, Told, at, click, day, drag, free, mouse, spot
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.store.desk import Desk

Key = Qt.Key


@pytest.mark.accept("K3")
def test_an_event_dragged_onto_another_tells_the_clash_by_both_names(
    page: MonthPage, grid: MonthGrid, december: December, desk: Desk, qtbot: QtBot, told: Told
) -> None:
    december.add("Oogstfeest", "A", "12-22 11:00", "12-22 16:00", place="Brink")
    december.add("Kinderloop", "A", "12-24 10:00", "12-24 13:00", place="Brink")
    drag(grid, spot(grid, "Kinderloop", day(24)), spot(grid, "Oogstfeest", day(22)))
    assert desk.get(december.refs["Kinderloop"])["starts_at"] == at(22, 10, 0)  # type: ignore[index]
    sentence = "Kinderloop en Oogstfeest nemen op di 22 dec van 11.00 tot 13.00 uur allebei Brink in."
    assert sentence in told.sentences[-1]
    qtbot.waitUntil(page.page.clashes.isVisible)
    assert page.current() == december.refs["Kinderloop"]
    label = page.page.clashes.findChild(QLabel, "clashSentence")
    assert isinstance(label, QLabel)
    assert label.text() == sentence
    clashing = {one.title for one in grid.shown if one.is_clashing}
    assert {"Kinderloop", "Oogstfeest"} <= clashing


def test_a_drag_is_one_change_and_keeps_the_times(grid: MonthGrid, december: December, desk: Desk) -> None:
    with desk.change("Afbouw") as tx:
        tx.set(december.refs["Lichtjesparade"], "breakdown_at", at(20, 1, 0))
    before = desk.get(december.refs["Lichtjesparade"])
    drag(grid, spot(grid, "Lichtjesparade", day(19)), free(grid, day(9)))
    after = desk.get(december.refs["Lichtjesparade"])
    assert after is not None
    assert after["starts_at"] == at(9, 18, 30)
    assert after["setup_at"] == at(9, 14, 0)
    assert after["breakdown_at"] == at(10, 1, 0)
    desk.undo()
    assert desk.get(december.refs["Lichtjesparade"]) == before


@pytest.mark.parametrize(
    ("at", "target", "first", "last"),
    [(1.0, 18, 16, 18), (1.0, 15, 16, 16), (0.0, 14, 14, 18), (0.0, 17, 17, 18)],
)
def test_an_end_is_drawn_out(
    grid: MonthGrid, december: December, desk: Desk, at: float, target: int, first: int, last: int
) -> None:
    start = spot(grid, "Koopavonden kerst", day(16 if at == 0.0 else 18), at=at)
    drag(grid, start, free(grid, day(target)))
    values = desk.get(december.refs["Koopavonden kerst"])
    assert values is not None
    assert (values["starts_at"].day, values["ends_at"].day) == (first, last)


def test_the_ghost_shows_where_it_comes_and_escape_leaves_everything(
    grid: MonthGrid, december: December, desk: Desk
) -> None:
    grid.setFocus()
    before = desk.get(december.refs["Borrel"])
    drag(grid, spot(grid, "Borrel", day(10)), free(grid, day(15)), drops=False)
    look = grid.look
    assert look.target == day(15)
    assert [(piece.week, piece.first) for piece in look.ghost] == [(2, 1)]
    QTest.keyClick(grid, Key.Key_Escape)
    look = grid.look
    assert (look.target, look.ghost) == (None, ())
    mouse(grid, QEvent.Type.MouseButtonRelease, free(grid, day(15)), Mouse.NoButton)
    assert desk.get(december.refs["Borrel"]) == before


def test_a_small_slip_of_the_hand_moves_nothing(grid: MonthGrid, december: December, desk: Desk) -> None:
    before = desk.get(december.refs["Borrel"])
    start = spot(grid, "Borrel", day(10))
    drag(grid, start, start + QPointF(3, 2))
    assert desk.get(december.refs["Borrel"]) == before


def test_of_a_series_a_drag_moves_this_date_only(grid: MonthGrid, december: December, desk: Desk, told: Told) -> None:
    drag(grid, spot(grid, "Warenmarkt", day(9)), free(grid, day(8)))
    days = sorted(one.first_on.day for one in grid.shown if one.title == "Warenmarkt")
    assert days == [2, 8, 16, 23]
    assert "alleen deze datum" in told.sentences[-1]
    drag(grid, spot(grid, "Warenmarkt", day(8)), free(grid, day(10)))
    assert sorted(one.first_on.day for one in grid.shown if one.title == "Warenmarkt") == [2, 10, 16, 23]
    desk.undo()
    desk.undo()
    assert sorted(one.first_on.day for one in grid.shown if one.title == "Warenmarkt") == [2, 9, 16, 23]


def test_alt_with_arrows_moves_without_a_mouse(grid: MonthGrid, december: December, desk: Desk) -> None:
    grid.setFocus()
    click(grid, spot(grid, "Borrel", day(10)))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(grid, Key.Key_Right, alt)
    QTest.keyClick(grid, Key.Key_Down, alt)
    values = desk.get(december.refs["Borrel"])
    assert values is not None
    assert values["starts_at"] == at(18, 17, 0)
    assert grid.day() == day(18)
    QTest.keyClick(grid, Key.Key_Right, alt | Qt.KeyboardModifier.ShiftModifier)
    values = desk.get(december.refs["Borrel"])
    assert values is not None
    assert values["ends_at"] == at(19, 19, 0)


def test_a_move_out_of_sight_turns_the_month(page: MonthPage, grid: MonthGrid) -> None:
    grid.setFocus()
    grid.go_to(day(1, 1, 2027))
    QTest.keyClick(grid, Key.Key_Down)
    QTest.keyClick(grid, Key.Key_Down)
    QTest.keyClick(grid, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.header.title.text() == "Januari 2027"
    assert grid.day() == day(8, 1, 2027)


def test_nothing_moves_where_one_may_only_read(grid: MonthGrid, december: December, desk: Desk) -> None:
    grid.is_fixed = True
    before = desk.get(december.refs["Borrel"])
    drag(grid, spot(grid, "Borrel", day(10)), free(grid, day(15)))
    QTest.keyClick(grid, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.get(december.refs["Borrel"]) == before
