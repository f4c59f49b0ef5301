"""Reading and filling the plan of the centre, for the tests of its pins and of its own files."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from today import add, ticket
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window
    from vaartdesk.kinds.tickets.view.map_page import MapPage


def page_of(window: Window) -> MapPage:
    from vaartdesk.kinds.tickets.view.map_page import MapPage

    window.frame.show_tab("tickets")
    page = window.frame.page("tickets").choose("plan")  # type: ignore[union-attr]
    assert isinstance(page, MapPage)
    return page


def at_street(desk: Desk, title: str, reported: str, street: str, **given: Any) -> Ref:
    return ticket(desk, title, reported, place_text=street, **given)


def event(desk: Desk, title: str, day: str, where: str, status: str = "bevestigd") -> Ref:
    place = next(row["id"] for row in desk.rows("place") if row["title"] == where)
    starts, ends = datetime.fromisoformat(f"{day}T10:00"), datetime.fromisoformat(f"{day}T17:00")
    values = {"title": title, "starts_at": starts, "ends_at": ends, "place": place, "status": status}
    return add(desk, "event", **values, confirm_reason="Proef" if status == "bevestigd" else "")


def pin(page: MapPage, ref: Ref) -> Any:
    found = page.map.view.index.pin(ref.id)
    assert found is not None
    return found
