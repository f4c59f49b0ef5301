"""Permits in every state, and run-books that are as far as the day allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.app.demo.world import Examples
from vaartdesk.core.order import spread
from vaartdesk.schema.ref import Ref

BY_STATUS: Final[Mapping[str, tuple[str, ...]]] = {
    "geweest": ("verleend",),
    "bevestigd": ("verleend",),
    "aangevraagd": ("aangevraagd", "aangevraagd", "aanvullen"),
    "optie": ("nog_aanvragen",),
    "idee": ("nog_aanvragen", "geweigerd"),
    "afgelast": ("ingetrokken",),
}
"""State of an event -> the states that its permit may be in, in turn."""
OWN_TERM: Final = frozenset({"b", "c"})
"""Categories whose term the plan does not know: their permit gets a day of its own."""
WEEKS: Final = {"b": 8, "c": 10}
AHEAD, BEHIND = 130, 20
"""Days ahead and behind within which an event has a run-book."""
LATE: Final = 3
"""Of the points of the last days some are not done yet."""


def write_permit(examples: Examples, event: Ref, fact: Mapping[str, Any], day: date, status: str, place: int) -> None:
    """What must be asked for; where nothing must, that is said."""
    world = examples.world
    category = fact.get("category", "")
    states = BY_STATUS[status]
    state = fact.get("permit") or (states[place % len(states)] if category else "niet_nodig")
    if status in {"geweest", "afgelast"} and category:
        state = states[0]
    row = {
        "record": event.id,
        "type": _type(fact),
        "category": category,
        "authority": world.key("municipality", "Gemeente Assen"),
        "status": state,
        "owner": world.who("Event-coördinator"),
        "reason": "Binnen, of zonder objecten op straat." if state == "niet_nodig" else "",
        "fixed_by": _working(day - timedelta(weeks=WEEKS[category])) if category in OWN_TERM else None,
    }
    asked = _working(min(day, world.today) - timedelta(70 if state == "verleend" else 9 + place % 20))
    if state in {"aangevraagd", "aanvullen", "verleend", "geweigerd", "ingetrokken"}:
        row |= {"submitted_on": asked, "reference": f"{asked.year}-{7000 + place:05d}"}
    if state == "verleend":
        row |= {"granted_on": asked + timedelta(35), "fee": 12_500 if category in OWN_TERM else 4_850}
        row["conditions"] = "Eindtijd muziek 23.00 uur; doorgang hulpdiensten vrij." if category in OWN_TERM else ""
    if state == "aanvullen":
        row["note"] = "De gemeente vraagt een tekening van de hulpdienstenroute."
    if state == "geweigerd":
        row["reason"] = "Te veel op één avond, volgens politie en brandweer."
    examples.add("permit", row)


def _working(day: date) -> date:
    """The Friday before a weekend, else the day itself."""
    return day - timedelta(max(0, day.weekday() - 4))


def _type(fact: Mapping[str, Any]) -> str:
    if fact.get("category"):
        return "evenement"
    return "standplaats" if fact["type"] == "markt" else "overig"


def write_runbooks(examples: Examples, facts: Mapping[str, Any]) -> None:
    """The run-books to start from."""
    for fact in facts["runbook"]:
        template = examples.add("runbook_template", {"title": fact["title"]}, name=fact["title"])
        for pos, item in zip(spread(len(fact["items"])), fact["items"], strict=True):
            row = _point(examples, item) | {"template": template.id, "pos": pos}
            key = examples.add("runbook_item", row).id
            examples.world.known["runbook_item", f"{fact['title']}:{item['title']}"] = key


def _point(examples: Examples, item: Mapping[str, Any]) -> dict[str, Any]:
    owner = examples.world.who(item["owner"])
    return {"title": item["title"], "offset_days": item["days"], "owner": owner, "time_text": item.get("time", "")}


def write_checklist(examples: Examples, event: Ref, fact: Mapping[str, Any], day: date, status: str) -> None:
    """The points of an event that is near, done as far as their day has passed."""
    world = examples.world
    ahead = (day - world.today).days
    if not -BEHIND <= ahead <= AHEAD or status in {"idee", "afgelast"} or "category" not in fact:
        return
    name = "Kleine activiteit" if fact["category"] == "kennisgeving" else "Evenement op straat"
    items = [(key[1].partition(":")[2], ref) for key, ref in world.known.items() if key[0] == "runbook_item"]
    wanted = [(title, ref) for title, ref in items if ("runbook_item", f"{name}:{title}") in world.known]
    for pos, (title, ref) in zip(spread(len(wanted)), wanted, strict=True):
        item = examples.tx.get(Ref("runbook_item", ref))
        due = day + timedelta(item["offset_days"])
        row = {name: item[name] for name in ("title", "offset_days", "owner", "time_text")}
        row |= {"event": event.id, "template_item": ref, "pos": pos}
        if due < world.today and not _is_forgotten(world.today - due, title):
            row |= {"is_done": True, "done_on": due, "fixed_on": due}
        examples.add("checklist_item", row)


def _is_forgotten(passed: timedelta, title: str) -> bool:
    return passed.days <= LATE and len(title) % 2 == 0
