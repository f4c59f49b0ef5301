"""Reading and filling Vandaag, for the tests of its list and of what stands beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaartdesk.schema.listing import Header
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

if TYPE_CHECKING:
    from vaartdesk.app.today.view import TodayPage
    from vaartdesk.app.window.assembly import Window

RESULT = {"status": "afgehandeld", "result": "Gemaakt"}


def page_of(window: Window, qtbot: QtBot) -> TodayPage:
    """The page, once everything beside the list is there."""
    from vaartdesk.app.today.view import TodayPage

    page = window.frame.page("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: not page.side.stale)
    QApplication.processEvents()  # the last card finds its place
    return page


def lines_of(page: TodayPage) -> dict[str, list[str]]:
    """Group -> the titles below it, as shown."""
    found: dict[str, list[str]] = {}
    group = ""
    for entry in page.model.entries:
        parts = page.model.parts(entry)
        if isinstance(parts, Header):
            group = parts.text
            found[group] = []
        else:
            found[group].append(str(parts.title))
    return found


def add(desk: Desk, kind: str, **values: Any) -> Ref:
    with desk.change("Voorbeeld") as tx:
        return tx.add(kind, values)


def ticket(desk: Desk, title: str, reported: str, **given: Any) -> Ref:
    """A ticket with a term of five working days."""
    known = [row for row in desk.rows("ticket_category") if row["title"] == "Proefcategorie"]
    category = (
        known[0]["id"]
        if known
        else add(desk, "ticket_category", aspect="heel", title="Proefcategorie", term=5, term_unit="werkdagen").id
    )
    at = datetime.combine(date.fromisoformat(reported), datetime.min.time(), UTC) + timedelta(hours=9)
    fields = {"title": title, "place_text": "Brink", "category": category, "reported_at": at}
    return add(desk, "ticket", **fields | given)


def role_called(desk: Desk, title: str) -> Ref:
    """A role of the plan."""
    return next(Ref("role", row["id"]) for row in desk.rows("role") if row["title"] == title)


def row_called(page: TodayPage, title: str) -> int:
    """Where a title stands in the list."""
    return next(
        n for n, entry in enumerate(page.model.entries) if getattr(page.model.parts(entry), "title", "") == title
    )
