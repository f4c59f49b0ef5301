"""The day on paper: what asks for something, as Vandaag shows it, and what the week brings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_long, day_weekday_long
from vaartdesk.core.text import _
from vaartdesk.flows.sender import sender
from vaartdesk.pdf.fitting import shares
from vaartdesk.pdf.parts import Listing
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.pdf.tables import Cell, Column, toned
from vaartdesk.schema.listing import RowParts
from vaartdesk.store.desk import Desk

COLOURED: Final = ("warning", "danger")


@dataclass(frozen=True)
class DayOverview:
    """``lead``: the sentence at the head of Vandaag; ``groups``: their names and rows in order; ``week``: day, time, what
    and where of each date; ``who``: the role or person it is for, '' for everybody.
    """

    lead: str
    groups: tuple[tuple[str, tuple[RowParts, ...]], ...]
    week: tuple[tuple[str, str, str, str], ...] = ()
    who: str = ""


def print_day(desk: Desk, day: DayOverview) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings)."""
    today = day_weekday_long(desk.today)
    title = today[:1].upper() + today[1:]
    parts = [_group(name, rows) for name, rows in day.groups if rows]
    if day.week:
        heads = (str(_("Dag")), str(_("Tijd")), str(_("Wat")), str(_("Waar")))
        parts.append(_listing(str(_("Deze week")), heads, day.week, wide=2))
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("Dagoverzicht")),
        title=title,
        subtitle=day.who,
        made_at=desk.clock.now(),
        lead=day.lead,
        parts=tuple(parts),
        footer=", ".join(part for part in (str(_("Dagoverzicht")), day.who, day_long(desk.today)) if part),
    )
    result = print_report(report)
    return result.data, tuple(result.warnings)


def _group(name: str, rows: Sequence[RowParts]) -> Listing:
    heads = (str(_("Nummer")), str(_("Wat")), str(_("Waar en bij wie")), str(_("Stand")), str(_("Wanneer")))
    return _listing(f"{name} ({len(rows)})", heads, [_cells(row) for row in rows], wide=1)


def _cells(row: RowParts) -> tuple[Cell, ...]:
    letters = " ".join(badge.letter for badge in row.badges) or row.badge
    place = " · ".join(part for part in (letters, *(str(part) for part in row.meta)) if part)
    state = str(row.chip.label) if row.chip is not None else ""
    if row.due is None:
        return row.number, str(row.title), place, state, " ".join(row.day or ())
    due = str(row.due.text)
    return row.number, str(row.title), place, state, toned(due, row.due.tone) if row.due.tone in COLOURED else due


def _listing(title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, wide: int) -> Listing:
    texts = [[head, *(_plain(row[n]) for row in rows)] for n, head in enumerate(heads)]
    columns = tuple(Column(head, share) for head, share in zip(heads, shares(texts, wide=wide), strict=True))
    return Listing(title, columns, tuple(tuple(row) for row in rows))


def _plain(cell: Cell) -> str:
    return cell if isinstance(cell, str) else str(getattr(cell, "text", ""))
