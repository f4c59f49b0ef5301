"""The drawing surface of the map: a plan and pins at a scale, painted where they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from vaartdesk.ui.map.ground import Ground
from vaartdesk.ui.map.marks import REACH, paint_mark
from vaartdesk.ui.map.pins import Cluster, Pin, PinIndex
from vaartdesk.ui.map.plan import Plan, Point
from vaartdesk.ui.theme.theme import theme

STEP: Final = 1.25
NEAREST: Final = 8.0
"""Pixels a metre, from as near as it goes."""
MARGIN: Final = 0.06
"""Of the plan, around it."""


class MapCanvas(QGraphicsView):
    """`moved()`: another piece of the map shows. ``painted_pins`` counts the marks drawn since the beginning."""

    moved = Signal()

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.index = PinIndex()
        self.key = ""
        """The chosen pin."""
        self.painted_pins = 0
        self._is_whole = True
        self.show_plan(plan)
        theme().changed.connect(self._repaint)

    def _repaint(self) -> None:
        self.viewport().update()

    def show_plan(self, plan: Plan) -> None:
        """Another ground; the whole of it is shown."""
        self.plan, self.ground = plan, Ground(plan)
        left, top, right, bottom = plan.bounds
        edge = max(right - left, bottom - top, 1.0)
        self.setSceneRect(QRectF(left, top, right - left, bottom - top).adjusted(-edge, -edge, edge, edge))
        self.show_whole()

    @property
    def scale_now(self) -> float:
        """Pixels a metre."""
        return self.transform().m11()

    def clusters(self) -> list[Cluster]:
        """The marks on screen, from above to below."""
        seen = self._seen()
        return list(self.index.at(self.scale_now).within(seen.left(), seen.top(), seen.right(), seen.bottom()))

    def _seen(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def pixel_of(self, point: Point) -> QPointF:
        """Where a point of the plan is on screen."""
        return self.viewportTransform().map(QPointF(*point))

    def put_pins(self, pins: Sequence[Pin]) -> None:
        """These pins instead."""
        self.index = PinIndex(pins)
        self.viewport().update()

    def chosen_cluster(self, key: str = "") -> Cluster | None:
        """The mark that holds a pin, or the chosen one."""
        return self.index.at(self.scale_now).of(key or self.key)

    # --- moving --------------------------------------------------------------------------------------------------------

    def show_whole(self) -> None:
        """The whole plan, as large as fits."""
        left, top, right, bottom = self.plan.bounds
        wide, high = max(right - left, 1.0) * (1 + MARGIN), max(bottom - top, 1.0) * (1 + MARGIN)
        scale = min(self.viewport().width() / wide, self.viewport().height() / high, NEAREST)
        self._set_scale(max(scale, 1e-4), QPointF((left + right) / 2, (top + bottom) / 2))
        self._is_whole = True

    def zoom(self, steps: float, around: QPointF | None = None) -> None:
        """Nearer or farther; the point ``around`` (pixels) stays where it is, else the middle."""
        at = around if around is not None else QPointF(self.viewport().rect().center())
        fixed = self.viewportTransform().inverted()[0].map(at)
        left, _top, right, _bottom = self.plan.bounds
        farthest = min(0.5 * self.viewport().width() / max(right - left, 1.0), NEAREST)
        scale = min(NEAREST, max(farthest, self.scale_now * STEP**steps))
        middle = QPointF(self.viewport().rect().center())
        self._set_scale(scale, fixed + (middle - at) / scale)

    def _set_scale(self, scale: float, centre: QPointF) -> None:
        self._is_whole = False
        self.setTransform(QTransform.fromScale(scale, scale))
        self.centerOn(centre)
        self.viewport().update()
        self.moved.emit()

    def show_point(self, point: Point, *, near: bool = False) -> None:
        """Bring a point into the middle, from near where asked."""
        self._set_scale(max(self.scale_now, 1.6) if near else self.scale_now, QPointF(*point))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self.show_whole()
        self.moved.emit()

    # --- painting ------------------------------------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.ground.paint(painter, QRectF(rect), self.scale_now)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Names and pins in pixels, so that they stay as large from near and from afar."""
        scale, area = self.scale_now, QRectF(rect)
        origin = self.viewportTransform().map(QPointF(0, 0))
        painter.save()
        painter.resetTransform()
        seen = QRectF(area.left() * scale, area.top() * scale, area.width() * scale, area.height() * scale)
        self.ground.paint_captions(painter, seen, scale, origin)
        reach = REACH / scale
        box = area.adjusted(-reach, -reach, reach, reach)
        ratio = self.devicePixelRatioF()
        chosen = self.chosen_cluster() if self.key else None
        transform = self.viewportTransform()  # asked once: hundreds of marks may be on screen
        for cluster in self.index.at(scale).within(box.left(), box.top(), box.right(), box.bottom()):
            if cluster is not chosen:
                at = transform.map(QPointF(cluster.x, cluster.y))
                paint_mark(painter, cluster, at, is_chosen=False, ratio=ratio)
                self.painted_pins += 1
        if chosen is not None and box.contains(chosen.x, chosen.y):
            shown = Cluster(self.index.pin(self.key) or chosen.face, chosen.pins)
            paint_mark(painter, shown, transform.map(QPointF(chosen.x, chosen.y)), is_chosen=True, ratio=ratio)
            self.painted_pins += 1
        painter.restore()
