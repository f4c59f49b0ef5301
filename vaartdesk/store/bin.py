"""The bin: deleted records with their links, put back whole or emptied for good (G5).

Emptying erases every value here, in history, in search, and later on every other laptop; the rows stay, nameless, so that
links to them hold. It is one of the few acts that Ctrl+Z does not take back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.store.desk import Desk
from vaartdesk.store.log.history import moment
from vaartdesk.store.log.redaction import EMPTIED, is_emptied
from vaartdesk.store.rows import read_one

_DELETED = f"""
    select r.kind, r.id, r.number, r.title, x.hlc, x.author from record r
    join head h on h.tbl = r.kind and h.row = r.id and h.field = 'alive'
    join txn x on x.device = h.device and x.seq = h.seq
    where r.deleted and not ({EMPTIED.format(tbl="r.kind", row="r.id")})
    order by x.hlc desc"""  # noqa: S608 - constants


EMPTIED_BEFORE = _("Niet teruggezet: wat voorgoed gewist is, komt niet terug.")


@dataclass(frozen=True)
class Binned:
    """A deleted record: what it was called, when it went (aware) and by whom ('' when nobody signed)."""

    ref: Ref
    number: str
    title: str
    at: datetime
    who: str


def binned(desk: Desk) -> list[Binned]:
    """What lies in the bin, newest first. Parts of other records (notes, files, links) come back with those."""
    with desk.read() as reader:
        rows = reader.connection.execute(text(_DELETED)).all()
        names = reader.titles({row[5] for row in rows if row[5]})
    seen: dict[Ref, Binned] = {}
    for kind, key, number, title, hlc, author in rows:
        ref = Ref(kind, key)
        if kind in desk.kinds and desk.kinds[kind].searchable and not desk.kinds[kind].parent and ref not in seen:
            seen[ref] = Binned(ref, number, title, moment(hlc), names.get(author, ""))
    return list(seen.values())


def put_back(desk: Desk, refs: Sequence[Ref]) -> None:
    """Out of the bin, in one change. Raises Refused where one of them was emptied for good since."""
    with desk.change(_("Teruggezet uit de prullenbak")) as tx:
        for ref in refs:
            if is_emptied(tx.reader.db, *ref):
                raise Refused([Problem("", str(EMPTIED_BEFORE))])
            tx.restore(ref)


def empty(desk: Desk, refs: Sequence[Ref]) -> int:
    """Erase these records for good; returns how many. A record that is not deleted is left alone."""
    count = 0
    with desk.change(_("Prullenbak geleegd")) as tx:
        for ref in refs:
            kind = desk.kinds[ref.kind]
            values = read_one(tx.reader.db, kind, ref.id)
            if values is not None and not values["alive"]:
                tx.erase(ref, kind.columns)
                count += 1
    return count
