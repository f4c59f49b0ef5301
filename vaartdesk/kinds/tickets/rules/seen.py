"""Whether what a photo says of where and when it was taken can be believed (T24)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.rules.moves import local_day

FAR: Final = 5_000
"""Metres from the middle of the plan beyond which a place is asked about."""
OLD: Final = timedelta(days=7)
AHEAD: Final = timedelta(minutes=5)


def place_doubt(latitude: int, longitude: int, *, is_abroad: bool, metres: float) -> str:
    """What is odd about a place in millionths of a degree, '' where nothing is."""
    if latitude == 0 and longitude == 0:
        return str(_("De camera schreef 0°, 0° op als plek: dat is midden op zee."))
    if is_abroad:
        told = _("Volgens de foto is die buiten Nederland gemaakt ({place}).")
        return str(told.format(place=degrees(latitude, longitude)))
    if metres > FAR:
        told = _("Volgens de foto is die {n} km van het centrum gemaakt ({place}).")
        return str(told.format(n=round(metres / 1000), place=degrees(latitude, longitude)))
    return ""


def time_doubt(taken: datetime, now: datetime) -> str:
    """What is odd about a moment, '' where nothing is: a report begins its term on it."""
    if taken > now + AHEAD:
        return str(
            _("Volgens de foto is die gemaakt op {day}: dat moet nog komen.").format(day=day_long(local_day(taken)))
        )
    if taken < now - OLD:
        return str(_("Volgens de foto is die gemaakt op {day}.").format(day=day_long(local_day(taken))))
    return ""


def degrees(latitude: int, longitude: int) -> str:
    """`52,9950 NB, 6,5620 OL`, as one would say it."""
    north, east = _("NB") if latitude >= 0 else _("ZB"), _("OL") if longitude >= 0 else _("WL")
    up, right = (f"{abs(value) / 1_000_000:.4f}".replace(".", ",") for value in (latitude, longitude))
    return f"{up} {north}, {right} {east}"
