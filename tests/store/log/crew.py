"""A team of laptops with real database files: how they are opened, what travels between them, and how it all ends."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from store.log.laptop import START, Dice, Laptop
from store.log.oracle import Oracle, screen
from vaartdesk.store.log.bundle import unpack
from vaartdesk.store.log.entry import CellId, Key
from vaartdesk.store.log.numbers import renumber
from vaartdesk.store.log.wire import Damaged

LAPTOPS = int(os.environ.get("SIM_DEVICES", "3"))
DAY = 86_400_000
_MEMORY = Path("/dev/shm")
which = st.integers(0, LAPTOPS - 1)
pick = st.integers(0, 10**6)

SEEN: Counter[str] = Counter()
"""What happened in the examples: a simulation that never quarrels proves nothing."""


class Crew(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.dir = Path(tempfile.mkdtemp(prefix="vaartdesk-sim-", dir=_MEMORY if _MEMORY.is_dir() else None))
        self.now, self.skew, self.count, self.openings = START, [0] * LAPTOPS, 0, 0
        self.files: list[bytes] = []
        self.backups: dict[int, list[tuple[Path, set[Key]]]] = defaultdict(list)
        self.oracle = Oracle(SEEN)
        self.laptops = [self.opened(i) for i in range(LAPTOPS)]

    def opened(self, i: int) -> Laptop:
        def now_ms() -> int:
            self.now += 500
            return self.now + self.skew[i]

        self.openings += 1
        return Laptop(self.dir / f"{i}.db", now_ms, author=f"L{i}", dice=Dice(f"{i} {self.openings}"))

    def act(self, i: int, act: Callable[[Laptop], object], chosen: Collection[CellId] = ()) -> None:
        """Let a laptop act and tell the oracle what stood on its screen."""
        laptop = self.laptops[i]
        before, knew = screen(laptop), frozenset(laptop.known())
        last = laptop.journal.have().get(laptop.device, 0)
        act(laptop)
        self.oracle.wrote(laptop, before, last, knew, chosen)

    def text(self) -> str:
        self.count += 1
        return f"v{self.count}"

    def rows(self, i: int, tbl: str, alive: int = 1) -> list[str]:
        return [
            row for (row,) in self.laptops[i].db.execute(f"select id from {tbl} where alive=? order by id", (alive,))
        ]

    @rule(i=which, days=st.sampled_from([-4000, -1, 0, 1, 4000]))
    def clock_jumps(self, i: int, days: int) -> None:
        self.skew[i] = days * DAY

    # -- how it travels ----------------------------------------------------------------------------------------------

    def sent(self, blob: bytes) -> None:
        self.files.append(blob)
        self.oracle.left([txn.key(idx) for txn in unpack(blob)[1] for idx in range(len(txn.changes))])

    @rule(i=which, j=which, mine=st.booleans())
    def export(self, i: int, j: int, mine: bool) -> None:
        blob = self.laptops[i].export(self.laptops[j].journal.have() if j != i else None, only_mine=mine)
        if blob:
            self.sent(blob)

    @rule(i=which, k=pick, how=st.sampled_from(["ok", "ok", "twice", "cut", "flip", "power", "power"]))
    def deliver(self, i: int, k: int, how: str) -> None:
        if self.files:
            self.give(i, self.files[-1 - k % min(4, len(self.files))], how, k)

    @rule(pairs=st.lists(st.tuples(which, which), min_size=1, max_size=4))
    def meetings(self, pairs: list[tuple[int, int]]) -> None:
        for i, j in pairs:
            self.meet(i, j)

    @rule(i=which, j=which)
    def meet(self, i: int, j: int) -> None:
        blob = self.laptops[i].export(self.laptops[j].journal.have())
        if blob and i != j:
            self.sent(blob)
            self.give(j, blob, "ok", 0)

    def give(self, i: int, blob: bytes, how: str, k: int) -> None:
        if how in {"cut", "flip"}:
            at = k % len(blob)
            bad = blob[:at] if how == "cut" else blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
            try:
                self.laptops[i].receive(bad)
            except Damaged:
                SEEN["damaged file refused"] += 1
                return
            raise AssertionError("a damaged file was taken")
        if how == "power" and self.power_cut(i, blob, k):
            return
        got = self.laptops[i].receive(blob)
        SEEN["had to wait"] += bool(got.waiting)
        if how == "twice":
            assert self.laptops[i].receive(blob).applied == 0

    def power_cut(self, i: int, blob: bytes, k: int) -> bool:
        """The machine goes out in the middle of an import; the file is opened again."""
        laptop, before = self.laptops[i], self.laptops[i].state()
        laptop.db.set_progress_handler(lambda: 1, 50 + k % 3000)
        try:
            laptop.receive(blob)
        except sqlite3.OperationalError:
            SEEN["power cut in an import"] += 1
            laptop.close()
            self.laptops[i] = self.opened(i)
            assert self.laptops[i].state() == before, "half an import"
            return True
        finally:
            if not laptop.is_closed:
                laptop.db.set_progress_handler(None, 0)
        return False

    @rule(i=which)
    def backup(self, i: int) -> None:
        path = self.dir / f"b{i}-{len(self.backups[i])}"
        copy = sqlite3.connect(path)
        self.laptops[i].db.backup(copy)
        copy.close()
        self.backups[i].append((path, self.laptops[i].known()))

    @rule(i=which, k=pick)
    def restore(self, i: int, k: int) -> None:
        """Somebody copies an old file back, behind the program's back."""
        if not self.backups[i]:
            return
        SEEN["restored"] += 1
        path, known = self.backups[i][k % len(self.backups[i])]
        before = self.laptops[i].known()
        self.laptops[i].close()
        for ending in ("-wal", "-shm"):
            (self.dir / f"{i}.db{ending}").unlink(missing_ok=True)
        shutil.copy(path, self.dir / f"{i}.db")
        self.laptops[i] = self.opened(i)
        others: set[Key] = set().union(*(self.laptops[j].known() for j in range(LAPTOPS) if j != i))
        self.oracle.restored(before, known, others)

    # -- the end: everybody exchanges everything ---------------------------------------------------------------------

    def teardown(self) -> None:
        try:
            self.settle()
        finally:
            for laptop in self.laptops:
                laptop.close()
            shutil.rmtree(self.dir)

    def settle(self) -> None:
        for blob in self.files:
            for i in range(LAPTOPS):
                self.give(i, blob, "ok", 0)
        for _ in range(4):
            for i in range(LAPTOPS):
                for j in range(LAPTOPS):
                    self.meet(i, j)
            if not sum(self.renumbered(i) for i in range(LAPTOPS)):
                break
        else:
            raise AssertionError("renumbering does not settle")
        self.oracle.judge(self.laptops)
        SEEN["runs"] += 1
        SEEN["changes"] += len(self.oracle.written)
        SEEN["lost with a restored file"] += len(self.oracle.dropped)

    def renumbered(self, i: int) -> int:
        mine = set().union(*(laptop.journal.identity.mine for laptop in self.laptops))
        orphans = set(self.laptops[0].journal.have()) - mine if i == 0 else set()
        made: list[object] = []

        def cure(a: Laptop) -> None:
            with a.act() as journal:
                made.extend(renumber(journal, "ticket", orphans=orphans))

        self.act(i, cure)
        SEEN["numbers changed"] += len(made)
        return len(made)
