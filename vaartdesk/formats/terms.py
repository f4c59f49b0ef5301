"""Terms in working or calendar days: when they end, how much has passed, how that reads, and the clock that draws it.

The day a term starts never counts and its last day does; on the last day nothing is late yet. While a term stands still
no day counts: a pause from Monday to Wednesday takes out Tuesday and Wednesday.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final, Literal

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_field, day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.formats.holidays import SETS, TERM_DAYS, WorkCalendar
from vaartdesk.schema.clock_face import Part, TermDay, TermFace
from vaartdesk.schema.listing import Due, Tone

Unit = Literal["werkdagen", "kalenderdagen"]
WORKING: Final = "werkdagen"
Pause = tuple[date, date | None]
"""From a day to the day on which work went on; None = it still stands still."""

NEAR, FAR = 2, 10
"""Days left: up to NEAR it is a warning; beyond FAR the date says more than the number."""
MOST_DAYS, MOST_SEGMENTS = 15, 30
"""So many days are drawn one by one; and so many segments at most, of a week or more each."""

SETTINGS: Final = ("setting:holidays", "setting:free_days")
"""What makes fields stale that are derived with ``calendar_of``; for `Kind.rederive_on`."""


def calendar_of(settings: Mapping[str, Any]) -> WorkCalendar:
    """The team's working days. Settings: ``holidays`` (a name of `holidays.SETS`, or slugs), ``free_days`` (ISO days)."""
    return _calendar(json.dumps([settings.get("holidays"), settings.get("free_days")], sort_keys=True))


@lru_cache(maxsize=8)
def _calendar(spec: str) -> WorkCalendar:
    chosen, free = json.loads(spec)
    if isinstance(chosen, str):
        chosen = SETS.get(chosen, TERM_DAYS)
    return WorkCalendar(TERM_DAYS if chosen is None else chosen, [date.fromisoformat(day) for day in free or ()])


# --- counting --------------------------------------------------------------------------------------------------------


def between(start: date, end: date, unit: str, calendar: WorkCalendar) -> int:
    """The counting days after ``start`` up to and including ``end``; 0 when ``end`` is not later."""
    if end <= start:
        return 0
    return calendar.working_days_between(start, end) if unit == WORKING else (end - start).days


def after(start: date, amount: int, unit: str, calendar: WorkCalendar) -> date:
    """The day on which a term of ``amount`` days that starts on ``start`` ends."""
    return calendar.add_working_days(start, amount) if unit == WORKING else start + timedelta(amount)


def merged(pauses: Iterable[Pause]) -> tuple[tuple[date, date], ...]:
    """Pauses in order, overlapping ones as one; an open pause ends on the last day there is."""
    found: list[tuple[date, date]] = []
    for begin, end in sorted((begin, end or date.max) for begin, end in pauses):
        if end <= begin:
            continue
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return tuple(found)


def stopped(start: date, end: date, unit: str, calendar: WorkCalendar, pauses: Collection[Pause]) -> int:
    """The counting days after ``start`` up to and including ``end`` on which the term stood still."""
    spans = merged(pauses)
    return sum(between(max(start, begin), min(end, until), unit, calendar) for begin, until in spans)


def passed(start: date, end: date, unit: str, calendar: WorkCalendar, pauses: Collection[Pause] = ()) -> int:
    """Net days: the counting days after ``start`` up to and including ``end`` without those that stood still."""
    return between(start, end, unit, calendar) - stopped(start, end, unit, calendar, pauses)


def due_on(start: date, amount: int, unit: str, calendar: WorkCalendar, pauses: Collection[Pause] = ()) -> date:
    """The last day of the term. An open pause counts as not begun: the end moves when work goes on.

    Stopped on its last day, the rest of that day is left when work goes on: the term then ends on that day.
    """
    closed = merged(pause for pause in pauses if pause[1] is not None)
    due = after(start, amount, unit, calendar)
    while closed:
        later = after(start, amount + stopped(start, due, unit, calendar, closed), unit, calendar)
        if later == due:
            break
        due = later
    for begin, end in closed:
        if begin <= due < end:
            due = end
    return due


def before(day: date, amount: int, unit: str, calendar: WorkCalendar) -> date:
    """The last day to hand something in that must be there ``amount`` werkdagen, dagen, weken or maanden ahead of ``day``.

    An office is closed on free days, so a term in other units than working days moves back to a working day.
    """
    if unit == WORKING:
        return calendar.add_working_days(day, -amount)
    months = amount if unit == "maanden" else 0
    weeks = amount if unit == "weken" else 0
    days = amount if unit in {"dagen", "kalenderdagen"} else 0
    from dateutil.relativedelta import relativedelta  # only plans ask for it

    last = day - relativedelta(months=months, weeks=weeks, days=days)
    return last if calendar.is_working_day(last) else calendar.add_working_days(last, -1)


# --- words -----------------------------------------------------------------------------------------------------------


def days_text(n: int, unit: str) -> str:
    """`1 werkdag`, `4 dagen`."""
    if unit == WORKING:
        return ngettext("{n} werkdag", "{n} werkdagen", n).format(n=n)
    return ngettext("{n} dag", "{n} dagen", n).format(n=n)


def due_label(due: date, today: date, unit: str, calendar: WorkCalendar, *, near: int = NEAR, late: int = 0) -> Due:
    """How late an open term is, for the top right corner of a row. ``late``: net days past the end, where it stood still."""
    if today > due:
        # A term that ended on Friday is late on Saturday, though no working day has passed.
        days = max(1, late or between(due, today, unit, calendar))
        return Due(_("{days} te laat").format(days=days_text(days, unit)), "danger", "clock-alert")
    if today == due:
        return Due(str(_("vandaag")), "warning", "clock")
    left = max(1, between(today, due, unit, calendar))
    if left > FAR:
        return Due(day_short(due, today))
    text = _("nog {days}").format(days=days_text(left, unit))
    return Due(text, "warning", "clock") if left <= near else Due(text)


# --- the clock -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Running:
    """A term as it stands: ``done_on`` is None while open; ``started`` names the first day ("gemeld")."""

    start: date
    amount: int
    unit: str = WORKING
    pauses: tuple[Pause, ...] = ()
    done_on: date | None = None
    started: str = ""

    @property
    def is_paused(self) -> bool:
        return self.done_on is None and any(end is None for _begin, end in self.pauses)

    def stands_still(self, day: date) -> bool:
        return any(begin < day <= end for begin, end in merged(self.pauses))

    def due(self, calendar: WorkCalendar, today: date) -> date:
        """The last day; while it stands still, the last day if work went on today."""
        pauses = tuple((begin, end or max(begin, today)) for begin, end in self.pauses)
        return due_on(self.start, self.amount, self.unit, calendar, pauses)

    def is_over(self, calendar: WorkCalendar, today: date, times: int = 1) -> bool:
        """True from the day after ``times`` times the term."""
        amount = self.amount if times == 1 else max(1, self.amount) * times
        return today > replace(self, amount=amount).due(calendar, today)

    def label(self, calendar: WorkCalendar, today: date, near: int = NEAR) -> Due:
        """How late it is, while it is open."""
        due = self.due(calendar, today)
        if self.is_paused and today <= due:
            return Due(str(_("staat stil")), "neutral", "pause")
        late = self.net(calendar, today) - self.amount
        return due_label(due, today, self.unit, calendar, near=near, late=max(0, late))

    def net(self, calendar: WorkCalendar, today: date) -> int:
        return passed(self.start, self.done_on or today, self.unit, calendar, self.pauses)

    def gross(self, calendar: WorkCalendar, today: date) -> int:
        return between(self.start, self.done_on or today, self.unit, calendar)


def clock(term: Running, today: date, calendar: WorkCalendar) -> TermFace:
    """The term drawn to scale; net and gross days are in its sentence where they differ."""
    due = term.due(calendar, today)
    label = _title(term, today, calendar)
    detail = _("termijn {days} · uiterlijk {day}").format(days=days_text(term.amount, term.unit), day=day_field(due))
    net, gross = term.net(calendar, today), term.gross(calendar, today)
    sentence = _("{title}; termijn {days}, uiterlijk {day}").format(
        title=label.text, days=days_text(term.amount, term.unit), day=day_field(due)
    )
    if net != gross:
        sentence += ", " + _("netto {net}, bruto {gross}").format(net=net, gross=days_text(gross, term.unit))
    return TermFace(
        days=_segments(term, due, today, calendar),
        tone=label.tone,
        words=_upper(label.text),
        icon=label.icon or "clock",
        detail=detail,
        start=f"{_under(term.start)} {term.started}".strip(),
        now=str(_("vandaag")) if term.done_on is None and term.start < today < due else "",
        end=_under(due),
        sentence=sentence,
    )


def _title(term: Running, today: date, calendar: WorkCalendar) -> Due:
    if term.done_on is not None:
        days = term.net(calendar, today)
        if days > term.amount:
            late = days_text(days - term.amount, term.unit)
            return Due(_("klaar, {days} te laat").format(days=late), "danger", "check", is_done=True)
        told = _("klaar in {days}").format(days=days_text(days, term.unit)) if days else _("klaar op dezelfde dag")
        return Due(told, "success", "check", is_done=True)
    label = term.label(calendar, today)
    return label if label.tone != "neutral" else Due(label.text, "accent", label.icon or "clock")


def _segments(term: Running, due: date, today: date, calendar: WorkCalendar) -> tuple[TermDay, ...]:
    last = max(due, term.done_on or today)
    days: list[TermDay] = []
    previous = term.start
    for step in range(1, (last - term.start).days + 1):
        day = term.start + timedelta(step)
        if term.unit == WORKING and not calendar.is_working_day(day):
            continue
        days.append(TermDay(_state(term, day, due, today), bool(days) and (day - previous).days > 1))
        previous = day
    return _thinned(days, 5 if term.unit == WORKING else 7)


def _state(term: Running, day: date, due: date, today: date) -> Part:
    end = term.done_on or today
    if term.stands_still(day) and day <= end:
        return "paused"
    if day > end:
        return "ahead"
    if day > due:
        return "late"
    if term.done_on is not None:
        return "done"
    return "today" if day == today else "passed"


def _thinned(days: list[TermDay], week: int) -> tuple[TermDay, ...]:
    """Long terms: a segment is a week, of very long ones some weeks, and weekends are not told apart."""
    if len(days) <= MOST_DAYS:
        return tuple(days)
    size = week * -(-len(days) // (week * MOST_SEGMENTS))
    parts = [days[i : i + size] for i in range(0, len(days), size)]
    return tuple(TermDay(_strongest(part)) for part in parts)


def _strongest(part: list[TermDay]) -> Part:
    order: tuple[Part, ...] = ("today", "late", "paused", "ahead", "done", "passed")
    return next(state for state in order if any(day.part == state for day in part))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _under(day: date) -> str:
    """`do 19-11`, as it stands under the clock."""
    return day_field(day)[:-5]


def permit_tone(submit_by: date, today: date, warn_days: int = 14) -> Tone:
    """Danger when the day has passed, warning from ``warn_days`` calendar days before it."""
    if today > submit_by:
        return "danger"
    return "warning" if today >= submit_by - timedelta(warn_days) else "neutral"
