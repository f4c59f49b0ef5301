"""From what a file calls a record to the record: by key, by number, by title, by the short names that kinds have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, Final

from sqlalchemy import select, text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, fold, ngettext
from vaartdesk.flows.table_names import GONE
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.types.base import Invalid
from vaartdesk.store.rows import table_of

HEX: Final = re.compile(r"[0-9a-f]{32}")
_WITH_KEY: Final = re.compile(r"(.*?)\s*\[([0-9a-f]{32})\]", re.DOTALL)
_NUMBER: Final = re.compile(r"\S*-\S*[0-9]")
SHORT_NAMES: Final = ("title", "full_name", "short", "code")
"""Attributes that people call a record by besides its title, where a kind has them."""


@dataclass
class _Index:
    """The living records of one kind by what they are called."""

    numbers: dict[str, str] = field(default_factory=dict)
    exact: dict[str, dict[str, None]] = field(default_factory=dict)
    folded: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, key: str, number: str, names: Iterable[str]) -> None:
        if number:
            self.numbers[fold(number)] = key
        for name in names:
            if name.strip():
                self.exact.setdefault(" ".join(name.split()), {})[key] = None
                self.folded.setdefault(fold(name), {})[key] = None


class Finder:
    """Knows the records of the workspace, and those that a file brings once it was told of them (`learn`)."""

    def __init__(self, reader: Reader, kinds: Mapping[str, Kind]) -> None:
        self.reader, self.kinds = reader, kinds
        self._indexes: dict[str, _Index] = {}
        self._kind_of: dict[str, str] = {}
        self._aliases: dict[str, str] = {}

    # --- what is known -----------------------------------------------------------------------------------------------

    def learn(self, kind: str, key: str, number: str, names: Iterable[str]) -> None:
        """A record that the file brings, or renames."""
        self._kind_of[key] = kind
        self._index(kind).add(key, number, names)

    def alias(self, foreign: str, key: str) -> None:
        """The file's key of a record that is here under another."""
        if foreign != key:
            self._aliases[foreign] = key

    def meet(self, keys: Iterable[str]) -> None:
        """Look these keys up at once, so that asking for each is quick."""
        missing = {key for key in keys if key not in self._kind_of}
        self._kind_of.update(dict.fromkeys(missing, ""))
        self._kind_of.update({key: ref.kind for key, ref in self.reader.refs(missing).items()})

    def kind_of(self, key: str) -> str:
        """The kind of a record, deleted ones too; '' for an unknown key."""
        if key not in self._kind_of:
            self.meet([key])
        return self._kind_of[key]

    def bearer(self, kind: str, number: str) -> str | None:
        """The living record of a kind with this number."""
        return self._index(kind).numbers.get(fold(number)) if number else None

    def _index(self, name: str) -> _Index:
        if name not in self._indexes:
            self._indexes[name] = made = _Index()
            rows = text("select id, number, title from record where kind = :kind and not deleted order by id")
            for key, number, title in self.reader.connection.execute(rows, {"kind": name}):
                made.add(key, number, (title,))
            self._add_short_names(made, name)
        return self._indexes[name]

    def _add_short_names(self, index: _Index, name: str) -> None:
        table = table_of(self.kinds[name])
        columns = [table.c[short] for short in SHORT_NAMES if short in table.c]
        if columns:
            for row in self.reader.all(select(table.c.id, *columns).where(table.c.alive)):
                key, names = str(row[0]), tuple(row)[1:]
                index.add(key, "", [str(told or "") for told in names])

    # --- asking ------------------------------------------------------------------------------------------------------

    def key(self, asked: Field, raw: Any) -> str | None:
        """The key that a cell names; None for an empty one. Raises Invalid with a Dutch sentence."""
        if isinstance(raw, dict):
            return self._of_card(asked, raw)
        told = " ".join(str(raw or "").split())
        return self._of_text(asked, told) if told else None

    def keys(self, asked: Field, raw: Any) -> tuple[str, ...]:
        """The keys of several references: a list, lines, or a text with semicolons."""
        if isinstance(raw, list):
            found = [self.key(asked, part) for part in raw]
        elif isinstance(raw, dict):
            found = [self.key(asked, raw)]
        else:
            found = self._of_listing(asked, str(raw or ""))
        return tuple(dict.fromkeys(key for key in found if key))

    def _of_listing(self, asked: Field, told: str) -> list[str | None]:
        if "\n" in told.strip():
            return [self.key(asked, line) for line in told.splitlines()]
        try:
            return [self.key(asked, told)]
        except Invalid:
            if ";" not in told:
                raise
        return [self.key(asked, part) for part in told.split(";")]

    def _of_card(self, asked: Field, card: Mapping[str, Any]) -> str | None:
        told = str(card.get("key") or card.get("id") or "")
        key = self._aliases.get(told, told)
        if HEX.fullmatch(key) and self._fits(asked, self.kind_of(key)):
            return key
        for name in ("number", "title"):
            if card.get(name):
                try:
                    return self._of_text(asked, " ".join(str(card[name]).split()))
                except Invalid:
                    if name == "title":
                        raise
        if not told:
            return None
        raise Invalid(_("{label} ‘{told}’ is hier niet bekend.").format(label=asked.label, told=told[:80]))

    def _of_text(self, asked: Field, told: str) -> str:
        match = _WITH_KEY.fullmatch(told)
        name, key = (match[1], match[2]) if match else ("", told if HEX.fullmatch(told) else "")
        key = self._aliases.get(key, key)
        if key and self._fits(asked, self.kind_of(key)):
            return key
        return self._named(asked, name if match else told, told)

    def _named(self, asked: Field, name: str, told: str) -> str:
        indexes = [self._index(kind) for kind in asked.targets or self.kinds]
        number = fold(name.partition(" ")[0])
        if _NUMBER.fullmatch(number):
            for index in indexes:
                if number in index.numbers:
                    return index.numbers[number]
        name = name.removesuffix(GONE)
        exactly = [index.exact.get(name, {}) for index in indexes]
        nearly = [index.folded.get(fold(name), {}) for index in indexes]
        for bearers in (exactly, nearly):
            found = [key for part in bearers for key in part]
            if len(found) == 1:
                return found[0]
            if found:
                raise Invalid(_several(asked, name, len(found)))
        raise Invalid(_("{label} ‘{told}’ is hier niet bekend.").format(label=asked.label, told=told[:80]))

    @staticmethod
    def _fits(asked: Field, kind: str) -> bool:
        return bool(kind) and (not asked.targets or kind in asked.targets)


def _several(asked: Field, name: str, count: int) -> str:
    told = ngettext(
        "{label} ‘{name}’ is niet duidelijk: er is er {n} met die naam. Schrijf er het nummer of de sleutel bij.",
        "{label} ‘{name}’ is niet duidelijk: er zijn er {n} met die naam. Schrijf er het nummer of de sleutel bij.",
        count,
    )
    return told.format(label=asked.label, name=name[:80], n=count)
