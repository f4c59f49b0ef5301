"""What contacts read of records that are not theirs: only these columns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Text, column, table

from vaartdesk.schema.types.times import DayColumn, LocalColumn, MomentColumn

SEAT: Final = table(
    "seat",
    column("id", Text()),
    column("body", Text()),
    column("organisation", Text()),
    column("holder", Text()),
    column("deputy", Text()),
    column("function", Text()),
    column("has_vote", Boolean()),
    column("from_on", DayColumn()),
    column("to_on", DayColumn()),
    column("alive", Boolean()),
)
MEMBERSHIP: Final = table(
    "membership",
    column("id", Text()),
    column("body", Text()),
    column("member", Text()),
    column("function", Text()),
    column("has_vote", Boolean()),
    column("expertise", Text()),
    column("from_on", DayColumn()),
    column("to_on", DayColumn()),
    column("alive", Boolean()),
)
LINK: Final = table(
    "link", column("from_id", Text()), column("role", Text()), column("to_id", Text()), column("alive", Boolean())
)
NOTE: Final = table(
    "note",
    column("id", Text()),
    column("record_id", Text()),
    column("text", Text()),
    column("at", MomentColumn()),
    column("author", Text()),
    column("alive", Boolean()),
)
TICKET: Final = table(
    "ticket",
    column("id", Text()),
    column("reporter", Text()),
    column("reported_at", MomentColumn()),
    column("alive", Boolean()),
)
TICKET_REPORTER: Final = table(
    "ticket_reporter",
    column("ticket", Text()),
    column("contact", Text()),
    column("reported_at", MomentColumn()),
    column("alive", Boolean()),
)
SIGNAL: Final = table(
    "signal",
    column("id", Text()),
    column("reported_by", Text()),
    column("noted_at", MomentColumn()),
    column("alive", Boolean()),
)
ACTION: Final = table(
    "action",
    column("id", Text()),
    column("owner", Text()),
    column("second_owner", Text()),
    column("starts_on", DayColumn()),
    column("due_on", DayColumn()),
    column("finished_on", DayColumn()),
    column("alive", Boolean()),
)
EVENT: Final = table(
    "event",
    column("id", Text()),
    column("organiser", Text()),
    column("contact", Text()),
    column("starts_at", LocalColumn()),
    column("alive", Boolean()),
)
EVENT_MEMBER: Final = table(
    "event_member",
    column("event", Text()),
    column("member", Text()),
    column("task", Text()),
    column("alive", Boolean()),
)
MEETING: Final = table("meeting", column("id", Text()), column("starts_at", LocalColumn()), column("alive", Boolean()))
ATTENDANCE: Final = table(
    "attendance",
    column("meeting", Text()),
    column("member", Text()),
    column("status", Text()),
    column("alive", Boolean()),
)
