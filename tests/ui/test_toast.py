"""A toast offers undo, waits while one points at it, goes by itself, and is announced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.ui.theme import sizes
from vaartdesk.ui.toast import Toast, undo_action


@pytest.fixture
def host(dressed: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def button_of(toast: Toast) -> QPushButton:
    found = toast.findChild(QPushButton, "toastAction")
    assert isinstance(found, QPushButton)
    return found


def test_undo_runs_after_the_toast_is_gone(host: QWidget, qtbot: QtBot) -> None:
    order: list[str] = []
    toast = Toast(host, "M-2026-0133 afgehandeld", undo_action(lambda: order.append("undo")))
    toast.closed.connect(lambda: order.append("closed"))
    assert button_of(toast).text() == "Ongedaan maken"
    QTest.mouseClick(button_of(toast), Qt.MouseButton.LeftButton)
    assert order == ["closed", "undo"]
    assert not toast.isVisible()


def test_it_stands_20_above_the_edge_and_40_high(host: QWidget) -> None:
    toast = Toast(host, "Opgeslagen")
    assert toast.height() == sizes.TOAST
    assert host.height() - toast.geometry().bottom() - 1 == sizes.TOAST_RAISED
    host.resize(1200, 800)
    assert host.height() - toast.geometry().bottom() - 1 == sizes.TOAST_RAISED
    assert abs(toast.geometry().center().x() - host.rect().center().x()) <= 1


def test_it_goes_after_its_time(host: QWidget, qtbot: QtBot) -> None:
    toast = Toast(host, "Opgeslagen")
    assert toast.timer.isActive()
    assert toast.timer.interval() == 6000
    with qtbot.waitSignal(toast.closed):
        toast.timer.timeout.emit()
    assert not toast.isVisible()


def test_pointing_and_focus_stop_the_clock(host: QWidget, qtbot: QtBot) -> None:
    toast = Toast(host, "Opgeslagen", undo_action(lambda: None))
    middle = QPointF(20, 20)
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast.timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()
    button_of(toast).setFocus(Qt.FocusReason.TabFocusReason)
    assert not toast.timer.isActive()
    button_of(toast).clearFocus()
    assert toast.timer.isActive()


def test_it_does_not_take_the_focus(host: QWidget) -> None:
    host.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    host.setFocus()
    toast = Toast(host, "Opgeslagen", undo_action(lambda: None))
    assert QApplication.focusWidget() is host
    assert toast.accessibleName() == "Opgeslagen"
