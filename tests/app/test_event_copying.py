"""An event copied to next year in the window: alone from its record, and several from the list."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from vaartdesk.app.tour.hand import Hand
from vaartdesk.kinds.events.rules.editions import next_edition
from vaartdesk.kinds.events.view.page import LIST, EventViews
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list_detail import ListDetailPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window("Event-coördinator")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def add(window: Window, title: str, begin: str, end: str, **more: Any) -> Ref:
    with window.desk.change("Voorbeeld") as tx:
        return tx.add("event", {"title": title, "starts_at": at(begin), "ends_at": at(end)} | more)


def toast(hand: Hand) -> str:
    return hand.seen("toast", QWidget, hand.window)[-1].accessibleName()


def test_a_copy_has_the_run_book_open_and_the_permit_to_ask_and_names_its_edition(window: Window, hand: Hand) -> None:
    event = add(
        window, "Vaartfestival", "2027-05-15T12:00", "2027-05-15T23:00", setup_at=at("2027-05-14T14:00"),
        status="optie", visitors=2500, spent=100_00,
    )  # fmt: skip
    with window.desk.change("Voorbeeld") as tx:
        tx.add("checklist_item", {"event": event.id, "title": "Bewonersbrief", "offset_days": -21, "is_done": True})
        tx.add("permit", {"record": event.id, "category": "a", "status": "verleend", "reference": "Z-1"})
    window.show_record(event)
    hand.settle()
    hand.click("more")
    hand.change(lambda: hand.pick("Kopiëren naar volgend jaar"))
    copy = window.desk.get(Ref("event", next(r["id"] for r in window.desk.rows("event") if r["id"] != event.id)))
    assert copy is not None
    assert (copy["starts_at"], copy["ends_at"], copy["setup_at"]) == (
        at("2028-05-13T12:00"), at("2028-05-13T23:00"), at("2028-05-12T14:00"),
    )  # fmt: skip
    assert (copy["title"], copy["status"], copy["visitors"], copy["spent"], copy["copied_from"]) == (
        "Vaartfestival", "idee", 2500, None, event.id,
    )  # fmt: skip
    point = next(row for row in window.desk.rows("checklist_item") if row["event"] == copy["id"])
    assert (point["title"], point["is_done"], point["due_on"]) == ("Bewonersbrief", False, date(2028, 4, 22))
    permit = next(row for row in window.desk.rows("permit") if row["record"] == copy["id"])
    assert (permit["category"], permit["status"], permit["reference"]) == ("a", "nog_aanvragen", "")
    assert toast(hand).startswith("Vaartfestival: gekopieerd naar za 13 mei 2028")
    hand.change(lambda: hand.press("Ctrl+Z"))
    assert [row["id"] for row in window.desk.rows("event")] == [event.id]


def test_several_are_copied_at_once_and_what_was_copied_before_is_passed_over(window: Window, hand: Hand) -> None:
    for title in ("Lentemarkt", "Zomermarkt", "Herfstmarkt"):
        add(window, title, "2027-03-20T10:00", "2027-03-20T17:00")
    hand.press("Ctrl+3")
    events = window.frame.page("events")
    assert isinstance(events, EventViews)
    events.bring(LIST)
    hand.press("Ctrl+A")
    page = events.currentWidget()
    assert isinstance(page, ListDetailPage)
    page.show_row_menu(QPoint())
    hand.change(lambda: hand.pick("Kopiëren naar volgend jaar"))
    assert len(window.desk.rows("event")) == 6
    assert toast(hand).startswith("3 evenementen gekopieerd")
    hand.press("Ctrl+A")
    page.show_row_menu(QPoint())
    hand.change(lambda: hand.pick("Kopiëren naar volgend jaar"))
    assert toast(hand).startswith("3 evenementen gekopieerd, 3 reeksen of eerder gekopieerd overgeslagen")


@pytest.mark.parametrize(
    ("day", "then"),
    [
        (date(2026, 4, 27), date(2027, 4, 27)),
        (date(2026, 4, 5), date(2027, 3, 28)),
        (date(2026, 12, 19), date(2027, 12, 25)),
        (date(2026, 12, 29), date(2027, 12, 28)),
    ],
    ids=["Koningsdag", "Pasen", "the same week", "week 53"],
)
def test_the_day_of_the_next_edition(day: date, then: date) -> None:
    assert next_edition(day) == then
