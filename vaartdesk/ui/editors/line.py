"""Text of one line. At rest it looks like text; the pointer brings a fill and a pencil, focus a ring."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.texts import LIMIT
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.file_taking import is_paste_of_files
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.wrapping import paint_wrapped, wrapped

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Zone:
    """A small picture at the right edge that can be clicked; its deed has a key as well."""

    icon: str
    act: Callable[[], None] | None = None
    tip: str = ""


PENCIL = Zone("pencil")
PADDING = 22
"""Border, padding and inner margin at both sides of the text."""


class Line(QLineEdit):
    """A line edit that at rest elides, or on a page to read wraps; it paints its zones; Esc gives the stored text back."""

    reverted = Signal()
    least = 0
    """The height it has also with a short text; 0 leaves that to the stylesheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(
            LIMIT + 1
        )  # Qt's own limit would drop the rest of a text without a word; this one is refused aloud
        self.zones: tuple[Zone, ...] = (PENCIL,)
        self.wraps = False

    def wrap(self) -> None:
        """At rest be as high as the text takes. With the focus the text is one line, and the height stays."""
        self.wraps = True
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text."""
        text = wrapped(self.text(), self.font(), self._contents(self._option()).width())
        is_long = text.lineCount() > 1
        height = math.ceil(text.boundingRect().height()) + sizes.SPACE_2 if is_long else self.least
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.wraps and event.size().width() != event.oldSize().width():
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the editor's own only while there is typing to undo; else it is the program's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_foreign(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_foreign(self, event: QKeyEvent) -> bool:
        if event.matches(Keys.Undo):
            return not self.isUndoAvailable()
        return event.matches(Keys.Redo) and not self.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.reverted.emit()
        elif is_paste_of_files(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setToolTip(self.text() if self._is_overflowing() and not self.wraps else "")
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Focused, or where it fits: Qt's own painting; else the text at rest; under the pointer also the zones."""
        if self.hasFocus() or not self._is_overflowing():
            super().paintEvent(event)
        else:
            self._paint_whole()
        if self._shows_zones():
            self._paint_zones()

    def _shows_zones(self) -> bool:
        if self.isReadOnly() or not self.isEnabled():
            return False
        return (self.hasFocus() and len(self.zones) > 1) or (self.underMouse() and not self.hasFocus())

    def _contents(self, option: QStyleOptionFrame) -> QRect:
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option

    def _is_overflowing(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self._contents(self._option()).width()

    def _paint_whole(self) -> None:
        """At rest: the whole text on as many lines as it takes, or one line that elides."""
        option, painter = self._option(), QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        rect = self._contents(option)
        painter.setPen(option.palette.text().color())
        if self.wraps:
            paint_wrapped(painter, QRectF(rect), self.text(), self.font(), option.palette.text().color())
            return
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def zone_rect(self, number: int) -> QRect:
        """Where a zone lies; the last one is at the right edge. At least 28 px wide."""
        side = max(sizes.TARGET_LEAST, self.height())
        right = self.width() - (len(self.zones) - 1 - number) * side
        return QRect(right - side, 0, side, self.height())

    def _paint_zones(self) -> None:
        painter = QPainter(self)
        colours = theme()
        ground = colours.colour("surface" if self.hasFocus() else "hover")
        for number, zone in enumerate(self.zones):
            rect = QRectF(self.zone_rect(number))
            painter.fillRect(rect.adjusted(0, 3, -3, -3), ground)
            side = sizes.ICON_INLINE
            box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            paint_icon(painter, box, zone.icon, colours.colour("text2"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, zone in enumerate(self.zones):
            if (
                zone.act is not None
                and self._shows_zones()
                and self.zone_rect(number).contains(event.position().toPoint())
            ):
                zone.act()
                return
        super().mousePressEvent(event)


class LineEditor(Editor):
    """Text, numbers and money: whatever the field's type reads from one line."""

    def __init__(self, field: Field, desk: Desk, line: Line | None = None) -> None:
        self.line = line or Line()
        super().__init__(field, desk, self.line)
        self.line.textEdited.connect(self._mark_typed)
        self.line.editingFinished.connect(self._leave)
        self.line.reverted.connect(self.revert)
        self.line.setPlaceholderText(str(field.hint))

    def text(self) -> str:
        return self.line.text()

    def _put(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def wrap(self) -> None:
        self.line.wrap()

    def wanted_width(self) -> float:
        return self.line.fontMetrics().horizontalAdvance(self.line.text()) + PADDING

    def put_text(self, text: str) -> None:
        super().put_text(text)
        self.line.setModified(True)

    def tidy(self, value: object) -> None:
        text = self.field.type.field_text(value)
        if text != self.line.text():
            self._put(text)
            self.line.setModified(True)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)

    def _show(self, value: object) -> None:
        super()._show(value)
        if self.line.hasFocus():
            self.line.setCursorPosition(len(self.line.text()))
