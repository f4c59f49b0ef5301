"""What referenced records are called, and the rest of what a row may show besides its own fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vaartdesk.core.text import fold
from vaartdesk.schema.kind import Kind, RowContext
from vaartdesk.schema.ref import Values
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class Names:
    """The titles of the records that the rows of a kind name; each is asked for once."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        self.desk = desk
        fields = [kind.fields[name] for name in kind.list_fields if name in kind.fields]
        self.fields = [field.name for field in fields if isinstance(field.type, RefType | LinksType)]
        self.titles: dict[str, str] = {}
        self.shorts: dict[str, str] = {}
        self._shortened = _shortened(desk, kind, self.fields)

    def of(self, row: Values) -> Iterable[str]:
        """The keys that a row names."""
        for name in self.fields:
            value = row.get(name)
            if isinstance(value, str):
                yield value
            elif value:
                yield from value

    def learn(self, rows: Iterable[Values]) -> None:
        """Ask what the records are called that these rows name, where that is not known."""
        self.learn_keys({key for row in rows for key in self.of(row)})

    def learn_keys(self, keys: Iterable[str]) -> None:
        missing = {key for key in keys if key not in self.titles}
        if missing:
            self.ask(missing)

    def ask(self, keys: Iterable[str]) -> None:
        """Ask again, known or not."""
        with self.desk.read() as reader:
            asked = list(keys)
            self.titles.update(reader.titles(asked))
            found = {key: short for kind in self._shortened for key, short in reader.shorts(kind, asked).items()}
        self.shorts.update({key: found.get(key, "") for key in asked} if self._shortened else {})


def _shortened(desk: Desk, kind: Kind, names: Iterable[str]) -> list[str]:
    """The kinds with short names that these fields of a kind may name."""
    types = [kind.fields[name].type for name in names]
    targets = {target for type_ in types if isinstance(type_, RefType) for target in (type_.target, *type_.among)}
    return sorted(target for target in targets if target in desk.kinds and desk.kinds[target].has("short"))


def line_target(kind: Kind) -> str:
    """The kind that a kind's theme line is of; '' for a kind without."""
    line = kind.fields.get(kind.line)
    return line.target if line is not None else ""


def row_context(desk: Desk, kind: Kind, names: Names) -> RowContext:
    """Today, titles, letters of theme lines and settings, as they are now."""
    target = line_target(kind)
    rows = desk.rows(target) if target else ()
    letters = {row["id"]: str(row.get("code") or "") for row in rows}
    with desk.read() as reader:
        settings = dict(reader.settings)
        beside = kind.beside(reader) if kind.beside is not None else {}
        return RowContext(reader.today, reader.now, names.titles, letters, settings, names.shorts, reader.own, beside)


class RowTexts:
    """The folded text by which a row is found: its title, number, and the words of its list fields."""

    def __init__(self, kind: Kind, names: Names) -> None:
        self._kind, self._names = kind, names
        self._fields = [kind.fields[name] for name in kind.list_fields if name in kind.fields]
        self._folds: dict[str, str] = {}

    def of(self, row: Values) -> str:
        return " ".join(self._words(row))

    def _words(self, row: Values) -> Iterable[str]:
        """What repeats from row to row (owners, streets, states) is folded once."""
        yield fold(self._kind.title_of(row))
        yield fold(str(row.get("number") or ""))
        for field in self._fields:
            value = row.get(field.name)
            if not value:
                continue
            if field.name in self._names.fields:
                for key in (value,) if isinstance(value, str) else value:
                    yield self._folded(self._names.titles.get(key, ""))
            elif isinstance(field.type, ChoiceType):
                yield self._folded(field.type.field_text(value))
            elif field.search and field.name != self._kind.title:
                yield fold(field.type.search_text(value))

    def _folded(self, text: str) -> str:
        known = self._folds.get(text)
        if known is None:
            known = self._folds[text] = fold(text)
        return known
