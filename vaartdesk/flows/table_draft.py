"""A row on its way from cells to a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from datetime import date, datetime
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.flows.table_cells import from_plain, from_text, plain_value, same_cell
from vaartdesk.flows.table_columns import Mapped
from vaartdesk.flows.table_export import KEY, row_text
from vaartdesk.flows.table_finder import HEX, Finder
from vaartdesk.flows.table_names import Names, keys_of
from vaartdesk.flows.table_source import ABSENT, Row
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Values
from vaartdesk.schema.types.base import Invalid


@dataclass
class Draft:
    """``raw``: cells by attribute, absent ones left out; ``values``: what they mean; ``faults``: what is wrong with them.

    ``told_key``: the key in the file, ``key`` that of the record here; ``before``: the record as it is, None for a new one.
    """

    table: int
    mapped: Mapped
    row: Row
    raw: dict[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    told_key: str = ""
    key: str = ""
    before: Values | None = None
    known_by: tuple[str, ...] = ()
    """Attributes by which the record was found: upper case or an accent more is no change of these."""
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        return self.mapped.kind

    @property
    def is_keyed(self) -> bool:
        """The row knows its record: an empty cell then means that the field is empty, else that nothing is known."""
        return bool(self.told_key)

    def is_blank(self, name: str) -> bool:
        raw = self.raw.get(name)
        return raw is None or raw == [] or (isinstance(raw, str) and not raw.strip())


def drafts_of(table: int, mapped: Mapped, today: date) -> list[Draft]:
    """A draft for each row, its plain values read; references come later."""
    places = [(at, name) for at, name in enumerate(mapped.columns) if name]
    references = mapped.kind.reference_fields
    found = []
    for row in mapped.table.rows:
        raw = {name: row.cells[at] for at, name in places if row.cells[at] is not ABSENT}
        draft = Draft(table, mapped, row, raw)
        _read_key(draft, raw.pop(KEY, None))
        for name in raw:
            if name not in references:
                _read(draft, mapped.kind.fields[name], today)
        found.append(draft)
    return found


def _read_key(draft: Draft, raw: Any) -> None:
    told = str(raw or "").strip().lower()
    if HEX.fullmatch(told):
        draft.told_key = told
    elif told:
        draft.reason = str(_("‘{key}’ is geen sleutel van VaartDesk.").format(key=told[:40]))


def _read(draft: Draft, wanted: Field, today: date) -> None:
    raw = draft.raw[wanted.name]
    if raw == "":
        draft.values[wanted.name] = wanted.type.empty
        return
    read = from_plain if draft.mapped.table.is_plain else from_text
    try:
        draft.values[wanted.name] = read(wanted, raw, today)
    except (Invalid, ValueError, OverflowError) as error:
        draft.faults[wanted.name] = str(error)


def resolve_early(draft: Draft, names: Sequence[str], finder: Finder) -> None:
    """Find the records that these attributes refer to, as far as they are known already."""
    for name in _unresolved(draft, names):
        with suppress(Invalid):
            draft.values[name] = _found(draft, name, finder)


def resolve(draft: Draft, names: Sequence[str], finder: Finder, *, is_lenient: bool) -> None:
    """Find the records that these attributes refer to; with ``is_lenient`` unknown ones are left empty, with a note."""
    for name in _unresolved(draft, names):
        try:
            draft.values[name] = _found(draft, name, finder)
        except Invalid as error:
            if is_lenient:
                draft.values[name] = draft.kind.fields[name].type.empty
                draft.notes.append(_("{sentence} Leeg gelaten.").format(sentence=error))
            else:
                draft.faults[name] = str(error)


def _unresolved(draft: Draft, names: Sequence[str]) -> list[str]:
    told = draft.raw.keys() & draft.kind.reference_fields
    return [name for name in names if name in told and name not in draft.values and name not in draft.faults]


def _found(draft: Draft, name: str, finder: Finder) -> Any:
    wanted, raw = draft.kind.fields[name], draft.raw[name]
    return finder.keys(wanted, raw) if wanted.is_links else finder.key(wanted, _one(raw))


def _one(raw: Any) -> Any:
    if isinstance(raw, list):
        if len(raw) > 1:
            raise Invalid(_("Hier past er maar een."))
        return raw[0] if raw else None
    return raw


def is_unchanged(draft: Draft, before: Values, name: str, names: Names) -> bool:
    """Whether the cell says what is there already, read or not."""
    raw, wanted = draft.raw[name], draft.kind.fields[name]
    if not draft.mapped.table.is_plain:
        return same_cell(str(raw), row_text(draft.kind, before, name, names))
    if name in draft.kind.reference_fields:
        cards = raw if isinstance(raw, list) else [raw] if raw else []
        told = [str(card.get("key") or "") if isinstance(card, Mapping) else str(card) for card in cards]
        return told == list(keys_of(before[name]))
    return type(raw) is not float and raw == plain_value(wanted, before[name])


def is_equal(value: Any, current: Any, *, is_text: bool) -> bool:
    """Equal as far as the file can tell: text for people has no milliseconds, often no seconds."""
    if is_text and isinstance(value, datetime) and isinstance(current, datetime):
        whole = current.replace(microsecond=0)
        return value == whole or (value.second == 0 and value == whole.replace(second=0))
    return bool(value == current)
