"""Example tickets that are open now, told one by one, with photos, logs and what became of signals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from vaartdesk.app.demo.drawings import draw
from vaartdesk.app.demo.world import Examples, World
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref

CITY: Final = "Gemeente Assen"


def open_ticket(world: World, fact: Mapping[str, Any]) -> dict[str, Any]:
    """An open ticket as the file tells it, without a number."""
    reported = world.ago(fact["ago"], fact["at"])
    values: dict[str, Any] = {
        "title": fact["title"],
        "place_text": fact["where"],
        "category": world.key("ticket_category", fact["category"]),
        "type": fact.get("type", "klacht"),
        "urgency": fact.get("urgency", "gewoon"),
        "status": fact["status"],
        "description": fact.get("text", ""),
        "reported_at": reported,
        "channel": fact.get("channel", "zelf_gezien"),
        "lies_with": fact.get("by", "huismeester"),
        "owner": world.who("Huismeester"),
        "theme_line": world.line("B"),
        "waits_for": fact.get("waits", ""),
        "contract": world.key("contract", fact.get("contract")),
        "reporter": reporter_at(world, fact["where"]),
    }
    if "forwarded" in fact:
        values |= forwarding(world, world.today - timedelta(fact["forwarded"]), fact.get("reference", ""))
        values["expected_on"] = world.day(fact.get("expected"))
    if "paused" in fact:
        values["paused_since"] = world.day(-fact["paused"])
    if "planned" in fact:
        values["planned_at"] = datetime.combine(
            world.today + timedelta(fact["planned"]), reported.timetz().replace(hour=8, minute=0)
        )
    return values


def forwarding(world: World, day: date, reference: str) -> dict[str, Any]:
    """A ticket that was handed to the municipality on a day."""
    return {
        "forwarded_to": world.who(CITY),
        "forwarded_text": "assistent wijkbeheerder",
        "forwarded_on": day,
        "reference": f"{day.year}-{reference}" if reference else "",
    }


def reporter_at(world: World, where: str) -> str | None:
    """The person who runs the shop at that address, where there is one."""
    return world.known.get(("address", where.partition(",")[0]))


def write_extras(examples: Examples, ref: Ref, fact: Mapping[str, Any], most: int) -> None:
    """Photos (all together at most ``most``), log and second reporter of an open ticket."""
    values = examples.tx.get(ref)
    left = max(0, most - examples.world.made["photo"])
    write_photos(examples, ref, fact.get("photos", [])[:left], values["reported_at"])
    examples.notes(ref, fact.get("notes", ()))
    if fact.get("second"):
        person = reporter_at(examples.world, "Mulderstraat 16")
        told = {"ticket": ref.id, "contact": person, "name": "" if person else "Ondernemer Mulderstraat 16"}
        examples.add("ticket_reporter", told | {"reported_at": values["reported_at"], "channel": "langs"})


def write_photos(examples: Examples, ref: Ref, kinds: Sequence[str], at: datetime) -> None:
    """Pictures drawn by the program, as photos of a ticket."""
    for place, kind in enumerate(kinds, 1):
        examples.world.made["photo"] += 1
        data = draw(kind, examples.world.made["photo"])
        name = _("Foto {n}.jpg").format(n=place)
        examples.tx.attach(ref, data, name, mime="image/jpeg", is_photo=True, taken_at=at)
