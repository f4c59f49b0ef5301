"""Filters kept under a name: synced rows with owner and tab, pinned ones with a live count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.query import Query, first_query, query_of

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

SAVED = "saved_filter"
OWN = "filter:"
"""Prefix of the id of a filter that the kind itself pins."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A filter under its name; ``ref`` is None for one that the kind itself brings."""

    id: str
    title: str
    query: Query
    ref: Ref | None = None
    is_pinned: bool = True
    icon: str = "list-filter"


def kept_filters(desk: Desk) -> dict[str, list[Pinned]]:
    """The kept filters of every kind, by name: kind -> filters."""
    from vaartdesk.store.rows import table_of  # SQLAlchemy comes after the first frame

    table = table_of(desk.kinds[SAVED])
    with desk.read() as reader:
        rows = reader.all(table.select().where(table.c.alive).order_by(table.c.title, table.c.id))
    found: dict[str, list[Pinned]] = {}
    for row in (dict(row._mapping) for row in rows):  # noqa: SLF001  SQLAlchemy's own way to a row's names
        one = Pinned(row["id"], row["title"], query_of(row["spec"]), Ref(SAVED, row["id"]), bool(row["is_pinned"]))
        found.setdefault(row["tab"], []).append(one)
    return found


def pinned(kind: Kind, kept: list[Pinned]) -> list[Pinned]:
    """What stands pinned under a tab: the kind's own filters, then the kept ones."""
    first = first_query(kind)
    own = [
        Pinned(
            OWN + f.name,
            str(f.label),
            Query(filters=frozenset({f.name}), grouping=first.grouping, sort=first.sort),
            icon=f.icon,
        )
        for f in kind.filters
        if f.pinned
    ]
    return own + [one for one in kept if one.is_pinned]


def keep_filter(desk: Desk, kind: Kind, title: str, query: Query, *, is_pinned: bool = True) -> Ref:
    """Keep a filter under a name. Raises Refused when the name is empty."""
    with desk.change(_("Filter bewaard")) as tx:
        values = {"title": title, "tab": kind.name, "spec": query.to_json(), "is_pinned": is_pinned}
        return tx.add(SAVED, values | {"owner": desk.who.id if desk.who else None})
