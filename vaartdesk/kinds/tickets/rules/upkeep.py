"""Planned maintenance as a series of tickets: which days, what the ticket of a day says, and what hangs when (T17)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.ids import rule_id
from vaartdesk.formats.ics.series import series_starts
from vaartdesk.kinds.tickets.rules.moves import CLOSED, local_day
from vaartdesk.schema.listing import Tone
from vaartdesk.schema.ref import Values

RULE: Final = "onderhoud"
BEGINS: Final = time(9)
LONGEST_GAP: Final = timedelta(62)
"""So far back a laptop that was not opened catches up."""


def days_between(values: Values, first: date, last: date) -> list[date]:
    """The days from ``first`` to ``last`` on which the maintenance is done."""
    begins, ends = values["starts_on"], values["ends_on"]
    if begins is None:
        return []
    if ends is not None:
        last = min(last, ends)
    if not values["rrule"]:
        return [begins] if first <= begins <= last else []
    found = series_starts(values["rrule"], begins, first=max(first, begins), last=last) if first <= last else []
    return [day for day in found if first <= day <= last]


def due_days(values: Values, planned: date | None, today: date) -> list[date]:
    """The days of which there should be a ticket by now. ``planned``: the last day that has one."""
    if values["status"] != "actief":
        return []
    first = today if planned is None else max(planned + timedelta(1), today - LONGEST_GAP)
    return days_between(values, first, today + timedelta(values["lead_days"] or 0))


def ticket_id(maintenance: str, day: date) -> str:
    """The key of the ticket of a day: the same on every laptop."""
    return rule_id(RULE, maintenance, day.isoformat())


def moment_of(day: date) -> datetime:
    """Nine in the morning in Assen."""
    return datetime.combine(day, BEGINS, amsterdam()).astimezone(UTC)


def ticket_of(values: Values, day: date, *, category: str, where: str) -> Mapping[str, Any]:
    """The fields of the ticket of a day."""
    fields = {name: values[name] for name in ("title", "street", "place", "owner", "theme_line", "contract")}
    given = {
        "place_text": values["place_text"].strip() or where,
        "category": category,
        "type": "onderhoud",
        "status": "ingepland",
        "planned_at": moment_of(day),
        "maintenance": values["id"],
        "description": values["description"],
        "cost": values["cost"],
    }
    return fields | given | ({"lies_with": "leverancier"} if values["contract"] else {})


def planned_day(ticket: Values) -> date | None:
    """The day for which the ticket of a maintenance is planned; None for any other ticket."""
    if not ticket.get("maintenance") or ticket.get("planned_at") is None:
        return None
    return local_day(ticket["planned_at"])


# --- the season ------------------------------------------------------------------------------------------------------

SPRING: Final = 3
"""A season begins in March: so neither the flower baskets of the summer nor the lights over New Year are cut in two."""


def season_of(day: date) -> tuple[date, date]:
    """The first and the last day of the season that a day lies in."""
    first = date(day.year if day.month >= SPRING else day.year - 1, SPRING, 1)
    return first, date(first.year + 1, SPRING, 1) - timedelta(1)


@dataclass(frozen=True, slots=True)
class Bar:
    """What hangs or is done from one day to another, and how it stands: done, late, hanging or to come, or gone by."""

    first: date
    last: date
    tone: Tone


def until(values: Values, day: date) -> date:
    """The last day on which what is put up on ``day`` hangs; the day itself where nothing stays."""
    return day + timedelta(max(0, (values.get("stays_days") or 1) - 1))


def bar_of(values: Values, day: date, ticket: Values | None, today: date) -> Bar:
    """One turn as it is drawn."""
    tone: Tone = "accent" if until(values, day) >= today else "neutral"
    if ticket is not None:
        tone = "success" if ticket["status"] in CLOSED else "danger" if day < today else "accent"
    return Bar(day, until(values, day), tone)
