"""The ring around what has the keyboard is whole, however close the control lies to the edge of what it stands in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.ui.buttons import Button
from vaartdesk.ui.focus_ring import OUTSET, FocusRing

BY_KEY = Qt.FocusReason.TabFocusReason


def around(control: QWidget) -> QRect:
    """Where the whole ring of a control is, in the window."""
    window = control.window()
    return QRect(control.mapTo(window, QPoint()), control.size()).adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET)


def drawn(window: QWidget) -> QRect:
    """What can be seen of the ring, in the window."""
    ring = next(ring for ring in window.findChildren(FocusRing) if ring.isVisible())
    seen = ring.visibleRegion().boundingRect()
    return seen.translated(ring.mapTo(window, QPoint()))


def opened(window: QWidget, qtbot: QtBot) -> None:
    """Shown and active: before that no focus comes."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def tight(qtbot: QtBot) -> tuple[QWidget, Button]:
    """A button that fills the box it stands in, in a row of boxes without room between them."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.setSpacing(0)
    buttons = [Button(name) for name in ("Een", "Twee", "Drie")]
    for button in buttons:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(button)
        row.addWidget(box)
    opened(window, qtbot)
    return window, buttons[1]


def test_the_ring_is_whole_in_a_box_without_room(tight: tuple[QWidget, Button]) -> None:
    window, button = tight
    button.setFocus(BY_KEY)
    assert drawn(window) == around(button)


def test_the_ring_follows_when_the_box_moves(tight: tuple[QWidget, Button], qtbot: QtBot) -> None:
    window, button = tight
    button.setFocus(BY_KEY)
    before = around(button)
    window.resize(window.width() + 90, window.height() + 40)
    qtbot.waitUntil(lambda: around(button) != before)
    assert drawn(window) == around(button)


def test_the_ring_scrolls_along_and_stays_within_what_is_scrolled(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area, page, wide = QScrollArea(), QWidget(), Button("Zo breed als de bladzijde")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addSpacing(300)
    column.addWidget(wide)
    column.addSpacing(300)
    area.setWidget(page)
    area.setWidgetResizable(True)
    QVBoxLayout(window).addWidget(area)
    window.resize(300, 240)
    opened(window, qtbot)
    wide.setFocus(BY_KEY)
    area.ensureWidgetVisible(wide)
    seen = drawn(window)
    assert (seen.top(), seen.bottom()) == (around(wide).top(), around(wide).bottom())
    assert (seen.left(), seen.width()) == (wide.mapTo(window, QPoint()).x(), wide.width())
    area.verticalScrollBar().setValue(0)
    assert not [ring for ring in window.findChildren(FocusRing) if not ring.visibleRegion().isEmpty()]
