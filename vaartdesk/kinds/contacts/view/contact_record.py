"""The record of a person or organisation: functions, bodies and contact moments before the rest of the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts import queries
from vaartdesk.kinds.contacts.rules import lines as told
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.lines import Line, Lines
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.record_dialog import RecordDialog, add_parts, make_record
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

ASKED: Final = frozenset({"function", "seat", "membership", "interaction", "person", "organisation", "body"})
"""A change of one of these may change what is shown here."""


class ContactRecord(RecordPage):
    """What persons and organisations have in common; ``before`` is the widget in front of which the sections stand."""

    def __init__(self, desk: Desk, kind: str, stage: Stage, first: Lines) -> None:
        super().__init__(desk, desk.kinds[kind], stage)
        self.staff = first
        self.bodies = Lines(str(_("Overlegorganen")), "bodies", add=str(_("Lidmaatschap")))
        self.moments = Lines(str(_("Contactmomenten")), "moments")
        self._place()
        add_parts(self, without=("function", "interaction"))
        for section in (self.staff, self.bodies, self.moments):
            section.opened.connect(self._open)
        self.bodies.add_requested.connect(lambda: self.add("membership", "member"))
        self.filled.connect(self._show_own)
        Hearing(desk, self).changed.connect(self._hear_others)

    def _place(self) -> None:
        before = self.last_of_the_form()
        for section in (self.staff, self.bodies, self.moments):
            self.add_section(section, before=before)

    def last_of_the_form(self) -> QWidget | None:
        """The section of the form that stands after what is told here: the first that is folded by itself."""
        folded = [str(part.label) for part in self.kind.sections if part.label and part.folded]
        return next((s for s in self.fields.sections if s.head.text() in folded), None)

    def add(self, kind: str, field: str) -> None:
        """A new record of a kind that names this one."""
        if self.ref is not None and self.flush():
            make_record(self, self.desk.kinds[kind], {field: self.ref.id})

    def _open(self, ref: Ref) -> None:
        """A person or organisation where it belongs; what has no page of its own over this one."""
        if ref.kind in {"person", "organisation"}:
            self.stage.open(ref)
        else:
            self.stage.show_dialog(self, RecordDialog(self.desk, ref, self.stage))

    # --- showing -------------------------------------------------------------------------------------------------------

    def _show_own(self, ref: Ref) -> None:
        with self.desk.read() as reader:
            self.staff.show_lines(self.staff_lines(reader, ref.id))
            self.bodies.show_lines(self._body_lines(reader, ref.id))
            self.moments.show_lines(self._moment_lines(reader, ref.id))

    def staff_lines(self, reader: Reader, key: str) -> list[Line]:
        """The first section: functions of a person, people of an organisation."""
        raise NotImplementedError

    def _body_lines(self, reader: Reader, key: str) -> list[Line]:
        """Seats first, then memberships; what is over comes last."""
        seats, members = queries.seats_of(reader, key), queries.memberships_of(reader, key)
        names = names_of(reader, (*seats, *members), ("body", "organisation", "holder", "deputy"))
        shorts = reader.shorts("organisation", [row["organisation"] for row in seats])
        word = self._function_word
        found: list[Line] = [
            *((Ref("seat", row["id"]), told.seat_line(row, names, shorts, reader.today, key, word)) for row in seats),
            *((Ref("membership", row["id"]), told.member_line(row, names, reader.today, word)) for row in members),
        ]
        return sorted(found, key=lambda line: line[1].is_past)

    def _function_word(self, slug: object) -> str:
        """What somebody is in a body: the words are those of the seat's own field."""
        return self.desk.kinds["seat"].fields["function"].type.field_text(slug)

    def _moment_lines(self, reader: Reader, key: str) -> list[Line]:
        rows = queries.moments_with(reader, key)
        names = names_of(reader, rows, ("contact", "by"))
        return [(Ref("interaction", row["id"]), told.moment_line(row, names, reader.today, key)) for row in rows]

    def _hear_others(self, change: ChangeSet) -> None:
        if self.ref is not None and change.kinds & ASKED:
            self._show_own(self.ref)
            with self.desk.read() as reader:
                self.facts.show_values(self.values, reader)


def names_of(
    reader: Reader, rows: tuple[Mapping[str, Any], ...] | list[dict[str, Any]], fields: tuple[str, ...]
) -> Mapping[str, str]:
    """Titles of the records that these fields of the rows name."""
    return reader.titles({row[name] for row in rows for name in fields if row.get(name)})
