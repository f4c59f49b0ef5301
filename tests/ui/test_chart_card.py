"""A card with a chart: one button, whole at every width, and spoken as one thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.charts.small import Area
from vaartdesk.charts.stack import Stack, StackChart
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.chart_card import ChartCard
from vaartdesk.ui.chart_view import Chart
from vaartdesk.ui.line_button import LineButton

OPEN = Area((12, 14, 30, 23), "1 sep", "nu")
STATES = StackChart((Stack("A", "Compact", 3, 4, 2, 5), Stack("C", "Gastvrij", 0, 1, 9, 0)), is_small=True)


def test_it_is_spoken_as_one_button(dressed: QApplication, qtbot: QtBot) -> None:
    card = ChartCard("Open meldingen", 100)
    qtbot.addWidget(card)
    card.show_chart(OPEN, remark="79 % binnen termijn", caption="deze week 7 in, 2 uit", tip="Wat er geteld wordt.")
    assert card.accessibleName() == (
        "Open meldingen. 79 % binnen termijn. Van 12 naar 23, hoogst 30. deze week 7 in, 2 uit"
    )
    assert card.accessibleDescription() == card.toolTip() == "Wat er geteld wordt."
    assert card.focusPolicy() == Qt.FocusPolicy.StrongFocus

    card.show_chart(OPEN)
    assert card.remark.isHidden()
    assert card.caption.isHidden()
    assert card.accessibleName() == "Open meldingen. Van 12 naar 23, hoogst 30"


def test_a_click_on_the_picture_itself_and_keys_press_it(dressed: QApplication, qtbot: QtBot) -> None:
    card = ChartCard("Open meldingen", 100)
    qtbot.addWidget(card)
    card.show_chart(OPEN)
    card.resize(220, 180)
    card.show()
    pressed: list[str] = []
    card.clicked.connect(lambda: pressed.append("pressed"))
    assert card.childAt(card.view.geometry().center()) is None, "nothing in the card takes the press"
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, card.view.geometry().center())
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(card, key)
    assert len(pressed) == 4


@pytest.mark.parametrize(("chart", "height"), [(OPEN, 110), (STATES, 0)])
@pytest.mark.parametrize("width", [160, 400])
def test_a_layout_gives_it_the_height_it_needs(
    dressed: QApplication, qtbot: QtBot, chart: Chart, height: int, width: int
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    card = ChartCard("Kaart", height)
    card.show_chart(chart, caption="Onder de tekening")
    grid.addWidget(card, 0, 0)
    grid.setRowStretch(1, 1)
    holder.resize(width, 600)
    holder.show()
    qtbot.waitUntil(lambda: card.height() > 0)
    drawing = card.view.drawing(card.view.width())
    assert drawing.height - 1 <= card.view.height() <= drawing.height + 1
    assert card.rect().contains(card.caption.geometry())
    assert card.caption.geometry().top() >= card.view.geometry().bottom()


class Line(LineButton):
    """A line that paints nothing."""

    def paint_line(self, painter: object, rect: object) -> None:
        self.painted = rect


def test_a_line_is_a_button_that_is_large_enough(dressed: QApplication, qtbot: QtBot) -> None:
    line = Line(Ref("person", "p" * 32), "Wijkagent")
    qtbot.addWidget(line)
    line.resize(200, line.sizeHint().height())
    line.grab()
    assert line.height() >= 28
    assert line.accessibleName() == "Wijkagent"
    pressed: list[str] = []
    line.clicked.connect(lambda: pressed.append("pressed"))
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert len(pressed) == 2
