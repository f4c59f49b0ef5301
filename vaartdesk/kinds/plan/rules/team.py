"""Who holds a role, and where the matrix of roles and theme lines has gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from vaartdesk.core.periods import covers
from vaartdesk.schema.ref import Values


def holders_on(holders: Iterable[Values], day: date) -> dict[str, list[Values]]:
    """Role -> who holds it that day."""
    found: dict[str, list[Values]] = {}
    for holder in holders:
        if holder["role"] and covers(holder["from_on"], holder["to_on"], day):
            found.setdefault(holder["role"], []).append(holder)
    return found


def full_time(holders: Iterable[Values], day: date) -> int:
    """Full-time equivalents that day, in tenths: five days a week is 10. ``days`` is in tenths of a day."""
    days = sum(h["days"] or 0 for h in holders if covers(h["from_on"], h["to_on"], day))
    return (2 * days + 5) // 10


def lines_without_centre(lines: Iterable[str], cells: Iterable[Values]) -> list[str]:
    """Theme lines that no role has as its centre of gravity."""
    held = {c["theme_line"] for c in cells if c["weight"] == "zwaartepunt"}
    return [line for line in lines if line not in held]


def overloaded(owners: Iterable[str | None], limit: int) -> dict[str, int]:
    """Role -> its number of late actions, where that is above ``limit``; ``owners``: one per late action."""
    return {role: n for role, n in Counter(o for o in owners if o).items() if n > limit}
