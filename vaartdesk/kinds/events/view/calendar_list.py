"""What a calendar shows, for paper and files: the dates of its period in lines, and the events they are of."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from vaartdesk.core.dates import MONTHS
from vaartdesk.core.text import _
from vaartdesk.kinds.events.report import HEADS, date_lines
from vaartdesk.schema.shown import ShownList

if TYPE_CHECKING:
    from vaartdesk.kinds.events.view.calendar_filter import CalendarFilter
    from vaartdesk.store.desk import Desk


def calendar_list(desk: Desk, filters: CalendarFilter, title: str, first: date, last: date) -> ShownList:
    """The events from ``first`` to ``last`` that the filters leave, each once; their dates in a table by month."""
    with desk.read() as reader:
        dates = date_lines(reader, first, last, filters.events())
    months = groupby(dates, key=lambda line: (line.day.year, line.day.month))
    lines = [(str(MONTHS[month - 1]).capitalize(), tuple(line.cells for line in own)) for (_y, month), own in months]
    return ShownList(
        "event",
        str(_("Evenementen {period}").format(period=title)),
        (("", tuple(dict.fromkeys(line.event for line in dates))),),
        filters.told(),
        heads=tuple(str(head) for head in HEADS),
        lines=tuple(lines) if len(lines) > 1 else (("", lines[0][1]),) if lines else (),
    )
