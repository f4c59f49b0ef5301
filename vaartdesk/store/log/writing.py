"""From the cells of a local change to the data tables, by the shortest road that is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import field

from vaartdesk.core.dataclass import dataclass
from vaartdesk.store.log.entry import ERASE, Cell, CellId, Key, RowId, Value
from vaartdesk.store.log.heads import Heads, replaced_by_default
from vaartdesk.store.log.materialise import DataTables
from vaartdesk.store.log.origins import REVERSALS
from vaartdesk.store.log.shape import ALIVE

_INT64 = 1 << 63


@dataclass(slots=True)
class Draft:
    """A change on its way into the log.

    `rows`: what to put in the data tables. `crowded`: rows that must be worked out from their heads, because more than one
    head is in play or values are erased; of all others the new value is the only one and goes straight to its column.
    `known`: rows that the log has heads of.
    """

    cells: list[Cell]
    erases: bool
    reverses: bool
    rows: dict[str, dict[str, dict[str, Value]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(dict)))
    crowded: set[RowId] = field(default_factory=set)
    known: set[RowId] = field(default_factory=set)

    @classmethod
    def of(cls, cells: Iterable[Cell], kind: str) -> Draft:
        """Check the values; raises ValueError or TypeError as `Journal.append` says."""
        checked = [cell if cell.value is None or type(cell.value) is str else _whole(cell) for cell in cells]
        return cls(checked, any(cell.op == ERASE for cell in checked), kind in REVERSALS)

    def look_up(self, found: Heads) -> None:
        """Give every cell its parents, and sort rows into simple and crowded ones."""
        self.known = {(tbl, row) for tbl, row, _ in found}
        seen: set[CellId] = set()
        for at, cell in enumerate(self.cells):
            tbl, row, name, value, parents, op = cell
            cell_id = (tbl, row, name)
            if cell_id in seen:
                if parents is None:
                    raise ValueError(f"{cell_id} is set twice in one change")
                self.crowded.add((tbl, row))
            seen.add(cell_id)
            keys = found.get(cell_id)
            if keys is not None:
                if parents is None:
                    parents = replaced_by_default(keys)
                    self.cells[at] = Cell(tbl, row, name, value, parents, op)
                if not _covers(parents, keys):
                    self.crowded.add((tbl, row))
            # A deletion that comes back by undo or redo does not know all that is here now, as a new one does.
            if op == ERASE or (self.reverses and name == ALIVE):
                self.crowded.add((tbl, row))
            self.rows[tbl][row][name] = value


def write_data(tables: DataTables, draft: Draft) -> None:
    """Bring the data tables and the list of conflicts up to date with heads that were moved already."""
    for tbl, rows in draft.rows.items():
        if not tables.knows(tbl):
            continue
        simple = {row: values for row, values in rows.items() if (tbl, row) not in draft.crowded}
        if len(simple) == 1:
            _write_one(tables, draft, tbl, *simple.popitem())
        elif simple:
            _write_many(tables, draft, tbl, simple)
    if draft.crowded:
        tables.materialise(draft.crowded)


def _write_one(tables: DataTables, draft: Draft, tbl: str, row: str, values: dict[str, Value]) -> None:
    found = tables.update_one(tbl, row, values)
    if found is None:
        if _is_new(draft, tbl, row, values):
            tables.put(tbl, {row: values})
    elif found[1] or not (found[0] or ALIVE in values):
        draft.crowded.add((tbl, row))


def _write_many(tables: DataTables, draft: Draft, tbl: str, rows: dict[str, dict[str, Value]]) -> None:
    alive = tables.existing(tbl, rows)
    is_open = tables.open_rows(tbl)
    straight = {}
    for row, values in rows.items():
        if row not in alive:
            if _is_new(draft, tbl, row, values):
                straight[row] = values
        elif row in is_open or not (alive[row] or ALIVE in values):
            draft.crowded.add((tbl, row))
        else:
            straight[row] = values
    tables.put(tbl, straight)


def _is_new(draft: Draft, tbl: str, row: str, values: dict[str, Value]) -> bool:
    """A row that is missing: either the log has nothing of it yet, or it is worked out with what the log does have."""
    if (tbl, row) in draft.known:
        draft.crowded.add((tbl, row))
        return False
    if ALIVE not in values:
        raise ValueError(f"{tbl} {row} is not there, and nothing says that it is alive")
    return True


def _covers(parents: tuple[Key, ...], keys: list[Key]) -> bool:
    return not keys or (len(keys) == 1 and keys[0] in parents) or set(keys) <= set(parents)


def _whole(cell: Cell) -> Cell:
    """Only whole numbers of 64 bits; a truth value becomes 0 or 1, for that is how it comes back from the database."""
    value = cell.value
    if not isinstance(value, int):
        raise TypeError(f"{cell.tbl}.{cell.field}: {type(value).__name__} cannot be kept in the log")
    if not -_INT64 <= value < _INT64:
        raise ValueError(f"{cell.tbl}.{cell.field}: number too large")
    return cell._replace(value=int(value))
