"""Human numbers for new records: which series a record belongs to; the counting itself is the log's (``log.numbers``)."""

from __future__ import annotations

import re

from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.store.log.numbers import next_number


class Numbers:
    """Remembers the last number of each series, so that a thousand new records ask the database once."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self._last: dict[tuple[str, str], str] = {}

    def forget(self) -> None:
        """After a rollback, or when records came from elsewhere."""
        self._last.clear()

    def next(self, kind: Kind, values: Values, reader: Reader) -> str:
        """The next number of the kind's series for this record; it is given out."""
        number = self.coming(kind, values, reader)
        self._last[kind.name, _prefix(kind, values, reader)] = number
        return number

    def saw(self, kind: Kind, number: str, reader: Reader) -> None:
        """A record came with its own number: the next one of that series comes after it."""
        match = re.fullmatch(r"(.*-)([A-Z]?)([0-9]+)", number)
        if match is None or match[2] != self.letter or kind.number is None:
            return
        prefix = match[1]
        last = self._last.get((kind.name, prefix))
        coming = _after(last) if last is not None else self._first(kind, prefix, reader)
        if int(match[3]) >= _count(coming):
            self._last[kind.name, prefix] = number

    def coming(self, kind: Kind, values: Values, reader: Reader) -> str:
        """The number a record would get now; nothing is given out."""
        prefix = _prefix(kind, values, reader)
        last = self._last.get((kind.name, prefix))
        if last is not None:
            return _after(last)
        return self._first(kind, prefix, reader)

    def _first(self, kind: Kind, prefix: str, reader: Reader) -> str:
        """The number after the highest that the database knows."""
        assert kind.number is not None
        return next_number(reader.db, kind.name, prefix, width=kind.number.digits, letter=self.letter)


def _prefix(kind: Kind, values: Values, reader: Reader) -> str:
    rule = kind.number
    if rule is None:
        raise ValueError(f"{kind.name} has no numbers")
    prefix = rule.prefix(values, reader) if callable(rule.prefix) else rule.prefix
    return f"{prefix}-{reader.today.year}-" if rule.yearly else f"{prefix}-"


def _after(number: str) -> str:
    match = re.fullmatch(r"(.*?)([0-9]+)", number, re.DOTALL)
    assert match is not None
    return f"{match[1]}{int(match[2]) + 1:0{len(match[2])}d}"


def _count(number: str) -> int:
    match = re.fullmatch(r".*?([0-9]+)", number, re.DOTALL)
    assert match is not None
    return int(match[1])
