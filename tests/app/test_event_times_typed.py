"""Times of an event typed in the window as people write them: across midnight, with a year, a day without a time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from vaartdesk.app.tour.hand import Hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window("Event-coördinator")


@pytest.fixture
def hand(hand: Hand, window: Window) -> Hand:
    """At the events."""
    window.frame.show_tab("events")
    hand.settle()
    return hand


def planned(hand: Hand, begin: str, end: str = "") -> tuple[str | None, str | None]:
    """Make an event with these times, and what is kept of them."""
    hand.press("Ctrl+N")
    hand.type(f"Proef\t{begin}\t{end}")
    hand.change(lambda: hand.press("Return"))
    row = hand.desk.rows("event")[-1]
    return text(row["starts_at"]), text(row["ends_at"])


def text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(" ", "minutes")


def test_an_end_before_the_begin_is_of_the_next_day(hand: Hand) -> None:
    assert planned(hand, "za 12 jun 2027 22:00", "03:00") == ("2027-06-12 22:00", "2027-06-13 03:00")
    hand.fill("ends_at", "23:30")
    hand.change(lambda: hand.press("Return"))
    assert text(hand.desk.rows("event")[-1]["ends_at"]) == "2027-06-12 23:30"


def test_an_end_on_a_later_day_keeps_its_day(hand: Hand) -> None:
    assert planned(hand, "za 12 jun 2027 22:00", "ma 14 jun 2027 18:00")[1] == "2027-06-14 18:00"
    hand.fill("ends_at", "17:30")
    hand.change(lambda: hand.press("Return"))
    assert text(hand.desk.rows("event")[-1]["ends_at"]) == "2027-06-14 17:30"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("20 jun 2027", "2027-06-20 10:00"),
        ("zo 20 juni 2027", "2027-06-20 10:00"),
        ("20-06-2027", "2027-06-20 10:00"),
        ("20 jun 2027 20:27", "2027-06-20 20:27"),
        ("20 jun 1930", "2026-06-20 19:30"),
        ("za 2030", "2026-11-28 20:30"),
    ],
)
def test_a_year_is_no_time_and_a_day_alone_keeps_the_time(hand: Hand, typed: str, kept: str) -> None:
    assert planned(hand, typed)[0] == kept


def test_a_day_that_is_not_in_the_month_is_refused_with_its_length(hand: Hand) -> None:
    hand.press("Ctrl+N")
    hand.type("Proef\t31 feb 2027\t")
    hand.press("Return")
    assert hand.read("starts_at_problem") == "Februari 2027 heeft 28 dagen."
    assert hand.desk.rows("event") == []


def test_a_begin_past_the_end_takes_the_other_times_along(hand: Hand) -> None:
    planned(hand, "za 12 jun 2027 12:00", "18:00")
    hand.fill("setup_at", "09:00")
    hand.change(lambda: hand.press("Return"))
    hand.fill("starts_at", "19-06-2027")
    hand.change(lambda: hand.press("Return"))
    row = hand.desk.rows("event")[-1]
    assert [text(row[name]) for name in ("setup_at", "starts_at", "ends_at")] == [
        "2027-06-19 09:00", "2027-06-19 12:00", "2027-06-19 18:00",
    ]  # fmt: skip
    hand.change(lambda: hand.press("Ctrl+Z"))
    assert text(hand.desk.rows("event")[-1]["ends_at"]) == "2027-06-12 18:00"
