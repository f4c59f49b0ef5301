"""Periods of whole days that may be open at either end."""

from __future__ import annotations

from datetime import date


def covers(from_on: date | None, to_on: date | None, on: date) -> bool:
    """True when `on` lies in the period, both ends included; a missing end is open."""
    return (from_on is None or from_on <= on) and (to_on is None or on <= to_on)


def whole_months(earlier: date, later: date) -> int:
    """Full months from `earlier` to `later`: 15 March to 14 April is 0, to 15 April is 1; negative when reversed."""
    if later < earlier:
        return -whole_months(later, earlier)
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months
