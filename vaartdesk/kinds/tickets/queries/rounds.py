"""Inspection rounds: their points in order, and which of them wait for a walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.inspection import (
    InspectionPoint,
    InspectionRound,
    InspectionTemplate,
    InspectionTemplatePoint,
)
from vaartdesk.kinds.tickets.model.ticket import Ticket
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


def routes(reader: Reader) -> list[dict[str, Any]]:
    """The routes that are walked by a rule."""
    return living(reader, InspectionTemplate, table(InspectionTemplate).c.rrule != "")


def known_rounds(reader: Reader, keys: Sequence[str]) -> set[str]:
    """Which of these rounds there are, deleted ones too: what was thrown away is not made again."""
    chosen = table(InspectionRound)
    return {row[0] for row in reader.connection.execute(select(chosen.c.id).where(chosen.c.id.in_(keys)))}


def found_so_far(reader: Reader) -> dict[str, str]:
    """Round -> what was found on it, in words: what its row tells."""
    points: dict[str, list[Values]] = {}
    for row in living(reader, InspectionPoint):
        points.setdefault(row["round"], []).append(row)
    return {key: rounds.summary(rounds.tally(rows)) for key, rows in points.items()}


@dataclass(frozen=True, slots=True)
class Stop:
    """A point on the way: where it is and of what category, what to look for, its ticket, and what was found the time
    before and when.
    """

    point: Values
    where: str
    category: str
    hint: str
    ticket: Values | None
    before: str = ""
    before_on: date | None = None


def way_of(reader: Reader, round_values: Values) -> list[Stop]:
    """The points of a round in walking order, with all that helps who stands there."""
    points = points_of(reader, round_values["id"])
    names = reader.titles({row[name] for row in points for name in ("place", "street", "category") if row[name]})
    hints = _hints(reader, points)
    day, earlier = _earlier(reader, round_values)
    tickets = _tickets(reader, [row["ticket"] for row in (*points, *earlier.values())])
    return [
        Stop(
            row,
            row["place_text"] or names.get(row["place"] or row["street"] or "", ""),
            names.get(row["category"] or "", ""),
            hints.get(row["template_point"] or "", ""),
            tickets.get(row["ticket"] or ""),
            _before(earlier.get(row["template_point"] or ""), tickets),
            day,
        )
        for row in points
    ]


def _hints(reader: Reader, points: Sequence[Values]) -> dict[str, str]:
    chosen = table(InspectionTemplatePoint)
    keys = [row["template_point"] for row in points if row["template_point"]]
    return {row["id"]: row["hint"] for row in living(reader, InspectionTemplatePoint, chosen.c.id.in_(keys))}


def _earlier(reader: Reader, values: Values) -> tuple[date | None, dict[str, Values]]:
    """The day of the round before along the same route, and what was found there: point of the route -> point."""
    chosen, day = table(InspectionRound), values["held_on"] or reader.today
    found = living(
        reader,
        InspectionRound,
        chosen.c.template == values["template"],
        chosen.c.status == "gereed",
        chosen.c.id != values["id"],
        chosen.c.held_on <= day,
    )
    if not found or not values["template"]:
        return None, {}
    last = max(found, key=lambda row: (row["held_on"], row["id"]))
    points: dict[str, Values] = {
        row["template_point"]: row for row in points_of(reader, last["id"]) if row["template_point"]
    }
    return last["held_on"], points


def _tickets(reader: Reader, keys: Sequence[str | None]) -> dict[str, Values]:
    wanted = [key for key in keys if key]
    return {row["id"]: row for row in living(reader, Ticket, table(Ticket).c.id.in_(wanted))} if wanted else {}


def _before(point: Values | None, tickets: dict[str, Values]) -> str:
    return rounds.finding_text(point, tickets.get(point["ticket"] or "")) if point is not None else ""


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
    context = row_context(reader, found, ("inspector", "theme_line"))
    context = replace(context, beside=found_so_far(reader))
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
