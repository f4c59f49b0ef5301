"""The parts that rows, cards and chips are painted from: chip, badge, initials, due text, elided text.

Everything is in logical pixels; a painter on a sharper screen multiplies by itself, icons ask for their ratio. Each
painter is given the rectangle or edge it may use and answers the width it took.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.listing import Badge, Chip, Due
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import Style, line_height, metrics
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.words import END, MIDDLE, words

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
SHARES: Final = {LEFT: 0.0, CENTRE: MIDDLE, RIGHT: END}
DUE: Final[Style] = "meta"
CAP_PADDING: Final = 6
SMOOTH: Final = QPainter.RenderHint.Antialiasing


@dataclass(frozen=True, slots=True)
class ChipSize:
    """The measures of one chip height."""

    height: int
    style: Style
    icon: int
    padding: int
    gap: int
    radius: int


CHIP_ROW: Final = ChipSize(sizes.CHIP_ROW, "micro", sizes.ICON_CHIP, 6, 4, sizes.RADIUS_SMALL)
CHIP: Final = ChipSize(sizes.CHIP, "meta", sizes.ICON_CHIP, 6, 4, sizes.RADIUS_SMALL)
CHIP_LARGE: Final = ChipSize(sizes.CHIP_LARGE, "body", sizes.ICON, 8, 8, sizes.RADIUS_SMALL)


@contextmanager
def kept(painter: QPainter) -> Iterator[QPainter]:
    """Save the painter's state, smooth its edges, and give the state back."""
    painter.save()
    painter.setRenderHint(SMOOTH)
    try:
        yield painter
    finally:
        painter.restore()


def paint_box(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    radius: float = sizes.RADIUS,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle; a border lies wholly inside `rect`."""
    inset = width / 2 if border is not None else 0.0
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
    painter.save()  # by hand, not by `kept`: a window full of rows paints hundreds of boxes and dots
    painter.setRenderHint(SMOOTH)
    if fill is not None:
        painter.fillPath(path, fill)
    if border is not None:
        painter.strokePath(path, QPen(border, width))
    painter.restore()


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: QColor,
    style: Style = "body",
    weight: int | None = None,
    *,
    align: Qt.AlignmentFlag = LEFT,
    tabular: bool = False,
) -> float:
    """One line of text that elides at the right edge; answers the width it took."""
    return words(style, weight, tabular=tabular).paint(painter, rect, text, colour, SHARES[align])


def wrapped(text: str, width: float, most: int = 2, style: Style = "body", weight: int | None = 500) -> list[str]:
    """The text on at most so many lines; the last one elides."""
    measure = metrics(style, weight)
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and measure.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(measure.elidedText(line, Qt.TextElideMode.ElideRight, width))
    if words:
        lines.append(measure.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return lines or [""]


def chip_width(chip: Chip, size: ChipSize = CHIP) -> float:
    """The width a chip takes."""
    icon = size.icon + size.gap if chip.icon else 0
    return 2 * size.padding + icon + words(size.style, 500).width(str(chip.label))


def chip_height(size: ChipSize = CHIP) -> float:
    """The height of a chip: as designed, or what a larger font needs."""
    return max(float(size.height), line_height(size.style) + 2)


def paint_chip(
    painter: QPainter, rect: QRectF, chip: Chip, size: ChipSize = CHIP, *, ground: QColor | None = None
) -> None:
    """A chip that fills `rect`; `ground` replaces the soft fill (surface on a selected row)."""
    state = theme().state(chip.tone)
    ink = QColor(state.fg)
    paint_box(painter, rect, ground or QColor(state.soft), size.radius)
    left = rect.left() + size.padding
    if chip.icon:
        top = rect.center().y() - size.icon / 2
        paint_icon(painter, QRectF(left, top, size.icon, size.icon), chip.icon, ink)
        left += size.icon + size.gap
    label = QRectF(left, rect.top(), rect.right() - size.padding - left, rect.height())
    paint_text(painter, label, str(chip.label), ink, size.style, 500)


def paint_chip_right(
    painter: QPainter, right: float, middle: float, chip: Chip, size: ChipSize, ground: QColor | None = None
) -> float:
    """A chip that ends at `right` around the height `middle`; answers its width."""
    width, height = chip_width(chip, size), chip_height(size)
    paint_chip(painter, QRectF(right - width, round(middle - height / 2), width, height), chip, size, ground=ground)
    return width


def paint_cap(painter: QPainter, rect: QRectF, key: str) -> None:
    """A key as a small cap."""
    paint_box(painter, rect, theme().colour("window"), sizes.RADIUS_FIELD, theme().colour("border"))
    paint_text(painter, rect, key, theme().colour("text3"), "micro", 500, align=CENTRE)


def paint_badge(painter: QPainter, left: float, middle: float, badge: Badge | str, *, small: bool = False) -> float:
    """A theme line's letter: 20 px filled with ink, or 16 px soft for "other lines"; answers its width."""
    letter = badge if isinstance(badge, str) else badge.letter
    line, scheme = theme().line(letter), theme().scheme
    side = sizes.BADGE_SMALL if small else sizes.BADGE
    rect = QRectF(round(left), round(middle - side / 2), side, side)  # on whole pixels: its edges stay sharp
    fill = line.soft if small else (line.base if scheme.is_dark else line.ink)
    paint_box(painter, rect, QColor(fill), sizes.RADIUS_FIELD if small else sizes.RADIUS_SMALL)
    ink = QColor(line.ink if small else scheme.badge_letter)
    paint_text(painter, rect, letter, ink, "micro" if small else "body", 700, align=CENTRE)
    return float(side)


def paint_initials(
    painter: QPainter, rect: QRectF, text: str, *, square: bool = False, ground: QColor | None = None
) -> None:
    """Initials in a disc (a person) or a square (an organisation, neutral)."""
    state = theme().state("neutral" if square else "accent")
    paint_box(painter, rect, ground or QColor(state.soft), sizes.RADIUS if square else rect.width() / 2)
    style: Style = "section" if rect.width() > 1.4 * sizes.INITIALS else "micro"
    room = rect.adjusted(-sizes.SPACE_1, 0, sizes.SPACE_1, 0)  # two letters are never elided
    paint_text(painter, room, text, QColor(state.fg), style, 600, align=CENTRE)


def due_width(due: Due) -> float:
    """The width of a due text with its icon."""
    icon = sizes.ICON_INLINE + sizes.SPACE_1 if due.icon else 0
    return icon + words(DUE, _due_weight(due)).width(str(due.text))


def paint_due(painter: QPainter, right: float, middle: float, due: Due) -> float:
    """How late, in words, ending at `right`; answers its width. Never elided."""
    width = due_width(due)
    colour = due_colour(due)
    left = right - width
    if due.icon:
        side = sizes.ICON_INLINE
        paint_icon(painter, QRectF(left, middle - side / 2, side, side), due.icon, colour)
        left += side + sizes.SPACE_1
    height = line_height(DUE)
    rect = QRectF(left, middle - height / 2, right - left + 1, height)
    paint_text(painter, rect, str(due.text), colour, DUE, _due_weight(due))
    return width


def due_colour(due: Due) -> QColor:
    """Done is muted, a plain date text2, otherwise the state's own text colour."""
    if due.is_done:
        return theme().colour("text3")
    return theme().ink(due.tone)


def _due_weight(due: Due) -> int:
    return 400 if due.tone == "neutral" or due.is_done else 500


def paint_ring(painter: QPainter, rect: QRectF, radius: float = sizes.RADIUS) -> None:
    """The focus ring, 2 px inside `rect`."""
    paint_box(painter, rect, None, radius, theme().colour("focus"), sizes.FOCUS_RING)


def paint_dot(painter: QPainter, centre: QPointF, colour: QColor, side: float = sizes.DOT) -> None:
    """A filled disc of `side` across."""
    paint_dots(painter, (centre,), colour, side)


def paint_dots(painter: QPainter, centres: Iterable[QPointF], colour: QColor, side: float = sizes.DOT) -> None:
    """Filled discs of one colour and size."""
    painter.save()
    painter.setRenderHint(SMOOTH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = side / 2
    for centre in centres:
        painter.drawEllipse(centre, radius, radius)
    painter.restore()
