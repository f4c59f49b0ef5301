"""The record of a person or organisation: who and where in the left column, what happened in the right one, then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts.queries import people as queries
from vaartdesk.kinds.contacts.queries import timeline
from vaartdesk.kinds.contacts.rules import lines as told
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.columns import TwoColumns
from vaartdesk.ui.form.head import TEXT_INSET
from vaartdesk.ui.form.lines import Line, Lines
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.form.timeline import Timeline
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.record_dialog import RecordDialog, add_parts, make_record
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

OWN: Final = frozenset(
    {"function", "seat", "membership", "interaction", "person", "organisation", "body", "need", "note"}
)
OTHERS: Final = frozenset(
    {"attendance", "meeting", "ticket", "ticket_reporter", "signal", "action", "event", "event_member"}
)
ASKED: Final = OWN | OTHERS | {"link"}
"""A change of one of these may change what is shown here."""
OVER_THE_PAGE: Final = frozenset({"function", "seat", "membership", "interaction", "need", "note"})
TALKS, WORK = "gesprek", "werk"


class ContactRecord(RecordPage):
    """What persons and organisations have in common; ``first`` is the section of functions or people."""

    def __init__(self, desk: Desk, kind: str, stage: Stage, first: Lines) -> None:
        super().__init__(desk, desk.kinds[kind], stage)
        self.staff = first
        self.bodies = Lines(
            str(_("Overlegorganen")), "bodies", add=str(_("Lidmaatschap")), nothing=str(_("Zit in geen overleg."))
        )
        groups = (("alles", str(_("Alles"))), (TALKS, str(_("Gesprekken"))), (WORK, str(_("Werk"))))
        self.timeline = Timeline(str(_("Tijdlijn")), str(_("Nog niets opgeschreven.")), groups)
        self.columns = TwoColumns()
        self._told: Ref | None = None
        self._place()
        self.columns.close_columns()
        add_parts(self, without=("function", "interaction"))
        for section in (self.staff, self.bodies, self.timeline):
            section.opened.connect(self._open)
        self.bodies.add_requested.connect(lambda: self.add("membership", "member"))
        self.filled.connect(self._show_own)
        Hearing(desk, self).changed.connect(self._hear_others)

    def _place(self) -> None:
        for part in (self.facts, self.fields.first, self.staff, self.bodies):
            self.columns.left.addWidget(part)
        self.columns.right.addWidget(self.timeline)
        self.columns.setContentsMargins(TEXT_INSET, 0, 0, 0)
        self.layout_of_page.body.insertWidget(1, self.columns)

    def add(self, kind: str, field: str) -> None:
        """A new record of a kind that names this one."""
        if self.ref is not None and self.flush():
            make_record(self, self.desk.kinds[kind], {field: self.ref.id})

    def _open(self, ref: Ref) -> None:
        """What has no page of its own over this one, the rest where it belongs."""
        if ref.kind in OVER_THE_PAGE:
            self.stage.show_dialog(self, RecordDialog(self.desk, ref, self.stage))
        else:
            self.stage.open(ref)

    # --- showing -------------------------------------------------------------------------------------------------------

    def _show_own(self, ref: Ref) -> None:
        is_same, self._told = ref == self._told, ref
        with self.desk.read() as reader:
            self.staff.show_lines(self.staff_lines(reader, ref.id))
            self.bodies.show_lines(self._body_lines(reader, ref.id))
            moments = timeline.timeline(reader, ref.id)
        today = self.desk.today
        lines = [
            (TALKS if m.is_talk else WORK, (m.ref, told.timeline_line(m.on, m.icon, m.title, m.told, today)))
            for m in moments
        ]
        self.timeline.show_lines(lines, is_same=is_same)

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
