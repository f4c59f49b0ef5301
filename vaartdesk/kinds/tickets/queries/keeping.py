"""Of which closed tickets the reporter is still known, and when that ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, TableClause, or_, select

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.ticket import Mediation, Ticket, TicketReporter
from vaartdesk.kinds.tickets.queries.tickets import SHOWN
from vaartdesk.kinds.tickets.rules import keeping, rows
from vaartdesk.kinds.tickets.rules.moves import CLOSED
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref


def still_known(reader: Reader) -> list[dict[str, Any]]:
    """Closed tickets that know somebody and come within a fortnight of the end of that, or were told before."""
    chosen = table(Ticket)
    day = reader.today - timedelta(keeping.days_kept(reader.settings) - keeping.AHEAD)
    before = datetime.combine(day + timedelta(1), time(), amsterdam())
    return living(
        reader,
        Ticket,
        chosen.c.status.in_(sorted(CLOSED)),
        or_(chosen.c.closed_at < before, chosen.c.keep_until.is_not(None)),
        _knows_somebody(),
    )


def _knows_somebody() -> ColumnElement[bool]:
    ticket = table(Ticket)
    others = [(table(model), keeping.WIPED[name]) for name, model in PARTS.items()]
    held = [select(part.c.ticket).where(_filled(part, names)) for part, names in others]
    return or_(_filled(ticket, keeping.WIPED["ticket"]), *(ticket.c.id.in_(statement) for statement in held))


PARTS = {"ticket_reporter": TicketReporter, "mediation": Mediation}


def _filled(chosen: TableClause, names: Sequence[str]) -> ColumnElement[bool]:
    return or_(*((chosen.c[name].is_not(None)) & (chosen.c[name] != "") for name in names))


def announcements(reader: Reader) -> Sequence[Need]:
    """On Vandaag: of which tickets the reporter will be wiped within a fortnight."""
    found = still_known(reader)
    ends = [(row, row["keep_until"] or keeping.announced_until(row, reader.today, reader.settings)) for row in found]
    last = reader.today + timedelta(keeping.AHEAD)
    near: list[tuple[dict[str, Any], date]] = [(row, day) for row, day in ends if day is not None and day <= last]
    context = row_context(reader, [row for row, _day in near], SHOWN)
    needs = []
    for row, day in near:
        parts = rows.ticket_row(row, context)
        told = replace(
            parts,
            icon="eye-off",
            due=keeping.label(day, reader.today),
            meta=(str(_("melder wordt gewist")), *parts.meta),
        )
        needs.append(Need(Ref("ticket", row["id"]), told, "opvolgen", (True, day, row["id"])))
    return needs
