"""A meeting in progress: the items at the left, what is said in the middle, who is there at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.queries.gatherings import local_now
from vaartdesk.kinds.meetings.view.agenda_data import AgendaRow
from vaartdesk.kinds.meetings.view.chosen import ChosenMeeting
from vaartdesk.kinds.meetings.view.header import MeetingHeader
from vaartdesk.kinds.meetings.view.papers import MINUTES, make_paper
from vaartdesk.kinds.meetings.view.presence import PresencePane
from vaartdesk.kinds.meetings.view.report_data import behind_chip, progress, read_presence, running
from vaartdesk.kinds.meetings.view.report_doing import ReportDoing
from vaartdesk.kinds.meetings.view.report_items import ProgressView
from vaartdesk.kinds.meetings.view.report_pane import KEYS, ReportPane
from vaartdesk.kinds.meetings.view.time_bar import TimeBar
from vaartdesk.kinds.meetings.view.turns import Turns
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

LOCKED = frozenset({"verslag_vastgesteld", "vervallen"})
MINUTE = 60_000
STRIP = 36
LEAST = 240
NARROW, WIDE = 1040, 1500
SIZES = {"wide": (400, 980, 330), "usual": (320, 588, 248), "narrow": (240, 494, 230)}
"""Widths of items, report and people to begin with."""


class ReportPage(Fresh, QWidget):
    """See the module. It works on the meeting that the agenda chose."""

    def __init__(self, desk: Desk, stage: Stage, chosen: ChosenMeeting) -> None:
        super().__init__()
        self.desk, self.stage, self.chosen = desk, stage, chosen
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = MeetingHeader()
        self.items, self.bar = ProgressView(), TimeBar(is_small=True)
        self.behind = ChipLabel(Chip(""))
        self.pane, self.presence = ReportPane(desk), PresencePane()
        self.item: Ref | None = None
        self.doing = ReportDoing(desk, stage, chosen, self.pane)
        self._room = "usual"
        self._timer = QTimer(self)
        self._timer.setInterval(MINUTE // 2)
        self._timer.timeout.connect(self._tick)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.preview = self.header.add_secondary(str(_("Voorbeeld")), "eye", key="Ctrl+P")
        self.preview.setObjectName("previewButton")
        left = QWidget()
        left.setProperty("look", "page")
        left.setMinimumWidth(LEAST)
        strip = QHBoxLayout()
        strip.setContentsMargins(sizes.PAGE_PADDING, 0, sizes.PAGE_PADDING, 0)
        strip.addWidget(Label(str(_("Agenda")), "body", weight=600), 1)
        strip.addWidget(self.behind)
        head = QWidget()
        head.setFixedHeight(STRIP)
        head.setLayout(strip)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.items, 1)
        column.addWidget(self.bar)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for number, widget in enumerate((left, self.pane, self.presence)):
            self.panes.addWidget(widget)
            self.panes.setStretchFactor(number, 1 if widget is self.pane else 0)
        self.panes.setSizes(list(SIZES["usual"]))
        self.turns = Turns(self.header, left, self.presence, "users", str(_("Presentie")))
        self.closing = self.header.set_primary("", "flag", key="")
        self.closing.setObjectName("closeMeeting")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.panes, 1)

    def _connect(self) -> None:
        doing, pane, people = self.doing, self.pane, self.presence.view
        self.chosen.turned.connect(self._turn)
        self.chosen.changed.connect(self.outdate)
        self.items.chosen.connect(self.go_to)
        self.bar.picked.connect(self.go_to)
        pane.dress_requested.connect(self.dress)
        pane.next_requested.connect(self.go_on)
        pane.entry.sent.connect(lambda name, text, answers: doing.send(self.item, name, text, answers))
        pane.lines.opened.connect(doing.open_line)
        pane.lines.removed.connect(doing.remove_line)
        pane.card_made.connect(doing.wire_card)
        people.marked.connect(doing.mark)
        people.came.connect(doing.came)
        people.went.connect(doing.went)
        self.presence.guest.clicked.connect(doing.ask_guest)
        people.interested.connect(lambda member, is_on: doing.mark_interest(self.item, member, is_on=is_on))
        self.closing.clicked.connect(doing.next_stage)
        self.preview.clicked.connect(self.ask_report)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for name in ("note", "decision", "action"):
            QShortcut(QKeySequence(KEYS[name]), self, lambda name=name: self.dress(name)).setContext(inside)
        QShortcut(QKeySequence(KEYS["next"]), self, self.go_on).setContext(inside)
        QShortcut(QKeySequence("Ctrl+Up"), self, lambda: self._step(-1)).setContext(inside)

    # --- what the window asks ------------------------------------------------------------------------------------------

    def show_record(self, ref: Ref) -> None:
        """A meeting, or one of its items."""
        values = self.desk.get(ref)
        if ref.kind == "meeting":
            self.chosen.choose(ref)
        elif values is not None and ref.kind == "agenda_item" and values["meeting"]:
            self.chosen.choose(Ref("meeting", values["meeting"]))
            self.go_to(ref.id)

    def current(self) -> Ref | None:
        """The meeting that is shown."""
        return self.chosen.ref

    def ask_report(self) -> None:
        """Ctrl+P: the minutes on paper; of a meeting that was not held yet its agenda."""
        ref = self.chosen.ref
        if ref is not None and not make_paper(self, self.desk, self.stage, MINUTES, ref):
            self.stage.print_requested.emit(ref)

    def foot_height(self) -> int:
        """The buttons of what one does next."""
        return self.pane.bar.height() if self.pane.bar.isVisible() else 0

    # --- showing -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.pane.entry.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks on while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turns.follow(self.width())
        room = "wide" if self.width() >= WIDE else "usual" if self.width() >= NARROW else "narrow"
        if room != self._room:
            self._room = room
            self.panes.setSizes(list(SIZES[room]))

    def _turn(self) -> None:
        self.item = None
        self.pane.entry.clear()
        self.outdate()

    def row(self) -> AgendaRow | None:
        """The item at hand: the chosen one, else the one that was begun, else the first."""
        agenda = self.chosen.agenda
        if agenda is None or not agenda.rows:
            return None
        chosen = agenda.row(self.item.id) if self.item else None
        return chosen or running(agenda.rows) or agenda.rows[0]

    def _fill(self) -> None:
        agenda, row = self.chosen.agenda, self.row()
        self.item = row.ref if row else None
        is_fixed = self.desk.is_read_only or agenda is None or agenda.meeting["status"] in LOCKED
        self.header.show_meeting(agenda)
        self.preview.setEnabled(agenda is not None)
        self._tick()
        self.bar.show_agenda(agenda)
        self.pane.show_item(agenda, row, is_fixed=is_fixed)
        shown = read_presence(self.desk, agenda.meeting, self.item) if agenda else None
        self.presence.show_presence(shown, has_item=row is not None, is_fixed=is_fixed)
        decisions, actions = self.doing.harvest()
        self.presence.show_harvest(decisions, actions)
        self.header.name_primary(self.doing.stage_label())

    def _tick(self) -> None:
        """The minutes that passed."""
        agenda = self.chosen.agenda
        with self.desk.read() as reader:
            now = local_now(reader)
        self.items.show_rows(progress(agenda, now) if agenda else (), self.item.id if self.item else None)
        late = behind_chip(agenda) if agenda else None
        self.behind.setVisible(late is not None)
        if late is not None:
            self.behind.set_chip(late)

    # --- doing ---------------------------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Look at another item; what was typed is noted on the one it was typed at."""
        if self.item is not None and self.item.id == key:
            return
        if not self.doing.keep(self.item):
            self._tick()
            return
        self.item = Ref("agenda_item", key)
        self.refresh()

    def _step(self, way: int) -> None:
        agenda, row = self.chosen.agenda, self.row()
        if agenda is None or row is None:
            return
        at = agenda.rows.index(row) + way
        if 0 <= at < len(agenda.rows):
            self.go_to(agenda.rows[at].ref.id)

    def go_on(self) -> None:
        """The item is dealt with: on to the next, at the clock time of now. The first press begins the meeting."""
        agenda, row = self.chosen.agenda, self.row()
        if agenda is None or row is None or not self.doing.keep(self.item):
            return
        self.pane.entry.text.setFocus(Qt.FocusReason.OtherFocusReason)  # one goes on typing, wherever one pressed
        if running(agenda.rows) is None and row.started_at is None:
            self.doing.go_on(None, row.ref)
            return
        at = agenda.rows.index(row) + 1
        to = agenda.rows[at].ref if at < len(agenda.rows) else None
        self.item = to or self.item
        self.doing.go_on(row.ref, to)
        self.refresh()

    def dress(self, name: str) -> None:
        """F7, F8, F9: what is typed, or the line that has the focus, becomes a note, a decision or an action."""
        self.doing.dress(self.item, name)
