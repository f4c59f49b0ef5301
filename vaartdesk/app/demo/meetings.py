"""Example meetings: those held, with presence and reports, those to come, and the stock of topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from vaartdesk.app.demo.world import MARK, Examples, weekday_from
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import parse_time
from vaartdesk.kinds.meetings.commands.agenda import add_item, new_meeting, propose_topic
from vaartdesk.kinds.meetings.commands.sitting import invite, mark_attendance
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.model import CHAIN

BOARD: Final = "Binnenstadbestuur"
PAPERS: Final = 7
"""Days before a meeting from which its papers are sent."""


@dataclass(frozen=True)
class Held:
    """A meeting that was held."""

    body: str
    day: date
    ref: Ref


def write_meetings(desk: Desk, examples: Examples, facts: Mapping[str, Any]) -> list[Held]:
    """All meetings in order of day, so that numbers follow it. Returns those that were held, the latest first."""
    world = examples.world
    dated = [
        (weekday_near(world.today + timedelta(days), fact["weekday"]), fact)
        for fact in facts["meeting"]
        for days in _spread_over(fact["days"], world.years)
    ]
    dated.sort(key=lambda pair: (pair[0], pair[1]["body"]))
    held, seen = [], set()
    for day, fact in reversed(dated):
        is_past = datetime.combine(day, parse_time(fact["at"])) < _local(world.now)
        if is_past:
            seen.add((day, fact["body"]))
    latest = {body: max(day for day, name in seen if name == body) for _day, body in seen}
    for day, fact in dated:
        is_held = (day, fact["body"]) in seen
        ref = _write_one(desk, examples, facts, fact, day, _status(examples, fact, day, is_held, latest))
        if is_held:
            _attend(desk, examples, ref)
            held.append(Held(fact["body"], day, ref))
    return held[::-1]


def _spread_over(days: Sequence[int], years: int) -> list[int]:
    """The meetings of the year, and the held ones again for each year before."""
    return [day - 365 * year for year in range(years) for day in days if not year or day < 0]


def weekday_near(day: date, name: str) -> date:
    """The nearest such weekday that does not go from the past to the future or back: later for days to come."""
    found = weekday_from(day, name)
    return found - timedelta(7) if (found - day).days > 3 else found


def _local(moment: datetime) -> datetime:
    from vaartdesk.core.clock import amsterdam

    return moment.astimezone(amsterdam()).replace(tzinfo=None)


def _status(examples: Examples, fact: Mapping[str, Any], day: date, is_held: bool, latest: Mapping[str, date]) -> str:
    if not is_held:
        return "verzonden" if (day - examples.world.today).days < PAPERS - 1 else "concept"
    if fact["body"] == "Teamoverleg":
        return "verslag_vastgesteld" if day != latest["Teamoverleg"] else "gehouden"
    return "verslag_concept" if day == latest[fact["body"]] else "verslag_vastgesteld"


def _write_one(
    desk: Desk, examples: Examples, facts: Mapping[str, Any], fact: Mapping[str, Any], day: date, status: str
) -> Ref:
    world, tx = examples.world, examples.tx
    starts = datetime.combine(day, parse_time(fact["at"]))
    place = facts["places"].get(fact["body"], "Kantoor Vaart in Assen")
    values = {"planned_minutes": fact["minutes"], "place": place, "internal_note": MARK}
    ref = new_meeting(desk, Ref("body", world.known["body", fact["body"]]), starts, **values)
    world.made["meeting"] += 1
    tx.update(ref, {"status": status, "sent_on": None if status == "concept" else day - timedelta(PAPERS)})
    if status == "verslag_vastgesteld":
        tx.set(ref, "approved_on", min(day + timedelta(35), world.today - timedelta(1)))
    if status in {"concept", "verzonden"}:
        return ref
    for item in tx.where("agenda_item", "meeting", ref.id):
        told = next((text for word, text in facts["standard"].items() if item["title"].startswith(word)), "")
        tx.update(Ref("agenda_item", item["id"]), {"status": "behandeld", "report": told})
    return ref


def _attend(desk: Desk, examples: Examples, meeting: Ref) -> None:
    """Most came; now and then somebody signed off."""
    invite(desk, meeting)
    for row in examples.tx.where("attendance", "meeting", meeting.id):
        came = "afgemeld" if examples.world.rnd.random() < 0.12 else "aanwezig"
        mark_attendance(desk, meeting, row["member"], came)


# ---------------------------------------------------------------------------------- what is to come
def write_coming(desk: Desk, examples: Examples, facts: Mapping[str, Any]) -> None:
    """The agenda of the coming board meeting beyond the standing items, and topics in stock."""
    world = examples.world
    board = world.known["body", BOARD]
    coming = [m for m in examples.tx.where("meeting", "body", board) if m["status"] == "concept"]
    meeting = Ref("meeting", min(coming, key=lambda m: m["starts_at"])["id"])
    for fact in facts["next"]:
        values = _item(examples, fact) | {"presenter": world.who(fact["presenter"])}
        item = add_item(desk, meeting, fact["title"], minutes=fact["minutes"], **values)
        if "about" in fact:
            examples.tx.link(Ref(fact["about"][0], values["subject"]), CHAIN, item)
    for fact in facts["stock"]:
        values = _item(examples, fact)
        subject = values.pop("subject", None)
        values |= {
            "proposed_by": world.who(fact["by"]),
            "proposed_on": world.day(-fact["ago"]),
            "origin": fact.get("origin", "aangedragen"),
            "from_body": world.key("body", fact.get("from")),
            "internal_note": MARK,
        }
        about = Ref(fact["about"][0], subject) if subject else None
        propose_topic(desk, Ref("body", world.known["body", fact["body"]]), fact["title"], subject=about, **values)
        world.made["stock_topic"] += 1


def _item(examples: Examples, fact: Mapping[str, Any]) -> dict[str, Any]:
    world = examples.world
    values = {
        "purpose": fact["purpose"],
        "theme_line": world.line(fact.get("line")),
        "other_lines": world.lines(fact.get("lines", "")),
        "explanation": fact.get("text", ""),
        "proposed_decision": fact.get("proposal", ""),
    }
    return values | ({"subject": world.known[tuple(fact["about"])]} if "about" in fact else {})
