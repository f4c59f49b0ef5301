"""The log of one workspace: what is written here is at once data, history, undo and what colleagues receive.

Everything works on one connection, inside the transaction that the door has begun; nothing here begins, commits or rolls
back. What is remembered between calls is checked against the database at each write, so that a rollback cannot lead the
chain astray; `reset` after a rollback spares the second attempt.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterable

from vaartdesk.store.log import heads, ledger, redaction, verification
from vaartdesk.store.log.canon import txn_hash
from vaartdesk.store.log.entry import ERASE, Cell, CellId, Change, RowId, Txn, Value
from vaartdesk.store.log.identity import Entropy, Identity
from vaartdesk.store.log.materialise import DataTables
from vaartdesk.store.log.shape import ALIVE, Shape
from vaartdesk.store.log.state import RowState, row_states
from vaartdesk.store.log.tips import Tips
from vaartdesk.store.log.writing import Draft, write_data

SALT = 16
"""Bytes of salt in each commitment: without it a short value could be guessed from its hash."""


class Journal:
    """The change log. `now_ms`: the clock, Unix time in milliseconds. `schema_version`: written with every transaction."""

    def __init__(
        self,
        db: sqlite3.Connection,
        shape: Shape,
        identity: Identity,
        now_ms: Callable[[], int],
        schema_version: int,
        *,
        rnd: Entropy = secrets,
    ) -> None:
        self.db = db
        self.shape = shape
        self.identity = identity
        self.schema_version = schema_version
        self.tables = DataTables(db, shape)
        self.tips = Tips(db, identity.device, now_ms)
        self._rnd = rnd

    def reset(self) -> None:
        """Forget what was remembered; to be called after a rollback."""
        self.tips.forget()

    def append(
        self,
        cells: Iterable[Cell],
        *,
        kind: str = "edit",
        label: str = "",
        author: str = "",
        undo_of: int | None = None,
    ) -> int:
        """Write one transaction: log, heads, conflicts and data tables. Returns its sequence number.

        Kinds: edit, undo, redo, resolve, import, auto, erase. A row that is not there yet needs a cell for `alive`. Raises
        ValueError when there is nothing to write, when a cell is named twice without parents, and on a float or a lone
        surrogate; TypeError on any other kind of value.
        """
        draft = Draft.of(cells, kind)
        if not draft.cells and not draft.reverses:  # an undo of which all was skipped still moves on
            raise ValueError("a transaction without changes")
        draft.look_up(heads.find(self.db, draft.cells))
        changes = self._salted(draft.cells)
        txn = self._stamped(changes, kind, label, author, undo_of)
        if not self.tips.advance(txn):
            self.reset()
            txn = self._stamped(changes, kind, label, author, undo_of)
            if not self.tips.advance(txn):
                raise RuntimeError("the log changed while it was being written")
        ledger.insert(self.db, [txn])
        heads.move(self.db, [txn])
        if draft.erases:
            redaction.erase(self.db, [txn])
        write_data(self.tables, draft)
        return txn.seq

    def _salted(self, cells: list[Cell]) -> tuple[Change, ...]:
        salts = self._rnd.token_bytes(SALT * len(cells))
        return tuple(
            Change(c.tbl, c.row, c.field, c.op, c.value, salts[at * SALT : (at + 1) * SALT], c.parents or ())
            for at, c in enumerate(cells)
        )

    def _stamped(self, changes: tuple[Change, ...], kind: str, label: str, author: str, undo_of: int | None) -> Txn:
        tip = self.tips.own
        txn = Txn(
            device=self.identity.device,
            seq=tip.seq + 1,
            hlc=self.tips.next_hlc(),
            author=author,
            kind=kind,
            label=label,
            undo_of=undo_of,
            ctx=self.tips.new_context(),
            schema=self.schema_version,
            prev=tip.hash,
            hash=b"",
            changes=changes,
        )
        return txn._replace(hash=txn_hash(txn))

    # -- what is open, and what to write for it ----------------------------------------------------------------------

    def cell_heads(self, tbl: str, row: str, field: str) -> list[heads.Head]:
        """The values of a field that nobody replaced; the first is shown."""
        return heads.of_cell(self.db, (tbl, row, field))

    def row_state(self, tbl: str, row: str) -> RowState:
        """The shown values of a row and its fields with more than one value; empty for an unknown row."""
        for _, state in row_states(self.db, tbl, [row], self.shape.auto):
            return state
        return RowState({}, frozenset())

    def conflicts(self) -> list[CellId]:
        """All fields that hold more than one value, in order of table, row, field."""
        return self.db.execute("select tbl, row, field from conflict order by tbl, row, field").fetchall()

    def resolve_cells(self, tbl: str, row: str, field: str, value: Value) -> Cell:
        """The cell that settles a choice: it replaces every value there is. Append it with kind `resolve`."""
        return Cell(tbl, row, field, value, tuple(head.key for head in self.cell_heads(tbl, row, field)))

    def erase_cells(self, cells: Iterable[tuple[str, str, str, Value]]) -> list[Cell]:
        """Cells that put `value` in place and wipe every earlier one, on all laptops. Append them with kind `erase`."""
        return [
            Cell(tbl, row, field, value, tuple(head.key for head in self.cell_heads(tbl, row, field)), ERASE)
            for tbl, row, field, value in cells
        ]

    def erase_row_cells(self, tbl: str, row: str) -> list[Cell]:
        """The same for every field of a row but `alive`: the row itself stays, so that links hold."""
        found = self.db.execute("select distinct field from head where tbl=? and row=? order by field", (tbl, row))
        return self.erase_cells([(tbl, row, field, None) for (field,) in found.fetchall() if field != ALIVE])

    # -- upkeep ------------------------------------------------------------------------------------------------------

    def rematerialise(self) -> None:
        """Work out all data tables again from the log: after an upgrade, or when in doubt."""
        rows: list[RowId] = self.db.execute("select distinct tbl, row from head").fetchall()
        self.tables.materialise(rows)

    def verify(self) -> list[str]:
        """What does not agree: chain, heads, data tables. Empty when all is well."""
        return verification.complaints(self.db, self.tables)

    def state_hash(self) -> str:
        """Hex; laptops that have the same transactions must have the same one."""
        return verification.state_hash(self.db)

    def have(self) -> dict[str, int]:
        """Device -> last sequence number in the log; the vector that a colleague's export starts from."""
        return {device: tip.seq for device, tip in self.tips.all().items()}
