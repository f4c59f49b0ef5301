"""Example contacts: shops by street with the person who runs them, others of the network, boards and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import cycle, islice
from typing import Any, Final

from vaartdesk.app.demo.world import Examples, World
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import fold

VACANT_SHARE: Final = 6
"""One empty pair of premises for so many that are in use."""
FIRST_VACANT: Final = ("Marktstraat", 12)
FRIDAY: Final = 4
MAIL: Final = "voorbeeld.example"
_STATES: Final = ("leeg", "leeg", "leeg", "leeg", "leeg", "in_transformatie")


@dataclass(frozen=True)
class Shop:
    """A business at an address. ``use``: of its premises; ``boss``: what the person who runs it is called."""

    title: str
    branch: str
    use: str
    street: str
    number: int
    boss: str

    @property
    def address(self) -> str:
        return f"{self.street} {self.number}"

    @property
    def person(self) -> str:
        """`Eigenaar Café De Brink`, `Bedrijfsleider schoenwinkel Kruisstraat 31`."""
        name = self.title if self.branch == "horeca" else self.title[:1].lower() + self.title[1:]
        return f"{self.boss} {name}"


def shops_of(world: World, facts: Mapping[str, Any], count: int) -> list[Shop]:
    """So many shops over the streets of the centre; the first are those with a name."""
    streets = [title for kind, title in world.known if kind == "street"]
    last = dict.fromkeys(streets, 0)

    def number(street: str) -> int:
        last[street] += world.rnd.choice((1, 1, 2, 3))
        if (street, last[street]) == FIRST_VACANT:
            last[street] += 1
        return last[street]

    def found() -> Iterator[Shop]:
        for title, street in facts["catering"]:
            yield Shop(title, "horeca", "horeca", street, number(street), world.rnd.choice(facts["bosses"]))
        for (sort, branch, use), street in zip(cycle(facts["shops"]), cycle(streets), strict=False):
            at = number(street)
            yield Shop(f"{sort} {street} {at}", branch, use, street, at, world.rnd.choice(facts["bosses"]))

    return list(islice(found(), count))


def write_shops(examples: Examples, shops: list[Shop], *, with_premises: bool) -> None:
    """Each shop with the person who runs it; the premises, and the person's function, only for the first of them."""
    for place, shop in enumerate(shops):
        owner = _owner(examples.world, place) if with_premises else None
        premises = examples.add("premises", _premises(examples.world, shop, owner)) if with_premises else None
        values = _shop(examples.world, shop) | ({"premises": premises.id} if premises else {})
        organisation = examples.add("organisation", values, name=shop.title)
        if premises is not None:
            examples.tx.set(premises, "user", organisation.id)
        _write_person(examples, shop, organisation.id, is_whole=with_premises)
    if with_premises:
        _write_vacant(examples, shops)


def _owner(world: World, place: int) -> str:
    owners = [key for (kind, name), key in world.known.items() if kind == "organisation" and _is_owner(name)]
    return owners[place % len(owners)]


def _is_owner(name: str) -> bool:
    return name.startswith(("Vastgoed ", "Beleggers", "Winkelfonds", "Familiebezit", "Ontwikkelaar", "Pensioen"))


def _premises(world: World, shop: Shop, owner: str | None) -> dict[str, Any]:
    return {
        "title": shop.address,
        "street": world.key("street", shop.street),
        "house_number": str(shop.number),
        "status": "in_gebruik",
        "since_on": world.day(-world.rnd.randrange(200, 5000)),
        "use": shop.use,
        "owner": owner,
        "floor_area": world.rnd.randrange(45, 420, 5),
        "theme_line": world.line("A"),
    }


def _shop(world: World, shop: Shop) -> dict[str, Any]:
    return {
        "title": shop.title,
        "segment": world.key("contact_segment", "ondernemer"),
        "branch": shop.branch,
        "email": _mail(shop.title),
        "phone": _phone(world),
        "address": shop.address,
        "town": "Assen",
        "street": world.key("street", shop.street),
    }


def _write_person(examples: Examples, shop: Shop, organisation: str, *, is_whole: bool) -> None:
    world = examples.world
    values = _person(world, shop.person, shop.boss, organisation, "ondernemer")
    values |= {"address": shop.address, "town": "Assen", "street": world.key("street", shop.street)}
    person = examples.add("person", values, name=shop.person)
    if is_whole:
        since = world.day(-world.rnd.randrange(200, 4500))
        row = {"person": person.id, "organisation": organisation, "title": shop.boss, "from_on": since}
        examples.add("function", row)


def _person(world: World, title: str, function: str, organisation: str | None, segment: str) -> dict[str, Any]:
    """A functionary, with why and since when the data are kept."""
    told = world.rnd.randrange(30, 900)
    review = world.rnd.randrange(-40, 700)
    return {
        "title": title,
        "function_title": function,
        "organisation": organisation,
        "segment": world.key("contact_segment", segment),
        "email": _mail(title),
        "mobile": f"06 00{world.rnd.randrange(100_000, 1_000_000)}",
        "purpose": "Samenwerking in de binnenstad",
        "basis": "gerechtvaardigd_belang",
        "source": "Verzonnen voor de voorbeelden",
        "informed_on": world.day(-told),
        "review_on": world.day(review),
    }


def _mail(title: str) -> str:
    return f"{re.sub('[^a-z0-9]+', '-', fold(title)).strip('-')}@{MAIL}"


def _phone(world: World) -> str:
    """A number that cannot exist: no subscriber number begins with 0."""
    return f"+315920{world.rnd.randrange(10_000, 100_000)}"


def _write_vacant(examples: Examples, shops: list[Shop]) -> None:
    """Empty premises between the shops."""
    world = examples.world
    taken = {(shop.street, shop.number) for shop in shops}
    streets = sorted({shop.street for shop in shops})
    wanted = [FIRST_VACANT]
    while len(wanted) < max(1, len(shops) // VACANT_SHARE):
        at = (world.rnd.choice(streets), world.rnd.randrange(1, 90))
        if at not in taken and at not in wanted:
            wanted.append(at)
    for place, (street, number) in enumerate(wanted):
        values = _premises(world, Shop("", "", "winkel", street, number, ""), _owner(world, place))
        state = {"status": _STATES[place % len(_STATES)], "since_on": world.day(-world.rnd.randrange(30, 1200))}
        examples.add("premises", values | state)


# ---------------------------------------------------------------------------------- the rest of the network
def write_network(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Owners, agents, culture, suppliers, residents and press, each with the person to ask for."""
    world = examples.world
    for name, segment, function in facts["others"]:
        values = {
            "title": name,
            "segment": world.key("contact_segment", segment),
            "email": _mail(name),
            "phone": _phone(world),
            "town": "Assen",
        }
        organisation = examples.add("organisation", values, name=name)
        title = f"{function} {name}"
        person = examples.add("person", _person(world, title, function, organisation.id, segment), name=title)
        examples.add("function", {"person": person.id, "organisation": organisation.id, "title": function})


def write_boards(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Who sits in the boards of the partners and for the municipality, and in which body."""
    world = examples.world
    for fact in (*facts["board"], *facts["municipal"]):
        organisation = world.known["organisation", fact["of"]]
        is_board = fact in facts["board"]
        segment = "partnerorganisatie" if is_board else "overheid"
        lines = world.lines(fact.get("lines", ""))
        values = _person(world, fact["title"], fact["function"], organisation, segment)
        values |= {"theme_line": lines[0] if lines else None, "other_lines": lines[1:]}
        person = examples.add("person", values, name=fact["title"])
        since = world.day(-world.rnd.randrange(300, 1500))
        row = {"person": person.id, "organisation": organisation, "title": fact["function"], "from_on": since}
        examples.add("function", row | {"is_board": is_board})
        if "before" in fact and since is not None:
            years = {"from_on": since - timedelta(3 * 365), "to_on": since - timedelta(1)}
            examples.add("function", row | years | {"title": fact["before"], "is_board": is_board})
    _fill_seats(examples, facts)
    for table in facts["tables"]:
        for name, expertise in table["members"]:
            row = {"body": world.known["body", table["body"]], "member": world.known["person", name]}
            examples.add("membership", row | {"expertise": expertise, "from_on": world.day(-400)})


def _fill_seats(examples: Examples, facts: Mapping[str, Any]) -> None:
    """The partners' seats of the board get a holder and a deputy; one of them leads it."""
    world = examples.world
    for seat in examples.tx.where("seat", "body", world.known["body", "Binnenstadbestuur"]):
        people = [fact for fact in facts["board"] if world.known["organisation", fact["of"]] == seat["organisation"]]
        holder = next(fact for fact in people if "seat" in fact)
        deputy = next(fact for fact in people if fact.get("deputy"))
        world.known["seat", holder["title"]] = seat["id"]
        values = {"holder": world.known["person", holder["title"]], "deputy": world.known["person", deputy["title"]]}
        examples.update("seat", holder["title"], values | {"function": holder["seat"]})


def write_help(examples: Examples, facts: Mapping[str, Any], shops: list[Shop]) -> None:
    """What entrepreneurs need, what is on offer, and groups to write to."""
    world = examples.world
    for place, (title, category, status) in enumerate(facts["needs"]):
        values = {
            "title": title,
            "category": category,
            "status": status,
            "contact": world.known["organisation", shops[(place * 7) % len(shops)].title],
            "since_on": world.today - timedelta(20 + 25 * place),
            "owner": world.who("Verbinder"),
            "theme_line": world.line("E"),
            "outcome": "Doorverwezen en nagebeld; opgelost." if status == "geholpen" else "",
        }
        examples.add("need", values)
    for title, provider, whom in facts["offers"]:
        key = world.who(provider) or world.key("fund", "Binnenstadfonds")
        examples.add("offer", {"title": title, "provider": key, "for_whom": whom, "theme_line": world.line("E")})
    for title, street in facts["groups"]:
        row = {"title": title, "type": "regel", "rule_street": world.key("street", street), "is_mailing": True}
        examples.add("contact_group", row)


def write_talks(examples: Examples, facts: Mapping[str, Any]) -> None:
    """Contact moments of the past year: most people were heard of late, some fell silent, some never spoke."""
    world = examples.world
    people = [(name, key) for (kind, name), key in world.known.items() if kind == "person"]
    near = {fact["title"] for fact in (*facts["board"], *facts["municipal"])}
    talks = cycle(facts["talks"])
    for place, (name, person) in enumerate(people):
        if place % 10 == 3 and name not in near:
            continue
        newest = world.rnd.randrange(*_spoken(place, is_near=name in near))
        for days in (newest, newest + 120)[: 1 + (place % 5 == 0)]:
            medium, title, text = next(talks)
            day = world.today - timedelta(days)
            at = world.office_hour(day - timedelta(max(0, day.weekday() - FRIDAY)))
            row = {"contact": person, "at": at, "medium": medium, "title": title, "text": text}
            examples.add("interaction", row | {"by": world.who("Verbinder"), "theme_line": world.line("E")})


def _spoken(place: int, *, is_near: bool) -> tuple[int, int]:
    """Between how many days ago somebody was last spoken to."""
    if is_near:
        return 1, 40
    return (190, 420) if place % 10 == 7 else (1, 170)
