"""The rows of one kind in memory: plain values, what each shows, and the folded text it is found by.

What is shown of a row is worked out when it is painted, its folded text on the first search (or in a quiet moment
before), both once until the row changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import fold
from vaartdesk.schema.kind import Filter, Kind, RowContext
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk


class Rows:
    """See the module. ``version`` grows with every change of what is here."""

    needs_digest = False
    """Whether something must be worked out in a worker first (`large`)."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        self.desk, self.kind = desk, kind
        self.values: Mapping[str, Values] = {}
        self.version = 0
        self._refs = [n for n in kind.list_fields if n in kind.fields and isinstance(kind.fields[n].type, RefType | LinksType)]
        self._searched = [kind.fields[n] for n in kind.list_fields if n in kind.fields]
        self._titles: dict[str, str] = {}
        self._parts: dict[str, RowParts] = {}
        self._texts: dict[str, str] = {}
        self._folds: dict[str, str] = {}
        self._unread: list[str] = []
        """Keys whose text is not folded yet."""
        self._groups: dict[tuple[str, str], tuple[Any, Header]] = {}
        self.context = self._context()

    def __len__(self) -> int:
        return len(self.values)

    # --- reading -----------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read all living records of the kind."""
        rows = self.desk.rows(self.kind.name)
        self.values = {row["id"]: row for row in rows}
        self._titles.clear()
        self._learn_titles(rows)
        self._forget_all()

    def hear(self, change: ChangeSet) -> set[str]:
        """Take in a change; the keys of rows that came, went or look different. Only those are read again."""
        own = [ref.id for ref in change.changed if ref.kind == self.kind.name]
        touched = set(own)
        if own:
            fresh = {row["id"]: row for row in self.desk.rows(self.kind.name, own)}
            for key in own:
                self._replace(key, fresh.get(key))
            self._learn_titles(fresh.values())
        renamed = {ref.id for ref in change.changed if ref.id in self._titles}
        if renamed:
            self._rename(renamed)
            touched |= self._named_rows(renamed)
        if self._is_context_stale(change):
            self.context = self._context()
            touched |= set(self.values)
        for key in touched:
            self._forget(key)
        self.version += bool(touched)
        return touched

    def turn_day(self) -> None:
        """The date changed: lateness is worked out again."""
        self.context = self._context()
        self._forget_all()

    def _replace(self, key: str, row: Values | None) -> None:
        assert isinstance(self.values, dict)
        if row is None:
            self.values.pop(key, None)
        else:
            self.values[key] = row

    def _named_rows(self, keys: set[str]) -> set[str]:
        """The rows that name one of these records."""
        return {key for key, row in self.values.items() if keys.intersection(self._named_by(row))}

    def _forget(self, key: str) -> None:
        self._parts.pop(key, None)
        self._texts.pop(key, None)
        self._unread.append(key)
        for grouping in self.kind.groupings:
            self._groups.pop((grouping.name, key), None)

    def _forget_all(self) -> None:
        self._parts.clear()
        self._texts.clear()
        self._groups.clear()
        self._unread = list(self.values)
        self.version += 1

    # --- what referenced records are called ----------------------------------------------------------------------------

    def _named_by(self, row: Values) -> Iterable[str]:
        for name in self._refs:
            value = row.get(name)
            if isinstance(value, str):
                yield value
            elif value:
                yield from value

    def _learn_titles(self, rows: Iterable[Values]) -> None:
        self._learn({key for row in rows for key in self._named_by(row)})

    def _learn(self, keys: set[str]) -> None:
        missing = {key for key in keys if key not in self._titles}
        if missing:
            with self.desk.read() as reader:
                self._titles.update(reader.titles(missing))

    def _rename(self, keys: set[str]) -> None:
        with self.desk.read() as reader:
            self._titles.update(reader.titles(keys))

    def _is_context_stale(self, change: ChangeSet) -> bool:
        return "setting" in change.kinds or self._line_target() in change.kinds or self.context.today != self.desk.today

    def _line_target(self) -> str:
        line = self.kind.fields.get(self.kind.line)
        return line.target if line is not None else ""

    def _context(self) -> RowContext:
        letters = {row["id"]: str(row.get("code") or "") for row in self._line_rows()}
        with self.desk.read() as reader:
            return RowContext(reader.today, reader.now, self._titles, letters, dict(reader.settings))

    def _line_rows(self) -> Sequence[Values]:
        target = self._line_target()
        return self.desk.rows(target) if target else ()

    # --- what filters and orders ask ------------------------------------------------------------------------------------

    def keys(self) -> Iterable[str]:
        """The key of every row, in the order of making."""
        return self.values

    def passes(self, filter_: Filter) -> Callable[[str], bool]:
        """Whether the row of a key passes one of the kind's filters."""
        values, context, test = self.values, self.context, filter_.test
        return lambda key: test(values[key], context)

    def column(self, name: str) -> Callable[[str], Any]:
        """The value of a field in the row of a key."""
        values = self.values
        return lambda key: values[key].get(name)

    def can_group(self, count: int) -> bool:
        """Whether so many rows may be grouped."""
        return True

    def meet(self, keys: Sequence[str]) -> None:
        """These rows are to be grouped next; here they are in memory already."""

    def bring(self, keys: Sequence[str]) -> None:
        """These rows are about to be painted; here they are in memory already."""

    # --- what a row shows ----------------------------------------------------------------------------------------------

    def ref(self, key: str) -> Ref:
        return Ref(self.kind.name, key)

    def parts(self, key: str) -> RowParts:
        """What the row of a record shows; a record that is gone shows nothing."""
        if key not in self._parts:
            row = self.values.get(key)
            self._parts[key] = RowParts("") if row is None else self._made(row)
        return self._parts[key]

    def _made(self, row: Values) -> RowParts:
        if self.kind.row is not None:
            return self.kind.row(row, self.context)
        return RowParts(self.kind.title_of(row), str(row.get("number") or ""), self.kind.icon)

    def group(self, name: str, key: str) -> tuple[Any, Header]:
        """Under which header a row stands, and the order of that header."""
        known = self._groups.get((name, key))
        if known is None:
            grouping = next(g for g in self.kind.groupings if g.name == name)
            known = self._groups[name, key] = grouping.key(self.values[key], self.context)
        return known

    def text(self, key: str) -> str:
        """The folded text a row is found by: its title, and the words of its list fields."""
        known = self._texts.get(key)
        if known is None:
            known = self._texts[key] = " ".join(self._folded_words(self.values[key]))
        return known

    def _folded_words(self, row: Values) -> Iterable[str]:
        """What repeats from row to row (owners, streets, states) is folded once."""
        yield fold(self.kind.title_of(row))
        yield fold(str(row.get("number") or ""))
        for field in self._searched:
            value = row.get(field.name)
            if not value:
                continue
            if field.name in self._refs:
                for key in (value,) if isinstance(value, str) else value:
                    yield self._folded(self.context.title(key))
            elif isinstance(field.type, ChoiceType):
                yield self._folded(field.type.field_text(value))
            elif field.search and field.name != self.kind.title:
                yield fold(field.type.search_text(value))

    def _folded(self, text: str) -> str:
        known = self._folds.get(text)
        if known is None:
            known = self._folds[text] = fold(text)
        return known

    def texts(self) -> Mapping[str, str]:
        """Every row's folded text by key."""
        self.prepare(len(self._unread))
        return self._texts

    def prepare(self, most: int) -> bool:
        """Fold up to ``most`` more texts in a quiet moment; whether all are done."""
        for _number in range(min(most, len(self._unread))):
            key = self._unread.pop()
            if key in self.values:
                self.text(key)
        return not self._unread
