"""Something for every picture of Vandaag, and the cards that show them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from today import RESULT, add, ticket
from vaartdesk.kinds.plan.commands import measure
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.chart_card import ChartCard

if TYPE_CHECKING:
    from vaartdesk.app.today.view import TodayPage

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
