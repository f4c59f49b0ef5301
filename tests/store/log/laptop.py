"""A laptop for the tests of the log: a database file with a small shape of its own, and the least a door must do."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Protocol

from vaartdesk.store.log.bundle import export
from vaartdesk.store.log.entry import Cell, CellId, Key, Value
from vaartdesk.store.log.identity import Identity
from vaartdesk.store.log.journal import Journal
from vaartdesk.store.log.receive import Received, receive
from vaartdesk.store.log.shape import Shape
from vaartdesk.store.log.tables import DDL
from vaartdesk.store.log.undo import Plan, plan, stacks

START = 1_800_000_000_000
SHAPE = Shape(
    tables={
        "person": ("alive", "name", "phone"),
        "ticket": ("alive", "number", "title", "body", "status", "weight", "person_id"),
        "tag": ("alive", "name"),
        "ticket_tag": ("alive", "ticket_id", "tag_id"),
        "agenda_item": ("alive", "title", "pos"),
    },
    auto=frozenset({("agenda_item", "pos"), ("ticket", "number"), ("ticket_tag", "alive")}),
)
_OPENINGS = count()
_TARGETS = {"person_id": "person", "ticket_id": "ticket", "tag_id": "tag"}


def data_tables(shape: Shape = SHAPE) -> list[str]:
    """Statements for the data tables: texts that cannot be null, one number, references that are checked at the commit."""
    return [
        f"create table {tbl} (id text primary key, {', '.join(map(_column, names))})"
        for tbl, names in shape.tables.items()
    ]


def _column(name: str) -> str:
    if name == "alive":
        return "alive int not null default 1"
    if name == "weight":
        return "weight int"
    if name in _TARGETS:
        return f"{name} text references {_TARGETS[name]}(id) deferrable initially deferred"
    return f"{name} text not null default ''"


def link_id(*parts: str) -> str:
    return blake2b("|".join(parts).encode(), digest_size=16).hexdigest()


class Dice:
    """Seeded randomness that looks like `secrets`."""

    def __init__(self, seed: int | str) -> None:
        self._rnd = random.Random(seed)

    def token_bytes(self, nbytes: int, /) -> bytes:
        return self._rnd.randbytes(nbytes)

    def token_hex(self, nbytes: int, /) -> str:
        return self._rnd.randbytes(nbytes).hex()

    def randbelow(self, exclusive_upper_bound: int, /) -> int:
        return self._rnd.randrange(exclusive_upper_bound)


class Make(Protocol):
    def __call__(
        self, name: str, *, start: int = START, fingerprint: str = "", shape: Shape = SHAPE, schema_version: int = 1
    ) -> Laptop:
        """The same name again opens the same file again."""


class Laptop:
    """One database with its journal. Every act is one transaction, rolled back as a whole when it fails."""

    def __init__(
        self,
        path: Path,
        now_ms: Callable[[], int],
        *,
        author: str,
        shape: Shape = SHAPE,
        fingerprint: str = "",
        schema_version: int = 1,
        dice: Dice | None = None,
    ) -> None:
        is_new = not path.exists()
        self.path = path
        self.author = author
        self.shape = shape
        self.sidecar = path.with_suffix(".json")
        self.is_closed = False
        self.db = sqlite3.connect(path, isolation_level=None, cached_statements=512)
        for pragma in ("journal_mode=wal", "synchronous=off", "foreign_keys=on", "secure_delete=on"):
            self.db.execute(f"pragma {pragma}").fetchall()
        rnd = dice or Dice(f"{path} {next(_OPENINGS)}")
        self.db.execute("begin immediate")
        if is_new:
            for statement in (*DDL, *data_tables(shape)):
                self.db.execute(statement)
        identity = Identity.open(self.db, self.sidecar, fingerprint or author, rnd)
        self.db.execute("commit")
        self.journal = Journal(self.db, shape, identity, now_ms, schema_version, rnd=rnd)

    @contextmanager
    def act(self) -> Iterator[Journal]:
        """What the door does around a change."""
        self.db.execute("begin immediate")
        try:
            yield self.journal
            self.db.execute("commit")
        except BaseException:
            self.db.execute("rollback")
            self.journal.reset()
            raise

    @property
    def device(self) -> str:
        return self.journal.identity.device

    def write(self, cells: Sequence[Cell], kind: str = "edit", undo_of: int | None = None) -> int:
        with self.act() as journal:
            return journal.append(cells, kind=kind, label=kind, author=self.author, undo_of=undo_of)

    def add(self, tbl: str, row: str, **values: Value) -> str:
        self.write([Cell(tbl, row, "alive", 1), *(Cell(tbl, row, name, value) for name, value in values.items())])
        return row

    def put(self, tbl: str, row: str, **values: Value) -> int:
        return self.write([Cell(tbl, row, name, value) for name, value in values.items()])

    def resolve(self, tbl: str, row: str, field: str, value: Value) -> None:
        self.write([self.journal.resolve_cells(tbl, row, field, value)], "resolve")

    def erase(self, *cells: tuple[str, str, str, Value]) -> None:
        self.write(self.journal.erase_cells(cells), "erase")

    def undo(self, *, redo: bool = False, force: frozenset[CellId] = frozenset()) -> Plan | None:
        undoable, redoable = stacks(self.journal)
        stack = redoable if redo else undoable
        if not stack:
            return None
        made = plan(self.journal, stack[-1], redo=redo, force=force)
        self.write(made.cells, made.kind, made.undo_of)
        return made

    def export(self, since: Mapping[str, int] | None = None, *, only_mine: bool = False) -> bytes | None:
        return export(self.journal, since, only_mine=only_mine)

    def receive(self, blob: bytes) -> Received:
        with self.act() as journal:
            return receive(journal, blob)

    def get(self, tbl: str, row: str, field: str) -> Value:
        found = self.db.execute(f"select {field} from {tbl} where id=?", (row,)).fetchone()
        value: Value = found[0] if found else None
        return value

    def all(self, sql: str, *parameters: object) -> list[tuple[object, ...]]:
        return self.db.execute(sql, parameters).fetchall()

    def known(self) -> set[Key]:
        return set(self.db.execute("select device, seq, idx from change"))

    def state(self) -> dict[str, object]:
        """All that must be equal on laptops that have the same transactions."""
        return {
            "have": self.journal.have(),
            "head": self.all("select * from head order by 1, 2, 3, 4, 5, 6"),
            "change": self.all("select * from change order by 1, 2, 3"),
            "txn": self.all("select * from txn order by 1, 2"),
            "conflict": self.journal.conflicts(),
            "erased": self.all("select * from erased order by 1, 2, 3, 4, 5"),
            "hash": self.journal.state_hash(),
            "data": {tbl: self.all(f"select * from {tbl} order by id") for tbl in sorted(self.shape.tables)},
        }

    def close(self) -> None:
        self.is_closed = True
        self.journal.identity.mark()
        self.db.close()


def sync(one: Laptop, other: Laptop) -> None:
    """Both give the other what he lacks."""
    for giver, taker in ((one, other), (other, one)):
        blob = giver.export(taker.journal.have())
        if blob is not None:
            taker.receive(blob)
