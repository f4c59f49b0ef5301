"""What search reads: the table ``record``, and two full-text indexes over its text.

Two FTS5 tables read ``record.folded`` (external content, rowid = docid): one by words with prefixes, one by trigrams,
because "vergunning" must be found in "evenementenvergunning". The text is folded before it is stored.

Writing one text into both costs more than all else that a saved field does, and a hundred texts hardly more than one.
So the text of a few records is laid ready in ``record_due``, in the same commit; the indexes take it in when there are
enough, and until then search reads what lies there itself. It is never behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from vaartdesk.core.text import fold
from vaartdesk.schema.kind import Kind

_RECORD = """create table record(docid integer primary key, id text not null unique, kind text not null,
 number text not null default '', title text not null default '', folded text not null default '',
 deleted integer not null default 0)"""
_WORD = """create virtual table record_word using fts5(folded, content='record', content_rowid='docid',
 tokenize='unicode61 remove_diacritics 0', prefix='2 3')"""
_PART = (
    "create virtual table record_part using fts5(folded, content='record', content_rowid='docid', tokenize='trigram')"
)
_DUE = """create table record_due(docid integer primary key, folded text not null,
 is_new integer not null)"""
DDL = (_RECORD, "create index ix_record_number on record(number)", _WORD, _PART, _DUE)
INDEXES = ("record_word", "record_part")
LONGEST = 20_000
"""Characters of one record that search knows; a pasted book must not swell the index."""
FEW = 20
"""Records of one kind in one change; of more, the indexes take the text in at once."""
MOST_DUE = 100
"""Texts that may lie ready: search reads them one by one, in less than a millisecond."""
LONG = 1_000
"""Characters, from where a text does not lie ready: a hundred of them at once would be felt."""

_KNOWN = """select r.docid, r.number, r.title, r.deleted, r.folded, d.folded
 from record r left join record_due d on d.docid = r.docid where r.id = ?"""
_LAID_READY = """insert into record_due(docid, folded, is_new) values(?, ?, ?)
 on conflict(docid) do update set folded = excluded.folded"""


class _Text(NamedTuple):
    """The text of a record on its way into the indexes. ``was``: what they hold of it; None when they do not know it."""

    docid: int
    was: str | None
    now: str


def searched(kind: Kind, values: Mapping[str, Any]) -> str:
    """The folded text by which a record is found: number and title first, then fields by weight; '' where search leaves it."""
    if not kind.searchable:
        return ""
    words = [str(values.get("number") or ""), kind.title_of(values)]
    words += [f.type.search_text(values.get(f.name)) for f in kind.searched]
    return fold(" ".join(w for w in words if w))[:LONGEST]


def index(db: sqlite3.Connection, kind: Kind, rows: Sequence[Mapping[str, Any]], *, at_once: bool = False) -> bool:
    """Bring ``record`` up to date with these records, and lay their text ready. ``at_once``: the indexes take it in now.

    Tells whether they took in another text than they held.
    """
    wordings = [searched(kind, values) for values in rows]
    at_once = at_once or len(rows) > FEW or any(len(words) > LONG for words in wordings)
    if at_once:
        catch_up(db)
    filed = [_file(db, kind, values, words) for values, words in zip(rows, wordings, strict=True)]
    texts = [text for text in filed if text is not None]
    if at_once:
        _take_in(db, texts)
        return any(text.was for text in texts)
    if texts:
        db.executemany(_LAID_READY, [(text.docid, text.now, text.was is None) for text in texts])
        if db.execute("select count(*) from record_due").fetchone()[0] > MOST_DUE:
            catch_up(db)
    return False


def catch_up(db: sqlite3.Connection) -> None:
    """The indexes take in all that lies ready."""
    found = db.execute(
        "select docid, case when is_new then null else r.folded end, d.folded from record_due d join record r using(docid)"
    ).fetchall()
    if found:
        _take_in(db, [_Text(*row) for row in found])
        db.execute("delete from record_due")


def verify(db: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError where an index says something else than ``record``; nothing may lie ready."""
    for name in INDEXES:
        db.execute(f"insert into {name}({name}, rank) values('integrity-check', 1)")


def rebuild(db: sqlite3.Connection) -> None:
    """Make both indexes anew, broken ones too."""
    db.execute("update record set folded = d.folded from record_due d where d.docid = record.docid")
    db.execute("delete from record_due")
    for name in INDEXES:
        db.execute(f"insert into {name}({name}) values('rebuild')")


def forget(db: sqlite3.Connection) -> None:
    """Let go of words that no text holds any more: an index keeps them until it happens to merge the part they stand in."""
    for name in INDEXES:
        db.execute(f"insert into {name}({name}) values('optimize')")


def _file(db: sqlite3.Connection, kind: Kind, values: Mapping[str, Any], now: str) -> _Text | None:
    """Write what ``record`` tells of a record; returns its text where ``now`` is another than search knows."""
    facts = (str(values.get("number") or ""), kind.title_of(values), int(not values["alive"]))
    found = db.execute(_KNOWN, (values["id"],)).fetchone()
    if found is None:
        insert = "insert into record(id, kind, number, title, deleted) values(?, ?, ?, ?, ?) returning docid"
        (docid,) = db.execute(insert, (values["id"], kind.name, *facts)).fetchone()
        return _Text(docid, None, now)
    docid, number, title, deleted, indexed, due = found
    if number != facts[0]:
        db.execute("update record set number = ? where docid = ?", (facts[0], docid))
    if (title, deleted) != facts[1:]:  # apart, for a number that is written stands in an index
        db.execute("update record set title = ?, deleted = ? where docid = ?", (*facts[1:], docid))
    return _Text(docid, indexed, now) if now != (indexed if due is None else due) else None


def _take_in(db: sqlite3.Connection, texts: Iterable[_Text]) -> None:
    """Into ``record.folded`` and both indexes; they must be told the text that they are to forget."""
    changed = [text for text in texts if text.was != text.now]
    gone = [(text.docid, text.was) for text in changed if text.was is not None]
    for name in INDEXES:
        db.executemany(f"insert into {name}({name}, rowid, folded) values('delete', ?, ?)", gone)
    db.executemany("update record set folded = ? where docid = ?", [(text.now, text.docid) for text in changed])
    for name in INDEXES:
        db.executemany(f"insert into {name}(rowid, folded) values(?, ?)", [(text.docid, text.now) for text in changed])
