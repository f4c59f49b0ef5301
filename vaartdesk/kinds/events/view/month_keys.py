"""Where a key goes from a day or an event of the month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt

from vaartdesk.kinds.events.view.month_model import Entry, MonthModel
from vaartdesk.kinds.events.view.period import DAYS

Key = Qt.Key
SIDEWAYS: Final[Mapping[Key, int]] = {Key.Key_Left: -1, Key.Key_Right: 1}
MONTHS: Final[Mapping[Key, int]] = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}
STEPS: Final[Mapping[Key, int]] = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -DAYS, Key.Key_Down: DAYS}
"""By how many days Alt with an arrow moves an event."""
WALKS: Final = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End})


def walk(days: MonthModel, here: Entry, key: Key) -> tuple[date, str]:
    """Day and occurrence where the key leads; the day may lie outside what is shown.

    Left and Right go to the day beside, along the same event where that lasts; Up and Down through the events of a day and
    on to the week above or below; Home and End to the ends of the week.
    """
    own = here.shown.occurrence if here.shown else ""
    if key in SIDEWAYS:
        day = here.day + timedelta(SIDEWAYS[key])
        return day, own if days.row_of(day, own) >= 0 else ""
    if key == Key.Key_Home:
        return here.day - timedelta(here.day.weekday()), ""
    if key == Key.Key_End:
        return here.day + timedelta(DAYS - 1 - here.day.weekday()), ""
    row = days.row_of(here.day, own)
    if key == Key.Key_Down:
        after = days.entry(row + 1)
        if after is not None and after.shown is not None:
            return after.day, after.shown.occurrence
        return here.day + timedelta(DAYS), ""
    before = days.entry(row - 1) if here.shown else None
    if before is not None:
        return before.day, before.shown.occurrence if before.shown else ""
    above = here.day - timedelta(DAYS)
    events = days.events_on(above)
    return above, events[-1].occurrence if events else ""
