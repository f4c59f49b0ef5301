"""Finding anything by number, word, beginning or part of a word, in what ``store/indexing.py`` wrote."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import clean, fold
from vaartdesk.schema.ref import Ref

CANDIDATES = 500
"""How many of the newest matches are ranked; the rest would not be looked at."""
ASKED = 500
"""Signs of a question; the rest of a pasted page would only keep the window waiting."""
_TOKEN = Pattern(r"[^\W_]+")
"""What the index of words takes for a word."""


@dataclass(frozen=True)
class Hit:
    """A found record. ``snippet`` is the searched text around the first match, '' when the title matched."""

    ref: Ref
    number: str
    title: str
    snippet: str = ""


def quoted(words: str, *, prefix: bool) -> str:
    """What a person typed as an FTS5 expression: each word a quoted phrase, so that nothing of it is syntax."""
    parts = ['"' + w.replace('"', '""') + '"' + ("*" if prefix else "") for w in fold(words).split() if w.strip('"')]
    return " ".join(parts)


def find(db: sqlite3.Connection, words: str, kinds: Sequence[str], limit: int) -> list[Hit]:
    """The best ``limit`` living records: exact numbers, then titles, then anything, newer first."""
    folded = fold(clean(words[:ASKED]))
    if not folded or not any(c.isalnum() for c in folded):
        return []
    found: dict[int, tuple[Any, ...]] = {}
    found.update(_match(db, "record_word", quoted(folded, prefix=True), kinds))
    if len(found) < limit and _has_parts(folded):
        found.update(_match(db, "record_part", quoted(folded, prefix=False), kinds))
    found.update({row[0]: row for row in _due(db, kinds) if says(row[5], folded)})
    found.update(_former_numbers(db, clean(words[:ASKED]).strip().upper(), kinds))
    ranked = sorted(found.values(), key=lambda r: (_rank(folded, r), -r[0]))[:limit]
    return [Hit(Ref(r[2], r[1]), r[3], r[4], _snippet(folded, r)) for r in ranked]


def says(text: str, folded: str) -> bool:
    """Would the indexes find this text by these words? Asked of what they have not taken in yet."""
    words = folded.split()
    if _has_parts(folded) and all(word in text for word in words):
        return True
    phrases = [_TOKEN.compiled.findall(word) for word in words]
    if not all(token in text for phrase in phrases for token in phrase):
        return False
    tokens = f" {' '.join(_TOKEN.compiled.findall(text))}"
    return all(f" {' '.join(phrase)}" in tokens for phrase in phrases)


def _has_parts(folded: str) -> bool:
    """Trigrams know parts of three letters and more."""
    return all(len(word) >= 3 for word in folded.split())


_COLUMNS = "select r.docid, r.id, r.kind, r.number, r.title, r.folded"
_DUE = """select r.docid, r.id, r.kind, r.number, r.title, d.folded
 from record_due d join record r using(docid) where not r.deleted"""


def _due(db: sqlite3.Connection, kinds: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Records whose text lies ready for the indexes."""
    return (row for row in db.execute(_DUE) if not kinds or row[2] in kinds)


def _match(db: sqlite3.Connection, table: str, expression: str, kinds: Sequence[str]) -> dict[int, tuple[Any, ...]]:
    if not expression:
        return {}
    marks = f"and r.kind in ({','.join('?' * len(kinds))})" if kinds else ""
    sql = (
        f"{_COLUMNS} from {table} f join record r on r.docid = f.rowid "  # noqa: S608 - names of our own tables
        f"where {table} match ? and not r.deleted {marks} and r.docid not in (select docid from record_due) "
        f"order by f.rowid desc limit {CANDIDATES}"
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
    if all(re.search(rf"\b{re.escape(w)}", title) for w in words):
        return 3
    return 4 if all(w in title for w in words) else 5


def _snippet(folded: str, row: tuple[Any, ...]) -> str:
    first = folded.split(maxsplit=1)[0]
    if first in fold(row[4]) or first in fold(row[3]):
        return ""
    at = row[5].find(first)
    if at < 0:
        return ""
    start = max(0, at - 24)
    return ("… " if start else "") + str(row[5])[start : at + 60].strip()
