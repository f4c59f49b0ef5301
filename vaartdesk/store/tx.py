"""One open change: what code may do between ``with desk.change(...)`` and its end.

Everything is gathered as cells (table, row, field, value) and written by the door at the end, data and log together.
``get`` and ``where`` already see what was gathered; SQL through ``reader`` sees the state before this change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from vaartdesk.core.ids import link_id, new_id, rule_id
from vaartdesk.core.order import between, spread
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.base import Invalid, Plain
from vaartdesk.store.files import FileStore
from vaartdesk.store.numbers import Numbers
from vaartdesk.store.rows import read_one, read_values, table_of


class Tx:
    """See the module. Made by the door only."""

    def __init__(
        self, kinds: Mapping[str, Kind], reader: Reader, files: FileStore, numbers: Numbers, author: str
    ) -> None:
        self.kinds, self.reader, self.files, self.author = kinds, reader, files, author
        self.cells: dict[tuple[str, str, str], Plain] = {}
        self.resolved: set[tuple[str, str, str]] = set()
        self.erased: list[tuple[str, str, str]] = []
        self.new: set[Ref] = set()
        self.touched: dict[Ref, set[str]] = {}
        self.before: dict[Ref, Values] = {}
        """The records as they were when this change first wrote to them."""
        self.kept: dict[Ref, frozenset[str]] = {}
        """Fields that stay as this change wrote them, whatever the kind's ``settle`` would make of them."""
        self.trusted: set[Ref] = set()
        """New records that were judged elsewhere, together with others that come along: the kind's checks let them pass."""
        self.warnings: list[Problem] = []
        """What a reaction has against this change; it holds the change back unless it is kept all the same."""
        self.consents: set[tuple[Ref, str]] = set()
        """(record, question) that somebody answered with yes beforehand: a reaction that would ask it is still."""
        self.writes = 0
        """How often a value was written: whether a reaction did something."""
        self._numbers = numbers
        self.met: dict[Ref, dict[str, Any] | None] = {}
        """Records as this change read or wrote them; None where there is no such record."""

    @property
    def today(self) -> date:
        return self.reader.today

    @property
    def now(self) -> datetime:
        return self.reader.now

    # ---------------------------------------------------------------- reading
    def get(self, ref: Ref) -> Values:
        """The record as this change sees it, deleted ones too. Raises KeyError when there is none."""
        values = self.find(ref)
        if values is None:
            raise KeyError(ref)
        return values

    def find(self, ref: Ref) -> Values | None:
        """As ``get``; None when there is no such record."""
        if ref not in self.met:
            self.met[ref] = read_one(self.reader.db, self.kinds[ref.kind], ref.id)
        return self.met[ref]

    def where(self, kind: str, field: str, value: Any) -> list[Values]:
        """Living records whose column ``field`` equals ``value``, in the order of ``pos`` (or of making)."""
        table = table_of(self.kinds[kind])
        ids = [r[0] for r in self.reader.all(select(table.c.id).where(table.c[field] == value))]
        refs = dict.fromkeys([Ref(kind, i) for i in ids] + [r for r in self.touched if r.kind == kind])
        found = [v for r in refs if (v := self.find(r)) is not None and v["alive"] and v[field] == value]
        return sorted(found, key=lambda v: (v.get("pos") or "", v["id"]))

    # ---------------------------------------------------------------- records
    def add(self, kind: str, values: Mapping[str, Any], *, id: str | None = None) -> Ref:  # noqa: A002
        """A new record. With ``id`` (a rule's key) an existing row is left as it is, so that rules can run again."""
        declared = self.kinds[kind]
        ref = Ref(kind, id or new_id(int(self.now.timestamp() * 1000)))
        if id is not None and self.find(ref) is not None:
            return ref
        row: dict[str, Any] = {**declared.empty_row, "id": ref.id, "alive": True}
        self.met[ref] = row
        self.new.add(ref)
        self._write(ref, "alive", True, 1)
        self.update(ref, {**declared.defaults, **values})
        if declared.number is not None and row.get("number"):
            self._numbers.saw(declared, row["number"], self.reader)
        elif declared.number is not None:
            self.set(ref, "number", self._numbers.next(declared, row, self.reader))
        return ref

    def add_many(self, kind: str, rows: Iterable[Mapping[str, Any]]) -> list[Ref]:
        """As ``add``, for each row."""
        return [self.add(kind, row) for row in rows]

    def update(self, ref: Ref, values: Mapping[str, Any]) -> None:
        """Set several fields; all wrong ones are told at once."""
        problems: list[Problem] = []
        for name, value in values.items():
            try:
                self.set(ref, name, value)
            except Refused as refused:
                problems += refused.problems
        if problems:
            raise Refused(problems)

    def set(self, ref: Ref, name: str, value: Any) -> None:
        """Set one field to a Python value. Raises Refused for a value of the wrong shape, KeyError for no such field."""
        field = self.kinds[ref.kind].fields[name]
        try:
            value = field.type.check(value)
        except Invalid as error:
            raise Refused([Problem(name, str(error))]) from error
        row = self._row(ref)
        if row.get(name) == value and (ref.kind, ref.id, name) not in self.resolved:
            return
        if field.is_links:
            self._set_links(ref, field, tuple(value))
        else:
            self._write(ref, name, value, field.type.plain(value))

    def keep(self, ref: Ref, names: Iterable[str]) -> None:
        """These fields are as somebody says they are: what follows by itself leaves them alone (a file that is read in)."""
        self.kept[ref] = self.kept.get(ref, frozenset()) | frozenset(names)

    def delete(self, ref: Ref) -> None:
        """Into the bin: a mark. Links to it stay, so that it comes back whole."""
        if self._row(ref)["alive"]:
            self._write(ref, "alive", False, 0)

    def restore(self, ref: Ref) -> None:
        """Out of the bin."""
        if not self._row(ref)["alive"]:
            self._write(ref, "alive", True, 1)

    def resolve(self, ref: Ref, name: str, value: Any) -> None:
        """Choose between the values of two laptops: replaces all of them."""
        self.resolved.add((ref.kind, ref.id, name))
        if name == "alive":
            self._write(ref, "alive", bool(value), int(bool(value)))
        else:
            self.set(ref, name, value)

    def erase(self, ref: Ref, names: Iterable[str]) -> None:
        """Empty fields here, in history and on every laptop. Ctrl+Z does not bring them back (AVG art. 17)."""
        row = self._row(ref)
        for name in names:
            field = self.kinds[ref.kind].fields[name]
            row[name] = field.type.empty
            self.writes += 1
            self.erased.append((ref.kind, ref.id, name))
            self.touched.setdefault(ref, set()).add(name)

    # ---------------------------------------------------------------- links and order
    def link(self, start: Ref, role: str, end: Ref, pos: str = "") -> None:
        """``start`` gets ``end`` as ``role``; doing it twice is doing it once."""
        link = Ref("link", link_id(start.id, role, end.id))
        known = self.find(link)
        if known is None:
            self.add("link", {"from_id": start.id, "role": role, "to_id": end.id, "pos": pos}, id=link.id)
        else:
            self.restore(link)
            if pos:
                self.set(link, "pos", pos)

    def unlink(self, start: Ref, role: str, end: Ref) -> None:
        """Take the link away; nothing happens where there is none."""
        link = Ref("link", link_id(start.id, role, end.id))
        if self.find(link) is not None:
            self.delete(link)

    def place(self, ref: Ref, siblings: Iterable[Ref], *, before: Ref | None = None) -> None:
        """Order ``ref`` among ``siblings``: in front of ``before``, or last. Writes this one record only."""
        others = sorted((self.get(s).get("pos") or "", s.id) for s in siblings if s != ref)
        keys = [k for k, _id in others]
        at = next((i for i, (_k, i_) in enumerate(others) if before is not None and i_ == before.id), len(keys))
        low = keys[at - 1] if at else None
        high = next((k for k in keys[at:] if low is None or k > low), None)
        self.set(ref, "pos", between(low, high))

    # ---------------------------------------------------------------- what hangs on a record
    def attach(
        self,
        ref: Ref,
        data: bytes,
        name: str,
        *,
        mime: str = "",
        is_photo: bool = False,
        taken_at: datetime | None = None,
    ) -> Ref:
        """A file on a record. Its bytes are on disk before this change commits."""
        values = {
            "record_id": ref.id, "title": name, "sha256": self.files.put(data), "mime": mime, "size": len(data),
            "is_photo": is_photo, "taken_at": taken_at,
        }  # fmt: skip
        made = self.add("attachment", values)
        siblings = [Ref("attachment", v["id"]) for v in self.where("attachment", "record_id", ref.id)]
        self.place(made, siblings)
        return made

    def note(self, ref: Ref, text: str) -> Ref:
        """A line in the record's log, signed and dated."""
        return self.add("note", {"record_id": ref.id, "text": text, "at": self.now, "author": self.author or None})

    def put_setting(self, key: str, value: Any) -> None:
        """A setting of the team, as JSON."""
        ref = self.add("setting", {"key": key}, id=rule_id("setting", key))
        self.set(ref, "value", json.dumps(value, ensure_ascii=False, sort_keys=True))

    # ---------------------------------------------------------------- inside
    def _row(self, ref: Ref) -> dict[str, Any]:
        row = self.met.get(ref)
        if row is None:
            self.get(ref)
            row = self.met[ref]
            assert row is not None
        return row

    def _write(self, ref: Ref, name: str, value: Any, plain: Plain) -> None:
        row = self._row(ref)
        if ref not in self.touched:
            self.before[ref] = dict(row)
        row[name] = value
        self.writes += 1
        self.cells[ref.kind, ref.id, name] = plain
        self.touched.setdefault(ref, set()).add(name)

    def _set_links(self, ref: Ref, field: Field, wanted: tuple[str, ...]) -> None:
        role = getattr(field.type, "role", "")
        before = tuple(self._row(ref).get(field.name) or ())
        for gone in before:
            if gone not in wanted:
                self.unlink(ref, role, Ref("", gone))
        keys = spread(len(wanted)) if wanted[: len(before)] != before else [""] * len(wanted)
        for key, end in zip(keys, wanted, strict=True):
            if key or end not in before:
                self.link(ref, role, Ref("", end), key or between(_last_pos(self, ref, role), None))
        self._row(ref)[field.name] = wanted
        self.writes += 1
        self.touched.setdefault(ref, set()).add(field.name)


def meet(tx: Tx, refs: Iterable[Ref]) -> None:
    """Read these records at once, so that asking for each costs nothing: of thousands that are new, thousands are not there."""
    wanted: dict[str, list[str]] = {}
    for ref in refs:
        if ref not in tx.met:
            wanted.setdefault(ref.kind, []).append(ref.id)
    for kind, ids in wanted.items():
        found = read_values(tx.reader.connection, tx.kinds[kind], ids)
        tx.met.update({Ref(kind, key): found.get(key) for key in ids})


def _last_pos(tx: Tx, ref: Ref, role: str) -> str | None:
    return max((v["pos"] for v in tx.where("link", "from_id", ref.id) if v["role"] == role), default=None) or None
