"""The record of a contract: its offers side by side, and the tickets and maintenance under it (T14, T17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.commands.contracts import CHOOSE
from vaartdesk.kinds.tickets.queries import contracts as queries
from vaartdesk.kinds.tickets.queries import tickets
from vaartdesk.kinds.tickets.rules import rows
from vaartdesk.kinds.tickets.view.entry import TicketEntry
from vaartdesk.kinds.tickets.view.offers_card import OffersCard
from vaartdesk.schema.context import row_context
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.ui.form.lines import Line, Lines
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.record_dialog import add_parts, make_record
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

ASKED: Final = frozenset({"contract", "ticket", "maintenance", "organisation"})


def build(desk: Desk, stage: Stage) -> RecordPage:
    """The page of a contract."""
    return ContractRecord(desk, stage)


class ContractRecord(RecordPage):
    """Offers first, where there are several; then the form, tickets, maintenance and permits."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, desk.kinds["contract"], stage)
        self.offers = OffersCard(desk)
        self.tickets = Lines(str(_("Meldingen")), "tickets", add=str(_("Melding")))
        self.upkeep = Lines(str(_("Onderhoud")), "upkeep", add=str(_("Onderhoud")))
        self.add_section(self.offers, before=self.fields.sections[0] if self.fields.sections else None)
        for section in (self.tickets, self.upkeep):
            self.add_section(section)
            section.opened.connect(stage.open)
        add_parts(self)
        self.offers.opened.connect(stage.open)
        self.offers.chosen.connect(self.choose)
        self.tickets.add_requested.connect(self.add_ticket)
        self.upkeep.add_requested.connect(self.add_upkeep)
        self.filled.connect(self._show_own)
        Hearing(desk, self).changed.connect(self._hear_others)

    # --- showing -------------------------------------------------------------------------------------------------------

    def _show_own(self, ref: Ref) -> None:
        self.offers.show_contract(self.values)
        with self.desk.read() as reader:
            self._show_tickets(reader, ref.id)
            self.upkeep.show_lines(_upkeep_lines(reader, ref.id))

    def _show_tickets(self, reader: Reader, key: str) -> None:
        found, count_open, count = queries.tickets_under(reader, key)
        context = row_context(reader, found, tickets.SHOWN)
        self.tickets.show_lines([(Ref("ticket", row["id"]), rows.ticket_row(row, context)) for row in found])
        told = ngettext("{open} open van {n}", "{open} open van {n}", count).format(open=count_open, n=count)
        self.tickets.set_count(told if count else "")

    def _hear_others(self, change: ChangeSet) -> None:
        if self.ref is not None and change.kinds & ASKED:
            self._show_own(self.ref)

    # --- doing ---------------------------------------------------------------------------------------------------------

    def choose(self, offer: Ref) -> None:
        """This offer becomes the contract; the others are turned down."""
        if not self.flush():
            return
        try:
            self.runner.run(self, CHOOSE, [offer])
        except Refused as refused:
            self.stage.announce(str(refused))

    def add_ticket(self) -> None:
        """A ticket for this supplier."""
        if self.ref is not None and self.flush():
            values = {"contract": self.ref.id, "lies_with": "leverancier"}
            self.stage.show_dialog(self, TicketEntry(self.desk, self.stage, values))

    def add_upkeep(self) -> None:
        """Work that comes back under this contract."""
        if self.ref is not None and self.flush():
            values = {"contract": self.ref.id, "subject": self.values["subject"]}
            make_record(self, self.desk.kinds["maintenance"], values)


def _upkeep_lines(reader: Reader, key: str) -> list[Line]:
    found = queries.maintenance_under(reader, key)
    context = row_context(reader, found, ("contract", "theme_line"))
    return [(Ref("maintenance", row["id"]), rows.maintenance_row(row, context)) for row in found]
