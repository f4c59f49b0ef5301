"""The map of the kit: what it reads from GeoJSON, how pins gather, what it paints, and how keys and hand move over it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaartdesk.core.resources import resource
from vaartdesk.formats.geojson import ShapeError
from vaartdesk.ui.map.canvas import NEAREST
from vaartdesk.ui.map.pins import Pin, PinIndex
from vaartdesk.ui.map.plan import Plan, read_plan
from vaartdesk.ui.map.view import MapView

CENTRE = (6.564, 52.995)


def feature(sort: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": sort, "coordinates": coordinates}}


def file_of(*features: dict[str, Any]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def sketch() -> Plan:
    return read_plan(resource("plan", "centrum.geojson").read_bytes())[0]


def pin(number: int, x: float, y: float, tone: Any = "accent", **more: Any) -> Pin:
    return Pin(f"p{number}", x, y, tone, "wrench", f"pin {number}", **more)


def spread(count: int) -> list[Pin]:
    """Over the whole plan, in rows; none of them on another."""
    return [pin(n, n % 100 * 6.0 - 300, n // 100 * 9.0 - 220) for n in range(count)]


@pytest.fixture
def view(dressed: QApplication, qtbot: QtBot) -> MapView:
    made = MapView(sketch())
    qtbot.addWidget(made)
    made.resize(780, 640)
    made.show()
    return made


# --- the plan ------------------------------------------------------------------------------------------------------


@pytest.mark.accept("T22")
def test_the_sketch_says_so_and_knows_the_streets_of_the_first_content() -> None:
    import tomllib

    names = tomllib.loads(resource("aannames.toml").read_text("utf-8"))["streets"]
    plan = sketch()
    assert plan.is_sketch
    assert [name for name in names if plan.middle_of(name) is None] == []
    assert plan.middle_of("Damrak") is None


def test_a_street_is_found_where_it_was_clicked() -> None:
    plan = sketch()
    middle = plan.middle_of("Kruisstraat")
    assert middle is not None
    assert plan.nearest_name(middle) == "Kruisstraat"
    assert plan.nearest_name((5000.0, 5000.0)) == ""


def test_degrees_come_back_from_metres() -> None:
    plan = sketch()
    latitude, longitude = plan.degrees(plan.point(52.9961, 6.5633))
    assert (latitude, longitude) == pytest.approx((52.9961, 6.5633), abs=1e-7)


@pytest.mark.parametrize(
    ("properties", "layer"),
    [
        ({"natural": "water"}, "water"),
        ({"leisure": "park"}, "green"),
        ({"building": "yes"}, "building"),
        ({"building": "no", "laag": "Plein"}, "square"),
        ({"highway": "pedestrian"}, "square"),
        ({"soort": "Pand"}, "building"),
        ({}, "building"),
    ],
)
def test_areas_are_told_apart_by_common_tags(properties: dict[str, str], layer: str) -> None:
    x, y = CENTRE
    ring = [[x, y], [x + 0.001, y], [x + 0.001, y + 0.001], [x, y]]
    plan, _reading = read_plan(file_of(feature("Polygon", [ring], **properties)))
    assert [outline.layer for outline in plan.outlines] == [layer]


def test_makers_of_open_street_map_are_named() -> None:
    x, y = CENTRE
    plan, _reading = read_plan(
        file_of(feature("LineString", [[x, y], [x + 0.01, y]], osm_id="12", highway="residential"))
    )
    assert plan.is_open_street_map
    assert not plan.is_sketch


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"geen json", "Dit is geen GeoJSON-bestand, of het is beschadigd."),
        (file_of(), "In dit bestand staan geen vormen die op de plattegrond passen."),
        (
            file_of(feature("LineString", [[4.0, 51.0], [7.0, 53.0]])),
            "Deze kaart is groter dan een stad. Kies een bestand van hoogstens 30 bij 30 kilometer.",
        ),
    ],
)
def test_what_is_no_plan_is_refused_in_dutch(data: bytes, sentence: str) -> None:
    with pytest.raises(ShapeError) as refused:
        read_plan(data)
    assert str(refused.value) == sentence


# --- gathering -----------------------------------------------------------------------------------------------------


def test_pins_gather_from_afar_and_part_from_near() -> None:
    index = PinIndex([pin(1, 0, 0), pin(2, 20, 0, "danger"), pin(3, 400, 0)])
    assert [len(c.pins) for c in index.at(1.0).all] == [2, 1]
    assert [len(c.pins) for c in index.at(4.0).all] == [1, 1, 1]
    assert index.at(1.0).all[0].face.tone == "danger", "the latest one is what shows"


def test_squares_gather_with_squares_only() -> None:
    index = PinIndex([pin(1, 0, 0), pin(2, 0, 0, line="D"), pin(3, 1, 0, line="D")])
    assert sorted(len(c.pins) for c in index.at(1.0).all) == [1, 2]


def test_every_pin_is_in_one_mark_and_marks_are_found_where_they_lie() -> None:
    index = PinIndex(spread(500))
    found = list(index.at(0.5).within(-100, -100, 100, 100))
    assert sum(len(c.pins) for c in index.at(0.5).all) == 500
    assert found == sorted(
        (c for c in index.at(0.5).all if abs(c.x) <= 100 and abs(c.y) <= 100), key=lambda c: (c.y, c.x)
    )


# --- painting ------------------------------------------------------------------------------------------------------


@pytest.mark.accept("T22")
def test_five_thousand_pins_gather_once_a_scale_and_only_what_is_seen_is_painted(view: MapView) -> None:
    view.show_pins(spread(5000))
    view.grab()
    gathered = view.index.gathered
    view.painted_pins = 0
    for _step in range(10):
        QTest.keyClick(view, Qt.Key.Key_Right)
        view.grab()
    assert view.index.gathered == gathered, "moving does not gather anew"
    assert view.painted_pins <= 10 * len(view.index.at(view.scale_now).all)
    view.show_whole()
    for _step in range(12):
        view.zoom(1)
    view.painted_pins = 0
    view.grab()
    assert 0 < view.painted_pins < 300


def test_from_near_only_the_tiles_that_are_seen_are_drawn(view: MapView) -> None:
    view.ground.painted_tiles = 0
    view.grab()
    whole = view.ground.painted_tiles
    for _step in range(8):
        view.zoom(1)
    view.ground.painted_tiles = 0
    view.grab()
    assert 0 < view.ground.painted_tiles < whole / 3


def test_from_afar_small_buildings_are_left_out(view: MapView) -> None:
    view.ground.painted_tiles = 0
    view.grab()
    near = view.ground.painted_tiles
    view._set_scale(0.1, QPointF(0, 0))
    view.ground.painted_tiles = 0
    view.grab()
    assert view.ground.painted_tiles < near


def test_names_do_not_lie_over_each_other(view: MapView) -> None:
    rooms = [room for _caption, room in view.ground.captions(view.scale_now)]
    assert len(rooms) >= 10
    assert not any(a.intersects(b) for n, a in enumerate(rooms) for b in rooms[:n])


# --- hand and keys -------------------------------------------------------------------------------------------------


def test_tab_goes_through_the_pins_and_enter_opens(view: MapView, qtbot: QtBot) -> None:
    view.show_pins([pin(1, 100, -50), pin(2, -100, 50), pin(3, 0, 50)])
    opened: list[str] = []
    view.opened.connect(opened.append)
    view.setFocus()
    keys = []
    for _stop in range(3):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        keys.append(view.key)
    assert keys == ["p1", "p2", "p3"], "from above to below, left to right"
    assert view.accessibleDescription() == "pin 3"
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["p2"]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.key == ""


def test_arrows_move_and_plus_and_minus_zoom(view: MapView) -> None:
    before = view.pixel_of((0, 0))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    after = view.pixel_of((0, 0))
    assert (before.x() - after.x(), before.y() - after.y()) == pytest.approx((64, 64), abs=1)
    scale = view.scale_now
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_now == pytest.approx(scale * 1.25)
    for _step in range(40):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_now == pytest.approx(NEAREST)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale_now == pytest.approx(scale)


def test_the_wheel_zooms_around_the_hand(view: MapView) -> None:
    at = QPointF(200, 150)
    point = view.point_at(at)
    view.zoom(3, at)
    assert view.point_at(at) == pytest.approx(point, abs=0.6)


def test_a_click_takes_a_cluster_apart_and_goes_through_a_stack(view: MapView) -> None:
    view.show_pins([pin(1, 0, 0), pin(2, 12, 0), pin(3, 200, 100), pin(4, 200, 100)])
    scale = view.scale_now
    click(view, 0, 0)
    assert view.scale_now > scale, "two near each other: nearer"
    view.show_whole()
    click(view, 200, 100)
    click(view, 200, 100)
    assert view.key == "p4", "two on one spot: the next one"


def test_a_click_beside_the_pins_tells_where(view: MapView) -> None:
    picked: list[tuple[float, float]] = []
    view.picked.connect(picked.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.pixel_of((50, -30)).toPoint())
    assert picked[0] == pytest.approx((50, -30), abs=1.5)


def click(view: MapView, x: float, y: float) -> None:
    at = view.pixel_of((x, y)).toPoint() - QPoint(0, 18)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
