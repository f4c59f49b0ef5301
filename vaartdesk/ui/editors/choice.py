"""One of a fixed row of options, and yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy

from vaartdesk.schema.field import Field
from vaartdesk.schema.types.texts import ChoiceType
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.icons import icon, paint_icon
from vaartdesk.ui.painting import paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


INSET = 10
PICTURE = int(Qt.ItemDataRole.UserRole) + 1


class Choices(QComboBox):
    """A combo box that saves when its list closes or focus leaves, and leaves the wheel to the page."""

    left = Signal()
    reverted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Like a field of one line: at rest the value reads as text, without an arrow."""
        painter = QPainter(self)
        self._paint_ground(painter)
        rect = QRectF(self.rect()).adjusted(INSET, 0, -INSET, 0)
        picture = self.itemData(self.currentIndex(), PICTURE)
        if isinstance(picture, str) and self.isEnabled():
            side = sizes.ICON_INLINE
            paint_icon(
                painter, QRectF(rect.left(), (self.height() - side) / 2, side, side), picture, theme().colour("text2")
            )
            rect.setLeft(rect.left() + side + sizes.SPACE_1 + 2)
        paint_text(painter, rect, self.currentText(), theme().colour("text1" if self.isEnabled() else "text3"))
        if self.isEnabled() and (self.underMouse() or self.hasFocus() or self.property("look") != "field"):
            side = sizes.ICON_INLINE
            box = QRectF(self.width() - side - sizes.SPACE_2, (self.height() - side) / 2, side, side)
            paint_icon(painter, box, "chevron-down", theme().colour("text2"))

    def _paint_ground(self, painter: QPainter) -> None:
        """Nothing, the fill under the pointer, or the frame of focus or of an error."""
        colours, rect = theme(), QRectF(self.rect())
        is_field = self.property("look") == "field"
        if self.property("state") == "error":
            danger = QColor(colours.state("danger").solid)
            paint_box(painter, rect, colours.colour("surface"), sizes.RADIUS_FIELD, danger, sizes.FOCUS_RING)
        elif self.hasFocus():
            ring = colours.colour("focus")
            paint_box(painter, rect, colours.colour("surface"), sizes.RADIUS_FIELD, ring, sizes.FOCUS_RING)
        elif not is_field:
            paint_box(painter, rect, colours.colour("surface"), sizes.RADIUS_FIELD, colours.colour("border"))
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, rect, colours.colour("hover"), sizes.RADIUS_FIELD)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def hidePopup(self) -> None:
        """The list closed: what was chosen is set after Qt is done with it."""
        super().hidePopup()
        QTimer.singleShot(0, self, self.left.emit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.reverted.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceEditor(Editor):
    """Slug of a ChoiceType. An unknown slug, of a newer version, stays in the list as itself."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.box = Choices()
        super().__init__(field, desk, self.box)
        assert isinstance(field.type, ChoiceType)
        self.options = field.type
        self._fill()
        self.box.activated.connect(self._mark_typed)
        self.box.left.connect(self._leave)
        self.box.reverted.connect(self._revert_if_typed)

    def _fill(self) -> None:
        if not self.field.required:
            self.box.addItem("", "")
        for option in self.options.options:
            if option.icon:
                self.box.addItem(icon(option.icon), str(option.label), option.slug)
                self.box.setItemData(self.box.count() - 1, option.icon, PICTURE)
            else:
                self.box.addItem(str(option.label), option.slug)

    def wanted_width(self) -> float:
        picture = sizes.ICON_INLINE + sizes.SPACE_2 if self.box.itemData(self.box.currentIndex(), PICTURE) else 0
        return self.box.fontMetrics().horizontalAdvance(self.box.currentText()) + 2 * INSET + picture

    def text(self) -> str:
        return str(self.box.currentData() or "")

    def _put(self, text: str) -> None:
        row = self.box.findData(text)
        if row < 0 and text:
            self.box.addItem(str(self.options.option(text).label), text)
            row = self.box.count() - 1
        self.box.setCurrentIndex(row)

    def _show(self, value: Any) -> None:
        self._put(str(value or ""))

    def value(self) -> Any:
        """The chosen slug; one that was there already passes, even when it is not ours to know."""
        text = self.text()
        return text if text == self._shown else self.options.check(text)

    def _revert_if_typed(self) -> None:
        if self.is_dirty:
            self.revert()


class FlagEditor(Editor):
    """A check box; a click saves."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.box = QCheckBox()
        super().__init__(field, desk, self.box)
        self.box.setProperty("look", "")
        self.box.clicked.connect(self._click)

    def _click(self) -> None:
        self._mark_typed()
        self._leave()

    def text(self) -> str:
        return "1" if self.box.isChecked() else "0"

    def _put(self, text: str) -> None:
        self.box.setChecked(text == "1")

    def _show(self, value: Any) -> None:
        self.box.setChecked(bool(value))
