"""The rows of one kind in memory: plain values, what each shows, and the folded text it is found by.

What is shown of a row is worked out when it is painted, its folded text on the first search (or in a quiet moment
before), both once until the row changes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.schema.kind import Filter, Kind, RowContext
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.bus import SIGNED
from vaartdesk.ui.list.naming import Names, RowTexts, line_target, row_context

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk


AT_ONCE: Final = 500
"""So many rows are read before the window may do something else."""


class Rows:
    """See the module. ``version`` grows with every change of what is here."""

    needs_digest = False
    """Whether something must be worked out in a worker first (`large`)."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        self.desk, self.kind = desk, kind
        self.values: Mapping[str, Values] = {}
        self.version = 0
        self.is_loaded = False
        self._heard: tuple[ChangeSet | None, set[str]] = (None, set())
        self._changes = 0
        self._foreseen: tuple[ChangeSet, dict[str, Values], RowContext] | None = None
        self.names = Names(desk, kind)
        self.folding = RowTexts(kind, self.names)
        self._parts: dict[str, RowParts] = {}
        self._texts: dict[str, str] = {}
        self._unread: list[str] = []
        """Keys whose text is not folded yet."""
        self._groups: dict[tuple[str, str], tuple[Any, Header]] = {}
        self.context = row_context(desk, kind, self.names)

    def __len__(self) -> int:
        return len(self.values)

    # --- reading -----------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read all living records of the kind."""
        self._take(self.desk.rows(self.kind.name))

    def loading(self) -> Iterator[None]:
        """The same in pieces, for whom nobody waits: again from the start where something changed between two of them."""
        while not self.is_loaded:
            before, rows, keys = self._changes, list[Values](), self.desk.keys(self.kind.name)
            for start in range(0, len(keys), AT_ONCE):
                rows += self.desk.rows(self.kind.name, keys[start : start + AT_ONCE])
                yield
            if before == self._changes and not self.is_loaded:
                self._take(rows)

    def _take(self, rows: Sequence[Values]) -> None:
        self.is_loaded = True
        self.values = _by_key(rows)
        self.names.titles.clear()
        self.names.learn(rows)
        self._forget_all()

    def foresee(self, change: ChangeSet) -> None:
        """On the thread that wrote, before the window hears of it. Of many changed rows it reads now what they look like; what was
        written by the window itself it reads itself.
        """
        self._changes += 1
        own = [ref.id for ref in change.changed if ref.kind == self.kind.name]
        if self.is_loaded and len(own) > AT_ONCE and threading.current_thread() is not threading.main_thread():
            self._foreseen = (
                change,
                _by_key(self.desk.rows(self.kind.name, own)),
                row_context(self.desk, self.kind, self.names),
            )

    def hear(self, change: ChangeSet) -> set[str]:
        """Take in a change; the keys of rows that came, went or look different. Only those are read again.

        Rows that several views share hear of a change several times; it is taken in once.
        """
        if change is not self._heard[0]:
            self._heard = (change, self._take_in(change))
        return self._heard[1]

    def _take_in(self, change: ChangeSet) -> set[str]:
        own = [ref.id for ref in change.changed if ref.kind == self.kind.name]
        touched = set(own)
        foreseen = self._foreseen if self._foreseen is not None and self._foreseen[0] is change else None
        self._foreseen = None
        if own:
            fresh = foreseen[1] if foreseen is not None else _by_key(self.desk.rows(self.kind.name, own))
            for key in own:
                self._replace(key, fresh.get(key))
            self.names.learn(fresh.values())
        renamed = {ref.id for ref in change.changed if ref.id in self.names.titles}
        if renamed:
            self.names.ask(renamed)
            touched |= self._named_rows(renamed)
        is_other = change.kind == SIGNED or self.context.today != self.desk.today or self._is_another(change)
        if is_other or {"setting", line_target(self.kind)} & change.kinds:
            self.context = row_context(self.desk, self.kind, self.names)
            touched |= set(self.values)
        elif self.kind.beside is not None and {self.kind.name, *self.kind.beside_on} & change.kinds:
            before = self.context.beside
            self.context = foreseen[2] if foreseen is not None else row_context(self.desk, self.kind, self.names)
            touched |= {key for key in self.values if before.get(key) != self.context.beside.get(key)}
        for key in touched:
            self._forget(key)
        self.version += bool(touched)
        return touched

    def _is_another(self, change: ChangeSet) -> bool:
        """Whether who sits here has other roles than before. A change of these rows alone does not say so."""
        if change.kinds <= {self.kind.name}:
            return False
        with self.desk.read() as reader:
            return reader.own != self.context.own

    def turn_day(self) -> None:
        """The date changed: lateness is worked out again."""
        self.context = row_context(self.desk, self.kind, self.names)
        self._forget_all()

    def _replace(self, key: str, row: Values | None) -> None:
        assert isinstance(self.values, dict)
        if row is None:
            self.values.pop(key, None)
        else:
            self.values[key] = row

    def _named_rows(self, keys: set[str]) -> set[str]:
        """The rows that name one of these records."""
        return {key for key, row in self.values.items() if keys.intersection(self.names.of(row))}

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
            row, show = self.values.get(key), self.kind.row or _plain(self.kind)
            self._parts[key] = RowParts("") if row is None else show(row, self.context)
        return self._parts[key]

    def group(self, name: str, key: str) -> tuple[Any, Header]:
        """Under which header a row stands, and the order of that header."""
        known = self._groups.get((name, key))
        if known is None:
            grouping = next(g for g in self.kind.groupings if g.name == name)
            known = self._groups[name, key] = grouping.key(self.values[key], self.context)
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
                self._texts[key] = self.folding.of(self.values[key])
        return not self._unread


def _by_key(rows: Iterable[Values]) -> dict[str, Values]:
    return {row["id"]: row for row in rows}


def _plain(kind: Kind) -> Callable[[Values, RowContext], RowParts]:
    """A row of a kind that declares none: title, number and icon."""
    return lambda row, context: RowParts(kind.title_of(row), str(row.get("number") or ""), kind.icon)
