"""A permit on a ticket, a contract or maintenance: made, seen and edited from that record, its last day on Vandaag (T19)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from today import RESULT, add, lines_of, page_of, ticket
from vaartdesk.kinds.events.queries.planning import permits_of_work, permits_to_ask
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.parts import PartSection
from window_parts import button, dialog, top_page

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
pytestmark = pytest.mark.accept("T19")


def holder(desk: Desk, kind: str) -> Ref:
    if kind == "ticket":
        return ticket(desk, "Steiger voor de gevel", "2026-11-23")
    fields: dict[str, Any] = {"title": "Kerstverlichting", "starts_on": date(2026, 12, 20)}
    return add(desk, kind, **(fields | ({"status": "lopend"} if kind == "contract" else {})))


def section(window: Window) -> PartSection:
    page = top_page(window).page
    found = page.findChild(PartSection, "parts_permit")
    assert isinstance(found, PartSection)
    return found


@pytest.mark.parametrize("kind", ["ticket", "contract", "maintenance"])
def test_it_is_made_seen_and_edited_from_the_record_and_stands_on_vandaag(
    kind: str, open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    ref = holder(planned_desk, kind)
    window = open_window()
    window.show_record(ref)
    QApplication.processEvents()  # what hangs on a record comes after its fields
    button(top_page(window).page, "offer_permit").click()
    entry = dialog(window, "quickEntry")
    entry.boxes["type"].editor.put_text("objecten")
    entry.boxes["fixed_by"].editor.put_text("1-12-2026")
    entry.save_button.click()
    (row,) = planned_desk.rows("permit")
    permit = Ref("permit", row["id"])
    values = planned_desk.get(permit) or {}
    assert (values["record"], values["type"], values["submit_by"]) == (ref.id, "objecten", date(2026, 12, 1))
    qtbot.waitUntil(lambda: section(window).isVisible())
    assert section(window).head.count_text == "1"

    section(window).opened.emit(permit)
    opened = dialog(window, "recordDialog")
    opened.page.saver.boxes["reference"].editor.put_text("Z-2026-88")
    assert opened.page.flush()
    opened.accept()
    assert (planned_desk.get(permit) or {})["reference"] == "Z-2026-88"

    window.frame.show_tab("today")
    today = page_of(window, qtbot)
    title = planned_desk.title(ref)
    shown = [text for titles in lines_of(today).values() for text in titles]
    assert any(text in title or title in text for text in shown), shown
    with planned_desk.change("Aangevraagd") as tx:
        tx.set(permit, "status", "aangevraagd")
    assert (planned_desk.get(permit) or {})["submitted_on"] == planned_desk.today
    with planned_desk.read() as reader:
        assert permits_of_work(reader) == []


def test_its_last_day_follows_from_the_day_of_the_work(planned_desk: Desk) -> None:
    """With a category the municipality's term counts back from when the work is planned, and moves along with it."""
    planned = datetime(2027, 3, 1, 9, tzinfo=UTC)
    ref = ticket(planned_desk, "Hoogwerker", "2026-11-23", status="ingepland", planned_at=planned)
    permit = add(planned_desk, "permit", record=ref.id, category="a")
    first = (planned_desk.get(permit) or {})["submit_by"]
    if first is None:  # the plan knows no term for this category: then there is one here
        town = planned_desk.rows("municipality")[0]["id"]
        add(planned_desk, "permit_term", municipality=town, category="a", amount=3, unit="weken")
        first = (planned_desk.get(permit) or {})["submit_by"]
    assert first is not None
    assert first < date(2027, 3, 1)
    with planned_desk.change("Later") as tx:
        tx.set(ref, "planned_at", planned + timedelta(14))
    assert (planned_desk.get(permit) or {})["submit_by"] == first + timedelta(14)


def test_what_is_no_event_needs_no_permit_for_an_event(planned_desk: Desk) -> None:
    ref = holder(planned_desk, "contract")
    assert (planned_desk.get(add(planned_desk, "permit", record=ref.id)) or {})["type"] == "overig"
    event = add(planned_desk, "event", title="Markt", starts_at=datetime(2026, 12, 5, 10))  # noqa: DTZ001 - local time
    assert (planned_desk.get(add(planned_desk, "permit", record=event.id)) or {})["type"] == "evenement"


def test_what_is_over_asks_for_nothing_and_events_stay_with_their_own(planned_desk: Desk) -> None:
    ref = holder(planned_desk, "ticket")
    day = planned_desk.today + timedelta(3)
    permit = add(planned_desk, "permit", record=ref.id, type="objecten", fixed_by=day)
    event = add(planned_desk, "event", title="Markt", starts_at=datetime(2026, 12, 5, 10))  # noqa: DTZ001 - local time
    other = add(planned_desk, "permit", record=event.id, fixed_by=day)
    with planned_desk.read() as reader:
        assert [need.ref for need in permits_of_work(reader)] == [permit]
        assert [need.ref for need in permits_to_ask(reader)] == [other]
    with planned_desk.change("Klaar") as tx:
        tx.update(ref, RESULT)
    with planned_desk.read() as reader:
        assert permits_of_work(reader) == []
    planned_desk.undo()
    with planned_desk.change("Weg") as tx:
        tx.delete(ref)
    with planned_desk.read() as reader:
        assert permits_of_work(reader) == []
