"""Files from outside as tables of cells: CSV, XLSX and JSON, bounded and without a guess about what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, clean, fold
from vaartdesk.formats.sheets import read_xlsx
from vaartdesk.formats.tables import MAX_ROWS, Rows, TableError, read_csv, too_large
from vaartdesk.schema.kind import Kind

MAX_JSON: Final = 256 * 1024 * 1024
TABLE_FILES: Final = (".csv", ".tsv", ".txt", ".xlsx", ".json")
_HEAD: Final = 10
"""So many rows may stand above the headings."""


class Absent:
    """A cell that a row does not have, which is not the same as an empty one."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()


@dataclass(frozen=True)
class Row:
    """One record of a file. ``line``: its row in the file, headings counted, empty rows not."""

    line: int
    cells: tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """``kind``: name of the kind where the file tells, else ''. ``is_plain``: cells are stored values, not texts for people."""

    source: str
    kind: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    is_plain: bool = False


def read_tables(name: str, data: bytes, kinds: Mapping[str, Kind]) -> list[Table]:
    """The tables of a file, read by its ending. Raises TableError with a Dutch sentence."""
    ending = PurePath(name).suffix.lower()
    if ending == ".json":
        return _of_json(name, data, kinds)
    if ending == ".xlsx":
        sheets = {title: rows for title, rows in read_xlsx(data).items() if rows}
        found = [
            _of_rows(f"{name}, {title}" if len(sheets) > 1 else name, title, rows) for title, rows in sheets.items()
        ]
        return [_told(table, kinds, name if len(sheets) == 1 else "") for table in found]
    if ending in TABLE_FILES:
        return [_told(_of_rows(name, "", read_csv(data)), kinds, name)]
    raise TableError(_("{name} kan niet worden ingelezen: kies CSV, XLSX of JSON.").format(name=name))


def _of_rows(source: str, title: str, rows: Rows) -> Table:
    if not rows:
        raise TableError(_("{name} is leeg.").format(name=source))
    at = _heading_row(rows)
    headers = tuple(" ".join(clean(cell).split()) for cell in rows[at])
    lines = tuple(Row(at + 2 + n, _filled(row, len(headers))) for n, row in enumerate(rows[at + 1 :]))
    return Table(source, title, headers, lines)


def _heading_row(rows: Rows) -> int:
    """The first row that is about as wide as the table: what stands above it is a title."""
    widths = [sum(bool(cell.strip()) for cell in row) for row in rows[:200]]
    enough = max(widths) * 0.6
    return next((n for n, width in enumerate(widths[:_HEAD]) if width >= enough), 0)


def _filled(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row[:width], *[""] * (width - len(row)))


def _told(table: Table, kinds: Mapping[str, Kind], name: str) -> Table:
    """The kind that the name of the sheet or of the file says."""
    kind = kind_called(kinds, table.kind) or kind_called(kinds, PurePath(name).stem)
    return Table(table.source, kind, table.headers, table.rows)


def kind_called(kinds: Mapping[str, Kind], words: str) -> str:
    """The kind whose name, label or plural ``words`` begin with; '' for none. The longest wins."""
    told = fold(words.replace("_", " ").replace("-", " "))
    names = {fold(n.replace("_", " ")): k.name for k in kinds.values() for n in (k.name, str(k.label), str(k.plural))}
    fitting = [name for name in names if told == name or told.startswith(f"{name} ")]
    return names[max(fitting, key=len)] if fitting else ""


# --- JSON ------------------------------------------------------------------------------------------------------------


def _of_json(name: str, data: bytes, kinds: Mapping[str, Kind]) -> list[Table]:
    if len(data) > MAX_JSON:
        raise too_large()
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise TableError(_("{name} is geen JSON, of het is beschadigd.").format(name=name)) from error
    tables = list(_parts(name, whole, kinds))
    if not tables:
        raise TableError(_("In {name} staan geen records.").format(name=name))
    return tables


def _parts(name: str, whole: Any, kinds: Mapping[str, Kind]) -> Iterable[Table]:
    told = kind_called(kinds, PurePath(name).stem)
    if isinstance(whole, dict) and isinstance(whole.get("tables"), list):
        for part in whole["tables"]:
            if isinstance(part, dict) and isinstance(part.get("records"), list):
                yield _of_records(name, str(part.get("kind") or told), part["records"])
    elif isinstance(whole, dict) and isinstance(whole.get("records"), list):
        yield _of_records(name, str(whole.get("kind") or told), whole["records"])
    elif isinstance(whole, list):
        by_kind: dict[str, list[Any]] = {}
        for record in whole:
            kind = str(record.get("kind") or told) if isinstance(record, dict) else told
            # "kind" may also be an attribute of the records themselves.
            by_kind.setdefault(kind if kind in kinds else told, []).append(record)
        for kind, records in by_kind.items():
            yield _of_records(name, kind, records)


def _of_records(name: str, kind: str, records: Sequence[Any]) -> Table:
    if len(records) > MAX_ROWS:
        raise too_large()
    kept = [record if isinstance(record, dict) else {} for record in records]
    headers = tuple(dict.fromkeys(str(key) for record in kept for key in record))
    rows = (Row(n, tuple(record.get(key, ABSENT) for key in headers)) for n, record in enumerate(kept, 1))
    return Table(name, kind, headers, tuple(rows), is_plain=True)
