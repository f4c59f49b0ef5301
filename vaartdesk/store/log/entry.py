"""The words of the log: a cell that is set, a change, and the transaction that holds changes."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int | None
Key: TypeAlias = tuple[str, int, int]
"""One change: (device, seq, idx)."""
RowId: TypeAlias = tuple[str, str]
"""(table, id)."""
CellId: TypeAlias = tuple[str, str, str]
"""(table, id, field)."""

SET, ERASE = "set", "erase"
REDACTED = "R"
"""Put before the op of a change whose value was erased; its `salt` then holds the commitment."""


class Cell(NamedTuple):
    """What a local change writes in one field. `value` is the value as the database holds it.

    `parents`: the changes it replaces; None means the one that is shown now, so that a second value nobody saw survives.
    """

    tbl: str
    row: str
    field: str
    value: Value
    parents: tuple[Key, ...] | None = None
    op: str = SET


class Change(NamedTuple):
    """One written cell; its `idx` is its place in the transaction."""

    tbl: str
    row: str
    field: str
    op: str
    value: Value
    salt: bytes
    parents: tuple[Key, ...]


class Txn(NamedTuple):
    """One transaction, the unit of undo and of exchange.

    `hlc`: milliseconds << 12 | counter. `author` is an id and `label` a message key, never text of a user: both are inside
    the hash and cannot be erased. `ctx`: what the author had from other devices, canonical JSON {device: [seq, hash prefix]},
    only where it changed since the transaction before. `prev`: hash of the transaction before, empty for the first.
    """

    device: str
    seq: int
    hlc: int
    author: str
    kind: str
    label: str
    undo_of: int | None
    ctx: str | None
    schema: int
    prev: bytes
    hash: bytes
    changes: tuple[Change, ...]

    def key(self, idx: int) -> Key:
        """The key of the change at place `idx`."""
        return self.device, self.seq, idx


class Tip(NamedTuple):
    """How far the log goes for one device."""

    seq: int
    hash: bytes
    hlc: int


NO_TIP = Tip(0, b"", 0)
