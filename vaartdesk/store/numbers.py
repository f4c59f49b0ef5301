"""Human numbers: the highest known + 1, given at once and offline (data.md: M-2026-0042, A-012; a letter on later laptops)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


class Numbers:
    """Remembers the last number of each series, so that a thousand new records ask the database once."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self._last: dict[str, int] = {}

    def forget(self) -> None:
        """After a rollback, or when records came from elsewhere."""
        self._last.clear()

    def next(self, kind: Kind, values: Values, reader: Reader) -> str:
        """The next number of the kind's series for this record."""
        series, digits = self._series(kind, values, reader)
        self._last[series] = self._highest(series, reader) + 1
        return f"{series}{self._last[series]:0{digits}d}"

    def coming(self, kind: Kind, values: Values, reader: Reader) -> str:
        """The number a record would get now; nothing is given out."""
        series, digits = self._series(kind, values, reader)
        return f"{series}{self._highest(series, reader) + 1:0{digits}d}"

    def _series(self, kind: Kind, values: Values, reader: Reader) -> tuple[str, int]:
        rule = kind.number
        if rule is None:
            raise ValueError(f"{kind.name} has no numbers")
        prefix = rule.prefix(values, reader) if callable(rule.prefix) else rule.prefix
        year = f"{reader.today.year}-" if rule.yearly else ""
        return f"{prefix}-{year}{self.letter}", rule.digits

    def _highest(self, series: str, reader: Reader) -> int:
        if series not in self._last:
            sql = text(
                "select max(cast(substr(number, :skip) as integer)) from record "
                "where number >= :low and number < :high and substr(number, :skip) not glob '*[^0-9]*'"
            )
            bounds: dict[str, Any] = {"skip": len(series) + 1, "low": series, "high": series + ":"}
            self._last[series] = reader.connection.execute(sql, bounds).scalar() or 0
        return self._last[series]
