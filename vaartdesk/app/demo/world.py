"""What every part of the example year stands on: the day it is, chance with a fixed seed, and records by name.

Every example is marked: by a last line "Voorbeeld" in a field of words that people see and search, and by a flag where
its kind has one. What hangs on a marked record (a note, a run-book point) needs no mark of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import parse_time
from vaartdesk.flows.first_facts import facts_of, key_of
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.tx import Tx

SEED: Final = 1901
MARK: Final = "Voorbeeld"
FLAGGED: Final = frozenset({"action"})
"""Kinds with a field ``is_example`` besides."""
MARKED: Final[Mapping[str, str]] = {
    "action": "source_text",
    "advice": "note",
    "contact_group": "note",
    "contract": "note",
    "decision": "note",
    "event": "internal_note",
    "function": "note",
    "goal": "note",
    "grant": "note",
    "inspection_round": "note",
    "inspection_template": "note",
    "interaction": "text",
    "standard_text": "title",
    "maintenance": "description",
    "marker": "source",
    "measurement": "note",
    "meeting": "internal_note",
    "membership": "note",
    "need": "note",
    "offer": "note",
    "organisation": "note",
    "permit": "note",
    "person": "note",
    "place": "note",
    "premises": "note",
    "runbook_template": "note",
    "seat": "note",
    "signal": "text",
    "stock_topic": "internal_note",
    "ticket": "description",
    "trend_note": "source",
    "year_plan": "note",
}
"""Kind -> the field whose last line is the mark."""
WEEKDAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
_NAMED: Final = ("body", "contact_segment", "fund", "municipality", "organisation", "person", "place", "role", "street")


def example_facts(name: str) -> dict[str, Any]:
    """A file of example texts; its broken numbers are Decimal."""
    return facts_of(f"voorbeeld/{name}.toml")


def marked(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an example, with its mark."""
    name = MARKED.get(kind)
    if name is None:
        return dict(values)
    words = str(values.get(name) or "").strip()
    flag = {"is_example": True} if kind in FLAGGED else {}
    glue = " · " if name == "title" else "\n"
    return {**values, **flag, name: f"{words}{glue}{MARK}" if words else MARK}


@dataclass
class World:
    """One run: its day, its chance, the records it may name, and how many it made of each kind."""

    now: datetime
    today: date
    years: int
    rnd: Random = field(default_factory=lambda: Random(SEED))
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, desk: Desk, years: int) -> World:
        """The day of the desk's clock, and the names of the work plan's records."""
        world = cls(desk.clock.now(), desk.today, years)
        for kind in _NAMED:
            world.known |= {(kind, row["title"]): row["id"] for row in desk.rows(kind)}
        world.known |= {("theme_line", row["code"]): row["id"] for row in desk.rows("theme_line")}
        world.known |= {("ticket_category", row["title"]): row["id"] for row in desk.rows("ticket_category")}
        return world

    def key(self, kind: str, name: str | None) -> str | None:
        """The key of a record by its name; None for no name. Raises KeyError for a name that there is not."""
        return self.known[kind, name] if name else None

    def line(self, code: str | None) -> str | None:
        """A theme line by its letter; None for no letter."""
        return self.key("theme_line", code)

    def lines(self, codes: str) -> tuple[str, ...]:
        """Theme lines by their letters."""
        return tuple(self.known["theme_line", code] for code in codes)

    def who(self, name: str | None) -> str | None:
        """A role, person or organisation by its name."""
        if not name:
            return None
        found = (self.known.get((kind, name)) for kind in ("role", "person", "organisation"))
        return next(key for key in found if key)

    def goal(self, key: str | None) -> tuple[str, ...]:
        """A goal of the plan by the key it has there."""
        return (key_of("goal", key),) if key else ()

    # ---------------------------------------------------------------- days and times
    def day(self, days: int | None) -> date | None:
        """So many days from today."""
        return None if days is None else self.today + timedelta(days)

    def moment(self, day: date, at: str) -> datetime:
        """A time of a day in Assen, but never later than just now."""
        local = datetime.combine(day, parse_time(at), amsterdam())
        return min(local, self.now - timedelta(minutes=5))

    def ago(self, days: int, at: str) -> datetime:
        """A time on a day so many days ago."""
        return self.moment(self.today - timedelta(days), at)

    def office_hour(self, day: date) -> datetime:
        """Some time between eight and half past five."""
        minutes = self.rnd.randrange(0, 9 * 60 + 30, 5)
        return self.moment(day, time(8 + minutes // 60, minutes % 60).strftime("%H:%M"))


def weekday_from(day: date, name: str) -> date:
    """The first ``wo``, ``vr`` ... on or after a day."""
    return day + timedelta((WEEKDAYS.index(name) - day.weekday()) % 7)


@dataclass
class Examples:
    """Adds marked examples in one change, and lets others find them by name."""

    world: World
    tx: Tx

    def add(self, kind: str, values: Mapping[str, Any], *, name: str = "") -> Ref:
        """One example."""
        ref = self.tx.add(kind, marked(kind, values))
        self.world.made[kind] += 1
        if name:
            self.world.known[kind, name] = ref.id
        return ref

    def update(self, kind: str, name: str, values: Mapping[str, Any]) -> None:
        """Fill fields of a record of the plan, and mark it, for it now says what nobody agreed on."""
        ref = Ref(kind, self.world.known[kind, name])
        self.tx.update(ref, marked(kind, {MARKED[kind]: self.tx.get(ref)[MARKED[kind]], **values}))

    def notes(self, ref: Ref, lines: Iterable[Mapping[str, Any]]) -> None:
        """Lines of a log: ``ago`` days, ``at`` a time, ``by`` a role."""
        for line in lines:
            self.note(ref, self.world.ago(line["ago"], line["at"]), line["by"], line["text"])

    def note(self, ref: Ref, at: datetime, by: str, text: str) -> None:
        """One line of a log."""
        self.add("note", {"record_id": ref.id, "text": text, "at": at, "author": self.world.who(by)})
