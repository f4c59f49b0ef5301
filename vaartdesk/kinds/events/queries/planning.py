"""Permits, run-books and marked days: what they follow from, and what Vandaag asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, Literal

from sqlalchemy import select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.formats.holidays import ALL_DAYS, dutch_holidays
from vaartdesk.formats.terms import SETTINGS, calendar_of
from vaartdesk.kinds.events.model.event import Event
from vaartdesk.kinds.events.model.permit import Grant, Permit
from vaartdesk.kinds.events.model.runbook import ChecklistItem
from vaartdesk.kinds.events.ports import MUNICIPALITY, PERMIT_TERM
from vaartdesk.kinds.events.queries.dates import markers_between, shown_between
from vaartdesk.kinds.events.queries.holders import event_of, holder_of
from vaartdesk.kinds.events.rules import permits, rows
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

MUNICIPALITY_SETTING: Final = "municipality"
PERMIT_SETTINGS: Final = (*SETTINGS, f"setting:{MUNICIPALITY_SETTING}")
"""The settings that the last day to ask follows from."""
EVENT = table(Event)


# --- what derived fields need ----------------------------------------------------------------------------------------


def term_of(reader: Reader, category: str, authority: str | None) -> Mapping[str, Any] | None:
    """How long ahead a category must be asked for: at the permit's own municipality, else at the team's, else the only one."""
    chosen = select(PERMIT_TERM).where(PERMIT_TERM.c.alive)
    known: Mapping[tuple[str, str], Mapping[str, Any]] = reader.remember(
        "permit_terms",
        lambda: {(r["municipality"], r["category"]): dict(r) for r in reader.connection.execute(chosen).mappings()},
    )
    places = {place for place, _category in known}
    own = authority if authority in places else _own_municipality(reader)
    return known.get((own or "", category))


def _own_municipality(reader: Reader) -> str | None:
    chosen: str | None = reader.settings.get(MUNICIPALITY_SETTING)
    if chosen:
        return chosen
    statement = select(MUNICIPALITY.c.id).where(MUNICIPALITY.c.alive).order_by(MUNICIPALITY.c.id)
    first: str | None = reader.remember("first_municipality", lambda: reader.value(statement))
    return first


def derive_permit(values: Values, reader: Reader) -> dict[str, Any]:
    """The last day to ask, and the term in words."""
    held = holder_of(reader, values["record"])
    category = values["category"] or (held.category if held else "")
    term = term_of(reader, category, values["authority"]) if category else None
    starts_on = held.starts_on if held is not None else None
    by = permits.submit_by(values, starts_on, term, calendar_of(reader.settings))
    return {"submit_by": by, "term_text": permits.term_text(term)}


def settle_permit(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """As the rules say; and what hangs on no event is no permit for an event."""
    follows = dict(permits.settle_permit(before, after, reader))
    if before is None and after["type"] == permits.FOR_EVENT and after["record"]:
        held = holder_of(reader, after["record"])
        if held is not None and held.kind != "event":
            follows["type"] = permits.OTHER
    return follows


def derive_checklist(values: Values, reader: Reader) -> dict[str, Any]:
    """The day of a run-book point."""
    return {"due_on": permits.checklist_due(values, event_of(reader, values["event"]))}


def permits_of(reader: Reader, record: str) -> list[dict[str, Any]]:
    """The permits of a record."""
    return living(reader, Permit, table(Permit).c.record == record)


def checklist_of(reader: Reader, event: str) -> list[dict[str, Any]]:
    """The run-book of an event, in order of day."""
    found = living(reader, ChecklistItem, table(ChecklistItem).c.event == event)
    return sorted(found, key=lambda row: (row["due_on"] or date.max, row["pos"], row["id"]))


# --- the calendar ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DayMark:
    """What is special about a day: a public holiday, a school holiday, or a marker of the team."""

    kind: Literal["feestdag", "schoolvakantie", "markering"]
    title: str
    is_first: bool = True
    ref: Ref | None = None


def marks_between(reader: Reader, first: date, last: date) -> dict[date, tuple[DayMark, ...]]:
    """Day -> its marks, public holidays first. All Dutch public holidays show, whichever count for terms (K11)."""
    found: dict[date, list[DayMark]] = {}
    for year in range(first.year, last.year + 1):
        for day, name in dutch_holidays(year, ALL_DAYS).items():
            if first <= day <= last:
                found.setdefault(day, []).append(DayMark("feestdag", name))
    for row in markers_between(reader, first, last):
        sort: Literal["schoolvakantie", "markering"] = (
            "schoolvakantie" if row["type"] == "schoolvakantie" else "markering"
        )
        day, end = max(row["from_on"], first), min(row["to_on"] or row["from_on"], last)
        begins = day
        while day <= end:
            found.setdefault(day, []).append(DayMark(sort, row["title"], day == begins, Ref("marker", row["id"])))
            day += timedelta(1)
    return {day: tuple(marks) for day, marks in sorted(found.items())}


# --- Vandaag ---------------------------------------------------------------------------------------------------------


def events_this_week(reader: Reader) -> Sequence[Need]:
    """Events of today and of the coming week, each date once."""
    until = reader.today + timedelta(7)
    dates = [row for row in shown_between(reader, reader.today, until) if row["status"] not in rows.PAST]
    keys = {row["event"] for row in dates}
    events = {row["id"]: row for row in living(reader, Event, EVENT.c.id.in_(sorted(keys)))} if keys else {}
    context = row_context(reader, events.values(), ("place", "theme_line", "owner"))
    needs = []
    for row in dates:
        own = {**events[row["event"]], "starts_at": row["starts_at"], "ends_at": row["ends_at"], "is_whole_day": False}
        if row["is_whole_day"]:
            own |= {"ends_at": row["ends_at"] - timedelta(1), "is_whole_day": True}
        group = "nu" if row["first_on"] <= reader.today else "week"
        order = (True, row["first_on"], row["starts_at"].isoformat())
        needs.append(Need(Ref("event", row["event"]), rows.event_row(own, context), group, order, own["owner"]))
    return needs


def permits_to_ask(reader: Reader) -> Sequence[Need]:
    """Permits for events that must be asked for in the next six weeks, and those whose day has passed."""
    return _to_ask(reader, is_event=True)


def permits_of_work(reader: Reader) -> Sequence[Need]:
    """The same of permits that hang on a ticket, a contract or maintenance."""
    return _to_ask(reader, is_event=False)


def _to_ask(reader: Reader, *, is_event: bool) -> Sequence[Need]:
    chosen = table(Permit)
    last = reader.today + timedelta(permits.LOOK_AHEAD_DAYS)
    found = []
    for row in living(reader, Permit, chosen.c.status.in_(sorted(permits.TO_ASK)), chosen.c.submit_by <= last):
        held = holder_of(reader, row["record"])
        if (held is None or held.kind == "event") == is_event and (held is None or held.is_live):
            found.append(row)
    context = row_context(reader, found, ("record", "authority"))
    return [
        Need(
            Ref("permit", row["id"]),
            rows.permit_row(row, context),
            _group(row["submit_by"], reader.today),
            (True, row["submit_by"], row["id"]),
            row["owner"],
        )
        for row in found
    ]


def _is_live(reader: Reader, key: str | None) -> bool:
    """False for what hangs on an event that is past, called off or deleted."""
    held = holder_of(reader, key)
    return held is None or held.is_live


def _group(day: date, today: date) -> str:
    if day <= today:
        return "nu"
    return "week" if day <= today + timedelta(7) else "opvolgen"


def grants_due(reader: Reader) -> Sequence[Need]:
    """Grants to ask or to account for in the next six weeks."""
    last = reader.today + timedelta(permits.LOOK_AHEAD_DAYS)
    found = [row for row in living(reader, Grant) if (day := rows.grant_day(row)) is not None and day <= last]
    context = row_context(reader, found, ("record", "provider", "fund"))
    return [
        Need(
            Ref("grant", row["id"]),
            rows.grant_row(row, context),
            _group(rows.grant_day(row) or last, reader.today),
            (True, rows.grant_day(row) or last, row["id"]),
            row["owner"],
        )
        for row in found
    ]


def checklist_due(reader: Reader) -> Sequence[Need]:
    """Open run-book points that are late or due within a week."""
    chosen = table(ChecklistItem)
    last = reader.today + timedelta(7)
    found = living(reader, ChecklistItem, chosen.c.is_done.is_(False), chosen.c.due_on <= last)
    found = [row for row in found if _is_live(reader, row["event"])]
    context = row_context(reader, found, ("event", "owner"))
    return [
        Need(
            Ref("checklist_item", row["id"]),
            rows.checklist_row(row, context),
            _group(row["due_on"], reader.today),
            (True, row["due_on"], row["id"]),
            row["owner"],
        )
        for row in found
    ]
