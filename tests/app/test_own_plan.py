"""A plan of one's own: GeoJSON in degrees or in metres of the Dutch grid, kept in the workspace, refused in Dutch."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from plan_page import at_street, page_of, pin
from vaartdesk.kinds.tickets.view import plans
from vaartdesk.store.desk import Desk
from vaartdesk.ui.scrim import Dialog
from window_parts import dialog, toast

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window
    from vaartdesk.kinds.tickets.view.map_page import MapPage

Opened = Callable[..., "Window"]
pytestmark = pytest.mark.accept("T22")


def geojson(features: list[dict[str, Any]]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def street(name: str, *points: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"naam": name, "soort": "straat"},
        "geometry": {"type": "LineString", "coordinates": points},
    }


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[MapPage, bytes], None]:
    """Choose a file with this content in the file dialog."""

    def do(page: MapPage, data: bytes) -> None:
        path = tmp_path / "eigen.geojson"
        path.write_bytes(data)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
        page.list.source.click()

    return do


@pytest.mark.parametrize(
    "points",
    [((6.5640, 52.9950), (6.5680, 52.9950)), ((233_950.0, 557_050.0), (234_220.0, 557_053.0))],
    ids=["WGS84", "RD"],
)
def test_an_own_plan_is_kept_in_the_workspace_and_undone(
    points: tuple[tuple[float, float], ...],
    open_window: Opened,
    planned_desk: Desk,
    choose: Callable[[MapPage, bytes], None],
    qtbot: QtBot,
) -> None:
    ref = at_street(planned_desk, "Bank", "2026-11-23", "Kruisstraat", latitude=52_995_000, longitude=6_566_000)
    window = open_window()
    page = page_of(window)
    choose(page, geojson([street("Kruisstraat", *points), {"type": "Feature", "geometry": {"type": "MultiPoint"}}]))
    assert toast(window).startswith("1 vorm geladen, 1 overgeslagen")
    plan = page.map.view.plan
    assert not plan.is_sketch
    assert page.map.source.text() == "eigen.geojson"
    assert plan.plane.latitude == pytest.approx(52.995, abs=0.002)
    assert plan.plane.longitude == pytest.approx(6.566, abs=0.002)
    assert plan.holds((pin(page, ref).x, pin(page, ref).y))
    kept = planned_desk.setting("plan")
    assert planned_desk.file(kept["sha256"]).is_file(), "in the workspace, and so in each copy of it"
    window.undo()
    assert page.map.view.plan.is_sketch


def test_the_sketch_comes_back(
    open_window: Opened, planned_desk: Desk, choose: Callable[[MapPage, bytes], None]
) -> None:
    page = page_of(open_window())
    assert page.list.back.isHidden()
    choose(page, geojson([street("Eigenstraat", (6.5640, 52.9950), (6.5680, 52.9950))]))
    assert page.list.back.isVisible()
    page.list.back.click()
    assert page.map.view.plan.is_sketch
    assert page.list.back.isHidden()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xd8\xff\xe0 een foto", "Dit is geen GeoJSON-bestand, of het is beschadigd."),
        (b'{"type": "Topology"}', "In dit bestand staan geen vormen (GeoJSON)."),
        (geojson([]), "In dit bestand staan geen vormen die op de plattegrond passen."),
        (geojson([street("Kruisstraat", (6.56, 52.99), (6.57, 52.99))])[:-9], "of het is beschadigd."),
        (b"[" * 50_000, "of het is beschadigd."),
        (b'{"type":"Point","coordinates":[NaN,52.99]}', "of het is beschadigd."),
        (geojson([street("Ver", (6.0, 52.0), (7.0, 53.0))]), "Deze kaart is groter dan een stad."),
        (geojson([street("Parijs", (2.35, 48.85), (2.36, 48.86))]), "Deze kaart ligt buiten Nederland."),
        (geojson([street("Om", (52.99, 6.56), (52.995, 6.57))]), "Breedte en lengte staan omgewisseld"),
        (
            geojson([street("Web", (730_000, 6_970_000), (731_000, 6_971_000))]),
            "geen vormen die op de plattegrond passen",
        ),
        (b'{"type":"FeatureCollection","features":[' + b"0," * 50_001 + b"0]}", "De kaart is te groot"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_in_dutch(
    data: bytes, sentence: str, open_window: Opened, planned_desk: Desk, choose: Callable[[MapPage, bytes], None]
) -> None:
    window = open_window()
    page = page_of(window)
    choose(page, data)
    assert sentence in toast(window)
    assert page.map.view.plan.is_sketch
    assert planned_desk.setting("plan") is None


def test_a_large_plan_is_read_beside_the_window(
    open_window: Opened, planned_desk: Desk, choose: Callable[[MapPage, bytes], None], qtbot: QtBot
) -> None:
    window = open_window()
    page = page_of(window)
    lines = [street(f"Straat {n}", (6.56, 52.99 + n / 1e6), (6.57, 52.99 + n / 1e6)) for n in range(3000)]
    choose(page, geojson(lines))
    qtbot.waitUntil(lambda: len(page.map.view.plan.outlines) == 3000)
    assert toast(window).startswith("3000 vormen geladen")


def test_the_reading_of_a_large_plan_is_stopped_and_nothing_of_it_is_kept(
    open_window: Opened,
    planned_desk: Desk,
    choose: Callable[[MapPage, bytes], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window()
    page = page_of(window)
    go_on = threading.Event()

    def slow(path: Path) -> plans.Read:
        assert go_on.wait(30)
        return read_file(path)

    read_file = plans.read_file
    monkeypatch.setattr(plans, "read_file", slow)
    lines = [street(f"Straat {n}", (6.56, 52.99 + n / 1e6), (6.57, 52.99 + n / 1e6)) for n in range(3000)]
    choose(page, geojson(lines))
    qtbot.waitUntil(lambda: window.frame.findChild(Dialog, "waiting") is not None)
    stop = dialog(window, "waiting").findChild(QPushButton, "cancel")
    assert isinstance(stop, QPushButton)
    assert stop.text() == "Stoppen"
    stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: not window.frame.has_dialog())
    assert page.map.view.plan.is_sketch
    assert planned_desk.setting("plan") is None
