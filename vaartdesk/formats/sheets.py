"""Tables of text as XLSX: written so that nothing in a cell comes alive, read without trusting the file.

A reader of spreadsheets makes room for the whole rectangle between the first and the last cell, and for as many
texts as the file announces, so that five kilobytes can end the program. Every part is therefore unpacked and looked
through first, and the reader gets only what was looked at.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Final
from xml.parsers import expat

from vaartdesk.core.text import _
from vaartdesk.formats.tables import MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Rows, TableError, too_large

MAX_UNPACKED: Final = 96 * 1024 * 1024
MAX_PARTS: Final = 2_000
MAX_SHEETS: Final = 100
_CELL_LENGTH: Final = 32_767
_WIDEST: Final = 60
_UNWRITABLE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_SHEET_SIGNS: Final = re.compile(r"[\[\]:*?/\\]")
_PART: Final = re.compile(r"\[Content_Types\]\.xml|(?:_rels|docProps|xl)/.*\.(?:xml|rels)")
_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

# --- writing -----------------------------------------------------------------------------------------------------


def write_xlsx(sheets: Mapping[str, Iterable[Sequence[str]]], *, created: datetime) -> bytes:
    """A workbook with a sheet for each name; the first row of each is its heading. Equal input gives equal bytes.

    Every cell is text, also what looks like a formula, a number or a link. What a cell cannot hold beyond 32,767
    characters is cut off with "…". `created` is written into the file. Raises TableError when there are too many rows.
    """
    # Imported here because it costs 40 ms, which start-up has no need of.
    import xlsxwriter

    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": created.replace(tzinfo=None)})
        heading = book.add_format({"bold": True})
        names: set[str] = set()
        for name, rows in sheets.items():
            sheet = book.add_worksheet(_sheet_name(name, names))
            widths: dict[int, int] = {}
            for i, row in enumerate(rows):
                if i == MAX_ROWS or len(row) > MAX_COLUMNS:
                    raise too_large()
                for j, cell in enumerate(row):
                    sheet.write_string(i, j, _writable(cell), heading if i == 0 else None)
                    widths[j] = max(widths.get(j, 0), len(cell))
            sheet.freeze_panes(1, 0)
            for j, width in widths.items():
                sheet.set_column(j, j, min(_WIDEST, width + 2))
    return out.getvalue()


def _writable(cell: str) -> str:
    cell = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", cell)
    return cell if len(cell) <= _CELL_LENGTH else cell[: _CELL_LENGTH - 1] + "…"


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel accepts: at most 31 signs, some not allowed, none twice, not "History"."""
    plain = _SHEET_SIGNS.sub(" ", _UNWRITABLE.sub("", name)).strip("' ")[:31].strip("' ")
    if not plain or plain.lower() == "history":
        plain = str(_("Blad"))
    result, n = plain, 2
    while result.lower() in taken:
        result = f"{plain[:27]} {n}"
        n += 1
    taken.add(result.lower())
    return result


# --- reading -----------------------------------------------------------------------------------------------------


def read_xlsx(data: bytes) -> dict[str, Rows]:
    """The sheets by name, each as rows of text without empty rows.

    Numbers come as Dutch text (`1234,5`, whole ones without a point, so that a phone number stays one), days as
    `24-11-2026`, moments as `24-11-2026 19:30`. Raises TableError with a Dutch sentence.
    """
    if len(data) > MAX_BYTES:
        raise too_large()
    checked = _checked(data)
    # Imported here: compiled code that start-up has no need of.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(checked))
        names = book.sheet_names[:MAX_SHEETS]
        return {name: _text_rows(book.get_sheet_by_name(name).to_python()) for name in names}
    except (CalamineError, ValueError, OverflowError, OSError) as error:
        raise _broken() from error


def _text_rows(rows: Iterable[Sequence[object]]) -> Rows:
    return [cells for row in rows if any(cells := [_as_text(value) for value in row])]


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return str(_("ja") if value else _("nee"))
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y}" if value.time() == time() else f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _number_text(value: float) -> str:
    """Fifteen digits are what Excel keeps; beyond them is binary noise."""
    return f"{Decimal(f'{value:.15g}'):f}".replace(".", ",")


def _broken() -> TableError:
    return TableError(_("Dit is geen Excel-bestand (.xlsx), of het is beschadigd."))


def _checked(data: bytes) -> bytes:
    """The same workbook, unpacked, without pictures and macros, every part looked through."""
    out = BytesIO()
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(out, "w") as kept:
            parts = {info.filename: info for info in given.infolist() if _PART.fullmatch(info.filename)}
            if len(parts) > MAX_PARTS or "[Content_Types].xml" not in parts:
                raise _broken()
            for name, info in parts.items():
                left -= info.file_size
                if left < 0:
                    raise too_large()
                part = given.read(info)
                _look_through(part)
                kept.writestr(name, part)
    except TableError:
        raise
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError) as error:
        raise _broken() from error
    except (OSError, EOFError, RuntimeError, ValueError, LookupError) as error:
        # Odd compression, passwords, numbers that are none, encodings that do not exist.
        raise _broken() from error
    return out.getvalue()


def _look_through(part: bytes) -> None:
    """Raise TableError for a cell too far down or right, too many of them, or a document type (entities)."""
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.element
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(part, True)
    if walk.is_too_far():
        raise too_large()


def _refuse(*_declaration: object) -> None:
    raise _broken()


class _Walk:
    """Where the cells of a sheet are; a row or cell without a place of its own comes after the one before."""

    def __init__(self) -> None:
        self.row = self.column = self.rows = self.columns = 0

    def element(self, name: str, attributes: dict[str, str]) -> None:
        # The reader makes room for as many as a part announces, before it sees any.
        if max(int(attributes.get("count", 0)), int(attributes.get("uniqueCount", 0))) > MAX_CELLS:
            raise too_large()
        kind, place = name.rpartition(":")[2], attributes.get("r", "")
        if kind == "row":
            self.row, self.column = (int(place) if place else self.row + 1), 0
        elif kind == "c":
            self._cell(place)
        else:
            return
        self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)

    def _cell(self, place: str) -> None:
        match = _CELL.fullmatch(place)
        if match:
            self.column, self.row = _column(match.group(1)), int(match.group(2))
        elif place:
            raise _broken()
        else:
            self.column += 1

    def is_too_far(self) -> bool:
        return self.rows > MAX_ROWS or self.columns > MAX_COLUMNS or self.rows * self.columns > MAX_CELLS


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
