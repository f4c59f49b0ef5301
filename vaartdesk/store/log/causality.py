"""Who had seen what: the contexts of the log. Clocks play no part here."""

from __future__ import annotations

import json
import sqlite3

from vaartdesk.store.log.entry import Key

Vector = dict[str, int]
_AT = "select seq, vec from ctx where device=? and seq<=? order by seq desc limit 1"


class Causality:
    """Answers "had the author of this change seen that one?", and remembers contexts while one question is worked out."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._vectors: dict[tuple[str, int], Vector] = {}
        self._parsed: dict[tuple[str, int], Vector] = {}

    def vector(self, device: str, seq: int) -> Vector:
        """What the author of transaction (device, seq) had from the other devices."""
        known = self._vectors.get((device, seq))
        if known is None:
            found = self._db.execute(_AT, (device, seq)).fetchone()
            known = self._parse(device, found[0], found[1]) if found else {}
            self._vectors[device, seq] = known
        return known

    def sees(self, later: Key, earlier: Key) -> bool:
        """Did the author of `later` have `earlier`, or write it in the same transaction or before?"""
        if later[0] == earlier[0]:
            return earlier[1] <= later[1]
        return self.vector(later[0], later[1]).get(earlier[0], 0) >= earlier[1]

    def _parse(self, device: str, seq: int, text: str) -> Vector:
        if (device, seq) not in self._parsed:
            self._parsed[device, seq] = {other: upto for other, (upto, _) in json.loads(text).items()}
        return self._parsed[device, seq]
