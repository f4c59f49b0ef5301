"""A map as the view draws it: outlines in metres from its middle, x to the right and y down, and where a name lies."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, fold
from vaartdesk.formats.geojson import LocalPlane, Reading, ShapeError, middle, read_shapes
from vaartdesk.formats.where import is_dutch
from vaartdesk.ui.map.layers import Layer, is_open_street_map, is_sketch, layer_of, name_of, width_of

Point = tuple[float, float]
"""Metres to the right and down."""
MOST_METRES: Final = 30_000
"""A plane is flat enough for a town; a country is not a plan."""
STRAIGHT: Final = math.radians(12)
"""A street that turns less than this still carries its name in one line."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One shape to draw; ``width`` in metres counts for lines only."""

    layer: Layer
    is_line: bool
    rings: tuple[tuple[Point, ...], ...]
    name: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Caption:
    """A name: around which point, at which angle (radians), along how many metres; ``length`` 0 lies level."""

    text: str
    at: Point
    angle: float = 0.0
    length: float = 0.0
    is_strong: bool = False


@dataclass(frozen=True)
class Plan:
    """``bounds``: left, top, right, bottom in metres. ``middles``: folded name -> a point in the middle of what bears it."""

    plane: LocalPlane
    outlines: tuple[Outline, ...]
    bounds: tuple[float, float, float, float]
    captions: tuple[Caption, ...] = ()
    middles: Mapping[str, Point] = field(default_factory=dict)
    is_sketch: bool = False
    is_open_street_map: bool = False

    def point(self, latitude: float, longitude: float) -> Point:
        """Where a spot in degrees lies."""
        x, y = self.plane.metres(latitude, longitude)
        return x, -y

    def degrees(self, point: Point) -> tuple[float, float]:
        """Latitude and longitude of a point."""
        return self.plane.degrees(point[0], -point[1])

    def holds(self, point: Point) -> bool:
        """Whether a point lies on the map, a little beside it included."""
        left, top, right, bottom = self.bounds
        edge = max(right - left, bottom - top) * 0.1
        return left - edge <= point[0] <= right + edge and top - edge <= point[1] <= bottom + edge

    def middle_of(self, name: str) -> Point | None:
        """The middle of a street or square; None where the map does not know the name."""
        return self.middles.get(fold(name)) if name else None

    def nearest_name(self, point: Point, within: float = 40.0) -> str:
        """The name of the street or square at a point, '' when none is near."""
        named = [o for o in self.outlines if o.name and o.layer in {"street", "square", "green"}]
        found = min(((_distance(o, point), o.name) for o in named), default=(within + 1, ""))
        return found[1] if found[0] <= within else ""


def read_plan(data: bytes) -> tuple[Plan, Reading]:
    """The plan in a GeoJSON file. Raises ShapeError with a Dutch sentence for what is no map of a town."""
    reading = read_shapes(data)
    return plan_of(reading), reading


def plan_of(reading: Reading) -> Plan:
    """The shapes of a file as a plan. Raises ShapeError when there are none, when they cover more than a town, or lie where
    no ticket of ours can be.
    """
    centre = middle(reading.shapes)
    if centre is None:
        raise ShapeError(_("In dit bestand staan geen vormen die op de plattegrond passen."))
    if not is_dutch(*centre):
        told = _("Deze kaart ligt buiten Nederland.")
        if is_dutch(centre[1], centre[0]):
            told = _("Breedte en lengte staan omgewisseld in deze kaart; GeoJSON begint met de lengte.")
        raise ShapeError(told)
    plane, outlines = LocalPlane(*centre), []
    for shape in reading.shapes:
        rings = tuple(tuple(_down(plane.metres(*spot)) for spot in ring) for ring in shape.rings)
        is_line = shape.sort == "line"
        outlines.append(Outline(layer_of(shape), is_line, rings, name_of(shape), width_of(shape) if is_line else 0.0))
    bounds = _bounds(point for outline in outlines for ring in outline.rings for point in ring)
    if max(bounds[2] - bounds[0], bounds[3] - bounds[1]) > MOST_METRES:
        raise ShapeError(_("Deze kaart is groter dan een stad. Kies een bestand van hoogstens 30 bij 30 kilometer."))
    captions, middles = _named(outlines)
    sketched = any(is_sketch(shape) for shape in reading.shapes)
    is_osm = any(is_open_street_map(shape) for shape in reading.shapes)
    return Plan(plane, tuple(outlines), bounds, captions, middles, sketched, is_osm)


def _down(point: Point) -> Point:
    return point[0], -point[1]


def _bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


# --- names ---------------------------------------------------------------------------------------------------------


def _named(outlines: Sequence[Outline]) -> tuple[tuple[Caption, ...], dict[str, Point]]:
    """One caption per name, on its longest piece, and the middle of each; a square counts before a street."""
    best: dict[str, tuple[tuple[bool, float], Outline]] = {}
    for outline in outlines:
        if outline.name:
            rank = (not outline.is_line, _size(outline))
            key = fold(outline.name)
            if key not in best or rank > best[key][0]:
                best[key] = rank, outline
    captions = [_caption(outline) for _rank, outline in best.values() if outline.layer != "building"]
    captions.sort(key=lambda c: (not c.is_strong, -c.length, c.text))
    return tuple(captions), {key: _middle(outline) for key, (_rank, outline) in best.items()}


def _size(outline: Outline) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(outline.rings[0]))


def _middle(outline: Outline) -> Point:
    ring = outline.rings[0]
    return _along(ring, 0.5) if outline.is_line else _centroid(ring)


def _along(line: Sequence[Point], share: float) -> Point:
    """The point at a share of a line's length."""
    left = share * sum(math.dist(a, b) for a, b in pairwise(line))
    for a, b in pairwise(line):
        length = math.dist(a, b)
        if length and left <= length:
            return a[0] + (b[0] - a[0]) * left / length, a[1] + (b[1] - a[1]) * left / length
        left -= length
    return line[-1]


def _centroid(ring: Sequence[Point]) -> Point:
    """The centre of gravity of an area; of a spot or a flat one the middle of its points."""
    pairs = list(pairwise(ring))
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    area = sum(crosses)
    if abs(area) < 1e-6:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    x = sum((a[0] + b[0]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / (3 * area)
    y = sum((a[1] + b[1]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / (3 * area)
    return x, y


def _caption(outline: Outline) -> Caption:
    if not outline.is_line:
        return Caption(outline.name, _middle(outline), is_strong=outline.layer in {"square", "green"})
    run = max(_runs(outline.rings[0]), key=lambda piece: math.dist(piece[0], piece[-1]))
    (ax, ay), (bx, by) = run[0], run[-1]
    angle = math.atan2(by - ay, bx - ax)
    if not -math.pi / 2 < angle <= math.pi / 2:  # never upside down
        angle -= math.copysign(math.pi, angle)
    # A third along, so that what is put on the middle of the street leaves its name readable.
    return Caption(outline.name, _along(run, 1 / 3), angle, math.dist(run[0], run[-1]))


def _runs(line: Sequence[Point]) -> list[list[Point]]:
    """The pieces of a line that are nearly straight."""
    runs: list[list[Point]] = [[line[0]]]
    heading: float | None = None
    for a, b in pairwise(line):
        turned = math.atan2(b[1] - a[1], b[0] - a[0])
        if heading is not None and abs(math.remainder(turned - heading, math.tau)) > STRAIGHT:
            runs.append([a])
            heading = None
        heading = turned if heading is None else heading
        runs[-1].append(b)
    return runs


def _distance(outline: Outline, point: Point) -> float:
    """Metres from a point to the nearest edge, 0 inside an area."""
    ring = outline.rings[0]
    edge = min((_to_edge(point, a, b) for a, b in pairwise(ring)), default=math.inf)
    if outline.is_line:
        return max(0.0, edge - outline.width / 2)
    return 0.0 if _is_inside(point, ring) else edge


def _to_edge(point: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, a, b
    square = (bx - ax) ** 2 + (by - ay) ** 2
    share = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square)) if square else 0.0
    return math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))


def _is_inside(point: Point, ring: Sequence[Point]) -> bool:
    x, y = point
    crossings = (
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in pairwise(ring)
    )
    return sum(crossings) % 2 == 1
