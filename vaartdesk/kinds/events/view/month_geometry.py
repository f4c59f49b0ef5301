"""Where everything of the month lies, in logical pixels: design 6 in numbers."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF

from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.events.view.lanes import TALL, Overflow, Piece
from vaartdesk.kinds.events.view.period import DAYS, Period
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, told_font

WEEK: Final = 30
LEFT: Final = 6
RIGHT: Final = 18
BOTTOM: Final = 14
WEEKDAYS: Final = 26
NUMBER: Final = 26
"""The head of a cell, down to the first lane."""
LANE: Final = 20
GAP: Final = 2
TALL_SHORT: Final = 6
"""So much a two-lane event ends above the end of its second lane."""
INSET: Final = 2.5
TEXT: Final = 8
LINE: Final = 3
EDGE: Final = 6
"""So near a true begin or end the pointer resizes."""

Part = Literal["body", "begin", "end"]


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines of a grid of so many weeks in a size: the same for every month, so kept."""

    top: float
    """Where the first week begins, below the names of the days."""
    xs: tuple[float, ...]
    """The edges of the columns, on whole pixels."""
    ys: tuple[float, ...]
    """The edges of the weeks."""
    cells: tuple[QRectF, ...]
    """The cell of each day, in order; nobody changes these."""
    heads: tuple[QRectF, ...]
    """In each cell the line with the number of the day; nobody changes these."""
    lane: float
    """The height of a lane: as designed, or what a larger font needs."""
    number_height: float
    """The head of a cell, down to the first lane."""
    caption: float
    """The height of a caption along the lower edge of a cell, as of the time on the second line of an event."""
    title: float
    """The height of the first line of an event that has two."""
    rooms: tuple[tuple[int, int], ...]
    """How many lanes fit in the cells of each week: without a caption along the lower edge, and with one."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """The grid of a period in a size; made by `geometry`, because everything painted asks it."""

    period: Period
    first: date
    """The day in the upper left corner."""
    frame: Frame

    def x(self, column: int) -> float:
        """The left edge of a column."""
        return self.frame.xs[column]

    def y(self, week: int) -> float:
        """The upper edge of a week."""
        return self.frame.ys[week]

    def cell(self, day: date) -> QRectF:
        """The cell of a day that is shown."""
        return QRectF(self.frame.cells[(day - self.first).days])

    def grid(self) -> QRectF:
        """All cells together."""
        return QRectF(QPointF(self.x(0), self.y(0)), QPointF(self.x(DAYS), self.y(self.period.weeks)))

    def around(self, size: QSizeF) -> tuple[QRectF, ...]:
        """What is left above, below and beside the cells."""
        grid, width = self.grid(), size.width()
        return (
            QRectF(0, 0, width, grid.top()),
            QRectF(0, grid.bottom(), width, size.height() - grid.bottom()),
            QRectF(0, grid.top(), grid.left(), grid.height()),
            QRectF(grid.right(), grid.top(), width - grid.right(), grid.height()),
        )

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point; None beside the cells."""
        if not self.grid().contains(point):
            return None
        columns = (number for number in range(DAYS) if point.x() < self.x(number + 1))
        weeks = (number for number in range(self.period.weeks) if point.y() < self.y(number + 1))
        column, week = next(columns, DAYS - 1), next(weeks, self.period.weeks - 1)
        return self.period.first + timedelta(week * DAYS + column)

    # --- lanes ---------------------------------------------------------------------------------------------------------

    def room(self, day: date, *, has_caption: bool = False) -> int:
        """How many lanes fit in the cell of a day; a caption along its lower edge takes one away."""
        return self.frame.rooms[(day - self.first).days // DAYS][has_caption]

    def rect(self, piece: Piece) -> QRectF:
        """The box of a piece."""
        frame = self.frame
        top = frame.ys[piece.week] + frame.number_height + piece.lane * (frame.lane + GAP)
        height = frame.lane if piece.lanes == 1 else TALL * (frame.lane + GAP) - GAP - TALL_SHORT
        left = frame.xs[piece.first] + (INSET if piece.begins else 0.5)
        right = frame.xs[piece.last + 1] - (INSET if piece.ends else 0.0)
        return QRectF(left, top, max(1.0, right - left), height)

    def overflow(self, overflow: Overflow) -> QRectF:
        """Where "+3 meer" stands."""
        frame, (week, column) = self.frame, divmod((overflow.day - self.first).days, DAYS)
        top = frame.ys[week] + frame.number_height + max(0, overflow.lane) * (frame.lane + GAP)
        left = frame.xs[column] + INSET
        return QRectF(left, top, frame.xs[column + 1] - INSET - left, frame.lane)

    def part(self, piece: Piece, point: QPointF) -> Part:
        """What of a piece a point touches: its body, or an end that can be drawn out."""
        rect = self.rect(piece)
        if piece.ends and point.x() > rect.right() - EDGE:
            return "end"
        if piece.begins and point.x() < rect.left() + EDGE:
            return "begin"
        return "body"


def geometry(period: Period, size: QSizeF) -> Geometry:
    """Measure the grid of a period for a size and the font of now."""
    return Geometry(period, period.first, _frame(period.weeks, size.width(), size.height(), told_font()))


@lru_cache(maxsize=8)
def _frame(weeks: int, width: float, height: float, _font: str) -> Frame:
    top = float(max(WEEKDAYS, round(line_height("meta")) + sizes.SPACE_2))
    left = LEFT + WEEK
    column, week = (width - left - RIGHT) / DAYS, (height - top - BOTTOM) / weeks
    xs = tuple(float(round(left + number * column)) for number in range(DAYS + 1))
    ys = tuple(float(round(top + number * week)) for number in range(weeks + 1))
    cells = tuple(QRectF(x, y, end - x, low - y) for y, low in pairwise(ys) for x, end in pairwise(xs))
    head, caption = max(20.0, line_height("body")), line_height("micro")
    lane, number_height = max(float(LANE), line_height("meta") + 4), max(float(NUMBER), line_height("body") + 8)

    def lanes(height: float) -> int:
        return max(0, int((height - number_height - LINE + GAP) // (lane + GAP)))

    return Frame(
        top=top,
        xs=xs,
        ys=ys,
        cells=cells,
        heads=tuple(QRectF(cell.left() + TEXT, cell.top() + 4, cell.width() - TEXT - 4, head) for cell in cells),
        lane=lane,
        number_height=number_height,
        caption=caption,
        title=line_height("meta") + 4,
        rooms=tuple((lanes(low - high), lanes(low - high - caption - GAP)) for high, low in pairwise(ys)),
    )
