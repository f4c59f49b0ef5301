"""How long it is kept who reported a ticket, and what is wiped after that (T16). Counts do not look at these fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.rules.moves import CLOSED, local_day
from vaartdesk.schema.listing import Due
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

SETTING: Final = "anonymise_days"
DAYS: Final = 365
AHEAD: Final = 14
"""Days that Vandaag tells it before it is done."""
WIPED: Final[Mapping[str, tuple[str, ...]]] = {
    "ticket": ("reporter", "reporter_name", "reporter_email", "reporter_phone"),
    "ticket_reporter": ("contact", "name", "email", "phone", "text"),
    "mediation": ("first_party", "first_name", "second_party", "second_name"),
}
"""Kind -> the fields that tell who somebody is."""


def days_kept(settings: Mapping[str, Any]) -> int:
    """Days after closing; the setting ``anonymise_days``."""
    chosen = settings.get(SETTING, DAYS)
    return chosen if isinstance(chosen, int) and chosen >= 0 else DAYS


def kept_until(values: Values, settings: Mapping[str, Any]) -> date | None:
    """The day on which the reporter of a closed ticket is wiped when nobody says otherwise; None while it is open."""
    if values["status"] not in CLOSED or values["closed_at"] is None:
        return None
    return local_day(values["closed_at"]) + timedelta(days_kept(settings))


def announced_until(values: Values, today: date, settings: Mapping[str, Any]) -> date | None:
    """The day to write down once it comes near: never within a fortnight of the first telling, also after a long absence."""
    day = kept_until(values, settings)
    if day is None or values["keep_until"] is not None or day - timedelta(AHEAD) > today:
        return None
    return max(day, today + timedelta(AHEAD))


def is_due(values: Values, today: date) -> bool:
    """True from the day until which a closed ticket kept its reporter."""
    return values["status"] in CLOSED and values["keep_until"] is not None and values["keep_until"] <= today


def label(until: date, today: date) -> Due:
    """How near it is, for the corner of the row."""
    return Due(str(_("gewist op {day}").format(day=day_short(until, today))), "warning", "eye-off")


def has_wiped(values: Values, kind: str) -> tuple[str, ...]:
    """The filled fields of a record that are to be wiped."""
    return tuple(name for name in WIPED[kind] if values.get(name))


def is_not_over(values: Values, reader: Reader) -> Problem | None:
    """A day of keeping that is chosen lies ahead: wiping cannot be taken back."""
    until = values["keep_until"]
    if until is not None and values["anonymised_on"] is None and until <= reader.today:
        return Problem("keep_until", str(_("Kies een dag na vandaag; wissen is niet terug te draaien.")))
    return None
