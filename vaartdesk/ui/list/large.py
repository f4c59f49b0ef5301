"""Lists of more than 50,000 rows: keys, folded texts and what passes each filter in memory, rows in a window.

What is worked out over all rows (`Digest`) is made in a worker, from the same rules as for a short list, so that a
search finds the same. Until it is there the list shows everything, newest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary, WeakMethod, WeakValueDictionary, finalize

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from sqlalchemy import func, select, text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.kind import Filter, Kind
from vaartdesk.schema.ref import Values
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.work import Beside

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

LARGE: Final = 50_000
"""Beyond so many rows a list no longer holds them all."""
CHUNK: Final = 2_000
WINDOW: Final = 200
KEPT: Final = 4_000
"""So many rows stay in memory around what is shown."""


@dataclass
class Digest:
    """Over all rows: folded text by key, and per filter the keys that pass."""

    texts: dict[str, str] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)


class Window(Mapping[str, Values]):
    """The rows by key, fetched when they are asked for."""

    def __init__(self, fetch: Callable[[Sequence[str]], list[dict[str, Any]]]) -> None:
        self.keys_in_order: dict[str, None] = {}
        self._fetch = fetch
        self._rows: dict[str, Values] = {}

    def __len__(self) -> int:
        return len(self.keys_in_order)

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys_in_order)

    def __contains__(self, key: object) -> bool:
        return key in self.keys_in_order

    def __getitem__(self, key: str) -> Values:
        if key not in self.keys_in_order:
            raise KeyError(key)
        if key not in self._rows:
            self.fetch([key])
        return self._rows[key]

    def holds(self, key: str) -> bool:
        """Whether a row is here already."""
        return key in self._rows

    def fetch(self, keys: Sequence[str]) -> None:
        """Bring rows into the window; far older ones leave it."""
        if len(self._rows) > KEPT:
            self._rows.clear()
        self._rows.update((row["id"], row) for row in self._fetch(keys))

    def forget(self, key: str) -> None:
        """A row changed."""
        self._rows.pop(key, None)


class LargeRows(Rows):
    """See the module."""

    needs_digest = True

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(desk, kind)
        self.window = Window(self._read)
        self.values = self.window
        self.digest: Digest | None = None
        self.is_stopped = False
        self._columns: dict[str, dict[str, Any]] = {}

    def _read(self, keys: Sequence[str]) -> list[dict[str, Any]]:
        rows = self.desk.rows(self.kind.name, keys)
        self.names.learn(rows)
        return rows

    def load(self) -> None:
        """Read the keys."""
        self.is_loaded = True
        self.window.keys_in_order = dict.fromkeys(self.desk.keys(self.kind.name))
        self._columns.clear()
        self._forget_all()

    def loading(self) -> Iterator[None]:
        """Only keys are read."""
        self.load()
        yield

    # --- the digest ----------------------------------------------------------------------------------------------------

    def work_out(self) -> Digest:
        """Text and filters of every row; called in a worker, touches nothing that is shown."""
        made = Digest(members={f.name: set() for f in self.kind.filters})
        keys = list(self.window.keys_in_order)
        for start in range(0, len(keys), CHUNK):
            if self.is_stopped:
                break
            self._add(made, self._read(keys[start : start + CHUNK]))
        return made

    def _add(self, digest: Digest, rows: Iterable[Values]) -> None:
        for row in rows:
            key = row["id"]
            digest.texts[key] = self.folding.of(row)
            for f in self.kind.filters:
                (digest.members[f.name].add if f.test(row, self.context) else digest.members[f.name].discard)(key)

    def take(self, digest: Digest) -> None:
        """The digest is there: filters count from now on. Rows that changed meanwhile are read again."""
        self.digest = digest
        self.needs_digest = False
        self._texts.clear()
        stale, self._unread = [key for key in self._unread if key in self.window], []
        self._add(digest, self._read(stale))
        self.version += 1

    def _take_in(self, change: ChangeSet) -> set[str]:
        own = [ref.id for ref in change.changed if ref.kind == self.kind.name]
        for key in own:
            self.window.forget(key)
        self._columns.clear()
        touched = super()._take_in(change)
        if self.digest is not None:
            self._add(self.digest, self._read([key for key in own if key in self.window]))
            self._unread.clear()
        else:
            self._texts.clear()
        return touched

    def _replace(self, key: str, row: Values | None) -> None:
        if row is None:
            self.window.keys_in_order.pop(key, None)
        else:
            self.window.keys_in_order[key] = None

    def _named_rows(self, keys: set[str]) -> set[str]:
        """Of a renamed record only the rows in the window are painted again; finding them all would read them all."""
        return {
            key for key in self.window if self.window.holds(key) and keys.intersection(self.names.of(self.window[key]))
        }

    def _forget_all(self) -> None:
        super()._forget_all()
        self._unread = []

    # --- what filters and orders ask -----------------------------------------------------------------------------------

    def passes(self, filter_: Filter) -> Callable[[str], bool]:
        if self.digest is None:
            return lambda key: True
        return self.digest.members[filter_.name].__contains__

    def column(self, name: str) -> Callable[[str], Any]:
        if name not in self._columns:
            self._columns[name] = self._column(name)
        return self._columns[name].get

    def _column(self, name: str) -> dict[str, Any]:
        from vaartdesk.store.rows import read_rows, table_of  # the store comes after the first frame

        table = table_of(self.kind)
        with self.desk.read() as reader:
            if name in table.c:
                rows: Sequence[Any] = reader.all(select(table.c.id, table.c[name]).where(table.c.alive))
                found = {key: value for key, value in rows}  # noqa: C416  rows of two, dict() would want pairs
            else:
                found = {row["id"]: row[name] for row in read_rows(reader.connection, self.kind, [name])}
        if name in self.names.fields:
            keys = {key for value in found.values() for key in ((value,) if isinstance(value, str) else value or ())}
            self.names.learn_keys(keys)
        return found

    def texts(self) -> Mapping[str, str]:
        """Until the digest is there, the words that search knows: nearly the same, and read at once."""
        if self.digest is not None:
            return self.digest.texts
        if not self._texts:
            statement = text("select id, folded from record where kind = :kind and not deleted")
            with self.desk.read() as reader:
                self._texts = {  # noqa: C416
                    key: folded for key, folded in reader.connection.execute(statement, {"kind": self.kind.name})
                }
        return self._texts

    def prepare(self, most: int) -> bool:
        """The digest is a worker's job."""
        return True

    def can_group(self, count: int) -> bool:
        return count <= LARGE

    def meet(self, keys: Sequence[str]) -> None:
        """Their groups are worked out chunk by chunk; the rows are let go again."""
        for grouping in self.kind.groupings:
            missing = [key for key in keys if (grouping.name, key) not in self._groups]
            for start in range(0, len(missing), CHUNK):
                for row in self._read(missing[start : start + CHUNK]):
                    self._groups[grouping.name, row["id"]] = grouping.key(row, self.context)

    def bring(self, keys: Sequence[str]) -> None:
        """These are about to be painted."""
        missing = [key for key in keys if not self.window.holds(key)]
        if missing:
            self.window.fetch(missing)


_SHARED: WeakKeyDictionary[Desk, WeakValueDictionary[str, Rows]] = WeakKeyDictionary()


def shared_rows(desk: Desk, kind: Kind) -> Rows:
    """The rows of a kind for every view that shows or counts all of them: read once, kept while somebody holds them."""
    known = _SHARED.setdefault(desk, WeakValueDictionary())
    found = known.get(kind.name)
    if found is None or found.kind is not kind:
        found = known[kind.name] = rows_of(desk, kind)
        _let_foresee(desk, found)
    return found


def _let_foresee(desk: Desk, rows: Rows) -> None:
    """For as long as somebody holds them."""
    foresee = WeakMethod(rows.foresee)

    def tell(change: ChangeSet) -> None:
        held = foresee()
        if held is not None:
            held(change)

    finalize(rows, desk.bus.subscribe(tell, early=True))


def rows_of(desk: Desk, kind: Kind) -> Rows:
    """The rows of a kind, held in the way that suits their number."""
    from vaartdesk.store.rows import table_of  # as above

    table = table_of(kind)
    with desk.read() as reader:
        count = int(reader.value(select(func.count()).select_from(table).where(table.c.alive)) or 0)
    return LargeRows(desk, kind) if count > LARGE else Rows(desk, kind)


class Digesting(Beside):
    """Works out the digest beside the window: `done(Digest)`."""

    done = Signal(object)

    def __init__(self, rows: LargeRows, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._rows = rows
        QCoreApplication.instance().aboutToQuit.connect(self.end)  # type: ignore[union-attr]
        self._pool.start(_Work(self, rows))

    def stop(self) -> None:
        """No more after the chunk at hand."""
        self._rows.is_stopped = True

    def end(self) -> None:
        """Stop, and wait for the chunk at hand."""
        self.stop()
        self._pool.waitForDone()


class _Work(QRunnable):
    def __init__(self, owner: Digesting, rows: LargeRows) -> None:
        super().__init__()
        self._owner, self._rows = owner, rows

    def run(self) -> None:
        digest = self._rows.work_out()
        if not self._rows.is_stopped:
            self._owner.done.emit(digest)
