"""Finding the record that a reference is to name: by words through search, or the first ones of a small kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

MOST = 12
"""Rows of the list under a field; more is not read, people type on."""
FIRST = 60
"""Rows offered before anything is typed."""
LONGEST = 500
"""Signs; a text that is longer was pasted by mistake, and names nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be chosen; `note` tells it apart from its namesakes."""

    ref: Ref
    title: str
    note: str = ""


def found(desk: Desk, kinds: Sequence[str], words: str) -> list[Candidate]:
    """The records of `kinds` (() = any) that fit the words, best first; the first by title when there are none."""
    if not words.strip():
        return _first(desk, kinds)
    if len(words) > LONGEST:
        return []
    several = len(kinds) != 1
    hits = desk.search(words, kinds=tuple(kinds), limit=MOST)
    return [Candidate(hit.ref, hit.title, _note(desk, hit.ref.kind, hit.number, several)) for hit in hits]


def _note(desk: Desk, kind: str, number: str, several: bool) -> str:
    return number or (str(desk.kinds[kind].label) if several and kind in desk.kinds else "")


def _first(desk: Desk, kinds: Sequence[str]) -> list[Candidate]:
    """Of "any record" nothing is offered before a word is typed."""
    if not kinds:
        return []
    statement = text(
        "select kind, id, number, title from record where not deleted and kind in :kinds order by title limit :most"
    ).bindparams(bindparam("kinds", expanding=True))
    with desk.read() as reader:
        rows = reader.connection.execute(statement, {"kinds": list(kinds), "most": FIRST}).all()
    return [
        Candidate(Ref(kind, key), title, _note(desk, kind, number, len(kinds) > 1)) for kind, key, number, title in rows
    ]


def titles(desk: Desk, keys: Iterable[str]) -> Mapping[str, str]:
    """Key -> title, of records of any kind."""
    wanted = [key for key in keys if key]
    if not wanted:
        return {}
    with desk.read() as reader:
        return reader.titles(wanted)


def ref_of(desk: Desk, kinds: Sequence[str], key: str) -> Ref | None:
    """What record a key means; the kind is known where a field points at one kind only."""
    if len(kinds) == 1:
        return Ref(kinds[0], key)
    with desk.read() as reader:
        return reader.refs([key]).get(key)
