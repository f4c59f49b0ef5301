"""The record of an organisation: its people, its seats and memberships, and what was said with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts.queries import people as queries
from vaartdesk.kinds.contacts.rules import lines as told
from vaartdesk.kinds.contacts.view.contact_record import ContactRecord, names_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.lines import Line, Lines
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def build(desk: Desk, stage: Stage) -> RecordPage:
    """The page of an organisation, for whatever tab shows organisations."""
    return OrganisationRecord(desk, stage)


class OrganisationRecord(ContactRecord):
    """Mensen, Overlegorganen, Tijdlijn."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        people = Lines(str(_("Mensen")), "people", add=str(_("Functie")), nothing=str(_("Nog niemand bekend.")))
        super().__init__(desk, "organisation", stage, people)
        self.staff.add_requested.connect(lambda: self.add("function", "organisation"))

    def staff_lines(self, reader: Reader, key: str) -> list[Line]:
        """Those with a function, and then who belongs here without one; each leads to the person."""
        rows = queries.people_of(reader, key)
        names = names_of(reader, rows, ("person",))
        known = {row["person"] for row in rows}
        return [
            *(
                (Ref("person", row["person"]), told.staff_line(row, names, reader.today))
                for row in rows
                if row["person"]
            ),
            *(
                (Ref("person", row["id"]), told.worker_line(row))
                for row in queries.workers_of(reader, key)
                if row["id"] not in known
            ),
        ]
