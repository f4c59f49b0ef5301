"""The title of a record: a line to type in, that wraps instead of being cut while one reads it; and the line under it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from vaartdesk.schema.kind import Kind
from vaartdesk.ui.editors.line import Line, LineEditor
from vaartdesk.ui.focus_ring import RingedInside
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import paint_box, paint_ring
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import font, line_height, metrics
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.wrapping import paint_wrapped, wrapped

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class TitleLine(Line):
    """It begins where the line above it does, and is never cut."""

    def __init__(self) -> None:
        super().__init__()
        self.zones = ()
        self.setTextMargins(-2, 0, 0, 0)
        self.wrap()


class TitleEditor(LineEditor):
    """The title in its own size, without a frame."""

    def __init__(self, kind: Kind, name: str, desk: Desk) -> None:
        self.title_line = TitleLine()
        super().__init__(kind.fields[name], desk, self.title_line)
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self.title_line.setFont(font("title"))
        self.title_line.least = round(line_height("title")) + sizes.SPACE_2
        self.title_line.fit()


class SubtitleButton(RingedInside, QAbstractButton):
    """What a record says of itself in one line, wrapped where that is narrow; a click, Enter or Space goes to its fields."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setObjectName("subtitle")
        self._label = label
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, text: str) -> None:
        """Say this; '' hides it."""
        self.setText(text)
        self.setAccessibleName(f"{self._label}: {text}")
        self.setVisible(bool(text))
        self.updateGeometry()

    def _inside(self, rect: QRectF) -> QRectF:
        return rect.adjusted(sizes.SPACE_2, 0, -sizes.TARGET_LEAST, 0)

    def heightForWidth(self, width: int) -> int:
        room = self._inside(QRectF(0, 0, width, 10_000))
        text = wrapped(self.text(), font("body"), room.width()).boundingRect().height()
        return max(sizes.TARGET_LEAST, math.ceil(text) + sizes.SPACE_1)

    def sizeHint(self) -> QSize:
        width = round(metrics("body").horizontalAdvance(self.text())) + sizes.SPACE_2 + sizes.TARGET_LEAST + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.DETAIL_LEAST // 2, sizes.TARGET_LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, colours = QPainter(self), QRectF(self.rect()), theme()
        if self.underMouse():
            paint_box(painter, rect, colours.colour("hover"), sizes.RADIUS_FIELD)
            side = sizes.ICON_INLINE
            middle = rect.center().y() - side / 2
            paint_icon(painter, QRectF(rect.right() - side - 7, middle, side, side), "pencil", colours.colour("text2"))
        paint_wrapped(painter, self._inside(rect), self.text(), font("body"), colours.colour("text2"))
        if self.is_ringed:
            paint_ring(painter, rect, sizes.RADIUS_FIELD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
