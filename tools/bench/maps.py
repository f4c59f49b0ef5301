"""The plan of the centre with thousands of pins, moved by the arrow keys."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from bench.line import Line, Turn, beside
from bench.painting import painted, settle, spin
from bench.screen import Screen, screen
from bench.workshop import Workshop, open_desk
from vaartdesk.kinds.tickets.commands.mapping import spot_fields
from vaartdesk.kinds.tickets.view.map_page import MapPage
from vaartdesk.kinds.tickets.view.plans import sketch
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.map.view import MapView

STEPS = 12
"""So many arrows one way, then back."""
NEARER = 3


def scroll(workshop: Workshop) -> Iterator[Line]:
    """One arrow key to the painted map; the floor is the same map without a pin."""
    folder = workshop.copy(workshop.sizes.pins)
    _spread(folder)
    with screen(folder) as shown:
        page = _map(shown)
        ground = _ground(page)
        count = len(page.shown.pins)
        ours, floor = _Arrows(page.map.view), _Arrows(ground)

        def turn() -> Turn:
            return shown.turn(page.map.view.viewport(), lambda: shown.press(page.map.view, ours.next()))

        def bare() -> float:
            ms = painted(ground.viewport(), lambda: shown.press(ground, floor.next()))
            settle(20)
            return ms

        words = f"move the map, {count:,} pins"
        yield beside(words, 10, turn, bare, 2 * STEPS, note="floor: the map without pins")
        ground.deleteLater()


def _spread(folder: Path) -> None:
    """Every ticket on a spot of its own, always the same ones."""
    spots = random.Random(1)
    plan = sketch()
    left, top, right, bottom = plan.bounds
    with open_desk(folder) as desk, desk.change("Meetgegevens") as tx:
        for row in desk.rows("ticket"):
            point = spots.uniform(left, right), spots.uniform(top, bottom)
            tx.update(Ref("ticket", row["id"]), spot_fields(*plan.degrees(point)))


def _map(shown: Screen) -> MapPage:
    page = shown.tab("tickets").choose("plan")
    assert isinstance(page, MapPage)
    page.show_query(Query())
    rows = page.data.tickets
    spin(lambda: page.shown.tickets == len(rows))
    page.map.view.setFocus()
    page.map.view.zoom(NEARER)
    settle()
    return page


def _ground(page: MapPage) -> MapView:
    """The same plan, as large and as near, in a window beside it."""
    bare = MapView(page.map.view.plan)
    bare.resize(page.map.view.size())
    bare.show()
    bare.zoom(NEARER)
    settle()
    return bare


class _Arrows:
    """Keys that go one way for a while, then back."""

    def __init__(self, view: MapView) -> None:
        self._view, self._at = view, 0

    def next(self) -> Qt.Key:
        self._at += 1
        return Qt.Key.Key_Right if self._at // STEPS % 2 == 0 else Qt.Key.Key_Left
