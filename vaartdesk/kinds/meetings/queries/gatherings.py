"""Named questions about bodies, meetings and decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, select

from vaartdesk.core.periods import covers
from vaartdesk.kinds.meetings.model.bodies import Body, Membership, Seat, TemplateItem
from vaartdesk.kinds.meetings.model.gatherings import AgendaItem, Attendance, Meeting, StockTopic
from vaartdesk.kinds.meetings.model.outcomes import Decision
from vaartdesk.kinds.meetings.ports import ACTION, FUNCTION, LINK, ORGANISATION
from vaartdesk.kinds.meetings.rules.agenda import Line, arrange
from vaartdesk.kinds.meetings.rules.people import Invited, invitation_list
from vaartdesk.kinds.meetings.rules.stages import is_before_meeting, next_of
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.record import Record
from vaartdesk.schema.types.times import ZONE
from vaartdesk.store.model import CHAIN


def _ordered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (row["pos"], row["id"]))


def one(reader: Reader, model: type[Record], key: str | None) -> dict[str, Any] | None:
    """One record's columns, deleted or not."""
    chosen = table(model)
    statement: Select[Any] = select(chosen).where(chosen.c.id == key)
    row = reader.connection.execute(statement).mappings().first()
    return dict(row) if row is not None else None


def local_now(reader: Reader) -> datetime:
    """The wall-clock time in Assen, naive, as meetings store theirs."""
    return reader.now.astimezone(ZONE).replace(tzinfo=None)


# ------------------------------------------------------------------------------------------------ bodies
def bodies(reader: Reader) -> list[dict[str, Any]]:
    """The bodies in their order."""
    return _ordered(living(reader, Body))


def template(reader: Reader, body: str) -> list[dict[str, Any]]:
    """The standing items of a body in order."""
    return _ordered(living(reader, TemplateItem, table(TemplateItem).c.body == body))


def invited(reader: Reader, body: str, on: date) -> list[Invited]:
    """Who is invited to a meeting of the body on that day."""
    found = one(reader, Body, body)
    if found is None:
        return []
    seats = _ordered(living(reader, Seat, table(Seat).c.body == body))
    members = _ordered(living(reader, Membership, table(Membership).c.body == body))
    return invitation_list(found, on, seats, members, partner_boards(reader, on))


def partner_boards(reader: Reader, on: date) -> list[tuple[str, str]]:
    """(person, organisation) of everybody in the board of a partner that day, partner by partner."""
    statement = (
        select(FUNCTION.c.person, FUNCTION.c.organisation, FUNCTION.c.from_on, FUNCTION.c.to_on)
        .join_from(FUNCTION, ORGANISATION, ORGANISATION.c.id == FUNCTION.c.organisation)
        .where(FUNCTION.c.alive, FUNCTION.c.is_board, ORGANISATION.c.alive, ORGANISATION.c.is_partner)
        .order_by(ORGANISATION.c.id, FUNCTION.c.id)
    )
    rows = reader.connection.execute(statement).mappings()
    return [(f["person"], f["organisation"]) for f in rows if f["person"] and covers(f["from_on"], f["to_on"], on)]


def stock(reader: Reader, body: str) -> list[dict[str, Any]]:
    """The topics that wait for a meeting of the body, in order."""
    topic = table(StockTopic)
    return _ordered(living(reader, StockTopic, topic.c.body == body, topic.c.status == "voorraad"))


# ------------------------------------------------------------------------------------------------ meetings
def meetings_of(reader: Reader, body: str) -> list[dict[str, Any]]:
    """The meetings of a body, earliest first; those without a day last."""
    rows = living(reader, Meeting, table(Meeting).c.body == body)
    return sorted(rows, key=lambda m: (m["starts_at"].isoformat() if m["starts_at"] else "~", m["id"]))


def next_meeting(reader: Reader, body: str, after: datetime | None = None) -> dict[str, Any] | None:
    """The first meeting of the body that begins after ``after`` (wall clock; now when None) and is not dropped."""
    found = next_of(meetings_of(reader, body), after or local_now(reader))
    return None if found is None else dict(found)


def previous_meeting(reader: Reader, meeting: dict[str, Any]) -> dict[str, Any] | None:
    """The latest meeting of the same body before this one that is not dropped."""
    before = [
        m
        for m in meetings_of(reader, meeting["body"])
        if m["starts_at"]
        and meeting["starts_at"]
        and m["starts_at"] < meeting["starts_at"]
        and m["status"] != "vervallen"
    ]
    return before[-1] if before else None


def meetings_between(reader: Reader, first: date, last: date) -> list[dict[str, Any]]:
    """The meetings of those days, both included, that are not dropped, in order of time."""
    chosen = table(Meeting)
    begin, end = datetime.combine(first, time()), datetime.combine(last + timedelta(1), time())
    rows = living(
        reader, Meeting, chosen.c.starts_at >= begin, chosen.c.starts_at < end, chosen.c.status != "vervallen"
    )
    return sorted(rows, key=lambda row: (row["starts_at"], row["id"]))


def next_with_papers(reader: Reader, days: int = 42) -> dict[str, Any] | None:
    """The first coming meeting whose papers must still go out; else the first that comes at all."""
    coming = meetings_between(reader, reader.today, reader.today + timedelta(days))
    coming = [row for row in coming if is_before_meeting(row["status"]) and row["starts_at"] >= local_now(reader)]
    waiting = (row for row in coming if row["papers_due_on"] is not None and row["status"] == "concept")
    return next(waiting, coming[0] if coming else None)


def next_of_type(reader: Reader, kind: str, after: datetime | None = None) -> dict[str, Any] | None:
    """The first coming meeting of any body of a sort (``bestuur``)."""
    chosen = [b["id"] for b in bodies(reader) if b["type"] == kind]
    found = [m for body in chosen if (m := next_meeting(reader, body, after)) is not None]
    return min(found, key=lambda m: (m["starts_at"], m["id"]), default=None)


def agenda(reader: Reader, meeting: str) -> list[Line]:
    """The agenda of a meeting: items in order with their numbers and times."""
    return arrange(living(reader, AgendaItem, table(AgendaItem).c.meeting == meeting))


def attendance(reader: Reader, meeting: str) -> list[dict[str, Any]]:
    """Who was invited and came, as recorded."""
    return _ordered(living(reader, Attendance, table(Attendance).c.meeting == meeting))


def people(reader: Reader, meeting: str) -> list[dict[str, Any]]:
    """The people of a meeting: as recorded, or as they would be invited on its day while nothing is recorded."""
    recorded = attendance(reader, meeting)
    found = one(reader, Meeting, meeting)
    if recorded or found is None or not found["body"] or found["starts_at"] is None:
        return recorded
    return [
        {
            "member": i.member,
            "organisation": i.organisation,
            "function": i.function,
            "has_vote": i.has_vote,
            "is_guest": False,
            "deputy": None,
            "status": "uitgenodigd",
            "came_at": None,
            "left_at": None,
            "note": "",
        }
        for i in invited(reader, found["body"], found["starts_at"].date())
    ]


# ------------------------------------------------------------------------------------------------ decisions
def decisions_of(reader: Reader, meeting: str) -> list[dict[str, Any]]:
    """The decisions of a meeting by number."""
    rows = living(reader, Decision, table(Decision).c.meeting == meeting)
    return sorted(rows, key=lambda d: (d["number"], d["id"]))


def open_decisions(reader: Reader, body: str | None = None) -> list[dict[str, Any]]:
    """Decisions that somebody still has to do something about, the earliest due first."""
    decision = table(Decision)
    whose = [decision.c.body == body] if body is not None else []
    rows = living(reader, Decision, decision.c.follow_up.in_(("open", "loopt")), *whose)
    return sorted(rows, key=lambda d: (d["due_on"] is None, d["due_on"] or date.max, d["number"]))


def action_states(reader: Reader, decision: str) -> list[str]:
    """The statuses of the living actions that came out of a decision."""
    known: Mapping[str, list[str]] = reader.remember("meetings.action_states", lambda: _action_states(reader))
    return list(known.get(decision, ()))


def _action_states(reader: Reader) -> dict[str, list[str]]:
    statement = (
        select(LINK.c.from_id, ACTION.c.status)
        .join_from(LINK, ACTION, ACTION.c.id == LINK.c.to_id)
        .where(LINK.c.alive, LINK.c.role == CHAIN, ACTION.c.alive)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in reader.connection.execute(statement).mappings():
        found[row["from_id"]].append(row["status"])
    return found


def topic(reader: Reader, key: str) -> dict[str, Any] | None:
    """A topic of the stock."""
    return one(reader, StockTopic, key)
