"""When something happened, said as one says it of lately."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_short, time_text
from vaartdesk.core.text import _


def recent_moment(at: datetime, today: date) -> str:
    """``vandaag 09:12``, ``gisteren 16:40``, ``vr 20 nov 11:05``."""
    local = at.astimezone(amsterdam())
    names = {today: _("vandaag"), today - timedelta(1): _("gisteren")}
    return f"{names.get(local.date()) or day_short(local.date(), today)} {time_text(local)}"
