"""By when a permit must be asked for (K8), whether an event may be confirmed (K9), and run-book days (K10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.formats import terms
from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.formats.terms import Running
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.listing import Due
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

FOR_EVENT: Final = "evenement"
OTHER: Final = "overig"
WORK: Final = ("ticket.record", "contract.record", "maintenance.record")
"""What a permit may hang on besides an event: another day there is another last day to ask."""
WARN_DAYS: Final = 14
SETTLED: Final = frozenset({"verleend", "niet_nodig"})
TO_ASK: Final = frozenset({"nog_aanvragen", "aanvullen"})
LOOK_AHEAD_DAYS: Final = 42
"""Vandaag shows permit and grant dates of the next six weeks."""


def is_to_ask(values: Values) -> bool:
    """True while a permit must still be asked for, or asked better."""
    return values["status"] in TO_ASK


def submit_by(values: Values, starts_on: date | None, term: Values | None, calendar: WorkCalendar) -> date | None:
    """The last day to ask: the own date, else the first day of what it is for less the term of its category at that
    municipality.
    """
    if values["fixed_by"] is not None:
        own: date = values["fixed_by"]
        return own
    if starts_on is None or term is None or term["amount"] is None:
        return None
    return terms.before(starts_on, term["amount"], term["unit"] or terms.WORKING, calendar)


def term_text(term: Values | None) -> str:
    """`15 werkdagen`; '' where the municipality's term is not known."""
    if term is None or term["amount"] is None:
        return ""
    one, many = _UNITS.get(term["unit"], ("{n} " + str(term["unit"]), "{n} " + str(term["unit"])))
    return ngettext(one, many, term["amount"]).format(n=term["amount"])


_UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "werkdagen": ("{n} werkdag", "{n} werkdagen"),
    "dagen": ("{n} dag", "{n} dagen"),
    "weken": ("{n} week", "{n} weken"),
    "maanden": ("{n} maand", "{n} maanden"),
}


def permit_due(values: Values, today: date, calendar: WorkCalendar) -> Due | None:
    """How near the last day to ask is: amber 14 days before, red when passed, quiet once it was asked."""
    by: date | None = values["submit_by"]
    if not is_to_ask(values):
        day = values["granted_on"] or values["submitted_on"] or by
        return Due(day_short(day, today), is_done=True) if day else None
    if by is None:
        return None
    label = terms.due_label(by, today, terms.WORKING, calendar)
    tone = terms.permit_tone(by, today, WARN_DAYS)
    return Due(label.text, tone, {"danger": "clock-alert", "warning": "clock"}.get(tone, ""))


def permit_clock(values: Values, today: date, calendar: WorkCalendar) -> TermFace | None:
    """The last working days before a permit must be asked for, drawn to scale."""
    by: date | None = values["submit_by"]
    if by is None:
        return None
    days = calendar.working_days_between(by - timedelta(WARN_DAYS), by)
    start = calendar.add_working_days(by, -days)
    if start > today:
        start = today
        days = calendar.working_days_between(today, by)
    done = values["submitted_on"] if not is_to_ask(values) else None
    drawn = terms.clock(Running(start=start, amount=days, done_on=done), today, calendar)
    if done is not None:
        told = _asked_words(done, by, today, calendar)
        return replace(drawn, words=told, sentence=told)
    tone = terms.permit_tone(by, today, WARN_DAYS)
    return replace(drawn, tone=tone) if is_to_ask(values) and tone != "neutral" else drawn


def _asked_words(done: date, by: date, today: date, calendar: WorkCalendar) -> str:
    """When it was asked for, and by how much that was too late."""
    told = _("Aangevraagd op {day}").format(day=day_short(done, today))
    late = terms.between(by, done, terms.WORKING, calendar)
    return _("{told}, {days} te laat").format(told=told, days=terms.days_text(late, terms.WORKING)) if late else told


def settle_permit(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A permit that was asked for or granted has the day on which it was."""
    follows: dict[str, Any] = {}
    if before is not None and before["status"] == after["status"]:
        return follows
    if after["status"] == "aangevraagd" and after["submitted_on"] is None:
        follows["submitted_on"] = reader.today
    if after["status"] == "verleend" and after["granted_on"] is None:
        follows["granted_on"] = reader.today
    return follows


def may_confirm(permits: Iterable[Values]) -> bool:
    """Every permit that was not withdrawn is granted or not needed, and there is at least one that says so."""
    states = [row["status"] for row in permits if row["status"] != "ingetrokken"]
    return bool(states) and all(state in SETTLED for state in states)


# --- run-book --------------------------------------------------------------------------------------------------------


def checklist_due(values: Values, event: Values | None) -> date | None:
    """The day of a run-book point: kept for a finished or pinned one, else so many days from the event's start."""
    fixed: date | None = values["fixed_on"]
    if fixed is not None and (values["is_done"] or values["is_pinned"] or values["offset_days"] is None):
        return fixed
    if event is None or event["starts_at"] is None or values["offset_days"] is None:
        return fixed
    day: date = event["starts_at"].date()
    return day + timedelta(values["offset_days"])


def settle_checklist(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A point keeps its day from the moment it is finished or pinned; unpinned and open it moves along again."""
    follows: dict[str, Any] = {}
    held = after["is_done"] or after["is_pinned"]
    was_held = before is not None and (before["is_done"] or before["is_pinned"])
    if held and not was_held and after["fixed_on"] is None and after["due_on"] is not None:
        follows["fixed_on"] = after["due_on"]
    if was_held and not held and after["offset_days"] is not None and after["fixed_on"] is not None:
        follows["fixed_on"] = None
    if after["is_done"] and after["done_on"] is None:
        follows["done_on"] = reader.today
    if not after["is_done"] and after["done_on"] is not None:
        follows["done_on"] = None
    return follows


def offset_text(days: int | None) -> str:
    """`−8 wk`, `+3 d`, `dag zelf`: how a finished point of the run-book shows its place."""
    if days is None:
        return ""
    if days == 0:
        return str(_("dag zelf"))
    sign = "−" if days < 0 else "+"
    weeks, rest = divmod(abs(days), 7)
    return f"{sign}{weeks} {_('wk')}" if not rest else f"{sign}{abs(days)} {_('d')}"
