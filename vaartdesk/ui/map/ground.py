"""The ground of the map: outlines in tiles that are drawn where they are seen, small ones only from near, and names."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from vaartdesk.core.dataclass import dataclass
from vaartdesk.ui.map.layers import ORDER, Layer
from vaartdesk.ui.map.plan import Caption, Outline, Plan
from vaartdesk.ui.painting import kept
from vaartdesk.ui.theme.fonts import font, line_height, metrics
from vaartdesk.ui.theme.theme import theme

TILES: Final = 12
"""Tiles along the longer side."""
SMALL: Final = 40.0
"""Metres under which a building or a green is left out from afar."""
SEEN: Final = 5.0
"""Pixels that SMALL must be to be worth drawing."""
LEAST_LINE: Final = 1.5
CASING: Final = 2.0
"""Pixels that the edge of a street adds to its width."""
BELOW: Final = 24.0
"""Pixels that the name of a square lies under its middle, where pins without a spot of their own stand."""
FILLS: Final[dict[Layer, str]] = {
    "green": "green", "water": "water", "building": "window", "square": "surface", "street": "surface",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tile:
    """Outlines of one layer that lie together; ``width`` of lines in metres, 0 for areas."""

    layer: Layer
    width: float
    is_small: bool
    bounds: QRectF
    path: QPainterPath


class Ground:
    """Draws a plan. ``painted_tiles`` counts what was drawn since the beginning."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.tiles = _tiles(plan)
        self.painted_tiles = 0
        self._captions: dict[float, list[tuple[Caption, QRectF]]] = {}

    def paint(self, painter: QPainter, rect: QRectF, scale: float) -> None:
        """Everything within ``rect`` (metres); the painter draws in metres, ``scale`` is pixels a metre."""
        painter.fillRect(rect, theme().colour("groove"))
        with kept(painter):
            for tile in self.tiles:
                is_seen = not tile.is_small or SMALL * scale >= SEEN
                if is_seen and tile.bounds.intersects(rect):
                    self.painted_tiles += 1
                    _paint_tile(painter, tile, scale, is_casing=True)
            for tile in self.tiles:  # streets again without their edge, so that crossings are open
                if tile.width and tile.bounds.intersects(rect):
                    _paint_tile(painter, tile, scale, is_casing=False)
                elif tile.layer == "square" and tile.bounds.intersects(rect):
                    painter.fillPath(tile.path, theme().colour("surface"))

    # --- names -------------------------------------------------------------------------------------------------------

    def captions(self, scale: float) -> list[tuple[Caption, QRectF]]:
        """The names that fit at a scale without touching each other, with their room in pixels from the middle."""
        known = round(scale, 4)
        if known not in self._captions:
            if len(self._captions) > 24:
                self._captions.clear()
            self._captions[known] = self._placed(scale)
        return self._captions[known]

    def _placed(self, scale: float) -> list[tuple[Caption, QRectF]]:
        found: list[tuple[Caption, QRectF]] = []
        cells: dict[tuple[int, int], list[QRectF]] = {}
        for caption in self.plan.captions:
            width = metrics("meta", 600 if caption.is_strong else 500).horizontalAdvance(caption.text)
            if caption.length and caption.length * scale < width * 1.15:
                continue
            room = _room(caption, width, scale)
            where = [
                (column, row)
                for column in range(math.floor(room.left() / 200), math.floor(room.right() / 200) + 1)
                for row in range(math.floor(room.top() / 200), math.floor(room.bottom() / 200) + 1)
            ]
            if any(room.intersects(other) for cell in where for other in cells.get(cell, ())):
                continue
            for cell in where:
                cells.setdefault(cell, []).append(room)
            found.append((caption, room))
        return found

    def paint_captions(self, painter: QPainter, seen: QRectF, scale: float, origin: QPointF) -> None:
        """Names within ``seen`` (pixels from the plan's middle); the painter draws in pixels, ``origin`` is that middle."""
        for caption, room in self.captions(scale):
            if not room.intersects(seen):
                continue
            is_water = caption.length == 0 and not caption.is_strong
            painter.save()
            painter.translate(origin + QPointF(caption.at[0] * scale, caption.at[1] * scale))
            painter.rotate(math.degrees(caption.angle))
            painter.setFont(font("meta", 600 if caption.is_strong else 500))
            painter.setPen(theme().colour("text3" if is_water else "text2"))
            half = metrics("meta", 600).horizontalAdvance(caption.text)
            down = BELOW if caption.is_strong else 0.0
            line = QRectF(-half, down - line_height("meta") / 2, 2 * half, line_height("meta"))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter) | Qt.TextFlag.TextDontClip, caption.text)
            painter.restore()


def _room(caption: Caption, width: float, scale: float) -> QRectF:
    """The upright box around a turned name, in pixels from the plan's middle."""
    high = line_height("meta")
    across = abs(width * math.cos(caption.angle)) + abs(high * math.sin(caption.angle))
    down = abs(width * math.sin(caption.angle)) + abs(high * math.cos(caption.angle))
    room = QRectF(caption.at[0] * scale - across / 2, caption.at[1] * scale - down / 2, across, down)
    return room.translated(0, BELOW) if caption.is_strong else room


def _paint_tile(painter: QPainter, tile: Tile, scale: float, *, is_casing: bool) -> None:
    colours = theme()
    edge = QPen(colours.colour("border"), 0)
    if not tile.width:
        painter.setBrush(colours.colour(FILLS[tile.layer]))
        painter.setPen(edge if tile.layer in {"building", "square"} else Qt.PenStyle.NoPen)
        painter.drawPath(tile.path)
        return
    width = max(tile.width, LEAST_LINE / scale)
    if is_casing:
        width += CASING / scale
    colour = colours.colour("border" if is_casing else FILLS[tile.layer])
    painter.strokePath(
        tile.path, QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )


def _tiles(plan: Plan) -> tuple[Tile, ...]:
    """Outlines gathered by layer, width and where they lie, in the order of drawing."""
    left, top, right, bottom = plan.bounds
    side = max(right - left, bottom - top, 1.0) / TILES
    paths: dict[tuple[Layer, float, bool, int, int], QPainterPath] = {}
    for outline in plan.outlines:
        if outline.layer == "spot":
            continue
        path = _path(outline)
        box = path.boundingRect()
        is_small = (
            not outline.is_line and outline.layer in {"building", "green"} and max(box.width(), box.height()) < SMALL
        )
        column, row = int((box.center().x() - left) / side), int((box.center().y() - top) / side)
        key = (outline.layer, round(outline.width, 1), is_small, column, row)
        paths.setdefault(key, QPainterPath()).addPath(path)
    tiles = []
    for (layer, width, is_small, _column, _row), path in paths.items():
        path.setFillRule(Qt.FillRule.OddEvenFill)
        reach = width / 2 + 1
        tiles.append(Tile(layer, width, is_small, path.boundingRect().adjusted(-reach, -reach, reach, reach), path))
    return tuple(sorted(tiles, key=lambda tile: ORDER.index(tile.layer)))


def _path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    for ring in outline.rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
    return path
