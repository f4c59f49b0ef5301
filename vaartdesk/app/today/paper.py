"""What Vandaag shows, as a job for the preview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vaartdesk.app.today.gather import GROUPS
from vaartdesk.app.today.week import happenings, rest_of_week
from vaartdesk.app.today.work_list import TITLES
from vaartdesk.core.dates import day_short
from vaartdesk.flows.day_overview import DayOverview, print_day
from vaartdesk.schema.kind import Need
from vaartdesk.ui.preview.dialog import PrintJob

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def day_job(desk: Desk, lead: str, needs: Sequence[Need]) -> PrintJob:
    """The overview of this day for who sits here."""
    groups = tuple((str(TITLES[name][0]), tuple(need.parts for need in needs if need.group == name)) for name in GROUPS)
    with desk.read() as reader:
        found = happenings(reader, desk.today, rest_of_week(desk.today))
    week = tuple((day_short(one.day, desk.today), one.time, one.title, one.place) for one in found)
    day = DayOverview(lead, groups, week, desk.title(desk.who) if desk.who else "")
    return PrintJob(f"Dagoverzicht-{desk.today.isoformat()}.pdf", lambda: print_day(desk, day))
