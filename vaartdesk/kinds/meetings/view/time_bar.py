"""The evening to scale: a segment for each item in the colour of its purpose, the planned end, and what runs over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.model.states import PURPOSES
from vaartdesk.kinds.meetings.view.agenda_data import Agenda, AgendaRow
from vaartdesk.schema.listing import Chip, Tone
from vaartdesk.ui import painting
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

BAR: Final = 10
GAP: Final = 2
SIDE: Final = 20
SWATCH: Final = 10
TONES: Final[dict[str, Tone]] = {option.slug: option.tone for option in PURPOSES}  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the bar: an item, or the part of it on one side of the planned end. In minutes after the start."""

    row: AgendaRow
    start: int
    end: int
    is_over: bool


def pieces_of(rows: Sequence[AgendaRow], planned: int) -> tuple[Piece, ...]:
    """The bar of an agenda; an item that lies across the planned end is two pieces. ``planned`` 0: no end."""

    def cut() -> Iterator[Piece]:
        for row in rows:
            end = row.offset + row.minutes
            if planned and row.offset < planned < end:
                yield Piece(row, row.offset, planned, False)
                yield Piece(row, planned, end, True)
            elif row.minutes:
                yield Piece(row, row.offset, end, bool(planned) and row.offset >= planned)

    return tuple(cut())


def colour_of(purpose: str) -> QColor:
    """The fill of a purpose in bar and legend."""
    return QColor(theme().state(TONES.get(purpose, "neutral")).solid)


class TimeBar(QWidget):
    """objectName `timeBar`. `picked(key)`: a press on an item's segment."""

    picked = Signal(str)

    def __init__(self, *, is_small: bool = False) -> None:
        super().__init__()
        self.agenda: Agenda | None = None
        self.pieces: tuple[Piece, ...] = ()
        self._is_small = is_small
        self.setObjectName("timeBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, agenda: Agenda | None) -> None:
        """Draw another agenda, or the same after a change."""
        self.agenda = agenda
        self.pieces = pieces_of(agenda.rows, agenda.planned) if agenda else ()
        self.setAccessibleName(self.spoken())
        self.update()

    def span(self) -> str:
        """``19:30 – 21:38``."""
        if self.agenda is None or self.agenda.starts_at is None:
            return ""
        return f"{self.agenda.clock(0)} – {self.agenda.clock(self.agenda.total)}"

    def count(self) -> str:
        """``9 punten, 128 minuten``."""
        if self.agenda is None:
            return ""
        n = len(self.agenda.rows)
        points = ngettext("{n} punt", "{n} punten", n).format(n=n)
        return f"{points}, {str(_('{n} minuten')).format(n=self.agenda.total)}"

    def overrun(self) -> str:
        """``8 min te lang``; '' when it fits."""
        over = self.agenda.over if self.agenda else 0
        return str(_("{n} min te lang")).format(n=over) if over else ""

    def planned_end(self) -> str:
        """``einde 21:30``; '' when none is planned."""
        if self.agenda is None or not self.agenda.planned or self.agenda.starts_at is None:
            return ""
        return str(_("einde {time}")).format(time=self.agenda.clock(self.agenda.planned))

    def spoken(self) -> str:
        """The bar as one sentence."""
        return ", ".join(part for part in (self.span(), self.count(), self.overrun(), self.planned_end()) if part)

    def sizeHint(self) -> QSize:
        if self._is_small:
            return QSize(200, round(BAR + line_height("meta")) + 3 * sizes.SPACE_3)
        lines = line_height("body") + line_height("meta")
        return QSize(200, round(lines) + BAR + 2 * sizes.SPACE_3 + 2 * sizes.SPACE_3)

    # --- painting ------------------------------------------------------------------------------------------------------

    def bar(self) -> QRectF:
        """Where the bar lies."""
        top = sizes.SPACE_3 if self._is_small else sizes.SPACE_3 + round(line_height("body")) + sizes.SPACE_2
        side = sizes.SPACE_4 if self._is_small else SIDE
        return QRectF(side, top, max(1, self.width() - 2 * side), BAR)

    def _scale(self) -> float:
        """Pixels of a minute: the whole width is the agenda, or the planned time where that is longer."""
        longest = max(self.agenda.total, self.agenda.planned, 1) if self.agenda else 1
        return self.bar().width() / longest

    def piece_rect(self, piece: Piece) -> QRectF:
        """Where a piece lies; never thinner than it can be seen."""
        bar, scale = self.bar(), self._scale()
        left = bar.left() + piece.start * scale
        width = max(2.0, (piece.end - piece.start) * scale - GAP)
        return QRectF(left, bar.top(), width, bar.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        painter.fillRect(QRectF(0, 0, self.width(), 1), colours.colour("border"))
        if self.agenda is None:
            return
        if not self._is_small:
            self._paint_words(painter)
        danger = QColor(colours.state("danger").solid)
        for piece in self.pieces:
            fill = danger if piece.is_over else colour_of(piece.row.purpose)
            painting.paint_box(painter, self.piece_rect(piece), fill, sizes.RADIUS_SEGMENT)
        self._paint_end(painter)
        self._paint_below(painter)

    def _paint_words(self, painter: QPainter) -> None:
        """The span and the count at the left, how far it runs over at the right."""
        bar, colours = self.bar(), theme()
        line = QRectF(bar.left(), sizes.SPACE_3 - 2, bar.width(), max(painting.chip_height(), line_height("body")))
        right = line.right()
        if self.overrun():
            chip = Chip(self.overrun(), "clock-alert", "danger")
            right -= painting.paint_chip_right(painter, right, line.center().y(), chip, painting.CHIP) + sizes.SPACE_3
        line.setRight(right)
        left = painting.paint_text(painter, line, self.span(), colours.colour("text1"), "body", 600, tabular=True)
        line.setLeft(line.left() + left + (sizes.SPACE_2 if left else 0))
        painting.paint_text(painter, line, self.count(), colours.colour("text2"))

    def _paint_end(self, painter: QPainter) -> None:
        """The planned end: a mark through the bar."""
        if self.agenda is None or not self.agenda.planned or not self.pieces:
            return
        bar = self.bar()
        x = min(bar.left() + self.agenda.planned * self._scale() - GAP / 2, bar.right())
        painter.fillRect(QRectF(x - 1, bar.top() - 4, 2, bar.height() + 8), theme().colour("text1"))

    def _paint_below(self, painter: QPainter) -> None:
        """What the colours mean, and when it should end."""
        bar, colours = self.bar(), theme()
        line = QRectF(bar.left(), bar.bottom() + sizes.SPACE_2 - 1, bar.width(), line_height("meta") + 2)
        end = self.planned_end()
        painting.paint_text(painter, line, end, colours.colour("text2"), "meta", align=painting.RIGHT)
        line.setRight(line.right() - metrics("meta").horizontalAdvance(end) - sizes.SPACE_3)
        if self._is_small:
            painting.paint_text(
                painter, line, self.agenda.clock(0) if self.agenda else "", colours.colour("text2"), "meta"
            )
            return
        for purpose in (o for o in PURPOSES if any(p.row.purpose == o.slug for p in self.pieces)):
            width = metrics("meta").horizontalAdvance(str(purpose.label))
            if line.left() + SWATCH + sizes.SPACE_2 + width > line.right():
                return
            swatch = QRectF(line.left(), line.center().y() - SWATCH / 2, SWATCH, SWATCH)
            painting.paint_box(painter, swatch, colour_of(purpose.slug), sizes.RADIUS_SEGMENT)
            line.setLeft(swatch.right() + sizes.SPACE_2 - 2)
            painting.paint_text(painter, line, str(purpose.label), colours.colour("text2"), "meta")
            line.setLeft(line.left() + width + sizes.SPACE_4)

    # --- pointing ------------------------------------------------------------------------------------------------------

    def piece_at(self, at: QPointF) -> Piece | None:
        """The piece under a point, with some room above and below."""
        reach = QPointF(0, sizes.SPACE_1)
        return next(
            (p for p in self.pieces if self.piece_rect(p).adjusted(-1, -reach.y(), 1, reach.y()).contains(at)), None
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        piece = self.piece_at(event.position())
        if piece is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(piece.row.ref.id)

    def event(self, event: QEvent) -> bool:
        """Tell which item a segment is."""
        if isinstance(event, QHelpEvent):
            piece = self.piece_at(QPointF(event.pos()))
            told = f"{piece.row.starts}  {piece.row.number} {piece.row.title}" if piece else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)
