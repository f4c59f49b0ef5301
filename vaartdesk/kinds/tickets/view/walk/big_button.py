"""A button for a cold thumb: large, with a sign, a word and its key; it can stay chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from vaartdesk.schema.listing import Tone
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import CENTRE, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import Style, line_height, metrics
from vaartdesk.ui.theme.theme import theme


class BigButton(Ringed, QAbstractButton):
    """``height``: 48 or 72; ``tone`` gives it the colours of a state. Its key is shown; the page listens to it."""

    def __init__(
        self,
        text: str,
        icon_name: str,
        key: str,
        tone: Tone | None = None,
        *,
        height: int,
        is_primary: bool = False,
    ) -> None:
        super().__init__()
        self._icon, self._key, self._tone, self._height = icon_name, key, tone, height
        self._is_primary = is_primary
        self._style: Style = "section" if height > sizes.TARGET_LARGE else "body"
        self.setText(str(text))
        self.setAccessibleName(str(text))
        self.setToolTip(f"{text}  {key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _needed(self) -> float:
        word = metrics(self._style, 600).horizontalAdvance(self.text())
        return float(word + self._cap() + sizes.ICON_RAIL + 2 * sizes.SPACE_2 + 2 * sizes.SPACE_3)

    def _cap(self) -> float:
        return float(metrics("micro", 500).horizontalAdvance(self._key) + sizes.SPACE_3) if self._key else 0.0

    def sizeHint(self) -> QSize:
        return QSize(round(self._needed()), max(self._height, round(line_height(self._style)) + 2 * sizes.SPACE_3))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        ink = self._paint_ground(painter, rect)
        side, word = sizes.ICON_RAIL, metrics(self._style, 600).horizontalAdvance(self.text())
        left = rect.center().x() - (side + sizes.SPACE_2 + word + sizes.SPACE_2 + self._cap()) / 2
        paint_icon(painter, QRectF(left, rect.center().y() - side / 2, side, side), self._icon, ink)
        left += side + sizes.SPACE_2
        paint_text(painter, QRectF(left, 0, word + 1, rect.height()), self.text(), ink, self._style, 600)
        self._paint_key(painter, left + word + sizes.SPACE_2)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> QColor:
        """Fill and border; answers the colour of the words."""
        colours = theme()
        if not self.isEnabled():
            paint_box(painter, rect, colours.colour("groove"), sizes.RADIUS)
            return colours.colour("text3")
        if self._is_primary:
            fill = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
            paint_box(painter, rect, colours.colour(fill), sizes.RADIUS)
            return colours.colour("on_accent")
        state = colours.state(self._tone) if self._tone else None
        border, wide = colours.colour("border"), 1.0
        ground = colours.colour("selection" if self.isDown() else "hover" if self.underMouse() else "surface")
        if state is not None and (self.isChecked() or self.isDown()):
            ground, border, wide = QColor(state.soft), QColor(state.solid), 2.0
        paint_box(painter, rect, ground, sizes.RADIUS, border, wide)
        return QColor(state.fg) if state is not None else colours.colour("text1")

    def _paint_key(self, painter: QPainter, left: float) -> None:
        if self._key:
            cap = QRectF(left, self.height() / 2 - 9, self._cap(), 18)
            paint_box(painter, cap, theme().colour("window"), sizes.RADIUS_FIELD, theme().colour("border"))
            paint_text(painter, cap, self._key, theme().colour("text2"), "micro", 500, align=CENTRE)
