"""The stored dates of events: written beside each event, read by period."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, FromClause, Function, Select, func, select

from vaartdesk.core.rule_words import rule_words
from vaartdesk.core.text import _
from vaartdesk.kinds.events.model.event import Event, EventOverride, Occurrence, OccurrencePlace
from vaartdesk.kinds.events.model.runbook import Marker
from vaartdesk.kinds.events.ports import LINK
from vaartdesk.kinds.events.rules import occurrences, times
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

DATE = Occurrence.__table__
TAKEN = OccurrencePlace.__table__
SLICE = 500
"""So many events are worked out before their dates are written."""


def materialise(events: Sequence[Values], connection: Connection) -> None:
    """Write the dates of these events anew. In SQLite's own words: a calendar read in brings thousands of events."""
    for at in range(0, len(events), SLICE):
        _write(events[at : at + SLICE], connection)


def _write(events: Sequence[Values], connection: Connection) -> None:
    db, keys = driver(connection), json.dumps([values["id"] for values in events])
    changed = _overrides(connection, keys)
    dates: list[dict[str, Any]] = []
    taken: list[dict[str, Any]] = []
    for values in events:
        own_dates, own_taken = occurrences.stored(values, changed.get(values["id"], ()))
        dates += own_dates
        taken += own_taken
    for target, rows in ((DATE, dates), (TAKEN, taken)):
        gone = f"delete from {target.description} where event in (select value from json_each(?))"  # noqa: S608  our own name
        db.execute(gone, (keys,))
        if rows:
            db.executemany(*_insertion(target, rows, connection.dialect))


def driver(connection: Connection) -> Any:
    """SQLite's own connection under SQLAlchemy's; same transaction."""
    return connection.connection.driver_connection


def _overrides(connection: Connection, events: str) -> dict[str, list[Values]]:
    """Event -> its skipped and moved dates, of the events in a JSON list of keys."""
    known = "select 1 from event_override where event in (select value from json_each(?)) and alive limit 1"
    if driver(connection).execute(known, (events,)).fetchone() is None:
        return {}
    override = table(EventOverride)
    statement = select(override).where(override.c.alive, override.c.event.in_(_each(events)))
    found: dict[str, list[Values]] = {}
    for row in connection.execute(statement).mappings():
        found.setdefault(row["event"], []).append(dict(row))
    return found


def _each(keys: str) -> Select[Any]:
    """The keys in a JSON list: any number of them is one parameter."""
    return select(func.json_each(keys).table_valued("value").c.value)


def _insertion(target: FromClause, rows: Sequence[Mapping[str, Any]], dialect: Dialect) -> tuple[str, list[list[Any]]]:
    """The statement and its values, as the columns store them."""
    names = [column.name for column in target.c]
    binds = [column.type.dialect_impl(dialect).bind_processor(dialect) for column in target.c]
    sql = f"insert into {target.description} ({', '.join(names)}) values ({', '.join('?' * len(names))})"  # noqa: S608  our own names
    return sql, [[bind(row[n]) if bind else row[n] for n, bind in zip(names, binds, strict=True)] for row in rows]


def materialise_overrides(rows: Sequence[Values], connection: Connection) -> None:
    """Write the dates of the events of which a date was skipped, moved or put back."""
    event, keys = table(Event), sorted({row["event"] for row in rows if row["event"]})
    found = connection.execute(select(event).where(event.c.id.in_(_each(json.dumps(keys))))).mappings().all()
    elsewhere = other_places(connection, keys)
    materialise([{**row, "places": tuple(elsewhere.get(row["id"], ()))} for row in found], connection)


def other_places(connection: Connection, events: Sequence[str]) -> dict[str, list[str]]:
    """Event -> its further places, where it has any."""
    statement = (
        select(LINK.c.from_id, LINK.c.to_id)
        .where(LINK.c.from_id.in_(_each(json.dumps(list(events)))), LINK.c.role == "plaats", LINK.c.alive)
        .order_by(LINK.c.pos, LINK.c.to_id)
    )
    found: dict[str, list[str]] = {}
    for event, place in connection.execute(statement):
        found.setdefault(event, []).append(place)
    return found


def shown_between(reader: Reader, first: date, last: date) -> list[dict[str, Any]]:
    """The dates that a calendar from ``first`` to ``last`` shows, longest first within a start day.

    Each has ``occurrence`` (key), ``event``, local ``starts_at`` and ``ends_at``, ``first_on``, ``last_on``, ``is_moved``, and of
    the event ``number``, ``title``, ``status``, ``theme_line``, ``place``, ``place_text``, ``type``, ``audience``,
    ``is_whole_day``, ``is_large``, ``is_public``, ``is_confidential``.
    """
    event = table(Event)
    names = ("number", "title", "status", "theme_line", "place", "place_text", "type", "audience", "owner")
    flags = ("is_whole_day", "is_large", "is_public", "is_confidential")
    statement = (
        select(DATE, *(event.c[name] for name in (*names, *flags)))
        .join(event, event.c.id == DATE.c.event)
        .where(event.c.alive, DATE.c.first_on <= last, DATE.c.last_on >= first)
    )
    found = [dict(row) for row in reader.connection.execute(statement).mappings()]
    for row in found:
        row["occurrence"] = row.pop("id")
    return sorted(found, key=lambda r: (r["first_on"], r["first_on"] - r["last_on"], r["starts_at"], r["occurrence"]))


def next_times(reader: Reader, event: str) -> tuple[datetime, datetime] | None:
    """Local begin and end of the first date of an event that is not past, or else of its last; None without dates."""
    statement = select(DATE.c.starts_at, DATE.c.ends_at, DATE.c.last_on).where(DATE.c.event == event)
    dates = list(reader.connection.execute(statement.order_by(DATE.c.first_on)))
    found = next((row for row in dates if row.last_on >= reader.today), dates[-1] if dates else None)
    return (found.starts_at, found.ends_at) if found is not None else None


def when_told(values: Values, reader: Reader) -> str:
    """When an event is; of a series how often, and the date that one looks for: the next, or the last once all are past."""
    if not (values["rrule"] or values["dates"]):
        return times.when_text(values)
    span = times.span_on(values, next_times(reader, values["id"]))
    if span is None:
        return ""
    often = rule_words(values["rrule"]) or str(_("losse data"))
    told = _("{often}. Eerstvolgende: {when}") if span.last_on >= reader.today else _("{often}. Laatste: {when}")
    return str(told.format(often=f"{often[:1].upper()}{often[1:]}", when=times.span_text(span, values)))


def skipped_dates(reader: Reader, event: str) -> list[dict[str, Any]]:
    """The overrides that leave a date of this event out, in order of day."""
    override = table(EventOverride)
    found = living(reader, EventOverride, override.c.event == event, override.c.is_skipped)
    return sorted((row for row in found if row["original_at"] is not None), key=lambda row: row["original_at"])


def next_date(reader: Reader, event: str) -> date | None:
    """The first day of an event that is not past, or else its last day; None without dates."""
    found = next_times(reader, event)
    return found[0].date() if found is not None else None


def next_dates(reader: Reader) -> dict[str, tuple[datetime, datetime]]:
    """Event -> local begin and end of its first date that is not past, or else of its last."""
    past = _edge(reader, func.max(DATE.c.starts_at, type_=DATE.c.starts_at.type), DATE.c.last_on < reader.today)
    coming = _edge(reader, func.min(DATE.c.starts_at, type_=DATE.c.starts_at.type), DATE.c.last_on >= reader.today)
    return past | coming


def _edge(reader: Reader, edge: Function[Any], condition: ColumnElement[bool]) -> dict[str, tuple[datetime, datetime]]:
    """SQLite gives the other columns of the row that is the least or the greatest of its group."""
    statement = select(DATE.c.event, edge, DATE.c.ends_at).where(condition).group_by(DATE.c.event)
    return {event: (starts, ends) for event, starts, ends in reader.connection.execute(statement)}


def markers_between(reader: Reader, first: date, last: date) -> list[dict[str, Any]]:
    """Marked days (school holidays, market days, works) that touch the period."""
    marker = table(Marker)
    found = living(reader, Marker, marker.c.from_on <= last)
    return [row for row in found if (row["to_on"] or row["from_on"]) >= first]
