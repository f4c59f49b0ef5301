"""Named questions about the plan."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from vaartdesk.core.text import fold
from vaartdesk.kinds.plan.model import Goal, MatrixCell, Measurement, Role, RoleHolder, ThemeLine
from vaartdesk.kinds.plan.rules.goals import Standing, standing
from vaartdesk.kinds.plan.rules.team import holders_on
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values


def measurements(reader: Reader, goal: str) -> list[dict[str, Any]]:
    """The measurements of a goal, oldest first."""
    found = living(reader, Measurement, table(Measurement).c.goal == goal)
    return sorted(found, key=lambda m: (m["measured_on"] or date.min, m["id"]))


def goals_with_measurements(reader: Reader) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Every goal in its order with its measurements, oldest first."""
    by_goal: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(living(reader, Measurement), key=lambda m: (m["measured_on"] or date.min, m["id"])):
        by_goal[row["goal"]].append(row)
    goals = sorted(living(reader, Goal), key=lambda g: (g["pos"], g["id"]))
    return [(goal, by_goal[goal["id"]]) for goal in goals]


def standings(reader: Reader) -> dict[str, Standing]:
    """Goal -> how it stands today."""
    return {goal["id"]: standing(goal, rows, reader.today) for goal, rows in goals_with_measurements(reader)}


def theme_lines(reader: Reader) -> list[dict[str, Any]]:
    """The theme lines in their order."""
    return sorted(living(reader, ThemeLine), key=lambda line: (line["pos"], line["code"], line["id"]))


def matrix(reader: Reader) -> dict[tuple[str, str], dict[str, Any]]:
    """(role, theme line) -> the cell, where it says something."""
    return {(c["role"], c["theme_line"]): c for c in living(reader, MatrixCell) if c["weight"]}


def own_names(reader: Reader, who: Ref) -> frozenset[str]:
    """Keys of a person and of the roles held today, or of a bare role; with the folded names of the roles."""
    held = {who.id}
    if who.kind == "person":
        held |= {role for role, now in holders_on(holders(reader), reader.today).items() if _holds(who, now)}
    names = {fold(role["title"]) for role in living(reader, Role, table(Role).c.id.in_(sorted(held)))}
    return frozenset(held | names)


def _holds(who: Ref, holders_now: list[Values]) -> bool:
    return any(holder["person"] == who.id for holder in holders_now)


def holders(reader: Reader) -> list[dict[str, Any]]:
    """Everybody who holds or held a role."""
    return living(reader, RoleHolder)
