"""The head of a record: number, type and theme line; the title, edited in place; state and commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.command import Command
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.types.texts import ChoiceType
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.chips import StateChip
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.editors.line import Line, LineEditor
from vaartdesk.ui.icons import icon
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.painting import paint_badge, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import font, line_height, metrics
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


TEXT_INSET = sizes.SPACE_2
"""So far inside its frame an editor's text begins: what is no editor starts there too."""


class LineName(QWidget):
    """A theme line: its badge and its name in ink."""

    def __init__(self) -> None:
        super().__init__()
        self._letter, self._name = "", ""

    def tell(self, letter: str, name: str) -> None:
        """'' hides it."""
        self._letter, self._name = letter, name
        self.setAccessibleName(f"{letter} {name}")
        self.setVisible(bool(letter))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = sizes.BADGE + sizes.SPACE_2 + metrics("meta", 500).horizontalAdvance(self._name) + 2
        return QSize(round(width), round(max(sizes.BADGE, line_height("meta"))))

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.BADGE, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = paint_badge(painter, 0, self.height() / 2, self._letter) + sizes.SPACE_2
        colour = theme().colour(self._letter) if self._letter in "ABCDEF" else theme().colour("text2")
        paint_text(painter, QRectF(left, 0, self.width() - left, self.height()), self._name, colour, "meta", 500)


class CommandRow(QWidget):
    """The state chip, commands that fit, and the primary one at the right; the others wait in the "..." menu."""

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
        button = Button(str(command.label), command.icon, "primary" if command.primary else "secondary", key=command.key)
        button.setObjectName(command.name)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.ran.emit(command))
        return button

    def show_values(self, values: Mapping[str, Any]) -> None:
        """The state, the moves it allows, and the commands that suit this record."""
        self._show_status(values)
        self._fitting = {command.name for command in self.kind.commands if command.fits(values)}
        self._fit()
        is_empty = not self._fitting & self.buttons.keys() and self.kind.status is None
        self.setVisible(not is_empty)

    def _show_status(self, values: Mapping[str, Any]) -> None:
        states = self.kind.status
        if states is None:
            return
        now = states.option(values["status"])
        self.status.set_chip(Chip(str(now.label), now.icon, now.tone))  # type: ignore[arg-type]
        menu = self.status.menu()
        menu.clear()
        for slug in self.moves(values["status"]):
            option = states.option(slug)
            picture = icon(option.icon or "circle", option.tone if option.tone != "neutral" else "text2")
            action = menu.addAction(picture, str(option.label))
            action.triggered.connect(lambda _on=False, slug=slug: self.moved.emit(slug))
        self.status.setEnabled(not menu.isEmpty())

    def moves(self, status: str) -> Sequence[str]:
        """The states that may follow."""
        if self.kind.moves is not None:
            return self.kind.moves(status)
        states = self.kind.status
        return [o.slug for o in states.options if o.slug != status] if states is not None else []

    def _fit(self) -> None:
        """Show the buttons that fit beside the state and the primary one."""
        room = self.width() - TEXT_INSET - (self.status.sizeHint().width() + sizes.SPACE_2 if self.kind.status is not None else 0)
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


class TitleEditor(LineEditor):
    """The title in its own size, without a frame."""

    def __init__(self, kind: Kind, name: str, desk: Desk) -> None:
        super().__init__(kind.fields[name], desk, Line())
        self.line.zones = ()
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self.line.setFont(font("title"))
        self.line.setMinimumHeight(round(line_height("title")) + sizes.SPACE_2)


class RecordHead(QWidget):
    """`history_requested`, `menu_requested` and `print_requested` come from the small buttons at the right."""

    history_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.title: TitleEditor | None = None
        self.title_box: FieldBox | None = None
        self.plain_title = ElidedLabel("", "title", weight=600)
        self.commands = CommandRow(kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_1)
        column.addLayout(self._meta_line())
        if isinstance(kind.title, str) and kind.has(kind.title):
            self.title = TitleEditor(kind, kind.title, desk)
            self.title_box = FieldBox(self.title, is_labelled=False)
            column.addWidget(self.title_box)
        else:
            self.plain_title.setContentsMargins(TEXT_INSET, 0, 0, 0)
            column.addWidget(self.plain_title)
        column.addWidget(self.commands)

    def _meta_line(self) -> QHBoxLayout:
        self.back = IconButton("arrow-left", _("Terug naar de lijst"), side=sizes.BUTTON_SMALL)
        self.back.setObjectName("back")
        self.back.clicked.connect(self.back_requested)
        self.back.hide()
        self.meta = Label("", "meta", "text3", tabular=True)
        self.line_name = LineName()
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

    def show_values(self, values: Mapping[str, Any], letter: str, line: str) -> None:
        """Tell what record this is."""
        kind_word = self._type_word(values)
        self.meta.setText("  ·  ".join(part for part in (str(values.get("number") or ""), kind_word, " ") if part.strip()))
        self.line_name.tell(letter, line)
        if self.title is None:
            self.plain_title.set_text(self.kind.title_of(values))
        self.commands.show_values(values)

    def _type_word(self, values: Mapping[str, Any]) -> str:
        field = self.kind.fields.get("type")
        if field is not None and isinstance(field.type, ChoiceType) and values.get("type"):
            return field.type.field_text(values["type"])
        label = str(self.kind.label)
        return label[:1].upper() + label[1:]
