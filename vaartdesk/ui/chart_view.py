"""A chart of `vaartdesk.charts` in the window: the PDF's drawing in the colours and the font of the screen."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaartdesk.ui.focus_ring import RingedInside
from vaartdesk.ui.painting import paint_ring
from vaartdesk.ui.theme.theme import theme

WIDTH = 240
LEAST = 80
LEAST_HEIGHT = 24


class Chart(Protocol):
    """What every chart can: say what it shows, and draw it."""

    def sentence(self) -> str: ...

    def draw(self, palette: Any, width: float, height: float) -> Any: ...


class ChartView(RingedInside, QWidget):
    """Paints a chart over its width. ``height``: in logical pixels; 0 = as high as the chart itself needs.

    The sentence of the chart is its accessible name. With ``is_button`` it takes the focus, and a click, Enter or Space
    emits `activated`.
    """

    activated = Signal()

    def __init__(
        self, chart: Chart | None = None, height: int = 0, *, is_button: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._height, self._is_button = height, is_button
        self._chart: Chart | None = None
        self._drawn: tuple[float, Any] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(not height)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        if is_button:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.redraw)
        self.set_chart(chart)

    def chart(self) -> Chart | None:
        return self._chart

    def set_chart(self, chart: Chart | None) -> None:
        """Show another chart; the same one costs nothing."""
        if chart == self._chart and chart is not None:
            return
        self._chart = chart
        self.setAccessibleName(str(chart.sentence()) if chart is not None else "")
        self.redraw()

    def redraw(self) -> None:
        """Draw anew with the colours and the font of now."""
        self._drawn = None
        self.updateGeometry()
        self.update()

    def drawing(self, width: float) -> Any:
        """The drawing at a width; kept until the chart, the width or the theme changes."""
        from vaartdesk.ui.chart_painter import screen_palette  # ReportLab, only when a chart is shown

        if self._drawn is None or self._drawn[0] != width:
            assert self._chart is not None
            made = self._chart.draw(screen_palette(theme().scheme), width, float(self._height))
            self._drawn = (width, made)
        return self._drawn[1]

    # --- size ----------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return not self._height

    def heightForWidth(self, width: int) -> int:
        if self._height or self._chart is None:
            return self._height
        return int(-(-self.drawing(max(width, LEAST)).height // 1))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.heightForWidth(max(self.width(), LEAST)))

    def minimumSizeHint(self) -> QSize:
        """Where the height follows from the width, a least height would only outlive another width."""
        return QSize(LEAST, self._height or LEAST_HEIGHT)

    # --- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        from vaartdesk.ui.chart_painter import paint_drawing

        painter = QPainter(self)
        paint_drawing(painter, self.drawing(self.width()))
        if self.is_ringed:
            paint_ring(painter, QRectF(self.rect()))

    # --- as a button ---------------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint())
        if self._is_button and is_click:
            self.activated.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_button and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit()
        else:
            super().keyPressEvent(event)
