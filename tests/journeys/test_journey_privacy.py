"""Words that say too much, in the window: held until changed or kept on purpose; and reporters who are wiped when it is time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QListView

from journeys.desktop import Desktop, Tickets, rows
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.daily import run_day
from vaartdesk.schema.ref import Ref, Values

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

WHERE, CATEGORY = "Brink 3", "bestrat"
BSN, PLATE = "111222333", "12-ABC-3"


@pytest.fixture
def tickets(desktop: Desktop) -> Tickets:
    desktop.sit_down("Huismeester")
    return Tickets(desktop)


def kept(desktop: Desktop) -> list[Values]:
    """Every ticket, whole."""
    desk = desktop.window.desk
    return [desk.get(Ref("ticket", row["id"])) or {} for row in desk.rows("ticket")]


def enter(desktop: Desktop, what: str) -> None:
    """A quick entry up to its Enter."""
    desktop.hand.press("Ctrl+N")
    desktop.hand.type(f"{what}\t{WHERE}\t{CATEGORY}\t")
    desktop.hand.press("Return")


@pytest.mark.accept("T16")
@pytest.mark.parametrize(
    ("what", "told"),
    [(f"Man met bsn {BSN}", BSN), (f"Bus {PLATE} op de stoep", PLATE), ("De dader rende weg", "dader")],
)
def test_a_quick_entry_that_says_too_much_stays_a_draft_until_it_is_kept_or_changed(
    desktop: Desktop, tickets: Tickets, what: str, told: str
) -> None:
    enter(desktop, what)
    assert told in desktop.hand.read("title_problem")
    assert kept(desktop) == []
    desktop.restart()
    desktop.hand.press("Ctrl+N")
    assert desktop.hand.read("title") == what
    desktop.hand.press("Return")
    desktop.hand.change(lambda: desktop.hand.click("title_keep"))
    (row,) = kept(desktop)
    assert (row["title"], row["is_privacy_kept"]) == (what, True)


@pytest.mark.accept("T16")
def test_a_change_of_words_is_the_other_way_out(desktop: Desktop, tickets: Tickets) -> None:
    enter(desktop, f"Bus {PLATE} op de stoep")
    desktop.hand.fill("title", "Bus op de stoep")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    (row,) = kept(desktop)
    assert (row["title"], row["is_privacy_kept"]) == ("Bus op de stoep", False)


@pytest.mark.accept("T16")
@pytest.mark.parametrize(
    "words",
    [
        "Bel 06-12345678 of 0592 36 69 11",
        "Bel +31 111222333",
        "Rekening NL91 ABNA 0417 1643 00",
        "Btw NL111222333B01",
        "Kenmerk 2026-118834, KvK 01234567",
    ],
)
def test_phones_accounts_and_vat_numbers_give_no_alarm(desktop: Desktop, tickets: Tickets, words: str) -> None:
    enter(desktop, words)
    assert [row["title"] for row in kept(desktop)] == [words]


@pytest.mark.accept("T16")
def test_a_field_of_the_record_and_a_note_are_warned_of_too(desktop: Desktop, tickets: Tickets) -> None:
    enter(desktop, "Bus op de stoep")
    desktop.hand.fill("description", f"Het is {PLATE}")
    desktop.hand.press("Tab")
    assert PLATE in desktop.hand.read("description_problem")
    assert kept(desktop)[0]["description"] == ""
    desktop.hand.fill("description", " niet nodig")
    desktop.hand.press("Ctrl+A")
    desktop.hand.type("Een witte bus")
    desktop.hand.change(lambda: desktop.hand.press("Tab"))
    assert kept(desktop)[0]["description"] == "Een witte bus"


# --- who reported it -------------------------------------------------------------------------------------------------------


def closed(desktop: Desktop) -> None:
    """A ticket of a baker, solved."""
    enter(desktop, "Kuil")
    desktop.type_over("reporter_name", "Bakker Smit")
    desktop.solve("Gevuld")


def morning(desktop: Desktop, clock: FixedClock, days: int) -> None:
    """Days later, the program is started and does what a day asks."""
    desktop.leave()
    clock.advance(timedelta(days=days))
    desktop._open()
    run_day(desktop.window.desk)
    desktop.hand.settle()


def announced(desktop: Desktop) -> list[str]:
    """The lines of Vandaag that tell of wiping."""
    desktop.go_to(1)
    shown = [row for view in desktop.hand.seen("list", QListView) for row in rows(view)]
    return [row for row in shown if "melder wordt gewist" in row]


@pytest.mark.accept("T16")
def test_wiping_is_told_a_fortnight_ahead_put_off_and_then_done(
    desktop: Desktop, tickets: Tickets, clock: FixedClock
) -> None:
    closed(desktop)
    morning(desktop, clock, 350)
    assert announced(desktop) == []
    morning(desktop, clock, 1)
    (line,) = announced(desktop)
    assert "Kuil" in line
    assert "gewist op wo 24 nov" in line
    before = len(kept(desktop))
    desktop.find("M-2026-0001")
    desktop.hand.click("more", desktop.detail())
    desktop.hand.pick("Melder langer bewaren")
    desktop.answer(keep_until="1-12-2027")
    morning(desktop, clock, 14)
    assert kept(desktop)[0]["reporter_name"] == "Bakker Smit"
    assert "gewist op wo 1 dec" in announced(desktop)[0]
    morning(desktop, clock, 7)
    (row,) = kept(desktop)
    assert (row["reporter_name"], row["anonymised_on"]) == ("", desktop.window.desk.today)
    assert (len(kept(desktop)), row["status"], row["title"]) == (before, "afgehandeld", "Kuil")
    assert announced(desktop) == []
    desktop.undo()
    assert kept(desktop)[0]["reporter_name"] == ""
