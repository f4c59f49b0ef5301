"""A goal in the window: drawn with all there is to draw, measured, and followed to what should move it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from keyboard import type_text
from today import add
from vaartdesk.charts.line import LineChart
from vaartdesk.kinds.plan.commands import measure
from vaartdesk.kinds.plan.view.goal_record import GoalRecord
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.question import Question
from vaartdesk.ui.record_dialog import RecordDialog

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def goal_called(desk: Desk, short: str) -> Ref:
    return next(Ref("goal", row["id"]) for row in desk.rows("goal") if row["short"] == short)


def shown(window: Window, goal: Ref, qtbot: QtBot) -> GoalRecord:
    """The page of a goal, once all of it is there."""
    window.show_record(goal)
    record = window.frame.findChild(GoalRecord)
    assert record is not None
    qtbot.waitUntil(lambda: record.ref == goal and record.measurements._goal == goal.id)
    return record


def facts_of(record: GoalRecord) -> dict[str, str]:
    return {label.text(): value.text() for label, value in record.facts._lines if not value.isHidden()}


def chart_of(record: GoalRecord) -> LineChart:
    chart = record.chart.view.chart()
    assert isinstance(chart, LineChart)
    return chart


@pytest.mark.accept("D1")
@pytest.mark.parametrize(
    ("value", "told", "way"),
    [
        (1485, "Halverwege.", "50 % van de weg"),
        (781, "99 % van de weg.", "99 % van de weg"),
        (780, "Gehaald.", "100 % van de weg"),
        (400, "Gehaald.", "100 % van de weg"),
        (2500, "0 % van de weg.", "0 % van de weg"),
    ],
)
def test_a_falling_goal_says_how_far_it_is(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, value: int, told: str, way: str
) -> None:
    goal = goal_called(planned_desk, "Leegstand")
    measure(planned_desk, goal, value, date(2026, 10, 1))
    record = shown(open_window("Regisseur"), goal, qtbot)
    assert record.chart.sentence.text().startswith(told)
    assert facts_of(record)["Voortgang"] == way


@pytest.mark.accept("D1")
def test_a_goal_without_a_first_measurement_has_no_percentage(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    goal = goal_called(planned_desk, "Waardering")
    record = shown(open_window("Regisseur"), goal, qtbot)
    assert record.chart.sentence.text() == "Geen nulmeting. De eerste meting wordt het begin."
    assert facts_of(record)["Stand"] == "geen nulmeting"
    assert "Voortgang" not in facts_of(record)
    assert record.chart.view.isHidden()


@pytest.mark.accept("D1")
def test_a_target_that_follows_the_country_moves_with_it(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    goal = goal_called(planned_desk, "Leegstand")
    with planned_desk.change("Onder het landelijke cijfer") as tx:
        tx.set(goal, "target_follows", "landelijk")
    measure(planned_desk, goal, 1485, date(2026, 10, 1), national=1485)
    record = shown(open_window("Regisseur"), goal, qtbot)
    assert chart_of(record).target == 14.85
    assert record.chart.sentence.text() == "Gehaald."


@pytest.mark.accept("D2")
def test_the_series_is_drawn_with_target_country_and_trend(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    goal = goal_called(planned_desk, "Leegstand")
    measure(planned_desk, goal, 1640, date(2024, 10, 1), national=800, source="Locatus")
    measure(planned_desk, goal, 1485, date(2026, 10, 1), national=820, source="Eigen telling")
    record = shown(open_window("Regisseur"), goal, qtbot)

    chart = chart_of(record)
    assert [point.value for point in chart.points] == [21.9, 16.4, 14.85]
    assert [int(point.x) for point in chart.points] == [2018, 2024, 2026]
    assert chart.target == 8.2, "it follows the national figure"
    assert [point.value for point in chart.national] == [7.8, 8.0, 8.2]
    assert len(chart.projection) == 1
    assert chart.projection[0].value < 14.85
    assert chart.start == "nulmeting 21,9\N{NO-BREAK SPACE}%"

    texts = [shape.text for shape in record.chart.view.drawing(600).contents if hasattr(shape, "text")]
    assert {"14,85\N{NO-BREAK SPACE}%", "doel 8,2\N{NO-BREAK SPACE}%", "0\N{NO-BREAK SPACE}%"} <= set(texts)
    assert record.chart.view.accessibleName().startswith("Van 21,9")
    assert "Bron: " in record.chart.caption.text()
    assert "Laatste meting do 01-10-2026." in record.chart.caption.text()
    assert "De as begint bij nul." in record.chart.caption.text()

    lines = [
        (line.day, line.value.replace("\N{NO-BREAK SPACE}", " "), line.source) for line in record.measurements.lines
    ]
    assert lines == [
        ("do 01-10-2026", "14,85 %", "Eigen telling"),
        ("di 01-10-2024", "16,4 %", "Locatus"),
        ("wo 19-09-2018", "21,9 %", "Locatus"),
    ]


@pytest.mark.accept("D2")
def test_a_measurement_is_added_with_its_date_source_and_country(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    goal = goal_called(planned_desk, "Leegstand")
    window = open_window("Regisseur")
    record = shown(window, goal, qtbot)
    before = len(chart_of(record).points)

    QTest.mouseClick(record.measurements.add, Qt.MouseButton.LeftButton)
    question = window.frame.findChild(Question)
    assert question is not None
    answers: dict[str, Any] = {"value": 1485, "measured_on": date(2026, 10, 1), "national": 780, "source": "Locatus"}
    for name, value in answers.items():
        question.boxes[name].editor.show_value(value)
    question.send()

    qtbot.waitUntil(lambda: len(record.measurements.lines) == before + 1)
    line = record.measurements.lines[0]
    assert (
        line.accessibleName().replace("\N{NO-BREAK SPACE}", " ") == "do 01-10-2026, 14,85 %, landelijk 7,8 %, Locatus"
    )
    assert chart_of(record).points[-1].value == 14.85
    assert facts_of(record)["Voortgang"] == "50 % van de weg"

    planned_desk.undo()
    qtbot.waitUntil(lambda: len(record.measurements.lines) == before)


def test_a_measurement_can_be_corrected(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    goal = goal_called(planned_desk, "Leegstand")
    made = measure(planned_desk, goal, 4185, date(2026, 10, 1))
    window = open_window("Regisseur")
    record = shown(window, goal, qtbot)
    QTest.keyClick(record.measurements.lines[0], Qt.Key.Key_Return)
    dialog = window.frame.findChild(RecordDialog)
    assert dialog is not None
    assert dialog.page.ref == made
    line = dialog.page.saver.boxes["value"].editor.widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    type_text(line, "14,85")
    dialog.accept()
    qtbot.waitUntil(lambda: chart_of(record).points[-1].value == 14.85)
    assert (planned_desk.get(made) or {})["value"] == 1485
    assert record.measurements.lines[0].value.startswith("14,85")


@pytest.mark.accept("D3")
def test_from_a_goal_one_click_leads_to_what_should_move_it(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    goal = goal_called(planned_desk, "Leegstand")
    line = planned_desk.rows("theme_line")[0]
    action = add(
        planned_desk, "action", title="Pilot etalages", goals=(goal.id,), theme_line=line["id"], status="loopt"
    )
    add(planned_desk, "decision", title="Startbudget etalages", text="Akkoord", goals=(goal.id,))
    window = open_window("Regisseur")
    record = shown(window, goal, qtbot)
    model = record.pulls.model
    titles = {str(model.parts(entry).title): entry for entry in model.entries}  # type: ignore[union-attr]
    assert {"Pilot etalages", "Startbudget etalages"} <= set(titles)
    parts = model.parts(titles["Pilot etalages"])
    assert parts.badge == line["code"]  # type: ignore[union-attr]

    row = model.entries.index(titles["Pilot etalages"])
    place = record.pulls.view.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(record.pulls.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    page = window.frame.page("actions")
    assert page is not None
    assert page.current() == action  # type: ignore[attr-defined]


def test_nothing_pulls_at_a_goal_that_nobody_names(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    goal = add(planned_desk, "goal", title="Meer groen", short="Groen")
    record = shown(open_window("Regisseur"), goal, qtbot)
    assert record.pulls.isHidden()
    assert record.chart.sentence.text() == "Een doel zonder cijfer."
    assert record.measurements.lines == []


def test_old_measurements_wait_behind_a_button(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    goal = add(planned_desk, "goal", title="Bezoekers", short="Bezoekers", unit="bezoekers", target=100_000)
    for year in range(2005, 2025):
        measure(planned_desk, goal, 100 * year, date(year, 1, 15))
    record = shown(open_window("Regisseur"), goal, qtbot)
    assert len(record.measurements.lines) == 12
    assert "In bezoekers." in record.chart.caption.text()
    QApplication.processEvents()
    more = [b for b in record.measurements.findChildren(Button) if b.isVisible() and b is not record.measurements.add]
    assert [button.text() for button in more] == ["Oudere metingen (8)"]
    QTest.mouseClick(more[0], Qt.MouseButton.LeftButton)
    assert len(record.measurements.lines) == 20
