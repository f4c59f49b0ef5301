"""The month of the picture: December 2026 with its markets, pavilion, parade and holidays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


class December:
    """Writes the month into a desk; `refs` names every record by what it is called."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.refs: dict[str, Ref] = {}
        with desk.change("December") as tx:
            lines = {row["code"]: row["id"] for row in desk.rows("theme_line")}
            for code in "ABCDEF":
                if code not in lines:
                    lines[code] = tx.add("theme_line", {"code": code, "title": f"Lijn {code}"}).id
            self.lines: Mapping[str, str] = lines
            for title in ("Koopmansplein", "Brink"):
                self.refs[title] = tx.add("place", {"title": title})
            self.refs["Kerstvakantie"] = tx.add(
                "marker",
                {
                    "title": "Kerstvakantie",
                    "type": "schoolvakantie",
                    "from_on": date(2026, 12, 19),
                    "to_on": date(2027, 1, 3),
                },
            )
            self.refs["Sinterklaas"] = tx.add("marker", {"title": "Sinterklaas", "from_on": date(2026, 12, 5)})
        self._write()

    def add(self, title: str, letter: str, starts: str, ends: str = "", **more: Any) -> Ref:
        """An event; times as `12-19 18:30` (2026) or in full."""
        values = {"title": title, "theme_line": self.lines.get(letter), "starts_at": _at(starts)}
        if ends:
            values["ends_at"] = _at(ends)
        if "place" in more:
            more["place"] = self.refs[more["place"]].id
        with self.desk.change("Evenement") as tx:
            self.refs[title] = tx.add("event", values | {"status": "aangevraagd"} | more)
        return self.refs[title]

    def _write(self) -> None:
        day = {"is_whole_day": True}
        self.add("Winterpaviljoen", "D", "12-04 00:00", "2027-01-03 00:00", **day)
        self.add("Kerstmarkt Koopmansplein", "D", "12-11 10:00", "12-20 22:00", place="Koopmansplein")
        self.add("Koopavonden kerst", "E", "12-16 00:00", "12-18 00:00", **day)
        self.add("Levende kerststal Brink", "D", "12-21 00:00", "12-23 00:00", status="idee", **day)
        self.add("Museumnacht jong", "D", "12-29 00:00", "12-30 00:00", status="optie", **day)
        self.add("Warenmarkt", "B", "12-02 08:00", "12-02 17:00", rrule="FREQ=WEEKLY;BYDAY=WE;UNTIL=20261223T235900")
        self.add("Koopzondag", "E", "12-06 12:00", "12-06 17:00", rrule="FREQ=WEEKLY;BYDAY=SU;COUNT=3")
        self.add("ThemaTafel C", "C", "12-03 19:30", "12-03 21:30")
        self.add("Regiegroep", "", "12-03 15:00", "12-03 16:30")
        self.add("Bestuur", "", "12-08 19:30", "12-08 21:30")
        self.add("Pakjesavond", "E", "12-04 18:00", "12-04 20:00")
        self.add("Borrel", "E", "12-10 17:00", "12-10 19:00")
        self.add("Winterduik", "D", "2027-01-01 13:00", "2027-01-01 14:00", status="idee")
        self.add(
            "Lichtjesparade",
            "D",
            "12-19 18:30",
            "12-19 21:00",
            place="Koopmansplein",
            setup_at=_at("12-19 14:00"),
            category="a",
            calendar_status="geplaatst",
            calendar_on=date(2026, 10, 2),
            visitors=2500,
        )
        parade = self.refs["Lichtjesparade"]
        with self.desk.change("Draaiboek") as tx:
            self.refs["vergunning"] = tx.add("permit", {"record": parade.id, "fixed_by": date(2026, 11, 30)})
            for title, days, is_done in (
                ("Verkeersplan met gemeente", -56, True),
                ("EHBO-team vastgelegd", -42, True),
                ("Bewonersbrief Brink", -22, False),
                ("Stroomplan en aggregaat", -15, False),
            ):
                values = {"event": parade.id, "title": title, "offset_days": days, "is_done": is_done}
                self.refs[title] = tx.add("checklist_item", values)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text if text.startswith("20") else f"2026-{text}")
