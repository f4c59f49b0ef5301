"""The line through time on the page of a contact: everything one had to do with, of whatever kind (C9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contact_pages import BOARD, Partner, shown_moments
from vaartdesk.kinds.contacts.commands import note_interaction
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.stage import Stage

Shown = Callable[[Ref], Any]


def fill_a_year(desk: Desk, partner: Partner) -> dict[str, Ref]:
    """Something of every kind that the chair had to do with."""
    who = partner.chair.id
    at = datetime(2026, 10, 1, 9, tzinfo=UTC)
    category = desk.rows("ticket_category")[0]["id"]
    body = next(row["id"] for row in desk.rows("body") if row["title"] == BOARD)
    with desk.change("Een jaar") as tx:
        made = {
            "ticket": tx.add(
                "ticket",
                {
                    "title": "Vlag scheef",
                    "place_text": "Brink",
                    "category": category,
                    "reporter": who,
                    "reported_at": at,
                },
            ),
            "signal": tx.add("signal", {"text": "Huur van het hoekpand", "reported_by": who, "noted_at": at}),
            "action": tx.add("action", {"title": "Ledenavond", "finished_on": date(2026, 10, 16), "status": "gereed"}),
            "event": tx.add(
                "event",
                {"title": "Preuvenement", "starts_at": datetime.combine(date(2025, 9, 5), time(17)), "contact": who},
            ),
            "meeting": tx.add(
                "meeting",
                {
                    "title": "Bestuur oktober",
                    "body": body,
                    "starts_at": datetime.combine(date(2026, 10, 27), time(19, 30)),
                },
            ),
            "other": tx.add("action", {"title": "Van een ander"}),
        }
        tx.set(made["action"], "co_workers", (who,))
        tx.add("attendance", {"meeting": made["meeting"].id, "member": who, "status": "afgemeld"})
        tx.note(partner.chair, "Belt liever dan dat hij mailt")
    return made


def test_one_line_through_time_tells_of_every_kind_of_record(
    shown: Shown, partner: Partner, planned_desk: Desk, stage: Stage
) -> None:
    made = fill_a_year(planned_desk, partner)
    page = shown(partner.chair)
    rows = shown_moments(page)
    days = ["24-11", "24-11", "27-10", "16-10", "1-10", "1-10", "5-9-2025"]
    assert [when for when, _title in rows] == days
    titles = " ".join(title for _when, title in rows)
    for word in (
        "Koopzondagen",
        "Belt liever",
        "Bestuur oktober",
        "Ledenavond",
        "Vlag scheef",
        "hoekpand",
        "Preuvenement",
    ):
        assert word in titles
    assert "Van een ander" not in titles
    opened: list[Ref] = []
    stage.open_requested.connect(opened.append)
    page.timeline.view.opened.emit(2)
    assert opened == [made["meeting"]]


def test_the_line_is_sifted_and_shown_whole(shown: Shown, partner: Partner, planned_desk: Desk) -> None:
    fill_a_year(planned_desk, partner)
    page = shown(partner.chair)
    page.timeline.groups.choose("gesprek")
    assert [when for when, _title in shown_moments(page)] == ["24-11", "24-11", "27-10"]
    page.timeline.groups.choose("werk")
    assert [when for when, _title in shown_moments(page)] == ["16-10", "1-10", "1-10", "5-9-2025"]
    page.timeline.groups.choose("alles")
    assert not page.timeline.more.isVisible()
    note_interaction(planned_desk, partner.chair, "Nog een gesprek")
    assert (len(shown_moments(page)), page.timeline.more.text()) == (7, "Alle 8 tonen")
    QTest.mouseClick(page.timeline.more, Qt.MouseButton.LeftButton)
    assert len(shown_moments(page)) == 8
    note_interaction(planned_desk, partner.chair, "En nog een")
    assert len(shown_moments(page)) == 9
