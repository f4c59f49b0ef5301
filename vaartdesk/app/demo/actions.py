"""Example actions of the theme lines, with parts, chances and logs, and the plans of the years they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from vaartdesk.app.demo.world import Examples
from vaartdesk.schema.ref import Ref

RUNS: Final = 60
"""Days from the begin of an action to its deadline."""


def write_actions(examples: Examples, facts: Mapping[str, Any]) -> None:
    """All of them; what belongs together is linked afterwards."""
    plans = _write_plans(examples)
    for line in facts["line"]:
        for fact in line["actions"]:
            values = _action(examples, fact) | {"theme_line": examples.world.line(line["code"])}
            year = _year(examples, fact)
            values |= {"year": year, "plan": plans.get(year)}
            examples.add("action", values, name=fact["title"])
    for group in facts["part"]:
        _write_parts(examples, group, plans)
    for title, others in facts["chances"].items():
        keys = tuple(examples.world.known["action", other] for other in others)
        examples.tx.set(Ref("action", examples.world.known["action", title]), "chances", keys)
    for note in facts["note"]:
        examples.notes(Ref("action", examples.world.known["action", note["on"]]), note["lines"])


def _write_plans(examples: Examples) -> dict[int, str]:
    """The plan of this year is in force, that of the next one in the making."""
    this, world = examples.world.today.year, examples.world
    adopted = {"status": "vastgesteld", "adopted_on": world.day(-300), "tuned_on": world.day(-320), "version": 2}
    plans = {}
    for year, values in ((this, adopted), (this + 1, {"status": "concept"})):
        row = {"title": f"Uitvoeringsagenda {year}", "year": year, "tuned_with": world.who("Gemeente Assen"), **values}
        plans[year] = examples.add("year_plan", row).id
    return plans


def _year(examples: Examples, fact: Mapping[str, Any]) -> int:
    day = examples.world.today
    if "due" in fact:
        day += timedelta(fact["due"])
    return max(examples.world.today.year, day.year)


def _action(examples: Examples, fact: Mapping[str, Any]) -> dict[str, Any]:
    """An action as the file tells it, with dates from today. A finished one was due a little before or after."""
    world, done = examples.world, fact.get("done")
    due = fact.get("due", None if done is None else 4 - done)
    begins = None if due is None or fact["status"] == "idee" else world.day(due - RUNS)
    budget, spent = (fact.get(name) for name in ("budget", "spent"))
    return {
        "title": fact["title"],
        "status": fact["status"],
        "description": fact.get("text", ""),
        "other_lines": world.lines(fact.get("lines", "")),
        "owner": world.who(fact["owner"]),
        "second_owner": world.who("Programmamanager binnenstad") if fact.get("lead") in {"gemeente", "samen"} else None,
        "co_workers": tuple(world.known["role", name] for name in fact.get("workers", ())),
        "partners": tuple(world.known["organisation", name] for name in fact.get("partners", ())),
        "lead": fact.get("lead", "via"),
        "priority": fact.get("priority", "gewoon"),
        "phase": fact.get("phase", ""),
        "starts_on": begins,
        "due_on": world.day(due),
        "finished_on": None if done is None else world.day(-done),
        "progress": 100 if done is not None else fact.get("progress"),
        "budget": None if budget is None else budget * 100,
        "spent": None if spent is None else spent * 100,
        "fund": world.key("fund", "Binnenstadfonds") if budget else None,
        "goals": world.goal(fact.get("goal")),
        "waits_text": fact.get("waits", ""),
        "waits_since": world.day(-18) if fact["status"] == "wacht" else None,
    }


def _write_parts(examples: Examples, group: Mapping[str, Any], plans: Mapping[int, str]) -> None:
    world = examples.world
    parent = examples.tx.get(Ref("action", world.known["action", group["of"]]))
    for fact in group["actions"]:
        values = _action(examples, fact) | {"theme_line": parent["theme_line"], "parent": parent["id"]}
        year = _year(examples, fact)
        examples.add("action", values | {"year": year, "plan": plans.get(year)}, name=fact["title"])
