"""The event-coördinator plans an evening on the square, sees what must be asked when, and what is in the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from journeys.desktop import Calendar, Desktop
from rounds import jpeg

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

DAY = date(2027, 1, 16)


@pytest.fixture
def calendar(desktop: Desktop) -> Calendar:
    desktop.sit_down("Event-coördinator")
    return Calendar(desktop)


@pytest.fixture
def market(calendar: Calendar) -> Calendar:
    """A market with set-up and break-down."""
    calendar.plan("Streekmarkt", "16-1-2027 10:00", "16-1-2027 17:00", "Koopmansplein")
    calendar.desktop.type_over("setup_at", "16-1-2027 7:00")
    calendar.desktop.type_over("breakdown_at", "16-1-2027 20:30")
    return calendar


def test_an_event_is_planned_with_its_four_times(desktop: Desktop, market: Calendar) -> None:
    assert desktop.tab() == "eventsTab"
    times = {name: desktop.shown(name) for name in ("setup_at", "starts_at", "ends_at", "breakdown_at")}
    assert times == {
        "setup_at": "za 16-01-2027 07:00",
        "starts_at": "za 16-01-2027 10:00",
        "ends_at": "za 16-01-2027 17:00",
        "breakdown_at": "za 16-01-2027 20:30",
    }
    assert desktop.shown("place") == "Koopmansplein"


def test_a_time_that_cannot_be_is_told_beside_the_field_and_kept(desktop: Desktop, market: Calendar) -> None:
    desktop.hand.fill("breakdown_at", "31-02-2027 20:00\n")
    assert desktop.hand.read("breakdown_at_problem") == "Februari 2027 heeft 28 dagen."
    assert desktop.shown("breakdown_at") == "31-02-2027 20:00"
    desktop.hand.fill("breakdown_at", "16-1-2027 9:00\n")
    assert desktop.hand.read("breakdown_at_problem")
    desktop.type_over("breakdown_at", "16-1-2027 21:00")
    assert desktop.shown("breakdown_at") == "za 16-01-2027 21:00"


@pytest.mark.accept("K8")
def test_the_last_day_to_ask_the_permit_is_shown(desktop: Desktop, market: Calendar) -> None:
    desktop.type_over("category", "c")
    market.add_permit()
    # 15 working days before Saturday 16 January 2027, New Year and Christmas passed over
    assert "24 dec" in market.permit_deadline()
    desktop.command("move")
    desktop.answer(starts_at="23-1-2027 10:00")
    assert "4 jan" in market.permit_deadline()


@pytest.mark.accept("K3")
def test_one_drag_shows_the_clash(desktop: Desktop, market: Calendar) -> None:
    market.plan("IJsbeelden", "14-1-2027 18:30", "14-1-2027 22:00", "Koopmansplein")
    assert market.clashes() == []
    with desktop.counting() as strokes:
        market.drag("IJsbeelden", DAY)
        assert strokes() == 1
    assert market.clashes() == [
        "IJsbeelden en Streekmarkt nemen op za 16 jan 2027 van 18.30 tot 20.30 uur allebei Koopmansplein in."
    ]
    assert "IJsbeelden: nu za 16 jan" in desktop.toast()
    desktop.undo()
    assert market.clashes() == []
    assert desktop.shown("starts_at") == "do 14-01-2027 18:30"


def test_a_time_alone_is_on_the_day_of_the_event(desktop: Desktop, calendar: Calendar) -> None:
    calendar.plan("Koopavond", "16-1-2027 18:00", "21:00", "Koopmansplein")
    desktop.hand.reach("ends_at")
    assert desktop.shown("ends_at") == "za 16-01-2027 21:00"
    desktop.type_over("setup_at", "16.30")
    assert desktop.shown("setup_at") == "za 16-01-2027 16:30"
    desktop.type_over("starts_at", "17:30")
    assert desktop.shown("starts_at") == "za 16-01-2027 17:30"


def test_a_series_is_written_in_words_and_says_when_it_is_next(desktop: Desktop, calendar: Calendar) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Boekenmarkt\t16-1-2027 10:00\t17:00\tKoopmansplein\t")
    desktop.hand.click("addField")
    desktop.hand.pick("Herhaling")
    desktop.hand.type("elke derde zaterdag, 4 keer")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert desktop.hand.read("subtitle", desktop.detail()) == (
        "Wanneer: Derde zaterdag van de maand, 4 keer. Eerstvolgende: zaterdag 16 januari 2027, 10.00 – 17.00 uur"
    )
    calendar.drag("Boekenmarkt", date(2027, 1, 17))
    assert "zondag 17 januari 2027" in desktop.hand.read("subtitle", desktop.detail())
    desktop.hand.fill("rrule", "elke blauwe maandag\n")
    assert desktop.hand.read("rrule_problem").startswith("Schrijf hoe vaak")
    assert desktop.shown("rrule") == "elke blauwe maandag"


def test_how_often_is_offered_from_the_day_it_begins(desktop: Desktop, market: Calendar) -> None:
    desktop.hand.reach("rrule")
    desktop.hand.press("Alt+Down")
    desktop.hand.change(lambda: desktop.hand.pick("derde zaterdag van de maand"))
    assert desktop.shown("rrule") == "derde zaterdag van de maand"


def test_the_year_is_printed_date_by_date(desktop: Desktop, market: Calendar) -> None:
    market.plan("Leesclub", "3-2-2027 19:30", "21:30", "Brink")
    desktop.type_over("rrule", "eerste woensdag van de maand, 3 keer")
    desktop.hand.click("year")
    desktop.hand.click("after")
    with desktop.paper() as text:
        assert "Evenementen 2027" in text
        for told in (
            "za 16 jan 2027",
            "10:00 – 17:00",
            "Streekmarkt",
            "wo 3 feb 2027",
            "wo 3 mrt 2027",
            "wo 7 apr 2027",
        ):
            assert told in text


def test_a_calendar_goes_to_a_file_as_it_is_shown(desktop: Desktop, market: Calendar) -> None:
    market.plan("Leesclub", "3-3-2027 19:30", "21:30", "Brink")
    desktop.hand.press("F10")
    desktop.hand.pick("Bestand", "Exporteren…")
    assert desktop.hand.see("kind", QComboBox).currentText() == "Evenementen"
    assert desktop.hand.see("which", QComboBox).currentText() == "Wat de kalender toont (1)"


def test_where_nothing_clashes_there_is_nothing_to_accept(desktop: Desktop, market: Calendar) -> None:
    before = desktop.titles("clash_acceptance")
    desktop.hand.click("more", desktop.detail())
    desktop.hand.pick("Botsing aanvaarden")
    assert "botst nergens mee" in desktop.toast()
    assert desktop.titles("clash_acceptance") == before


def test_a_photo_that_is_dropped_is_told_of(desktop: Desktop, market: Calendar, tmp_path: Path) -> None:
    photo = tmp_path / "kramen.jpg"
    photo.write_bytes(jpeg())
    desktop.hand.change(lambda: desktop.hand.drop([photo], "detail"))
    assert desktop.toast().startswith("kramen.jpg toegevoegd")
    desktop.undo()
    assert desktop.titles("attachment") == []
