"""Making a part-ticket: what is to be done and by whom; the rest is the whole's (T9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.rules import parts
from vaartdesk.kinds.tickets.rules.moves import is_open
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

ASKED: Final = ("title", "owner", "category", "place_text")


def make_part(desk: Desk, main: Ref, answers: Mapping[str, Any]) -> Ref:
    """A part of a ticket, where the whole is and of its category unless the answers say otherwise. Raises Refused."""
    with desk.change(_("Deelmelding gemaakt")) as tx:
        known = parts.given(tx.get(main))
        if answers.get("place_text") not in (None, known["place_text"]):
            known = {name: value for name, value in known.items() if name not in parts.PLACES}
        return tx.add("ticket", known | dict(answers))


def _asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    rows = living(reader, Ticket, table(Ticket).c.id.in_([ref.id for ref in refs]))
    known = parts.given(rows[0]) if rows else {}
    asked = (fields_of(Ticket)[name] for name in ASKED)
    return tuple(replace(field, default=known.get(field.name) or field.default) for field in asked)


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    made = make_part(desk, refs[0], answers)
    number, main = ((desk.get(ref) or {}).get("number", "") for ref in (made, refs[0]))
    return Outcome(str(_("Deelmelding {number} hangt onder {main}").format(number=number, main=main)))


MAKE_PART: Final = Command(
    "make_part",
    _("Deelmelding maken"),
    _run,
    icon="layers",
    key="Ctrl+Shift+D",
    asks=_asks,
    fits=is_open,
    in_menu=True,
)
