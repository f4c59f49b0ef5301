"""How far the log goes for each device, this laptop's clock, and the context that goes with its next transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from vaartdesk.store.log.canon import PREFIX, canonical_text
from vaartdesk.store.log.entry import NO_TIP, Tip, Txn

COUNTER_BITS = 12
DAY_MS = 86_400_000
_LAST_CONTEXT = "select vec from ctx where device=? order by seq desc limit 1"
# Writes only if the database still stands where we think it does: a forgotten rollback is noticed here.
_ADVANCE = "update have set seq=?, hash=?, hlc=? where device=? and hash=? and (select sum(seq) from have)=?"
_BEGIN = """
    insert into have select ?,?,?,? where (select coalesce(sum(seq), 0) from have)=?
    and not exists(select 1 from have where device=?)"""
_PUT = "insert or replace into have values (?,?,?,?)"


class Tips:
    """`have`, kept in memory between writes."""

    def __init__(self, db: sqlite3.Connection, device: str, now_ms: Callable[[], int]) -> None:
        self._db = db
        self.device = device
        self.now_ms = now_ms
        self._tips: dict[str, Tip] | None = None
        self._clock = 0
        self._total = 0
        self._context = ""
        self._written_context = ""

    def forget(self) -> None:
        self._tips = None

    def all(self) -> Mapping[str, Tip]:
        """Device -> its tip."""
        if self._tips is None:
            self._load()
        assert self._tips is not None
        return self._tips

    @property
    def own(self) -> Tip:
        return self.all().get(self.device, NO_TIP)

    def next_hlc(self) -> int:
        """The stamp for a new transaction: later than all that was seen, and than this laptop's clock."""
        self.all()
        return max(self._clock + 1, self.now_ms() << COUNTER_BITS)

    def new_context(self) -> str | None:
        """What we have from others as canonical JSON, or None when it is what our last transaction said already."""
        self.all()
        return None if self._context == self._written_context else self._context

    def advance(self, txn: Txn) -> bool:
        """Make an own transaction the tip. False, and nothing written, when the database is not where we thought."""
        tip = Tip(txn.seq, txn.hash, txn.hlc)
        if txn.prev:
            written = self._db.execute(_ADVANCE, (*tip, txn.device, txn.prev, self._total))
        else:
            written = self._db.execute(_BEGIN, (txn.device, *tip, self._total, txn.device))
        if written.rowcount != 1:
            return False
        assert self._tips is not None
        self._tips[txn.device] = tip
        self._total += 1
        self._clock = max(self._clock, txn.hlc)
        if txn.ctx is not None:
            self._written_context = txn.ctx
        return True

    def receive(self, tips: Mapping[str, Tip]) -> None:
        """Take over the tips of other devices after their transactions were written."""
        self._db.executemany(_PUT, [(device, *tip) for device, tip in tips.items()])
        self.forget()

    def _load(self) -> None:
        found = self._db.execute("select device, seq, hash, hlc from have order by device").fetchall()
        self._tips = {device: Tip(seq, bytes(digest), hlc) for device, seq, digest, hlc in found}
        self._total = sum(tip.seq for tip in self._tips.values())
        # A stamp of more than a day ahead comes from a clock that is wrong: it is kept, but not followed.
        limit = self.now_ms() + DAY_MS << COUNTER_BITS
        others = [tip.hlc for device, tip in self._tips.items() if device != self.device and tip.hlc < limit]
        self._clock = max([self.own.hlc, *others])
        seen = {
            device: [tip.seq, tip.hash[:PREFIX].hex()] for device, tip in self._tips.items() if device != self.device
        }
        self._context = canonical_text(seen)
        last = self._db.execute(_LAST_CONTEXT, (self.device,)).fetchone()
        self._written_context = last[0] if last else canonical_text({})
