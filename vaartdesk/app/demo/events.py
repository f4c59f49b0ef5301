"""Example events: a year of them, with permits, run-books, grants, series and one clash."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.app.demo.calendar_days import dates_of, first_of_series, times_of, window
from vaartdesk.app.demo.permits import write_checklist, write_permit
from vaartdesk.app.demo.world import Examples, weekday_from
from vaartdesk.kinds.events.rules.occurrences import date_id
from vaartdesk.schema.ref import Ref

SURE: Final = 45
"""Within so many days an event is confirmed, beyond that it depends."""
OPEN: Final = 150
LATER: Final = ("aangevraagd", "optie", "bevestigd")
FAR: Final = ("optie", "idee", "aangevraagd", "idee")
CALLED_OFF: Final = 4
"""The so-manieth latest past event was called off."""
PLACED: Final = 53
"""Days since the municipality put what is known on its calendar."""
ONCE: Final = "TT-festival"
"""In its week the market is skipped."""
MARKET: Final = "Warenmarkt"


def write_places(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Places beside those that the plan assumes."""
    for fact in facts["place"]:
        row = {"title": fact["title"], "street": examples.world.key("street", fact["street"])}
        examples.add("place", row | {"capacity": fact["capacity"]}, name=fact["title"])


def write_events(examples: Examples, facts: Mapping[str, Any]) -> list[Ref]:
    """All events in order of their first day, with what hangs on them. Returns those that are to be confirmed.

    An event is confirmed only once its permits stand in the workspace, so that happens in a change of its own.
    """
    world = examples.world
    begin = window(world.today, world.years)
    by_title = {fact["title"]: fact for fact in facts["event"]}
    dated = [(day, fact) for fact in facts["event"] for day in dates_of(fact, by_title, begin, world.years)]
    dated.sort(key=lambda pair: (pair[0], pair[1]["title"]))
    past = [pair for pair in dated if pair[0] < world.today]
    gone = past[-CALLED_OFF] if len(past) >= CALLED_OFF else None
    sure = []
    for place, (day, fact) in enumerate(dated):
        status = "afgelast" if (day, fact) == gone else _status(examples, fact, day, place)
        ref = _write_one(examples, fact, day, status, place)
        if status == "bevestigd":
            sure.append(ref)
    return sure + _write_series(examples, facts)


def _status(examples: Examples, fact: Mapping[str, Any], day: date, place: int) -> str:
    ahead = (day - examples.world.today).days
    if ahead + fact.get("days", 1) <= 0:
        return "geweest"
    if "status" in fact:
        return str(fact["status"])
    if ahead <= SURE or fact.get("large"):
        return "bevestigd"
    return LATER[place % len(LATER)] if ahead <= OPEN else FAR[place % len(FAR)]


def _write_one(examples: Examples, fact: Mapping[str, Any], day: date, status: str, place: int) -> Ref:
    times = times_of(fact, day)
    values = _values(examples, fact, status) | times
    if status == "afgelast":
        values["cancel_reason"] = "Storm; uitgesteld naar volgend jaar."
    ref = examples.add("event", values, name=fact["title"])
    write_permit(examples, ref, fact, day, status, place)
    write_checklist(examples, ref, fact, day, status)
    return ref


def _values(examples: Examples, fact: Mapping[str, Any], status: str) -> dict[str, Any]:
    """What does not depend on the day. To be confirmed later: such an event is asked for until then."""
    world = examples.world
    is_known = status in {"bevestigd", "geweest"}
    money = {name: fact[name] * 100 for name in ("budget", "spent") if name in fact}
    calendar = fact.get("calendar", "geplaatst" if is_known else "niet_aangemeld")
    counted = {"visitors_counted": fact["visitors"] * 9 // 10} if status == "geweest" else {}
    return {
        "title": fact["title"],
        "status": "aangevraagd" if status == "bevestigd" else status,
        "place": world.key("place", fact.get("place")),
        "places": tuple(world.known["place", name] for name in fact.get("places", ())),
        "place_text": fact.get("where", ""),
        "type": fact["type"],
        "category": fact.get("category", ""),
        "organiser": world.who(fact.get("organiser", "Event-coördinator")),
        "owner": world.who("Event-coördinator"),
        "visitors": fact.get("visitors"),
        "audience": fact.get("audience", "iedereen"),
        "is_large": fact.get("large", False),
        "theme_line": world.line(fact.get("line", "D")),
        "calendar_status": calendar,
        "calendar_on": world.day(-PLACED) if calendar == "geplaatst" else None,
        "is_public": is_known,
        "public_text": fact.get("public", ""),
        **money,
        **counted,
    }


# ---------------------------------------------------------------------------------- series
def _write_series(examples: Examples, facts: Mapping[str, Any]) -> list[Ref]:
    world = examples.world
    begin = window(world.today, world.years)
    until = f"{world.today.year + 1}1231T225959Z"
    made = []
    for place, fact in enumerate(facts["series"]):
        days = sorted(weekday_from(world.today + timedelta(n), fact["weekday"]) for n in fact.get("picked", ()))
        day = days[0] if days else first_of_series(fact["rrule"], begin)
        values = _values(examples, fact, "bevestigd") | times_of(fact, day)
        values["rrule"] = f"{fact['rrule']};UNTIL={until}" if "rrule" in fact else ""
        values["dates"] = " ".join(times_of(fact, other)["starts_at"].isoformat() for other in days[1:])
        ref = examples.add("event", values, name=fact["title"])
        write_permit(examples, ref, fact, day, "bevestigd", place)
        made.append(ref)
    _skip_market(examples)
    return made


def _skip_market(examples: Examples) -> None:
    """One date of the weekly market does not take place."""
    market, festival = (examples.tx.get(Ref("event", examples.world.known["event", t])) for t in (MARKET, ONCE))
    day = weekday_from(festival["starts_at"].date() - timedelta(festival["starts_at"].weekday()), "wo")
    original = market["starts_at"].replace(year=day.year, month=day.month, day=day.day)
    row = {"event": market["id"], "original_at": original, "is_skipped": True, "reason": ONCE}
    examples.tx.add("event_override", row, id=date_id(market["id"], original.strftime("%Y-%m-%dT%H:%M")))


# ---------------------------------------------------------------------------------- around them
def write_around(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Grants, and the school holidays near the years of the calendar."""
    world = examples.world
    for fact in facts["grant"]:
        row = {
            "title": fact["title"],
            "record": world.key("event", fact["event"]),
            "provider": world.who(fact.get("provider")),
            "fund": world.key("fund", "Binnenstadfonds") if fact.get("fund") else None,
            "status": fact["status"],
            "deadline_on": world.day(fact["deadline"]),
            "account_by": world.day(fact.get("account")),
            "asked": fact["asked"] * 100,
            "granted": fact["granted"] * 100 if "granted" in fact else None,
            "owner": world.who("Event-coördinator"),
        }
        examples.add("grant", row)
    first, last = window(world.today, world.years), world.today + timedelta(365)
    for title, begin, end in facts["holidays"]["list"]:
        from_on, to_on = date.fromisoformat(begin), date.fromisoformat(end)
        if to_on >= first and from_on <= last:
            row = {"title": title, "from_on": from_on, "to_on": to_on, "type": "schoolvakantie", "region": "Noord"}
            examples.add("marker", row)


def confirm(examples: Examples, events: list[Ref]) -> None:
    """Their permits are granted or not needed."""
    for ref in events:
        examples.tx.set(ref, "status", "bevestigd")
