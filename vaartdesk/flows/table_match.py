"""Which record a row is about: by key, by number, by what its kind is known by; or a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select, text

from vaartdesk.core.ids import new_id
from vaartdesk.core.text import _, fold
from vaartdesk.flows.table_draft import Draft
from vaartdesk.flows.table_finder import SHORT_NAMES, Finder
from vaartdesk.flows.table_identity import NUMBER, RULES, Identity, hard_key, identity_of, softly_equal
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.store.rows import read_rows, table_of


class Matcher:
    """Gives each draft of one kind its key. Every record here is given away once."""

    def __init__(self, reader: Reader, finder: Finder, kind: Kind) -> None:
        self.reader, self.finder, self.kind = reader, finder, kind
        self.identity: Identity = identity_of(kind)
        self._used: dict[str, Draft] = {}
        self._rows: dict[tuple[Any, ...], Draft] = {}
        self._numbers: dict[str, Draft] = {}
        self._candidates: Mapping[Any, Sequence[Values]] | None = None
        self._gone: dict[str, str] | None = None

    def match(self, draft: Draft) -> None:
        """Set the draft's key, and tell the finder what the record will be called."""
        if draft.reason or self._is_double(draft):
            return
        key = self._known(draft)
        if key and key in self._used:
            draft.reason = str(_("Dit staat ook in rij {n}.").format(n=self._used[key].row.line))
        elif key is not None:
            self._take(draft, key)

    def _take(self, draft: Draft, key: str) -> None:
        """Give the draft this key, or a new one where it is ''."""
        draft.key = key or self._fresh(draft)
        self._used[draft.key] = draft
        if not key:
            self._judge_number(draft)
        if draft.told_key:
            self.finder.alias(draft.told_key, draft.key)
        self.finder.learn(self.kind.name, draft.key, self._number(draft), _names(self.kind, draft.values))

    def _is_double(self, draft: Draft) -> bool:
        """Two equal rows without a key are one row too many."""
        if draft.told_key:
            return False
        cells = tuple(str(cell) for cell in draft.row.cells)
        first = self._rows.setdefault(cells, draft)
        if first is not draft:
            draft.reason = str(_("Gelijk aan rij {n}.").format(n=first.row.line))
        return first is not draft

    # --- a record that is here ---------------------------------------------------------------------------------------

    def _known(self, draft: Draft) -> str | None:
        """The key of the record that is here; '' for a new one, None (with a reason) where it cannot be told."""
        rule = RULES.get(self.kind.name)
        made = rule(draft.values) if rule is not None else ""
        sure = made or draft.told_key
        found = self.finder.kind_of(sure) if sure else ""
        if found and found != self.kind.name:
            draft.reason = str(_("Deze sleutel hoort bij iets anders."))
            return None
        if found or sure in self._used:
            return sure
        if made:
            return ""
        return self._by_number(draft) or self._by_identity(draft)

    def _by_number(self, draft: Draft) -> str:
        number = self._number(draft)
        if not number:
            return ""
        key = self.finder.bearer(self.kind.name, number) or ("" if draft.told_key else self._bin().get(number, ""))
        if key and draft.told_key and (key in self._used or not self._is_called(key, draft)):
            return ""  # of another workspace, where the number went to another record
        return key or ""

    def _number(self, draft: Draft) -> str:
        return str(draft.values.get("number") or "").strip() if self.kind.number is not None else ""

    def _bin(self) -> dict[str, str]:
        """Number -> key of deleted records: reading in again after undoing brings them back."""
        if self._gone is None:
            rows = text("select number, id from record where kind = :kind and deleted and number != ''")
            self._gone = {n: key for n, key in self.reader.connection.execute(rows, {"kind": self.kind.name})}  # noqa: C416
        return self._gone

    def _is_called(self, key: str, draft: Draft) -> bool:
        here = self.reader.titles([key]).get(key, "")
        return fold(here) == fold(self.kind.title_of(_Blank(draft.values)))

    def _by_identity(self, draft: Draft) -> str:
        wanted = hard_key(self.identity, draft.values)
        if wanted is None or any(name in draft.faults for name in self.identity.hard):
            return ""
        fitting = [
            row
            for row in self._here().get(wanted, ())
            if row["id"] not in self._used and softly_equal(self.identity, row, draft.values)
        ]
        if len(fitting) > 1:
            fitting.sort(key=lambda row: self._distance(row, draft.values))
        draft.known_by = self.identity.hard if fitting else ()
        return str(fitting[0]["id"]) if fitting else ""

    def _distance(self, row: Values, values: Mapping[str, Any]) -> int:
        return sum(row.get(name) != values.get(name) for name in self.identity.soft)

    def _here(self) -> Mapping[Any, Sequence[Values]]:
        """Living records by what they are known by, in the order of making."""
        if self._candidates is None:
            names = tuple(n for n in (*self.identity.hard, *self.identity.soft) if self.kind.has(n))
            found: dict[Any, list[Values]] = defaultdict(list)
            for row in read_rows(self.reader.connection, self.kind, names):
                found[hard_key(self.identity, row)].append(row)
            self._candidates = found
        return self._candidates

    # --- a record that is not here yet -------------------------------------------------------------------------------

    def _fresh(self, draft: Draft) -> str:
        rule = RULES.get(self.kind.name)
        made = rule(draft.values) if rule is not None else ""
        return made or draft.told_key or new_id(int(self.reader.now.timestamp() * 1000))

    def _judge_number(self, draft: Draft) -> None:
        """A new record may bring its number, where nothing else bears it."""
        number = self._number(draft)
        if not number:
            return
        if not NUMBER.fullmatch(number):
            sentence = _(
                "‘{number}’ is geen nummer van VaartDesk. Lees deze kolom niet in, dan krijgt elke rij er een."
            )
            draft.reason = str(sentence.format(number=number[:40]))
        elif number in self._numbers:
            line = self._numbers[number].row.line
            draft.reason = str(_("Nummer {number} staat ook in rij {n}.").format(number=number, n=line))
        elif self.finder.bearer(self.kind.name, number):
            draft.values.pop("number")
            draft.raw.pop("number")
        else:
            self._numbers[number] = draft

    def last_pos(self, parent: str | None) -> str | None:
        """The order key of the last living record under a parent; None where there is none."""
        table = table_of(self.kind)
        statement = select(table.c.pos).where(table.c.alive, table.c.pos != "").order_by(table.c.pos.desc()).limit(1)
        if self.kind.parent:
            statement = statement.where(table.c[self.kind.parent] == parent)
        return self.reader.value(statement)  # type: ignore[no-any-return]


class _Blank(dict[str, Any]):
    """Values of a row that may lack what a title asks for."""

    def __missing__(self, name: str) -> None:
        return None


def _names(kind: Kind, values: Mapping[str, Any]) -> list[str]:
    found = [str(values.get(name) or "") for name in SHORT_NAMES]
    try:
        return [kind.title_of(_Blank(values)), *found]
    except (TypeError, ValueError, AttributeError, KeyError):
        return found  # a title made of what this row does not tell
