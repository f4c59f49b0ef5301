"""History in words: the log of one record and of what hangs on it, as sentences for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.references import RefType
from vaartdesk.store.derived import OWNERS
from vaartdesk.store.log.history import HistoryRow, history

ERASED = _("(gewist)")
LOST = _("(onbekend)")
HIDDEN = {"alive", "pos"}


@dataclass(frozen=True)
class HistoryLine:
    """Who changed what and when. ``field`` is the field's name, '' for a sentence about the whole record (``sentence``)."""

    at: datetime
    who: str
    label: str
    field: str
    old: str
    new: str
    kind: str
    sentence: str = ""
    txn: tuple[str, int] = ("", 0)

    @property
    def is_event(self) -> bool:
        """Whether the record's log tells it: a move of its state, or that it was made, deleted or restored."""
        return self.field == "status" or (bool(self.sentence) and bool(self.label))

    @property
    def told(self) -> str:
        """As a sentence."""
        if self.sentence:
            return f"{self.sentence}: {self.label}"
        return f"{self.label}: {self.old} → {self.new}" if self.old else f"{self.label}: {self.new}"


LogLine = tuple[datetime, str, str]
"""When, what, who."""


def lines(db: sqlite3.Connection, kinds: Mapping[str, Kind], reader: Reader, ref: Ref) -> list[HistoryLine]:
    """The record's own changes, and notes, files and links that came or went; newest first."""
    kind = kinds[ref.kind]
    own = history(db, ref.kind, ref.id)
    hung = _hung(db, kinds, ref)
    names = reader.titles(_keys(kind, own, hung))
    found = [_line(kind, row, names, reader.today) for row in own]
    found += [_hung_line(source, row, title, names) for source, row, title in hung]
    return sorted((f for f in found if f is not None), key=lambda f: f.at, reverse=True)


def _keys(kind: Kind, own: Iterable[HistoryRow], hung: Iterable[tuple[str, HistoryRow, str]]) -> set[str]:
    keys = {row.author for row in own} | {row.author for _s, row, _t in hung}
    for row in own:
        field = kind.fields.get(row.field)
        if field is not None and isinstance(field.type, RefType):
            keys |= {str(v) for v in (*row.old, row.new) if v}
    return keys


def _line(kind: Kind, row: HistoryRow, names: Mapping[str, str], today: date) -> HistoryLine | None:
    if row.field == "alive":
        return _whole(kind, row, names)
    field = kind.fields.get(row.field)
    if field is None or row.field in HIDDEN:
        return None
    old = " / ".join(_shown(field.type, v, names, today) for v in row.old)
    new = str(ERASED) if row.is_erased else _shown(field.type, row.new, names, today)
    if not old and not new:
        return None
    who = names.get(row.author, "")
    label = str(field.label)
    return HistoryLine(row.at, who, label, row.field, old, new, row.kind, txn=row.key[:2])


def _whole(kind: Kind, row: HistoryRow, names: Mapping[str, str]) -> HistoryLine:
    if row.new and not any(row.old):
        verb = _("Teruggezet") if row.old else _("Gemaakt")
    else:
        verb = _("Verwijderd") if not row.new else _("Behouden")
    who = names.get(row.author, "")
    return HistoryLine(row.at, who, str(kind.label), "", "", "", row.kind, str(verb), txn=row.key[:2])


def _shown(kind_of_value: Any, plain: Any, names: Mapping[str, str], today: date) -> str:
    if plain is None or plain == "":
        return ""
    if isinstance(kind_of_value, RefType):
        return names.get(str(plain), str(LOST))
    return str(kind_of_value.list_text(kind_of_value.value(plain), today))


def _hung(db: sqlite3.Connection, kinds: Mapping[str, Kind], ref: Ref) -> list[tuple[str, HistoryRow, str]]:
    """Changes of ``alive`` of the notes, files and links of a record: they came, they went."""
    found: list[tuple[str, HistoryRow, str]] = []
    for source, (field, _name) in OWNERS.items():
        if source not in kinds:
            continue
        column = "text" if source == "note" else "title"
        sql = f"select id, {column} from {source} where {field} = ?"  # noqa: S608
        for key, title in db.execute(sql, (ref.id,)):
            found += [(source, row, title) for row in history(db, source, key) if row.field == "alive"]
    links = db.execute(
        "select l.id, r.title from link l join record r on r.id = l.to_id where l.from_id = :key "
        "union all select l.id, r.title from link l join record r on r.id = l.from_id where l.to_id = :key",
        {"key": ref.id},
    ).fetchall()
    for key, title in links:
        found += [("link", row, title) for row in history(db, "link", key) if row.field == "alive"]
    return found


_CAME = {"attachment": _("Bijlage toegevoegd: {name}"), "note": _("Notitie: {name}"), "link": _("Gekoppeld: {name}")}
_WENT = {
    "attachment": _("Bijlage verwijderd: {name}"),
    "note": _("Notitie verwijderd: {name}"),
    "link": _("Ontkoppeld: {name}"),
}


def _hung_line(source: str, row: HistoryRow, title: str, names: Mapping[str, str]) -> HistoryLine:
    sentence = (_CAME if row.new else _WENT)[source].format(name=title)
    return HistoryLine(row.at, names.get(row.author, ""), "", "", "", "", row.kind, str(sentence), txn=row.key[:2])
