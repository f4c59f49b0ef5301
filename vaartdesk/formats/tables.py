"""Tables of text as CSV, in two ways: for people with a Dutch Excel, and raw for a program that reads it back.

For Excel: a byte order mark, semicolons, CRLF, and an apostrophe before what would be taken for a formula. Raw
leaves every cell as it is, so that reading gives the very same rows. Cells are text; what they mean is for others.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

from vaartdesk.core.text import _
from vaartdesk.formats.decoding import decoded

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 1_000
MAX_CELLS: Final = 4_000_000
LONGEST: Final = 250_000
"""Characters of a cell: more than the longest text that a record holds, so that what was written is read back."""
_SEPARATORS: Final = (";", ",", "\t")
_SAMPLE: Final = 200
_LIVE: Final = re.compile(r"'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]")

Rows = list[list[str]]


class TableError(ValueError):
    """The bytes are no table to be read; the text is a Dutch sentence for the user."""


def write_csv(rows: Iterable[Sequence[str]], *, raw: bool = False) -> bytes:
    """The rows as CSV: UTF-8 with a byte order mark, `;` and CRLF; without apostrophes before formulas when `raw`."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows(rows if raw else ([_guarded(cell) for cell in row] for row in rows))
    return out.getvalue().encode("utf-8-sig", "replace")


def read_csv(data: bytes, *, raw: bool = False) -> Rows:
    """The rows of a CSV file, as text and as long as each was.

    The byte order mark decides the encoding, else strict UTF-8, else Windows-1252; the separator is the one of `;`,
    `,` and tab that gives rows of equal width. Apostrophes before formulas and empty rows are left out. `raw` reads
    what `write_csv(raw=True)` wrote, exactly. Raises TableError with a Dutch sentence.
    """
    if len(data) > MAX_BYTES:
        raise too_large()
    csv.field_size_limit(LONGEST)
    text = decoded(data)
    if raw:
        return _parsed(text, ";")
    hint = re.match(r"sep=([;,\t])\r?\n", text)
    rows = _parsed(text[hint.end() :], hint.group(1)) if hint else _parsed(text, _separator(text))
    return [[_bare(cell) for cell in row] for row in rows if any(cell.strip() for cell in row)]


def too_large() -> TableError:
    """The error of a table beyond the limits of this program."""
    return TableError(
        _("De tabel is te groot: hoogstens {mb} MB, {rows} rijen en {columns} kolommen.").format(
            mb=MAX_BYTES // 1024 // 1024, rows=MAX_ROWS, columns=MAX_COLUMNS
        )
    )


def _guarded(cell: str) -> str:
    return f"'{cell}" if _LIVE.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _separator(text: str) -> str:
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """How many of the first rows have the commonest width (0 when that is one column), and that width."""
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            if row:
                widths[len(row)] += 1
            if widths.total() == _SAMPLE:
                break
    except csv.Error:
        return 0.0, 0
    # Of two as common widths the larger: a title above the table has one column.
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (count / widths.total(), width) if width > 1 else (0.0, width)


def _parsed(text: str, separator: str) -> Rows:
    rows: Rows = []
    cells = 0
    # Strict: a quote that is never closed would otherwise swallow the rest of the file without a word.
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            cells += len(row)
            if len(rows) == MAX_ROWS or len(row) > MAX_COLUMNS or cells > MAX_CELLS:
                raise too_large()
            rows.append(row)
    except csv.Error as error:
        raise TableError(
            _("Regel {line} is niet te lezen: een aanhalingsteken klopt niet of een cel is te lang.").format(
                line=reader.line_num
            )
        ) from error
    return rows
