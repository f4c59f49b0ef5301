"""Text of several lines, as high as its text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from vaartdesk.schema.field import Field
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.file_taking import is_paste_of_files

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LEAST_LINES = 1
MOST_LINES = 18
FRAME = 8
"""Frame, padding and the document's margin above and below."""
BOXED = 14
"""As much of a text in a dialog, which always has a frame."""
MARGIN = 1

Keys = QKeySequence.StandardKey


class LongText(QPlainTextEdit):
    """Grows with its text up to `MOST_LINES`. Tab leaves; Ctrl+Enter saves; Esc gives the stored text back."""

    left = Signal()
    reverted = Signal()

    least_lines = LEAST_LINES
    """Lines it has room for, however short its text."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the editor's own only while there is typing to undo; else it is the program's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            is_foreign = event.matches(Keys.Undo) and not document.isUndoAvailable()
            if is_foreign or (event.matches(Keys.Redo) and not document.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.reverted.emit()
        elif is_paste_of_files(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls unless this text has a scroll bar of its own and the focus."""
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height of the text; a plain document counts its height in lines."""
        lines = max(self.least_lines, round(self.document().size().height()))
        is_full = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        around = FRAME if self.property("look") == "field" else BOXED
        height = math.ceil(min(lines, MOST_LINES) * QFontMetricsF(self.font()).lineSpacing()) + around
        if height != self.maximumHeight():  # the least height may be the stylesheet's
            self.setFixedHeight(height)


class LongEditor(Editor):
    """See LongText."""

    is_tall = True

    def __init__(self, field: Field, desk: Desk) -> None:
        self.area = LongText()
        super().__init__(field, desk, self.area)
        self.area.textChanged.connect(self._mark_typed)
        self.area.left.connect(self._leave)
        self.area.reverted.connect(self.revert)
        self.area.setPlaceholderText(str(field.hint))

    def text(self) -> str:
        return self.area.toPlainText()

    def _put(self, text: str) -> None:
        if text != self.area.toPlainText():
            self.area.setPlainText(text)
        self.area.document().clearUndoRedoStacks()
        self.area.document().setModified(False)

    def put_text(self, text: str) -> None:
        super().put_text(text)
        self.area.document().setModified(True)

    def set_read_only(self, is_read_only: bool) -> None:
        self.area.setReadOnly(is_read_only)
