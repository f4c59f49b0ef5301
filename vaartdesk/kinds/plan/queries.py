"""Named questions about the plan."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from vaartdesk.kinds.plan.model import Goal, MatrixCell, Measurement, RoleHolder, ThemeLine
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader


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


def theme_lines(reader: Reader) -> list[dict[str, Any]]:
    """The theme lines in their order."""
    return sorted(living(reader, ThemeLine), key=lambda line: (line["pos"], line["code"], line["id"]))


def matrix(reader: Reader) -> dict[tuple[str, str], dict[str, Any]]:
    """(role, theme line) -> the cell, where it says something."""
    return {(c["role"], c["theme_line"]): c for c in living(reader, MatrixCell) if c["weight"]}


def holders(reader: Reader) -> list[dict[str, Any]]:
    """Everybody who holds or held a role."""
    return living(reader, RoleHolder)
