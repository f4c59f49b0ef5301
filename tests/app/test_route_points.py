"""The points of a route in the window: added one after the other, and put in walking order by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keyboard import press
from rounds import make_route
from vaartdesk.kinds.tickets.queries.rounds import route_of
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.parts import PartSection
from window_parts import button, dialog, top_page

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
pytestmark = pytest.mark.accept("T13")


def order(desk: Desk, route: Ref) -> list[str]:
    with desk.read() as reader:
        return [row["title"] for row in route_of(reader, route.id)]


def section(window: Window) -> PartSection:
    found = top_page(window).page.findChild(PartSection, "parts_inspection_template_point")
    assert isinstance(found, PartSection)
    return found


def test_a_new_point_comes_last(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    route = make_route(planned_desk, ["Brink", "Markt"])
    window = open_window()
    window.show_record(route)
    QApplication.processEvents()  # what hangs on a record comes after its fields
    for title in ("Passage", "Kerkplein"):
        button(section(window), "add_inspection_template_point").click()
        entry = dialog(window, "quickEntry")
        entry.boxes["title"].editor.put_text(title)
        entry.save_button.click()
        qtbot.waitUntil(lambda: dialog(window, "quickEntry") is None)
    assert order(planned_desk, route) == ["Brink", "Markt", "Passage", "Kerkplein"]


def test_keys_put_the_points_in_walking_order(open_window: Opened, planned_desk: Desk) -> None:
    route = make_route(planned_desk, ["Brink", "Markt", "Passage"])
    window = open_window()
    window.show_record(route)
    QApplication.processEvents()
    view = section(window).view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    press(view, "Alt+Down")
    assert order(planned_desk, route) == ["Markt", "Brink", "Passage"]
    assert view.currentIndex().row() == 1, "one stays on what was moved"
    press(view, "Alt+Down")
    press(view, "Alt+Down")
    assert order(planned_desk, route) == ["Markt", "Passage", "Brink"]
    press(view, "Alt+Up")
    assert order(planned_desk, route) == ["Markt", "Brink", "Passage"]
    window.undo()
    assert order(planned_desk, route) == ["Markt", "Passage", "Brink"]
