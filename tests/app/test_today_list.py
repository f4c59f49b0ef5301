"""The work list of Vandaag in the window: what is in it for whom, and what a row can do."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from today import RESULT, add, lines_of, page_of, role_called, row_called, ticket
from vaartdesk.app.today.gather import gather
from vaartdesk.app.today.words import told
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.kind import Need
from vaartdesk.schema.listing import RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

if TYPE_CHECKING:
    from vaartdesk.app.today.view import TodayPage
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def at(value: str) -> datetime:
    return datetime.fromisoformat(value)


def fill(desk: Desk) -> None:
    """Of each sort one that asks for something, and one that is done."""
    mine, other = role_called(desk, "Huismeester").id, role_called(desk, "Verbinder").id
    ticket(desk, "Lichtmast brandt niet", "2026-11-02")
    ticket(desk, "Al gemaakt", "2026-11-02", **RESULT)
    for title, owner, status in (
        ("Te laat", mine, "loopt"),
        ("Klaar", mine, "gereed"),
        ("Van een ander", other, "loopt"),
    ):
        add(desk, "action", title=title, owner=owner, status=status, due_on=date(2026, 11, 20))
    event = add(desk, "event", title="Lichtjesparade", starts_at=at("2026-12-19T17:00"), ends_at=at("2026-12-19T20:00"))
    past = add(desk, "event", title="Zomerfeest", starts_at=at("2026-07-04T17:00"), status="geweest")
    for record, status, due in ((event, "nog_aanvragen", 1), (event, "verleend", 2), (past, "nog_aanvragen", 1)):
        add(desk, "permit", record=record.id, status=status, fixed_by=date(2026, 12, due), reason=f"nr {due}")
    body = add(desk, "body", title="Proefoverleg", paper_days=3).id
    for title, day, status in (
        ("Komend overleg", "2026-11-26", "concept"),
        ("Klaar om te gaan", "2026-11-27", "verzonden"),
        ("Oud overleg", "2026-11-12", "gehouden"),
    ):
        add(desk, "meeting", title=title, body=body, starts_at=at(f"{day}T19:30"), status=status)
    for title, has_no_follow_up in (("Fietsbeugels plaatsen", False), ("Ter kennisgeving", True)):
        text = {"title": title, "text": title, "has_no_follow_up": has_no_follow_up}
        add(desk, "decision", **text, owner=mine, body=body, due_on=date(2026, 12, 1))


def test_a_series_of_today_and_of_this_week_stands_once_with_today(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    add(
        planned_desk,
        "event",
        title="Warenmarkt",
        starts_at=at("2026-11-23T08:00"),
        ends_at=at("2026-11-23T16:00"),
        rrule="FREQ=DAILY",
    )
    add(planned_desk, "event", title="Proeverij", starts_at=at("2026-11-26T17:00"), ends_at=at("2026-11-26T20:00"))
    page = page_of(open_window("Event-coördinator"), qtbot)

    assert [need.group for need in gather(planned_desk, {"Event-coördinator"})] == ["nu", "week"]
    assert lines_of(page) == {"Nu": ["Warenmarkt"], "Deze week": ["Proeverij"]}


@pytest.mark.accept("D4")
def test_what_is_late_due_and_next_for_the_role_and_nothing_that_is_done(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    fill(planned_desk)
    shown = lines_of(page_of(open_window("Huismeester"), qtbot))

    assert list(shown) == ["Nu", "Deze week", "Opvolgen"]
    assert set(shown["Nu"]) == {"Lichtmast brandt niet", "Te laat"}
    assert set(shown["Deze week"]) == {"Komend overleg", "Klaar om te gaan"}
    assert shown["Opvolgen"] == ["Fietsbeugels plaatsen"]


@pytest.mark.accept("D4")
def test_permits_that_must_be_asked_for_are_for_who_plans_events(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    fill(planned_desk)
    page = page_of(open_window("Event-coördinator"), qtbot)
    shown = [parts for entry in page.model.entries if isinstance(parts := page.model.parts(entry), RowParts)]
    permits = [str(parts.title) for parts in shown if parts.icon == "stamp"]
    assert permits == ["Lichtjesparade"], "the other is granted, and what hangs on a past event asks for nothing"


@pytest.mark.accept("D4")
def test_another_role_sees_its_own(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    fill(planned_desk)
    shown = lines_of(page_of(open_window("Verbinder"), qtbot))
    titles = {title for group in shown.values() for title in group}
    assert "Van een ander" in titles
    assert not titles & {"Te laat", "Fietsbeugels plaatsen"}


@pytest.mark.accept("D4")
def test_papers_that_should_be_gone_are_told_before_the_meeting_itself(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    fill(planned_desk)
    page = page_of(open_window("Regisseur"), qtbot)
    assert "Komend overleg" in lines_of(page)["Nu"]
    row = parts_called(page, "Komend overleg")
    assert "Stukken versturen" in [str(part) for part in row.meta]
    assert row.due is not None
    assert str(row.due.text) == "1 dag te laat"


def parts_called(page: TodayPage, title: str) -> RowParts:
    found = [page.model.parts(entry) for entry in page.model.entries]
    return next(parts for parts in found if isinstance(parts, RowParts) and str(parts.title) == title)


def test_a_day_on_which_nothing_waits_says_so(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    with planned_desk.change("Leeg") as tx:
        for kind in ("action", "meeting", "event", "decision", "ticket", "signal", "stock_topic"):
            for row in planned_desk.rows(kind):
                tx.delete(Ref(kind, row["id"]))
    page = page_of(open_window(), qtbot)
    assert page.calm.isVisible()
    assert not page.list.isVisible()
    assert page.sentence.text() == "Er wacht vandaag niets op je."


def test_the_head_counts_in_words(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    ticket(planned_desk, "Gat in de weg", "2026-11-24", type="calamiteit")
    ticket(planned_desk, "Lichtmast brandt niet", "2026-11-02")
    page = page_of(open_window(), qtbot)
    assert page.date.text() == "Dinsdag 24 november"
    assert page.sentence.text() == "Twee dingen vragen vandaag iets van je. Eén is een calamiteit."
    assert lines_of(page)["Nu"][0] == "Gat in de weg"
    assert told([]) == "Er wacht vandaag niets op je."


@pytest.mark.parametrize("way", ["click", "key"])
def test_a_line_opens_its_record(open_window: Opened, planned_desk: Desk, qtbot: QtBot, way: str) -> None:
    made = ticket(planned_desk, "Lichtmast brandt niet", "2026-11-02")
    window = open_window()
    page = page_of(window, qtbot)
    index = page.model.index(row_called(page, "Lichtmast brandt niet"), 0)
    if way == "click":
        place = page.list.visualRect(index).center()
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    else:
        page.list.setFocus()
        page.list.setCurrentIndex(index)
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.frame.current_tab() == "tickets"
    shown = window.frame.page("tickets")
    assert shown is not None
    assert shown.current() == made  # type: ignore[attr-defined]


# --- staying right ---------------------------------------------------------------------------------------------------


def test_it_asks_again_only_when_it_is_seen(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    page = page_of(window, qtbot)
    asked: list[str] = []

    def counted(desk: Desk, roles: Collection[str]) -> list[Need]:
        asked.append("again")
        return gather(desk, roles)

    monkeypatch.setattr("vaartdesk.app.today.view.gather", counted)

    ticket(planned_desk, "Lichtmast brandt niet", "2026-11-02")
    assert asked
    assert "Lichtmast brandt niet" in lines_of(page)["Nu"]

    window.frame.show_tab("contacts")
    asked.clear()
    ticket(planned_desk, "Losse tegel", "2026-11-02")
    add(planned_desk, "person", title="Wijkagent")
    assert not asked
    window.frame.show_tab("today")
    assert len(asked) == 1
    assert "Losse tegel" in lines_of(page)["Nu"]


def test_the_chosen_line_stays_chosen(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    made = ticket(planned_desk, "Lichtmast brandt niet", "2026-11-02")
    page = page_of(open_window(), qtbot)
    page.list.setCurrentIndex(page.model.index(row_called(page, "Lichtmast brandt niet"), 0))
    ticket(planned_desk, "Eerder te laat", "2026-10-02")
    assert page.current() == made


def test_a_new_day_is_shown_when_the_page_is(
    open_window: Opened, planned_desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    window = open_window()
    page = page_of(window, qtbot)
    window.frame.show_tab("contacts")
    clock.advance(timedelta(1))
    window.frame.show_tab("today")
    assert page.date.text() == "Woensdag 25 november"


@pytest.mark.parametrize(
    ("role", "words", "kind"),
    [
        ("Huismeester", "Nieuwe melding", "ticket"),
        ("Event-coördinator", "Nieuw evenement", "event"),
        ("Regisseur", "Nieuwe actie", "action"),
    ],
)
def test_the_one_filled_button_makes_what_the_role_makes_most(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, role: str, words: str, kind: str
) -> None:
    window = open_window(role)
    page = page_of(window, qtbot)
    asked: list[str] = []
    window.stage.new_requested.disconnect()
    window.stage.new_requested.connect(asked.append)
    assert page.new.text() == words
    page.make_new()
    assert asked == [kind]


def test_everything_can_be_reached_with_tab(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    ticket(planned_desk, "Lichtmast brandt niet", "2026-11-02")
    window = open_window()
    page = page_of(window, qtbot)
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    page.list.setFocus()
    seen = set()
    for _step in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused.objectName() or type(focused).__name__)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"list", "signalButton", "newButton", "openTickets", "actionsByLine", "goals"} <= seen
