"""A card with a chart that is one large button: title, remark, picture, a line below, and the way to its source."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.ui.chart_view import Chart, ChartView
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.painting import paint_box
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme


class ChartCard(Ringed, QAbstractButton):
    """``height``: of the chart in logical pixels, 0 = as high as the chart needs. A click, Space or Enter emits `clicked`."""

    def __init__(self, title: str, height: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(str(title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.heading, self.remark = Label(title, "body", weight=600), Label("", "meta", "text3")
        self.view = ChartView(height=height)
        self.caption, self.caption_end = ElidedLabel("", "micro", "text2"), Label("", "micro", "text2")
        self._column = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        column = self._column
        column.setContentsMargins(*[sizes.CARD_PADDING] * 4)
        column.setSpacing(sizes.SPACE_2)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.remark)
        foot.addWidget(self.caption, 1)
        foot.addWidget(self.caption_end)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addLayout(foot)
        column.addStretch(1)
        for part in (self.heading, self.remark, self.view, self.caption, self.caption_end):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_chart(self, chart: Chart, *, remark: str = "", caption: str = "", end: str = "", tip: str = "") -> None:
        """Fill the card; ``tip`` is what a pointer that rests on it is told."""
        self.view.set_chart(chart)
        self.remark.setText(remark)
        self.caption.set_text(caption)
        self.caption_end.setText(end)
        self.remark.setVisible(bool(remark))
        self.caption.setVisible(bool(caption))
        self.caption_end.setVisible(bool(end))
        self.setToolTip(tip)
        spoken = (self.text(), remark, str(chart.sentence()), caption, end)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in spoken if part))
        self.setAccessibleDescription(tip)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme()
        border = "line" if self.underMouse() or self.isDown() else "border"
        paint_box(QPainter(self), QRectF(self.rect()), colours.colour("surface"), sizes.RADIUS, colours.colour(border))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
