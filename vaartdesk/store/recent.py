"""What others changed lately: the newest entries of the log, each record once."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref
from vaartdesk.store.derived import OWNERS
from vaartdesk.store.log.history import moment

MOST = 500
"""So many entries of each laptop are looked at, from the newest back."""
FIRST = 40
"""And so many changes of each: the record an entry is about comes early, and an import may have thousands."""
_NEWEST = """
    select x.seq, x.hlc, x.author, x.label, c.tbl, c.row from (
        select * from txn where device = :device order by seq desc limit :most
    ) x join change c on c.device = :device and c.seq = x.seq and c.idx < :first
    where x.kind = 'edit' and x.author != '' and not exists (
        select 1 from txn u where u.device = :device and u.undo_of = x.seq and u.seq > :since
    ) order by x.seq desc, c.idx"""


@dataclass(frozen=True, slots=True)
class Recent:
    """The last change of a record by somebody: when (aware UTC), key of who, message key of what, and how many there were."""

    ref: Ref
    at: datetime
    author: str
    label: str
    count: int = 1


def recent(
    db: sqlite3.Connection, kinds: Mapping[str, Kind], since: datetime, not_by: Collection[str], limit: int
) -> tuple[list[Recent], int]:
    """Changes at or after ``since`` by others than ``not_by``, newest first, one per record; and how many there were.

    What was undone, and what the program wrote by itself, is left out.
    """
    found: dict[Ref, Recent] = {}
    total = 0
    for at, author, label, ref in sorted(_changes(db, kinds), key=lambda c: c[0], reverse=True):
        if at < since or author in not_by:
            continue
        total += 1
        known = found.get(ref)
        found[ref] = Recent(ref, at, author, label) if known is None else _again(known)
    return list(found.values())[:limit], total


def _again(known: Recent) -> Recent:
    return Recent(known.ref, known.at, known.author, known.label, known.count + 1)


def _changes(db: sqlite3.Connection, kinds: Mapping[str, Kind]) -> Iterator[tuple[datetime, str, str, Ref]]:
    """One per entry of the log: the first record in it that has a page of its own."""
    for (device,) in db.execute("select device from have").fetchall():
        (last,) = db.execute("select coalesce(max(seq), 0) from txn where device = ?", (device,)).fetchone()
        seen: set[int] = set()
        asked = {"device": device, "most": MOST, "since": last - MOST, "first": FIRST}
        for seq, hlc, author, label, tbl, row in db.execute(_NEWEST, asked):
            if seq in seen:
                continue
            ref = _shown(db, kinds, tbl, row)
            if ref is not None:
                seen.add(seq)
                yield moment(hlc), author, label, ref


def _shown(db: sqlite3.Connection, kinds: Mapping[str, Kind], tbl: str, row: str) -> Ref | None:
    """The record itself, or the one a file or note hangs on; None for links, settings and what is not known here."""
    if tbl in OWNERS:
        field, _name = OWNERS[tbl]
        owner = db.execute(f"select r.kind, r.id from {tbl} o join record r on r.id = o.{field} where o.id = ?", (row,))  # noqa: S608
        found = owner.fetchone()
        return Ref(*found) if found else None
    kind = kinds.get(tbl)
    return Ref(tbl, row) if kind is not None and kind.row is not None else None
