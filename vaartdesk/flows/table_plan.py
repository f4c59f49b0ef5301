"""What will happen when a file is read in: a line for each row, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import Message, _, ngettext
from vaartdesk.flows.table_columns import Mapped
from vaartdesk.flows.table_source import Row
from vaartdesk.schema.ref import Ref


class State(StrEnum):
    """What becomes of a row."""

    NEW = "nieuw"
    CHANGED = "gewijzigd"
    SAME = "gelijk"
    REFUSED = "geweigerd"


STATE_WORDS: Mapping[State, Message] = {
    State.NEW: _("Nieuw"),
    State.CHANGED: _("Gewijzigd"),
    State.SAME: _("Gelijk"),
    State.REFUSED: _("Geweigerd"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that changes, in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row. ``table``: its place among the plan's tables; ``values``: what is written (or was read); ``remark``: why it was refused, or
    what was left empty; ``is_back``: the record comes out of the bin; ``is_trusted``: it was judged where it comes from.
    """

    table: int
    row: Row
    state: State
    title: str
    ref: Ref | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    remark: str = ""
    is_back: bool = False
    is_trusted: bool = False

    @property
    def told(self) -> str:
        """The remark, or what changes: `Deadline: 14-11-2026 → 21-11-2026`."""
        if self.remark:
            return self.remark
        empty = str(_("leeg"))
        return ", ".join(f"{d.label}: {d.old or empty} → {d.new or empty}" for d in self.differences)


@dataclass(frozen=True)
class Plan:
    """Everything that a reading in would do; apply it with `table_import.apply`."""

    tables: tuple[Mapped, ...]
    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()
    """What the file held that is no row at all (Dutch sentences)."""

    def count(self, state: State) -> int:
        return sum(line.state is state for line in self.lines)

    @property
    def work(self) -> int:
        """How many records would be made or changed."""
        return self.count(State.NEW) + self.count(State.CHANGED)

    @property
    def summary(self) -> str:
        """`12 nieuw, 3 gewijzigd, 40 gelijk, 2 geweigerd`."""
        words = (
            ngettext("{n} nieuw", "{n} nieuw", self.count(State.NEW)).format(n=self.count(State.NEW)),
            ngettext("{n} gewijzigd", "{n} gewijzigd", self.count(State.CHANGED)).format(n=self.count(State.CHANGED)),
            ngettext("{n} gelijk", "{n} gelijk", self.count(State.SAME)).format(n=self.count(State.SAME)),
            ngettext("{n} geweigerd", "{n} geweigerd", self.count(State.REFUSED)).format(n=self.count(State.REFUSED)),
        )
        return ", ".join(words)
