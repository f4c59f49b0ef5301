"""The table ``record`` and full-text search over it: the label of anything, found by number, word or part of a word.

Two FTS5 tables read ``record.folded`` (external content, rowid = docid): one by words with prefixes, one by trigrams,
because "vergunning" must be found in "evenementenvergunning". The text is folded before it is stored.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vaartdesk.core.text import clean, fold
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref

_RECORD = """create table record(docid integer primary key, id text not null unique, kind text not null,
 number text not null default '', title text not null default '', folded text not null default '',
 deleted integer not null default 0)"""
_WORD = """create virtual table record_word using fts5(folded, content='record', content_rowid='docid',
 tokenize='unicode61 remove_diacritics 0', prefix='2 3')"""
_PART = (
    "create virtual table record_part using fts5(folded, content='record', content_rowid='docid', tokenize='trigram')"
)
DDL = (_RECORD, "create index ix_record_number on record(number)", _WORD, _PART)
CANDIDATES = 500
"""How many of the newest matches are ranked; the rest would not be looked at."""
LONGEST = 20_000
"""Characters of one record that search knows; a pasted book must not swell the index."""


@dataclass(frozen=True)
class Hit:
    """A found record. ``snippet`` is the searched text around the first match, '' when the title matched."""

    ref: Ref
    number: str
    title: str
    snippet: str = ""


def searched(kind: Kind, values: Mapping[str, Any]) -> str:
    """The folded text by which a record is found: number and title first, then fields by weight."""
    words = [str(values.get("number") or ""), kind.title_of(values)]
    words += [f.type.search_text(values.get(f.name)) for f in kind.searched]
    return fold(" ".join(w for w in words if w))[:LONGEST]


def index(db: sqlite3.Connection, kind: Kind, rows: Iterable[Mapping[str, Any]]) -> None:
    """Bring ``record`` and both indexes up to date with these records."""
    fresh: list[tuple[Any, ...]] = []
    changed: list[tuple[Any, ...]] = []
    rows = list(rows)
    known = _known(db, [str(r["id"]) for r in rows])
    for values in rows:
        folded = searched(kind, values) if kind.searchable else ""
        row = (str(values.get("number") or ""), kind.title_of(values), folded, int(not values["alive"]))
        before = known.get(str(values["id"]))
        if before is None:
            fresh.append((values["id"], kind.name, *row))
        elif before[1:] != row:
            changed.append((before, row))
    _insert(db, fresh)
    _replace(db, changed)


def _known(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        marks = ",".join("?" * len(part))
        sql = f"select id, docid, number, title, folded, deleted from record where id in ({marks})"  # noqa: S608
        found.update({r[0]: tuple(r[1:]) for r in db.execute(sql, part)})
    return found


def _insert(db: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    if not rows:
        return
    first = (db.execute("select max(docid) from record").fetchone()[0] or 0) + 1
    numbered = [(first + i, *row) for i, row in enumerate(rows)]
    db.executemany(
        "insert into record(docid, id, kind, number, title, folded, deleted) values(?,?,?,?,?,?,?)", numbered
    )
    texts = [(n[0], n[5]) for n in numbered]
    for table in ("record_word", "record_part"):
        db.executemany(f"insert into {table}(rowid, folded) values(?,?)", texts)


def _replace(db: sqlite3.Connection, pairs: Sequence[tuple[tuple[Any, ...], tuple[Any, ...]]]) -> None:
    for before, row in pairs:
        docid, old, new = before[0], before[3], row[2]
        if old != new:
            for table in ("record_word", "record_part"):
                sql = f"insert into {table}({table}, rowid, folded) values('delete', ?, ?)"
                db.execute(sql, (docid, old))
        db.execute("update record set number=?, title=?, folded=?, deleted=? where docid=?", (*row, docid))
        if old != new:
            for table in ("record_word", "record_part"):
                db.execute(f"insert into {table}(rowid, folded) values(?,?)", (docid, new))


def quoted(words: str, *, prefix: bool) -> str:
    """What a person typed as an FTS5 expression: each word a quoted phrase, so that nothing of it is syntax."""
    parts = ['"' + w.replace('"', '""') + '"' + ("*" if prefix else "") for w in fold(words).split() if w.strip('"')]
    return " ".join(parts)


def find(db: sqlite3.Connection, words: str, kinds: Sequence[str], limit: int) -> list[Hit]:
    """The best ``limit`` living records: exact numbers, then titles, then anything, newer first."""
    folded = fold(clean(words))
    if not folded or not any(c.isalnum() for c in folded):
        return []
    found: dict[int, tuple[Any, ...]] = {}
    found.update(_match(db, "record_word", quoted(folded, prefix=True), kinds))
    if len(found) < limit and all(len(w) >= 3 for w in folded.split()):
        found.update(_match(db, "record_part", quoted(folded, prefix=False), kinds))
    found.update(_former_numbers(db, clean(words).strip().upper(), kinds))
    ranked = sorted(found.values(), key=lambda r: (_rank(folded, r), -r[0]))[:limit]
    return [Hit(Ref(r[2], r[1]), r[3], r[4], _snippet(folded, r)) for r in ranked]


_COLUMNS = "select r.docid, r.id, r.kind, r.number, r.title, r.folded"


def _match(db: sqlite3.Connection, table: str, expression: str, kinds: Sequence[str]) -> dict[int, tuple[Any, ...]]:
    if not expression:
        return {}
    marks = f"and r.kind in ({','.join('?' * len(kinds))})" if kinds else ""
    sql = (
        f"{_COLUMNS} from {table} f join record r on r.docid = f.rowid "
        f"where {table} match ? and not r.deleted {marks} order by f.rowid desc limit {CANDIDATES}"
    )
    return {r[0]: r for r in db.execute(sql, (expression, *kinds))}


def _former_numbers(db: sqlite3.Connection, number: str, kinds: Sequence[str]) -> dict[int, tuple[Any, ...]]:
    """A number that was mailed before two laptops met still finds its record: the log is the alias table."""
    if not any(c.isdigit() for c in number) or "-" not in number:
        return {}
    sql = (
        f"{_COLUMNS} from record r where not r.deleted and r.id in "  # noqa: S608
        "(select row from change where field = 'number' and value = ?)"
    )
    return {r[0]: r for r in db.execute(sql, (number,)) if not kinds or r[2] in kinds}


def _rank(folded: str, row: tuple[Any, ...]) -> int:
    title, number = fold(str(row[4])), fold(str(row[3]))
    if folded == number:
        return 0
    if title.startswith(folded):
        return 1
    if number and number.endswith(folded):
        return 2
    words = folded.split()
    if all(w in title for w in words):
        return 3
    return 4


def _snippet(folded: str, row: tuple[Any, ...]) -> str:
    first = folded.split(maxsplit=1)[0]
    if first in fold(row[4]) or first in fold(row[3]):
        return ""
    at = row[5].find(first)
    if at < 0:
        return ""
    start = max(0, at - 24)
    return ("… " if start else "") + str(row[5])[start : at + 60].strip()
