"""The facts of the work plan as the first records of a workspace, with what they need beside them, marked as assumed.

Every row has a key made by a rule, so that two laptops that each begin make the same rows, and beginning twice adds
nothing. All of it is ordinary: editable, deletable, with a history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.flows.first_bodies import write_bodies
from vaartdesk.flows.first_facts import Facts, facts_of, hundredths
from vaartdesk.store.desk import Desk

PLAN, ASSUMED = "werkplan.toml", "aannames.toml"
Fact = Mapping[str, Any]
Row = tuple[str, dict[str, Any]]


def write_first_content(desk: Desk) -> None:
    """Read the work plan into the workspace, in one change. What is there already, deleted or edited, stays as it is."""
    plan, assumed = facts_of(PLAN), facts_of(ASSUMED)
    with desk.change(_("Werkplan ingelezen")) as tx:
        facts = Facts(tx)
        _write_plan(facts, plan)
        _write_contacts(facts, plan)
        _write_goals(facts, plan)
        _write_places(facts, assumed)
        write_bodies(facts, plan, assumed)
        _write_work(facts, plan, assumed)
        for name, value in _settings(facts, plan, assumed):
            if name not in tx.reader.settings:
                tx.put_setting(name, value)


def _settings(facts: Facts, plan: Fact, assumed: Fact) -> Iterator[tuple[str, Any]]:
    yield "organisation", plan["organisation"]["name"]
    yield "municipality", facts.key("municipality", assumed["municipality"]["name"])
    yield "big_events", plan["network"]["big_events"]


# ---------------------------------------------------------------------------------- theme lines, roles, matrix
def _write_plan(facts: Facts, plan: Fact) -> None:
    facts.add_all("theme_line", ((line["code"], _theme_line(line)) for line in plan["theme_line"]))
    facts.add_all("role", ((role["name"], _role(role)) for role in plan["role"]))
    facts.add_all("matrix_cell", _cells(facts, plan), in_order=False)


def _theme_line(line: Fact) -> dict[str, Any]:
    return {"code": line["code"], "title": line["name"], "full_name": line["full_name"]}


def _role(role: Fact) -> dict[str, Any]:
    return {
        "title": role["name"],
        "is_operational": role["operational"],
        "is_integral": role.get("integral", False),
        "note": role["note"],
        "is_assumed": role.get("assumed", False),
    }


def _cells(facts: Facts, plan: Fact) -> Iterator[Row]:
    """A plus of the printed matrix; that it is a centre of gravity is read from the role's description."""
    for role in plan["role"]:
        for code in role["plus"]:
            is_centre = code in role["centre"]
            yield (
                f"{role['name']}:{code}",
                {
                    "role": facts.key("role", role["name"]),
                    "theme_line": facts.key("theme_line", code),
                    "weight": "zwaartepunt" if is_centre else "betrokken",
                    "is_assumed": is_centre,
                },
            )


# ---------------------------------------------------------------------------------- contacts
def _write_contacts(facts: Facts, plan: Fact) -> None:
    network = plan["network"]
    segments = [(name, False) for name in network["segments"]] + [(name, True) for name in network["assumed_segments"]]
    facts.add_all("contact_segment", ((n, {"title": n, "is_assumed": assumed}) for n, assumed in segments))
    facts.add_all("organisation", _organisations(facts, plan), in_order=False)
    facts.add_all("person", _functionaries(facts, plan), in_order=False)


def _organisations(facts: Facts, plan: Fact) -> Iterator[Row]:
    own = plan["organisation"]
    yield own["name"], {"title": own["name"], "legal_form": own["form"], "note": own["plan"]}
    partner = facts.key("contact_segment", "partnerorganisatie")
    for fact in plan["partner"]:
        values = {"title": fact["name"], "short": fact.get("short", ""), "legal_form": fact.get("legal_form", "")}
        yield fact["name"], values | {"is_partner": True, "segment": partner}
    network = plan["network"]
    government = facts.key("contact_segment", "overheid")
    outside = facts.key("contact_segment", "brancheorganisatie of koepel")
    for names, segment in ((network["municipal"], government), (network["city"], None), (network["outside"], outside)):
        for name in names:
            is_government = segment == government or name.startswith("Provincie ")
            yield name, {"title": name, "segment": government if is_government else segment}


def _functionaries(facts: Facts, plan: Fact) -> Iterator[Row]:
    """People whom the plan knows by their function only."""
    for name in plan["network"]["municipal_functions"]:
        yield (
            name,
            {
                "title": name,
                "organisation": facts.key("organisation", plan["organisation"]["partner_of"]),
                "segment": facts.key("contact_segment", "overheid"),
                "purpose": "Samenwerking aan het werkplan",
                "basis": "gerechtvaardigd_belang",
                "source": plan["organisation"]["plan"],
                "note": "Functie uit het werkplan; vul de naam in zodra die bekend is.",
            },
        )


# ---------------------------------------------------------------------------------- agreements, goals, fund
def _write_goals(facts: Facts, plan: Fact) -> None:
    parties = tuple(
        facts.known["organisation", name]
        for name in (
            plan["organisation"]["name"],
            plan["organisation"]["partner_of"],
            *(partner["name"] for partner in plan["partner"]),
        )
    )
    facts.add_all("agreement", ((a["name"], _agreement(a, parties)) for a in plan["agreement"]), in_order=False)
    facts.add_all("goal", ((goal["key"], _goal(facts, goal)) for goal in plan["goal"]))
    facts.add_all("measurement", _baselines(facts, plan), in_order=False)
    facts.add_all(
        "fund", ((f["name"], {"title": f["name"], "sources": f["sources"]}) for f in plan["fund"]), in_order=False
    )


def _agreement(fact: Fact, parties: tuple[str, ...]) -> dict[str, Any]:
    return {
        "title": fact["name"],
        "type": fact["type"],
        "signed_on": fact.get("signed"),
        "year": fact.get("year") or (fact["signed"].year if "signed" in fact else None),
        "motto": fact.get("motto", ""),
        "note": fact.get("note", ""),
        "parties": parties if fact.get("parties") else (),
    }


def _goal(facts: Facts, fact: Fact) -> dict[str, Any]:
    return {
        "title": fact["name"],
        "short": fact["short"],
        "agreement": facts.key("agreement", "Binnenstadakkoord"),
        "unit": fact["unit"],
        "decimals": fact.get("decimals", 0),
        "direction": fact["direction"],
        "baseline": hundredths(fact.get("baseline")),
        "target": hundredths(fact["target"]),
        "target_follows": fact.get("target_follows", "vast"),
        "relative_to": fact.get("relative_to", ""),
        "by_year": fact.get("by"),
        "source": fact.get("source", ""),
        "note": fact.get("note", ""),
    }


def _baselines(facts: Facts, plan: Fact) -> Iterator[Row]:
    """The baseline as a first measurement. The plan gives no day; the day of the plan stands for it, as assumed."""
    for fact in plan["goal"]:
        if "baseline" in fact:
            yield (
                fact["key"],
                {
                    "goal": facts.key("goal", fact["key"]),
                    "measured_on": plan["organisation"]["plan_date"],
                    "value": hundredths(fact["baseline"]),
                    "national": hundredths(fact.get("national")),
                    "source": fact.get("source", "Binnenstadakkoord"),
                    "note": "Nulmeting. Het werkplan noemt geen meetdatum; dit is de datum van het werkplan.",
                    "is_assumed": True,
                },
            )


# ---------------------------------------------------------------------------------- places
def _write_places(facts: Facts, assumed: Fact) -> None:
    facts.add_all("street", ((name, {"title": name, "is_assumed": True}) for name in assumed["streets"]))
    facts.add_all("place", ((place["name"], _place(facts, place)) for place in assumed["place"]))
    town = assumed["municipality"]
    values = {"title": town["name"], "holiday_region": town["holiday_region"], "note": town["note"]}
    facts.add("municipality", town["name"], values | {"organisation": facts.key("organisation", town["name"])})
    facts.add_all("permit_term", ((t["category"], _term(facts, town["name"], t)) for t in assumed["permit_term"]))


def _place(facts: Facts, fact: Fact) -> dict[str, Any]:
    street = facts.key("street", fact["street"])
    is_square = fact.get("big_square", False)
    return {"title": fact["name"], "street": street, "is_big_square": is_square, "is_assumed": True}


def _term(facts: Facts, municipality: str, fact: Fact) -> dict[str, Any]:
    return {
        "municipality": facts.key("municipality", municipality),
        "category": fact["category"],
        "amount": fact.get("amount"),
        "unit": fact.get("unit", "weken"),
        "max_visitors": fact.get("max_visitors"),
        "note": fact["note"],
        "is_assumed": True,
    }


# ---------------------------------------------------------------------------------- the work itself
def _write_work(facts: Facts, plan: Fact, assumed: Fact) -> None:
    categories = ((f"{c['aspect']}:{c['title']}", _category(facts, c)) for c in assumed["ticket_category"])
    facts.add_all("ticket_category", categories)
    facts.add_all("action", _actions(facts, plan))


def _category(facts: Facts, fact: Fact) -> dict[str, Any]:
    return {
        "aspect": fact["aspect"],
        "title": fact["title"],
        "term": fact["term"],
        "term_unit": fact.get("unit", "werkdagen"),
        "lies_with": fact["lies_with"],
        "icon": fact.get("icon", ""),
        "theme_line": facts.key("theme_line", fact.get("line")),
        "is_assumed": True,
    }


def _actions(facts: Facts, plan: Fact) -> Iterator[Row]:
    """The actions the text names, numbered within their line in its order; that line is assumed."""
    given: dict[str, int] = {}
    for fact in plan["action"]:
        letter = fact.get("line", "O")
        given[letter] = given.get(letter, 0) + 1
        yield (
            fact["title"],
            {
                "number": f"{letter}-{given[letter]:03d}",
                "title": fact["title"],
                "theme_line": facts.key("theme_line", fact.get("line")),
                "source": facts.key("agreement", plan["organisation"]["plan"]),
                "source_text": f"Deel A, hoofdstuk {fact['chapter']}",
                "description": "De indeling bij deze themalijn is een aanname." if "line" in fact else "",
            },
        )
