"""What became of a record that was put on an agenda, told among the facts of its own page (T15)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import text

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model.gatherings import AgendaItem, Meeting, StockTopic
from vaartdesk.kinds.meetings.model.outcomes import Decision
from vaartdesk.kinds.meetings.model.states import OUTCOMES
from vaartdesk.schema.chips import word
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.store.model import CHAIN

Facts = Callable[[Values, Reader], Sequence[tuple[str, str]]]
AFTER: Final = text(
    """
    with recursive after(key) as (
        values(:start)
        union select link.to_id from after join link on link.from_id = after.key
        where link.alive and link.role = :role
    )
    select record.kind, record.id from after join record on record.id = after.key
    where record.id != :start and record.kind in ('stock_topic', 'agenda_item', 'decision') and not record.deleted
    """
)
"""What a record led to, along the chain: a ring ends where it began, for a union keeps each key once."""


def outcome_lines(key: str, reader: Reader) -> list[tuple[str, str]]:
    """Label and value: the decisions, the newest first; without one the meeting it is on, or the body it waits for."""
    found: dict[str, list[str]] = {}
    for kind, reached in reader.connection.execute(AFTER, {"start": key, "role": CHAIN}):
        found.setdefault(kind, []).append(reached)
    if not found:
        return []
    decisions = living(reader, Decision, table(Decision).c.id.in_(found.get("decision", [])))
    if decisions:
        newest = sorted(decisions, key=lambda row: (row["decided_on"] is not None, row["decided_on"]), reverse=True)
        return [(str(_("Besluit")), _decision(row)) for row in newest]
    return [(str(_("Geagendeerd")), told) for told in _on_agenda(reader, found)]


def _decision(row: Values) -> str:
    """``B-2026-003, aangenomen op 8 december 2026: Er komen 24 beugels.``"""
    told = word(OUTCOMES, row["outcome"])
    if row["decided_on"] is not None:
        told = _("{outcome} op {day}").format(outcome=told, day=day_long(row["decided_on"]))
    head = ", ".join(part for part in (row["number"], str(told)) if part)
    return f"{head}: {row['title']}"


def _on_agenda(reader: Reader, found: dict[str, list[str]]) -> list[str]:
    items = living(reader, AgendaItem, table(AgendaItem).c.id.in_(found.get("agenda_item", [])))
    meetings = living(reader, Meeting, table(Meeting).c.id.in_([item["meeting"] for item in items]))
    told = [_meeting(row) for row in sorted(meetings, key=lambda row: (row["starts_at"] is None, row["starts_at"]))]
    if told:
        return told
    waiting = table(StockTopic).c
    topics = living(reader, StockTopic, waiting.id.in_(found.get("stock_topic", [])), waiting.status == "voorraad")
    names = reader.titles(topic["body"] for topic in topics if topic["body"])
    return [str(_("{body}, in de voorraad").format(body=name)) for name in sorted(set(names.values()))]


def _meeting(row: Values) -> str:
    day = day_long(row["starts_at"].date()) if row["starts_at"] is not None else ""
    return ", ".join(part for part in (row["title"], day) if part)


def with_outcome(kind: Kind) -> Kind:
    """The kind, with what was decided among its facts."""
    own: Facts | None = kind.facts

    def facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
        key: Any = values.get("id")
        return (*(own(values, reader) if own is not None else ()), *(outcome_lines(key, reader) if key else ()))

    return replace(kind, facts=facts)
