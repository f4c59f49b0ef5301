"""A dialog inside the window keeps the focus, gives it back, and can be left with Escape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from vaartdesk.ui.buttons import Button
from vaartdesk.ui.scrim import MARGIN, Dialog, Scrim

Key = Qt.Key


class Stage:
    """A window with one field, and a dialog over it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        self.below = QLineEdit()
        self.window.setCentralWidget(self.below)
        self.window.resize(900, 600)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.below.setFocus()
        self.dialog = Dialog("Twee versies van hetzelfde veld", "Kies welke geldt.", width=500)
        self.field = QLineEdit()
        self.dialog.body.addWidget(self.field)
        self.later = self.dialog.add_button(Button("Later"), accepts=False)
        self.keep = self.dialog.add_button(Button("Deze houden", kind="primary"), accepts=True)
        self.ends: list[bool] = []
        self.dialog.finished.connect(self.ends.append)
        self.scrim = Scrim(self.window, self.dialog)


@pytest.fixture
def stage(dressed: QApplication, qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_it_covers_the_window_and_starts_in_the_first_field(stage: Stage) -> None:
    assert stage.scrim.geometry() == stage.window.rect()
    assert focus() is stage.field
    assert stage.dialog.width() == 500
    assert stage.dialog.accessibleName() == "Twee versies van hetzelfde veld"


@pytest.mark.accept("G10")
def test_tab_goes_round_inside(stage: Stage, qtbot: QtBot) -> None:
    seen = []
    for _turn in range(4):
        QTest.keyClick(focus(), Key.Key_Tab)
        seen.append(focus())
    assert seen == [stage.later, stage.keep, stage.field, stage.later]
    QTest.keyClick(focus(), Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(focus(), Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is stage.keep


def test_escape_cancels_and_focus_goes_back(stage: Stage, qtbot: QtBot) -> None:
    QTest.keyClick(focus(), Key.Key_Escape)
    assert stage.ends == [False]
    assert focus() is stage.below
    assert not stage.scrim.isVisible()


def test_it_closes_where_what_had_the_focus_is_gone(stage: Stage, qtbot: QtBot) -> None:
    second = Dialog("Nog een vraag")
    second.add_button(Button("Goed", kind="primary"), accepts=True)
    over = Scrim(stage.window, second)
    gone = stage.field
    stage.dialog.reject()
    qtbot.waitUntil(lambda: not isValid(gone))
    second.accept()
    assert not over.isVisible()
    qtbot.waitUntil(lambda: not isValid(over))


def test_enter_presses_the_last_button(stage: Stage, qtbot: QtBot) -> None:
    QTest.keyClick(stage.field, Key.Key_Return)
    assert stage.ends == [True]


def test_enter_on_another_button_presses_that_one(stage: Stage, qtbot: QtBot) -> None:
    stage.later.setFocus()
    QTest.keyClick(stage.later, Key.Key_Return)
    assert stage.ends == [False]


def test_a_click_beside_the_card_cancels_and_reaches_nothing_below(stage: Stage, qtbot: QtBot) -> None:
    QTest.mouseClick(stage.scrim, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert stage.ends == [False]


def test_a_click_on_words_bare_ground_or_a_dead_button_of_the_card_leaves_it_open(stage: Stage) -> None:
    stage.later.setEnabled(False)
    stage.field.setText("half af")
    for spot in (stage.dialog.title, stage.dialog.explanation, stage.dialog, stage.later):
        QTest.mouseClick(spot, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert stage.ends == []
    assert stage.field.text() == "half af"


def test_it_follows_the_size_of_the_window(stage: Stage) -> None:
    stage.window.resize(480, 300)
    assert stage.scrim.geometry() == stage.window.rect()
    assert stage.dialog.width() == 480 - 2 * MARGIN
    assert stage.dialog.geometry().bottom() <= 300 - MARGIN


def test_its_top_stays_where_it_is_while_it_grows(stage: Stage, qtbot: QtBot) -> None:
    before = stage.dialog.geometry()
    for _line in range(3):
        stage.dialog.body.addWidget(QLineEdit())
    qtbot.waitUntil(lambda: stage.dialog.height() > before.height())
    assert stage.dialog.y() == before.y()


def test_one_higher_than_the_window_goes_along_with_the_focus_and_the_wheel(stage: Stage, qtbot: QtBot) -> None:
    for _line in range(12):
        stage.dialog.body.addWidget(QLineEdit())
    stage.window.resize(900, 300)
    qtbot.waitUntil(lambda: stage.dialog.height() > 300)
    assert stage.scrim.rect().contains(on_scrim(stage.field, stage))
    QTest.keyClick(stage.field, Key.Key_Backtab)
    assert focus() is not stage.field
    assert stage.scrim.rect().contains(on_scrim(focus(), stage))
    QTest.keyClick(focus(), Key.Key_Tab)
    assert focus() is stage.field
    assert stage.scrim.rect().contains(on_scrim(stage.field, stage))
    for _turn in range(9):
        QTest.wheelEvent(stage.window.windowHandle(), QPoint(450, 150), QPoint(0, -120))
    assert stage.scrim.rect().contains(on_scrim(stage.keep, stage))
    assert stage.dialog.geometry().bottom() + 1 == 300 - MARGIN, "no further than its end"


def test_the_part_that_scrolls_gives_way_before_anything_is_out_of_sight(dressed: QApplication, qtbot: QtBot) -> None:
    host, dialog, area = QWidget(), Dialog("Proef"), QScrollArea()
    qtbot.addWidget(host)
    dialog.body.addWidget(area)
    dialog.give_room(area, 400)
    last = dialog.add_button(Button("Sluiten"), accepts=False)
    host.resize(900, 700)
    host.show()
    scrim = Scrim(host, dialog)
    assert area.height() == 400
    host.resize(900, 400)
    qtbot.waitUntil(lambda: area.height() < 400)
    assert scrim.rect().contains(QRect(last.mapTo(scrim, QPoint(0, 0)), last.size()))
    assert dialog.height() == 400 - 2 * MARGIN
    host.resize(900, 700)
    qtbot.waitUntil(lambda: area.height() == 400)
    dialog.reject()


def on_scrim(widget: QWidget, stage: Stage) -> QRect:
    """Where a widget of the dialog stands on the window."""
    return QRect(widget.mapTo(stage.scrim, QPoint(0, 0)), widget.size())


def test_a_dialog_without_explanation_opens_no_window_of_its_own(dressed: QApplication, qtbot: QtBot) -> None:
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    dialog = Dialog("Kort")
    qtbot.addWidget(dialog)
    opened = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    assert not [widget for widget in opened if isinstance(widget, QLabel)]
    assert not dialog.explanation.isVisibleTo(dialog)


def test_keys_of_the_window_do_nothing_while_it_is_open(stage: Stage) -> None:
    pressed: list[str] = []
    for keys in ("Ctrl+N", "Alt+D"):
        QShortcut(QKeySequence(keys), stage.window, lambda keys=keys: pressed.append(keys))
    QTest.keySequence(stage.field, QKeySequence("Ctrl+N"))
    assert pressed == []
    QShortcut(QKeySequence("Ctrl+D"), stage.dialog, lambda: pressed.append("own"))
    QTest.keySequence(stage.field, QKeySequence("Ctrl+D"))
    assert pressed == ["own"]
    stage.dialog.open_keys = frozenset({"Ctrl+N"})
    QTest.keySequence(stage.field, QKeySequence("Ctrl+N"))
    assert pressed.pop() == "Ctrl+N"
    stage.dialog.open_keys = frozenset()
    stage.dialog.reject()
    QTest.keySequence(stage.below, QKeySequence("Ctrl+N"))
    assert pressed == ["own", "Ctrl+N"]


def test_it_stands_in_the_middle_of_the_page_beside_the_rail(dressed: QApplication, qtbot: QtBot) -> None:
    host, dialog = QWidget(), Dialog("Proef")
    qtbot.addWidget(host)
    rail = QWidget(host)
    rail.setObjectName("rail")
    rail.setGeometry(0, 0, 208, 768)
    host.resize(1366, 768)
    host.show()
    scrim = Scrim(host, dialog)
    assert dialog.geometry().center().x() == pytest.approx((208 + 1366) / 2, abs=1)
    host.resize(700, 768)  # too narrow for that: the middle of the window
    qtbot.waitUntil(lambda: abs(dialog.geometry().center().x() - 350) <= 1)
    dialog.reject()
    assert not scrim.isVisible()
