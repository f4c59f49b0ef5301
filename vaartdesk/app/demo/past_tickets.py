"""Example tickets that are over: as many as wanted, spread over the years, solved in or after their term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from vaartdesk.app.demo.tickets import forwarding, reporter_at
from vaartdesk.app.demo.world import World
from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.ref import Values

YEAR: Final = 365
FRESHEST: Final = 3
"""Days ago of the latest ticket that is over."""
LATE_SHARE: Final = 0.24
LONG_SHARE: Final = 0.09
_CHANNELS: Final = ("zelf_gezien", "zelf_gezien", "langs", "telefoon", "mail", "appbericht", "schouw")
_HOUSES: Final = 60
_CITY_SHARE: Final = 0.6


@dataclass(frozen=True)
class Sort:
    """One sort of ticket: texts of the file and the category it falls under."""

    fact: Mapping[str, Any]
    category: Values


def sorts_of(facts: Mapping[str, Any], categories: Mapping[str, Values]) -> list[Sort]:
    """The sorts of the file, each with its category by name."""
    return [Sort(fact, categories[fact["category"]]) for fact in facts["closed"]]


def past_tickets(
    world: World, facts: Mapping[str, Any], sorts: Sequence[Sort], amount: int
) -> Iterator[tuple[dict[str, Any], str]]:
    """So many tickets, oldest first, without numbers, each with the sort of photo that would suit it ('' = none).

    Days are drawn evenly over the years, so that nothing has to be sorted: the n-th of N lies at n/N of the time.
    """
    streets = [title for kind, title in world.known if kind == "street"]
    span = YEAR * world.years - FRESHEST
    for place in range(amount):
        day = world.today - timedelta(YEAR * world.years - span * place // amount)
        sort = world.rnd.choice(sorts)
        street = world.rnd.choice(streets)
        where = f"{street} {world.rnd.randrange(1, _HOUSES)}"
        values = _ticket(world, sort, where, world.office_hour(day))
        corner = world.rnd.choice(facts["corners"]["words"])
        values |= {"street": world.known["street", street], "place_text": where + corner}
        yield values, sort.fact.get("photo", "")


def _ticket(world: World, sort: Sort, where: str, reported: datetime) -> dict[str, Any]:
    category = sort.category
    closed = reported + timedelta(days=_taken(world, category), hours=world.rnd.randrange(1, 7))
    if closed > world.now - _HOUR:
        closed = reported + (world.now - _HOUR - reported) * world.rnd.random()
    values: dict[str, Any] = {
        "title": world.rnd.choice(sort.fact["titles"]),
        "category": category["id"],
        "type": sort.fact.get("type", "klacht"),
        "urgency": world.rnd.choice(("laag", "gewoon", "gewoon", "gewoon", "hoog")),
        "status": "geannuleerd" if world.rnd.random() < 0.02 else "afgehandeld",
        "reported_at": reported,
        "channel": world.rnd.choice(_CHANNELS),
        "lies_with": category["lies_with"],
        "owner": world.who("Huismeester"),
        "theme_line": category["theme_line"],
        "reporter": reporter_at(world, where),
        "result": world.rnd.choice(sort.fact["results"]),
        "closed_at": closed,
    }
    if category["lies_with"] == "gemeente" and world.rnd.random() < _CITY_SHARE:
        values |= forwarding(world, reported.date(), f"{world.rnd.randrange(100_000, 120_000)}")
    return values


_HOUR: Final = timedelta(hours=1)


def _taken(world: World, category: Values) -> int:
    """Calendar days until it was solved: most near the end of the term, some later, a few very much later."""
    term = int(category["term"] or 5) * (7 if category["term_unit"] == "werkdagen" else 5) // 5
    chance = world.rnd.random()
    if chance < LONG_SHARE:
        return term + world.rnd.randrange(20, 120)
    if chance < LATE_SHARE:
        return term + world.rnd.randrange(1, 14)
    return world.rnd.randrange(term // 3, max(1, term))


def log_of(world: World, facts: Mapping[str, Any], values: Mapping[str, Any]) -> list[tuple[datetime, str]]:
    """Two or three lines between the report and the end."""
    told, begins, ends = facts["told"], values["reported_at"], values["closed_at"]
    lines = [(begins, world.rnd.choice(told["start"]))]
    if values["status"] == "afgehandeld":
        if values.get("forwarded_on") or world.rnd.random() < 0.5:
            middle = told["middle"][0] if values.get("forwarded_on") else world.rnd.choice(told["middle"][1:])
            lines.append((begins + (ends - begins) / 3, middle))
        lines.append((ends, world.rnd.choice(told["end"])))
    return lines
