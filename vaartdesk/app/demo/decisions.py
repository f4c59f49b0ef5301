"""What example meetings decided and talked about, advice that was given, and the chain from decision to action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import cycle
from typing import Any, Final

from vaartdesk.app.demo.meetings import BOARD, Held
from vaartdesk.app.demo.world import MARK, Examples
from vaartdesk.kinds.meetings.commands.agenda import add_item
from vaartdesk.kinds.meetings.commands.sitting import decide
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.model import CHAIN

PER_MEETING: Final = 3
"""Decisions of one meeting, while there are any left."""


def write_decisions(desk: Desk, examples: Examples, facts: Mapping[str, Any], held: Sequence[Held]) -> None:
    """The decisions of the file over the meetings of their body, the first ones to the latest meeting.

    They are made oldest first, so that numbers follow the days.
    """
    placed: list[tuple[Held, Mapping[str, Any]]] = []
    for body in dict.fromkeys(fact["body"] for fact in facts["decided"]):
        wanted = [fact for fact in facts["decided"] if fact["body"] == body]
        meetings = [meeting for meeting in held if meeting.body == body]
        placed += [(meetings[min(n // PER_MEETING, len(meetings) - 1)], fact) for n, fact in enumerate(wanted)]
    counts: Counter[int] = Counter()
    for meeting, fact in sorted(placed, key=lambda pair: pair[0].day):
        counts[meeting.day.year] += 1
        _write_one(desk, examples, meeting, fact, f"B-{meeting.day.year}-{counts[meeting.day.year]:03d}")


def _write_one(desk: Desk, examples: Examples, meeting: Held, fact: Mapping[str, Any], number: str) -> None:
    world = examples.world
    item = add_item(
        desk,
        meeting.ref,
        fact["title"],
        purpose="besluitvorming",
        minutes=15,
        theme_line=world.line(fact.get("line")),
        presenter=world.who(fact.get("owner", "Regisseur")),
        proposed_decision=fact["text"],
        report="Na een korte bespreking besluit de vergadering met algemene stemmen.",
    )
    decision = decide(
        desk,
        item,
        fact.get("outcome", "aangenomen"),
        fact["text"],
        owner=world.who(fact.get("owner")),
        due_on=world.day(fact.get("due")),
        number=number,
        has_no_follow_up=fact.get("none", False),
        note=MARK,
    )
    world.made["decision"] += 1
    world.known["decision", fact["title"]] = decision.id
    for title in fact.get("actions", ()):
        examples.tx.link(decision, CHAIN, Ref("action", world.known["action", title]))


def write_talk(desk: Desk, examples: Examples, facts: Mapping[str, Any], held: Sequence[Held]) -> None:
    """Items without a decision, with what the report says of them."""
    talked = cycle(facts["talked"])
    for meeting in held:
        for _item in range(2 if meeting.body == BOARD else 1):
            title, report = next(talked)
            values = {"purpose": "bespreking", "minutes": 10, "status": "behandeld", "report": report}
            add_item(desk, meeting.ref, title, presenter=examples.world.who("Regisseur"), **values)


def write_advice(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Advice of the tables, answered or not."""
    world = examples.world
    for fact in facts["advice"]:
        given = world.today - timedelta(fact["ago"])
        row = {
            "title": fact["title"],
            "text": fact["text"],
            "body": world.key("body", fact["body"]),
            "addressee": world.known[tuple(fact["to"])],
            "given_on": given,
            "status": fact["status"],
            "reply": fact.get("reply", ""),
            "replied_on": given + timedelta(25) if "reply" in fact else None,
            "reply_by_on": given + timedelta(42),
            "theme_line": world.line(fact["line"]),
        }
        examples.add("advice", row)
