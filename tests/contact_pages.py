"""A partner organisation and its chair, and the pages that show them."""

from __future__ import annotations

from datetime import date
from typing import Any

from vaartdesk.kinds.contacts.commands import note_interaction
from vaartdesk.kinds.contacts.view.contact_record import ContactRecord
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

BOARD = "Binnenstadbestuur"


class Partner:
    """A partner with a chair who holds its seat, a former treasurer, and somebody without a function."""

    def __init__(self, desk: Desk) -> None:
        self.shop = Ref(
            "organisation", next(row["id"] for row in desk.rows("organisation") if row["title"] == "MKB Retail")
        )
        body = next(row["id"] for row in desk.rows("body") if row["title"] == BOARD)
        table = next(row["id"] for row in desk.rows("body") if row["title"] == "ThemaTafel E")
        seat = next(r for r in desk.rows("seat") if r["organisation"] == self.shop.id and r["body"] == body)
        with desk.change("Partner") as tx:
            at = {"organisation": self.shop.id}
            privacy = {"purpose": "Bestuur", "basis": "gerechtvaardigd_belang", "source": "opgave MKB Retail"}
            self.chair = tx.add(
                "person", {"title": "Voorzitter MKB Retail", "function_title": "voorzitter", **at, **privacy}
            )
            self.clerk = tx.add("person", {"title": "Medewerker MKB Retail", **at})
            own = {"person": self.chair.id, **at}
            self.now = tx.add("function", own | {"title": "Voorzitter", "from_on": date(2024, 1, 1), "is_board": True})
            past = {"title": "Penningmeester", "from_on": date(2021, 1, 1), "to_on": date(2023, 12, 31)}
            tx.add("function", own | past)
            tx.set(Ref("seat", seat["id"]), "holder", self.chair.id)
            tx.add(
                "membership",
                {"body": table, "member": self.chair.id, "expertise": "Winkels", "from_on": date(2025, 9, 1)},
            )
        note_interaction(desk, self.chair, "Koopzondagen in 2027")


def shown_moments(page: ContactRecord) -> list[tuple[str, str]]:
    """Day and title of what the line through time shows."""
    found = []
    for entry in page.timeline.model.entries:
        parts: Any = page.timeline.model.parts(entry)
        found.append((str(parts.due.text) if parts.due else "", parts.title))
    return found
