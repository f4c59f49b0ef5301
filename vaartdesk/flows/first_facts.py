"""Writing facts of a file as rows with keys made by a rule."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.ids import rule_id
from vaartdesk.core.order import spread
from vaartdesk.core.resources import resource
from vaartdesk.schema.ref import Ref
from vaartdesk.store.tx import Tx

RULE = "werkplan"


def facts_of(name: str) -> dict[str, Any]:
    """A shipped file of facts; its broken numbers are Decimal, never float."""
    return tomllib.loads(resource(name).read_text(encoding="utf-8"), parse_float=Decimal)


def hundredths(value: Any) -> int | None:
    """A figure of the file as a whole number of hundredths."""
    return None if value is None else int(Decimal(value) * 100)


def key_of(kind: str, name: str) -> str:
    """The key of the row that the plan makes for ``name``: the same on every laptop."""
    return rule_id(RULE, f"{kind}:{name}")


@dataclass
class Facts:
    """Adds rows in one change and finds them again by the name they have in the file."""

    tx: Tx
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def announce(self, kind: str, names: Iterable[str]) -> None:
        """Names of rows that will be added, so that others may refer to them before they are."""
        self.known |= {(kind, name): key_of(kind, name) for name in names}

    def add(self, kind: str, name: str, values: Mapping[str, Any]) -> Ref:
        """A row called ``name`` in the file; one that is there already stays as it is."""
        ref = self.tx.add(kind, values, id=key_of(kind, name))
        self.known[kind, name] = ref.id
        return ref

    def add_all(self, kind: str, rows: Iterable[tuple[str, Mapping[str, Any]]], *, in_order: bool = True) -> list[Ref]:
        """Rows in the order of the file; ``in_order``: the kind has an order key."""
        found = list(rows)
        keys = spread(len(found)) if in_order else [""] * len(found)
        return [
            self.add(kind, name, {**values, "pos": pos} if in_order else values)
            for pos, (name, values) in zip(keys, found, strict=True)
        ]

    def key(self, kind: str, name: str | None) -> str | None:
        """The key of a row of this file; None for no name. Raises KeyError for a name that is not in it."""
        return self.known[kind, name] if name else None

    def key_among(self, name: str, *kinds: str) -> str:
        """The key of a row that is of one of ``kinds``. Raises KeyError when it is of none."""
        found = next((self.known[kind, name] for kind in kinds if (kind, name) in self.known), None)
        if found is None:
            raise KeyError(name)
        return found
