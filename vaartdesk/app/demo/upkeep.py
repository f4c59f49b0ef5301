"""Example contracts, planned maintenance, an inspection round, signals and trends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any, Final

from vaartdesk.app.demo.world import Examples
from vaartdesk.core.order import spread
from vaartdesk.schema.ref import Ref
from vaartdesk.store.model import CHAIN

_ROUND_STATUS: Final = ("ok", "ok", "niet_ok", "ok", "ok", "overgeslagen")
INSPECTED: Final = 61
"""Days ago of the last round; the next one is as far ahead as a quarter allows."""


def write_contracts(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Contracts with suppliers; the notice date of some is near."""
    world = examples.world
    for fact in facts["contract"]:
        values = {
            "title": fact["title"],
            "supplier": world.key("organisation", fact["supplier"]),
            "subject": fact["subject"],
            "object": fact["text"],
            "status": fact["status"],
            "reference": fact.get("reference", ""),
            "notice_on": world.day(fact.get("notice")),
            "ends_on": world.day(fact.get("ends")),
            "price": fact["price"] * 100,
            "price_period": fact.get("period", "jaar"),
            "term": fact["term"],
            "alternative_to": world.key("contract", fact.get("beside")),
            "owner": world.who("Huismeester"),
            "theme_line": world.line("B"),
        }
        if "ends" in fact:
            values |= {"starts_on": world.day(fact["ends"] - 730), "renewal_months": 12, "notice_days": 90}
        examples.add("contract", values, name=fact["title"])
    for fact in facts["maintenance"]:
        month, day = (int(part) for part in fact["on"].split("-"))
        values = {name: fact[name] for name in ("title", "subject", "rrule", "season")}
        values |= {
            "contract": world.key("contract", fact.get("contract")),
            "category": world.key("ticket_category", fact["category"]),
            "starts_on": date(world.today.year - 1, month, day),
            "place_text": fact["where"],
            "stays_days": fact.get("stays"),
            "owner": world.who("Huismeester"),
            "theme_line": world.line("B"),
        }
        examples.add("maintenance", values)


def write_inspection(examples: Examples, facts: Mapping[str, Any]) -> None:
    """A route, the round that was walked, and the one to come."""
    world, fact = examples.world, facts["inspection"]
    route = {"title": fact["title"], "rrule": "FREQ=MONTHLY;INTERVAL=3", "owner": world.who("Huismeester")}
    route |= {"starts_on": world.day(-INSPECTED - 365), "theme_line": world.line("B")}
    template = examples.add("inspection_template", route)
    keys = spread(len(fact["points"]))
    route_points = [
        examples.add("inspection_template_point", _point(examples, point) | {"template": template.id, "pos": pos})
        for pos, point in zip(keys, fact["points"], strict=True)
    ]
    for days, status in ((-INSPECTED, "gereed"), (2, "gepland")):
        row = {"title": fact["title"], "template": template.id, "status": status, "held_on": world.day(days)}
        walked = examples.add("inspection_round", row | {"inspector": world.who("Huismeester")})
        for place, (pos, point) in enumerate(zip(keys, fact["points"], strict=True)):
            result = _ROUND_STATUS[place % len(_ROUND_STATUS)] if status == "gereed" else "open"
            values = {"round": walked.id, "template_point": route_points[place].id, "pos": pos, "result": result}
            examples.add("inspection_point", _point(examples, point) | values)


def _point(examples: Examples, point: Mapping[str, Any]) -> dict[str, Any]:
    world = examples.world
    return {
        "title": point["title"],
        "place_text": point["where"],
        "street": world.key("street", point["where"]),
        "category": world.key("ticket_category", point["category"]),
    }


def write_texts(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Standard texts for the answer to who reported something."""
    for pos, fact in zip(spread(len(facts["standard_text"])), facts["standard_text"], strict=True):
        category = fact.get("category")
        values = {
            "title": fact["title"],
            "text": fact["text"].strip(),
            "status": fact["status"],
            "category": examples.world.key("ticket_category", category) if category else None,
            "pos": pos,
        }
        examples.add("standard_text", values)


def write_signals(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Signals, oldest first, each with what became of it; and trends."""
    world = examples.world
    numbers: dict[int, Any] = {}
    for fact in sorted(facts["signal"], key=lambda f: -f["ago"]):
        noted = world.ago(fact["ago"], fact["at"])
        number = next(numbers.setdefault(noted.year, count(1)))
        values = {
            "number": f"S-{noted.year}-{number:04d}",
            "text": fact["text"],
            "status": fact["status"],
            "noted_at": noted,
            "noted_by": world.who(fact["by"]),
            "reporter_text": fact.get("heard", ""),
            "place_text": fact.get("where", ""),
            "theme_line": world.line(fact["line"]),
            "outcome": fact.get("outcome", ""),
            "wants_answer": fact["status"] == "omgezet",
        }
        if fact["status"] in {"omgezet", "afgesloten"}:
            closed = world.today - timedelta(max(0, fact["ago"] - 2))
            values |= {"closed_on": closed, "told_on": closed}
        ref = examples.add("signal", values, name=fact["text"])
        if "became" in fact:
            examples.tx.link(ref, CHAIN, _became(examples, fact["became"]))
    for fact in facts["trend"]:
        row = {name: fact[name] for name in ("title", "status", "source", "consequence")}
        examples.add("trend_note", row | {"noted_on": world.day(-fact["ago"]), "theme_line": world.line(fact["line"])})


def _became(examples: Examples, title: str) -> Ref:
    """The ticket or action of that title."""
    return next(Ref(kind, key) for kind in ("ticket", "action") if (key := examples.world.known.get((kind, title))))
