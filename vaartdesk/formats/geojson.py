"""Shapes for the map: GeoJSON (RFC 7946) in degrees, or in metres of the Dutch grid, read within limits.

The Dutch grid (Rijksdriehoekstelsel, EPSG:28992) is turned into degrees with the published polynomials of
Schreutelkamp and Strang van Hees, good to about half a metre on land.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Final, Literal

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, clean

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_FEATURES: Final = 50_000
MAX_POINTS: Final = 1_000_000
_PROPERTIES, _LENGTH = 50, 300

Place = tuple[float, float]
"""Latitude and longitude in degrees (WGS84)."""
Sort = Literal["point", "line", "polygon"]


class ShapeError(ValueError):
    """The bytes are no shapes to be read; the text is a Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A point (one ring of one place), a line (one ring), or a polygon (its outline, then its holes, each closed)."""

    sort: Sort
    rings: tuple[tuple[Place, ...], ...]
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the source calls it; empty where it does not say."""
        return self.properties.get("name") or self.properties.get("naam") or ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The shapes of a file in order, how many were left out, and whether they came in metres of the Dutch grid."""

    shapes: tuple[Shape, ...]
    skipped: int = 0
    is_dutch_grid: bool = False


def read_shapes(data: bytes) -> Reading:
    """The Polygons, LineStrings and Points of a GeoJSON file, in degrees; what comes as several in one is taken apart.

    Features of another sort, with places that cannot be, or without enough of them are counted in `skipped`. Raises
    ShapeError for what is no GeoJSON or too large.
    """
    features = _features(_parsed(data))
    if len(features) > MAX_FEATURES:
        raise _too_large()
    budget = _Budget(MAX_POINTS)
    parts = [(number, part) for number, feature in enumerate(features) for part in _parts(feature)]
    if len(parts) > MAX_FEATURES + len(features):
        raise _too_large()
    read = [(number, raw) for number, part in parts if (raw := _shape(part, budget)) is not None]
    found = [raw for _number, raw in read]
    # By size, as files are silent about it: no degree is above a thousand. Most decide, not one slip.
    is_grid = 2 * sum(abs(rings[0][0][0]) > 1000 for _sort, rings, _more in found) > len(found)
    placed = [(number, shape) for number, raw in read if (shape := _placed(raw, is_grid)) is not None]
    whole = {number for number, _shape in placed}
    return Reading(tuple(shape for _number, shape in placed), len(features) - len(whole), is_grid)


Raw = tuple[Sort, list[list[tuple[float, float]]], Mapping[str, str]]


def _parsed(data: bytes) -> object:
    if len(data) > MAX_BYTES:
        raise _too_large()
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ShapeError(_("Dit is geen GeoJSON-bestand, of het is beschadigd.")) from error


def _no_constant(name: str) -> float:
    raise ValueError(f"not JSON: {name}")


def _too_large() -> ShapeError:
    return ShapeError(
        _("De kaart is te groot: hoogstens {mb} MB, {shapes} vormen en {points} punten.").format(
            mb=MAX_BYTES // 1024 // 1024, shapes=MAX_FEATURES, points=MAX_POINTS
        )
    )


def _features(document: object) -> list[Any]:
    if isinstance(document, dict):
        kind = document.get("type")
        if kind == "FeatureCollection" and isinstance(document.get("features"), list):
            features: list[Any] = document["features"]
            return features
        if kind == "Feature":
            return [document]
        if isinstance(kind, str) and kind.removeprefix("Multi") in _SORTS:
            return [{"type": "Feature", "geometry": document}]
    raise ShapeError(_("In dit bestand staan geen vormen (GeoJSON)."))


class _Budget:
    """How many places may still be read; a file that hides more behind few features ends here."""

    def __init__(self, places: int) -> None:
        self._left = places

    def spend(self, places: int) -> None:
        self._left -= places
        if self._left < 0:
            raise _too_large()


# The sort of each type, and how deep its coordinates lie.
_SORTS: Final[Mapping[str, tuple[Sort, int]]] = {
    "Point": ("point", 0),
    "LineString": ("line", 1),
    "Polygon": ("polygon", 2),
}
_LEAST: Final[Mapping[Sort, int]] = {"point": 1, "line": 2, "polygon": 4}


def _parts(feature: object) -> list[object]:
    """A feature of several shapes as one of each, with the properties of all; any other feature as it is."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(geometry, dict):
        return [feature]
    kind, held = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        return [{**feature, "geometry": part} for part in geometry["geometries"]]
    if isinstance(kind, str) and kind.removeprefix("Multi") in _SORTS and kind not in _SORTS and isinstance(held, list):
        single = kind.removeprefix("Multi")
        return [{**feature, "geometry": {"type": single, "coordinates": part}} for part in held]
    return [feature]


def _shape(feature: object, budget: _Budget) -> Raw | None:
    """The shape as it stands in the file; None where it is not one of ours."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(geometry, dict):
        return None
    kind = geometry.get("type")
    if not isinstance(kind, str) or kind not in _SORTS:
        return None
    sort, depth = _SORTS[kind]
    coordinates = geometry.get("coordinates")
    for _level in range(2 - depth):
        coordinates = [coordinates]
    rings = [ring for ring in _rings(coordinates, budget) if ring is None or len(ring) >= _LEAST[sort]]
    whole = [ring for ring in rings if ring is not None]
    if not whole or len(whole) < len(rings) or (sort == "polygon" and any(ring[0] != ring[-1] for ring in whole)):
        return None
    return sort, whole, _properties(feature.get("properties"))


def _rings(coordinates: object, budget: _Budget) -> Iterator[list[tuple[float, float]] | None]:
    """Each ring; None for one with a place that is none."""
    if not isinstance(coordinates, list):
        yield None
        return
    for ring in coordinates:
        if not isinstance(ring, list):
            yield None
            continue
        budget.spend(len(ring))
        places = [_pair(place) for place in ring]
        yield None if None in places else [place for place in places if place is not None]


def _pair(place: object) -> tuple[float, float] | None:
    if not isinstance(place, list) or not 2 <= len(place) <= 4:
        return None
    x, y = place[:2]
    if not _is_number(x) or not _is_number(y) or abs(x) > 1e7 or abs(y) > 1e7:
        return None
    return float(x), float(y)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _properties(given: object) -> dict[str, str]:
    """The plain properties as text, within limits; lists and objects are left out."""
    if not isinstance(given, dict):
        return {}
    plain = ((key, value) for key, value in given.items() if isinstance(value, str | int | float) and value != "")
    return {
        clean(key)[:_LENGTH]: (f"{value:.15g}" if isinstance(value, float) else clean(str(value)))[:_LENGTH]
        for (key, value), _n in zip(plain, range(_PROPERTIES), strict=False)
    }


def _placed(raw: Raw, is_grid: bool) -> Shape | None:
    """The shape in degrees; None where a place lies outside the grid or the earth."""
    sort, rings, properties = raw
    if is_grid:
        if not all(-7_000 <= x <= 300_000 and 289_000 <= y <= 629_000 for ring in rings for x, y in ring):
            return None
        return Shape(sort, tuple(tuple(from_dutch_grid(x, y) for x, y in ring) for ring in rings), properties)
    if not all(abs(x) <= 180 and abs(y) <= 90 for ring in rings for x, y in ring):
        return None
    return Shape(sort, tuple(tuple((y, x) for x, y in ring) for ring in rings), properties)


# --- projections ---------------------------------------------------------------------------------------------------

_LATITUDE: Final = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.2475),
    (2, 1, -0.84978),
    (0, 3, -0.0655),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.0053),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)
_LONGITUDE: Final = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
)


def from_dutch_grid(x: float, y: float) -> Place:
    """Degrees of a place in metres of the Dutch grid (x from 0 to 300,000, y from 300,000 to 629,000)."""
    dx, dy = (x - 155_000) / 100_000, (y - 463_000) / 100_000
    latitude = 52.15517440 + sum(k * dx**p * dy**q for p, q, k in _LATITUDE) / 3600
    longitude = 5.38720621 + sum(k * dx**p * dy**q for p, q, k in _LONGITUDE) / 3600
    return latitude, longitude


@dataclass(frozen=True, slots=True)
class LocalPlane:
    """Metres east and north of a centre, for a town: nine centimetres wrong over two and a half kilometres."""

    latitude: float
    longitude: float

    @property
    def _degree(self) -> tuple[float, float]:
        """The length in metres of a degree north and a degree east, on the ellipsoid of WGS84 at the centre."""
        angle = math.radians(self.latitude)
        squeeze = 1 - 0.00669437999014 * math.sin(angle) ** 2
        north = math.pi / 180 * 6_378_137 * (1 - 0.00669437999014) / squeeze**1.5
        east = math.pi / 180 * 6_378_137 * math.cos(angle) / math.sqrt(squeeze)
        return north, east

    def metres(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Metres east and north of the centre; turn the second round for a screen, where y goes down."""
        north, east = self._degree
        return (longitude - self.longitude) * east, (latitude - self.latitude) * north

    def degrees(self, x: float, y: float) -> Place:
        """The place `x` metres east and `y` metres north of the centre."""
        north, east = self._degree
        return self.latitude + y / north, self.longitude + x / east


def middle(shapes: Sequence[Shape]) -> Place | None:
    """The middle of the box around all shapes, to put a plane on; None without shapes."""
    places = [place for shape in shapes for ring in shape.rings for place in ring]
    if not places:
        return None
    latitudes, longitudes = zip(*places, strict=True)
    return (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
