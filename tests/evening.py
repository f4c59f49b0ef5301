"""A board meeting of nine items that runs eight minutes over, with a stock beside it: what the tests of Overleg look at."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QMenu

from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.meetings.commands import agenda
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

STARTS = datetime.fromisoformat("2026-12-08 19:30")
ITEMS = (
    ("Opening en agenda", "informatie", 5),
    ("Mededelingen en post", "informatie", 10),
    ("Verslag en lijsten", "besluitvorming", 10),
    ("Etalagepilot leegstand", "bespreking", 20),
    ("Jaarkalender", "besluitvorming", 25),
    ("Fietsparkeren", "bespreking", 15),
    ("Advies terrassenbeleid", "advisering", 20),
    ("Begroting", "besluitvorming", 18),
    ("Rondvraag en sluiting", "informatie", 5),
)
PROPOSED = "Het bestuur stelt dit vast."


class Evening:
    """``items`` and ``topics`` by title."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.board = next(Ref("body", row["id"]) for row in desk.rows("body") if row["title"] == "Binnenstadbestuur")
        with desk.change("leeg sjabloon") as tx:
            for row in desk.rows("template_item"):
                if row["body"] == self.board.id:
                    tx.delete(Ref("template_item", row["id"]))
        self.meeting = agenda.new_meeting(desk, self.board, STARTS)
        self.items = {title: self.add(title, purpose=purpose, minutes=minutes) for title, purpose, minutes in ITEMS}
        with desk.change("voorstel") as tx:
            for title in ("Verslag en lijsten", "Jaarkalender"):
                tx.set(self.items[title], "proposed_decision", PROPOSED)
        self.topics = {
            "Lichtmast": self.put_forward("Lichtmast", origin="voorstel"),
            "Bestrating": self.put_forward("Bestrating"),
            "Openingstijden": self.put_forward("Openingstijden", origin="overgebleven"),
        }

    def add(self, title: str, **values: Any) -> Ref:
        return agenda.add_item(self.desk, self.meeting, title, **values)

    def put_forward(self, title: str, **values: Any) -> Ref:
        return agenda.propose_topic(self.desk, self.board, title, **values)

    def order(self) -> list[str]:
        """The agenda as stored, as `2.1 Title`."""
        with self.desk.read() as reader:
            return [f"{line.number} {line.item['title']}" for line in queries.agenda(reader, self.meeting.id)]

    def stock(self) -> list[str]:
        with self.desk.read() as reader:
            return [row["title"] for row in queries.stock(reader, self.board.id)]

    def value(self, ref: Ref, field: str) -> Any:
        values = self.desk.get(ref)
        assert values is not None
        return values[field]


def wall(time: str) -> datetime:
    """A wall-clock time of that evening, naive as meetings keep theirs."""
    return datetime.fromisoformat(f"2026-12-08 {time}")


def at(clock: FixedClock, time: str) -> None:
    """The clock of the program at that time of the evening."""
    clock.set(wall(time).replace(tzinfo=ZoneInfo("Europe/Amsterdam")))


def choose(menu: QMenu | None, label: str) -> None:
    """Choose from a menu that is open."""
    assert menu is not None
    found = next(action for action in menu.actions() if action.text() == label)
    menu.close()
    found.trigger()
