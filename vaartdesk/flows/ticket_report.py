"""The report of the tickets over a month, a quarter or a year, as the team hands it out (T23)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from vaartdesk.core.dates import day_long
from vaartdesk.core.periods import Span, month_of, months_from, span_text
from vaartdesk.core.text import _, fold
from vaartdesk.flows.sender import sender
from vaartdesk.kinds.tickets.queries import figures, tickets
from vaartdesk.kinds.tickets.report import figures as parts
from vaartdesk.kinds.tickets.rules import rows
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.schema.context import row_context
from vaartdesk.schema.listing import RowParts
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def ticket_report(desk: Desk, span: Span, street: str | None = None) -> Paper:
    """The paper of these months, of one street where one is named; it is made when it is looked at."""
    where = fold(desk.title(Ref("street", street))).replace(" ", "-") if street else ""
    name = "-".join(part for part in ("meldingen", _named(span), where) if part)
    return Paper(f"{name}.pdf", lambda: print_ticket_report(desk, span, street))


def _named(span: Span) -> str:
    if span == month_of(span.first):
        return f"{span.first:%Y-%m}"
    return f"{span.first:%Y-%m}-{span.last:%Y-%m}"


def print_ticket_report(desk: Desk, span: Span, street: str | None = None) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings)."""
    with desk.read() as reader:
        now = figures.overview(reader, span, street)
        before = figures.overview(reader, _before(span), street)
        late = _late(reader, street)
    where = desk.title(Ref("street", street)) if street else ""
    kind, period = parts.report_kind(span), span_text(span)
    state = str(_("Stand van {day}").format(day=day_long(desk.today)))
    report = ReportPaper(
        sender=sender(desk),
        kind=kind,
        title=str(_("Meldingen, {period}").format(period=period)),
        subtitle=". ".join(part for part in (where, state) if part),
        made_at=desk.clock.now(),
        lead=parts.lead(now),
        parts=tuple(parts.figure_parts(now, before, late)),
        footer=", ".join(part for part in (kind, str(_("meldingen")), where, period) if part),
    )
    result = print_report(report)
    return result.data, tuple(result.warnings)


def _before(span: Span) -> Span:
    """As many months just before it."""
    return months_from(span.first - timedelta(1), -len(span.months()))


def _late(reader: Reader, street: str | None) -> list[RowParts]:
    """Open tickets over their term, the latest first."""
    found = [row for row in tickets.over_term(reader) if street in {None, row["street"]}]
    found.sort(key=lambda row: (row["due_on"], row["id"]))
    context = row_context(reader, found, tickets.SHOWN)
    return [rows.ticket_row(row, context) for row in found]
