"""A few records of the sample kinds."""

from __future__ import annotations

from datetime import date
from typing import Any

from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


class Samples:
    """Five actions of two theme lines, and whose they are."""

    def __init__(self, desk: Desk) -> None:
        with desk.change("Voorbeeld") as tx:
            self.a = tx.add("theme_line", {"code": "A", "title": "Compact & compleet"})
            self.b = tx.add("theme_line", {"code": "B", "title": "Prettig & comfortabel"})
            self.role = tx.add("role", {"title": "Verbinder"})
            self.other = tx.add("role", {"title": "Regisseur"})

            def add(title: str, line: str | None, day: date | None, **more: Any) -> Ref:
                fields = {"title": title, "theme_line": line, "due_on": day, "owner": self.role.id, **more}
                return tx.add("action", fields)

            self.pilot = add("Pilot leegstandsetalages", self.a.id, date(2026, 11, 21), status="loopt")
            self.cafe = add("Café-avond voor makers", self.a.id, date(2026, 12, 4))
            self.light = add("Sfeerverlichting Kruisstraat", self.b.id, date(2026, 12, 1), status="wacht")
            self.done = add("Overzicht van panden", self.b.id, date(2026, 11, 1), status="gereed")
            self.loose = add("Raad van Advies instellen", None, None)

    @property
    def open(self) -> list[Ref]:
        return [self.pilot, self.cafe, self.light, self.loose]
