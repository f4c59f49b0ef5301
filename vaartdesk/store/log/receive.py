"""Taking in what others wrote: in causal order, once, and keeping apart what does not fit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum, auto
from typing import NamedTuple

from vaartdesk.core.dataclass import dataclass
from vaartdesk.store.log import heads, ledger, redaction, wire
from vaartdesk.store.log.bundle import Header, unpack
from vaartdesk.store.log.canon import PREFIX, canonical_text
from vaartdesk.store.log.entry import NO_TIP, CellId, RowId, Tip, Txn
from vaartdesk.store.log.journal import Journal

_HASHES = "select seq, hash from txn where device=? and seq between ? and ?"
_HASH = "select hash from txn where device=? and seq=?"


class Received(NamedTuple):
    """What came of a bundle.

    `applied`: transactions that are new here; 0 means that everything was known. `touched_rows`: row -> its changed fields.
    `has_erased`: values went from the log for good. `choices`: open choices in these rows. `waiting`: (device, seq) of
    transactions that others build on and nobody sent yet. `quarantined`: transactions put aside because two laptops use one
    identity. `is_diverged`: the sender has the same transactions and yet another state.
    """

    header: Header
    applied: int
    touched_rows: Mapping[RowId, frozenset[str]]
    has_erased: bool
    choices: tuple[CellId, ...]
    waiting: tuple[tuple[str, int], ...]
    quarantined: int
    is_diverged: bool


class Fit(Enum):
    """Can a transaction be applied now?"""

    READY = auto()
    WAITS = auto()
    FOREIGN = auto()


@dataclass(slots=True)
class Intake:
    """Transactions on their way in; worked out in memory, written at the end."""

    db: sqlite3.Connection
    tips: dict[str, Tip]
    queue: dict[str, dict[int, list[Txn]]] = field(default_factory=dict)
    applied: list[Txn] = field(default_factory=list)
    aside: list[tuple[Txn, str]] = field(default_factory=list)
    hashes: dict[tuple[str, int], bytes] = field(default_factory=dict)

    def add(self, txns: Iterable[Txn]) -> None:
        """Known ones are dropped, rivals of known ones put aside, all others queued."""
        by_device: dict[str, list[Txn]] = {}
        for txn in txns:
            by_device.setdefault(txn.device, []).append(txn)
        for device, found in by_device.items():
            upto = self.tips.get(device, NO_TIP).seq
            seqs = [txn.seq for txn in found if txn.seq <= upto]
            known = dict(self.db.execute(_HASHES, (device, min(seqs), max(seqs)))) if seqs else {}
            waiting = self.queue.setdefault(device, {})
            for txn in found:
                if txn.seq > upto:
                    rivals = waiting.setdefault(txn.seq, [])
                    if all(rival.hash != txn.hash for rival in rivals):
                        rivals.append(txn)
                elif known.get(txn.seq) != txn.hash:
                    self.aside.append((txn, "fork"))

    def advance(self) -> None:
        """Apply all that can be applied: each device as far as it goes, until nothing moves."""
        is_moving = True
        while is_moving:
            is_moving = False
            for device in sorted(self.queue):
                while self._next(device):
                    is_moving = True

    def _next(self, device: str) -> bool:
        tip = self.tips.get(device, NO_TIP)
        rivals = self.queue[device].get(tip.seq + 1, [])
        for txn in sorted(rivals, key=lambda rival: rival.hash):
            fit = Fit.FOREIGN if txn.prev != tip.hash else fits(txn, self)
            if fit is Fit.WAITS:
                continue
            rivals.remove(txn)
            if fit is Fit.FOREIGN:
                self.aside.append((txn, "chain" if txn.prev != tip.hash else "ctx"))
                continue
            self.aside += [(rival, "fork") for rival in rivals]
            del self.queue[device][txn.seq]
            self.applied.append(txn)
            self.hashes[device, txn.seq] = txn.hash
            self.tips[device] = Tip(txn.seq, txn.hash, txn.hlc)
            return True
        return False

    def left(self) -> list[Txn]:
        """What waits."""
        return [txn for seqs in self.queue.values() for rivals in seqs.values() for txn in rivals]

    def hash_of(self, device: str, seq: int) -> bytes:
        """The hash of a transaction that is in the log or applied just now."""
        if (device, seq) not in self.hashes:
            found = self.db.execute(_HASH, (device, seq)).fetchone()
            self.hashes[device, seq] = found[0] if found else b""
        return self.hashes[device, seq]


def fits(txn: Txn, intake: Intake) -> Fit:
    """Causal order: what its author had must be here, and be the same."""
    if txn.ctx is not None:
        for device, (upto, start) in wire.context(txn.ctx).items():
            if intake.tips.get(device, NO_TIP).seq < upto:
                return Fit.WAITS
            if intake.hash_of(device, upto)[:PREFIX].hex() != start:
                return Fit.FOREIGN
    for change in txn.changes:
        for device, seq, _ in change.parents:
            if device != txn.device and intake.tips.get(device, NO_TIP).seq < seq:
                return Fit.WAITS
    return Fit.READY


def receive(journal: Journal, bundle: bytes) -> Received:
    """Apply a bundle, inside the door's transaction; again is harmless. Raises `Damaged`, with nothing written.

    The whole bundle is checked first. What builds on transactions that are not here yet waits in `inbox`.
    """
    header, txns = unpack(bundle)
    journal.reset()
    db = journal.db
    intake = Intake(db, dict(journal.tips.all()))
    stored = [wire.parse(body) for (body,) in db.execute("select body from inbox order by device, seq").fetchall()]
    intake.add(stored)
    intake.add(txns)
    intake.advance()
    rows, has_erased = _write(journal, intake)
    _put_aside(db, intake, stored)
    db.execute("insert or replace into local values (?,?)", (f"peer:{header.device}", canonical_text(header.have)))
    return Received(
        header=header,
        applied=len(intake.applied),
        touched_rows=rows,
        has_erased=has_erased,
        choices=tuple(cell for cell in journal.conflicts() if cell[:2] in rows),
        waiting=_waits_for(intake),
        quarantined=len(intake.aside),
        is_diverged=journal.have() == header.have and journal.state_hash() != header.state_hash,
    )


def _write(journal: Journal, intake: Intake) -> tuple[dict[RowId, frozenset[str]], bool]:
    txns = intake.applied
    if not txns:
        return {}, False
    ledger.insert(journal.db, txns)
    heads.move(journal.db, txns)
    erased = redaction.erase(journal.db, txns)
    journal.tips.receive({device: intake.tips[device] for device in {txn.device for txn in txns}})
    touched: dict[RowId, set[str]] = {}
    for txn in txns:
        for change in txn.changes:
            touched.setdefault((change.tbl, change.row), set()).add(change.field)
    journal.tables.materialise(touched)
    return {row: frozenset(fields) for row, fields in touched.items()}, bool(erased)


def _put_aside(db: sqlite3.Connection, intake: Intake, stored: list[Txn]) -> None:
    left = intake.left()
    before = {(txn.device, txn.seq, txn.hash) for txn in stored}
    after = {(txn.device, txn.seq, txn.hash) for txn in left}
    db.executemany("delete from inbox where device=? and seq=? and hash=?", before - after)
    db.executemany("insert or ignore into inbox values (?,?,?,?)", [(*_key(txn), wire.line(txn)) for txn in left])
    db.executemany(
        "insert or ignore into quarantine values (?,?,?,?,?)",
        [(*_key(txn), wire.line(txn), why) for txn, why in intake.aside],
    )


def _key(txn: Txn) -> tuple[str, int, bytes]:
    return txn.device, txn.seq, txn.hash


def _waits_for(intake: Intake) -> tuple[tuple[str, int], ...]:
    """The first transaction that is missing, for each that waits and is not itself held up by one that waits."""
    missing = set()
    for device, seqs in intake.queue.items():
        waiting = sorted(seq for seq, rivals in seqs.items() if rivals)
        if not waiting:
            continue
        upto = intake.tips.get(device, NO_TIP).seq
        if waiting[0] > upto + 1:
            missing.add((device, upto + 1))
            continue
        for txn in seqs[waiting[0]]:
            for other, (needed, _) in wire.context(txn.ctx or "{}").items():
                here = intake.tips.get(other, NO_TIP).seq
                if here < needed and here + 1 not in intake.queue.get(other, {}):
                    missing.add((other, here + 1))
    return tuple(sorted(missing))
