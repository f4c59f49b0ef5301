"""The term of a ticket: from its category, in working or calendar days, standing still while it waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.core.text import _
from vaartdesk.formats import terms
from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.formats.terms import Running
from vaartdesk.kinds.tickets.model.ticket import TYPES
from vaartdesk.kinds.tickets.rules.moves import CLOSED, FORWARDED, is_open, local_day, pauses_of
from vaartdesk.kinds.tickets.rules.upkeep import planned_day
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.listing import Due
from vaartdesk.schema.ref import Values

EMERGENCY: Final = "calamiteit"
DERIVED_FROM: Final = (
    "type",
    "category",
    "status",
    "reported_at",
    "closed_at",
    "pauses",
    "paused_since",
    "forwarded_on",
    "expected_on",
    "return_after",
    "maintenance",
    "planned_at",
)
"""The fields that the derived ones follow from."""
SETTINGS: Final = (*terms.SETTINGS, "setting:return_days")
"""The settings that they follow from."""
RETURN_DAYS: Final = 7
"""Days after which a ticket that was handed over comes back, where neither it nor the setting ``return_days`` says."""
OWN_ICON: Final = frozenset({EMERGENCY, "wens", "vraag", "onderhoud"})
"""Sorts that say more than the category does: theirs is the icon. Of a complaint the category tells what it is about."""
ICONS: Final = {option.slug: option.icon for option in TYPES}


def is_emergency(values: Values) -> bool:
    """An open calamiteit: always on top and red."""
    return values["type"] == EMERGENCY and is_open(values)


def running(values: Values) -> Running | None:
    """The term of a ticket as it stands; None without a category's term or a moment of report.

    Planned maintenance is known long before: its term begins on the day for which it is planned.
    """
    if values["reported_at"] is None or values["term"] is None:
        return None
    is_closed = values["status"] in CLOSED and values["closed_at"] is not None
    planned = planned_day(values)
    return Running(
        start=planned or local_day(values["reported_at"]),
        amount=values["term"],
        unit=values["term_unit"] or terms.WORKING,
        pauses=pauses_of(values),
        done_on=local_day(values["closed_at"]) if is_closed else None,
        started=str(_("gepland") if planned else _("gemeld")),
    )


def derived(
    values: Values, category: Values | None, calendar: WorkCalendar, settings: Mapping[str, Any]
) -> dict[str, Any]:
    """The derived fields of a ticket: term, unit, last day, the day it comes back, and its icon."""
    emergency = values["type"] == EMERGENCY
    term = 0 if emergency else category["term"] if category else None
    unit = terms.WORKING if emergency or not category else category["term_unit"] or terms.WORKING
    known = running({**values, "term": term, "term_unit": unit})
    due = None
    if known is not None:
        due = terms.due_on(known.start, known.amount, known.unit, calendar, known.pauses)
    sort = values["type"] if values["type"] in OWN_ICON else ""
    icon = ICONS.get(sort) or (category or {}).get("icon") or ICONS.get(values["type"], "")
    return {
        "term": term,
        "term_unit": unit,
        "due_on": due,
        "returns_on": returns_on(values, calendar, settings),
        "icon": icon,
    }


def returns_on(values: Values, calendar: WorkCalendar, settings: Mapping[str, Any]) -> date | None:
    """The day on which a ticket that was handed over asks for attention again, if nothing was noted.

    N days after the handing over; when a day is expected, the first working day after it (or N days after it).
    """
    if values["status"] != FORWARDED:
        return None
    after: int | None = values["return_after"]
    expected: date | None = values["expected_on"]
    forwarded: date | None = values["forwarded_on"]
    if expected is not None:
        return expected + timedelta(after) if after is not None else calendar.add_working_days(expected, 1)
    if forwarded is None:
        return None
    days = after if after is not None else int(settings.get("return_days", RETURN_DAYS))
    return forwarded + timedelta(days)


def due_label(values: Values, today: date, calendar: WorkCalendar) -> Due | None:
    """How late, for the list."""
    if is_emergency(values):
        return Due(str(_("direct")), "danger", "clock-alert")
    known = running(values)
    if known is None:
        return None
    if known.done_on is not None or not is_open(values):
        days = known.net(calendar, today)
        told = _("in {days}").format(days=terms.days_text(days, known.unit)) if days else _("dezelfde dag")
        return Due(told, is_done=True)
    return known.label(calendar, today)


def is_over(values: Values, today: date, calendar: WorkCalendar, times: int = 1) -> bool:
    """Open, and from the day after ``times`` times its term."""
    known = running(values)
    return known is not None and is_open(values) and known.is_over(calendar, today, times)


def clock(values: Values, today: date, calendar: WorkCalendar) -> TermFace | None:
    """The term drawn to scale; None without one, and for a calamiteit, which has no days to count."""
    known = running(values)
    return None if known is None or not known.amount else terms.clock(known, today, calendar)


def day_counts(values: Values, today: date, calendar: WorkCalendar) -> str | None:
    """Net and gross days so far, in words; None without a term."""
    known = running(values)
    if known is None or not known.amount:
        return None
    net, gross = known.net(calendar, today), known.gross(calendar, today)
    if net == gross:
        return str(_("{days}, netto en bruto")).format(days=terms.days_text(net, known.unit))
    return str(_("{days} netto, {gross} bruto")).format(days=terms.days_text(net, known.unit), gross=gross)
