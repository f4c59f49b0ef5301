"""How events and what belongs to them look in a list: rows, group headers, filters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.core.dates import DAYS_SHORT, MONTHS, day_field, day_short, time_text
from vaartdesk.core.text import _
from vaartdesk.formats.terms import WORKING, calendar_of, due_label, permit_tone
from vaartdesk.kinds.events.model import event as e
from vaartdesk.kinds.events.model import permit as p
from vaartdesk.kinds.events.model import runbook as r
from vaartdesk.kinds.events.rules import permits
from vaartdesk.kinds.events.rules.times import Span, span_on
from vaartdesk.schema.chips import chip, word, words
from vaartdesk.schema.kind import Filter, Grouping, RowContext
from vaartdesk.schema.listing import Due, Header, RowParts
from vaartdesk.schema.ref import Values
from vaartdesk.schema.theme import main_badge

EVENT_FIELDS: Final = (
    "number",
    "title",
    "status",
    "starts_at",
    "theme_line",
    "type",
    "place",
    "place_text",
    "organiser",
    "audience",
    "calendar_status",
    "is_public",
    "owner",
    "visitors",
    "is_large",
    "is_confidential",
    "ends_at",
    "setup_at",
    "breakdown_at",
    "zone",
    "is_whole_day",
    "rrule",
)
"""What a row, a filter or a group header of events looks at."""
PERMIT_FIELDS: Final = (
    "record",
    "type",
    "category",
    "authority",
    "status",
    "reference",
    "submitted_on",
    "granted_on",
    "submit_by",
    "owner",
)
PAST: Final = frozenset({"geweest", "afgelast"})


def event_row(values: Values, context: RowContext) -> RowParts:
    """Day, what, when; number, theme line, time and place, state. A series shows its next date."""
    span = next_span(values, context)
    return RowParts(
        title=values["title"],
        number=values["number"],
        icon="calendar-days",
        day=(str(DAYS_SHORT[span.first_on.weekday()]), str(span.first_on.day)) if span else None,
        badges=main_badge(values, context),
        meta=words(_times(values, span), values["place_text"] or context.title(values["place"])),
        due=_when(values, span, context.today),
        chip=chip(e.STATUSES, values["status"]),
    )


def next_span(values: Values, context: RowContext) -> Span | None:
    """The times of the first date that is not past, else of the last; of an event without a series its own."""
    return span_on(values, context.beside.get(values["id"]))


def next_values(values: Values, context: RowContext) -> Values:
    """An event with the times of its next date for its own, for a list on paper; of whole days the days alone."""
    span = next_span(values, context)
    if span is not None and values["id"] in context.beside:
        ends = span.ends - timedelta(1) if values["is_whole_day"] else span.ends
        values = {**values, "starts_at": span.starts, "ends_at": ends if values["ends_at"] else None}
    if not values["is_whole_day"]:
        return values
    return {**values, **{name: values[name].date() for name in ("starts_at", "ends_at") if values[name] is not None}}


def override_title(values: Values) -> str:
    """One date of a series: its own name, else the day that the series gave it."""
    at = values["original_at"]
    return str(values["title"] or (day_field(at.date()) if at is not None else _("andere datum")))


def _times(values: Values, span: Span | None) -> str:
    """`18:30–21:00`, or nothing for whole days."""
    if span is None or values["is_whole_day"]:
        return ""
    if values["ends_at"] is None:
        return time_text(span.starts)
    return f"{time_text(span.starts)}–{time_text(span.ends)}"


def _when(values: Values, span: Span | None, today: date) -> Due | None:
    if span is None:
        return None
    if span.first_on <= today <= span.last_on and values["status"] not in PAST:
        return Due(str(_("vandaag")), "warning", "clock")
    text = day_short(span.first_on, today)
    if span.last_on != span.first_on:
        text = f"{text} – {day_short(span.last_on, today)}"
    return Due(text, is_done=span.last_on < today or values["status"] in PAST)


def is_coming(values: Values, context: RowContext) -> bool:
    """Not past, not called off; a series while it has a date to come."""
    span = next_span(values, context)
    return values["status"] not in PAST and (span is None or span.last_on >= context.today)


def by_month(values: Values, context: RowContext) -> tuple[Any, Header]:
    """The month of its next date, this one for what is going on; then what has no date, then what is past, latest first."""
    span, today = next_span(values, context), context.today
    if span is None:
        return (1, 0, ""), Header(str(_("Zonder datum")), 0)
    if span.last_on < today:
        return (2, -span.first_on.toordinal(), ""), Header(_month(span.first_on), 0)
    day = max(span.first_on, today)
    return (0, day.year * 12 + day.month, span.starts.isoformat()), Header(_month(day), 0)


def _month(day: date) -> str:
    return f"{str(MONTHS[day.month - 1]).capitalize()} {day.year}"


def by_status(values: Values, context: RowContext) -> tuple[Any, Header]:
    """In which state it is."""
    return _place(e.STATUSES, values["status"]), Header(word(e.STATUSES, values["status"]), 0)


def _place(options: tuple[Any, ...], slug: str) -> int:
    slugs = [option.slug for option in options]
    return slugs.index(slug) if slug in slugs else len(slugs)


GROUPINGS: Final = (
    Grouping("maand", _("Maand"), by_month),
    Grouping("status", _("Status"), by_status),
)
FILTERS: Final = (
    Filter("komend", _("Komend"), is_coming, preset=True),
    Filter(
        "niet_openbaar",
        _("Nog niet openbaar"),
        lambda v, x: is_coming(v, x) and not v["is_public"] and not v["is_confidential"],
        pinned=True,
    ),
    Filter("bevestigd", _("Bevestigd"), lambda v, x: v["status"] == "bevestigd"),
    Filter("onzeker", _("Idee of optie"), lambda v, x: v["status"] in {"idee", "optie"}),
    Filter("beeldbepalend", _("Beeldbepalend"), lambda v, x: bool(v["is_large"])),
    Filter("reeks", _("Herhaalt"), lambda v, x: bool(v["rrule"])),
)


# --- permits and grants ----------------------------------------------------------------------------------------------


def permit_title(values: Values) -> str:
    """`Evenement, categorie A`."""
    category = word(e.CATEGORIES, values["category"])
    return ", ".join(words(word(p.PERMIT_TYPES, values["type"]), category[:1].lower() + category[1:]))


def permit_row(values: Values, context: RowContext) -> RowParts:
    """For what, which permit, at whom; how near the last day to ask is."""
    return RowParts(
        title=context.title(values["record"]) or permit_title(values),
        icon="stamp",
        meta=words(permit_title(values), values["reference"], context.title(values["authority"])),
        due=permits.permit_due(values, context.today, calendar_of(context.settings)),
        chip=chip(p.PERMIT_STATUSES, values["status"]),
    )


def by_permit_status(values: Values, context: RowContext) -> tuple[Any, Header]:
    """What must still be asked for first."""
    return _place(p.PERMIT_STATUSES, values["status"]), Header(word(p.PERMIT_STATUSES, values["status"]), 0)


PERMIT_FILTERS: Final = (
    Filter("loopt", _("Vergunning loopt"), lambda v, x: v["status"] in {"aangevraagd", "aanvullen"}, pinned=True),
    Filter("aanvragen", _("Nog aanvragen"), lambda v, x: permits.is_to_ask(v)),
    Filter(
        "te_laat",
        _("Te laat"),
        lambda v, x: permits.is_to_ask(v) and v["submit_by"] is not None and v["submit_by"] < x.today,
    ),
)


def grant_row(values: Values, context: RowContext) -> RowParts:
    """Which subsidy, for what; how near its next date is."""
    return RowParts(
        title=values["title"],
        icon="hand-coins",
        meta=words(context.title(values["record"]), context.title(values["provider"]) or context.title(values["fund"])),
        due=grant_due(values, context),
        chip=chip(p.GRANT_STATUSES, values["status"]),
    )


def grant_day(values: Values) -> date | None:
    """The day a grant waits for: to ask before, or to account before; None when there is none left."""
    if values["status"] in {"idee", "voorbereiden"}:
        asked: date | None = values["deadline_on"]
        return asked
    accounted: date | None = values["account_by"] if values["status"] == "toegekend" else None
    return accounted


def grant_due(values: Values, context: RowContext) -> Due | None:
    """Deadlines of grants show like those of permits."""
    day = grant_day(values)
    if day is None:
        return None
    label = due_label(day, context.today, WORKING, calendar_of(context.settings))
    tone = permit_tone(day, context.today)
    return Due(label.text, tone, {"danger": "clock-alert", "warning": "clock"}.get(tone, ""))


# --- run-book and markers --------------------------------------------------------------------------------------------


def checklist_row(values: Values, context: RowContext) -> RowParts:
    """A point with its day: the offset when done, how near it is when open."""
    if values["is_done"]:
        due: Due | None = Due(permits.offset_text(values["offset_days"]), is_done=True)
    else:
        due = checklist_label(values["due_on"], context.today)
    return RowParts(
        title=values["title"],
        icon="square-check" if values["is_done"] else "circle",
        meta=words(context.title(values["event"]), context.title(values["owner"])),
        due=due,
    )


def checklist_label(day: date | None, today: date) -> Due | None:
    """`vr 27 nov`: amber in its last week, red when passed."""
    if day is None:
        return None
    if day < today:
        return Due(day_short(day, today), "danger", "clock-alert")
    return Due(day_short(day, today), "warning" if day <= today + timedelta(7) else "neutral")


CHECKLIST_FILTERS: Final = (
    Filter("open", _("Open"), lambda v, x: not v["is_done"], preset=True),
    Filter(
        "te_laat", _("Te laat"), lambda v, x: not v["is_done"] and v["due_on"] is not None and v["due_on"] < x.today
    ),
)


def marker_row(values: Values, context: RowContext) -> RowParts:
    """Marked days with their sort."""
    last = values["to_on"]
    text = day_short(values["from_on"], context.today) if values["from_on"] else ""
    if last and last != values["from_on"]:
        text = f"{text} – {day_short(last, context.today)}"
    return RowParts(
        title=values["title"],
        icon=next((option.icon for option in r.MARKER_TYPES if option.slug == values["type"]), "flag"),
        meta=words(word(r.MARKER_TYPES, values["type"]), values["region"]),
        due=Due(text) if text else None,
    )
