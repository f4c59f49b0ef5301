"""A day begins in an open window too: the copy and the day's work beside it, and every view on the new date."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.app.today.view import TodayPage
from vaartdesk.app.window.assembly import Window
from vaartdesk.app.window.days import Days
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows import daily
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.schema.ref import Ref
from vaartdesk.store import backup
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import DiskFull

Opened = Callable[..., Window]


@pytest.fixture
def days(open_window: Opened, qtbot: QtBot) -> Days:
    """Of an open window; the first day has begun."""
    made = Days(open_window())
    made.begin()
    qtbot.waitUntil(lambda: made.work is None)
    return made


def turn(days: Days, clock: FixedClock, qtbot: QtBot, by: timedelta = timedelta(1)) -> None:
    """The clock goes on, and the timer looks at it."""
    clock.advance(by)
    days._timer.timeout.emit()
    qtbot.waitUntil(lambda: days.work is None)


@pytest.mark.accept("S5")
def test_each_day_of_an_open_window_begins_with_a_copy(days: Days, clock: FixedClock, qtbot: QtBot) -> None:
    def copies() -> list[date]:
        return [made.at.date() for made in backup.backups(days.window.desk.workspace)]

    assert copies() == [date(2026, 11, 24)]
    turn(days, clock, qtbot, timedelta(hours=3))
    assert copies() == [date(2026, 11, 24)]
    turn(days, clock, qtbot, timedelta(hours=14))
    assert copies() == [date(2026, 11, 25), date(2026, 11, 24)]
    turn(days, clock, qtbot, timedelta(2))
    assert copies()[0] == date(2026, 11, 27)


@pytest.mark.accept("T17")
def test_past_midnight_the_tickets_of_the_day_are_made_and_shown(
    days: Days, planned_desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    with planned_desk.change("Onderhoud") as tx:
        tx.add("maintenance", {"title": "Snoeien", "starts_on": date(2027, 11, 20), "rrule": "FREQ=YEARLY"})
    turn(days, clock, qtbot, timedelta(355))
    assert [row["title"] for row in planned_desk.rows("ticket")] == ["Snoeien"]


def test_vandaag_and_lists_show_the_new_day(days: Days, planned_desk: Desk, clock: FixedClock, qtbot: QtBot) -> None:
    category = next(row["id"] for row in planned_desk.rows("ticket_category") if row["term"] == 5)
    ticket = log_ticket(planned_desk, {"title": "Kuil", "place_text": "Brink", "category": category})
    page = days.window.frame.show_tab("tickets")
    page.show_record(ticket)  # type: ignore[attr-defined]
    listed = page.findChildren(QLabel)  # what the record tells in words
    before = [label.text() for label in listed]
    turn(days, clock, qtbot, timedelta(14))
    assert [label.text() for label in listed] != before
    today = days.window.frame.show_tab("today")
    assert isinstance(today, TodayPage)
    turn(days, clock, qtbot)
    assert today.date.text() == "Woensdag 9 december"


def test_the_day_begins_on_a_thread_of_its_own(
    days: Days, clock: FixedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = threading.get_ident()
    seen: list[int] = []
    copy, run = backup.daily_backup, daily.run_day

    def copied(*args: Any) -> Any:
        seen.append(threading.get_ident())
        return copy(*args)

    def done(desk: Desk) -> Any:
        seen.append(threading.get_ident())
        return run(desk)

    monkeypatch.setattr(backup, "daily_backup", copied)
    monkeypatch.setattr(daily, "run_day", done)
    turn(days, clock, qtbot)
    assert len(seen) == 2
    assert own not in seen


def test_without_room_for_a_copy_the_day_begins_all_the_same(
    days: Days, clock: FixedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any) -> None:
        raise DiskFull("De schijf is vol.")

    begun: list[Desk] = []
    monkeypatch.setattr(backup, "daily_backup", full)
    monkeypatch.setattr(daily, "run_day", begun.append)
    turn(days, clock, qtbot)
    assert begun == [days.window.desk]
    toast = days.window.frame.findChild(QWidget, "toast")
    assert toast is not None
    assert toast.accessibleName() == "De reservekopie van vandaag lukte niet. De schijf is vol."


def test_closing_stops_the_copy_and_waits_for_it(
    days: Days, planned_desk: Desk, clock: FixedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window lets go of the workspace only when nobody works on it any more."""
    begun, go_on = threading.Event(), threading.Event()
    over: list[bool] = []
    copy = backup.make_backup

    def slow(*args: Any) -> Any:
        begun.set()
        go_on.wait(30)
        try:
            return copy(*args)
        finally:
            over.append(planned_desk.is_closed)

    monkeypatch.setattr(backup, "make_backup", slow)
    clock.advance(timedelta(1))
    days.look()
    assert begun.wait(30)
    threading.Thread(target=go_on.set).start()
    days.window.close()
    assert over == [False]
    assert planned_desk.is_closed
    assert [made.at.date() for made in backup.backups(planned_desk.workspace)] == [date(2026, 11, 24)]
    assert not list(planned_desk.workspace.backups.glob(".*"))
    QApplication.processEvents()


def test_who_sits_here_stays_and_the_thread_is_the_windows_when_a_day_begins(
    days: Days, planned_desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    days.window.hearing.changed.connect(lambda _change: heard.append(QThread.currentThread().isMainThread()))
    who = planned_desk.who
    with planned_desk.change("Onderhoud") as tx:
        tx.add("maintenance", {"title": "Snoeien", "starts_on": date(2026, 12, 1), "rrule": "FREQ=DAILY"})
    turn(days, clock, qtbot, timedelta(5))
    qtbot.waitUntil(lambda: len(heard) > 2)
    assert all(heard)
    assert planned_desk.who == who
    assert isinstance(who, Ref)
