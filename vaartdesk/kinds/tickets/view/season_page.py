"""Seizoen: all maintenance and dressing of a year on one page, to scale, and on paper (T17)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vaartdesk.core.dates import MONTHS
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.queries.upkeep import season_rows
from vaartdesk.kinds.tickets.rules.upkeep import season_of
from vaartdesk.kinds.tickets.view.season_view import SeasonView
from vaartdesk.store.bus import NEW_DAY
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.empty import EmptyState, Way
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.labels import Label
from vaartdesk.ui.question import tell_outcome
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.schema.ref import Ref
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

ASKED: Final = frozenset({"maintenance", "contract", "ticket", "organisation"})


class SeasonPage(Fresh, QWidget):
    """Alt+Left and Alt+Right turn to another season; Enter opens the maintenance one stands on."""

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.first, self.last = season_of(desk.today)
        self.setObjectName("seasonPage")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader(title)
        self.paper = self.header.add_secondary(str(_("Op papier")), "printer", key="Ctrl+P")
        self.paper.setObjectName("seasonPaper")
        self.header.set_primary(new_label(desk.kinds["maintenance"])).clicked.connect(lambda _on=False: self.make_new())
        self.words = Label("", "body", weight=600)
        self.words.setObjectName("seasonWords")
        self.view = SeasonView()
        self.nothing = EmptyState(
            str(_("Nog geen onderhoud")),
            str(_("Kerstverlichting, vlaggen, groen: wat terugkomt, staat hier met zijn dagen.")),
            (
                Way(
                    new_label(desk.kinds["maintenance"]),
                    str(_("De eerste begint hier")),
                    "plus",
                    self.make_new,
                    "Ctrl+N",
                ),
            ),
            icon_name="repeat",
        )
        self.stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_1, sizes.PAGE_PADDING, sizes.SPACE_2)
        top.setSpacing(sizes.SPACE_2)
        for name, icon_name, label, way in (
            ("previousSeason", "chevron-left", _("Vorig seizoen"), -1),
            ("nextSeason", "chevron-right", _("Volgend seizoen"), 1),
        ):
            button = IconButton(icon_name, str(label), key="Alt+←" if way < 0 else "Alt+→")
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, way=way: self.turn(way))
            top.addWidget(button)
        top.addWidget(self.words)
        top.addStretch(1)
        self.back = Button(str(_("Lijst van onderhoud")), "list", "link")
        self.back.setObjectName("toUpkeep")
        top.addWidget(self.back)
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(top)
        inner.addWidget(self.view, 1)
        self.stack.addWidget(shown)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.view.opened.connect(self.stage.open)
        self.paper.clicked.connect(self.print_season)
        self.back.clicked.connect(lambda: self.stage.show_kind("maintenance"))
        Hearing(self.desk, self).changed.connect(self._hear)
        for keys, way in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self, lambda way=way: self.turn(way))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- showing -------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        with self.desk.read() as reader:
            rows = season_rows(reader, self.first, self.last)
        begins, ends = (f"{MONTHS[day.month - 1]} {day.year}" for day in (self.first, self.last))
        self.words.setText(f"{begins} – {ends}"[:1].upper() + f"{begins} – {ends}"[1:])
        self.stack.setCurrentIndex(int(not rows))
        self.view.show_season(rows, self.first, self.last, self.desk.today)

    def turn(self, way: int) -> None:
        """Another season."""
        day = self.last + timedelta(1) if way > 0 else self.first - timedelta(1)
        if date.min.year + 2 < day.year < date.max.year - 2:
            self.first, self.last = season_of(day)
            self.refresh()

    def _hear(self, change: ChangeSet) -> None:
        if change.kinds & ASKED or change.kind == NEW_DAY:
            self.outdate()

    def _is_past(self) -> bool:
        return self.view.list.season.today != self.desk.today

    # --- what the window asks ------------------------------------------------------------------------------------------

    def make_new(self, kind: str = "") -> None:
        """New maintenance."""
        if kind in {"", "maintenance"}:
            self.stage.show_dialog(self, QuickEntry(self.desk, self.desk.kinds["maintenance"], self.stage))

    def current(self) -> Ref | None:
        """The maintenance one stands on."""
        return self.view.list.season.ref(self.view.list.currentIndex().row())

    def print_season(self) -> None:
        """The page on paper."""
        command = next((c for c in self.desk.kinds["maintenance"].commands if c.name == "season"), None)
        if command is not None:
            tell_outcome(self.stage, command.run(self.desk, (), {"on": self.first}))
