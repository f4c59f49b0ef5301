"""The season on one page: what hangs when, to scale, per kind with its contract and supplier, and how often (T17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import MONTHS, day_long
from vaartdesk.core.rule_words import rule_words
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.contract import SUBJECTS
from vaartdesk.kinds.tickets.queries.upkeep import SeasonRow, season_rows
from vaartdesk.kinds.tickets.rules.upkeep import season_of
from vaartdesk.schema.chips import word
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.ref import Ref

# What prints (ReportLab) is imported where it is used: commands are known at start, papers are not.
if TYPE_CHECKING:
    from vaartdesk.pdf.parts import Part
    from vaartdesk.store.desk import Desk

MOST_HIGH: Final = 0.62
"""Of a page that the drawing takes at most: the season stands on one page, however many rows it has."""


def season_words(first: date, last: date) -> str:
    """`maart 2026 tot en met februari 2027`."""
    begins, ends = (f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return str(_("{begins} tot en met {ends}")).format(begins=begins, ends=ends)


def print_season(desk: Desk, first: date, last: date) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings)."""
    from vaartdesk.flows.sender import sender
    from vaartdesk.pdf.report import ReportPaper, print_report

    with desk.read() as reader:
        rows = season_rows(reader, first, last)
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("Seizoen")),
        title=str(_("Onderhoud en aankleding")),
        subtitle=season_words(first, last),
        made_at=desk.clock.now(),
        lead="" if rows else str(_("Er is geen onderhoud dat doorgaat.")),
        parts=(_chart(rows, first, last, desk.today), _table(rows)) if rows else (),
        footer=str(_("Onderhoud en aankleding, stand van {day}")).format(day=day_long(desk.today)),
    )
    result = print_report(report)
    return result.data, result.warnings


def _chart(rows: Sequence[SeasonRow], first: date, last: date, today: date) -> Part:
    from vaartdesk.charts.season import Season, Stretch, Work
    from vaartdesk.pdf.charting import PAPER
    from vaartdesk.pdf.parts import Chart
    from vaartdesk.pdf.styles import HEIGHT, WIDTH

    groups = tuple(
        (
            word(SUBJECTS, subject),
            tuple(
                Work(
                    str(row.maintenance["title"]),
                    row.told or row.maintenance["place_text"],
                    tuple(Stretch(bar.first, bar.last, bar.tone) for bar in row.bars),
                )
                for row in found
            ),
        )
        for subject, found in groupby(rows, key=lambda row: row.maintenance["subject"])
    )
    drawn = Season(first, last, groups, today)
    height = min(drawn.height(PAPER), MOST_HIGH * HEIGHT)
    alt = str(_("Wat wanneer hangt of gebeurt: {told}.")).format(told=drawn.sentence())
    caption = str(
        _("Groen is gedaan, petrol hangt of komt nog, rood is te laat, grijs is voorbij; de streep is vandaag.")
    )
    return Chart("", drawn.draw(PAPER, WIDTH, height), alt, caption)


def _table(rows: Sequence[SeasonRow]) -> Part:
    from vaartdesk.pdf.parts import Listing
    from vaartdesk.pdf.tables import Column

    heads = ((_("Wat"), 4.0), (_("Waar"), 3.8), (_("Wanneer"), 4.2), (_("Contract en leverancier"), 4.0))
    cells = tuple(
        (str(row.maintenance["title"]), str(row.maintenance["place_text"]), _when(row), row.told) for row in rows
    )
    return Listing(str(_("Wat, waar en door wie")), tuple(Column(str(head), share) for head, share in heads), cells)


def _when(row: SeasonRow) -> str:
    """`elk jaar, 63 dagen lang`; the day itself where it comes once."""
    values = row.maintenance
    often = rule_words(values["rrule"]) or (day_long(values["starts_on"]) if values["starts_on"] else "")
    stays = values["stays_days"]
    if not stays or stays < 2:
        return often
    return str(_("{often}, {n} dagen lang")).format(often=often, n=stays)


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    """The paper is made when it is looked at, of how things are then. ``answers["on"]``: a day of the season, else today."""
    first, last = season_of(answers.get("on") or desk.today)
    return Outcome("", paper=Paper(f"seizoen-{first.year}-{last.year}.pdf", lambda: print_season(desk, first, last)))


SEASON: Final = Command("season", _("Seizoen afdrukken"), _run, icon="calendar-range", many=True, in_menu=True)
