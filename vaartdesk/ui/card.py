"""A card: surface, one hairline around it, radius 6; and a card that is one large button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.labels import Label
from vaartdesk.ui.painting import CENTRE, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme


class Card(QFrame):
    """A card with an optional title and a remark at the right; content goes into `body`."""

    def __init__(self, title: str = "", remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.title = Label(title, "body", weight=600)
        self.remark = Label(remark, "meta", "text3")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*[sizes.CARD_PADDING] * 4)
        self.body.setSpacing(sizes.SPACE_2)
        if title:
            self.setAccessibleName(str(title))
            row = QHBoxLayout()
            row.addWidget(self.title, 1)
            row.addWidget(self.remark)
            self.body.addLayout(row)


class ActionCard(Ringed, QAbstractButton):
    """Icon, what it does, what you get, and its key at the right; it listens to an Alt key itself."""

    def __init__(self, label: str, remark: str, icon_name: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark, self._icon, self._key = str(remark), icon_name, key
        self.setText(str(label))
        self.setAccessibleName(str(label))
        self.setAccessibleDescription(self._remark)
        if key.startswith("Alt+"):  # Ctrl keys are the window's already, and two of a kind would be ambiguous
            self.setShortcut(key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(420, max(56, round(line_height() + line_height("meta")) + 22))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        fill = "selection" if self.isDown() else "hover" if self.underMouse() else "surface"
        paint_box(painter, rect, colours.colour(fill), sizes.RADIUS, colours.colour("border"))
        side = sizes.ICON_RAIL
        icon = QRectF(14, rect.center().y() - side / 2, side, side)
        paint_icon(painter, icon, self._icon, colours.colour("accent_ink"))
        left, right = icon.right() + sizes.SPACE_3, rect.right() - 14
        if self._key:
            right = self._paint_key(painter, right) - sizes.SPACE_3
        first, second = line_height() + 2, line_height("meta") + 2
        top = rect.center().y() - (first + second) / 2
        line = QRectF(left, top, right - left, first)
        paint_text(painter, line, self.text().replace("&", ""), colours.colour("text1"), "body", 500)
        line = QRectF(left, top + first, right - left, second)
        paint_text(painter, line, self._remark, colours.colour("text3"), "meta")

    def _paint_key(self, painter: QPainter, right: float) -> float:
        """The key as a cap; answers its left edge."""
        text = self._key.replace("+", " ")
        width = metrics("micro", 500).horizontalAdvance(text) + 12
        cap = QRectF(right - width, self.height() / 2 - 9, width, 18)
        paint_box(painter, cap, theme().colour("window"), sizes.RADIUS_FIELD, theme().colour("border"))
        paint_text(painter, cap, text, theme().colour("text2"), "micro", 500, align=CENTRE)
        return cap.left()
