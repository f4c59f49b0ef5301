"""From a query to the rows in their order: pure work on what is in memory, no query to the database."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from vaartdesk.core.text import fold
from vaartdesk.schema.listing import Header
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.ui.list.picks import picker
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.rows import AT_ONCE, Rows

Entry = str | Header
"""A line of the list: the key of a record, or a group header."""


Group = tuple[Header | None, list[str]]
"""A header and the keys under it, in order; without grouping there is one group without a header."""


class Sift:
    """Keeps the ordered groups of the last filters, so that a typed letter only looks at texts."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._base_of: tuple[Query, int] | None = None
        self._base: list[Group] = []

    def groups(self, query: Query) -> list[Group]:
        """The groups of rows that fit, empty ones left out."""
        words = fold(query.words).split()
        base = self._ordered(query)
        if not words:
            return base
        texts = self.rows.texts()
        found = []
        for header, keys in base:
            for word in words:
                keys = [key for key in keys if word in texts[key]]  # noqa: PLW2901  narrowed word by word
            if keys:
                found.append((header, keys))
        return found

    def keys(self, query: Query) -> list[str]:
        """The keys of the rows that fit, in order."""
        return [key for _header, keys in self.groups(query) for key in keys]

    def count(self, query: Query) -> int:
        """How many rows fit; order and groups do not matter, so nothing is sorted."""
        bare = replace(query, words="")
        if query.words.strip() or self._base_of == (bare, self.rows.version):
            return sum(len(keys) for _header, keys in self.groups(query))
        return sum(map(self.fits(bare), self.rows.keys()))

    def counting(self, query: Query) -> Generator[None, None, int]:
        """The same in pieces, for whom nobody waits; what changes between two of them is counted when it is heard."""
        bare = replace(query, words="")
        if query.words.strip() or self._base_of == (bare, self.rows.version):
            return self.count(query)
        fits, keys, found = self.fits(bare), list(self.rows.keys()), 0
        for start in range(0, len(keys), AT_ONCE):
            found += sum(fits(key) for key in keys[start : start + AT_ONCE] if key in self.rows.values)
            yield
        return found

    def entries(self, query: Query) -> list[Entry]:
        """The lines of the list."""
        return self.lines(query)[0]

    def lines(self, query: Query) -> tuple[list[Entry], list[int]]:
        """The keys with a header before each group, and in which rows the headers stand; headers count their rows."""
        found: list[Entry] = []
        headers: list[int] = []
        for header, keys in self.groups(query):
            if header is not None:
                headers.append(len(found))
                found.append(replace(header, count=len(keys)))
            found += keys
        return found, headers

    def fits(self, query: Query) -> Callable[[str], bool]:
        """The question that the filters of a query ask of a row; its words are not among them."""
        rows, fields = self.rows, self.rows.kind.fields
        tests = [rows.passes(f) for f in rows.kind.filters if f.name in query.filters]
        today = rows.context.today
        asked = [(n, keys) for n, keys in query.picks.items() if keys and n in fields]
        picks = [(rows.column(n), picker(fields[n], keys, today)) for n, keys in asked]

        def fit(key: str) -> bool:
            if not all(test(key) for test in tests):
                return False
            return all(is_wanted(value(key)) for value, is_wanted in picks)

        return fit

    def _ordered(self, query: Query) -> list[Group]:
        bare = replace(query, words="")
        if self._base_of != (bare, self.rows.version):
            keys = self._sorted(filter(self.fits(bare), self.rows.keys()), bare)
            self._base = self._grouped(keys, self._grouping(bare))
            self._base_of = (bare, self.rows.version)
        return self._base

    def _grouped(self, keys: list[str], grouping: str) -> list[Group]:
        """Cut where the header changes; an order may also say who stands first below one header."""
        if not grouping or not self.rows.can_group(len(keys)):
            return [(None, keys)] if keys else []
        cut = groupby(keys, lambda key: self.rows.group(grouping, key)[1])
        return [(header, list(members)) for header, members in cut]

    def _grouping(self, query: Query) -> str:
        """The name of the grouping; '' when the kind has none of that name."""
        known = {grouping.name for grouping in self.rows.kind.groupings}
        return query.grouping if query.grouping in known else ""

    def _sorted(self, keys: Iterable[str], query: Query) -> list[str]:
        """Newest first, then by the chosen field (empty ones last either way), then by group."""
        found = sorted(keys, reverse=True)
        sort_key = self._sort_key(query.sort)
        if sort_key is not None:
            found = self._by_field(found, sort_key, query.is_reversed)
        elif query.is_reversed:
            found.reverse()
        grouping = self._grouping(query)
        if grouping and self.rows.can_group(len(found)):
            self.rows.meet(found)
            found.sort(key=lambda key: self.rows.group(grouping, key)[0])
        return found

    @staticmethod
    def _by_field(keys: list[str], sort_key: Callable[[str], tuple[Any, Any]], is_reversed: bool) -> list[str]:
        keyed = [(sort_key(key), key) for key in keys]
        filled = [pair for pair in keyed if not pair[0][0]]
        filled.sort(key=lambda pair: pair[0], reverse=is_reversed)
        return [key for _k, key in filled] + [key for k, key in keyed if k[0]]

    def _sort_key(self, name: str) -> Callable[[str], tuple[Any, Any]] | None:
        """A row's (is empty, order) for a field; references sort by what they are called."""
        field = self.rows.kind.fields.get(name)
        if field is None:
            return None
        value, title = self.rows.column(name), self.rows.context.title
        if isinstance(field.type, LinksType):
            return lambda key: _named(" ".join(title(k) for k in value(key) or ()))
        if isinstance(field.type, RefType):
            return lambda key: _named(title(value(key)))
        read = field.type.sort_key
        return lambda key: read(value(key))


def _named(title: str) -> tuple[bool, str]:
    return (not title, fold(title))
