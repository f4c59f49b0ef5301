"""Contracts and recurring maintenance: their dates, and the next time (RFC 5545)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from dateutil.rrule import rrulestr

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.contract import CONTRACT_STATUSES
from vaartdesk.schema.chips import word
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Header
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

MOST_STEPS: Final = 5_000
"""Dates looked at before a rule counts as having no next one."""


def by_status(values: Values, context: RowContext) -> tuple[int, Header]:
    """Running contracts first, then what is being arranged, then what is over."""
    order = ("lopend", "onderhandeling", "offerte", "opgezegd", "afgelopen", "afgewezen")
    status = values["status"]
    place = order.index(status) if status in order else len(order)
    return place, Header(word(CONTRACT_STATUSES, status), 0)


def contract_dates(values: Values, reader: Reader) -> Problem | None:
    """A contract begins before it ends, and is ended before that."""
    starts, ends, notice = values["starts_on"], values["ends_on"], values["notice_on"]
    if starts and ends and ends < starts:
        return Problem("ends_on", str(_("Het contract eindigt voor het begint.")))
    if notice and ends and notice > ends:
        return Problem("notice_on", str(_("De opzegdatum ligt na het einde van het contract.")))
    return None


def maintenance_series(values: Values, reader: Reader) -> Problem | None:
    """The rule can be read, and ends after it begins."""
    if values["starts_on"] and values["ends_on"] and values["ends_on"] < values["starts_on"]:
        return Problem("ends_on", str(_("De laatste keer ligt voor de eerste.")))
    if values["rrule"] and not is_rule(values["rrule"]):
        return Problem("rrule", str(_("Deze herhaling is niet te lezen, bijvoorbeeld FREQ=MONTHLY;BYDAY=1MO.")))
    return None


def is_rule(text: str) -> bool:
    """True for a recurrence rule of days or longer (RFC 5545 3.3.10); dateutil alone would take far more."""
    parts = dict(part.partition("=")[::2] for part in text.upper().split(";"))
    if parts.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        return False
    try:
        rrulestr(text, dtstart=datetime(2026, 1, 1))  # noqa: DTZ001 - days only
    except (ValueError, TypeError, KeyError, AttributeError):
        return False
    return True


def next_on(starts: date | None, rule: str, ends: date | None, today: date) -> date | None:
    """The first date of the series that is not before ``today``; None when there is none, or the rule cannot be read."""
    if starts is None:
        return None
    if not rule:
        return starts if starts >= today else None
    if not is_rule(rule):
        return None
    series = rrulestr(rule, dtstart=datetime.combine(starts, time()), cache=False)
    for step, moment in enumerate(series):
        day = moment.date()
        if (ends is not None and day > ends) or step > MOST_STEPS or day > today + timedelta(days=3660):
            return None
        if day >= today:
            return day
    return None
