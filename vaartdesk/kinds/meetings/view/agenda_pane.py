"""The middle column: the meeting's stage and papers, its items, and the time bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model.states import MEETING_STATES
from vaartdesk.kinds.meetings.rules.stages import is_before_meeting, moves
from vaartdesk.kinds.meetings.view.agenda_data import Agenda
from vaartdesk.kinds.meetings.view.agenda_view import AgendaView
from vaartdesk.kinds.meetings.view.time_bar import TimeBar
from vaartdesk.schema.chips import state_chip
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.types.base import ParseContext
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.chips import StateChip
from vaartdesk.ui.empty import EmptyState, Way
from vaartdesk.ui.icons import icon
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

STRIP = 40
LOCKED = frozenset({"verslag_vastgesteld", "vervallen"})
"""Stages in which the agenda lies fast."""
LEAST = 380


class AgendaPane(QWidget):
    """`moved_to(status)`: another stage was chosen; `item_requested()`, `meeting_requested()`: a new item, the meeting's
    own fields.
    """

    moved_to = Signal(str)
    item_requested = Signal()
    meeting_requested = Signal()
    new_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("look", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST)
        minutes = desk.kinds["agenda_item"].fields["minutes"]
        self.view = AgendaView(minutes, ParseContext(desk.today))
        self.bar = TimeBar()
        self.bar.picked.connect(self.view.choose)
        self.strip = self._strip()
        self.nothing = self._nothing()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)

    def _strip(self) -> QWidget:
        self.status = StateChip(Chip(""))
        self.status.setMenu(QMenu(self.status))
        self.papers, self.papers_on = ElidedLabel("", "meta", "text2", least=24), Label("", "meta", "text2", weight=600)
        self.meeting = IconButton("pencil", str(_("Vergadering bewerken")), key="F4", side=sizes.BUTTON_SMALL)
        self.meeting.setObjectName("editMeeting")
        self.meeting.clicked.connect(self.meeting_requested)
        self.add = Button(str(_("Agendapunt")), "plus", "link", small=True, key="Ins")
        self.add.setObjectName("newItem")
        self.add.setAccessibleName(str(_("Agendapunt toevoegen")))
        self.add.clicked.connect(self.item_requested)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(sizes.SPACE_2)
        row.addWidget(self.status)
        row.addWidget(self.papers)
        row.addWidget(self.papers_on)
        row.addStretch(1)
        row.addWidget(self.meeting)
        row.addWidget(self.add)
        made = QWidget()
        made.setLayout(row)
        made.setFixedHeight(STRIP)
        return made

    def _nothing(self) -> EmptyState:
        way = Way(_("Nieuwe vergadering"), _("Ctrl+N: kies een overleg, de vaste punten staan er meteen op"), "calendar-plus",
                  self.new_requested.emit)  # fmt: skip
        return EmptyState(
            _("Nog geen vergadering"), _("Hier bouw je de agenda van een overleg."), (way,), icon_name="messages-square"
        )

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda | None) -> None:
        """Another agenda, or the same after a change."""
        self.stack.setCurrentWidget(self.nothing if agenda is None else self.view)
        self.strip.setVisible(agenda is not None)
        self.bar.setVisible(agenda is not None)
        self.bar.show_agenda(agenda)
        status = str(agenda.meeting["status"]) if agenda else ""
        is_fixed = self.desk.is_read_only or status in LOCKED
        self.view.show_rows(agenda.rows if agenda else (), is_fixed=is_fixed)
        if agenda is not None:
            self._show_strip(agenda, status)

    def _show_strip(self, agenda: Agenda, status: str) -> None:
        shown = state_chip(MEETING_STATES, status) or Chip(status)
        self.status.set_chip(shown)
        menu = self.status.menu()
        menu.clear()
        for option in (o for slug in moves(status) for o in MEETING_STATES if o.slug == slug):
            tone = option.tone if option.tone != "neutral" else "text2"
            action = menu.addAction(icon(option.icon, tone), str(option.label))
            action.triggered.connect(lambda _on=False, slug=option.slug: self.moved_to.emit(slug))
        self.status.setEnabled(bool(moves(status)) and not self.desk.is_read_only)
        self.add.setVisible(is_before_meeting(status))
        self.add.setEnabled(not self.desk.is_read_only)
        due, sent = agenda.meeting["papers_due_on"], agenda.meeting["sent_on"]
        is_due = status == "concept" and due is not None
        day = due if is_due else sent if status == "verzonden" else None
        self.papers.set_text(str(_("Stukken versturen op") if is_due else _("Verzonden op")) if day else "")
        self.papers_on.setText(day_short(day, self.desk.today) if day else "")
        late = is_due and due is not None and due < self.desk.today
        self.papers_on.set_role("danger" if late else "text2")

    def sizeHint(self) -> QSize:
        return QSize(634, 600)
