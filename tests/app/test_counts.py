"""The counts in the rail: right, of the rows that the lists hold, and only where something changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from vaartdesk.app.window.assembly import Window
from vaartdesk.app.window.who import choose
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.saved import keep_filter

Opened = Callable[..., Window]


class Told(list[tuple[str, int | None]]):
    """What the rail was told, in order."""

    def of(self, tab: str) -> int | None:
        return dict(self)[tab]


@pytest.fixture
def window(open_window: Opened) -> Window:
    return open_window("Huismeester")


@pytest.fixture
def told(window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Told:
    """After everything was counted once."""
    heard, set_count = Told(), window.frame.set_count

    def listen(tab: str, count: int | None, *rest: Any, **named: Any) -> None:
        heard.append((tab, count))
        set_count(tab, count, *rest, **named)

    monkeypatch.setattr(window.frame, "set_count", listen)
    window.counts.begin()
    assert heard == [], "counting waits until the first list has painted"
    qtbot.waitUntil(lambda: len({tab for tab, _count in heard}) == 5)
    return heard


def add_ticket(desk: Desk, title: str) -> Ref:
    with desk.change("Melding toegevoegd") as tx:
        values = {"title": title, "place_text": "Koopmansplein", "category": desk.rows("ticket_category")[0]["id"]}
        return tx.add("ticket", values)


def test_a_change_counts_again_only_where_it_matters(
    window: Window, told: Told, planned_desk: Desk, qtbot: QtBot
) -> None:
    assert told.of("tickets") is None
    told.clear()

    add_ticket(planned_desk, "Losse tegel")

    qtbot.waitUntil(lambda: len(told) == 2)
    assert told.of("tickets") == 1
    assert {tab for tab, _count in told} == {"tickets", "today"}

    qtbot.waitUntil(lambda: not window.counts._timer.isActive())  # the pinned filters come after the counts
    told.clear()
    with planned_desk.change("Vastgezet") as tx:
        tx.add("street", {"title": "Meetstraat"})
    assert not window.counts._timer.isActive()
    assert told == []


def test_the_list_and_its_count_read_rows_once(
    window: Window, told: Told, planned_desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = window.frame.show_tab("tickets").currentWidget()  # type: ignore[attr-defined]
    assert page.list.rows is window.counts.sift("ticket").rows
    read: list[str] = []
    rows = planned_desk.rows

    def counted(kind: str, *rest: Any, **named: Any) -> list[dict[str, Any]]:
        read.append(kind)
        return rows(kind, *rest, **named)

    monkeypatch.setattr(planned_desk, "rows", counted)
    told.clear()

    ref = add_ticket(planned_desk, "Losse tegel")

    qtbot.waitUntil(lambda: "tickets" in dict(told))
    assert page.list.model.row_of(ref.id) >= 0
    assert read.count("ticket") == 1


def test_vandaag_shows_the_pins_of_all_tabs_and_one_leads_to_its_list(
    window: Window, told: Told, planned_desk: Desk, qtbot: QtBot
) -> None:
    rail = window.frame.rail
    window.frame.show_tab("today")
    before = {pin.pin.label for pin in rail.pins()}
    assert "Bij gemeente" not in before, "nothing lies there yet"

    ref = add_ticket(planned_desk, "Losse tegel")
    with planned_desk.change("Ligt bij") as tx:
        tx.set(ref, "lies_with", "gemeente")

    qtbot.waitUntil(lambda: "Bij gemeente" in {pin.pin.label for pin in rail.pins()})
    pin = rail.pins()[0]
    assert (pin.pin.label, pin.pin.count, pin.pin.icon) == ("Bij gemeente", 1, "share")  # the own tab goes first
    pin.click()
    assert window.frame.current_tab() == "tickets"
    page = window.frame.page("tickets").currentWidget()  # type: ignore[union-attr]
    assert page.list.query.filters == {"bij_gemeente"}


def test_the_tab_of_meetings_counts_those_to_come(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    body = planned_desk.rows("body")[0]["id"]
    with planned_desk.change("Vergaderingen") as tx:
        for day, status in (
            ("2026-11-03", "verslag_vastgesteld"),
            ("2026-12-08", "concept"),
            ("2026-12-15", "verzonden"),
        ):
            starts = datetime.fromisoformat(f"{day} 19:30")
            tx.add("meeting", {"body": body, "title": "Bestuur", "starts_at": starts, "status": status})
    window = open_window("Regisseur")
    tabs = window.frame.rail.tabs
    window.counts.begin()
    qtbot.waitUntil(lambda: "Overleg, 2 open" in [tabs.accessibleTabName(n) for n in range(tabs.count())])


def test_a_filter_kept_on_another_list_of_a_tab_stands_under_that_tab_and_leads_there(
    window: Window, told: Told, planned_desk: Desk, qtbot: QtBot
) -> None:
    window.frame.show_tab("meetings")
    rail = window.frame.rail
    keep_filter(planned_desk, planned_desk.kinds["decision"], "Besluiten van dit jaar", Query(words="2026"))
    qtbot.waitUntil(lambda: "Besluiten van dit jaar" in {pin.pin.label for pin in rail.pins()})

    with planned_desk.change("Besluit genomen") as tx:
        body = planned_desk.rows("body")[0]["id"]
        tx.add("decision", {"title": "Fietsbeugels", "body": body, "outcome": "aangenomen"})
    qtbot.waitUntil(lambda: [pin.pin.count for pin in rail.pins() if pin.pin.label == "Besluiten van dit jaar"] == [1])

    next(pin for pin in rail.pins() if pin.pin.label == "Besluiten van dit jaar").click()
    page = window.frame.page("meetings").currentWidget()  # type: ignore[union-attr]
    assert page.kind.name == "decision"
    assert page.list.query.words == "2026"


def test_choosing_who_sits_here_counts_what_he_sees(
    window: Window, told: Told, planned_desk: Desk, qtbot: QtBot
) -> None:
    window.frame.show_tab("today")
    mine = next(row for row in planned_desk.rows("role") if row["title"] == "Huismeester")
    other = next(row for row in planned_desk.rows("role") if row["title"] == "Regisseur")
    late = {"theme_line": planned_desk.rows("theme_line")[0]["id"], "due_on": planned_desk.today}
    with planned_desk.change("Acties toegevoegd") as tx:
        for number in range(3):
            tx.add("action", {"title": f"Actie {number}", "owner": other["id"], **late})
        tx.add("action", {"title": "Stoep", "owner": mine["id"], **late})
    page: Any = window.frame.page("today")
    for role in (mine, other, mine):
        choose(window, Ref("role", role["id"]))
        assert told.of("today") == (page.waiting() or None)
