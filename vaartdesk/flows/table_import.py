"""Reading records back in (A4, C7): files to a plan that can be looked at, a plan to one change that can be undone.

`prepare` reads and judges without writing; `apply` makes a checked backup and writes everything in one change. Reading the
same file in again changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import Progress, told, unheard
from vaartdesk.core.text import _
from vaartdesk.core.whole_file import read_whole
from vaartdesk.flows.table_cells import cell_text
from vaartdesk.flows.table_columns import Mapped, guess, mapped, remember
from vaartdesk.flows.table_names import is_reference
from vaartdesk.flows.table_plan import Line, Plan, State
from vaartdesk.flows.table_planning import plan
from vaartdesk.flows.table_source import Table, read_tables
from vaartdesk.formats.tables import TableError, write_csv
from vaartdesk.schema.ref import Ref
from vaartdesk.store.backup import make_backup
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.desk import ONLY_READING, Desk
from vaartdesk.store.errors import NotWritable
from vaartdesk.store.tx import Tx, meet

LABEL: Final = _("Ingelezen")
REASON: Final = _("Reden van weigering")
LAST: Final = ("link",)
"""Kinds whose rows other records write too: the file's have the last word."""


@dataclass(frozen=True)
class ReadIn:
    """What was done; ``backup``: the folder of the copy made before, '' where nothing was written."""

    created: int
    changed: int
    same: int
    refused: int
    backup: str = ""


def open_tables(desk: Desk, files: Sequence[Path], kind: str = "", *, else_kind: str = "") -> list[Mapped]:
    """The tables of these files, each with its kind and columns. ``kind``: what they hold, whatever they say themselves;
    ``else_kind``: what they hold where neither names nor headings tell.

    Raises TableError, also for a table of which nobody knows what it holds, and OSError.
    """
    found = []
    for file in files:
        for table in read_tables(file.name, read_whole(file), desk.kinds):
            name = kind or guess(desk.kinds, table) or else_kind
            if name not in desk.kinds:
                raise Unknown(table)
            found.append(mapped(desk, table, desk.kinds[name]))
    return found


class Unknown(TableError):
    """A table of which the file does not tell what it holds."""

    def __init__(self, table: Table) -> None:
        super().__init__(_("{name} zegt niet wat erin staat.").format(name=table.source))
        self.table = table


def prepare(desk: Desk, tables: Sequence[Mapped], *, is_lenient: bool = False, progress: Progress = unheard) -> Plan:
    """The plan of what would happen. Nothing is written. Raises Cancelled when ``progress`` does."""
    return plan(desk, tables, is_lenient=is_lenient, progress=progress)


def apply(desk: Desk, ready: Plan, progress: Progress = unheard) -> ReadIn:
    """Do it: a backup, then one change that Ctrl+Z takes back. Where nothing is to be done nothing is written.

    Raises Refused, Cancelled and WorkspaceError; then nothing was written.
    """
    folder = ""
    lines = [line for line in ready.lines if line.state in (State.NEW, State.CHANGED)]
    if lines and desk.is_read_only:
        raise NotWritable(str(ONLY_READING))
    if lines:
        folder = str(make_backup(desk.workspace, desk.clock.now(), "import", sqlite_connect).folder)
        progress(0.1)
        with desk.change(LABEL, kind="import") as tx:
            meet(tx, [line.ref for line in lines if line.ref is not None])
            for line in told(sorted(lines, key=_turn), progress, 0.1, 0.8):
                _write(tx, line)
    for table in ready.tables if not desk.is_read_only else ():
        remember(desk, table)
    return ReadIn(
        ready.count(State.NEW), ready.count(State.CHANGED), ready.count(State.SAME), ready.count(State.REFUSED), folder
    )


def _turn(line: Line) -> tuple[bool, bool]:
    """Records that bring their number go first, so that others get one after it."""
    return (line.ref is not None and line.ref.kind in LAST, not line.values.get("number"))


def _write(tx: Tx, line: Line) -> None:
    assert line.ref is not None
    ref = line.ref
    if line.state is State.NEW and tx.find(ref) is None:
        tx.add(ref.kind, line.values, id=ref.id)
    else:
        tx.restore(ref)
        tx.update(ref, line.values)
    tx.keep(ref, line.values)
    if line.is_trusted:
        tx.trusted.add(ref)


# --- what was refused ------------------------------------------------------------------------------------------------


def refused_csv(ready: Plan, table: int) -> bytes:
    """The refused rows of a table as they were, each with the reason, to be mended and read in again."""
    found = ready.tables[table]
    rows = [[*found.table.headers, str(REASON)]]
    rows += [
        [*_texts(found, line), line.remark]
        for line in ready.lines
        if line.table == table and line.state is State.REFUSED
    ]
    return write_csv(rows)


def _texts(found: Mapped, line: Line) -> list[str]:
    """The cells as they were; stored values of JSON as people write them, for that is how a CSV is read."""
    cells = [_as_text(cell) for cell in line.row.cells]
    for at, name in enumerate(found.columns if found.table.is_plain else ()):
        if name in line.values and not is_reference(found.kind.fields[name]):
            cells[at] = cell_text(found.kind.fields[name], line.values[name])
    return cells


def refused_tables(ready: Plan) -> list[int]:
    """The tables that have refused rows."""
    return sorted({line.table for line in ready.lines if line.state is State.REFUSED})


def refused_name(ready: Plan, table: int) -> str:
    """How to call the file: `acties-geweigerd.csv`."""
    mapped_ = ready.tables[table]
    stem = Path(mapped_.table.source.partition(",")[0]).stem
    several = len({t.table.source for t in ready.tables}) < len(ready.tables)
    return f"{stem}-{mapped_.kind.name}-geweigerd.csv" if several else f"{stem}-geweigerd.csv"


def _as_text(cell: Any) -> str:
    if isinstance(cell, Mapping):
        words = (str(cell.get("number") or ""), str(cell.get("title") or ""), f"[{cell.get('key') or ''}]")
        return " ".join(word for word in words if word and word != "[]")
    if isinstance(cell, list):
        return "; ".join(map(_as_text, cell))
    return "" if cell is None or not isinstance(cell, str | int) else str(cell)


def refs_of(ready: Plan) -> list[Ref]:
    """The records that were made or changed, in the order of the file."""
    return [line.ref for line in ready.lines if line.ref is not None and line.state in (State.NEW, State.CHANGED)]
