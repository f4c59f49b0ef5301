"""Push buttons and icon buttons: primary (one per page), secondary, quiet, link, danger, and what "+ veld" offers.

The stylesheet dresses them by `kind`; here they get their icon in the right colour, their height, their spoken name
and their focus ring.
"""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import icon
from vaartdesk.ui.painting import CAP_PADDING, paint_cap, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme

Kind = Literal["primary", "secondary", "quiet", "link", "danger", "toast", "offer"]

ICON_ROLES: Final[dict[Kind, str]] = {
    "primary": "on_accent",
    "secondary": "text1",
    "quiet": "text2",
    "link": "accent_ink",
    "danger": "danger",
    "toast": "window",
    "offer": "text3",
}


class Button(Ringed, QPushButton):
    """A button of a kind. `text` carries the mnemonic (&); `key` is shown in the tooltip."""

    def __init__(
        self,
        text: str,
        icon_name: str = "",
        kind: Kind = "secondary",
        *,
        small: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(str(text), parent)
        self.setProperty("kind", kind)
        if small:
            self.setProperty("form", "small")
        if icon_name:
            self.setIcon(icon(icon_name, ICON_ROLES[kind]))
            self.setIconSize(QSize(sizes.ICON + sizes.SPACE_1, sizes.ICON))
        if key:
            self.setToolTip(f"{str(text).replace('&', '')}  {key}")
        self.setAutoDefault(False)


class KeyButton(Button):
    """A button with its key as a small cap beside the word; where room is short the cap goes (`show_key`)."""

    def __init__(self, text: str, key: str, cap: str = "") -> None:
        super().__init__(text, key=key)
        self.setAccessibleName(str(text))
        self.cap, self._is_capped = cap or key, True

    def show_key(self, *, is_shown: bool) -> None:
        """With its cap, or the word alone."""
        self._is_capped = is_shown
        self.updateGeometry()
        self.update()

    def cap_width(self) -> int:
        """The width of the cap and the gap before it; 0 without one."""
        if not self._is_capped:
            return 0
        return round(metrics("micro", 500).horizontalAdvance(self.cap)) + 2 * CAP_PADDING + sizes.SPACE_2

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.cap_width(), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        left = (self.width() - metrics("body", 500).horizontalAdvance(text) - self.cap_width()) / 2
        ink = theme().colour("text1" if self.isEnabled() else "text3")
        taken = paint_text(painter, QRectF(left, 0, self.width() - left, self.height()), text, ink, "body", 500)
        if self._is_capped:
            width = self.cap_width() - sizes.SPACE_2
            cap = QRectF(left + taken + sizes.SPACE_2, (self.height() - sizes.CHIP_ROW) / 2, width, sizes.CHIP_ROW)
            paint_cap(painter, cap, self.cap)


class LinkLine(Button):
    """A link in a line of facts: without padding, and elided where it does not fit."""

    def __init__(self, text: str) -> None:
        super().__init__(text, kind="link", small=True)
        self.setProperty("form", "inline")
        self._whole = str(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Another text."""
        self._whole = str(text)
        self.setAccessibleName(self._whole)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + 4
        return QSize(width, max(sizes.BUTTON_SMALL, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.BUTTON_SMALL, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 2)
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class IconButton(Ringed, QToolButton):
    """A square button with an icon only; `name` is its spoken name and tooltip."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        key: str = "",
        role: str = "text2",
        side: int = sizes.BUTTON,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name, role))
        self.setIconSize(QSize(sizes.ICON, sizes.ICON))
        self.setFixedSize(side, side)
        self.setAccessibleName(str(name))
        self.setToolTip(f"{name}  {key}" if key else str(name))
        self.setFocusPolicy(self.focusPolicy().StrongFocus)
        if framed:
            self.setProperty("look", "framed")
