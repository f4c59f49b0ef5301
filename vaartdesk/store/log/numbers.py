"""Human numbers, M-2026-0042: given at once and offline, and put right when two laptops gave the same one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Mapping
from typing import NamedTuple

from vaartdesk.core.pattern import Pattern
from vaartdesk.store.log.entry import Cell
from vaartdesk.store.log.journal import Journal
from vaartdesk.store.log.shape import ALIVE, quoted

NUMBER = "number"
LETTER_WIDTH = 3
_STEM_AND_COUNT = Pattern(r"(.*?)([0-9]+)", re.ASCII | re.DOTALL)
_LAST_CHARACTER = "\U0010ffff"
_MADE = """
    select x.hlc, x.device, x.seq from change c join txn x on x.device=c.device and x.seq=c.seq
    where c.tbl=? and c.row=? and c.field=? order by x.hlc, x.device, x.seq limit 1"""


class Renumbered(NamedTuple):
    """A row that got another number. `old` still finds it: the log remembers."""

    row: str
    old: str
    new: str


def next_numbers(
    db: sqlite3.Connection, tbl: str, prefix: str, count: int, *, width: int = 4, letter: str = ""
) -> list[str]:
    """The next `count` numbers: highest known plus one and on; deleted rows keep theirs.

    `prefix`: 'M-2026-'. `letter`: of this laptop, put after the prefix; the count then has three digits (M-2026-B007).
    """
    stem = prefix + letter
    digits = LETTER_WIDTH if letter else width
    top = _top(db, tbl, stem)
    return [f"{stem}{top + step:0{digits}d}" for step in range(1, count + 1)]


def next_number(db: sqlite3.Connection, tbl: str, prefix: str, *, width: int = 4, letter: str = "") -> str:
    """One number, see `next_numbers`."""
    return next_numbers(db, tbl, prefix, 1, width=width, letter=letter)[0]


def renumber(journal: Journal, tbl: str, *, orphans: Collection[str] = (), label: str = "") -> list[Renumbered]:
    """Cure rows that share a number, in one transaction of kind `auto` when there are any of ours; to do after receiving.

    The row that was made first keeps it. All laptops list all others in one order and reserve numbers for all of them, but
    each writes only those that it made itself (and those of `orphans`, devices out of use), so that equal knowledge never
    collides again.
    """
    made: list[Renumbered] = []
    for stem, losers in _losers(journal.db, tbl).items():
        top = _top(journal.db, tbl, stem)
        for step, loser in enumerate(sorted(losers), 1):
            if loser.device in journal.identity.mine or loser.device in orphans:
                digits = len(loser.number) - len(stem)
                made.append(Renumbered(loser.row, loser.number, f"{stem}{top + step:0{digits}d}"))
    if made:
        journal.append([Cell(tbl, found.row, NUMBER, found.new) for found in made], kind="auto", label=label)
    return made


def rows_with_number(db: sqlite3.Connection, tbl: str, number: str) -> set[str]:
    """Rows that have or ever had this number."""
    found = db.execute("select row from change where tbl=? and field=? and value=?", (tbl, NUMBER, number))
    return {row for (row,) in found}


class _Loser(NamedTuple):
    hlc: int
    device: str
    seq: int
    row: str
    number: str


def _losers(db: sqlite3.Connection, tbl: str) -> Mapping[str, list[_Loser]]:
    table = quoted(tbl)
    sql = f"""select number, id from {table} where alive and number in
        (select number from {table} where alive and number <> '' group by number having count(*) > 1)"""  # noqa: S608
    shared: dict[str, list[_Loser]] = {}
    for number, row in db.execute(sql).fetchall():
        hlc, device, seq = db.execute(_MADE, (tbl, row, ALIVE)).fetchone()
        shared.setdefault(number, []).append(_Loser(hlc, device, seq, row, number))
    losers: dict[str, list[_Loser]] = {}
    for number, rows in shared.items():
        parts = _STEM_AND_COUNT.fullmatch(number)
        if parts:
            losers.setdefault(parts[1], []).extend(sorted(rows)[1:])
    return losers


def _top(db: sqlite3.Connection, tbl: str, stem: str) -> int:
    """The highest count after `stem`, 0 when there is none."""
    sql = f"""select max(cast(substr(number, ?) as integer)) from {quoted(tbl)} where number >= ? and number < ?
        and substr(number, ?) <> '' and substr(number, ?) not glob '*[^0-9]*'"""  # noqa: S608
    after = len(stem) + 1
    found = db.execute(sql, (after, stem, stem + _LAST_CHARACTER, after, after)).fetchone()
    return int(found[0] or 0)
