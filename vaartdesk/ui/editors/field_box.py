"""A field as the form shows it: label at the left, editor, and under it the sentence that says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.amounts import NumberType
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height

LABEL_WIDTH = 96


def label_of(field: Field) -> str:
    """The label, with the unit of a number: the field itself holds the figure alone. "Minuten" says its unit already."""
    unit = field.type.unit if isinstance(field.type, NumberType) else ""
    is_said = str(field.label).casefold().startswith(unit.casefold())
    return str(field.label) if is_said else f"{field.label} ({unit})"


def level_label(label: Label, height: int = sizes.FIELD) -> None:
    """Keep the first line of a label level with that of its value, whichever of the two has more lines."""
    above = max(0, round((height - line_height("meta")) / 2))
    label.setContentsMargins(0, above, 0, 0)
    label.setMinimumHeight(height)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class FieldBox(QWidget):
    """Label, editor, sentence. `versions_requested` comes from the mark "2 waarden", `keep_requested` from "Toch bewaren"."""

    versions_requested = Signal()
    keep_requested = Signal()

    def __init__(
        self, editor: Editor, *, label_width: int = LABEL_WIDTH, is_labelled: bool = True, height: int = sizes.FIELD
    ) -> None:
        super().__init__()
        self.editor = editor
        self.setObjectName(f"box_{editor.field.name}")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(sizes.SPACE_1)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(1, 1)
        self.label = Label(label_of(editor.field), "meta", "text3", wrap=True, parent=self)
        self.label.setBuddy(editor.focus_widget)
        self.label.setFixedWidth(label_width)
        level_label(self.label, height)
        self.label.setVisible(is_labelled)
        if is_labelled:
            self.grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        is_fixed = editor.widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        side = Qt.AlignmentFlag.AlignLeft if is_fixed else Qt.AlignmentFlag(0)
        self.grid.addWidget(editor.widget, 0, 1, side | Qt.AlignmentFlag.AlignTop)
        self._problem: Label | None = None
        self._versions: Button | None = None
        self._keep: Button | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def attend(self) -> None:
        """In a dialog, that saves all at once: leaving a field tells what is wrong with it, or shows what was understood."""
        self.editor.typed.connect(self._forgive)
        self.editor.left.connect(self._judge)

    def _forgive(self) -> None:
        """What was said is about other words than those that stand here now."""
        if self.problem:
            self.show_problem("")

    def _judge(self) -> None:
        if not self.editor.is_dirty:
            return
        try:
            value = self.editor.value()
        except Invalid as error:
            self.show_problem(str(error))
        else:
            self.editor.tidy(value)

    def show_problem(self, sentence: str, *, is_warning: bool = False) -> None:
        """Show why the value is wrong, or ('') take the sentence away; the typed text stays. A warning can be passed over."""
        self.editor.set_problem(sentence)
        if self._problem is None and sentence:
            self._problem = Label("", "meta", "danger", wrap=True)
            self._problem.setObjectName(f"{self.editor.field.name}_problem")
            self._problem.setContentsMargins(sizes.SPACE_2, 2, 0, 2)
            self.grid.addWidget(self._problem, 1, 1)
        if self._problem is not None:
            self._problem.setText(sentence)
            self._problem.setVisible(bool(sentence))
        self._offer_keeping(is_offered=bool(sentence) and is_warning)

    def _offer_keeping(self, *, is_offered: bool) -> None:
        if self._keep is None and is_offered:
            self._keep = Button(str(_("Toch bewaren")), "check", "link", small=True)
            self._keep.setObjectName(f"{self.editor.field.name}_keep")
            self._keep.clicked.connect(self.keep_requested)
            self.grid.addWidget(self._keep, 3, 1, Qt.AlignmentFlag.AlignLeft)
        if self._keep is not None:
            self._keep.setVisible(is_offered)

    def wanted_width(self) -> float:
        """The width in which nothing of it is cut; a text of several lines takes all there is."""
        editor = float("inf") if self.editor.is_tall else self.editor.wanted_width()
        return editor + self.label.minimumWidth() + self.grid.horizontalSpacing()

    @property
    def problem(self) -> str:
        return self.editor.problem

    def show_versions(self, count: int) -> None:
        """Mark a field that two laptops changed at the same time: "2 waarden"; 0 takes the mark away."""
        if self._versions is None and count > 1:
            self._versions = Button("", "git-compare-arrows", "link", small=True)
            self._versions.setObjectName(f"{self.editor.field.name}_versions")
            self._versions.clicked.connect(self.versions_requested)
            self.grid.addWidget(self._versions, 2, 1, Qt.AlignmentFlag.AlignLeft)
        if self._versions is not None:
            self._versions.setText(str(_("{n} waarden")).format(n=count))
            self._versions.setVisible(count > 1)
