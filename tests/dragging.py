"""Dragging with the mouse, as a person does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from vaartdesk.kinds.meetings.view.agenda_view import AgendaView

LEFT = Qt.MouseButton.LeftButton


def middle(view: AgendaView, number: int) -> QPoint:
    """A point on the text of a row."""
    return view.parts(number).text.center().toPoint()


def drag(widget: QWidget, start: QPoint, *way: QPoint) -> None:
    """Press, move along these points, and let go at the last one."""
    QTest.mousePress(widget, LEFT, pos=start)
    for point in (start + QPoint(0, 12), *way):
        QTest.mouseMove(widget, point)
    QTest.mouseRelease(widget, LEFT, pos=way[-1])
