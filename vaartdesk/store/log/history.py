"""The history of one record: every change of each of its fields, with who and when."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import NamedTuple

from vaartdesk.store.log.canon import parents_from
from vaartdesk.store.log.entry import REDACTED, Key, Value

_ROWS = """
    select c.device, c.seq, c.idx, c.field, c.value, c.op, c.parents, x.hlc, x.author, x.kind, x.label
    from change c join txn x on x.device=c.device and x.seq=c.seq
    where c.tbl=? and c.row=? order by x.hlc, c.device, c.seq, c.idx"""


class HistoryRow(NamedTuple):
    """One change. `old`: the values it replaced (none: the field was empty; more: a choice). `new` of an erased one is None."""

    at: datetime
    author: str
    kind: str
    label: str
    field: str
    old: tuple[Value, ...]
    new: Value
    op: str
    key: Key

    @property
    def is_erased(self) -> bool:
        return self.op.startswith(REDACTED)


def history(db: sqlite3.Connection, tbl: str, row: str) -> list[HistoryRow]:
    """All changes of a record, oldest first by the clocks of the laptops that made them (aware UTC)."""
    rows = db.execute(_ROWS, (tbl, row)).fetchall()
    values: dict[Key, Value] = {(device, seq, idx): value for device, seq, idx, _, value, *_ in rows}
    return [
        HistoryRow(
            at=moment(hlc),
            author=author,
            kind=kind,
            label=label,
            field=field,
            old=tuple(values.get(parent) for parent in parents_from(parents)),
            new=value,
            op=op,
            key=(device, seq, idx),
        )
        for device, seq, idx, field, value, op, parents, hlc, author, kind, label in rows
    ]


def moment(hlc: int) -> datetime:
    """The moment in a stamp (milliseconds << 12 | counter)."""
    seconds, ms = divmod(hlc >> 12, 1000)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=ms * 1000)
