"""Where a dragged item would come to stand: from a gap between two rows and a depth, what the command needs."""

from __future__ import annotations

from collections.abc import Sequence

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.meetings.view.agenda_data import AgendaRow

DEEPEST = 2
"""2.1.1 is as deep as an agenda goes."""


@dataclass(frozen=True, slots=True)
class DropPlace:
    """``gap``: in front of the row with this number (the number of rows: at the end); ``depth`` 0 is a main item.

    ``parent`` and ``before``: keys of items, None for "a main item" and "the last one".
    """

    gap: int
    depth: int
    parent: str | None
    before: str | None


def family_of(rows: Sequence[AgendaRow], key: str) -> frozenset[str]:
    """An item and all that stands under it."""
    found: set[str] = {key}
    for row in rows:
        if row.parent in found:
            found.add(row.ref.id)
    return frozenset(found)


def place_for(
    rows: Sequence[AgendaRow], gap: int, wanted: int, *, carried: str | None = None, deepest: int = DEEPEST
) -> DropPlace:
    """The place nearest to what the pointer asks for.

    ``carried``: the item being dragged; it and what stands under it are no neighbours. An item never parts a main item
    from its sub items: a depth above that of the row below moves the gap down until it fits.
    """
    own = family_of(rows, carried) if carried else frozenset()
    gap = min(max(gap, 0), len(rows))
    while gap < len(rows) and (rows[gap].ref.id in own or rows[gap].depth > deepest):
        gap += 1
    above = next((row for row in reversed(rows[:gap]) if row.ref.id not in own), None)
    least = rows[gap].depth if gap < len(rows) else 0
    most = min(deepest, above.depth + 1 if above is not None else 0)
    depth = max(least, min(wanted, most))
    parent = _parent(rows[:gap], depth, own)
    return DropPlace(gap, depth, parent, _before(rows[gap:], depth, parent, own))


def _parent(above: Sequence[AgendaRow], depth: int, own: frozenset[str]) -> str | None:
    if not depth:
        return None
    found = (row for row in reversed(above) if row.ref.id not in own and row.depth == depth - 1)
    return next((row.ref.id for row in found), None)


def _before(below: Sequence[AgendaRow], depth: int, parent: str | None, own: frozenset[str]) -> str | None:
    """The first sibling below; None when the item would be the last of its level."""
    for row in below:
        if row.ref.id in own:
            continue
        if row.depth < depth:
            return None
        if row.depth == depth and row.parent == parent:
            return row.ref.id
    return None
