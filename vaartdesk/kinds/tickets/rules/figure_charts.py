"""The figures drawn: the same charts for the window and for paper."""

from __future__ import annotations

from typing import Final

from vaartdesk.charts.bars import Bar, BarChart
from vaartdesk.charts.pairs import Pairs
from vaartdesk.core.dates import MONTHS_SHORT
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.rules.figure_table import Overview, Row

MOST_BARS: Final = 6


def by_month(overview: Overview) -> Pairs:
    """What came and went month by month, the oldest first."""
    pairs = tuple(
        (str(MONTHS_SHORT[row.span.first.month - 1]), row.figures.came, row.figures.went)
        for row in reversed(overview.months)
    )
    return Pairs(pairs, str(_("in")), str(_("uit")))


def came_by(rows: tuple[Row, ...], most: int = MOST_BARS) -> BarChart:
    """What most was reported of; what is left out is in the table."""
    return BarChart(tuple(Bar(row.label, row.figures.came) for row in rows if row.figures.came)[:most])


def open_by(rows: tuple[Row, ...], most: int = MOST_BARS) -> BarChart:
    """Of what most is open."""
    ordered = sorted((row for row in rows if row.figures.open), key=lambda row: -row.figures.open)
    return BarChart(tuple(Bar(row.label, row.figures.open) for row in ordered[:most]))
