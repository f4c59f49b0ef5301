"""What a list shows now, as plain values for paper and files: its rows in their order, and its filter in words."""

from __future__ import annotations

from typing import Final

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind, RowContext
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.list.picks import label_of
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.record_list import RecordList

NAMED: Final = 3
"""So many chosen options of one field are named; more are counted."""


def shown_list(shown: RecordList) -> ShownList:
    """Rows, groups and filter of a list; of several chosen rows their keys too."""
    shown.load()
    groups = tuple(
        ("" if header is None else str(header.text), tuple(keys))
        for header, keys in shown.model.sift.groups(shown.query)
    )
    chosen = shown.selected()
    selected = tuple(ref.id for ref in chosen) if len(chosen) > 1 else ()
    title = str(shown.kind.plural)
    told = told_query(shown.query, shown.kind, shown.rows.context)
    return ShownList(shown.kind.name, title[:1].upper() + title[1:], groups, told, selected)


def told_query(query: Query, kind: Kind, context: RowContext) -> str:
    """`Filter: Te laat, Trekker Huismeester, met “brug”.`; '' where nothing is left out."""
    words = " ".join(query.words.split())
    parts = [*_filters(query, kind), *_picks(query, kind, context)]
    if words:
        parts.append(str(_("met “{words}”").format(words=words)))
    return str(_("Filter: {parts}.").format(parts=", ".join(parts))) if parts else ""


def _filters(query: Query, kind: Kind) -> list[str]:
    return [str(f.label) for f in kind.filters if f.name in query.filters]


def _picks(query: Query, kind: Kind, context: RowContext) -> list[str]:
    found = []
    for name, keys in query.picks.items():
        field = kind.fields.get(name)
        if field is None or not keys:
            continue
        labels = sorted(label_of(field, key, context) for key in keys)
        told = str(_(" of ")).join(labels) if len(labels) <= NAMED else str(_("{n} gekozen").format(n=len(labels)))
        found.append(f"{field.label} {told}")
    return found
