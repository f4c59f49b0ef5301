"""The middle of a meeting in progress: the item at hand, its lines, and the line one types in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.agenda_data import Agenda, AgendaRow
from vaartdesk.kinds.meetings.view.agenda_paint import purpose_chip
from vaartdesk.kinds.meetings.view.decisions import DecisionCard, action_command
from vaartdesk.kinds.meetings.view.entry_line import EntryLine
from vaartdesk.kinds.meetings.view.report_data import Line, read_lines
from vaartdesk.kinds.meetings.view.report_lines import ReportLines
from vaartdesk.ui.buttons import KeyButton
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.form.line_name import LineName, LinesShown
from vaartdesk.ui.labels import ElidedLabel, Label, rule
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LEAST, WIDEST = 380, 860
"""Beyond the latter a line is no longer read as one."""
BESIDE = sizes.DETAIL_PADDING + sizes.SPACE_4
KEYS = {"note": "F7", "decision": "F8", "action": "F9", "next": "Ctrl+Down"}


def key_button(text: str, key: str, name: str) -> KeyButton:
    """A button of the bar with its key beside the word."""
    made = KeyButton(text, key, key.replace("Ctrl+Down", "Ctrl ↓"))
    made.setObjectName(name)
    return made


class DoingBar(QWidget):
    """The row below the lines: what one may make of what was said."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = self.findChildren(KeyButton)
        for is_shown in (True, False):
            for button in buttons:
                button.show_key(is_shown=is_shown)
            if (
                sum(button.sizeHint().width() + sizes.SPACE_2 for button in buttons)
                <= self.contentsRect().width() - BESIDE
            ):
                break


class ReportPane(QWidget):
    """`dress_requested(name)`, `next_requested()` come from the bar; a card's wishes through ``card_made``."""

    dress_requested = Signal(str)
    next_requested = Signal()
    card_made = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("look", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST)
        self.place, self.line = Label("", "meta", "text3"), LineName(is_fixed=True)
        self.purpose = ChipLabel(purpose_chip(_blank()))
        self.title = ElidedLabel("", "title", weight=600)
        self.by = ElidedLabel("", "meta", "text2")
        self.lines, self.entry = ReportLines(), EntryLine(desk)
        self.bar = self._bar()
        self._build()

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(sizes.DETAIL_PADDING, sizes.SPACE_2, sizes.DETAIL_PADDING, 0)
        head.setSpacing(sizes.SPACE_1)
        above = QHBoxLayout()
        above.setSpacing(sizes.SPACE_2)
        above.addWidget(self.place)
        above.addWidget(self.line)
        above.addStretch(1)
        above.addWidget(self.purpose)
        head.addLayout(above)
        head.addWidget(self.title)
        head.addWidget(self.by)
        head.addSpacing(sizes.SPACE_1)
        head.addWidget(rule())
        typing = QVBoxLayout()
        typing.setContentsMargins(sizes.DETAIL_PADDING, 0, sizes.DETAIL_PADDING, sizes.SPACE_3)
        typing.addWidget(self.entry)
        reading = QWidget()
        reading.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(reading)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.lines, 1)
        inside.addLayout(typing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(reading, 1)
        column.addWidget(rule())
        column.addWidget(self.bar)

    def _bar(self) -> QWidget:
        made = DoingBar()
        row = QHBoxLayout(made)
        row.setContentsMargins(sizes.DETAIL_PADDING, sizes.SPACE_2, sizes.SPACE_4, sizes.SPACE_2)
        row.setSpacing(sizes.SPACE_2)
        labels = {"note": _("Notitie"), "decision": _("Besluit"), "action": _("Actie")}
        for name, label in labels.items():
            if name != "action" or action_command(self.desk) is not None:
                button = key_button(str(label), KEYS[name], f"{name}Button")
                button.clicked.connect(lambda name=name: self.dress_requested.emit(name))
                row.addWidget(button)
        row.addStretch(1)
        self.next = key_button(str(_("Volgend punt")), KEYS["next"], "nextButton")
        self.next.clicked.connect(self.next_requested)
        row.addWidget(self.next)
        return made

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_item(self, agenda: Agenda | None, row: AgendaRow | None, *, is_fixed: bool) -> None:
        """The item at hand; None while there is none."""
        is_there = agenda is not None and row is not None
        for widget in (self.place, self.purpose, self.by):
            widget.setVisible(is_there)
        self.entry.setVisible(is_there and not is_fixed)
        self.bar.setVisible(is_there and not is_fixed)
        if agenda is None or row is None:
            self.line.tell(LinesShown())
            self.title.set_text("")
            self.lines.show_lines((), str(_("Kies een vergadering met agendapunten.")))
            return
        mains = sum(not other.depth for other in agenda.rows)
        self.place.setText(str(_("Agendapunt {n} van {m}")).format(n=row.number, m=mains))
        first = row.badges[0] if row.badges else None
        self.line.tell(LinesShown(first))
        self.purpose.set_chip(purpose_chip(row))
        self.title.set_text(row.title)
        self.by.set_text(str(_("Toelichting: {name}")).format(name=row.presenter) if row.presenter else "")
        self._show_lines(row, is_fixed=is_fixed)

    def _show_lines(self, row: AgendaRow, *, is_fixed: bool) -> None:
        command = action_command(self.desk)
        shown: list[tuple[Line, DecisionCard | None]] = []
        for line in read_lines(self.desk, row.ref):
            card = None
            if line.taken is not None:
                can_act = command is not None and command.fits(line.taken.values) and not is_fixed
                card = DecisionCard(line.taken, can_act=can_act, can_undo=not is_fixed and not line.taken.follow_up)
                self.card_made.emit(card)
            shown.append((line, card))
        self.lines.show_lines(shown, str(_("Nog niets genoteerd bij dit punt.")))

    def sizeHint(self) -> QSize:
        return QSize(588, 600)


def _blank() -> AgendaRow:
    from vaartdesk.schema.ref import Ref  # beside its one use

    return AgendaRow(Ref("agenda_item", ""), None, "", 0, "", "", 0, 0, "informatie")
