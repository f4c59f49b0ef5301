"""Measurements of the goals over the years, and a sub-goal for each theme line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from vaartdesk.app.demo.world import Examples
from vaartdesk.flows.first_facts import hundredths, key_of
from vaartdesk.schema.ref import Ref

MEASURED: Final = (10, 1)
"""Month and day of the yearly figures."""
PACE: Final = (Decimal("0.1"), Decimal("0.28"), Decimal("0.22"), Decimal("0.45"), Decimal("0.62"), Decimal("0.7"))
"""Parts of the way after each year; the last figure closes it. Not even, as figures are not."""


def write_goals(examples: Examples, facts: Mapping[str, Any]) -> None:
    """The last years of each goal of the plan, a baseline where the plan has none, and the sub-goals."""
    for key, fact in facts["goals"].items():
        examples.world.known["goal", key] = key_of("goal", key)
        if "first" in fact:
            days = _years(examples, len(PACE) + 1)
            examples.update("goal", key, {"baseline": hundredths(fact["first"]), "baseline_on": days[0]})
        _measure(examples, key_of("goal", key), fact)
    for fact in facts["subgoal"]:
        _write_subgoal(examples, fact)


def _years(examples: Examples, count: int) -> list[date]:
    """The last ``count`` days of measuring, oldest first."""
    today = examples.world.today
    last = today.year if date(today.year, *MEASURED) <= today else today.year - 1
    return [date(year, *MEASURED) for year in range(last - count + 1, last + 1)]


def _measure(examples: Examples, goal: str, fact: Mapping[str, Any]) -> None:
    values = examples.tx.get(Ref("goal", goal))
    start, last = values["baseline"], hundredths(fact["last"]) or 0
    days = _years(examples, len(PACE) + 1)
    national = [hundredths(value) for value in fact.get("national", ())]
    whole = 10 if values["decimals"] else 100
    for place, day in enumerate(days):
        part = PACE[place] if place < len(PACE) else Decimal(1)
        exact = start + part * (last - start)
        value = last if part == 1 else int(exact / whole) * whole
        row = {"goal": goal, "measured_on": day, "value": value, "source": fact["source"]}
        examples.add("measurement", row | ({"national": national[place]} if national else {}))


def _write_subgoal(examples: Examples, fact: Mapping[str, Any]) -> None:
    figures = [hundredths(value) for value in fact["values"]]
    days = _years(examples, len(figures))
    row = {
        "title": fact["title"],
        "short": fact["title"],
        "theme_line": examples.world.line(fact["line"]),
        "unit": fact["unit"],
        "direction": fact["direction"],
        "baseline": figures[0],
        "baseline_on": days[0],
        "target": hundredths(fact["target"]),
        "by_year": examples.world.today.year + 2,
        "source": "Eigen telling",
    }
    goal = examples.add("goal", row, name=fact["title"])
    for day, value in zip(days, figures, strict=True):
        examples.add("measurement", {"goal": goal.id, "measured_on": day, "value": value, "source": "Eigen telling"})
