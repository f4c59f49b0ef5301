"""The views of a tab: one page each, and the keyboard stays on the switch when another view comes on top."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from keyboard import press
from vaartdesk.ui.focus_ring import FocusRing
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.segments import SegmentButton, Segments
from vaartdesk.ui.views import View, Views


class Page(QWidget):
    """A head, and something that takes the focus."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.header = PageHeader(title)
        self.header.add_search("Zoek")
        column = QVBoxLayout(self)
        column.addWidget(self.header)


@pytest.fixture
def views(dressed: QApplication, qtbot: QtBot) -> Iterator[Views]:
    names = {"lijst": "", "jaar": "", "dag": "lijst"}
    made = Views("Proef", [View(n, n.capitalize(), "", (n,), partial(Page, n), within) for n, within in names.items()])
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def segment(views: Views, name: str) -> SegmentButton:
    page = views.currentWidget()
    assert page is not None
    found = page.findChild(SegmentButton, name)
    assert found is not None
    return found


def test_the_keyboard_stays_on_the_switch_and_shows_where_it_is(views: Views) -> None:
    segment(views, "lijst").setFocus(Qt.FocusReason.TabFocusReason)
    press(segment(views, "lijst"), "Right")
    assert QApplication.focusWidget() is segment(views, "jaar")
    assert [ring for ring in views.findChildren(FocusRing) if ring.isVisible()]
    press(segment(views, "jaar"), "Left")
    assert QApplication.focusWidget() is segment(views, "lijst")


def test_after_a_click_nothing_is_ringed(views: Views) -> None:
    QTest.mouseClick(segment(views, "jaar"), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is segment(views, "jaar")
    assert not [ring for ring in views.findChildren(FocusRing) if ring.isVisible()]
    switch = views.currentWidget().findChild(Segments)  # type: ignore[union-attr]
    assert switch is not None
    assert switch.current() == "jaar"


def test_a_view_within_another_shares_its_segment_and_a_click_leads_back(views: Views) -> None:
    views.show_kind("dag")
    assert [button.text() for button in views.currentWidget().findChildren(SegmentButton)] == ["Lijst", "Jaar"]  # type: ignore[union-attr]
    assert segment(views, "lijst").isChecked()
    QTest.mouseClick(segment(views, "lijst"), Qt.MouseButton.LeftButton)
    page = views.currentWidget()
    assert isinstance(page, Page)
    assert page.header.title.text() == "lijst"
    QTest.mouseClick(segment(views, "jaar"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(segment(views, "jaar"), Qt.MouseButton.LeftButton)
    assert segment(views, "jaar").isChecked()
