"""The head of a page keeps every word whole; where room is short the view switch gives way first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.segments import Segment, SegmentButton, Segments

VIEWS = (
    Segment("list", "Lijst", "list"),
    Segment("map", "Plattegrond", "map"),
    Segment("deal", "Contracten", "file-text"),
)


@pytest.fixture
def header(dressed: QApplication, qtbot: QtBot) -> Iterator[PageHeader]:
    host = QWidget()  # on its own a window would not be smaller than the head asks for
    qtbot.addWidget(host)
    made = PageHeader("Huismeester", parent=host)
    made.add_segments(Segments(VIEWS, "Huismeester"))
    made.add_search("Zoek in meldingen")
    made.set_primary("Nieuwe melding")
    made.resize(1158, 56)
    host.resize(1158, 200)
    host.show()
    yield made
    host.close()


def switch(header: PageHeader) -> Segments:
    found = header.findChild(Segments)
    assert found is not None
    return found


def shown(header: PageHeader) -> list[str]:
    QApplication.processEvents()
    buttons = switch(header).findChildren(SegmentButton)
    assert all(button.width() >= button.sizeHint().width() for button in buttons if button.isVisible())
    return [button.text() for button in buttons if button.isVisible()]


def test_it_gives_way_step_by_step_and_takes_its_place_again(header: PageHeader) -> None:
    words = [str(view.label) for view in VIEWS]
    primary = header.primary
    assert primary is not None
    seen = []
    for width in (1158, 760, 640, 500, 1158):
        header.resize(width, 56)
        assert shown(header) == (words if switch(header).form != "menu" else ["Lijst"])
        assert header.title.width() >= header.title.sizeHint().width()
        assert primary.geometry().right() < width
        seen.append((switch(header).form, primary.text()))
    new = "Nieuwe melding"
    assert seen == [("whole", new), ("bare", new), ("menu", new), ("menu", ""), ("whole", new)]
    assert primary.accessibleName() == new


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_chosen_view_alone_offers_all_in_a_menu(header: PageHeader, qtbot: QtBot) -> None:
    header.resize(620, 56)
    told: list[str] = []
    switch(header).chosen.connect(told.append)
    (button,) = [b for b in switch(header).findChildren(SegmentButton) if b.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = switch(header).findChild(QMenu, "segmentMenu")
    assert menu is not None
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("Lijst", True),
        ("Plattegrond", False),
        ("Contracten", False),
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert told == ["map"]
    assert shown(header) == ["Plattegrond"]
    QTest.keyClick(switch(header), Qt.Key.Key_Right)
    assert (told, shown(header)) == (["map", "deal"], ["Contracten"])
