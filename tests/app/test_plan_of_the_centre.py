"""Plattegrond in the window: pins of tickets and events, clusters, cards, filters, and a spot picked by click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from plan_page import at_street, event, page_of, pin
from today import RESULT, add
from vaartdesk.schema.listing import Header
from vaartdesk.store.desk import Desk
from window_parts import button, dialog, toast

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window
    from vaartdesk.kinds.tickets.view.map_page import MapPage

Opened = Callable[..., "Window"]
pytestmark = pytest.mark.accept("T22")
NEAR_BRINK = {"latitude": 52_995_300, "longitude": 6_561_400}


def titles(page: MapPage) -> dict[str, list[str]]:
    """Street -> what stands there, as the list beside the plan says it."""
    found: dict[str, list[str]] = {}
    for entry in page.shown.entries:
        if isinstance(entry, Header):
            found[entry.text] = []
        else:
            found[next(reversed(found))].append(page.data.parts(entry).title)
    return found


def pin_count(page: MapPage) -> int:
    return len(page.map.view.index.pins)


def test_pins_bear_the_colour_of_lateness_and_events_are_squares(open_window: Opened, planned_desk: Desk) -> None:
    late = at_street(planned_desk, "Lichtmast", "2026-11-02", "Kruisstraat 4")
    near = at_street(planned_desk, "Tegel", "2026-11-18", "Marktstraat")
    fine = at_street(planned_desk, "Bank", "2026-11-24", "Oudestraat")
    waiting = at_street(planned_desk, "Terras", "2026-11-20", "Weiersstraat", status="wacht_op_reactie", waits_for="X")
    at_street(planned_desk, "Klaar", "2026-11-02", "Brink", **RESULT)
    sure, unsure = (
        event(planned_desk, "Markt", "2026-12-05", "Koopmansplein"),
        event(planned_desk, "Proefdag", "2026-12-06", "Brink", "optie"),
    )
    event(planned_desk, "Zomerfeest", "2027-06-05", "Brink")
    event(planned_desk, "Geweest", "2026-10-05", "Brink", "geweest")
    page = page_of(open_window())
    tones = [pin(page, ref).tone for ref in (late, near, fine, waiting)]
    assert tones == ["danger", "warning", "accent", "neutral"]
    assert [(pin(page, ref).line, pin(page, ref).is_hollow) for ref in (sure, unsure)] == [("D", False), ("D", True)]
    assert pin_count(page) == 6, "what is closed, past or far off has no pin"
    page.events.click()
    assert pin_count(page) == 4
    assert page.map.source.text() == "Schets, niet opgemeten"


def test_without_coordinates_a_pin_stands_in_its_street_and_with_them_on_its_spot(
    open_window: Opened, planned_desk: Desk
) -> None:
    first = at_street(planned_desk, "Eén", "2026-11-20", "Kruisstraat 4")
    second = at_street(planned_desk, "Twee", "2026-11-20", "Kruisstraat, bij de bank")
    own = at_street(planned_desk, "Drie", "2026-11-20", "Brink", **NEAR_BRINK)
    at_street(planned_desk, "Vier", "2026-11-20", "Ergens buiten")
    far = at_street(planned_desk, "Vijf", "2026-11-20", "Nergens", latitude=40_000_000, longitude=1_000_000)
    page = page_of(open_window())
    plan = page.map.view.plan
    assert (
        (pin(page, first).x, pin(page, first).y)
        == plan.middle_of("Kruisstraat")
        == (pin(page, second).x, pin(page, second).y)
    )
    assert (pin(page, own).x, pin(page, own).y) == pytest.approx(plan.point(52.9953, 6.5614))
    assert [len(c.pins) for c in page.map.view.clusters()].count(2) == 1, "two in one street are one mark"
    shown = titles(page)
    assert set(shown["Kruisstraat"]) == {"Eén", "Twee"}
    assert set(shown["Niet op de plattegrond"]) == {"Vier", "Vijf"}
    assert page.map.view.index.pin(far.id) is None


def test_a_pin_tells_itself_on_a_card_and_opens_its_record(open_window: Opened, planned_desk: Desk) -> None:
    ref = at_street(planned_desk, "Losse klinkers", "2026-11-20", "Mulderstraat 14")
    at_street(planned_desk, "Plantenbak", "2026-11-20", "Mulderstraat")
    window = open_window()
    page = page_of(window)
    view = page.map.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    card = page.map.card
    assert card.isVisible()
    assert card.count.text() == "1 van 2"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert card.count.text() == "2 van 2"
    assert page.list.current() == view.key, "the list goes along"
    view.choose(ref.id)
    assert (card.what.text(), card.number.text()) == ("Losse klinkers", planned_desk.get(ref)["number"])  # type: ignore[index]
    card.open.click()
    shown = window.frame.page("tickets")
    assert shown is not None
    assert shown.current() == ref  # type: ignore[attr-defined]


def test_the_list_beside_the_plan_chooses_pins_by_key(open_window: Opened, planned_desk: Desk) -> None:
    at_street(planned_desk, "Bank", "2026-11-20", "Oudestraat")
    at_street(planned_desk, "Lichtmast", "2026-11-02", "Kruisstraat")
    at_street(planned_desk, "Tegel", "2026-11-20", "Kruisstraat")
    page = page_of(open_window())
    assert next(iter(page.shown.entries)) == Header("Kruisstraat", 2, "danger"), "the fullest street first, late in red"
    QApplication.processEvents()  # rows find their height
    page.list.view.setFocus()
    assert page.map.view.key == page.shown.entries[1], "the first row below the header"
    QTest.keyClick(page.list.view, Qt.Key.Key_Down)
    assert page.map.view.key == page.shown.entries[2]
    assert page.map.card.isVisible()


def test_filters_and_words_are_those_of_the_list(open_window: Opened, planned_desk: Desk) -> None:
    at_street(planned_desk, "Lichtmast", "2026-11-02", "Kruisstraat")
    at_street(planned_desk, "Bank", "2026-11-23", "Oudestraat")
    at_street(planned_desk, "Al klaar", "2026-11-02", "Brink", **RESULT)
    page = page_of(open_window())
    assert page.list.count.text() == "2 meldingen"
    assert page.header.search is not None
    page.header.search.setText("licht")
    assert titles(page) == {"Kruisstraat": ["Lichtmast"]}
    page.header.search.clear()
    page.bar.chips[""].cleared.emit()
    assert page.list.count.text() == "3 meldingen"


def test_what_stands_nowhere_is_told_and_the_switch_of_events_ends_where_the_plan_does(
    open_window: Opened, planned_desk: Desk
) -> None:
    at_street(planned_desk, "Ergens", "2026-11-23", "Acht passages")
    page = page_of(open_window())
    assert page.list.note.text().endswith("Zonder straat staat het onderaan: 1.")
    ends = [widget.mapTo(page, widget.rect().topRight()).x() for widget in (page.events, page.map)]
    assert ends[0] == ends[1]


def test_a_change_elsewhere_moves_the_pin(open_window: Opened, planned_desk: Desk) -> None:
    ref = at_street(planned_desk, "Bank", "2026-11-23", "Oudestraat")
    page = page_of(open_window())
    before = pin(page, ref)
    with planned_desk.change("Verplaatst") as tx:
        tx.update(ref, NEAR_BRINK)
    assert (pin(page, ref).x, pin(page, ref).y) != (before.x, before.y)
    with planned_desk.change("Klaar") as tx:
        tx.update(ref, RESULT)
    assert page.map.view.index.pin(ref.id) is None


def test_thousands_of_pins_come_in_turns(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    category = add(planned_desk, "ticket_category", aspect="heel", title="Bestrating", term=5, term_unit="werkdagen").id
    with planned_desk.change("Voorbeeld") as tx:
        for number in range(600):
            spot = {"latitude": 52_993_700 + 4 * number, "longitude": 6_562_000 + 5 * number}
            tx.add("ticket", {"title": f"M {number}", "place_text": "Brink", "category": category} | spot)
    page = page_of(open_window())
    qtbot.waitUntil(lambda: pin_count(page) == 600)
    assert sum(len(cluster.pins) for cluster in page.map.view.clusters()) == 600
    assert len(page.map.view.clusters()) < 60


# --- picking a spot ------------------------------------------------------------------------------------------------


def test_a_spot_is_pointed_out_by_click_and_undone(open_window: Opened, planned_desk: Desk) -> None:
    ref = at_street(planned_desk, "Bank", "2026-11-23", "Oudestraat")
    window = open_window()
    window.show_record(ref)
    QApplication.processEvents()  # what hangs on a record comes after its fields
    button(window.frame, "pointOut").click()
    asked = dialog(window, "spotDialog")
    view = asked.map.view
    assert not asked.here.isEnabled()
    middle = view.plan.middle_of("Kruisstraat")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.pixel_of(middle).toPoint())
    assert asked.where.text() == "Bij Kruisstraat"
    asked.here.click()
    values = planned_desk.get(ref)
    assert values is not None
    latitude, longitude = view.plan.degrees(middle)
    assert (values["latitude"], values["longitude"]) == pytest.approx((latitude * 1e6, longitude * 1e6), abs=30)
    assert "Aangewezen op plattegrond" in toast(window)
    window.undo()
    values = planned_desk.get(ref)
    assert values is not None
    assert (values["latitude"], values["longitude"]) == (None, None)


def test_a_spot_is_pointed_out_by_keys_alone(open_window: Opened, planned_desk: Desk) -> None:
    ref = at_street(planned_desk, "Bank", "2026-11-23", "Oudestraat")
    window = open_window()
    window.show_record(ref)
    QApplication.processEvents()  # what hangs on a record comes after its fields
    button(window.frame, "pointOut").click()
    asked = dialog(window, "spotDialog")
    view = asked.map.view
    view.setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    values = planned_desk.get(ref)
    assert values is not None
    assert values["latitude"] is not None


def test_the_quick_entry_takes_the_spot_and_the_street(open_window: Opened, planned_desk: Desk) -> None:
    add(planned_desk, "ticket_category", aspect="heel", title="Bestrating", term=5, term_unit="werkdagen")
    window = open_window()
    window.frame.show_tab("tickets")
    window.new_record()
    entry = dialog(window, "quickEntry")
    entry.spot.click()
    asked = dialog(window, "spotDialog")
    view = asked.map.view
    middle = view.plan.middle_of("Rolderstraat")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.pixel_of(middle).toPoint())
    asked.here.click()
    assert entry.boxes["place_text"].editor.text() == "Rolderstraat"
    assert entry.values()[0]["latitude"] == pytest.approx(view.plan.degrees(middle)[0] * 1e6, abs=30)


def test_a_new_ticket_begins_on_a_spot_of_the_plan(open_window: Opened, planned_desk: Desk) -> None:
    window = open_window()
    page = page_of(window)
    middle = page.map.view.plan.middle_of("Brink")
    assert middle is not None
    page.new_at(middle)
    entry = dialog(window, "quickEntry")
    assert entry.boxes["place_text"].editor.text() == "Brink"
    assert entry.values()[0]["longitude"] is not None


def test_a_work_list_is_made_of_the_street_one_stands_in_or_of_all(
    open_window: Opened, planned_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[list[str]] = []
    at_street(planned_desk, "Bank", "2026-11-20", "Oudestraat")
    at_street(planned_desk, "Lichtmast", "2026-11-02", "Kruisstraat")
    at_street(planned_desk, "Tegel", "2026-11-20", "Kruisstraat")
    event(planned_desk, "Markt", "2026-12-05", "Koopmansplein")
    window = open_window()
    page = page_of(window)
    monkeypatch.setattr(
        page.runner, "run", lambda _page, _command, refs: kept.append([planned_desk.title(ref) for ref in refs])
    )
    make = button(page.list, "map_work_list")
    make.click()
    assert len(kept[-1]) == 3, "all tickets that are shown, no events"
    page.list.view.setCurrentIndex(page.list.model.index(1, 0))
    make.click()
    assert sorted(title.split()[-1] for title in kept[-1]) == ["Lichtmast", "Tegel"]
    assert page.header.search is not None
    page.header.search.setText("bestaat niet")
    assert not make.isEnabled()


def test_the_work_list_of_the_plan_is_looked_at_first(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    at_street(planned_desk, "Bank", "2026-11-20", "Oudestraat")
    window = open_window()
    button(page_of(window).list, "map_work_list").click()
    qtbot.waitUntil(lambda: dialog(window, "preview") is not None)
    preview = dialog(window, "preview")
    qtbot.waitUntil(preview.save_button.isEnabled)
    preview.reject()
