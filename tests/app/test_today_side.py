"""What stands beside the list of Vandaag: the week, four pictures, and in a wide window the next meeting and the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cards import PICTURES, at, card, fill, there
from today import RESULT, add, page_of, ticket
from vaartdesk.app.today.week import HappeningLine, happenings
from vaartdesk.charts.pressure import Pressure
from vaartdesk.charts.small import Area
from vaartdesk.charts.stack import StackChart
from vaartdesk.charts.ways import Ways
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.buttons import Button

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


# --- the four pictures -----------------------------------------------------------------------------------------------


def test_four_pictures_each_with_its_chart_and_its_sentence(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    fill(planned_desk)
    page = page_of(open_window(), qtbot)
    charts = {name: there(page, name).view.chart() for name in PICTURES}
    assert isinstance(charts["openTickets"], Area)
    assert isinstance(charts["eventPressure"], Pressure)
    assert isinstance(charts["actionsByLine"], StackChart)
    assert isinstance(charts["goals"], Ways)

    assert len(charts["openTickets"].counts) == 12
    assert charts["openTickets"].counts[-1] == 1
    assert charts["eventPressure"].peak == (51, 7)
    way = next(way for way in charts["goals"].ways if way.name == "Leegstand")
    assert way.share == 50
    assert there(page, "openTickets").accessibleName().startswith("Open meldingen. Van ")
    assert "Leegstand, van 21,9" in there(page, "goals").accessibleName()


def test_a_picture_without_anything_to_show_is_not_there(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    page = page_of(open_window(), qtbot)
    assert card(page, "openTickets") is None
    assert card(page, "eventPressure") is None
    made = ticket(planned_desk, "Losse tegel", "2026-11-20")
    qtbot.waitUntil(lambda: card(page, "openTickets") is not None)
    with planned_desk.change("Weg") as tx:
        tx.delete(made)
    qtbot.waitUntil(lambda: card(page, "openTickets") is None)


@pytest.mark.parametrize(
    ("name", "tab", "kind"),
    [
        ("openTickets", "tickets", "ticket"),
        ("eventPressure", "events", "event"),
        ("actionsByLine", "actions", "action"),
        ("goals", "actions", "goal"),
    ],
)
@pytest.mark.parametrize("way", ["click", "Return"])
def test_a_picture_leads_to_its_source(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, name: str, tab: str, kind: str, way: str
) -> None:
    fill(planned_desk)
    window = open_window()
    found = there(page_of(window, qtbot), name)
    if way == "click":
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(found, Qt.Key.Key_Return)
    assert window.frame.current_tab() == tab
    page = window.frame.page(tab)
    assert page is not None
    shown = page.currentWidget()  # type: ignore[attr-defined]
    assert getattr(getattr(shown, "kind", None), "name", "event") == kind


@pytest.mark.accept("D5")
def test_a_share_and_a_median_of_few_tickets_are_called_too_few(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    for day in range(2, 6):
        ticket(planned_desk, f"Tegel {day}", f"2026-11-0{day}", **RESULT)
    page = page_of(open_window("Regisseur", 1920, 1080), qtbot)
    found = there(page, "openTickets")
    assert found.remark.text() == "termijn: te weinig"
    assert found.caption_end.text() == "mediaan: te weinig"
    assert "te weinig meldingen" in found.toolTip()

    ticket(planned_desk, "De vijfde", "2026-11-23", **RESULT)
    qtbot.waitUntil(lambda: "%" in found.remark.text())
    assert found.remark.text() == "20 % binnen termijn"
    assert found.caption.text() == "12 weken · deze week 1 in, 5 uit"
    assert found.caption_end.text().startswith("mediaan 1")
    assert "Dagen dat een melding wachtte tellen niet mee." in found.toolTip()


def test_a_picture_is_asked_again_only_when_its_kinds_changed(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(planned_desk)
    window = open_window()
    page = page_of(window, qtbot)
    asked: list[str] = []
    real = page.side.pictures.ask

    def counted(picture: object, reader: object) -> None:
        asked.append(picture.name)  # type: ignore[attr-defined]
        real(picture, reader)  # type: ignore[arg-type]

    monkeypatch.setattr(page.side.pictures, "ask", counted)
    add(planned_desk, "person", title="Wijkagent")
    add(planned_desk, "action", title="Pilot", status="loopt")
    qtbot.waitUntil(lambda: not page.side.stale)
    assert asked == ["actionsByLine"]

    window.frame.show_tab("contacts")
    ticket(planned_desk, "Losse tegel", "2026-11-20")
    qtbot.wait(30)
    assert asked == ["actionsByLine"]
    window.frame.show_tab("today")
    qtbot.waitUntil(lambda: not page.side.stale)
    assert asked == ["actionsByLine", "openTickets"]


# --- the week --------------------------------------------------------------------------------------------------------


def test_the_week_names_every_date_that_is_left_of_it(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    line = next(row["id"] for row in planned_desk.rows("theme_line") if row["code"] == "D")
    place = add(planned_desk, "place", title="Koopmansplein").id
    add(
        planned_desk,
        "event",
        title="Sinterklaas",
        starts_at=at("2026-11-28T11:00"),
        place=place,
        theme_line=line,
        status="optie",
    )
    add(planned_desk, "event", title="Markt", starts_at=at("2026-11-11T08:00"), rrule="FREQ=WEEKLY", status="optie")
    add(planned_desk, "event", title="Misschien", starts_at=at("2026-11-28T11:00"), status="idee")
    add(planned_desk, "event", title="Gisteren", starts_at=at("2026-11-23T11:00"), status="geweest")
    body = add(planned_desk, "body", title="Team").id
    meeting = add(
        planned_desk, "meeting", title="Teamoverleg", body=body, starts_at=at("2026-11-24T16:00"), place="kantoor"
    )
    add(planned_desk, "meeting", title="Vervallen", body=body, starts_at=at("2026-11-25T16:00"), status="vervallen")

    with planned_desk.read() as reader:
        found = happenings(reader, date(2026, 11, 24), date(2026, 11, 29))
    told = [(h.day.day, h.time, h.title, h.place, h.line) for h in found]
    assert told == [
        (24, "16:00", "Teamoverleg", "kantoor", ""),
        (25, "08:00", "Markt", "", ""),
        (28, "11:00", "Sinterklaas", "Koopmansplein", "D"),
    ]

    window = open_window()
    page = page_of(window, qtbot)
    lines = page.side.week.findChildren(HappeningLine)
    assert [line.day for line in lines] == ["di 24", "wo 25", "za 28"]
    assert page.side.week.remark.text() == "week 48"
    assert lines[2].accessibleName() == "za 28, 11:00, Sinterklaas, Koopmansplein"
    lines[0].click()
    assert window.frame.current_tab() == "meetings"
    assert planned_desk.get(meeting) is not None


def test_a_week_with_nothing_in_it_has_no_card(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    with planned_desk.change("Leeg") as tx:
        for kind in ("event", "meeting"):
            for row in planned_desk.rows(kind):
                tx.delete(Ref(kind, row["id"]))
    page = page_of(open_window(), qtbot)
    assert page.side.week.isHidden()
    for n in range(8):
        add(planned_desk, "event", title=f"Optreden {n}", starts_at=at("2026-11-27T20:00"), status="optie")
    qtbot.waitUntil(lambda: not page.side.week.isHidden())
    assert len([line for line in page.side.week.findChildren(HappeningLine) if not line.isHidden()]) == 6
    more = [button.text() for button in page.side.week.findChildren(Button) if not button.isHidden()]
    assert more == ["en nog 2"]
