"""Reading of an open workspace: records, their history and chain, search. Nothing here writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select, text

from vaartdesk.core.clock import Clock, today
from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store import history, search
from vaartdesk.store.files import FileStore
from vaartdesk.store.log import heads
from vaartdesk.store.model import CHAIN
from vaartdesk.store.numbers import Numbers
from vaartdesk.store.rows import read_one, read_rows, read_values, table_of


@dataclass(frozen=True)
class ChainLink:
    """A record before ('van') or after ('naar') this one in its chain."""

    ref: Ref
    number: str
    title: str
    direction: str


class Reading:
    """What can be asked of a workspace."""

    def __init__(
        self, kinds: Mapping[str, Kind], readers: Engine, clock: Clock, files: FileStore, numbers: Numbers
    ) -> None:
        self.kinds, self.clock, self.files = kinds, clock, files
        self._readers, self._numbers = readers, numbers
        self.find_own: Callable[[Reader], frozenset[str]] = lambda reader: frozenset()
        """What ``Reader.own`` answers."""

    @property
    def today(self) -> date:
        """The date in Europe/Amsterdam."""
        return today(self.clock)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A connection of its own that sees what is committed; writing through it fails."""
        with self._readers.connect() as connection:
            yield Reader(connection, self.today, self.clock.now(), self.find_own)

    def get(self, ref: Ref) -> Values | None:
        """The whole record, deleted ones too; None when there is none."""
        with self.read() as reader:
            return read_one(reader.db, self.kinds[ref.kind], ref.id)

    def rows(self, kind: str, ids: Iterable[str] | None = None, *, alive: bool = True) -> list[dict[str, Any]]:
        """Id, alive and the list fields of a kind's records."""
        declared = self.kinds[kind]
        with self.read() as reader:
            return read_rows(reader.connection, declared, declared.list_fields, ids, alive=alive)

    def keys(self, kind: str) -> list[str]:
        """The keys of a kind's living records, in the order of making."""
        table = table_of(self.kinds[kind])
        with self.read() as reader:
            return [key for (key,) in reader.all(select(table.c.id).where(table.c.alive).order_by(table.c.id))]

    def title(self, ref: Ref) -> str:
        """What the record is called; '' for one that is unknown."""
        with self.read() as reader:
            return reader.titles([ref.id]).get(ref.id, "")

    def ref(self, key: str) -> Ref | None:
        """What record a key belongs to."""
        with self.read() as reader:
            return reader.refs([key]).get(key)

    def find_number(self, number: str) -> Ref | None:
        """The living record with this human number, or that once bore it."""
        hits = self.search(number, limit=1)
        return hits[0].ref if hits and hits[0].number.casefold() == number.strip().casefold() else None

    def coming_number(self, kind: str, values: Mapping[str, Any] | None = None) -> str:
        """The number a new record would get now."""
        with self.read() as reader:
            return self._numbers.coming(self.kinds[kind], values or {}, reader)

    def search(self, words: str, kinds: Sequence[str] = (), limit: int = 20) -> list[search.Hit]:
        """Living records of any kind by number, word or part of a word; case and accents do not matter."""
        with self.read() as reader:
            return search.find(reader.db, words, kinds, limit)

    def log_lines(self, ref: Ref) -> list[history.LogLine]:
        """The record's log, as its page and its paper tell it: notes and what happened to it, newest first."""
        notes = [(note["at"], str(note["text"]), note["author"]) for note in self.notes(ref)]
        with self.read() as reader:
            names = reader.titles(author for _at, _text, author in notes if author)
        found = [(at, text, names.get(by or "", "")) for at, text, by in notes if at]
        found += [(line.at, line.told, line.who) for line in self.history(ref) if line.is_event]
        return sorted(found, key=lambda line: line[0], reverse=True)

    def history(self, ref: Ref) -> list[history.HistoryLine]:
        """Who changed what and when, newest first."""
        with self.read() as reader:
            return history.lines(reader.db, self.kinds, reader, ref)

    def notes(self, ref: Ref) -> list[dict[str, Any]]:
        """The lines of the record's log, newest first."""
        return sorted(self._hung("note", ref), key=lambda v: (v["at"] is not None, v["at"], v["id"]), reverse=True)

    def attachments(self, ref: Ref) -> list[dict[str, Any]]:
        """The record's files in order."""
        return sorted(self._hung("attachment", ref), key=lambda v: (v["pos"], v["id"]))

    def file(self, sha256: str) -> Path:
        """Where an attachment's content lies; it may be missing, see ``files.state``."""
        return self.files.path(sha256)

    def chain(self, ref: Ref) -> list[ChainLink]:
        """The records this one came from and led to, nearest last and first; each once."""
        with self.read() as reader:
            before = _walk(reader, ref.id, "to_id", "from_id")
            after = _walk(reader, ref.id, "from_id", "to_id")
            refs, titles = reader.refs([*before, *after]), reader.titles([*before, *after])
            numbers = reader.numbers([*before, *after])
        found = [(i, "van") for i in reversed(before)] + [(i, "naar") for i in after]
        return [ChainLink(refs[i], numbers[i], titles[i], d) for i, d in found if i in refs]

    def backlinks(self, ref: Ref, role: str) -> list[Ref]:
        """Records that have this one as ``role``."""
        link = table_of(self.kinds["link"])
        with self.read() as reader:
            statement = select(link.c.from_id).where(link.c.to_id == ref.id, link.c.role == role, link.c.alive)
            ids = [row[0] for row in reader.all(statement)]
            found = reader.refs(ids)
        return [found[i] for i in ids if i in found]

    def conflicts(self, ref: Ref) -> dict[str, list[Any]]:
        """Fields with more than one value: their heads (store.log), the shown one first."""
        with self.read() as reader:
            db = reader.db
            fields = db.execute("select field from conflict where tbl = ? and row = ?", ref).fetchall()
            return {f: heads.of_cell(db, (ref.kind, ref.id, f)) for (f,) in fields}

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting of the team."""
        with self.read() as reader:
            return reader.settings.get(key, default)

    def _hung(self, kind: str, ref: Ref) -> list[dict[str, Any]]:
        declared = self.kinds[kind]
        table = table_of(declared)
        with self.read() as reader:
            ids = [r[0] for r in reader.all(select(table.c.id).where(table.c.record_id == ref.id, table.c.alive))]
            return list(read_values(reader.connection, declared, ids).values())


def _walk(reader: Reader, start: str, here: str, there: str) -> list[str]:
    """Keys along the chain in one direction, breadth first; a ring ends where it began."""
    seen, todo = {start: None}, [start]
    while todo:
        rows = reader.connection.execute(
            text(f"select {there} from link where alive and role = :role and {here} = :key order by pos, id"),  # noqa: S608
            {"role": CHAIN, "key": todo.pop(0)},
        ).scalars()
        for key in rows:
            if key and key not in seen:
                seen[key] = None
                todo.append(key)
    return list(seen)[1:]
