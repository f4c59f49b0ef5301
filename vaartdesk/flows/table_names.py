"""What references are called in a table: number and title for people, with the key where that would not be clear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import text

from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.schema.types.references import RefType

GONE = " (verwijderd)"


def is_reference(field: Field) -> bool:
    """Whether the field names other records."""
    return field.is_links or isinstance(field.type, RefType)


class Names:
    """The records that ``rows`` refer to, looked up once for all of them."""

    def __init__(self, reader: Reader, kind: Kind, rows: Iterable[Values]) -> None:
        refs = kind.reference_fields
        keys = {key for row in rows for name in refs for key in keys_of(row.get(name))}
        self._refs = reader.refs(keys)
        self._titles = reader.titles(keys)
        self._numbers = reader.numbers(keys)
        self._bearers = _bearers(reader) if keys else {}

    def text(self, field: Field, value: Any) -> str:
        """``A-012 Kerstboom``; several are parted by ``; ``, or by lines where a title holds a semicolon."""
        names = [self._name(field, key) for key in keys_of(value)]
        return ("\n" if any(";" in name for name in names) else "; ").join(names)

    def plain(self, field: Field, value: Any) -> Any:
        """As JSON holds it: key, kind, number and title; a list of them where the field holds several."""
        found = [self._card(key) for key in keys_of(value)]
        return found if field.is_links else next(iter(found), None)

    def _name(self, field: Field, key: str) -> str:
        if key not in self._refs:
            return f"[{key}]"
        number, title = self._numbers[key], " ".join(self._titles[key].split())
        if number:
            return f"{number} {title}".strip()
        is_gone = title.endswith(GONE)
        bearers = self._bearers.get(self._titles[key], ())
        others = sum(kind in field.targets or not field.targets for kind in bearers)
        return f"{title.removesuffix(GONE)} [{key}]" if is_gone or others > 1 else title

    def _card(self, key: str) -> dict[str, str]:
        card = {"key": key}
        if key in self._refs:
            card |= {"kind": self._refs[key].kind, "title": self._titles[key].removesuffix(GONE)}
            if self._numbers[key]:
                card["number"] = self._numbers[key]
        return card


def keys_of(value: Any) -> Sequence[str]:
    """The keys in a reference or a row of them."""
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _bearers(reader: Reader) -> Mapping[str, Sequence[str]]:
    """Title -> the kinds of the living records that share it, for titles that more than one bears."""
    found: dict[str, list[str]] = {}
    statement = text(
        "select title, kind from record where not deleted and title in"
        " (select title from record where not deleted group by title having count(*) > 1)"
    )
    for title, kind in reader.connection.execute(statement):
        found.setdefault(title, []).append(kind)
    return found
