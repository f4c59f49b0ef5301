"""The record of maintenance: the days its rule gives while it is typed, and the tickets it made (T17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.queries import tickets
from vaartdesk.kinds.tickets.queries.upkeep import tickets_of
from vaartdesk.kinds.tickets.rules import rows, series
from vaartdesk.schema.context import row_context
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.form.lines import Lines
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.labels import Label
from vaartdesk.ui.record_dialog import add_parts
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

ASKED: Final = frozenset({"maintenance", "ticket"})
TYPED: Final = ("rrule", "starts_on", "ends_on")
BELOW: Final = 4
"""The row of a field's grid below its sentence and its buttons."""


def build(desk: Desk, stage: Stage) -> RecordPage:
    """The page of maintenance."""
    return UpkeepRecord(desk, stage)


class UpkeepRecord(RecordPage):
    """The form, the coming days below the rule, the tickets it made, permits."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, desk.kinds["maintenance"], stage)
        self.tickets = Lines(str(_("Meldingen")), "tickets")
        self.add_section(self.tickets)
        self.tickets.opened.connect(stage.open)
        add_parts(self)
        self.coming = Label("", "meta", "text2", wrap=True)
        self.coming.setObjectName("comingDays")
        self.coming.setContentsMargins(sizes.SPACE_2, 0, 0, sizes.SPACE_1)
        box = self.saver.boxes["rrule"]
        box.grid.addWidget(self.coming, BELOW, 1)
        self.coming.hide()
        for name in TYPED:
            self.saver.boxes[name].editor.typed.connect(self.tell_days)
        self.filled.connect(self._show_own)
        Hearing(desk, self).changed.connect(self._hear_others)

    def _show_own(self, ref: Ref) -> None:
        with self.desk.read() as reader:
            found = tickets_of(reader, ref.id)
            context = row_context(reader, found, tickets.SHOWN)
            self.tickets.show_lines([(Ref("ticket", row["id"]), rows.ticket_row(row, context)) for row in found])
        if not any(self.saver.boxes[name].editor.is_dirty for name in TYPED):
            self.coming.hide()

    def _hear_others(self, change: ChangeSet) -> None:
        if self.ref is not None and change.kinds & ASKED:
            self._show_own(self.ref)

    def tell_days(self) -> None:
        """While somebody types: the days that what stands there gives; nothing while it cannot be read."""
        values = dict(self.values)
        for name in TYPED:
            try:
                values[name] = self.saver.boxes[name].editor.value()
            except Invalid:
                self.coming.hide()
                return
        days = series.next_days(values, self.desk.today)
        told = ", ".join(day_short(day, self.desk.today) for day in days)
        self.coming.setText(
            str(_("Eerstvolgende: {days}")).format(days=told) if days else str(_("Geeft geen dag meer."))
        )
        self.coming.setVisible(bool(values["rrule"]))
