"""The record of a person: functions and seats with their dates, contact moments, and why the data are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts.queries import people as queries
from vaartdesk.kinds.contacts.rules import lines as told
from vaartdesk.kinds.contacts.view.contact_record import ContactRecord, names_of
from vaartdesk.kinds.contacts.view.privacy_card import PrivacyCard
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.lines import Line, Lines
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def build(desk: Desk, stage: Stage) -> RecordPage:
    """The page of a person, for whatever tab shows persons."""
    return PersonRecord(desk, stage)


class PersonRecord(ContactRecord):
    """Functies, Overlegorganen, Tijdlijn, and the card of privacy."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        functions = Lines(
            str(_("Functies")), "functions", add=str(_("Functie")), nothing=str(_("Nog geen functie bekend."))
        )
        self.privacy = PrivacyCard()
        super().__init__(desk, "person", stage, functions)
        self.privacy.edit_requested.connect(lambda: self.focus_field("basis"))
        self.staff.add_requested.connect(lambda: self.add("function", "person"))

    def _place(self) -> None:
        super()._place()
        self.columns.right.addSpacing(sizes.SPACE_2)
        self.columns.right.addWidget(self.privacy)

    def staff_lines(self, reader: Reader, key: str) -> list[Line]:
        self.privacy.show_person(self.values, reader.today)
        rows = queries.functions_of(reader, key)
        names = names_of(reader, rows, ("organisation",))
        return [(Ref("function", row["id"]), told.function_line(row, names, reader.today)) for row in rows]
