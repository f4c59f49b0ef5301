"""A chart's drawing on the screen: the same `reportlab.graphics` drawing that the PDF gets, painted by QPainter.

Loads ReportLab; a widget imports this only when it paints its first chart.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QApplication
from reportlab.graphics.renderbase import Renderer, getStateDelta

from vaartdesk.charts.palette import Palette
from vaartdesk.core.colours import Scheme
from vaartdesk.ui.painting import kept
from vaartdesk.ui.theme.fonts import font

REGULAR: Final = "regular"
SEMIBOLD: Final = "semibold"
WEIGHTS: Final = {REGULAR: 400, SEMIBOLD: 600}
"""The names that a drawing's fonts have on the screen."""
CAPS: Final = (Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap)
JOINS: Final = (Qt.PenJoinStyle.MiterJoin, Qt.PenJoinStyle.RoundJoin, Qt.PenJoinStyle.BevelJoin)


def screen_palette(scheme: Scheme) -> Palette:
    """What charts are drawn with here: a scheme, the system font, and the size of an axis text in logical pixels."""
    return Palette(scheme, REGULAR, SEMIBOLD, float(QFontInfo(font("micro")).pixelSize()), measure)


def measure(text: str, name: str, size: float) -> float:
    """The width of a text in logical pixels."""
    return _metrics(QApplication.font().toString(), name, round(size)).horizontalAdvance(text)


@cache
def _font(_base: str, name: str, pixels: int) -> QFont:
    """Built once per application font and size; Qt rounds a size in pixels, so what is measured is what is painted."""
    made = font("micro", WEIGHTS[name])
    made.setPixelSize(max(1, pixels))
    return made


@cache
def _metrics(base: str, name: str, pixels: int) -> QFontMetricsF:
    return QFontMetricsF(_font(base, name, pixels))


def paint_drawing(painter: QPainter, drawing: Any, left: float = 0.0, top: float = 0.0) -> None:
    """Paint a drawing with its upper left corner at (left, top); its own origin is its lower left corner."""
    with kept(painter):
        painter.translate(left, top + drawing.height)
        painter.scale(1.0, -1.0)
        ScreenRenderer().draw(drawing, _Canvas(painter))


class _Canvas:
    """What ReportLab's base class asks of a canvas, around a painter."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def saveState(self) -> None:
        self.painter.save()

    def restoreState(self) -> None:
        self.painter.restore()


class ScreenRenderer(Renderer):
    """Shapes to painter calls; the state (colours, pen, font) is asked of ReportLab's own tracker for each shape."""

    _canvas: _Canvas
    _tracker: Any

    @property
    def painter(self) -> QPainter:
        return self._canvas.painter

    def drawNode(self, node: Any) -> None:
        """One shape, or a group and all in it, in its own state."""
        delta = getStateDelta(node)  # type: ignore[no-untyped-call]
        self._tracker.push(delta)
        self.painter.save()
        self.applyStateChanges(delta, {})
        self.drawNodeDispatcher(node)
        self.painter.restore()
        self._tracker.pop()

    def applyStateChanges(self, delta: Any, newState: Any) -> None:  # noqa: N803  ReportLab's own name
        """A group may move or turn what is in it; colours and pens are taken when a shape is drawn."""
        if "transform" in delta:
            self.painter.setTransform(QTransform(*delta["transform"]), combine=True)
        state = self._tracker.getState()
        self.painter.setPen(_pen(state))
        self.painter.setBrush(_brush(state["fillColor"]))

    def drawRect(self, rect: Any) -> None:
        self.painter.drawRoundedRect(QRectF(rect.x, rect.y, rect.width, rect.height), rect.rx, rect.ry)

    def drawLine(self, line: Any) -> None:
        self.painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))

    def drawCircle(self, circle: Any) -> None:
        self.painter.drawEllipse(QPointF(circle.cx, circle.cy), circle.r, circle.r)

    def drawPolyLine(self, p: Any) -> None:
        self.painter.drawPolyline(_points(p.points))

    def drawPolygon(self, p: Any) -> None:
        self.painter.drawPolygon(_points(p.points))

    def drawString(self, stringObj: Any) -> None:  # noqa: N803  ReportLab's own name
        """Text stands upright, so the page is turned over again around its baseline."""
        state = self._tracker.getState()
        self.painter.translate(stringObj.x, stringObj.y)
        self.painter.scale(1.0, -1.0)
        self.painter.setFont(_font(QApplication.font().toString(), state["fontName"], round(state["fontSize"])))
        self.painter.setPen(_colour(state["fillColor"]))
        self.painter.drawText(QPointF(0.0, 0.0), stringObj.text)


def _points(flat: list[float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)])


def _colour(colour: Any) -> QColor:
    return QColor.fromRgbF(colour.red, colour.green, colour.blue, colour.alpha)


def _brush(colour: Any) -> QBrush:
    return QBrush() if colour is None else QBrush(_colour(colour))


def _pen(state: Any) -> QPen:
    """The pen of a state; Qt counts dashes in widths of the pen."""
    if state["strokeColor"] is None:
        return QPen(Qt.PenStyle.NoPen)
    width = float(state["strokeWidth"])
    pen = QPen(_colour(state["strokeColor"]), width)
    pen.setCapStyle(CAPS[state["strokeLineCap"]])
    pen.setJoinStyle(JOINS[state["strokeLineJoin"]])
    if state["strokeDashArray"] and width:
        pen.setDashPattern([length / width for length in state["strokeDashArray"]])
    return pen
