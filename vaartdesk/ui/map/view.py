"""The map one moves over: dragged, zoomed by wheel and keys, its pins reached with Tab and opened with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from vaartdesk.core.text import _, ngettext
from vaartdesk.ui.map.canvas import NEAREST, MapCanvas
from vaartdesk.ui.map.marks import box_of
from vaartdesk.ui.map.pins import Cluster, Pin
from vaartdesk.ui.map.plan import Plan, Point
from vaartdesk.ui.theme.theme import theme

PAN: Final = 64
AIM: Final = 10
CLICK: Final = 4
"""Pixels that a hand may move while it clicks."""
ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
IN, OUT, WHOLE = (
    {Qt.Key.Key_Plus, Qt.Key.Key_Equal},
    {Qt.Key.Key_Minus, Qt.Key.Key_Underscore},
    {Qt.Key.Key_0, Qt.Key.Key_Home},
)


class MapView(MapCanvas):
    """objectName `map`. `chosen(key)`: another pin, "" for none. `opened(key)`: Enter or a double click on a pin.

    `picked(Point)`: a click beside the pins, in metres. `asked(Point, QPoint)`: the menu was asked for there.
    """

    chosen = Signal(str)
    opened = Signal(str)
    picked = Signal(object)
    asked = Signal(object, QPoint)

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.setObjectName("map")
        self.setAccessibleName(str(_("Plattegrond")))
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self._pressed: QPointF | None = None
        self.is_aiming = False
        """Spots are pointed out here: a cross marks the middle, and the space bar takes it."""

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """These pins instead; the chosen one stays chosen where it is still there."""
        self.put_pins(pins)
        if self.key and self.index.pin(self.key) is None:
            self.choose("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(event.angleDelta().y() / 120, event.position())
        event.accept()

    # --- choosing ------------------------------------------------------------------------------------------------------

    def choose(self, key: str, *, show: bool = False) -> None:
        """Choose a pin; ``show`` brings it into the middle."""
        pin = self.index.pin(key)
        if pin is not None and show:
            self.show_point((pin.x, pin.y))
        found = key if pin is not None else ""
        self.setAccessibleDescription(self._told(pin) if pin is not None else "")
        self.viewport().update()
        if found != self.key:
            self.key = found
            self.chosen.emit(found)

    def _told(self, pin: Pin) -> str:
        cluster = self.chosen_cluster(pin.key)
        count = len(cluster.pins) if cluster is not None else 1
        if count == 1:
            return pin.spoken
        return f"{pin.spoken}, {ngettext('{n} op deze plek', '{n} op deze plek', count).format(n=count)}"

    def cluster_at(self, at: QPointF) -> Cluster | None:
        """The mark under a pixel; the nearest to the eye of several."""
        for cluster in reversed(self.clusters()):
            if box_of(cluster.face, self.pixel_of((cluster.x, cluster.y))).adjusted(-2, -2, 2, 6).contains(at):
                return cluster
        return None

    def _enter_cluster(self, cluster: Cluster) -> None:
        """A click: one pin is chosen, several are taken apart, and a stack is gone through."""
        if len(cluster.pins) > 1 and not cluster.is_stack and self.scale_now < NEAREST:
            self.zoom(3, self.pixel_of((cluster.x, cluster.y)))
            return
        self.choose_next_in(cluster)

    def choose_next_in(self, cluster: Cluster) -> None:
        """The next pin of a stack, the first after the last."""
        keys = [pin.key for pin in cluster.pins]
        self.choose(keys[(keys.index(self.key) + 1) % len(keys)] if self.key in keys else cluster.face.key)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes through the marks on screen, then on."""
        marks = self.clusters()
        now = next((n for n, c in enumerate(marks) if any(pin.key == self.key for pin in c.pins)), None)
        start = (-1 if is_next else len(marks)) if now is None else now
        after = start + (1 if is_next else -1)
        if 0 <= after < len(marks):
            self.choose(marks[after].face.key)
            return True
        self.choose("")
        return super().focusNextPrevChild(is_next)

    # --- hand and keys -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()  # the view itself leaves a click on bare ground to others
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() > CLICK:
            return
        cluster = self.cluster_at(event.position())
        if cluster is not None:
            self._enter_cluster(cluster)
        else:
            self.choose("")
            self.picked.emit(self.point_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cluster = self.cluster_at(event.position())
        if cluster is not None and len(cluster.pins) == 1:
            self.opened.emit(cluster.face.key)

    def point_at(self, at: QPointF) -> Point:
        """The point of the plan under a pixel."""
        spot = self.viewportTransform().inverted()[0].map(at)
        return spot.x(), spot.y()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(self.point_at(QPointF(event.pos())), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            across, down = ARROWS[key]
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across * PAN)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down * PAN)
            self._is_whole = False
        elif key in IN | OUT:
            self.zoom(1 if key in IN else -1)
        elif key in WHOLE:
            self.show_whole()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.opened.emit(self.key)
        elif key == Qt.Key.Key_Space and self.is_aiming:
            self.picked.emit(self.point_at(QPointF(self.viewport().rect().center())))
        elif key == Qt.Key.Key_Space and (cluster := self.chosen_cluster()) is not None:
            self._enter_cluster(cluster)
        elif key == Qt.Key.Key_Escape and self.key:
            self.choose("")
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawForeground(painter, rect)
        if self.is_aiming and self.hasFocus():
            middle = QPointF(self.viewport().rect().center())
            painter.save()
            painter.resetTransform()
            painter.setPen(QPen(theme().colour("focus"), 2))
            for across, down in ((AIM, 0), (0, AIM)):
                painter.drawLine(middle - QPointF(across, down), middle + QPointF(across, down))
            painter.restore()
