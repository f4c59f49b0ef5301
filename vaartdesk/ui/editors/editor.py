"""One editor: a real Qt widget that shows and reads one field, and the small controller that drives it.

The widget bears the attribute's name as `objectName`. Nothing here writes: the holder of the editor listens to `left`,
parses with `value()`, saves, and shows a sentence with `set_problem` when the value is wrong. Typed text is never lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from vaartdesk.schema.field import Field
from vaartdesk.schema.types.base import Invalid, ParseContext

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class Editor(QObject):
    """Base of all editors.

    `typed` comes with every edit by a person, `left` when focus leaves or Enter is pressed, `open_requested(Ref)` when
    the record that a reference names is to be shown.
    """

    typed = Signal()
    left = Signal()
    open_requested = Signal(object)

    is_tall = False
    """Whether it wants the whole width of the form, whatever it holds."""

    def __init__(self, field: Field, desk: Desk, widget: QWidget) -> None:
        super().__init__(widget)
        self.field, self.desk, self.widget = field, desk, widget
        self.beside: Callable[[str], Any] = lambda _name: None
        """The value of another field of the same record, as far as it is known; the holder gives it."""
        self.problem = ""
        self._shown: Any = field.type.empty
        self._is_dirty = False
        self._is_showing = False
        widget.setObjectName(field.name)
        widget.setAccessibleName(str(field.label))
        widget.setProperty("look", "field")
        widget.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if field.hint:
            widget.setAccessibleDescription(str(field.hint))

    # --- what a kind of editor says ------------------------------------------------------------------------------

    def text(self) -> str:
        """What stands in the widget now, as a draft keeps it."""
        raise NotImplementedError

    def _put(self, text: str) -> None:
        """Put text into the widget."""
        raise NotImplementedError

    def value(self) -> Any:
        """The Python value of what stands there. Raises Invalid with a Dutch sentence."""
        return self.field.type.check(self.field.type.parse(self.text(), self._context()))

    def value_or_none(self) -> Any:
        """What stands there, None while it cannot be read."""
        try:
            return self.value()
        except Invalid:
            return None

    def _context(self) -> ParseContext:
        """What reading depends on here."""
        return ParseContext(self.desk.today)

    def _show(self, value: Any) -> None:
        """Bring the stored value into the widget."""
        self._put(self.field.type.field_text(value))

    # --- what the holder calls -----------------------------------------------------------------------------------

    def show_value(self, value: Any) -> None:
        """Show the stored value; what was typed and the error go."""
        self._shown = value
        self._is_showing = True
        try:
            self._show(value)
        finally:
            self._is_showing = False
        self._is_dirty = False
        self.set_problem("")

    def show_unless_typing(self, value: Any) -> None:
        """A change from elsewhere: shown at once, or remembered for Esc while somebody types."""
        if self._is_dirty:
            self._shown = value
        else:
            self.show_value(value)

    @property
    def shown(self) -> Any:
        """The stored value that was shown last."""
        return self._shown

    @property
    def is_dirty(self) -> bool:
        """Whether a person typed something that is not saved."""
        return self._is_dirty

    def put_text(self, text: str) -> None:
        """Put text there as if it was typed (a draft that survived a crash)."""
        self._put(text)
        self._mark_typed()

    def tidy(self, value: Any) -> None:
        """Show what was understood of the words (`+1w` is a date), in a dialog that saves only later."""

    def revert(self) -> None:
        """Back to the stored value."""
        self.show_value(self._shown)
        self.typed.emit()

    def set_problem(self, sentence: str) -> None:
        """Mark the widget as wrong, or ('') as right again; the sentence itself is shown by the field's box."""
        if sentence == self.problem:
            return
        self.problem = sentence
        self.widget.setProperty("state", "error" if sentence else "")
        self.widget.style().unpolish(self.widget)
        self.widget.style().polish(self.widget)
        hint = str(self.field.hint)
        self.widget.setAccessibleDescription(sentence or hint)

    def set_read_only(self, is_read_only: bool) -> None:
        """A locked record: the value can be read and copied, not changed."""
        self.widget.setEnabled(not is_read_only)

    def wrap(self) -> None:
        """On a page to read nothing is cut: a long value takes more lines."""

    def wanted_width(self) -> float:
        """The width in which the value that is shown is not cut; 0 = any."""
        return 0.0

    @property
    def focus_widget(self) -> QWidget:
        """The part that takes the keyboard."""
        return self.widget

    def focus(self) -> None:
        self.focus_widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- for subclasses ------------------------------------------------------------------------------------------

    def _mark_typed(self) -> None:
        """A person changed something."""
        if not self._is_showing:
            self._is_dirty = True
            self.typed.emit()

    def _leave(self) -> None:
        """Focus left or Enter: time to save."""
        if not self._is_showing:
            self.left.emit()
