"""The stock beside the agenda: onto it and back, by keys, plus and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtTest import QTest

from dragging import LEFT, drag, middle
from evening import ITEMS, Evening
from keyboard import press
from vaartdesk.kinds.meetings.view.agenda_page import AgendaPage
from vaartdesk.kinds.meetings.view.agenda_paint import row_height
from vaartdesk.kinds.meetings.view.stock_paint import plus_of
from vaartdesk.schema.listing import Header

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.mark.accept("M7")
def test_two_steps_put_a_topic_on_the_agenda(page: AgendaPage, evening: Evening) -> None:
    stock = page.stock.view
    stock.choose(evening.topics["Bestrating"].id)
    stock.setFocus()
    press(stock, "Alt+Right")
    assert evening.order()[-1] == "10 Bestrating"
    assert evening.stock() == ["Lichtmast", "Openingstijden"]
    assert page.stock.count.text() == "2 onderwerpen"
    row = page.agenda.view.current_row()
    assert row is not None
    assert row.title == "Bestrating"


@pytest.mark.accept("M7")
def test_a_topic_is_dragged_to_its_place_and_deleting_the_item_puts_it_back(
    page: AgendaPage, evening: Evening, told: list[str]
) -> None:
    view, stock = page.agenda.view, page.stock.view
    number = stock.topics.number_of(evening.topics["Lichtmast"].id)
    start = stock.visualRect(stock.topics.index(number, 0)).center()
    place = view.viewport().mapToGlobal(QPoint(200, 2 * row_height() + 4))

    drag(stock.viewport(), start, stock.viewport().mapFromGlobal(place))

    assert evening.order()[2] == "3 Lichtmast"
    assert "Lichtmast" not in evening.stock()
    view.setFocus()
    press(view, "Del")
    assert [line.split(" ", 1)[1] for line in evening.order()] == [title for title, _purpose, _minutes in ITEMS]
    assert "Lichtmast" in evening.stock()
    assert told[-1] == "Van de agenda gehaald: Lichtmast"


@pytest.mark.accept("M7")
def test_an_item_dropped_on_the_stock_goes_back_there(page: AgendaPage, evening: Evening) -> None:
    page.doing.put(evening.topics["Bestrating"])
    view = page.agenda.view
    start = middle(view, view.rows_model.rowCount() - 1)
    view.scrollToBottom()
    start = middle(view, view.rows_model.rowCount() - 1)
    to = view.viewport().mapFromGlobal(page.stock.mapToGlobal(page.stock.rect().center()))
    drag(view.viewport(), start, to)
    assert "Bestrating" in evening.stock()


def test_the_plus_of_a_card_puts_it_on_the_agenda(page: AgendaPage, evening: Evening) -> None:
    stock = page.stock.view
    number = stock.topics.number_of(evening.topics["Openingstijden"].id)
    rect = QRectF(stock.visualRect(stock.topics.index(number, 0)))
    QTest.mouseClick(stock.viewport(), LEFT, pos=plus_of(rect).center().toPoint())
    assert evening.order()[-1] == "10 Openingstijden"


def test_the_stock_stands_in_its_three_groups(page: AgendaPage) -> None:
    headers = [entry.text for entry in page.stock.view.topics.rows if isinstance(entry, Header)]
    assert headers == ["Voorstel van VaartDesk", "Aangedragen", "Overgebleven"]


def test_a_topic_elsewhere_shows_in_the_stock_of_its_body(page: AgendaPage, evening: Evening) -> None:
    topic = evening.put_forward("Van een ander tabblad")
    assert page.stock.view.topics.number_of(topic.id) >= 0
    page.show_record(topic)
    assert page.stock.view.current() == topic
