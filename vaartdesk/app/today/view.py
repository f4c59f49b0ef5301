"""Vandaag: a work list of all kinds for who sits here, and beside it what the week brings."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vaartdesk.app.today.gather import gather
from vaartdesk.app.today.model import NeedModel
from vaartdesk.core.dates import DAYS, MONTHS, week_number
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.kind import Need
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.card import Card
from vaartdesk.ui.empty import EmptyState
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

SIDE = 388
MOST = 8


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    return TodayPage(desk, stage)


class TodayPage(QWidget):
    """See the module. It asks again only when a kind it depends on changed, and when it is shown."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.model = NeedModel()
        self.list = RowView()
        self.list.setObjectName("list")
        self.list.setAccessibleName(str(_("Wat vandaag iets vraagt")))
        self.list.setModel(self.model)
        self.list.opened.connect(self._open)
        self.date = Label("", "display", weight=600)
        self.sentence = Label("", "body", "text2")
        self.calm = EmptyState(str(_("Een rustige dag")), str(_("Er ligt niets te wachten.")), icon_name="sun")
        self.week = Card(str(_("Deze week")))
        self.week.setObjectName("week")
        self._is_stale = True
        self._asking = {k.name for k in desk.kinds.values() if k.attention} | {"event", "meeting", "ticket"}
        self._build()
        self.hearing = Hearing(desk, self)
        self.hearing.changed.connect(self._hear)
        self.refresh()

    def _build(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, sizes.PAGE_PADDING, 0)
        columns.setSpacing(sizes.PAGE_PADDING)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._head())
        left.addWidget(self.list, 1)
        left.addWidget(self.calm, 1)
        columns.addLayout(left, 1)
        columns.addWidget(self._side())

    def _head(self) -> QWidget:
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(sizes.PAGE_PADDING, 11, 0, sizes.SPACE_3)
        rows.setSpacing(2)
        rows.addWidget(self.date)
        rows.addWidget(self.sentence)
        return head

    def _side(self) -> QWidget:
        column = QWidget()
        column.setFixedWidth(SIDE)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 20, 0, sizes.PAGE_PADDING)
        rows.setSpacing(sizes.SPACE_3)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        signal = Button(str(_("Signaal")), "radio", key="Ctrl+Shift+N")
        signal.setObjectName("signalButton")
        signal.clicked.connect(lambda: self._ask("signal"))
        new = Button(str(_("Nieuwe melding")), "plus", "primary", key="Ctrl+N")
        new.setObjectName("newButton")
        new.clicked.connect(self.make_new)
        for button in (signal, new):
            buttons.addWidget(button)
        rows.addLayout(buttons)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("look", "plain")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(sizes.SPACE_3)
        cards.addWidget(self.week)
        cards.addStretch(1)
        area.setWidget(inner)
        rows.addWidget(area, 1)
        return column

    # ---------------------------------------------------------------- what the window asks
    def make_new(self) -> None:
        """Ctrl+N here makes a ticket: the quickest thing to have to log."""
        self._ask("ticket")

    def _ask(self, kind: str) -> None:
        self.stage.new_requested.emit(kind)

    def show_record(self, ref: Ref) -> None:
        """Vandaag has no records of its own."""

    def current(self) -> Ref | None:
        """The record of the chosen line."""
        return self.model.ref(self.list.currentIndex().row())

    def refresh(self) -> None:
        """Ask every kind again."""
        self._is_stale = False
        needs = gather(self.desk, self._roles())
        self.model.show(needs)
        today = self.desk.today
        self.date.setText(f"{DAYS[today.weekday()].capitalize()} {today.day} {MONTHS[today.month - 1]}")
        self.sentence.setText(told(needs))
        self.list.setVisible(bool(needs))
        self.calm.setVisible(not needs)
        self._fill_week(today)

    def _roles(self) -> set[str]:
        who = self.desk.who
        if who is None:
            return set()
        if who.kind == "role":
            return {self.desk.title(who)}
        held = [r["role"] for r in self.desk.rows("role_holder") if r.get("person") == who.id]
        return {self.desk.title(Ref("role", key)) for key in held if key}

    def _hear(self, change: ChangeSet) -> None:
        if change.kinds & self._asking:
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_stale:
            self.refresh()

    def _open(self, row: int) -> None:
        ref = self.model.ref(row)
        if ref is not None:
            self.stage.open(ref)

    # ---------------------------------------------------------------- the week
    def _fill_week(self, today: date) -> None:
        self.week.remark.setText(str(_("week {n}").format(n=week_number(today))))
        old = self.week.body.takeAt(1)
        if old is not None and (widget := old.widget()) is not None:
            widget.deleteLater()
        grid_holder = QWidget()
        grid = QGridLayout(grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(sizes.SPACE_3)
        grid.setColumnStretch(2, 1)
        found = self._happenings(today)
        for line, (at, title, place) in enumerate(found[:MOST]):
            day = f"{DAYS[at.weekday()][:2]} {at.day}"
            grid.addWidget(Label(day, "meta", "accent" if at.date() == today else "text2"), line, 0)
            grid.addWidget(Label(f"{at:%H:%M}", "meta", "text2", tabular=True), line, 1)
            grid.addWidget(ElidedLabel(title, "body"), line, 2)
            grid.addWidget(ElidedLabel(place, "meta", "text3"), line, 3)
        if not found:
            told = str(_("Geen evenementen of vergaderingen deze week."))
            grid.addWidget(Label(told, "meta", "text2", wrap=True), 0, 0, 1, 4)
        self.week.body.insertWidget(1, grid_holder)

    def _happenings(self, today: date) -> list[tuple[datetime, str, str]]:
        """Events and meetings from today until the end of the week, in order."""
        end = today + timedelta(days=max(1, 7 - today.weekday()))
        found = []
        for name in ("event", "meeting"):
            kind = self.desk.kinds[name]
            for row in self.desk.rows(name):
                at = row.get("starts_at")
                if at is not None and today <= at.date() < end and row.get("status") not in ("afgelast", "vervallen"):
                    found.append((at, kind.title_of(row), str(row.get("place_text") or "")))
        return sorted(found)


def told(needs: list[Need]) -> str:
    """``Vier dingen vragen vandaag iets van je. Eén is een calamiteit.``"""
    now = sum(need.group == "nu" for need in needs)
    if not needs:
        return str(_("Er vraagt vandaag niets iets van je."))
    if not now:
        return str(ngettext("Niets is te laat; {n} ding komt eraan.", "Niets is te laat; {n} dingen komen eraan.", len(needs)).format(n=len(needs)))  # fmt: skip
    sentence = ngettext("{n} ding vraagt vandaag iets van je.", "{n} dingen vragen vandaag iets van je.", now).format(
        n=_count(now)
    )
    urgent = sum(need.parts.icon_tone == "danger" for need in needs)
    if urgent:
        sentence += " " + ngettext("{n} is een calamiteit.", "{n} zijn calamiteiten.", urgent).format(
            n=_count(urgent, first="Eén")
        )
    return str(sentence)


WORDS = (
    "",
    _("Eén"),
    _("Twee"),
    _("Drie"),
    _("Vier"),
    _("Vijf"),
    _("Zes"),
    _("Zeven"),
    _("Acht"),
    _("Negen"),
    _("Tien"),
)


def _count(n: int, *, first: str = "") -> str:
    if n == 1 and first:
        return first
    return str(WORDS[n]) if 0 < n < len(WORDS) else str(n)
