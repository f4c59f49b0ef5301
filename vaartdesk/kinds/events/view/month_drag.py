"""An event under the pointer: which days it would get when it was dropped now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.lanes import Piece, arrange
from vaartdesk.kinds.events.view.month_geometry import Part
from vaartdesk.kinds.events.view.period import Period


@dataclass(frozen=True, slots=True)
class Drag:
    """``grabbed``: the day the pointer took hold on; ``target``: the day it is over, None beside the grid."""

    piece: Piece
    part: Part
    grabbed: date
    target: date | None = None

    def over(self, day: date | None) -> Drag:
        return replace(self, target=day)

    @property
    def steps(self) -> tuple[int, int]:
        """By how many days the first and the last day move; a resized event keeps at least one day."""
        if self.target is None:
            return 0, 0
        days, length = (self.target - self.grabbed).days, self.piece.shown.days - 1
        if self.part == "begin":
            return min(days, length), 0
        if self.part == "end":
            return 0, max(days, -length)
        return days, days

    def ghost(self, period: Period) -> tuple[Piece, ...]:
        """The event as it would be, in the lane it has now."""
        shown = moved(self.piece.shown, *self.steps)
        if self.target is None or shown.last_on < period.first or shown.first_on > period.last:
            return ()
        pieces = arrange([shown], period, lambda day: 2).pieces
        lanes = 1 if shown.is_span else self.piece.lanes
        return tuple(replace(piece, lane=self.piece.lane, lanes=lanes) for piece in pieces)


def moved(shown: Shown, first: int, last: int) -> Shown:
    """The same event on other days."""
    return shown._replace(
        starts_at=shown.starts_at + timedelta(first),
        first_on=shown.first_on + timedelta(first),
        last_on=shown.last_on + timedelta(last),
    )
