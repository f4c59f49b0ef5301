"""What a list is asked to show: words, filters, grouping and order. It can be kept under a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.kind import Kind


@dataclass(frozen=True)
class Query:
    """``filters``: names of the kind's filters that are on; ``picks``: field -> chosen option keys (any of them)."""

    words: str = ""
    filters: frozenset[str] = frozenset()
    picks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    grouping: str = ""
    sort: str = ""
    is_reversed: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.words.strip() or self.filters or any(self.picks.values()))

    def to_json(self) -> str:
        """Text for a saved filter; sorted, so that equal filters are equal texts."""
        plain = {
            "words": self.words,
            "filters": sorted(self.filters),
            "picks": {name: sorted(keys) for name, keys in self.picks.items() if keys},
            "grouping": self.grouping,
            "sort": self.sort,
            "is_reversed": self.is_reversed,
        }
        return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def query_of(text: str) -> Query:
    """Read a saved filter; what is damaged or of a newer version is left out, never an error."""
    try:
        plain = json.loads(text)
    except ValueError:
        return Query()
    if not isinstance(plain, dict):
        return Query()
    picks = plain.get("picks")
    return Query(
        words=str(plain.get("words") or ""),
        filters=_texts(plain.get("filters")),
        picks={str(name): _texts(keys) for name, keys in picks.items()} if isinstance(picks, dict) else {},
        grouping=str(plain.get("grouping") or ""),
        sort=str(plain.get("sort") or ""),
        is_reversed=bool(plain.get("is_reversed")),
    )


def _texts(value: Any) -> frozenset[str]:
    return frozenset(part for part in value if isinstance(part, str)) if isinstance(value, list) else frozenset()


def first_query(kind: Kind) -> Query:
    """What a kind's list shows when it is opened: its preset filters and its first grouping."""
    presets = frozenset(filter_.name for filter_ in kind.filters if filter_.preset)
    grouping = kind.groupings[0].name if kind.groupings else ""
    return Query(filters=presets, grouping=grouping, sort=first_sort(kind))


SORTS_FIRST = ("due_on", "notice_on", "starts_at", "number", "pos")


def first_sort(kind: Kind) -> str:
    """What is due or begins first; else by number, else in the order it was given; else newest first."""
    return next((name for name in SORTS_FIRST if name in kind.list_fields), "")
