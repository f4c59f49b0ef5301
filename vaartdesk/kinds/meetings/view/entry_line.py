"""The line one types in during a meeting: a note, and with one key a decision or an action instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Problem, Ref
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.long import LongText
from vaartdesk.ui.editors.registry import make_editor
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.labels import Label
from vaartdesk.ui.painting import paint_box
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

CHOICE, WIDEST = 140, 160
"""Width of a field beside the text: the least for a choice, the most for any."""
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Dress:
    """What the line is now. ``fields``: names of the fields asked beside the text."""

    name: str
    label: str
    icon: str
    kind: str = ""
    fields: tuple[str, ...] = ()


NOTE = Dress("note", _("Notitie"), "pen-line")
DECISION = Dress("decision", _("Besluit"), "gavel", "decision", ("outcome", "owner", "due_on"))
ACTION = Dress("action", _("Actie"), "circle-check", "action", ("owner", "due_on"))
DRESSES = {dress.name: dress for dress in (NOTE, DECISION, ACTION)}


class EntryText(LongText):
    """Enter sends, Shift+Enter begins a new line."""

    sent = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class EntryLine(QWidget):
    """objectName `entry`. `sent(dress name, text, answers)`; `left_over()`: Escape, the line is a note again.

    ``source``: the note that is being corrected, or made into something else.
    """

    sent = Signal(str, str, object)
    dressed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.dress = NOTE
        self.source: Ref | None = None
        self.setObjectName("entry")
        self.text = EntryText()
        self.text.setObjectName("entryText")
        self.text.setProperty("look", "bare")
        self.text.sent.connect(self.send)
        self.text.reverted.connect(self.clear)
        self.text.installEventFilter(self)
        self.head = Label("", "body", weight=600, tabular=True)
        self.problem = Label("", "meta", "danger", wrap=True)
        self.problem.setObjectName("entryProblem")
        self.editors: dict[str, dict[str, Editor]] = {
            dress.name: {name: make_editor(self._field(dress, name), desk) for name in dress.fields}
            for dress in (DECISION, ACTION)
        }
        self._build()
        self.put_on(NOTE)

    def _field(self, dress: Dress, name: str) -> Field:
        return self.desk.kinds[dress.kind].fields[name]

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(sizes.ICON + sizes.SPACE_2, 0, 0, 0)
        top.setSpacing(sizes.SPACE_2)
        top.addWidget(self.head)
        top.addStretch(1)
        for editors in self.editors.values():
            for editor in editors.values():
                editor.widget.setMaximumWidth(WIDEST)
                if editor.field.type.editor == "choice":
                    editor.widget.setMinimumWidth(CHOICE)
                editor.widget.setProperty("look", "")
                editor.widget.setProperty("placeholderText", str(editor.field.label))
                editor.widget.setToolTip(str(editor.field.label))
                top.addWidget(editor.widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.SPACE_3, sizes.SPACE_2, sizes.SPACE_3, sizes.SPACE_2)
        column.setSpacing(sizes.SPACE_1)
        column.addLayout(top)
        column.addWidget(self.text)
        column.addWidget(self.problem)
        self.problem.hide()
        self.setFocusProxy(self.text)

    # --- what it is now ------------------------------------------------------------------------------------------------

    def put_on(self, dress: Dress, values: Mapping[str, Any] | None = None) -> None:
        """Be a note, a decision or an action; what was typed stays."""
        is_other = dress is not self.dress
        self.dress = dress
        for name, editors in self.editors.items():
            for editor in editors.values():
                editor.widget.setVisible(name == dress.name)
                if name == dress.name and (is_other or values):
                    given = (values or {}).get(editor.field.name)
                    editor.show_value(given if given is not None else editor.field.default or editor.field.type.empty)
        self._order()
        self._tell_head()
        self.tell("")
        self.text.setAccessibleName(str(dress.label))
        hints = {"note": _("Typ wat er gezegd wordt; Enter bewaart"), "decision": _("Wat is er besloten?")}
        self.text.setPlaceholderText(str(hints.get(dress.name, _("Wat gaat er gebeuren?"))))
        self.update()
        self.dressed.emit(dress.name)

    def _order(self) -> None:
        """Tab goes from the words to what is asked beside them, though that stands above. Each time anew: a page orders
        its parts when it is shown.
        """
        last: QWidget = self.text
        for editor in self.editors.get(self.dress.name, {}).values():
            self.setTabOrder(last, editor.widget)
            last = editor.widget

    def _tell_head(self) -> None:
        number = self.desk.coming_number(self.dress.kind) if self.dress.kind == "decision" else ""
        label = str(_("Notitie wijzigen")) if self.dress is NOTE and self.source else str(self.dress.label)
        self.head.setText(f"{label} {number}".strip())
        self.head.set_role("accent_ink" if self.dress is DECISION else "text1")

    def begin(self, text: str, source: Ref | None = None) -> None:
        """Put words there: a note to be corrected or converted, or a proposed decision."""
        self.source = source
        self.text.setPlainText(text)
        self.text.document().setModified(True)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self._tell_head()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """An empty note again."""
        self.source = None
        self.text.setPlainText("")
        self.text.document().setModified(False)
        self.put_on(NOTE)

    def words(self) -> str:
        """What was typed."""
        return self.text.toPlainText().strip()

    # --- sending -------------------------------------------------------------------------------------------------------

    def send(self) -> None:
        """Hand over text and answers; what is wrong is told here and nothing is lost."""
        if not self.words():
            if self.dress is not NOTE:
                self.tell(str(_("Typ eerst de tekst.")))
            return
        answers: dict[str, Any] = {}
        for name, editor in self.editors.get(self.dress.name, {}).items():
            try:
                answers[name] = editor.value()
            except Invalid as error:
                self.show_problems([Problem(name, str(error))])
                return
        self.tell("")
        self.sent.emit(self.dress.name, self.words(), answers)

    def show_problems(self, problems: list[Problem]) -> None:
        """Why it was refused, beside the fields where they are here."""
        editors = self.editors.get(self.dress.name, {})
        for problem in problems:
            if problem.field in editors:
                editors[problem.field].set_problem(str(problem.sentence))
                editors[problem.field].focus()
        self.tell(" ".join(str(problem.sentence) for problem in problems))

    def tell(self, sentence: str) -> None:
        """A sentence under the line, or none."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if not sentence:
            for editor in self.editors.get(self.dress.name, {}).values():
                editor.set_problem("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in one of the fields sends too; Escape makes it a note again."""
        if event.key() in ENTER:
            self.send()
        elif event.key() == Qt.Key.Key_Escape and self.dress is not NOTE:
            self.put_on(NOTE)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # --- painting ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The frame shows where the focus is."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        is_decision, has_focus = self.dress is DECISION, self.text.hasFocus()
        fill = colours.colour("accent_soft" if is_decision else "surface")
        border = colours.colour("focus" if has_focus else "accent" if is_decision else "border")
        paint_box(painter, rect, fill, sizes.RADIUS, border, sizes.FOCUS_RING if has_focus else 1)
        side = sizes.ICON
        box = QRectF(sizes.SPACE_3, self.head.geometry().center().y() - side / 2 + 1, side, side)
        paint_icon(painter, box, self.dress.icon, colours.colour("accent_ink"))
