"""The minutes of an item, typed over in their own row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vaartdesk.schema.field import Field
from vaartdesk.schema.types.base import Invalid, ParseContext
from vaartdesk.ui.labels import Label

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class MinutesEdit(QLineEdit):
    """Enter saves, Up, Down and Tab save and go on, Escape leaves it as it was; what is wrong is told under it.

    `entered(minutes)` comes with a value that reads, `left(step)` when the editing is over: 0, or rows to go on.
    """

    entered = Signal(object)
    left = Signal(int)

    def __init__(self, field: Field, context: ParseContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._context = field, context
        self._before: Any = None
        self.setObjectName("minutes")
        self.setAccessibleName(str(field.label))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setProperty("look", "field")
        self.problem = Label("", "meta", "danger", parent=parent)
        self.problem.setObjectName("minutes_problem")
        self.problem.setAutoFillBackground(True)
        self.problem.hide()
        self.textEdited.connect(lambda _text: self._tell(""))
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def open_at(self, rect: QRect, value: int | None, typed: str = "") -> None:
        """Begin with the value, all of it chosen, or with what was typed already."""
        self._before = value
        self._tell("")
        self.setGeometry(rect)
        self.setText(typed or ("" if value is None else str(value)))
        if not typed:
            self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_quietly(self) -> None:
        """The row went: nothing is saved."""
        self.problem.hide()
        self.hide()

    def save(self) -> bool:
        """Hand over what was typed; False, with the sentence under the field, when it is no length of time."""
        if not self.is_open:
            return True
        try:
            value = self._field.type.check(self._field.type.parse(self.text(), self._context))
        except Invalid as error:
            self._tell(str(error))
            return False
        if value != self._before:
            self._before = value
            self.entered.emit(value)
        return True

    def _tell(self, sentence: str) -> None:
        self.setProperty("state", "error" if sentence else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleDescription(sentence)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.problem.adjustSize()
            self.problem.move(self.geometry().right() - self.problem.width(), self.geometry().bottom() + 2)
            self.problem.raise_()

    def _finish(self, step: int) -> None:
        if self.save():
            self.close_quietly()
            self.left.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish(0)
        elif key == Qt.Key.Key_Escape:
            self.close_quietly()
            self.left.emit(0)
        elif key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._finish(STEPS[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab goes to the minutes of the next item; Qt would take it for the next control."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in TABS:
            self._finish(STEPS[Qt.Key(event.key())])
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field saves it; what is wrong stays, with the reason."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.is_open and self.save():
            self.close_quietly()
