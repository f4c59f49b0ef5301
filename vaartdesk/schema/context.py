"""What rows outside a list (on Vandaag, in a report) may show: the same context that a list hands to ``Kind.row``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import text

from vaartdesk.schema.kind import Kind, RowContext
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


def row_context(reader: Reader, rows: Iterable[Values], refs: Sequence[str], kind: Kind | None = None) -> RowContext:
    """The context of ``rows``; ``refs`` are the names of their fields that name other records."""
    keys = {row[name] for row in rows for name in refs if row.get(name)}
    beside = kind.beside(reader) if kind is not None and kind.beside is not None else {}
    letters = line_letters(reader)
    return RowContext(
        reader.today, reader.now, reader.titles(keys), letters, reader.settings, own=reader.own, beside=beside
    )


def line_letters(reader: Reader) -> Mapping[str, str]:
    """Key of a theme line -> its letter."""
    found: Mapping[str, str] = reader.remember("line_letters", lambda: _letters(reader))
    return found


def _letters(reader: Reader) -> Mapping[str, str]:
    rows = reader.connection.execute(text("select id, code from theme_line where alive"))
    return {key: str(code) for key, code in rows}
