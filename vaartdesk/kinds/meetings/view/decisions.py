"""Decisions taken on an item, each with its number, outcome and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model.states import OUTCOMES
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.schema.chips import chip, words
from vaartdesk.schema.command import Command
from vaartdesk.schema.listing import Chip
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.flow_layout import FlowLayout
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.painting import CHIP, chip_height, chip_width, paint_chip
from vaartdesk.ui.question import CommandRunner
from vaartdesk.ui.section import Section
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

CONCERNED = frozenset({"decision", "action", "link"})


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A record that came out of a decision."""

    ref: Ref
    label: str
    icon: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision as its card shows it."""

    ref: Ref
    number: str
    text: str
    outcome: Chip
    meta: str
    follow_up: tuple[FollowUp, ...]
    values: Values


def decisions_on(desk: Desk, item: Ref) -> list[Taken]:
    """The decisions taken on an item, by number."""
    values = desk.get(item)
    if values is None or not values["meeting"]:
        return []
    with desk.read() as reader:
        rows = [d for d in queries.decisions_of(reader, values["meeting"]) if d["agenda_item"] == item.id]
        names = reader.titles(d["owner"] for d in rows if d["owner"])
    return [_taken(desk, row, names.get(row["owner"] or "", "")) for row in rows]


def _taken(desk: Desk, row: Values, owner: str) -> Taken:
    ref = Ref("decision", row["id"])
    found = (link for link in desk.chain(ref) if link.direction == "naar" and link.ref.kind in desk.kinds)
    follow_up = tuple(
        FollowUp(link.ref, f"{link.number} {link.title}".strip(), desk.kinds[link.ref.kind].icon) for link in found
    )
    due = day_short(row["due_on"], desk.today) if row["due_on"] else ""
    votes = _votes(row)
    shown = chip(OUTCOMES, row["outcome"]) or Chip(str(row["outcome"]))
    return Taken(
        ref, row["number"], row["text"] or row["title"], shown, "  ·  ".join(words(owner, due, votes)), follow_up, row
    )


def _votes(row: Values) -> str:
    if row["votes_for"] is None and row["votes_against"] is None:
        return ""
    told = _("{n} voor, {m} tegen")
    return str(told.format(n=row["votes_for"] or 0, m=row["votes_against"] or 0))


class LinkChip(QToolButton):
    """A chip that opens a record."""

    def __init__(self, shown: Chip) -> None:
        super().__init__()
        self._chip = shown
        self.setAccessibleName(str(shown.label))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._chip)) + 1, max(sizes.TARGET_LEAST, round(chip_height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        height = chip_height()
        rect = QRectF(0, (self.height() - height) / 2, self.width(), height)
        paint_chip(QPainter(self), rect, self._chip, CHIP, ground=theme().colour("surface"))


class Sign(QWidget):
    """An icon in a colour."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token
        self.setFixedSize(sizes.ICON, sizes.ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, theme().colour(self._token))


class DecisionCard(QFrame):
    """One decision in its frame. `opened(Ref)`; `action_requested(Taken)`; `undone(Taken)`: make a note of it again."""

    opened = Signal(object)
    action_requested = Signal(object)
    undone = Signal(object)

    def __init__(self, taken: Taken, *, can_act: bool, can_undo: bool = False) -> None:
        super().__init__()
        self.taken = taken
        self.setProperty("look", "decision")
        self.setObjectName("decision")
        self.setAccessibleName(f"{_('Besluit')} {taken.number}, {taken.outcome.label}, {taken.text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.SPACE_3, sizes.SPACE_2, sizes.SPACE_3, sizes.SPACE_2)
        column.setSpacing(sizes.SPACE_1)
        column.addLayout(self._head(can_undo=can_undo))
        text = Label(taken.text, "body", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        column.addWidget(self._foot(can_act=can_act))

    def _head(self, *, can_undo: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_2)
        title = Label(f"{_('Besluit')} {self.taken.number}", "body", "accent_ink", weight=600, tabular=True)
        row.addWidget(Sign("gavel", "accent_ink"))
        row.addWidget(title)
        meta = ElidedLabel(self.taken.meta, "meta", "text2", least=0)
        row.addStretch(1)
        row.addWidget(ChipLabel(self.taken.outcome))
        row.addWidget(meta)
        opens = IconButton("external-link", str(_("Besluit openen")), side=sizes.BUTTON_SMALL)
        opens.setObjectName("openDecision")
        opens.clicked.connect(lambda: self.opened.emit(self.taken.ref))
        row.addWidget(opens)
        if can_undo:
            back = IconButton("undo-2", str(_("Er weer een notitie van maken")), key="F7", side=sizes.BUTTON_SMALL)
            back.setObjectName("backToNote")
            back.clicked.connect(lambda: self.undone.emit(self.taken))
            row.addWidget(back)
        return row

    def _foot(self, *, can_act: bool) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        if self.taken.follow_up:
            flow.addWidget(Label(str(_("vervolg")), "meta", "text2"))
        for one in self.taken.follow_up:
            made = LinkChip(Chip(one.label, one.icon))
            made.clicked.connect(lambda _on=False, ref=one.ref: self.opened.emit(ref))
            flow.addWidget(made)
        if can_act:
            act = Button(str(_("Actie maken")), "plus", "link", small=True, key="F9")
            act.setObjectName("makeAction")
            act.clicked.connect(lambda: self.action_requested.emit(self.taken))
            flow.addWidget(act)
        if not (self.taken.follow_up or can_act):
            holder.hide()  # shown with its card: without a parent it would be a window of its own
        return holder


def action_command(desk: Desk) -> Command | None:
    """The command that makes an action of a decision, where the program has one."""
    return next((c for c in desk.kinds["decision"].commands if c.name == "make_action"), None)


class ItemDecisions(Section):
    """The decisions of an item on its page."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(str(_("Besluiten")))
        self.desk, self.stage = desk, stage
        self.item: Ref | None = None
        self.cards: list[DecisionCard] = []
        self.runner = CommandRunner(desk, stage)
        self.body.setSpacing(sizes.SPACE_2)
        self.hide()
        Hearing(desk, self).changed.connect(self._hear)

    def show_item(self, item: Ref) -> None:
        """The decisions of another item; without one the section is not there."""
        self.item = item
        self._fill(decisions_on(self.desk, item))

    def _fill(self, taken: Sequence[Taken]) -> None:
        for card in self.cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        command = action_command(self.desk)
        self.cards = [DecisionCard(one, can_act=command is not None and command.fits(one.values)) for one in taken]
        for card in self.cards:
            card.opened.connect(self.stage.open)
            card.action_requested.connect(self._make_action)
            self.body.addWidget(card)
        self.set_count(str(len(taken)) if taken else "")
        self.setVisible(bool(taken))

    def _make_action(self, taken: Taken) -> None:
        command = action_command(self.desk)
        if command is not None:
            self.runner.run(self, command, [taken.ref])

    def _hear(self, change: ChangeSet) -> None:
        if self.item is not None and change.kinds & CONCERNED:
            self._fill(decisions_on(self.desk, self.item))
