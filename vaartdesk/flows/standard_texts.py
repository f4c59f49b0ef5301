"""The standard texts that suit a ticket, filled with what it says: for replies and for handing over (T11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.kinds.plan.model import StandardText
from vaartdesk.kinds.plan.rules import texts
from vaartdesk.kinds.tickets.model.ticket import STATUSES, Ticket
from vaartdesk.kinds.tickets.rules.moves import CLOSED
from vaartdesk.schema.chips import word
from vaartdesk.schema.field import Field
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.base import Option
from vaartdesk.schema.types.texts import ChoiceType

CHOICE: Final = "standard_text"
"""The question which text is taken."""
LOOSE: Final = _("heer, mevrouw")
"""Whom one writes to without a name."""


def suiting(reader: Reader, ticket: Values, status: str = "") -> list[Values]:
    """The texts for this ticket's category and state, the most fitting first. ``status``: another state than it is in."""
    slug = status or ticket["status"]
    states = (slug, word(STATUSES, slug))
    every: list[Values] = reader.remember("standard_texts", lambda: living(reader, StandardText))
    found = [(texts.rank(row, ticket["category"], states), row) for row in every]
    ranked = [(-rank, row["pos"] or "", row["id"], row) for rank, row in found if rank is not None]
    return [row for *_order, row in sorted(ranked, key=lambda entry: entry[:3])]


def best(rows: Sequence[Values], ticket: Values) -> Values | None:
    """The text to begin with. How it ended is told by a text that is meant for that; one for every state would say too little."""
    return next((row for row in rows if row["status"] or ticket["status"] not in CLOSED), None)


def field_of(rows: Sequence[Values]) -> tuple[Field, ...]:
    """The question which of these texts is taken; () where there are none."""
    options = tuple(Option(row["id"], row["title"]) for row in rows)
    return (Field(ChoiceType(options=options), str(_("Standaardtekst")), CHOICE),) if options else ()


def filled(reader: Reader, key: str, ticket: Values, name: str) -> str:
    """A text with its placeholders filled for this ticket; ``name``: whom it is written to."""
    every: list[Values] = reader.remember("standard_texts", lambda: living(reader, StandardText))
    found = next((row for row in every if row["id"] == key), None)
    return texts.fill(found["text"], known_of(reader, ticket, name)) if found is not None else ""


def known_of(reader: Reader, ticket: Values, name: str) -> dict[str, str]:
    """Placeholder -> what stands there."""
    due = ticket["expected_on"] or ticket["due_on"]
    return {
        "nummer": ticket["number"],
        "plaats": ticket["place_text"],
        "datum": day_long(reader.today),
        "naam": name or str(LOOSE),
        "wat": ticket["title"],
        "resultaat": str(ticket["result"] or "").strip(),
        "uiterlijk": day_long(due) if due is not None else "",
    }


def ticket_of(reader: Reader, refs: Sequence[Ref]) -> dict[str, Any] | None:
    """The ticket that a question is about."""
    return next(iter(living(reader, Ticket, table(Ticket).c.id.in_([ref.id for ref in refs]))), None)
