"""A series of each sort, typed in the record, with its exceptions; and dates picked by hand from the menu (K6)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from december import December
from keyboard import press, type_text
from month import Told, click, day, spot
from vaartdesk.kinds.events.commands.skipping import skip_date
from vaartdesk.kinds.events.queries.dates import shown_between
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.question import Question

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def days(desk: Desk, ref: Ref, last: date = date(2028, 12, 31)) -> list[str]:
    with desk.read() as reader:
        rows = shown_between(reader, date(2026, 12, 1), last)
    return sorted(row["first_on"].isoformat()[2:] for row in rows if row["event"] == ref.id)


def repeat(page: MonthPage, words: str) -> None:
    """Type how often in the record."""
    page.page.fields.reveal("rrule")
    line = page.page.saver.boxes["rrule"].editor.widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    type_text(line, words)
    press(line, "Return")


@pytest.mark.accept("K6")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("elke dag, 3 keer", ["26-12-03", "26-12-04", "26-12-05"]),
        ("elke 2 weken op maandag en donderdag, 4 keer", ["26-12-03", "26-12-14", "26-12-17", "26-12-28"]),
        ("elke maand op de 3e, tot en met 15 februari 2027", ["26-12-03", "27-01-03", "27-02-03"]),
        ("eerste donderdag van de maand, 3 keer", ["26-12-03", "27-01-07", "27-02-04"]),
        ("laatste vrijdag van de maand, 2 keer", ["26-12-25", "27-01-29"]),
        ("elk jaar op 3 december, 3 keer", ["26-12-03", "27-12-03", "28-12-03"]),
    ],
)
def test_a_series_of_each_sort(
    page: MonthPage, grid: MonthGrid, december: December, desk: Desk, words: str, expected: list[str]
) -> None:
    click(grid, spot(grid, "ThemaTafel C", day(3)))
    repeat(page, words)
    assert days(desk, december.refs["ThemaTafel C"]) == expected


@pytest.mark.accept("K6")
def test_a_series_without_end_keeps_its_exceptions_when_it_changes(
    page: MonthPage, grid: MonthGrid, december: December, desk: Desk
) -> None:
    ref = december.refs["ThemaTafel C"]
    click(grid, spot(grid, "ThemaTafel C", day(3)))
    repeat(page, "elke donderdag")
    skip_date(desk, ref, "2026-12-17T19:30")
    repeat(page, "elke 2 weken")
    assert days(desk, ref, date(2027, 1, 31)) == ["26-12-03", "26-12-31", "27-01-14", "27-01-28"]


@pytest.mark.accept("K6")
def test_dates_are_picked_by_hand_from_the_menu(
    views: EventViews, page: MonthPage, grid: MonthGrid, december: December, desk: Desk, told: Told, qtbot: QtBot
) -> None:
    ref = december.refs["ThemaTafel C"]
    click(grid, spot(grid, "ThemaTafel C", day(3)))
    command = next(one for one in page.page.kind.commands if one.name == "add_date")
    page.page.run(command)
    question = views.window().findChild(Question)
    assert isinstance(question, Question)
    line = question.boxes["day"].editor.widget
    type_text(line, "3-12-2026")
    press(line, "Return")
    assert question.boxes["day"].problem == "Op die dag is dit evenement er al."
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(line, "22-12-2026")
    press(line, "Return")
    assert days(desk, ref) == ["26-12-03", "26-12-22"]
    assert told.sentences[-1] == "ThemaTafel C: ook op di 22 dec"
    desk.undo()
    assert days(desk, ref) == ["26-12-03"]
