"""A team of laptops with real database files, for hypothesis to play with: people act, files travel, things go wrong."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from store.log.laptop import START, Dice, Laptop, link_id
from store.log.oracle import Oracle, screen
from vaartdesk.store.log.bundle import unpack
from vaartdesk.store.log.entry import Cell, CellId, Key, Value
from vaartdesk.store.log.numbers import next_number, renumber
from vaartdesk.store.log.wire import Damaged

LAPTOPS = int(os.environ.get("SIM_DEVICES", "3"))
DAY = 86_400_000
_MEMORY = Path("/dev/shm")
which = st.integers(0, LAPTOPS - 1)
pick = st.integers(0, 10**6)
FIELDS = [("ticket", "title"), ("ticket", "body"), ("ticket", "status"), ("person", "phone")]

SEEN: Counter[str] = Counter()
"""What happened in the examples: a simulation that never quarrels proves nothing."""


class Team(RuleBasedStateMachine):
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

    @initialize()
    def shared(self) -> None:
        """Two records that everybody knows: quarrels come sooner."""
        self.new_ticket(0, 0)
        self.new_ticket(0, 0)
        for j in range(1, LAPTOPS):
            self.meet(0, j)
            self.backup(j)

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

    # -- what people do ----------------------------------------------------------------------------------------------

    @rule(i=which, k=pick)
    def new_ticket(self, i: int, k: int) -> None:
        if k % 4 and len(self.rows(i, "ticket")) > 2:  # few records: more quarrels about each
            return
        person, ticket = f"p{self.text()}", f"t{self.text()}"

        def create(a: Laptop) -> None:
            number = next_number(a.db, "ticket", "M-2026-")
            cells = {"title": self.text(), "body": self.text(), "number": number, "person_id": person}
            a.write(
                [
                    Cell("person", person, "alive", 1),
                    Cell("person", person, "name", self.text()),
                    Cell("ticket", ticket, "alive", 1),
                    *(Cell("ticket", ticket, name, cells[name]) for name in cells),
                ]
            )

        self.act(i, create)

    @rule(i=which, k=pick)
    def seeded(self, i: int, k: int) -> None:
        """A row that a rule makes has the same key on every laptop."""
        row = f"rule{k % 2}"
        self.act(i, lambda a: a.add("tag", row, name=f"soort {k % 2}"))

    @rule(i=which, k=pick)
    def edit_contested(self, i: int, k: int) -> None:
        """Typing in a field while its choice is still open swallows nothing."""
        fields = [cell for cell in self.laptops[i].journal.conflicts() if cell[2] != "alive"]
        if fields:
            SEEN["typed in an open choice"] += 1
            tbl, row, field = fields[k % len(fields)]
            self.act(i, lambda a: a.put(tbl, row, **{field: self.text()}))

    @rule(i=which, k=pick, fields=st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3))
    def edit(self, i: int, k: int, fields: list[tuple[str, str]]) -> None:
        tbl = fields[0][0]
        ids = self.rows(i, tbl)
        if ids:
            values = {field: self.text() for t, field in fields if t == tbl}
            self.act(i, lambda a: a.put(tbl, ids[k % len(ids)], **values))

    @rule(i=which, k=pick, field=st.sampled_from(["title", "status"]))
    def bulk(self, i: int, k: int, field: str) -> None:
        """An import over old and new rows, dead ones too."""
        ids = self.rows(i, "ticket", 0)[:1] * (k % 2) + self.rows(i, "ticket")[: k % 4]
        new = [f"i{self.text()}"] * (k % 3 == 0)
        cells = [Cell("ticket", row, "alive", 1) for row in new]
        cells += [Cell("ticket", row, field, self.text()) for row in ids + new]
        if cells:
            SEEN["imports"] += 1
            self.act(i, lambda a: a.write(cells, "import"))

    @rule(i=which, k=pick, tbl=st.sampled_from(["ticket", "person"]))
    def delete(self, i: int, k: int, tbl: str) -> None:
        ids = self.rows(i, tbl)
        if ids:
            self.act(i, lambda a: a.put(tbl, ids[k % len(ids)], alive=0))

    @rule(i=which, k=pick)
    def undelete(self, i: int, k: int) -> None:
        ids = self.rows(i, "ticket", 0)
        if ids:
            self.act(i, lambda a: a.put("ticket", ids[k % len(ids)], alive=1))

    @rule(i=which, k=pick, on=st.booleans())
    def link(self, i: int, k: int, on: bool) -> None:
        ids = self.rows(i, "ticket")
        if ids:
            one, other = ids[k % len(ids)], ids[(k // 7) % len(ids)]
            key = link_id(one, "x", other)
            values: dict[str, Value] = (
                {"alive": int(on)} if self.laptops[i].get("ticket_tag", key, "alive") is not None else {}
            )
            self.act(
                i, lambda a: a.put("ticket_tag", key, **values) if values else a.add("ticket_tag", key, ticket_id=one)
            )

    @rule(i=which, k=pick, new=st.booleans())
    def agenda(self, i: int, k: int, new: bool) -> None:
        ids = self.rows(i, "agenda_item")
        pos = f"{k % 1000:03d}"
        if new or not ids:
            row = f"a{self.text()}"
            self.act(i, lambda a: a.add("agenda_item", row, title=row, pos=pos))
        else:
            self.act(i, lambda a: a.put("agenda_item", ids[k % len(ids)], pos=pos))

    @rule(i=which, redo=st.booleans())
    def undo(self, i: int, redo: bool) -> None:
        def take_back(a: Laptop) -> None:
            made = a.undo(redo=redo)
            SEEN["undone" if made and made.cells else "nothing to undo"] += 1
            SEEN["undo skipped a cell"] += bool(made and made.skipped)

        self.act(i, take_back)

    @rule(i=which, k=pick, own=st.booleans())
    def choose(self, i: int, k: int, own: bool) -> None:
        cells = self.laptops[i].journal.conflicts()
        if cells:
            SEEN["chosen"] += 1
            tbl, row, field = cells[k % len(cells)]
            heads = self.laptops[i].journal.cell_heads(tbl, row, field)
            value = k % 2 if field == "alive" else self.text() if own else heads[k % len(heads)].value
            self.act(i, lambda a: a.resolve(tbl, row, field, value), {(tbl, row, field)})

    @rule(i=which, k=pick, alive=st.integers(0, 1))
    def erase(self, i: int, k: int, alive: int) -> None:
        ids = self.rows(i, "person", alive)
        if ids and k % 2 == 0:
            SEEN["erased"] += 1
            person = ids[k % len(ids)]
            self.act(i, lambda a: a.erase(("person", person, "name", None), ("person", person, "phone", None)))

    # -- what goes wrong among people, in one go: by chance alone it would be rare ---------------------------------------

    def typed(self, i: int, k: int, field: str = "title") -> bool:
        ids = self.rows(i, "ticket")
        if ids:
            self.act(i, lambda a: a.put("ticket", ids[k % min(2, len(ids))], **{field: self.text()}))
        return bool(ids)

    @rule(i=which, j=which, k=pick, deletes=st.booleans())
    def quarrel(self, i: int, j: int, k: int, deletes: bool) -> None:
        """Two people work on one record without knowing it."""
        self.typed(i, k)
        if deletes:
            self.delete(j, k, "ticket")
        else:
            self.typed(j, k)
        self.meet(i, j)

    @rule(i=which, j=which, k=pick)
    def overtaken(self, i: int, j: int, k: int) -> None:
        """Somebody takes back what a colleague has gone on with."""
        self.typed(i, k, "body")
        self.meet(i, j)
        self.typed(j, k, "body")
        self.meet(j, i)
        self.undo(i, redo=False)

    @rule(i=which, j=which, k=pick)
    def hearsay(self, i: int, j: int, k: int) -> None:
        """A file builds on another that comes later."""
        self.typed(i, k, "status")
        self.meet(i, j)
        self.typed(j, k, "status")
        blob = self.laptops[j].export(only_mine=True)
        if blob:
            self.sent(blob)
            self.give((j + 1 + k % (LAPTOPS - 1)) % LAPTOPS, blob, "ok", 0)

    @rule(i=which, j=which, k=pick)
    def mishap(self, i: int, j: int, k: int) -> None:
        """Work is handed over, an old file comes back, and work goes on."""
        self.typed(i, k)
        self.meet(i, j)
        self.restore(i, k)
        self.typed(i, k)

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
