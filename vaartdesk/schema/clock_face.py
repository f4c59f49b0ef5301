"""What the term clock shows: one segment per working day, as plain values.

Tickets, permits, papers and contracts all count to a day; they fill a `TermFace` and share one drawing.
"""

from __future__ import annotations

from typing import Literal

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.listing import Tone

Part = Literal["passed", "today", "ahead", "paused", "late", "done"]


@dataclass(frozen=True, slots=True)
class TermDay:
    """One day that counts, or some of a long term; `after_gap` when a weekend or holiday lies before it."""

    part: Part
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class TermFace:
    """The whole clock.

    `words` stand above ("Nog 2 werkdagen") with `detail` at the right; `start`, `now` and `end` stand below, `now`
    under today's segment. `tone` colours the words and the passed days: accent in time, warning nearly, danger late,
    neutral paused, success done.
    `sentence` is what a screen reader says: "nog 2 van 5 werkdagen, uiterlijk 26-11-2026".
    """

    days: tuple[TermDay, ...]
    tone: Tone
    words: str
    sentence: str
    detail: str = ""
    start: str = ""
    now: str = ""
    end: str = ""
    icon: str = "clock"
