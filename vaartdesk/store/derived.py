"""What follows from the data: derived columns, rows beside a record, and which other records a change concerns."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.rows import links_of, only, read_values, table_of

OWNERS = {"attachment": ("record_id", "attachments"), "note": ("record_id", "notes")}
"""Records that are shown as a part of another: (field that names it, what it is called there)."""
CHUNK = 5_000
Known = Callable[[Ref], Values | None]


class Derived:
    """Knows which kinds derive, and from what."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = kinds
        self._stale: dict[str, list[tuple[str, str]]] = {}
        for kind in kinds.values():
            for entry in kind.rederive_on:
                source, _dot, field = entry.partition(".")
                self._stale.setdefault(source, []).append((kind.name, field))

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

    def work(self, connection: Connection, touched: Mapping[Ref, set[str]]) -> dict[str, list[str]]:
        """Kind -> keys whose derived fields or search text may be out of date."""
        todo: dict[str, dict[str, None]] = {}
        for ref, fields in touched.items():
            kind = self.kinds.get(ref.kind)
            if kind is not None and self._concerns(kind, fields):
                todo.setdefault(ref.kind, {})[ref.id] = None
        for source in {ref.kind for ref in touched} & self._stale.keys():
            changed = [ref.id for ref in touched if ref.kind == source]
            for name, field in self._stale[source]:
                table = table_of(self.kinds[name])
                statement = select(table.c.id).where(table.c.alive)
                if field:
                    statement = only(statement, table.c[field], changed)
                keys = connection.execute(statement).scalars()
                todo.setdefault(name, {}).update(dict.fromkeys(keys))
        return {name: list(ids) for name, ids in todo.items()}

    def settled(self, touched: Mapping[Ref, set[str]], kind: Kind) -> set[str]:
        """Records of a kind of which only fields changed that nothing is derived from."""
        sources = {entry.partition(".")[0] for entry in kind.rederive_on}
        if not kind.derive_on or sources & {ref.kind for ref in touched}:
            return set()
        mine = {*kind.derive_on, "alive"}
        return {ref.id for ref, fields in touched.items() if ref.kind == kind.name and not fields & mine}

    def _concerns(self, kind: Kind, fields: set[str]) -> bool:
        if kind.materialise is not None or callable(kind.title) or (kind.derive is not None and not kind.derive_on):
            return True
        mine = {n for n, f in kind.fields.items() if f.search} | {"alive", "number", kind.title, *kind.derive_on}
        return bool(fields & mine)

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

        ``known``: columns of records as the change wrote them, so that they need not be read again. ``settled``: keys of
        records whose derived fields cannot have changed; they are only looked at for search.
        """
        rows: list[dict[str, Any]] = []
        if len(ids) == 1 and (row := known(Ref(kind.name, ids[0]))) is not None:
            rows.append(dict(row) | links_of(connection, kind, ids[0]) if kind.link_fields else dict(row))
        else:
            for start in range(0, len(ids), CHUNK):
                rows += read_values(connection, kind, ids[start : start + CHUNK]).values()
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
            for row in rows:
                kind.materialise(row, connection)
        return rows, changed


def _reader(connection: Connection) -> Reader:
    from datetime import UTC, date, datetime  # only for the shape of a Reader: keys need no time

    return Reader(connection, date.min, datetime.min.replace(tzinfo=UTC))
