"""What stands beside the list of Vandaag: the week, four pictures, and in a wide window the next meeting and the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from today import RESULT, add, page_of, role_called, ticket
from vaartdesk.app.today.changes_card import ChangeLine
from vaartdesk.app.today.meeting_card import Evening
from vaartdesk.app.today.week import HappeningLine, happenings
from vaartdesk.charts.pressure import Pressure
from vaartdesk.charts.small import Area
from vaartdesk.charts.stack import StackChart
from vaartdesk.charts.ways import Ways
from vaartdesk.kinds.plan.commands import measure
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.chart_card import ChartCard
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.app.today.view import TodayPage
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
PICTURES = ("openTickets", "eventPressure", "actionsByLine", "goals")


def at(value: str) -> datetime:
    return datetime.fromisoformat(value)


def fill(desk: Desk) -> None:
    """Something for every picture."""
    for day in range(2, 8):
        ticket(desk, f"Tegel {day}", f"2026-11-0{day}", **(RESULT if day > 2 else {}))
    for n in range(7):
        add(
            desk,
            "event",
            title=f"Kerstdag {n}",
            starts_at=at("2026-12-18T10:00"),
            ends_at=at("2026-12-18T12:00"),
            status="optie",
        )
    goal = next(Ref("goal", row["id"]) for row in desk.rows("goal") if row["short"] == "Leegstand")
    measure(desk, goal, 1485, date(2026, 10, 1))


def card(page: TodayPage, name: str) -> ChartCard | None:
    found = page.findChild(ChartCard, name)
    return found if found is not None and not found.isHidden() else None


def there(page: TodayPage, name: str) -> ChartCard:
    found = card(page, name)
    assert found is not None
    return found


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


# --- the third column ------------------------------------------------------------------------------------------------


def test_a_wide_window_has_a_third_column(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    body = add(planned_desk, "body", title="Proefoverleg", paper_days=7).id
    add(planned_desk, "meeting", title="Ander overleg", body=body, starts_at=at("2026-12-22T19:30"))
    meeting = add(
        planned_desk, "meeting", title="Proefoverleg", body=body, starts_at=at("2026-12-01T19:30"), planned_minutes=30
    )
    for title, minutes in (("Opening", 10), ("Begroting", 28)):
        add(planned_desk, "agenda_item", meeting=meeting.id, title=title, minutes=minutes)
    window = open_window("Regisseur", 1920, 1080)
    page = page_of(window, qtbot)
    shown = page.side.meeting
    assert not shown.isHidden()
    assert shown.name.text() == "Proefoverleg, di 1 dec 19:30"
    assert shown.meta.text() == "2 punten · 38 van 30 minuten"
    assert shown.papers.text() == "Stukken uiterlijk di 24 nov de deur uit"
    assert shown.papers.property("role") == "warning"
    bar = shown.findChild(Evening)
    assert bar is not None
    assert bar.end_text() == "20:08, 8 min te lang"

    button = shown.findChild(Button, "openAgenda")
    assert button is not None
    button.click()
    assert window.frame.current_tab() == "meetings"

    window.frame.show_tab("today")
    window.frame.resize(1366, 768)
    page_of(window, qtbot)
    assert shown.isHidden()


def test_what_colleagues_changed_and_not_what_i_did(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    mine = ticket(planned_desk, "Van mij", "2026-11-23")
    window = open_window("Regisseur", 1920, 1080)
    page = page_of(window, qtbot)
    assert page.side.changes.isHidden()

    planned_desk.set_who(role_called(planned_desk, "Huismeester"))
    other = ticket(planned_desk, "Van de huismeester", "2026-11-23")
    with planned_desk.change("Doorgezet") as tx:
        tx.set(other, "status", "in_behandeling")
    with planned_desk.change("Vergissing") as tx:
        tx.set(mine, "title", "Anders")
    planned_desk.undo()
    planned_desk.set_who(role_called(planned_desk, "Regisseur"))
    ticket(planned_desk, "Nog een van mij", "2026-11-23")

    qtbot.waitUntil(lambda: not page.side.changes.isHidden())
    qtbot.waitUntil(lambda: not page.side.stale)
    lines = [line for line in page.side.changes.findChildren(ChangeLine) if not line.isHidden()]
    number = (planned_desk.get(other) or {})["number"]
    assert [line.change.what for line in lines] == [f"{number}: doorgezet, Van de huismeester"]
    assert lines[0].change.who == "Huismeester · vandaag 09:30"
    assert page.side.changes.remark.text() == "2 wijzigingen"
    lines[0].click()
    assert window.frame.current_tab() == "tickets"


# --- room ------------------------------------------------------------------------------------------------------------


def edge(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1799, 900), (1800, 900), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_everything_has_its_place_in_every_window(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, size: tuple[int, int], mode: str
) -> None:
    fill(planned_desk)
    window = open_window("Huismeester", *size)
    theme().set_mode(mode)  # type: ignore[arg-type]
    page = page_of(window, qtbot)
    assert window.frame.size().toTuple() == size
    assert page.side.horizontalScrollBar().maximum() == 0
    assert page.list.width() >= 400
    whole = page.rect()
    for name in PICTURES:
        found = edge(there(page, name), page)
        assert found.left() >= edge(page.list, page).right()
        assert found.right() <= whole.right() - 15
        view = there(page, name).view
        assert view.height() >= view.drawing(view.width()).height - 1
    assert page.side.is_wide == (size[0] >= 1800)
    columns = {edge(there(page, name), page).left() for name in PICTURES}
    assert len(columns) == (1 if page.side.is_wide else 2)
