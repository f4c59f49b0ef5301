"""Maintenance, road works and open tickets on the place of an event stand in its way (K19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from december import December
from event_records import at, place, plan
from month import click, day, spot
from vaartdesk.kinds.events.commands import planning
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def told(desk: Desk, event: Ref) -> list[tuple[str, str, date]]:
    return [(clash.reason, clash.other_title, clash.day) for clash in planning.clashes_of(desk, event)]


def add(desk: Desk, kind: str, title: str, **given: Any) -> Ref:
    with desk.change("Erbij") as tx:
        return tx.add(kind, {"title": title} | given)


def ticket(desk: Desk, title: str, **given: Any) -> Ref:
    category = next((row["id"] for row in desk.rows("ticket_category")), None)
    if category is None:
        category = add(desk, "ticket_category", "Bestrating").id
    return add(desk, "ticket", title, place_text="voor de deur", category=category, **given)


@pytest.mark.accept("K19")
def test_the_record_tells_what_is_done_on_the_place(
    page: MonthPage, grid: MonthGrid, december: December, desk: Desk, qtbot: QtBot
) -> None:
    brink = december.refs["Brink"].id
    with desk.change("Plaats") as tx:
        tx.set(december.refs["ThemaTafel C"], "place", brink)
    add(desk, "maintenance", "Bomen snoeien", starts_on=day(1), rrule="FREQ=WEEKLY;BYDAY=TH", place=brink)
    ticket(desk, "Losse klinkers", place=brink)
    add(desk, "marker", "Riool open", type="werk", from_on=day(2), to_on=day(4), place=brink)
    click(grid, spot(grid, "ThemaTafel C", day(3)))
    qtbot.waitUntil(page.page.clashes.isVisible)
    sentences = {label.text() for label in page.page.clashes.findChildren(QLabel, "clashSentence")}
    assert sentences == {
        "ThemaTafel C valt op do 3 dec samen met onderhoud op die plaats: Bomen snoeien.",
        "Waar ThemaTafel C op do 3 dec is, staat een melding open: Losse klinkers.",
        "ThemaTafel C valt op do 3 dec in Riool open.",
    }


@pytest.mark.accept("K19")
def test_work_counts_on_its_days_and_places_only(desk: Desk) -> None:
    brink, square = place(desk, "Brink"), place(desk, "Koopmansplein")
    event = plan(desk, "Markt", "2027-03-01T10:00", "2027-03-01T16:00", place=brink, rrule="FREQ=WEEKLY;COUNT=3")
    add(desk, "maintenance", "Kerstboom", starts_on=date(2027, 3, 5), stays_days=5, places=(brink,))
    add(desk, "maintenance", "Elders", starts_on=date(2027, 3, 8), place=square)
    add(desk, "maintenance", "Onderbroken", starts_on=date(2027, 3, 8), place=brink, status="onderbroken")
    add(
        desk,
        "maintenance",
        "Voorbij",
        starts_on=date(2026, 3, 2),
        ends_on=date(2026, 9, 1),
        rrule="FREQ=WEEKLY",
        place=brink,
    )
    ticket(desk, "Ver weg", place=brink)  # no day, and the event is months away
    planned = ticket(desk, "Straatwerk", place=brink, planned_at=at("2027-03-15T08:00:00+01:00"))
    assert told(desk, event) == [
        ("onderhoud", "Kerstboom", date(2027, 3, 8)),
        ("melding", "Straatwerk", date(2027, 3, 15)),
    ]
    with desk.change("Klaar") as tx:
        tx.set(planned, "planned_at", at("2027-03-16T08:00:00+01:00"))
    assert told(desk, event) == [("onderhoud", "Kerstboom", date(2027, 3, 8))]


@pytest.mark.accept("K19", "K5")
def test_accepted_work_stays_away_until_it_comes_on_another_day(desk: Desk) -> None:
    brink = place(desk, "Brink")
    event = plan(desk, "Markt", "2027-03-01T10:00", "2027-03-02T16:00", place=brink)
    work = add(desk, "maintenance", "Vegen", starts_on=date(2027, 3, 1), place=brink)
    planning.accept_clash(desk, event, work, "Vroeg in de ochtend")
    assert told(desk, event) == []
    with desk.change("Dag later") as tx:
        tx.set(work, "starts_on", date(2027, 3, 2))
    assert told(desk, event) == [("onderhoud", "Vegen", date(2027, 3, 2))]
