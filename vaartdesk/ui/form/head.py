"""The head of a record: number, type and theme line; the title, edited in place; state and commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.chips import state_chip
from vaartdesk.schema.command import Command
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.listing import Chip, Due
from vaartdesk.schema.types.texts import ChoiceType
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.chips import ChipLabel, StateChip
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.form.line_name import LineName, LinesShown
from vaartdesk.ui.form.title import SubtitleButton, TitleEditor
from vaartdesk.ui.icons import icon
from vaartdesk.ui.initials import Initials
from vaartdesk.ui.labels import Label
from vaartdesk.ui.painting import CHIP_LARGE
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


TEXT_INSET = sizes.SPACE_2
"""So far inside its frame an editor's text begins: what is no editor starts there too."""
NARROW = 440
BESIDE_FROM = 600
"""From this width on commands have room beside a name."""


class CommandRow(QWidget):
    """The state chip, how late it is, commands that fit, and the primary one at the right; the others wait in the "..." menu."""

    ran = Signal(object)
    moved = Signal(str)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(TEXT_INSET, 0, 0, 0)
        self.row.setSpacing(sizes.SPACE_2)
        self.status = StateChip(Chip(""))
        if kind.status is None:
            self.status.hide()  # never shown by hand here: without a parent it would be a window of its own
        self.status.setMenu(QMenu(self.status))
        self.row.addWidget(self.status)
        self.due = ChipLabel(Chip(""), CHIP_LARGE)
        self.due.setObjectName("due")
        self.row.addWidget(self.due)
        self.buttons = {command.name: self._button(command) for command in kind.commands if not command.in_menu}
        self._fitting: set[str] = set()
        self._hidden: list[Command] = []
        order = sorted(self.buttons, key=lambda name: self._command(name).primary)
        for name in order:
            if self._command(name).primary:
                self.row.addStretch(1)
            self.row.addWidget(self.buttons[name])
        if not any(self._command(name).primary for name in order):
            self.row.addStretch(1)

    def _command(self, name: str) -> Command:
        return next(command for command in self.kind.commands if command.name == name)

    def _button(self, command: Command) -> Button:
        button = Button(
            str(command.label), command.icon, "primary" if command.primary else "secondary", key=command.key
        )
        button.setObjectName(command.name)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.ran.emit(command))
        return button

    def show_values(self, values: Mapping[str, Any], due: Due | None) -> None:
        """The state, the moves it allows, and the commands that suit this record."""
        self._show_status(values)
        self._show_due(due)
        self._fitting = {command.name for command in self.kind.commands if command.fits(values)}
        self._fit()
        is_empty = not self._fitting & self.buttons.keys() and self.kind.status is None
        self.setVisible(not is_empty)

    def _show_status(self, values: Mapping[str, Any]) -> None:
        states = self.kind.status
        if states is None:
            return
        shown = state_chip(states.options, values["status"])
        self.status.set_chip(shown or Chip(str(values["status"])))
        menu = self.status.menu()
        menu.clear()
        for slug in self.moves(values["status"]):
            option = states.option(slug)
            picture = icon(option.icon or "circle", option.tone if option.tone != "neutral" else "text2")
            action = menu.addAction(picture, str(option.label))
            action.triggered.connect(lambda _on=False, slug=slug: self.moved.emit(slug))
        self.status.setEnabled(not menu.isEmpty())

    def _show_due(self, due: Due | None) -> None:
        """What is late or nearly so; a plain date is told by its own field."""
        tells = due is not None and due.tone in {"warning", "danger"} and not due.is_done
        if due is not None and tells:
            self.due.set_chip(Chip(str(due.text), due.icon, due.tone))
        self.due.setVisible(tells)

    def moves(self, status: str) -> Sequence[str]:
        """The states that may follow."""
        if self.kind.moves is not None:
            return self.kind.moves(status)
        states = self.kind.status
        return [o.slug for o in states.options if o.slug != status] if states is not None else []

    def sizeHint(self) -> QSize:
        """With all that suits this record, also what waits in the "..." menu for want of room."""
        wanted = sum(
            self.buttons[name].sizeHint().width() + sizes.SPACE_2 for name in self.buttons if name in self._fitting
        )
        return QSize(max(super().sizeHint().width(), TEXT_INSET + wanted), super().sizeHint().height())

    def _fit(self) -> None:
        """Show the buttons that fit beside the state and the primary one."""
        chips: list[QWidget] = [self.status] if self.kind.status is not None else []
        chips += [] if self.due.isHidden() else [self.due]
        room = self.width() - TEXT_INSET - sum(chip.sizeHint().width() + sizes.SPACE_2 for chip in chips)
        commands = [self._command(name) for name in self.buttons if name in self._fitting]
        hidden: list[Command] = []
        for command in sorted(commands, key=lambda c: not c.primary):
            room -= self.buttons[command.name].sizeHint().width() + sizes.SPACE_2
            if room < 0 and not command.primary:
                hidden.append(command)
        for name, button in self.buttons.items():
            button.setVisible(name in self._fitting and all(c.name != name for c in hidden))
        self._hidden = hidden

    def in_menu(self) -> list[Command]:
        """The commands for the "..." menu: those meant for it, and those without room."""
        menu = [c for c in self.kind.commands if c.in_menu and c.name in self._fitting]
        return [*self._hidden, *menu]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class RecordHead(QWidget):
    """`history_requested` and `print_requested` come from the small buttons at the right, `line_requested` and
    `subtitle_requested` from the theme line and the line under the title: change it.
    """

    history_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()
    line_requested = Signal()
    subtitle_requested = Signal()

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.title: TitleEditor | None = None
        self.title_box: FieldBox | None = None
        self.plain_title: Label | None = None
        self.commands = CommandRow(kind)
        self._is_beside = False
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_1)
        column.addLayout(self._meta_line())
        self.initials = Initials(TEXT_INSET)
        self.initials.hide()
        named = QVBoxLayout()
        named.setSpacing(sizes.SPACE_1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(sizes.SPACE_1)
        self._beside.addWidget(self.initials, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addLayout(named, 1)
        column.addLayout(self._beside)
        if isinstance(kind.title, str) and kind.has(kind.title):
            self.title = TitleEditor(kind, kind.title, desk)
            self.title_box = FieldBox(self.title, is_labelled=False)
            named.addWidget(self.title_box)
        else:
            self.plain_title = Label("", "title", weight=600, wrap=True)
            self.plain_title.setContentsMargins(TEXT_INSET, 0, 0, 0)
            named.addWidget(self.plain_title)
        self.subtitle: SubtitleButton | None = None
        if kind.subtitle is not None:
            self.subtitle = SubtitleButton(str(kind.subtitle.label))
            self.subtitle.clicked.connect(self.subtitle_requested)
            named.addWidget(self.subtitle)
        column.addWidget(self.commands)

    def _meta_line(self) -> QHBoxLayout:
        self.back = IconButton("arrow-left", _("Terug naar de lijst"), side=sizes.BUTTON_SMALL)
        self.back.setObjectName("back")
        self.back.clicked.connect(self.back_requested)
        self.back.hide()
        self._number = self._told = ""
        self.meta = Label("", "meta", "text3", tabular=True)
        self.line_name = LineName()
        self.line_name.clicked.connect(self.line_requested)
        self.history = IconButton("history", _("Geschiedenis"), side=sizes.BUTTON_SMALL)
        self.history.setObjectName("history")
        self.history.clicked.connect(self.history_requested)
        self.print = IconButton("printer", _("Afdrukken"), key="Ctrl+P", side=sizes.BUTTON_SMALL)
        self.print.setObjectName("print")
        self.print.clicked.connect(self.print_requested)
        self.more = IconButton("ellipsis", _("Meer"), side=sizes.BUTTON_SMALL)
        self.more.setObjectName("more")
        row = QHBoxLayout()
        row.setContentsMargins(TEXT_INSET, 0, 0, 0)
        row.setSpacing(sizes.SPACE_2)
        for widget in (self.back, self.meta, self.line_name):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for button in (self.history, self.print, self.more):
            row.addWidget(button)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane what the "..." menu has too makes room for the theme line."""
        super().resizeEvent(event)
        self._place_commands()
        is_narrow = self.width() < NARROW
        for widget in (self.history, self.print):
            widget.setVisible(not is_narrow)
        self.meta.setText(self._number if is_narrow and self._number else self._told)

    def show_values(self, values: Mapping[str, Any], lines: LinesShown, due: Due | None, subtitle: str = "") -> None:
        """Tell what record this is."""
        if self.subtitle is not None:
            self.subtitle.tell(subtitle)
        kind_word = self._type_word(values)
        self._number = str(values.get("number") or "")
        self._told = "  ·  ".join(part for part in (self._number, kind_word) if part)
        self.meta.setText(self._number if self.width() < NARROW and self._number else self._told)
        self.line_name.tell(lines)
        if self.plain_title is not None:
            self.plain_title.setText(self.kind.title_of(values))
        self.commands.show_values(values, due)

    def show_title(self, values: Mapping[str, Any], *, is_same: bool) -> None:
        """The title where it is edited in place; of the same record not while somebody types in it."""
        if self.title is None or self.title_box is None:
            return
        value = values[self.title.field.name]
        if is_same:
            self.title.show_unless_typing(value)
        else:
            self.title.show_value(value)
            self.title_box.show_problem("")

    def show_initials(self, text: str, *, is_square: bool = False) -> None:
        """A person's in a disc, an organisation's in a square, beside the name; '' for what has none. Without a state to tell
        and with room the commands then stand at the right of it.
        """
        self.initials.tell(text, is_square=is_square)
        self.initials.setVisible(bool(text))
        self._place_commands()

    def _place_commands(self) -> None:
        """Below the name, or beside it where initials stand before it and there is room."""
        is_beside = not self.initials.isHidden() and self.kind.status is None and self.width() >= BESIDE_FROM
        if is_beside == self._is_beside:
            return
        self._is_beside = is_beside
        self._column.removeWidget(self.commands)
        self._beside.removeWidget(self.commands)
        if is_beside:
            self._beside.addWidget(self.commands)
        else:
            self._column.addWidget(self.commands)

    def _type_word(self, values: Mapping[str, Any]) -> str:
        field = self.kind.fields.get("type") if self.kind.number is not None else None  # else nothing says what it is
        if field is not None and isinstance(field.type, ChoiceType) and values.get("type"):
            return field.type.field_text(values["type"])
        label = str(self.kind.label)
        return label[:1].upper() + label[1:]
