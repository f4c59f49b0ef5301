"""Mediation between two parties: how it is called, and when the agreement is looked at again (T20)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.formats.terms import calendar_of, due_label
from vaartdesk.schema.chips import words
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Due, RowParts
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

AHEAD: Final = 7


def title(values: Values) -> str:
    """`Bakker en bewoner`, else what was agreed."""
    names = [str(values[name]).strip() for name in ("first_name", "second_name") if str(values[name] or "").strip()]
    agreed = " ".join(str(values["agreement"] or "").split())
    return str(_("{first} en {second}").format(first=names[0], second=names[1])) if len(names) == 2 else agreed


def is_looked_at(values: Values) -> bool:
    """True when it was written down how the agreement went."""
    return bool(str(values["outcome"] or "").strip())


def is_to_review(values: Values, today: date) -> bool:
    """From a week before the day on which the agreement is looked at again, until it is written down how it went."""
    day: date | None = values["review_on"]
    return day is not None and not is_looked_at(values) and day - timedelta(AHEAD) <= today


def row(values: Values, context: RowContext) -> RowParts:
    """Between whom, what was agreed, and when it is looked at again."""
    first, second = context.title(values["first_party"]), context.title(values["second_party"])
    parties = str(_("{first} en {second}").format(first=first, second=second)) if first and second else ""
    return RowParts(
        title=title(values) or parties or str(_("Bemiddeling")),
        icon="handshake",
        meta=words(" ".join(str(values["agreement"] or "").split())),
        due=review_label(values, context),
    )


def review_label(values: Values, context: RowContext) -> Due | None:
    """How near the day of looking again is."""
    day = values["review_on"]
    if day is None:
        return None
    if is_looked_at(values):
        return Due(day_short(day, context.today), is_done=True)
    return due_label(day, context.today, "kalenderdagen", calendar_of(context.settings))


def is_reviewed_later(values: Values, reader: Reader) -> Problem | None:
    """An agreement is looked at after it was made."""
    agreed, review = values["agreed_on"], values["review_on"]
    if agreed and review and review < agreed:
        return Problem("review_on", str(_("Dit ligt voor de dag van de afspraak.")))
    return None
