from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats import geojson as module
from vaartdesk.formats.geojson import (
    LocalPlane,
    Reading,
    Shape,
    ShapeError,
    from_dutch_grid,
    middle,
    read_shapes,
)

SQUARE = [[6.56, 52.99], [6.57, 52.99], [6.57, 53.0], [6.56, 53.0], [6.56, 52.99]]
HOLE = [[6.562, 52.992], [6.563, 52.992], [6.563, 52.993], [6.562, 52.992]]
ASSEN = LocalPlane(52.995, 6.5625)


def feature(kind: str, coordinates: Any, properties: Any = None) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def collection(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def read(*features: Any) -> Reading:
    return read_shapes(collection(*features))


def test_points_lines_and_polygons_are_read() -> None:
    reading = read(
        feature(
            "Polygon", [SQUARE, HOLE], {"naam": "Koopmansplein", "nr": 12, "hoogte": 3.5, "lijst": [1], "leeg": ""}
        ),
        feature("LineString", SQUARE[:2], {"name": "Vaart"}),
        feature("Point", [6.56, 52.99, 12.0]),
    )
    assert [shape.sort for shape in reading.shapes] == ["polygon", "line", "point"]
    assert [shape.name for shape in reading.shapes] == ["Koopmansplein", "Vaart", ""]
    polygon, line, point = reading.shapes
    assert polygon.properties == {"naam": "Koopmansplein", "nr": "12", "hoogte": "3.5"}
    assert [len(ring) for ring in polygon.rings] == [5, 4]
    assert line.rings == (((52.99, 6.56), (52.99, 6.57)),)
    assert point.rings == (((52.99, 6.56),),)
    assert (reading.skipped, reading.is_dutch_grid) == (0, False)


def test_a_shape_on_its_own_is_read_too() -> None:
    for document in (feature("Point", [6.56, 52.99]), feature("Point", [6.56, 52.99])["geometry"]):
        assert len(read_shapes(json.dumps(document).encode()).shapes) == 1


@pytest.mark.parametrize(
    "bad",
    [
        feature("MultiPolygon", [SQUARE[:3], "x"]),
        feature("MultiPolygon", {}),
        feature("MultiMultiPolygon", [[SQUARE]]),
        feature("GeometryCollection", []),
        {"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": [None, {"type": "Point"}]}},
        feature("Polygon", [SQUARE[:4]]),
        feature("Polygon", [SQUARE[:2]]),
        feature("Polygon", [SQUARE, [[1, "x"], [2, 3], [4, 5], [1, "x"]]]),
        feature("Polygon", []),
        feature("Polygon", {}),
        feature("LineString", [[6.56, 52.99]]),
        feature("LineString", [[6.56], [6.57]]),
        feature("Point", []),
        feature("Point", [True, False]),
        feature("Point", [None, 1]),
        feature("Point", [6.56, 91]),
        feature("Point", [1e9, 52.99]),
        feature("Point", [5000, 52.99]),
        feature([], [6.56, 52.99]),  # type: ignore[arg-type]
        {"type": "Feature", "geometry": None},
        {"type": "Feature"},
        None,
        "x",
    ],
)
def test_a_bad_shape_is_counted_and_costs_only_itself(bad: Any) -> None:
    reading = read(bad, feature("Point", [6.56, 52.99]), feature("Point", [6.57, 52.99]))
    assert (len(reading.shapes), reading.skipped) == (2, 1)


def test_several_shapes_in_one_are_taken_apart_with_their_properties() -> None:
    """As QGIS and the national map services write them."""
    parts = [[[x + by, y] for x, y in SQUARE] for by in (0, 0.01)]
    many = feature("MultiPolygon", [[part] for part in parts], {"naam": "Koopmansplein"})
    lines = feature("MultiLineString", [SQUARE[:2], [[6.56, 52.99]], SQUARE[1:3]])
    mixed = {
        "type": "Feature",
        "geometry": {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [6.5, 53]}]},
    }
    reading = read(many, lines, mixed, feature("MultiPoint", []))
    assert [shape.sort for shape in reading.shapes] == ["polygon", "polygon", "line", "line", "point"]
    assert [shape.name for shape in reading.shapes[:2]] == ["Koopmansplein", "Koopmansplein"]
    assert reading.skipped == 1
    alone = read_shapes(json.dumps({"type": "MultiLineString", "coordinates": [SQUARE[:2]]}).encode())
    assert [shape.sort for shape in alone.shapes] == ["line"]


def test_many_shapes_hidden_in_one_are_too_many() -> None:
    with pytest.raises(ShapeError, match="te groot"):
        read(feature("MultiPoint", [[6.5, 53.0]] * (module.MAX_FEATURES + 2)))


def test_metres_of_the_dutch_grid_are_seen_and_turned_into_degrees() -> None:
    reading = read(
        feature("Point", [233_900, 557_000]), feature("Point", [6.56, 52.99]), feature("Point", [234_000, 557_000])
    )
    assert reading.is_dutch_grid
    assert reading.skipped == 1
    [(latitude, longitude)] = reading.shapes[0].rings[0]
    assert 52.9 < latitude < 53.1
    assert 6.4 < longitude < 6.7


@pytest.mark.parametrize(
    ("x", "y", "latitude", "longitude"),
    [
        (155_000.0, 463_000.0, 52.15517440, 5.38720621),  # Onze-Lieve-Vrouwetoren, Amersfoort
        (120_700.723, 487_525.501, 52.37453253, 4.88352559),  # Westertoren, Amsterdam
        (233_883.131, 582_065.167, 53.21938317, 6.56820053),  # Martinitoren, Groningen
    ],
)
def test_known_towers_stand_where_they_are(x: float, y: float, latitude: float, longitude: float) -> None:
    east, north = LocalPlane(latitude, longitude).metres(*from_dutch_grid(x, y))
    assert math.hypot(east, north) < 0.5


def earth(latitude: float, longitude: float) -> tuple[float, float, float]:
    """Metres from the middle of the earth (WGS84), by the textbook formula."""
    a, e2 = 6_378_137.0, 0.00669437999014
    phi, lam = math.radians(latitude), math.radians(longitude)
    n = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
    return n * math.cos(phi) * math.cos(lam), n * math.cos(phi) * math.sin(lam), n * (1 - e2) * math.sin(phi)


@given(st.floats(-1300, 1300), st.floats(-1300, 1300))
def test_a_town_is_flat_to_within_a_hand(x: float, y: float) -> None:
    latitude, longitude = ASSEN.degrees(x, y)
    assert ASSEN.metres(latitude, longitude) == pytest.approx((x, y), abs=1e-6)
    true = math.dist(earth(latitude, longitude), earth(ASSEN.latitude, ASSEN.longitude))
    assert math.hypot(x, y) == pytest.approx(true, abs=0.25)


def test_the_middle_is_that_of_the_box() -> None:
    assert middle(read(feature("Polygon", [SQUARE])).shapes) == pytest.approx((52.995, 6.565))
    assert middle([]) is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "geen GeoJSON-bestand"),
        (b"{", "geen GeoJSON-bestand"),
        (b"\xff\xfe", "geen GeoJSON-bestand"),
        (b"[" * 100_000, "geen GeoJSON-bestand"),
        (b'{"type":"Point","coordinates":[NaN,Infinity]}', "geen GeoJSON-bestand"),
        (b'{"type":"Point","coordinates":[' + b"9" * 5000 + b",1]}", "geen GeoJSON-bestand"),
        (b"[]", "geen vormen"),
        (b"{}", "geen vormen"),
        (b'{"type":["Point"]}', "geen vormen"),
        (b'{"type":"FeatureCollection","features":{}}', "geen vormen"),
        (b'{"type":"Topology"}', "geen vormen"),
        (b" " * (module.MAX_BYTES + 1), "hoogstens 32 MB"),
        (b'{"type":"FeatureCollection","features":[' + b"0," * 50_001 + b"0]}", "te groot"),
        (b'{"type":"LineString","coordinates":[' + b"0," * 1_000_001 + b"0]}", "te groot"),
    ],
    ids=range(14),
)
def test_what_is_no_map_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(ShapeError, match=sentence):
        read_shapes(data)


def test_properties_are_bounded_text() -> None:
    huge = {f"k{i}": i for i in range(200)} | {"lang": "x"}
    [shape] = read(feature("Point", [6.56, 52.99], {"name": "x" * 5000, "groot": 10**400, "ja": True, **huge})).shapes
    assert len(shape.properties) == 50
    assert len(shape.name) == 300
    assert shape.properties["ja"] == "True"


anything: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["Polygon", "Point"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "geometry", "coordinates", "properties", "features", "name"]), inner)
    ),
    max_leaves=20,
)


@given(st.lists(anything | st.builds(feature, st.sampled_from(["Point", "LineString", "Polygon"]), anything, anything)))
def test_any_json_is_read_or_refused_in_dutch(features: list[Any]) -> None:
    try:
        reading = read(*features)
    except ShapeError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either is fine, but only these two
    else:
        assert 0 <= reading.skipped <= len(features)
        assert bool(reading.shapes) == (reading.skipped < len(features))
        assert all(isinstance(shape, Shape) for shape in reading.shapes)


@given(st.binary())
def test_any_bytes_are_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(ShapeError, match=r"GeoJSON"):
        read_shapes(data)
