"""Which column of a file is which attribute: by label, by name, or as somebody chose before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import fold
from vaartdesk.flows.table_export import KEY, KEY_HEADING, headings
from vaartdesk.flows.table_source import Table
from vaartdesk.flows.table_synonyms import synonyms
from vaartdesk.schema.kind import Kind
from vaartdesk.store.desk import Desk


@dataclass(frozen=True)
class Mapped:
    """A table of which is known what it holds. ``columns``: an attribute (or the key) for each header, '' = not read."""

    table: Table
    kind: Kind
    columns: tuple[str, ...]

    def at(self, name: str) -> int:
        """The column of an attribute, -1 when there is none."""
        return self.columns.index(name) if name in self.columns else -1


def choices(kind: Kind) -> dict[str, str]:
    """Attribute -> heading of everything that a column may hold: what is worked out by itself is not among them."""
    return {name: told for name, told in headings(kind).items() if name == KEY or not kind.fields[name].derived}


def mapped(desk: Desk, table: Table, kind: Kind) -> Mapped:
    """The columns as far as they can be told."""
    return Mapped(table, kind, matched(kind, table.headers, remembered(desk, kind)))


def matched(kind: Kind, headers: Sequence[str], kept: Mapping[str, str]) -> tuple[str, ...]:
    """The attribute of each header; each attribute once, the first column that fits it."""
    known = _names(kind)
    allowed, taken = choices(kind), set[str]()
    found = []
    for header in headers:
        word = fold(header)
        name = kept[word] if word in kept else known.get(word, "")
        if name not in allowed or name in taken:
            name = ""
        taken.add(name)
        found.append(name)
    return tuple(found)


def _names(kind: Kind) -> dict[str, str]:
    """Folded heading, label or name -> attribute; what comes first wins."""
    names: dict[str, str] = {}
    pairs = [(told, name) for name, told in headings(kind).items()]
    pairs += [(told, name) for name, field in kind.fields.items() for told in (name, str(field.label))]
    pairs += [(str.__str__(field.label), name) for name, field in kind.fields.items()]  # the Dutch source
    pairs += [(KEY, KEY), (str.__str__(KEY_HEADING), KEY), *synonyms(kind.name).items()]
    for told, name in pairs:
        names.setdefault(fold(told), name)
    return names


def called(kind: Kind, words: str) -> str:
    """The attribute that these words stand for as a heading; '' for none that a column may hold."""
    name = _names(kind).get(fold(words), "")
    return name if name in choices(kind) else ""


def guess(kinds: Mapping[str, Kind], table: Table) -> str:
    """The kind that most of the headers belong to; '' where that is not clear."""
    if table.kind in kinds:
        return table.kind
    counts = {name: sum(bool(c) for c in matched(kind, table.headers, {})) for name, kind in kinds.items()}
    best = max(counts.values(), default=0)
    leaders = [name for name, count in counts.items() if count == best]
    return leaders[0] if len(leaders) == 1 and best >= 2 and best >= len(table.headers) / 2 else ""


def with_column(found: Mapped, at: int, name: str) -> Mapped:
    """The same with another attribute for one column; a column that held it is not read any more."""
    columns = ["" if column == name else column for column in found.columns]
    columns[at] = name
    return replace(found, columns=tuple(columns))


# --- what was chosen before ------------------------------------------------------------------------------------------


def remembered(desk: Desk, kind: Kind) -> dict[str, str]:
    """Folded header -> attribute, as chosen on this laptop for an earlier file."""
    with desk.read() as reader:
        found = reader.connection.execute(text("select value from local where key = :key"), _key(kind)).scalar()
    kept = json.loads(found) if found else {}
    return {str(header): str(name) for header, name in kept.items()}


def remember(desk: Desk, found: Mapped) -> None:
    """Keep what differs from what the headers say by themselves."""
    plain = matched(found.kind, found.table.headers, {})
    chosen = {
        fold(header): column
        for header, column, told in zip(found.table.headers, found.columns, plain, strict=True)
        if column != told
    }
    kept = remembered(desk, found.kind)
    wanted = {h: n for h, n in kept.items() if h not in map(fold, found.table.headers)} | chosen
    if wanted != kept:
        with desk.door.transaction() as connection:
            connection.execute(
                text("insert into local(key, value) values(:key, :v) on conflict(key) do update set value = :v"),
                {**_key(found.kind), "v": json.dumps(wanted, ensure_ascii=False, sort_keys=True)},
            )


def _key(kind: Kind) -> dict[str, str]:
    return {"key": f"columns:{kind.name}"}
