"""What Vandaag asks of the meetings family: meetings and their papers, decisions and advice that wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from vaartdesk.core.dates import time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.model.gatherings import Meeting
from vaartdesk.kinds.meetings.model.outcomes import Advice
from vaartdesk.kinds.meetings.queries.gatherings import open_decisions
from vaartdesk.kinds.meetings.rules import rows
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.listing import Due
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref

WEEK = timedelta(days=7)
ADVICE_WEEKS = 6
"""Weeks after which advice without a reply is shown, unless the setting `advice_weeks` says otherwise."""
NAMED = ("theme_line", "body", "owner", "addressee")


def coming_meetings(reader: Reader) -> Sequence[Need]:
    """Meetings of today and the next seven days."""
    meeting = table(Meeting)
    first = datetime.combine(reader.today, time())
    found = living(
        reader,
        Meeting,
        meeting.c.starts_at >= first,
        meeting.c.starts_at < first + WEEK + timedelta(days=1),
        meeting.c.status.in_(("concept", "verzonden")),
    )
    context = row_context(reader, found, NAMED)
    needs = []
    for row in found:
        day = row["starts_at"].date()
        is_today = day == reader.today
        shown = replace(rows.meeting_row(row, context), due=_when(row["starts_at"], is_today=is_today))
        order = (True, day, row["starts_at"].isoformat())
        needs.append(Need(Ref("meeting", row["id"]), shown, "nu" if is_today else "week", order))
    return needs


def _when(start: datetime, *, is_today: bool) -> Due | None:
    return Due(str(_("vandaag {time}").format(time=time_text(start))), "accent", "clock") if is_today else None


def papers_to_send(reader: Reader) -> Sequence[Need]:
    """Meetings still in concept whose papers go out within a week, or should have gone out."""
    meeting = table(Meeting)
    found = living(
        reader,
        Meeting,
        meeting.c.status == "concept",
        meeting.c.papers_due_on <= reader.today + WEEK,
        meeting.c.starts_at >= datetime.combine(reader.today, time()),
    )
    context = row_context(reader, found, NAMED)
    return [
        Need(
            Ref("meeting", row["id"]),
            replace(rows.meeting_row(row, context), meta=(str(_("Stukken versturen")),), chip=None),
            "nu" if row["papers_due_on"] <= reader.today else "week",
            (True, row["papers_due_on"], row["id"]),
            row["secretary"],
        )
        for row in found
    ]


def decisions_to_follow(reader: Reader) -> Sequence[Need]:
    """Decisions that are not carried out yet."""
    found = open_decisions(reader)
    context = row_context(reader, found, NAMED)
    return [
        Need(
            Ref("decision", row["id"]),
            rows.decision_row(_with_lines(row), context),
            "opvolgen",
            (True, row["due_on"] or date.max, row["id"]),
            row["owner"],
        )
        for row in found
    ]


def unanswered_advice(reader: Reader) -> Sequence[Need]:
    """Advice without a reply for longer than the team waits."""
    weeks = reader.settings.get("advice_weeks", ADVICE_WEEKS)
    limit = timedelta(weeks=weeks if isinstance(weeks, int) and weeks > 0 else ADVICE_WEEKS)
    advice = table(Advice)
    found = living(reader, Advice, advice.c.status == "open", advice.c.given_on <= reader.today - limit)
    context = row_context(reader, found, NAMED)
    needs = []
    for row in found:
        waits = (reader.today - row["given_on"]).days // 7
        due = Due(ngettext("{n} week zonder antwoord", "{n} weken zonder antwoord", waits).format(n=waits), "warning")
        shown = replace(rows.advice_row(_with_lines(row), context), due=due)
        needs.append(Need(Ref("advice", row["id"]), shown, "opvolgen", (True, row["given_on"], row["id"])))
    return needs


def _with_lines(row: Mapping[str, Any]) -> dict[str, Any]:
    """Lines of Vandaag show the main theme line only: no links are read for them."""
    return {**row, "other_lines": ()}
