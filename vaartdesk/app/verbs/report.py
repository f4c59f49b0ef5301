"""``vaartdesk report``: the reports of the window, each as a PDF."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from vaartdesk.app.cli import UsageError
from vaartdesk.app.place import place
from vaartdesk.app.session import open_for_reading
from vaartdesk.core.clock import Clock
from vaartdesk.core.periods import month_of, parse_span
from vaartdesk.core.text import _, fold
from vaartdesk.flows.street_paper import street_paper
from vaartdesk.flows.ticket_report import ticket_report
from vaartdesk.flows.waiting import parties, waiting
from vaartdesk.flows.waiting_paper import find_party, waiting_paper
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.ref import Problem, Refused
from vaartdesk.store.desk import Desk
from vaartdesk.store.files import write_file


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Write the file and say where; warnings go to stderr."""
    with open_for_reading(place(arguments.data_dir, clock)) as desk:
        paper = REPORTS[arguments.what](desk, arguments)
        data, warnings = paper.make()
    target = Path(arguments.out or paper.name)
    write_file(target, data)
    for warning in warnings:
        print(f"vaartdesk: {warning}", file=sys.stderr)
    print(_("Geschreven: {file}").format(file=target))
    return 0


def street_called(desk: Desk, words: str) -> str:
    """The key of the street of that name, or whose name alone holds these words. Raises Refused."""
    rows = sorted(desk.rows("street"), key=lambda row: (row["pos"], row["id"]))
    wanted = fold(words)
    exact = [row for row in rows if fold(row["title"]) == wanted]
    found = exact or [row for row in rows if wanted and wanted in fold(row["title"])]
    if len(found) == 1:
        return str(found[0]["id"])
    names = ", ".join(row["title"] for row in found or rows)
    told = _("Straat ‘{words}’ is er niet. Kies een van: {names}.")
    if found:
        told = _("‘{words}’ past bij meer dan één straat. Kies een van: {names}.")
    raise Refused([Problem("street", told.format(words=words, names=names))])


def _tickets(desk: Desk, arguments: argparse.Namespace) -> Paper:
    try:
        span = parse_span(arguments.period) if arguments.period else month_of(desk.today)
    except ValueError as error:
        raise UsageError(str(error)) from error
    return ticket_report(desk, span, street_called(desk, arguments.street) if arguments.street else None)


def _waiting(desk: Desk, arguments: argparse.Namespace) -> Paper:
    with desk.read() as reader:
        found = parties(waiting(reader))
    party = find_party(found, arguments.who)
    if party is None:
        names = ", ".join(party.name for party in found) or str(_("niemand"))
        told = _("Op ‘{words}’ wacht nu niets. Wel op: {names}.").format(words=arguments.who, names=names)
        raise Refused([Problem("who", told)])
    return waiting_paper(desk, party.key)


def _street(desk: Desk, arguments: argparse.Namespace) -> Paper:
    return street_paper(desk, street_called(desk, arguments.street))


REPORTS: Final[Mapping[str, Callable[[Desk, argparse.Namespace], Paper]]] = {
    "tickets": _tickets,
    "waiting": _waiting,
    "street": _street,
}
