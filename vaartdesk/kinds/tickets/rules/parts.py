"""Part-tickets: one ticket cut in pieces with an owner each, and what stands in the way of closing the whole (T9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.rules import rows
from vaartdesk.kinds.tickets.rules.moves import CLOSED, is_open
from vaartdesk.schema.chips import words
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import RowParts
from vaartdesk.schema.ref import Problem, Values

OPEN_PARTS: Final = "with_open_parts"
"""The question whether a ticket may close over parts that are open."""
PLACES: Final = ("street", "place", "premises", "latitude", "longitude")
SHARED: Final = ("category", "place_text", *PLACES, "urgency", "theme_line")
"""What a part has of the whole until somebody says otherwise."""


def given(main: Values) -> dict[str, Any]:
    """The fields a new part starts with."""
    found = {name: main[name] for name in SHARED if main[name] not in (None, "")}
    return found | {"parent": main["id"], "type": main["type"], "owner": main["owner"]}


def row(values: Values, context: RowContext) -> RowParts:
    """A part as the page of the whole shows it: whose it is comes first."""
    shown = rows.ticket_row(values, context)
    owner = context.title(values["owner"]) or rows.lies_with(values, context)
    return replace(shown, badges=(), meta=words(owner, values["place_text"]))


def count(parts: Sequence[Values]) -> str:
    """``2 van 3 klaar``; '' without parts."""
    if not parts:
        return ""
    done = sum(not is_open(part) for part in parts)
    return str(_("{done} van {n} klaar").format(done=done, n=len(parts)))


def closes(before: str, after: str) -> bool:
    """True for the move that ends a ticket."""
    return after in CLOSED and before not in CLOSED


def in_the_way(parts: Sequence[Values]) -> Problem | None:
    """What is told when a ticket closes over these open parts."""
    if not parts:
        return None
    numbers = ", ".join(part["number"] for part in parts)
    sentence = ngettext(
        "Deelmelding {numbers} is nog open. Handel die eerst af, of sluit toch.",
        "De deelmeldingen {numbers} zijn nog open. Handel die eerst af, of sluit toch.",
        len(parts),
    )
    return Problem(OPEN_PARTS, str(sentence.format(numbers=numbers)), is_warning=True)
