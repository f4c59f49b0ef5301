"""What the log must know of the data tables: their names, their columns and which fields settle themselves."""

from __future__ import annotations

from collections.abc import Mapping

from vaartdesk.core.dataclass import dataclass

ALIVE = "alive"


@dataclass(frozen=True, slots=True)
class Shape:
    """The synced data tables of this version.

    `tables`: table name -> its columns, without `id` and with `alive`. Tables and fields that are not named here stay in the
    log untouched, so that an older version passes on what a newer one wrote.
    `auto`: (table, field) whose concurrent values need no choice, such as an order key, a number or the `alive` of a link.
    """

    tables: Mapping[str, tuple[str, ...]]
    auto: frozenset[tuple[str, str]] = frozenset()


def quoted(name: str) -> str:
    """`name` as an SQL identifier. Only names out of a `Shape` are ever quoted, never names out of a bundle."""
    return '"' + name.replace('"', '""') + '"'
