"""The records of any kind as a file: CSV and XLSX for people with a Dutch Excel, JSON for programs (C13).

CSV and XLSX show labels, Dutch values and what references are called; JSON holds stored values by attribute name. All
three bear the key of each record, so that a file read back finds its own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from vaartdesk.core.clock import moment_text
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.table_cells import CUT, cell_text, plain_value
from vaartdesk.flows.table_names import Names, is_reference
from vaartdesk.formats.sheets import write_xlsx
from vaartdesk.formats.tables import write_csv
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_rows

FORMAT: Final = "vaartdesk-tabel"
VERSION: Final = 1
KEY: Final = "id"
KEY_HEADING: Final = _("Sleutel")


@dataclass(frozen=True)
class Exported:
    """A file made of records: its bytes, how many records it holds, and what did not fit in it (Dutch)."""

    data: bytes
    count: int
    warnings: tuple[str, ...] = ()


def export_table(desk: Desk, kinds: Sequence[str], form: str, ids: Sequence[str] | None = None) -> Exported:
    """The living records of one kind (those of ``ids``, in that order), or of several where the form allows.

    ``form``: csv (one kind), xlsx or json. Raises TableError where a spreadsheet cannot hold so many rows.
    """
    with desk.read() as reader:
        tables = [(desk.kinds[name], chosen(reader, desk.kinds[name], ids)) for name in kinds]
        return _FORMS[form](reader, tables)


def chosen(reader: Reader, kind: Kind, ids: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Whole living records in the order of ``ids``, or all in the order of making."""
    rows = read_rows(reader.connection, kind, tuple(kind.fields), ids)
    if ids is None:
        return rows
    by_key = {row["id"]: row for row in rows}
    return [by_key[key] for key in dict.fromkeys(ids) if key in by_key]


# --- people ----------------------------------------------------------------------------------------------------------


def headings(kind: Kind) -> dict[str, str]:
    """Attribute -> heading, in the order of the columns: what is seen first, what is hidden last, the key at the end.

    A label that two attributes share bears the attribute's name too.
    """
    fields = sorted(kind.fields.values(), key=lambda field: (field.name != "number", field.hidden))
    shared = Counter(str(field.label) for field in fields)
    found = {f.name: str(f.label) if shared[str(f.label)] == 1 else f"{f.label} ({f.name})" for f in fields}
    return {**found, KEY: str(KEY_HEADING)}


def text_rows(reader: Reader, kind: Kind, rows: Sequence[Values]) -> list[list[str]]:
    """Headings, then a row of texts for each record."""
    names, titles = headings(kind), Names(reader, kind, rows)
    return [list(names.values()), *([row_text(kind, row, name, titles) for name in names] for row in rows)]


def row_text(kind: Kind, row: Values, name: str, titles: Names) -> str:
    """One cell of a record as people read it."""
    if name == KEY:
        return str(row["id"])
    field = kind.fields[name]
    return titles.text(field, row[name]) if is_reference(field) else cell_text(field, row[name])


def as_csv(reader: Reader, tables: Sequence[tuple[Kind, Sequence[Values]]]) -> Exported:
    """One kind as CSV."""
    [(kind, rows)] = tables
    return Exported(write_csv(text_rows(reader, kind, rows)), len(rows))


def as_xlsx(reader: Reader, tables: Sequence[tuple[Kind, Sequence[Values]]]) -> Exported:
    """A sheet for each kind; texts that a cell cannot hold are cut off and told."""
    sheets = {str(kind.plural).capitalize(): text_rows(reader, kind, rows) for kind, rows in tables}
    long = sum(len(cell) > CUT for rows in sheets.values() for row in rows for cell in row)
    told = ngettext(
        "{n} tekst is te lang voor een cel van Excel en is afgekapt. CSV en JSON houden alles.",
        "{n} teksten zijn te lang voor een cel van Excel en zijn afgekapt. CSV en JSON houden alles.",
        long,
    ).format(n=long)
    data = write_xlsx(sheets, created=reader.now)
    return Exported(data, sum(len(rows) for _kind, rows in tables), (told,) if long else ())


# --- programs --------------------------------------------------------------------------------------------------------


def plain_record(kind: Kind, row: Values, titles: Names) -> dict[str, Any]:
    """A record as JSON holds it."""
    found: dict[str, Any] = {KEY: row["id"]}
    for name, field in kind.fields.items():
        found[name] = titles.plain(field, row[name]) if is_reference(field) else plain_value(field, row[name])
    return found


def as_json(reader: Reader, tables: Sequence[tuple[Kind, Sequence[Values]]]) -> Exported:
    """Stored values by attribute name, references as key, number and title."""
    parts = [
        {"kind": kind.name, "records": [plain_record(kind, row, titles) for row in rows]}
        for kind, rows in tables
        for titles in (Names(reader, kind, rows),)
    ]
    whole: Mapping[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": moment_text(reader.now),
        "tables": parts,
    }
    data = json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return Exported(data + b"\n", sum(len(rows) for _kind, rows in tables))


_FORMS: Final[Mapping[str, Callable[[Reader, Sequence[tuple[Kind, Sequence[Values]]]], Exported]]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "json": as_json,
}
FORMS: Final = tuple(_FORMS)
