"""The record of an event: the form of its kind, and what is special to events on top of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vaartdesk.kinds.events.view.checklist import Checklist
from vaartdesk.kinds.events.view.clash_card import ClashCard
from vaartdesk.kinds.events.view.permit_block import PermitBlock
from vaartdesk.kinds.events.view.skipped import SkippedDates
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.head import TEXT_INSET
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

ASKED: Final = frozenset(
    {
        "event",
        "event_override",
        "clash_acceptance",
        "permit",
        "checklist_item",
        "permit_term",
        "marker",
        "setting",
        "maintenance",
        "ticket",
    }
)
"""A change of one of these may change what is shown here."""


class EventRecord(RecordPage):
    """Clashes first, then permit and municipal calendar, the fields, and the run-book before the other sections."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, desk.kinds["event"], stage)
        self.clashes = ClashCard(desk, stage)
        self.permits = PermitBlock(desk, stage)
        self.skipped = SkippedDates(desk, stage)
        self.checklist = Checklist(desk, stage)
        for number, part in enumerate((self.clashes, self.permits)):
            part.setContentsMargins(TEXT_INSET, 0, 0, 0)
            self.layout_of_page.body.insertWidget(number, part)
        for section in (self.skipped, self.checklist):
            self.add_section(section, before=self.fields.texts)
        self.filled.connect(self._show_own)
        Hearing(desk, self).changed.connect(self._hear_others)

    def _show_own(self, ref: Ref) -> None:
        self.clashes.show_record(ref, self.values)
        self.permits.show_record(ref, self.values)
        self.skipped.show_record(ref)
        self.checklist.show_record(ref)

    def _hear_others(self, change: ChangeSet) -> None:
        """Another event may come in the way, a permit may be granted."""
        if self.ref is not None and change.kinds & ASKED:
            if "event_override" in change.kinds:
                self._fill(range_of=())  # the line under the title names the date that comes next
            self._show_own(self.ref)
