"""Inspection rounds: their points in order, and which of them wait for a walk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.inspection import InspectionPoint, InspectionRound, InspectionTemplatePoint
from vaartdesk.kinds.tickets.rules import rounds, rows
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values


def points_of(reader: Reader, round_key: str) -> list[dict[str, Any]]:
    """The points of a round in walking order."""
    found = living(reader, InspectionPoint, table(InspectionPoint).c.round == round_key)
    return sorted(found, key=lambda row: (row["pos"], row["id"]))


def route_of(reader: Reader, template: str) -> list[dict[str, Any]]:
    """The points of a route in walking order."""
    found = living(reader, InspectionTemplatePoint, table(InspectionTemplatePoint).c.template == template)
    return sorted(found, key=lambda row: (row["pos"], row["id"]))


def round_facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    """What the round found so far, for its page."""
    counted = rounds.tally(points_of(reader, values["id"]))
    return ((str(_("Bevindingen")), rounds.summary(counted)),) if counted.total else ()


def to_walk(reader: Reader) -> Sequence[Need]:
    """On Vandaag: rounds of today and this week, and those that were begun or left undone."""
    chosen, today = table(InspectionRound), reader.today
    sunday = today + timedelta(6 - today.weekday())
    found = living(
        reader,
        InspectionRound,
        chosen.c.status.in_(("gepland", "bezig")),
        chosen.c.held_on.is_not(None),
        chosen.c.held_on <= sunday,
    )
    context = row_context(reader, found, ("template", "inspector", "theme_line"))
    return [
        Need(
            Ref("inspection_round", row["id"]),
            rows.round_row(row, context),
            "nu" if row["held_on"] <= today else "week",
            (True, row["held_on"], row["id"]),
            row["inspector"],
        )
        for row in found
    ]
