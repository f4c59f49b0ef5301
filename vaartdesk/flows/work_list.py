"""The work list: tickets in the order one walks, each with a box to tick, its photo and room for notes (T12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.places.queries import streets
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.queries.spots import ticket_spots
from vaartdesk.kinds.tickets.rules import rows
from vaartdesk.kinds.tickets.rules.walking import NOWHERE, Stop, house_number, walking_order
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.living import living, table
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

# What prints (ReportLab) is imported where it is used: commands are known at start, papers are not.
if TYPE_CHECKING:
    from vaartdesk.pdf.tasks import Task
    from vaartdesk.store.desk import Desk

LONGEST: Final = 400
"""Characters of a description that a list shows; the ticket has the rest."""
MOST: Final = 300


def in_order(reader: Reader, keys: Sequence[str]) -> list[tuple[Stop, Values]]:
    """The tickets as one walks along them, each with its place on the way."""
    found = {row["id"]: row for row in living(reader, Ticket, table(Ticket).c.id.in_(keys))}
    spots = ticket_spots(reader, list(found))
    ranks = {street["title"]: rank for rank, street in enumerate(streets(reader))}
    stops = [
        Stop(
            key,
            street=spots[key].street or "",
            rank=ranks.get(spots[key].street or "", NOWHERE - 1) if spots[key].street else NOWHERE,
            number=house_number(row["place_text"], spots[key].street or ""),
            degrees=spots[key].degrees,
            words=row["place_text"],
        )
        for key, row in found.items()
    ]
    return [(stop, found[stop.key]) for stop in walking_order(stops)]


def print_work_list(desk: Desk, refs: Iterable[Ref]) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings). Nothing of who reported it is on it: it is carried through the street."""
    from vaartdesk.flows.sender import sender
    from vaartdesk.pdf.parts import Tasks
    from vaartdesk.pdf.report import ReportPaper, print_report

    keys = [ref.id for ref in refs][:MOST]
    with desk.read() as reader:
        way = in_order(reader, keys)
        context = row_context(reader, [row for _stop, row in way], queries.SHOWN)
        categories = queries.categories(reader)
    parts = [
        Tasks(tuple(_task(desk, row, context, categories) for _stop, row in stops), name or str(_("Overige plaatsen")))
        for name, stops in groupby(way, key=lambda pair: pair[0].street)
    ]
    day = day_long(desk.today)
    count = len(way)
    told = ngettext("{n} melding, in looprichting.", "{n} meldingen, in looprichting.", count).format(n=count)
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("Looplijst")),
        title=str(_("Werk in de straat")),
        subtitle=day,
        made_at=desk.clock.now(),
        lead=told,
        parts=tuple(parts),
        footer=str(_("Looplijst, {day}").format(day=day)),
    )
    result = print_report(report)
    return result.data, result.warnings


def _task(desk: Desk, row: Values, context: RowContext, categories: Mapping[str, Values]) -> Task:
    from vaartdesk.pdf.tasks import Task

    shown = rows.ticket_row(row, context)
    due = shown.due
    photo = next((a for a in desk.attachments(Ref("ticket", row["id"])) if a["is_photo"]), None)
    category = categories.get(row["category"] or "")
    text = row["description"].strip()
    return Task(
        title=f"{row['number']}  {row['title']}".strip(),
        meta=" · ".join(
            part for part in (row["place_text"], rows.category_title(category) if category else "") if part
        ),
        due=str(due.text) if due is not None else "",
        tone=due.tone if due is not None and due.tone in {"warning", "danger"} else "",
        text=text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…",
        photo=desk.files.get(photo["sha256"]) if photo is not None else None,
        alt=str(_("Foto bij {number}").format(number=row["number"])),
    )


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    """The paper is made when it is looked at, of how things are then."""
    chosen = tuple(refs)
    name = f"looplijst-{desk.today.isoformat()}.pdf"
    return Outcome("", paper=Paper(name, lambda: print_work_list(desk, chosen)))


WORK_LIST: Final = Command("work_list", _("Looplijst afdrukken"), _run, icon="route", many=True, in_menu=True)
