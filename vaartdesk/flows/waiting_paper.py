"""Wacht op, on paper: what waits for one counterpart, since when, with room to write the answer (X7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dates import day_long, day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.sender import sender
from vaartdesk.flows.waiting import Item, Party, parties, party_key, waiting
from vaartdesk.pdf.parts import Listing, Part, Prose
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.pdf.styles import MM
from vaartdesk.pdf.tables import Cell, Column, Room, toned
from vaartdesk.pdf.words import Run
from vaartdesk.schema.paper import Paper

if TYPE_CHECKING:
    from datetime import date

    from vaartdesk.store.desk import Desk

ROOM: Final = 12 * MM
"""For two lines of handwriting."""


def waiting_paper(desk: Desk, party: str) -> Paper:
    """The list of one counterpart by its key; it is made when it is looked at."""
    return Paper(f"wacht-op-{party.replace(' ', '-')[:40]}.pdf", lambda: print_waiting(desk, party))


def find_party(found: Sequence[Party], words: str) -> Party | None:
    """The counterpart that is called so; with fewer words where only one fits."""
    key = party_key(words)
    exact = [party for party in found if party.key == key]
    some = exact or [party for party in found if key and key in party.key]
    return some[0] if len(some) == 1 else None


def print_waiting(desk: Desk, party: str) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings)."""
    with desk.read() as reader:
        every = waiting(reader)
    items = [item for item in every if party in item.keys]
    name = next((known.name for known in parties(every) if known.key == party), party)
    count = len(items)
    lead = ngettext("{n} punt wacht op een antwoord.", "{n} punten wachten op een antwoord.", count).format(n=count)
    day = day_long(desk.today)
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("Wacht op")),
        title=str(_("Wacht op: {name}").format(name=name)),
        subtitle=str(_("Stand van {day}").format(day=day)),
        made_at=desk.clock.now(),
        lead=lead if items else str(_("Er wacht nu niets.")),
        parts=(_listing(items, desk.today), *_hint()) if items else (),
        footer=", ".join((str(_("Wacht op {name}").format(name=name)), day)),
    )
    result = print_report(report)
    return result.data, tuple(result.warnings)


def _hint() -> tuple[Part, ...]:
    told = _("De antwoorden gaan in VaartDesk terug onder Extra, Wacht op: in één scherm, bij elk punt.")
    return (Prose(str(told)),)


def _listing(items: Sequence[Item], today: date) -> Listing:
    columns = (
        Column(str(_("Nummer")), 2.4),
        Column(str(_("Wat en waar")), 5.6),
        Column(str(_("Sinds")), 1.7),
        Column(str(_("Van ons")), 3.0),
        Column(str(_("Antwoord")), 4.9),
    )
    return Listing("", columns, tuple(_line(item, today) for item in items))


def _line(item: Item, today: date) -> tuple[Cell, ...]:
    what = ", ".join(part for part in (item.title, item.where) if part)
    since = day_short(item.since, today) if item.since is not None else ""
    told = [Run(f"{what} · {item.state}"), *_expected(item, today)]
    return item.number, told, since, item.owner, Room(ROOM)


def _expected(item: Item, today: date) -> list[Run]:
    if item.expected is None:
        return []
    told = str(_("verwacht {day}").format(day=day_short(item.expected, today)))
    return [Run(" · "), toned(told, "danger" if item.expected < today else "")]
