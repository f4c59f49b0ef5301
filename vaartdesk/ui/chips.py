"""Chips one can press: the state of a record, and the filters above a list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.listing import Chip
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import CHIP, CHIP_LARGE, ChipSize, chip_height, chip_width, paint_box, paint_chip, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme


class StateChip(Ringed, QToolButton):
    """The state as a chip of 28; its menu, filled by the owner, offers the allowed moves only."""

    def __init__(self, chip: Chip, size: ChipSize = CHIP_LARGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip, self._size = chip, size
        self.setObjectName("status")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_chip(chip)

    def chip(self) -> Chip:
        return self._chip

    def set_chip(self, chip: Chip) -> None:
        self._chip = chip
        self.setAccessibleName(str(_("Stand: {}")).format(chip.label))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = max(chip_height(self._size), sizes.TARGET_LEAST)
        return QSize(round(chip_width(self._chip, self._size)), round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint_chip(painter, rect, self._chip, self._size)
        if self.isDown() or self.underMouse():
            paint_box(painter, rect, None, self._size.radius, theme().ink(self._chip.tone))


class ChipLabel(QWidget):
    """A chip that only tells."""

    def __init__(self, chip: Chip, size: ChipSize = CHIP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip, self._size = chip, size
        self.setAccessibleName(str(chip.label))

    def set_chip(self, chip: Chip) -> None:
        self._chip = chip
        self.setAccessibleName(str(chip.label))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._chip, self._size)), round(chip_height(self._size)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        height = chip_height(self._size)
        middle = (self.height() - height) / 2
        paint_chip(QPainter(self), QRectF(0, middle, self.width(), height), self._chip, self._size)


class FilterChip(Ringed, QToolButton):
    """A filter above a list, 28 high: "Straat" with an arrow; active it tells its value and can be cleared.

    `clicked` asks for the popup, which the owner shows. `cleared` comes from the cross, from Delete and Backspace.
    """

    cleared = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._value = str(label), ""
        self._needs_label = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_value("")

    def value(self) -> str:
        return self._value

    def set_value(self, value: str, *, needs_label: bool = False) -> None:
        """The value in words ("Open", "Straat: 2"); "" makes the filter inactive. ``needs_label``: the value alone does not say
        of what it is, and the label stands before it.
        """
        self._value, self._needs_label = str(value), needs_label and bool(value)
        self.setProperty("active", bool(value))
        self.setAccessibleName(f"{self._label}: {self._value}" if value else self._label)
        self.setToolTip(str(_("{}, Delete wist dit filter")).format(self.accessibleName()) if value else "")
        self.updateGeometry()
        self.update()

    def _text(self) -> str:
        return f"{self._label}: {self._value}" if self._needs_label else self._value or self._label

    def sizeHint(self) -> QSize:
        width = metrics("meta", 500).horizontalAdvance(self._text()) + 10 + sizes.SPACE_2 + sizes.ICON_INLINE + 8
        return QSize(round(width), round(max(sizes.PINNED, line_height() + sizes.SPACE_2)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cross(self) -> QRectF:
        """Where the cross or arrow is drawn."""
        side = sizes.ICON_INLINE
        return QRectF(self.width() - side - 8, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        is_active = bool(self._value)
        fill = "accent_soft" if is_active else ("hover" if self.underMouse() or self.isDown() else "surface")
        border = colours.colour("accent_soft" if is_active else "border")
        paint_box(painter, rect, colours.colour(fill), sizes.RADIUS, border)
        ink = colours.colour("accent_ink" if is_active else "text2")
        text = QRectF(10, 0, self._cross().left() - 10 - sizes.SPACE_1, rect.height())
        paint_text(painter, text, self._text(), ink, "meta", 500)
        paint_icon(painter, self._cross(), "x" if is_active else "chevron-down", ink)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the cross clears; its target is the whole right end of the chip."""
        is_cross = self._value and event.position().x() >= self._cross().left() - sizes.SPACE_2
        if is_cross and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._value and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
