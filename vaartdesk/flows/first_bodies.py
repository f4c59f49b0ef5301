"""The bodies of the work plan: their seats, members and standing items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vaartdesk.flows.first_facts import Facts

Fact = Mapping[str, Any]
Row = tuple[str, dict[str, Any]]


def write_bodies(facts: Facts, plan: Fact, assumed: Fact) -> None:
    """Bodies with all that names them. Theme lines, roles and contacts are there already."""
    bodies = list(_bodies(plan))
    facts.announce("body", (name for name, _fact in bodies))
    facts.add_all("body", ((name, _body(facts, name, fact)) for name, fact in bodies))
    for name, fact in bodies:
        if fact.get("partner_seats"):
            facts.add_all("seat", _seats(facts, plan, name))
        facts.add_all("membership", _members(facts, name, fact))
        facts.add_all("template_item", _standing(facts, assumed, name, fact))


def _bodies(plan: Fact) -> Iterator[tuple[str, Fact]]:
    """Each body by its name; one that is there for each theme line becomes as many."""
    for fact in plan["body"]:
        if fact.get("per_theme_line"):
            for line in plan["theme_line"]:
                yield f"{fact['name']} {line['code']}", {**fact, "line": line["code"]}
        else:
            yield fact["name"], fact


def _body(facts: Facts, name: str, fact: Fact) -> dict[str, Any]:
    return {
        "title": name,
        "short": fact.get("short", ""),
        "type": fact["type"],
        "status": fact.get("status", "actief"),
        "theme_line": facts.key("theme_line", fact.get("line")),
        "times_a_year": fact.get("times_a_year"),
        "invites": fact.get("invites", "leden"),
        "secretary": facts.key("role", fact.get("secretary")),
        "feeds": facts.key("body", fact.get("feeds")),
        "advises": tuple(facts.key_among(whom, "body", "organisation") for whom in fact.get("advises", ())),
        "note": fact.get("note", ""),
        "is_assumed": fact.get("assumed", False),
    }


def _seats(facts: Facts, plan: Fact, body: str) -> Iterator[Row]:
    """One seat for each partner, with a vote, since the partners signed."""
    for partner in plan["partner"]:
        yield (
            f"{body}:{partner['name']}",
            {
                "body": facts.key("body", body),
                "organisation": facts.key("organisation", partner["name"]),
                "function": "lid",
                "has_vote": True,
                "from_on": plan["organisation"]["founded"],
            },
        )


def _members(facts: Facts, body: str, fact: Fact) -> Iterator[Row]:
    """Members without a vote: the plan gives votes to the seats of the board only."""
    named = (("members", "lid", False), ("assumed_members", "lid", True), ("listeners", "toehoorder", False))
    for field, function, is_assumed in (*named, ("delegates", "lid", False)):
        for member in fact.get(field, ()):
            key = facts.key_among(member, "role", "person", "organisation", "body")
            yield (
                f"{body}:{member}",
                {
                    "body": facts.key("body", body),
                    "member": key,
                    "function": function,
                    "delegated_by": key if field == "delegates" else None,
                    "is_assumed": is_assumed,
                },
            )


def _standing(facts: Facts, assumed: Fact, body: str, fact: Fact) -> Iterator[Row]:
    """The standing items: those the plan names, else the template for this body or for its type."""
    if "standing_items" in fact:
        for title in fact["standing_items"]:
            yield f"{body}:{title}", {"body": facts.key("body", body), "title": title, "minutes": 20}
        return
    found = [t for t in assumed["template"] if t.get("body") == body or t.get("type") == fact["type"]]
    for item in found[0]["items"] if found else ():
        yield f"{body}:{item['title']}", _standing_item(facts, body, item)


def _standing_item(facts: Facts, body: str, item: Fact) -> dict[str, Any]:
    return {
        "body": facts.key("body", body),
        "title": item["title"],
        "purpose": item["purpose"],
        "minutes": item["minutes"],
        "presenter": facts.key("role", item.get("presenter")),
        "source": item.get("source", "vast"),
        "proposed_decision": item.get("proposal", ""),
        "is_closing": item.get("closing", False),
        "is_assumed": True,
    }
