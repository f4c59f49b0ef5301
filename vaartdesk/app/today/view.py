"""Vandaag: a work list of all kinds for who sits here, and beside it what the week brings and four pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vaartdesk.app.today.gather import gather
from vaartdesk.app.today.side import Side
from vaartdesk.app.today.words import day_title, told
from vaartdesk.app.today.work_list import NeedModel, WorkList
from vaartdesk.core.text import _
from vaartdesk.schema.command import Command
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.bus import NEW_DAY
from vaartdesk.ui.after_paint import AfterPaint
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.empty import EmptyState
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.icons import icon
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.question import CommandRunner
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

ROLES_NEW = {"Huismeester": ("ticket", _("Nieuwe melding")), "Event-coördinator": ("event", _("Nieuw evenement"))}
"""What a role makes most; who does several things makes actions, and nobody in particular logs tickets."""
WIDE = 1800 - sizes.RAIL
"""From this width of the page on there is a third column."""
SMALL = 800
"""Below it the work list has the page to itself, and the buttons do without their words."""


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    return TodayPage(desk, stage)


class TodayPage(Fresh, QWidget):
    """See the module. It asks again only when a kind it depends on changed, and when it is shown."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setProperty("look", "page")
        self.model = NeedModel()
        self.list = WorkList()
        self.list.setObjectName("list")
        self.list.setAccessibleName(str(_("Wat vandaag iets vraagt")))
        self.list.setModel(self.model)
        self.list.opened.connect(self._open)
        self.list.acted.connect(self.show_menu)
        self.date = Label("", "display", weight=600)
        self.sentence = ElidedLabel("", "body", "text2")
        self.calm = EmptyState(str(_("Een rustige dag")), str(_("Er ligt niets te wachten.")), icon_name="sun")
        self.new = Button("", "plus", "primary", key="Ctrl+N")
        self.paper = Button("", "printer")
        self.signal = Button("", "radio", key="Ctrl+Shift+N")
        self.side = Side(desk, stage)
        self.runner = CommandRunner(desk, stage)
        self._shown_on = desk.today
        self._asking = {k.name for k in desk.kinds.values() if k.attention} | {"role_holder"}
        self._build()
        self.hearing = Hearing(desk, self)
        self.hearing.changed.connect(self._hear)
        self.start_over()

    def _build(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.list, 1)
        left.addWidget(self.calm, 1)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(sizes.SPACE_2)
        columns.addLayout(left, 1)
        columns.addWidget(self.side)
        page.addLayout(columns, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_2, sizes.PAGE_PADDING, sizes.SPACE_1)
        row.setSpacing(sizes.SPACE_3)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.date.setFixedHeight(round(line_height("display")))
        words.addWidget(self.date)
        words.addWidget(self.sentence)
        self.signal.setObjectName("signalButton")
        self.signal.setAccessibleName(str(_("Signaal")))
        self.signal.clicked.connect(lambda: self.stage.new_requested.emit("signal"))
        self.new.setObjectName("newButton")
        self.new.clicked.connect(self.make_new)
        self.paper.setObjectName("dayButton")
        self.paper.clicked.connect(self.print_day)
        row.addLayout(words, 1)
        row.addWidget(self.signal)
        row.addWidget(self.paper)
        row.addWidget(self.new)
        return head

    # ---------------------------------------------------------------- what the window asks
    def make_new(self) -> None:
        """Ctrl+N here makes what this role makes most."""
        self.stage.new_requested.emit(self._new_kind()[0])

    def _new_kind(self) -> tuple[str, str]:
        roles = self.roles()
        found = next((ROLES_NEW[role] for role in ROLES_NEW if role in roles), None)
        return found or (("action", _("Nieuwe actie")) if roles else ROLES_NEW["Huismeester"])

    def show_record(self, ref: Ref) -> None:
        """Vandaag has no records of its own."""

    def current(self) -> Ref | None:
        """The record of the chosen line."""
        return self.model.ref(self.list.currentIndex().row())

    def waiting(self) -> int | None:
        """How many things wait; None while it must be asked again."""
        return None if self.is_stale else len(self.model.needs)

    def start_over(self) -> None:
        """Ask for everything again: another day, or somebody else."""
        self.refresh()
        self.side.forget()
        self.side.begin()

    def _fill(self) -> None:
        """Ask every kind again; the chosen line stays chosen."""
        chosen = self.model.key(self.list.currentIndex().row())
        self._shown_on = self.desk.today
        needs = gather(self.desk, self.roles())
        self.model.show(needs)
        if (row := self.model.row_of(chosen)) >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
        self.date.setText(day_title(self.desk.today))
        self.sentence.set_text(told(needs))
        self._word_buttons()
        self.list.setVisible(bool(needs))
        self.calm.setVisible(not needs)

    def roles(self) -> set[str]:
        """The names of the roles of who sits here."""
        who = self.desk.who
        if who is None:
            return set()
        if who.kind == "role":
            return {self.desk.title(who)}
        held = [r["role"] for r in self.desk.rows("role_holder") if r.get("person") == who.id]
        return {self.desk.title(Ref("role", key)) for key in held if key}

    # ---------------------------------------------------------------- hearing and showing
    def _hear(self, change: ChangeSet) -> None:
        self.side.hear(change)
        if change.kind == NEW_DAY and self.isVisible():
            self.start_over()
        elif change.kinds & self._asking:
            self.outdate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        AfterPaint(self, self.side.begin)  # the list goes first

    def _is_past(self) -> bool:
        if self._shown_on == self.desk.today:
            return False
        self.side.forget()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE
        self.side.set_wide(is_wide=is_wide)
        self.side.setVisible(self.width() >= SMALL)
        self._word_paper(is_wide=is_wide)
        self._word_buttons()

    def _word_buttons(self) -> None:
        """What is made here, in words where there is room."""
        is_small, words = self.width() < SMALL, str(self._new_kind()[1])
        self.new.setText("" if is_small else words)
        self.new.setAccessibleName(words)
        self.signal.setText("" if is_small else str(_("Signaal")))

    def _word_paper(self, *, is_wide: bool) -> None:
        """The button says what it does where there is room, and else in its tooltip."""
        words = str(_("Dagoverzicht"))
        self.paper.setText(words if is_wide else "")
        self.paper.setToolTip("" if is_wide else words)
        self.paper.setAccessibleName(words)

    # ---------------------------------------------------------------- doing
    def _open(self, row: int) -> None:
        ref = self.model.ref(row)
        if ref is not None:
            self.stage.open(ref)

    def print_day(self) -> None:
        """The list and the week on paper, shown before it is printed."""
        from vaartdesk.app.today.paper import day_job  # ReportLab and the preview, only when something is printed
        from vaartdesk.ui.preview.dialog import Preview

        job = day_job(self.desk, self.sentence.text(), list(self.model.needs.values()))
        self.stage.show_dialog(self, Preview(job))

    def show_menu(self, row: int, at: QPoint) -> QMenu | None:
        """What can be done with the record of a row: the commands of its kind."""
        ref = self.model.ref(row)
        values = self.desk.get(ref) if ref is not None else None
        if ref is None or values is None:
            return None
        menu = QMenu(self)
        menu.setObjectName("rowMenu")
        for command in self.desk.kinds[ref.kind].commands:
            if command.fits(values):
                entry = menu.addAction(icon(command.icon) if command.icon else icon("circle-dot"), str(command.label))
                entry.triggered.connect(partial(self._run, command, ref))
        menu.addSeparator()
        menu.addAction(str(_("Openen"))).triggered.connect(partial(self.stage.open, ref))
        menu.popup(at)
        return menu

    def _run(self, command: Command, ref: Ref, _on: bool = False) -> None:
        try:
            self.runner.run(self, command, [ref])
        except Refused as refused:
            self.stage.announce(str(refused))
