"""Filling an empty workspace with the work plan and an example year, in a handful of changes that can each be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import text

from vaartdesk.app.demo import actions, contacts, decisions, events, goals, meetings, past_tickets, permits, upkeep
from vaartdesk.app.demo.ticket_years import TicketWriter, drafts
from vaartdesk.app.demo.world import Examples, World, example_facts
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.flows.first_content import write_first_content
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError

Row = TypeVar("Row")
TICKETS, PHOTOS, CONTACTS = 300, 40, 400
MOST_CONTACTS: Final = 20_000
"""No town centre has more, whatever the scale: a benchmark of many tickets need not wait for as many people."""
CHUNK: Final = 10_000
"""Rows of one change, so that a benchmark's two hundred thousand fit in memory."""
REFUSED: Final = _(
    "Deze werkmap bevat al meer dan het werkplan. Kies een lege map met --data-dir; er is niets gewijzigd."
)


@dataclass(frozen=True)
class Amounts:
    """How much of each; ``scale`` multiplies tickets and contacts, part of which then stand without what hangs on them."""

    years: int = 1
    scale: int = 1
    photos: int = PHOTOS


USUAL: Final = Amounts()


def fill(desk: Desk, amounts: Amounts = USUAL) -> Counter[str]:
    """The example year. Returns how many records of each kind were made. Raises WorkspaceError for a filled workspace."""
    require_empty(desk)
    write_first_content(desk)
    world = World.of(desk, amounts.years)
    _fill_contacts(desk, world, amounts)
    _fill_plan(desk, world)
    _fill_tickets(desk, world, amounts)
    _fill_events(desk, world)
    _fill_meetings(desk, world)
    return world.made


def require_empty(desk: Desk) -> None:
    """Raises WorkspaceError when anything but the reading of the plan was ever written here."""
    with desk.read() as reader:
        count = reader.connection.execute(
            text("select count(*) from txn where label <> :plan"), {"plan": "Werkplan ingelezen"}
        ).scalar()
    if count:
        raise WorkspaceError(str(REFUSED))


@contextmanager
def _change(desk: Desk, world: World, label: str) -> Iterator[Examples]:
    with desk.change(label, kind="import") as tx:
        yield Examples(world, tx)


def _fill_contacts(desk: Desk, world: World, amounts: Amounts) -> None:
    facts = example_facts("contacten")
    fixed = 2 * len(facts["others"]) + len(facts["board"]) + len(facts["municipal"])
    shops = contacts.shops_of(world, facts, (min(CONTACTS * amounts.scale, MOST_CONTACTS) - fixed) // 2)
    first, rest = shops[: (CONTACTS - fixed) // 2], shops[(CONTACTS - fixed) // 2 :]
    with _change(desk, world, _("Voorbeelden gemaakt: contacten")) as examples:
        events.write_places(examples, example_facts("evenementen"))
        contacts.write_network(examples, facts)
        contacts.write_boards(examples, facts)
        contacts.write_shops(examples, first, with_premises=True)
        contacts.write_help(examples, facts, first)
        contacts.write_talks(examples, facts)
    for shop in first:
        world.known["address", shop.address] = world.known["person", shop.person]
    for part in _chunks(rest):
        with _change(desk, world, _("Voorbeelden gemaakt: contacten")) as examples:
            contacts.write_shops(examples, part, with_premises=False)


def _fill_plan(desk: Desk, world: World) -> None:
    facts = example_facts("acties")
    with _change(desk, world, _("Voorbeelden gemaakt: acties en doelen")) as examples:
        actions.write_actions(examples, facts)
        goals.write_goals(examples, facts)


def _fill_tickets(desk: Desk, world: World, amounts: Amounts) -> None:
    facts = example_facts("meldingen")
    sorts = past_tickets.sorts_of(facts, {row["title"]: row for row in desk.rows("ticket_category")})
    with _change(desk, world, _("Voorbeelden gemaakt: contracten en onderhoud")) as examples:
        upkeep.write_contracts(examples, facts)
        upkeep.write_inspection(examples, facts)
        upkeep.write_texts(examples, facts)
    writer = TicketWriter(facts, amounts.scale, amounts.photos)
    for part in _chunks(drafts(world, facts, sorts, TICKETS * amounts.scale * amounts.years)):
        with _change(desk, world, _("Voorbeelden gemaakt: meldingen")) as examples:
            writer.write(examples, part)
    with _change(desk, world, _("Voorbeelden gemaakt: signalen")) as examples:
        upkeep.write_signals(examples, facts)


def _fill_events(desk: Desk, world: World) -> None:
    facts = example_facts("evenementen")
    with _change(desk, world, _("Voorbeelden gemaakt: evenementen")) as examples:
        permits.write_runbooks(examples, facts)
        sure = events.write_events(examples, facts)
        events.write_around(examples, facts)
    with _change(desk, world, _("Voorbeelden gemaakt: evenementen")) as examples:
        events.confirm(examples, sure)


def _fill_meetings(desk: Desk, world: World) -> None:
    facts = example_facts("overleg")
    with _change(desk, world, _("Voorbeelden gemaakt: overleg")) as examples:
        held = meetings.write_meetings(desk, examples, facts)
        decisions.write_decisions(desk, examples, facts, held)
        decisions.write_talk(desk, examples, facts, held)
        decisions.write_advice(examples, facts)
        meetings.write_coming(desk, examples, facts)


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    waiting = iter(rows)
    while part := list(islice(waiting, CHUNK)):
        yield part
