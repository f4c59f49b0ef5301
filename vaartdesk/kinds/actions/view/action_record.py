"""The record of an action: how far it is, its sub-actions to tick off, and where it belongs, before the rest of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.actions import queries
from vaartdesk.kinds.actions.commands import finish_action, reopen_action
from vaartdesk.kinds.actions.kind import PARTS_DONE
from vaartdesk.kinds.actions.rules import cards, lateness
from vaartdesk.schema.listing import Due
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.form.head import TEXT_INSET
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.form.ticks import Tick, Ticks
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.question import tell_outcome
from vaartdesk.ui.record_dialog import add_parts, make_record
from vaartdesk.ui.share_bar import ShareBar
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from datetime import date

    from vaartdesk.schema.reader import Reader
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

ASKED: Final = frozenset({"action", "role", "person", "theme_line"})
"""A change of one of these may change what is shown here."""


def build(desk: Desk, stage: Stage) -> RecordPage:
    """The page of an action, for whatever tab shows actions."""
    return ActionRecord(desk, stage)


class ActionRecord(RecordPage):
    """The sentence first, facts in two columns, how far it is, the sub-actions, and the chain that leads to the goal."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, desk.kinds["action"], stage)
        self.facts.leave_out(str(PARTS_DONE))  # the bar says so
        self.share = ShareBar(str(_("Voortgang")))
        self.share.setObjectName("share")
        self.parts = Ticks(str(_("Deelacties")), opens=True)
        self.parts.setObjectName("subActions")
        add = self.parts.add_action(str(_("Deelactie")))
        add.setObjectName("addSubAction")
        add.clicked.connect(self.add_part)
        first = next(iter(self.fields.shown_first), self.files)
        for part in (self.share, self.parts):
            self.add_section(part, before=first)
        self.add_section(self.chain)
        self.share.setContentsMargins(TEXT_INSET, 0, 0, 0)
        self.share.hide()
        add_parts(self)
        self.parts.ticked.connect(self.tick)
        self.parts.opened.connect(lambda key: stage.open(Ref("action", key)))
        self.filled.connect(self._show_own)
        Hearing(desk, self).changed.connect(self._hear_others)

    def _show_own(self, ref: Ref) -> None:
        with self.desk.read() as reader:
            found = queries.parts_of(reader, ref.id)
            self.parts.show_ticks(_ticks(found, reader))
            share, told = cards.share_of(self.values, cards.part_counts(found).get(ref.id, (0, 0)))
            letter = queries.line_letter(reader, self.values["theme_line"])
        self.fields.withhold("progress", is_withheld=bool(found))
        self.share.setVisible(share is not None)
        if share is not None:
            self.share.tell(share, told, letter)

    def _hear_others(self, change: ChangeSet) -> None:
        """A part was finished elsewhere, or bears another name."""
        if self.ref is not None and change.kinds & ASKED:
            self._show_own(self.ref)

    def tick(self, key: str, is_done: bool) -> None:
        """A sub-action is finished, or taken up again."""
        act = finish_action if is_done else reopen_action
        tell_outcome(self.stage, act(self.desk, [Ref("action", key)], {}))

    def add_part(self) -> None:
        """One more sub-action, on the theme line of this one."""
        if self.ref is not None and self.flush():
            given: dict[str, Any] = {"parent": self.ref.id, "theme_line": self.values["theme_line"]}
            make_record(self, self.kind, given)


def _ticks(found: list[dict[str, Any]], reader: Reader) -> list[Tick]:
    """What was dropped is no part any more."""
    names = reader.titles(row["owner"] for row in found if row["owner"])
    rows = [row for row in found if row["status"] != "vervallen"]
    return [
        Tick(
            row["id"],
            row["title"],
            row["status"] == "gereed",
            _due(row, reader.today),
            names.get(row["owner"] or "", ""),
        )
        for row in rows
    ]


def _due(row: Values, today: date) -> Due | None:
    """The day itself, coloured as its own row in the list would be: here the days stand in a column."""
    told = lateness.due_label(row, today)
    day = row["finished_on"] or row["due_on"]
    return Due(day_short(day, today), told.tone, is_done=told.is_done) if told is not None and day else None
