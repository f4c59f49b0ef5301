"""Undo and redo: a new transaction that puts back what the undone one replaced, so it travels and is in the history."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import NamedTuple

from vaartdesk.core.dataclass import dataclass
from vaartdesk.store.log import heads, ledger, redaction
from vaartdesk.store.log.entry import REDACTED, Cell, CellId, Change, Key, Value
from vaartdesk.store.log.journal import Journal
from vaartdesk.store.log.origins import origin
from vaartdesk.store.log.shape import ALIVE

_OWN = "select seq, kind from txn where device=? and kind in ('edit', 'undo', 'redo', 'resolve', 'import') order by seq"
_REPLACED = """
    select c.idx, p.value, p.op from change c cross join json_each(c.parents) j
    cross join change p on p.device=json_extract(j.value, '$[0]') and p.seq=json_extract(j.value, '$[1]')
        and p.idx=json_extract(j.value, '$[2]')
    where c.device=? and c.seq=? order by c.idx, j.key"""


class Reason(Enum):
    """Why a cell is not put back."""

    CHANGED = "changed"
    ERASED = "erased"


class Skipped(NamedTuple):
    """A cell that undo leaves alone. After `CHANGED` the user may still want it: plan again with the cell in `force`."""

    tbl: str
    row: str
    field: str
    reason: Reason

    @property
    def cell(self) -> CellId:
        return self.tbl, self.row, self.field


@dataclass(slots=True)
class Plan:
    """What to append: `journal.append(plan.cells, kind=plan.kind, undo_of=plan.undo_of)`, also when nothing is left."""

    kind: str
    undo_of: int
    cells: list[Cell] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def stacks(journal: Journal) -> tuple[list[int], list[int]]:
    """Sequence numbers of this laptop's transactions that can be undone and redone now; the last of each is next.

    Automatic changes and erasures are on neither; a bundle that was received never is.
    """
    undoable: list[int] = []
    redoable: list[int] = []
    for seq, kind in journal.db.execute(_OWN, (journal.identity.device,)):
        if kind == "undo":
            if undoable:
                undoable.pop()
            redoable.append(seq)
        elif kind == "redo":
            if redoable:
                redoable.pop()
            undoable.append(seq)
        else:
            undoable.append(seq)
            redoable.clear()
    return undoable, redoable


def top(journal: Journal) -> tuple[int | None, int | None]:
    """The next to undo and the next to redo, as the ends of `stacks`, but read from the newest on: cheap for ten years of log."""
    return _newest(journal, "redo", "undo", clears=False), _newest(journal, "undo", "redo", clears=True)


def _newest(journal: Journal, pushed: str, popped: str, *, clears: bool) -> int | None:
    """Walk back over what was pushed and popped. `clears`: a new change emptied this stack; else it was pushed on it."""
    depth = 0
    for seq, kind in journal.db.execute(f"{_OWN} desc", (journal.identity.device,)):
        if kind == popped:
            depth += 1
        elif kind != pushed and clears:
            return None
        elif depth == 0:
            return int(seq)
        else:
            depth -= 1
    return None


def plan(journal: Journal, seq: int, *, redo: bool = False, force: frozenset[CellId] = frozenset()) -> Plan:
    """Work out the reversal of own transaction `seq`. With `redo`, `seq` is the undo that is to be taken back.

    A cell is put back only where it still holds what the transaction wrote, followed through later undos and redos. `force`:
    cells to put back even so; an erased value never comes back.
    """
    return _Planner(journal, seq, force).plan("redo" if redo else "undo")


class _Planner:
    """The reversal of one transaction; questions to the log are asked for all its changes at once where that can be."""

    def __init__(self, journal: Journal, seq: int, force: frozenset[CellId]) -> None:
        self.db = journal.db
        self.device = journal.identity.device
        self.mine = journal.identity.mine
        self.seq = seq
        self.force = force
        txn = next(ledger.read(self.db, self.device, seq - 1, 1), None)
        self.changes: tuple[Change, ...] = txn.changes if txn and txn.seq == seq else ()
        self.heads = heads.find(self.db, [Cell(c.tbl, c.row, c.field, c.value) for c in self.changes])
        self.replaced: dict[int, list[tuple[Value, str]]] = {}
        for idx, value, op in self.db.execute(_REPLACED, (self.device, seq)):
            self.replaced.setdefault(idx, []).append((value, op))
        self.created = {(c.tbl, c.row) for c in self.changes if c.field == ALIVE and not c.parents}
        self.foreign = {(t, r) for (t, r, _), keys in self.heads.items() if any(k[0] not in self.mine for k in keys)}

    def plan(self, kind: str) -> Plan:
        made = Plan(kind, self.seq)
        cells: dict[tuple[CellId, Value], Cell] = {}
        for idx, change in enumerate(self.changes):
            values = self._values(idx, change)
            if not values:
                continue
            cell = (change.tbl, change.row, change.field)
            if any(op.startswith(REDACTED) for _, op in values) or self._revives_nothing(change, values):
                made.skipped.append(Skipped(*cell, Reason.ERASED))
                continue
            head = self._held(idx, change)
            if head is None:
                made.skipped.append(Skipped(*cell, Reason.CHANGED))
                continue
            for value, _ in values:
                same = cells.get((cell, value))
                cells[cell, value] = Cell(*cell, value, (*(same.parents or ()), head) if same else (head,))
        made.cells += cells.values()
        return made

    def _revives_nothing(self, change: Change, values: list[tuple[Value, str]]) -> bool:
        """Would a row come out of the bin that was emptied since?"""
        comes_back = change.field == ALIVE and any(value for value, _ in values)
        return comes_back and redaction.is_emptied(self.db, change.tbl, change.row)

    def _values(self, idx: int, change: Change) -> list[tuple[Value, str]]:
        """What to put back: more than one value opens a choice again, none leaves the cell as it is."""
        if change.parents:
            return self.replaced.get(idx, [])
        if change.field == ALIVE:
            return [(0, change.op)]
        # Undoing a creation sends the row to the bin with its values; a field that was empty becomes empty again.
        return [] if (change.tbl, change.row) in self.created else [(None, change.op)]

    def _held(self, idx: int, change: Change) -> Key | None:
        """The head that still holds what the change wrote; the shown one when the user insists."""
        cell = (change.tbl, change.row, change.field)
        keys = self.heads.get(cell, [])
        if cell in self.force:
            return keys[0] if keys else None
        if change.field == ALIVE and not change.parents and (change.tbl, change.row) in self.foreign:
            return None
        own = (self.device, self.seq, idx)
        if own in keys:
            return own
        first = origin(self.db, own)
        return next((key for key in keys if origin(self.db, key) == first), None)
