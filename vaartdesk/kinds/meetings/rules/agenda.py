"""An agenda from its items: order, computed numbers (1, 2, 2.1), clock times, and how far it runs over.

Nothing of this is stored: it follows from the order keys, the parents and the minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.ref import Values

DECIDING = frozenset({"besluitvorming", "hamerstuk"})
"""Purposes that ask for a proposed decision."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item in its place. ``offset``: minutes after the start at which it begins; ``depth``: 0 for a main item."""

    item: Values
    number: str
    depth: int
    offset: int
    minutes: int

    @property
    def id(self) -> str:
        return str(self.item["id"])


def arrange(items: Iterable[Values]) -> list[Line]:
    """The items in order, each main item before its sub items, with numbers and times.

    A sub item whose main item is gone, or that would be under itself, stands as a main item.
    """
    found = sorted(items, key=lambda i: (i["pos"], i["id"]))
    parents = _parents(found)
    below: dict[str | None, list[Values]] = defaultdict(list)
    for item in found:
        below[parents[item["id"]]].append(item)
    lines: list[Line] = []
    offset = 0
    todo = [(item, str(n), 0) for n, item in enumerate(below[None], 1)]
    while todo:
        item, number, depth = todo.pop(0)
        minutes = int(item["minutes"] or 0)
        lines.append(Line(item, number, depth, offset, minutes))
        offset += minutes
        todo[:0] = [(sub, f"{number}.{n}", depth + 1) for n, sub in enumerate(below[item["id"]], 1)]
    return lines


def _parents(items: Sequence[Values]) -> dict[str, str | None]:
    """Item -> its main item, without parents that are gone and without rings."""
    known: dict[str, str | None] = {item["id"]: None for item in items}
    for item in items:
        parent = item["parent"]
        if parent in known and not _leads_to(known, parent, item["id"]):
            known[item["id"]] = parent
    return known


def _leads_to(parents: dict[str, str | None], start: str | None, end: str) -> bool:
    while start is not None:
        if start == end:
            return True
        start = parents.get(start)
    return False


def annex_label(number: str, index: int) -> str:
    """``2.1-a`` for the first annex (index 0) of item 2.1; after z comes aa."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return f"{number}-{letters}"


def begins_at(line: Line, starts_at: datetime) -> datetime:
    """The wall-clock time at which the item begins."""
    return starts_at + timedelta(minutes=line.offset)


def total(lines: Sequence[Line]) -> int:
    """The minutes of all items together."""
    return sum(line.minutes for line in lines)


def overrun(lines: Sequence[Line], planned_minutes: int | None) -> int:
    """Minutes beyond the planned end; 0 when it fits, or when no end is planned."""
    return max(0, total(lines) - planned_minutes) if planned_minutes else 0


def runs_over(line: Line, planned_minutes: int | None) -> bool:
    """True for an item that begins at or after the planned end."""
    return bool(planned_minutes) and line.offset >= (planned_minutes or 0) and line.minutes > 0


def lacks_proposal(item: Values) -> bool:
    """True for an item to decide on without the text of a decision."""
    return item["purpose"] in DECIDING and not item["proposed_decision"].strip()
