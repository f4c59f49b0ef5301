"""What follows from the data: derived columns, rows beside a record, and which other records a change concerns."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam

from vaartdesk.core.ids import rule_id
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.connect import raw
from vaartdesk.store.rows import read_values, table_of

OWNERS = {"attachment": ("record_id", "attachments"), "note": ("record_id", "notes")}
"""Records that are shown as a part of another: (field that names it, what it is called there)."""
CHUNK = 5_000
Known = Callable[[Ref], Values | None]


class _Waking(NamedTuple):
    """What makes records of a kind stale: those whose ``field`` names a changed record ('': all of them). ``only``: the one
    record that does it ('': any of its kind).
    """

    kind: str
    field: str
    only: str


class Derived:
    """Knows which kinds derive, and from what."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = kinds
        self._own = {kind.name: _own_sources(kind) for kind in kinds.values()}
        self._wakers: dict[str, list[_Waking]] = {}
        for kind in kinds.values():
            for entry in kind.rederive_on:
                named, _colon, key = entry.partition(":")
                source, _dot, field = named.partition(".")
                only = rule_id(source, key) if key else ""
                self._wakers.setdefault(source, []).append(_Waking(kind.name, field, only))

    def spread(self, connection: Connection, touched: Mapping[Ref, set[str]]) -> dict[Ref, set[str]]:
        """What changed, and with it the records on whose page it shows (a note's record, both ends of a link)."""
        changed = {ref: set(fields) for ref, fields in touched.items() if ref.kind in self.kinds}
        for source, (field, name) in OWNERS.items():
            ids = [ref.id for ref in touched if ref.kind == source]
            for ref in self._named(connection, source, ids, field):
                changed.setdefault(ref, set()).add(name)
        ids = [ref.id for ref in touched if ref.kind == "link"]
        for field in ("from_id", "to_id"):
            for ref in self._named(connection, "link", ids, field):
                changed.setdefault(ref, set()).add("links")
        return changed

    def _named(self, connection: Connection, source: str, ids: Sequence[str], field: str) -> Iterable[Ref]:
        if not ids or source not in self.kinds:
            return []
        rows = read_values(connection, self.kinds[source], ids).values()
        owners = {row[field] for row in rows if row[field]}
        return [ref for ref in Reader.refs(_reader(connection), owners).values() if ref.kind in self.kinds]

    def work(
        self, connection: Connection, touched: Mapping[Ref, set[str]]
    ) -> Iterator[tuple[Kind, list[str], set[str]]]:
        """(kind, keys whose derived fields or search text may be out of date, those of them of which only fields changed that
        nothing is derived from).
        """
        todo: dict[str, dict[str, None]] = {}
        woken = list(self._woken(touched))
        for ref, fields in touched.items():
            own = self._own.get(ref.kind, frozenset())
            if own is None or not own.isdisjoint(fields):
                todo.setdefault(ref.kind, {})[ref.id] = None
        for waking, changed in woken:
            keys = _stale(connection, waking, changed)
            if keys:
                todo.setdefault(waking.kind, {}).update(dict.fromkeys(keys))
        stale = {waking.kind for waking, _changed in woken}
        for name, ids in todo.items():
            yield self.kinds[name], list(ids), set() if name in stale else _settled(self.kinds[name], touched)

    def _woken(self, touched: Mapping[Ref, set[str]]) -> Iterator[tuple[_Waking, list[str]]]:
        """What makes others stale, each with the changed records that do it."""
        for source in {ref.kind for ref in touched} & self._wakers.keys():
            changed = [ref.id for ref in touched if ref.kind == source]
            for waking in self._wakers[source]:
                if not waking.only or waking.only in changed:
                    yield waking, changed

    def recompute(
        self,
        connection: Connection,
        kind: Kind,
        ids: Sequence[str],
        reader: Reader,
        known: Known,
        settled: Container[str] = (),
    ) -> tuple[list[dict[str, Any]], dict[str, set[str]]]:
        """Derive these records anew. Returns them, and per key the derived fields that changed.

        ``known``: records as the change wrote them, rows of references included, so that they need not be read again. ``settled``: keys of
        records whose derived fields cannot have changed; they are only looked at for search.
        """
        rows = [dict(row) for key in ids if (row := known(Ref(kind.name, key))) is not None]
        unseen = [key for key in ids if known(Ref(kind.name, key)) is None] if len(rows) < len(ids) else []
        for start in range(0, len(unseen), CHUNK):
            rows += read_values(connection, kind, unseen[start : start + CHUNK]).values()
        changed: dict[str, set[str]] = {}
        updates: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row in rows if kind.derive is not None else ():
            if row["id"] in settled:
                continue
            fresh = {n: v for n, v in kind.derive(row, reader).items() if row[n] != v}  # type: ignore[misc]
            if fresh:
                row.update(fresh)
                changed[row["id"]] = set(fresh)
                names = tuple(sorted(fresh))
                updates.setdefault(names, []).append({"key": row["id"], **{f"new_{n}": fresh[n] for n in names}})
        for names, values in updates.items():
            table = table_of(kind)
            statement = table.update().where(table.c.id == bindparam("key"))
            connection.execute(statement.values({n: bindparam(f"new_{n}") for n in names}), values)
        if kind.materialise is not None:
            kind.materialise(rows, connection)
        return rows, changed


def _stale(connection: Connection, waking: _Waking, changed: list[str]) -> list[str]:
    """The keys of what a change makes stale, by a prepared text: every saved field of some kinds asks this."""
    db, sql = raw(connection), f'select id from "{waking.kind}" where alive'  # noqa: S608 - names of our own tables
    if not waking.field:
        return [key for (key,) in db.execute(sql)]
    if len(changed) == 1:
        return [key for (key,) in db.execute(f'{sql} and "{waking.field}" = ?', changed)]
    named = f'{sql} and "{waking.field}" in (select value from json_each(?))'  # noqa: S608 - as above
    return [key for (key,) in db.execute(named, (json.dumps(changed),))]


def _settled(kind: Kind, touched: Mapping[Ref, set[str]]) -> set[str]:
    """Records of a kind of which only fields changed that nothing is derived from."""
    if not kind.derive_on:
        return set()
    mine = {*kind.derive_on, "alive"}
    return {ref.id for ref, fields in touched.items() if ref.kind == kind.name and mine.isdisjoint(fields)}


def _own_sources(kind: Kind) -> frozenset[str] | None:
    """The fields of a record that its derived fields, its title and its search text follow from; None: any."""
    if kind.materialise is not None or callable(kind.title) or (kind.derive is not None and not kind.derive_on):
        return None
    return frozenset({"alive", "number", kind.title, *(f.name for f in kind.searched), *kind.derive_on})


def _reader(connection: Connection) -> Reader:
    from datetime import UTC, date, datetime  # only for the shape of a Reader: keys need no time

    return Reader(connection, date.min, datetime.min.replace(tzinfo=UTC))
