"""What is computed for the page of a meeting, an item or a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from vaartdesk.core.dates import day_long, time_prose
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model.bodies import Body
from vaartdesk.kinds.meetings.model.gatherings import Meeting
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules import agenda, stages
from vaartdesk.kinds.meetings.rules.people import quorum
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


def paper_days_of(reader: Reader, body: str | None) -> int | None:
    """The days for papers of a body, remembered for many meetings."""
    table_of_bodies = table(Body)
    known = reader.remember(
        "meetings.paper_days",
        lambda: dict(reader.all(select(table_of_bodies.c.id, table_of_bodies.c.paper_days))),  # type: ignore[arg-type]
    )
    days: int | None = known.get(body)
    return days


def meeting_derived(values: Values, reader: Reader) -> dict[str, Any]:
    """The day on which the papers go out."""
    days = paper_days_of(reader, values["body"])
    return {"papers_due_on": stages.papers_due(values["starts_at"], days)}


def decision_derived(values: Values, reader: Reader) -> dict[str, Any]:
    """What became of a decision."""
    states = queries.action_states(reader, values["id"])
    return {"follow_up": stages.follow_up(values["outcome"], values["has_no_follow_up"], states)}


def meeting_facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    """End, overrun and votes of a meeting, in words."""
    lines = queries.agenda(reader, values["id"])
    start, planned = values["starts_at"], values["planned_minutes"]
    found = [(str(_("Agenda")), str(_("{n} punten, {m} minuten").format(n=len(lines), m=agenda.total(lines))))]
    if start is not None and lines:
        last = agenda.Line(lines[-1].item, "", 0, agenda.total(lines), 0)
        found.append((str(_("Klaar om")), time_prose(agenda.begins_at(last, start))))
    over = agenda.overrun(lines, planned)
    if over:
        found.append((str(_("Te lang")), str(_("{n} min").format(n=over))))
    if values["papers_due_on"] is not None:
        found.append((str(_("Stukken versturen")), day_long(values["papers_due_on"])))
    people = queries.people(reader, values["id"])
    body = queries.one(reader, Body, values["body"])
    votes = quorum(people, body["quorum"] if body else None)
    if votes.total:
        words = _("{present} van {total} stemmen aanwezig, nodig {needed}")
        text = words.format(present=votes.present, total=votes.total, needed=votes.needed)
        found.append((str(_("Quorum")), text))
    return found


def item_facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    """Number and clock times of an item: ``20.15 – 20.40 uur``."""
    if not values["meeting"]:
        return []
    meeting = queries.one(reader, Meeting, values["meeting"])
    line = next((n for n in queries.agenda(reader, values["meeting"]) if n.id == values["id"]), None)
    if line is None or meeting is None:
        return []
    found = [(str(_("Punt")), line.number)]
    if meeting["starts_at"] is not None:
        begins = agenda.begins_at(line, meeting["starts_at"])
        ends = begins + timedelta(minutes=values["minutes"] or 0)
        found.append((str(_("Tijd")), f"{begins.hour}.{begins.minute:02} – {time_prose(ends)}"))
    return found
