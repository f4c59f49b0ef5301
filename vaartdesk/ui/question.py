"""Running a command: what it asks first, the sentence it ends with, and what it has to say when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.schema.types.base import Invalid
from vaartdesk.schema.types.texts import LongTextType
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.editors.long import LongEditor
from vaartdesk.ui.editors.registry import make_editor
from vaartdesk.ui.labels import Label
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LABEL_WIDTH = 120
WIDTH, WIDE = 560, 680
"""Of a question, and of one with a text to write."""
LONG_LINES = 4


def _is_long(field: Field) -> bool:
    return isinstance(field.type, LongTextType)


class Question(Dialog):
    """Asks some fields and hands the values to ``act``; it stays open, with the sentence beside the field, when that refuses."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        fields: Sequence[Field],
        act: Any,
        *,
        explanation: str = "",
        agree: str = "",
        values: Mapping[str, Any] | None = None,
        follows: Callable[[str, Any], Mapping[str, Any]] | None = None,
    ) -> None:
        """``follows(field name, value)``: what other fields are filled with once this one is answered."""
        super().__init__(title, explanation, width=WIDE if any(_is_long(field) for field in fields) else WIDTH)
        self.setObjectName("question")
        self._act, self.desk, self._follows = act, desk, follows
        self._answered: dict[str, Any] = {}
        self._filled: dict[str, str] = {}
        self.boxes: dict[str, FieldBox] = {}
        given = values or {}
        for field in fields:
            box = FieldBox(make_editor(field, desk), label_width=LABEL_WIDTH, height=sizes.INPUT)
            box.editor.widget.setProperty("look", "")
            if isinstance(box.editor, LongEditor):
                box.editor.area.least_lines = LONG_LINES
            start = field.default if field.default is not None else field.type.empty
            box.editor.show_value(given.get(field.name, start))
            box.attend()
            box.keep_requested.connect(self.send_anyway)
            for said in (box.editor.typed, box.editor.left):
                said.connect(lambda name=field.name: self._follow(name))
            self.boxes[field.name] = box
            self.body.addWidget(box)
        self.problem = Label("", "body", "danger", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.add_button(Button(str(_("Annuleren"))), accepts=False).setObjectName("cancel")
        self.agree = self.add_button(Button(agree or str(title), kind="primary"))
        self.agree.setObjectName("agree")
        self.agree.clicked.connect(self.send)

    def _follow(self, name: str) -> None:
        """Fill what follows from an answer. Words that somebody typed stay: what follows comes below them."""
        if self._follows is None:
            return
        try:
            value = self.boxes[name].editor.value()
        except Invalid:
            return
        if self._answered.get(name, self.boxes[name].editor.shown) == value:
            return
        self._answered[name] = value
        for other, given in self._follows(name, value).items():
            editor = self.boxes[other].editor
            before, text = editor.text().strip(), editor.field.type.field_text(given)
            was_filled = before in {"", self._filled.get(other, editor.field.type.field_text(editor.shown)).strip()}
            self._filled[other] = text
            editor.put_text(text if was_filled or not editor.is_tall else f"{before}\n\n{text}")

    def first_focus(self) -> QWidget:
        """The first field; what is proposed there is typed over."""
        first = super().first_focus()
        if isinstance(first, QLineEdit):
            first.selectAll()
        return first

    def values(self) -> dict[str, Any]:
        """What was filled in. Raises Refused with a problem for each wrong field."""
        found: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, box in self.boxes.items():
            try:
                found[name] = box.editor.value()
            except Invalid as error:
                problems.append(Problem(name, str(error)))
                continue
            if box.editor.field.required and box.editor.field.type.is_empty(found[name]):
                problems.append(Problem(name, str(_("Vul dit in."))))
        if problems:
            raise Refused(problems)
        return found

    def send(self) -> None:
        """Do it; close when it worked."""
        for box in self.boxes.values():
            box.show_problem("")
        self.problem.hide()
        try:
            self._act(self.values())
        except Refused as refused:
            self._tell(refused.problems)
            return
        self.accept()

    def send_anyway(self) -> None:
        """Do it whatever the words were warned of."""
        with self.desk.door.despite_warnings():
            self.send()

    def _tell(self, problems: Sequence[Problem]) -> None:
        rest = []
        for problem in problems:
            box = self.boxes.get(problem.field)
            if box is None:
                rest.append(str(problem.sentence))
            else:
                box.show_problem(str(problem.sentence), is_warning=problem.is_warning)
        self.problem.setText(" ".join(rest))
        self.problem.setVisible(bool(rest))
        first = next((self.boxes[p.field] for p in problems if p.field in self.boxes), None)
        if first is not None:
            first.editor.focus()


def ask_anyway(
    anchor: QWidget, desk: Desk, stage: Stage, problems: Sequence[Problem], again: Callable[[], object]
) -> None:
    """What no field stands in the way of: do it ``again`` whatever was warned of, once somebody says so; or say why not."""
    told = " ".join(str(problem.sentence) for problem in problems)
    if not all(problem.is_warning for problem in problems):
        stage.announce(told)
        return

    def act(_answers: Mapping[str, Any]) -> None:
        with desk.door.despite_warnings():
            again()

    title, agree = str(_("Toch doorgaan?")), str(_("Toch doen"))
    stage.show_dialog(anchor, Question(desk, title, (), act, explanation=told, agree=agree))


def tell_outcome(stage: Stage, outcome: Outcome) -> None:
    """The sentence as a toast: with the way back, or where a file was written the way to it; then the paper, if any.

    The paper comes a turn later: what was asked closes first, and the focus stays with the paper.
    """
    if outcome.file:
        stage.file_made.emit(outcome.file, str(outcome.sentence))
    elif outcome.sentence:
        stage.announce(outcome.sentence, is_undoable=True)
    if outcome.paper is not None:
        QTimer.singleShot(0, stage, lambda: stage.paper_made.emit(outcome.paper))


class CommandRunner:
    """Runs commands from wherever they were chosen: menu, palette, button or key."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        self.desk, self.stage = desk, stage

    def run(self, anchor: QWidget, command: Command, refs: Sequence[Ref]) -> None:
        """Ask what it needs, run it, tell the outcome. Raises Refused when there was nothing to ask and it refuses."""
        from vaartdesk.store.errors import WorkspaceError  # the store comes after the first frame

        with self.desk.read() as reader:
            fields = command.asks(reader, refs)
        if fields:
            act = lambda answers: self._do(command, refs, answers)  # noqa: E731  one line, one use

            def follows(name: str, value: Any) -> Mapping[str, Any]:
                with self.desk.read() as reader:
                    return command.follows(reader, refs, name, value)

            self.stage.show_dialog(anchor, Question(self.desk, str(command.label), fields, act, follows=follows))
            return
        try:
            self._do(command, refs, {})
        except WorkspaceError as error:
            self.stage.announce(str(error))

    def _do(self, command: Command, refs: Sequence[Ref], answers: Mapping[str, Any]) -> None:
        outcome = command.run(self.desk, refs, answers)
        self.tell(outcome)

    def tell(self, outcome: Outcome) -> None:
        """The sentence as a toast, then the record or file it made."""
        tell_outcome(self.stage, outcome)
        if outcome.show is not None:
            self.stage.open(outcome.show)
