"""The one door: data, log, derived columns, search and files commit together or not at all; then the bus tells it once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, cast

from sqlalchemy import Connection

from vaartdesk.core.clock import Clock, day_of
from vaartdesk.core.garbage import uncollected
from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.store import indexing
from vaartdesk.store.bus import Bus, ChangeSet
from vaartdesk.store.connect import writing
from vaartdesk.store.derived import Derived
from vaartdesk.store.errors import plainly
from vaartdesk.store.files import FileStore
from vaartdesk.store.log.entry import Cell
from vaartdesk.store.log.journal import Journal
from vaartdesk.store.numbers import Numbers
from vaartdesk.store.tx import Tx

logger = logging.getLogger(__name__)

MANY = 500
"""Values in a change, from where looking for garbage costs more than it finds."""
ERASING = "erase"
"""The kind of a change after which nothing is left of what was there."""

Reaction = Callable[[Tx, Mapping[Ref, frozenset[str]]], None]
"""A rule across kinds that joins a change before it commits: (tx, what the change touched)."""


def _unknown(_ref: Ref) -> None:
    """No record is known beforehand: it must be read."""


class Door:
    """Writes of one workspace, one at a time, through its one ``connection`` for writing.

    ``author`` tells who sits here: key of a person or role, or ''.
    """

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        connection: Connection,
        journal: Journal,
        clock: Clock,
        files: FileStore,
        bus: Bus,
        author: Callable[[], str],
    ) -> None:
        self.kinds, self.connection, self.journal, self.clock = kinds, connection, journal, clock
        self.files, self.bus, self.author = files, bus, author
        self.numbers = Numbers(journal.identity.letter)
        self.reactions: list[Reaction] = []
        self._derived = Derived(kinds)
        self._settings: Mapping[str, Any] | None = None
        """As the last change read them; nobody but this door writes them."""
        self._lock = threading.RLock()
        self._open: Tx | None = None
        self._owner = 0
        self._heedless = threading.local()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The write connection, its transaction begun; rolled back as a whole when the block fails."""
        with self._lock, plainly():
            try:
                with writing(self.connection):
                    yield self.connection
            except BaseException:
                self.journal.reset()
                self.numbers.forget()
                self._settings = None
                raise

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Nobody writes meanwhile: for reading what the write connection knows."""
        with self._lock:
            yield

    @contextmanager
    def change(self, label: str, origin: object = None, kind: str = "edit") -> Iterator[Tx]:
        """One change; inside another it joins that one. ``label`` is a message key, never a user's text.

        Raises Refused when a rule says no, NotWritable and its kin when the disk does; then nothing was written.
        """
        if self._joins():
            yield cast("Tx", self._open)
            return
        done: ChangeSet | None = None
        with self.transaction() as connection:
            tx = Tx(self.kinds, self.reader(connection), self.files, self.numbers, self.author())
            self._open, self._owner = tx, threading.get_ident()
            try:
                yield tx
                with uncollected() if len(tx.cells) >= MANY else nullcontext():
                    self._settle(tx)
                    self._react(tx)
                    self._check(tx)
                    done = self._write(tx, connection, _key(label), origin, kind)
            finally:
                self._open = None
        if done is not None:
            self.bus.publish(done)

    @contextmanager
    def despite_warnings(self) -> Iterator[None]:
        """Within it, warnings do not hold back what this thread changes: somebody chose "Toch bewaren"."""
        self._heedless.is_so = True
        try:
            yield
        finally:
            self._heedless.is_so = False

    def append(
        self, cells: Sequence[Cell], *, kind: str, label: str, undo_of: int | None = None, origin: object = None
    ) -> ChangeSet:
        """Cells that were worked out elsewhere (undo, a choice, an erasure) by the same road."""
        with self.transaction() as connection:
            seq = self.journal.append(cells, kind=kind, label=label, author=self.author(), undo_of=undo_of)
            touched = fields_by_ref((c.tbl, c.row, c.field) for c in cells)
            changed = self.finish(connection, touched, erasing=kind == ERASING)
        done = ChangeSet(seq, label, changed, origin, kind)
        self.bus.publish(done)
        return done

    def finish(
        self, connection: Connection, touched: Mapping[Ref, set[str]], tx: Tx | None = None, *, erasing: bool = False
    ) -> dict[Ref, frozenset[str]]:
        """After data and log: derived columns, ``record`` and search; returns all that changed, derived fields included.

        ``tx``: the change that wrote it, which knows its records. ``erasing``: no word of what they said before may stay in the
        indexes.
        """
        self._settings = (
            None if tx is None or any(ref.kind == "setting" for ref in touched) else tx.reader.known_settings
        )
        reader = (
            self.reader(connection)
            if tx is None
            else Reader(connection, tx.today, tx.now, known_settings=self._settings)
        )
        known = tx.met.get if tx is not None and not any(ref.kind == "link" for ref in touched) else _unknown
        is_reworded = False
        changed = self._derived.spread(connection, touched)
        for kind, ids, settled in self._derived.work(connection, touched):
            rows, fresh = self._derived.recompute(connection, kind, ids, reader, known, settled)
            for key, fields in fresh.items():
                changed.setdefault(Ref(kind.name, key), set()).update(fields)
            is_reworded |= indexing.index(self.journal.db, kind, rows, at_once=erasing)
        if erasing and is_reworded:
            indexing.forget(self.journal.db)
        return {ref: frozenset(fields) for ref, fields in changed.items()}

    def work_out(self, connection: Connection, kind: Kind, ids: Sequence[str]) -> None:
        """Derived columns, ``record`` and search of these records, whether something changed or not."""
        rows, _fresh = self._derived.recompute(connection, kind, ids, self.reader(connection), _unknown)
        indexing.index(self.journal.db, kind, rows)

    def reader(self, connection: Connection) -> Reader:
        now = self.clock.now()
        return Reader(connection, day_of(now), now, known_settings=self._settings)

    def _joins(self) -> bool:
        """True when this thread already has a change open (another thread waits for the lock instead)."""
        return self._open is not None and self._owner == threading.get_ident()

    def _settle(self, tx: Tx) -> None:
        """Fields that follow from the change by themselves, as their kind says."""
        for ref in list(tx.touched):
            rule = self.kinds[ref.kind].settle
            if rule is not None:
                before = None if ref in tx.new else tx.before.get(ref, tx.get(ref))
                follows, kept = rule(before, tx.get(ref), tx.reader), tx.kept.get(ref, frozenset())
                tx.update(ref, {name: value for name, value in follows.items() if name not in kept})

    def _react(self, tx: Tx) -> None:
        before, told = tx.writes, -1
        touched: dict[Ref, frozenset[str]] = {}
        for reaction in self.reactions:
            if tx.writes != told:  # each hears what those before it did
                told, touched = tx.writes, {ref: frozenset(fields) for ref, fields in tx.touched.items()}
            reaction(tx, touched)
        if tx.writes != before:
            self._settle(tx)

    def _check(self, tx: Tx) -> None:
        problems = [p for ref, fields in tx.touched.items() for p in self._problems(tx, ref, fields)] + tx.warnings
        if getattr(self._heedless, "is_so", False):
            problems = [problem for problem in problems if not problem.is_warning]
        if problems:
            raise Refused(problems)

    def _problems(self, tx: Tx, ref: Ref, fields: set[str]) -> Iterator[Problem]:
        kind, values, fresh = self.kinds[ref.kind], tx.get(ref), ref in tx.new
        if not values["alive"]:
            return
        for field in kind.required:
            if (fresh or field.name in fields) and field.type.is_empty(values.get(field.name)):
                yield Problem(field.name, str(_("Vul {field} in.").format(field=str(field.label).lower())))
        for check in kind.checks if ref not in tx.trusted else ():
            if fresh or not check.fields or not fields.isdisjoint(check.fields):
                problem = check.rule(values, tx.reader)
                if problem is not None:
                    yield problem

    def _write(self, tx: Tx, connection: Connection, label: str, origin: object, kind: str) -> ChangeSet | None:
        cells = [self._cell(tx, cell, value) for cell, value in tx.cells.items()]
        if tx.erased:
            gone = [
                (t, r, f, self.kinds[t].fields[f].type.plain(self.kinds[t].fields[f].type.empty))
                for t, r, f in tx.erased
            ]
            cells += self.journal.erase_cells(gone)
            kind = ERASING
        elif tx.resolved and kind == "edit":
            kind = "resolve"
        if not cells:
            return None
        seq = self.journal.append(cells, kind=kind, label=label, author=tx.author)
        return ChangeSet(seq, label, self.finish(connection, tx.touched, tx, erasing=kind == ERASING), origin, kind)

    def _cell(self, tx: Tx, cell: tuple[str, str, str], value: Any) -> Cell:
        return self.journal.resolve_cells(*cell, value) if cell in tx.resolved else Cell(*cell, value)


def _key(label: str) -> str:
    """The message's key (its Dutch source), whatever language the screen speaks: it stands in the log for ever."""
    return str.__str__(label)


def fields_by_ref(cells: Iterable[tuple[str, str, str]]) -> dict[Ref, set[str]]:
    """(table, row, field) ... -> the fields of each record."""
    found: dict[Ref, set[str]] = {}
    for tbl, row, field in cells:
        found.setdefault(Ref(tbl, row), set()).add(field)
    return found
